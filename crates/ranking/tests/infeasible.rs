//! What is said when nothing can be assigned.

use plaudit_ranking::{Because, Demand, Load, Match, Problem, Wishes, assign};

#[test]
fn what_is_in_the_way_is_named() {
    let entry = |id: &str| Demand {
        entry: id.to_owned(),
        reviews: 2,
        organisation: None,
    };
    let judge = |id: &str, most| Load {
        judge: id.to_owned(),
        least: 0,
        most,
        organisation: None,
    };
    let wishes = Wishes {
        jitter: 0.0,
        ..Wishes::default()
    };
    let problem = Problem::new(
        vec![entry("a"), entry("b")],
        vec![judge("j", 1), judge("k", 2), judge("l", 2)],
        &[],
        &[("l", "a"), ("l", "b")],
        &[],
    )
    .expect("sound");
    let why = assign(&problem, &wishes).expect_err("three places for four reviews");
    assert_eq!(why.because, Because::LoadsAndConflicts);
    assert_eq!(why.short.iter().map(|one| one.1).sum::<u32>(), 1);
    assert_eq!(
        (why.entries.len(), why.judges.as_slice()),
        (2, ["j".to_owned()].as_slice())
    );
    assert_eq!(why.conflicts.len(), 2);
}

#[test]
fn what_is_fixed_must_leave_room_for_experts_and_keep_the_cap() {
    let judge = |id: &str| Load {
        judge: id.to_owned(),
        least: 0,
        most: 9,
        organisation: Some("north".to_owned()),
    };
    let problem = |reviews| {
        Problem::new(
            vec![Demand {
                entry: "a".to_owned(),
                reviews,
                organisation: None,
            }],
            vec![judge("j"), judge("k"), judge("x")],
            &[Match {
                judge: "x",
                entry: "a",
                score: 1,
                is_expert: true,
            }],
            &[],
            &[("j", "a"), ("k", "a")],
        )
        .expect("sound")
    };
    let wishes = |experts, organisation_cap| Wishes {
        experts,
        organisation_cap,
        jitter: 0.0,
        ..Wishes::default()
    };
    let because = |reviews, experts, cap| {
        let why = assign(&problem(reviews), &wishes(experts, cap)).expect_err("it is not possible");
        (why.because, why.short)
    };
    let one = vec![("a".to_owned(), 1)];
    assert_eq!(because(2, 1, None), (Because::Experts, one.clone()));
    assert_eq!(because(2, 0, Some(1)), (Because::OrganisationCap, one));
    for (reviews, experts, cap) in [(3, 1, None), (2, 0, Some(2)), (3, 0, Some(3))] {
        let assigned = assign(&problem(reviews), &wishes(experts, cap)).expect("it is possible");
        assert_eq!(assigned.pairs.len(), reviews as usize);
    }
}
