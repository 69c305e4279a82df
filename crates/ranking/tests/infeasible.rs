//! What is said when nothing can be assigned.

use plaudit_ranking::{Because, Demand, Load, Problem, Wishes, assign};

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
