//! What is said when nothing can be assigned.

use plaudit_ranking::{Because, Demand, Load, Match, Problem, Wishes, assign};
use proptest::prelude::*;

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
    assert_eq!(
        (why.already.as_slice(), why.bound.len()),
        (["k".to_owned()].as_slice(), 0)
    );
}

/// Four entries with two reviews each; `x` is the only expert on `a` and `b`, and everybody is one on `c` and `d`.
fn with_experts(judges: &[(&str, u32, u32)], conflicts: &[(&str, &str)]) -> Problem {
    let entries = ["a", "b", "c", "d"];
    let matches: Vec<Match<'_>> = (judges.iter())
        .flat_map(|&(judge, ..)| entries.map(|entry| (judge, entry)))
        .map(|(judge, entry)| Match {
            judge,
            entry,
            score: 1,
            is_expert: judge == "x" || entry > "b",
        })
        .collect();
    let entry = |id: &str| Demand {
        entry: id.to_owned(),
        reviews: 2,
        organisation: None,
    };
    let load = |&(id, least, most): &(&str, u32, u32)| Load {
        judge: id.to_owned(),
        least,
        most,
        organisation: None,
    };
    Problem::new(
        entries.map(entry).to_vec(),
        judges.iter().map(load).collect(),
        &matches,
        conflicts,
        &[],
    )
    .expect("sound")
}

#[test]
fn entries_that_lack_experts_are_named_without_those_that_do_not() {
    let judges = [("x", 0, 9), ("y", 2, 9), ("z", 2, 9)];
    let wishes = |experts| Wishes {
        experts,
        jitter: 0.0,
        ..Wishes::default()
    };
    let two = |ids: [&str; 2]| ids.map(str::to_owned).to_vec();
    let problem = with_experts(&judges, &[]);
    assert!(assign(&problem, &wishes(1)).is_ok());
    let why = assign(&problem, &wishes(2)).expect_err("x is the only expert on two of them");
    assert_eq!(why.because, Because::Experts);
    assert_eq!(why.short, [("a".to_owned(), 1), ("b".to_owned(), 1)]);
    // Whoever is left without work is not the reason: he could have it at the cost of others.
    assert_eq!((why.entries, why.idle), (two(["a", "b"]), vec![]));
    assert_eq!((why.judges, why.already), (vec![], vec!["x".to_owned()]));
    let problem = with_experts(&judges, &[("x", "b"), ("y", "b")]);
    let why = assign(&problem, &wishes(1)).expect_err("b has no expert");
    assert_eq!(
        (why.short, why.entries),
        (vec![("b".to_owned(), 1)], vec!["b".to_owned()])
    );
    assert_eq!(why.conflicts, [("x".to_owned(), "b".to_owned())]);
}

#[test]
fn least_loads_without_a_place_are_explained_by_the_entries_that_are_left_to_them() {
    let problem = with_experts(
        &[("w", 0, 9), ("x", 3, 9), ("y", 3, 9), ("z", 2, 9)],
        &[("x", "c"), ("x", "d"), ("y", "c"), ("y", "d")],
    );
    let wishes = Wishes {
        jitter: 0.0,
        ..Wishes::default()
    };
    let why = assign(&problem, &wishes).expect_err("three reviews for two places, twice");
    assert_eq!(why.because, Because::LoadsAndConflicts);
    assert_eq!((why.short.len(), why.judges.len()), (0, 0));
    assert_eq!(why.idle.iter().map(|one| one.1).sum::<u32>(), 2);
    assert_eq!(why.bound, ["x", "y"]);
    assert_eq!(why.entries, ["a", "b"]);
    assert_eq!(why.conflicts.len(), 4);
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

proptest! {
    /// Counted by hand, what is named leaves no assignment: more is needed than can come, or must be made than can go.
    #[test]
    fn what_is_named_is_proof(
        needs in prop::collection::vec(1u32..4, 1..6),
        loads in prop::collection::vec((0u32..5, 0u32..4), 1..6),
        barred in prop::collection::btree_set((0usize..6, 0usize..6), 0..14),
    ) {
        let entries: Vec<Demand> = (needs.iter().enumerate())
            .map(|(number, &reviews)| Demand { entry: format!("e{number}"), reviews, organisation: None })
            .collect();
        let judges: Vec<Load> = (loads.iter().enumerate())
            .map(|(number, &(least, more))| Load {
                judge: format!("j{number}"), least, most: least + more, organisation: None,
            })
            .collect();
        let barred: Vec<(String, String)> = (barred.into_iter())
            .filter(|&(judge, entry)| judge < judges.len() && entry < entries.len())
            .map(|(judge, entry)| (format!("j{judge}"), format!("e{entry}")))
            .collect();
        let pairs: Vec<(&str, &str)> = barred.iter().map(|pair| (pair.0.as_str(), pair.1.as_str())).collect();
        let problem = Problem::new(entries.clone(), judges.clone(), &[], &pairs, &[]).expect("sound");
        let Err(why) = assign(&problem, &Wishes { jitter: 0.0, ..Wishes::default() }) else {
            return Ok(());
        };
        if why.because == Because::LeastLoads {
            let least: u32 = judges.iter().map(|judge| judge.least).sum();
            prop_assert!(least > needs.iter().sum());
            return Ok(());
        }
        prop_assert_eq!(why.because, Because::LoadsAndConflicts);
        let is_open = |judge: &str, entry: &str| !pairs.contains(&(judge, entry));
        let of = |entry: &&Demand| why.entries.contains(&entry.entry);
        let by_others = |entry: &Demand| {
            let others = judges.iter().filter(|judge| !why.judges.contains(&judge.judge));
            others.filter(|judge| is_open(&judge.judge, &entry.entry)).count()
        };
        if why.short.is_empty() {
            let bound = || judges.iter().filter(|judge| why.bound.contains(&judge.judge));
            let most: usize = (entries.iter().filter(of))
                .map(|entry| {
                    let open = bound().filter(|judge| is_open(&judge.judge, &entry.entry)).count();
                    open.min(entry.reviews as usize)
                })
                .sum();
            let elsewhere = entries.iter().filter(|entry| !of(entry));
            prop_assert!(elsewhere.clone().all(|entry| bound().all(|judge| !is_open(&judge.judge, &entry.entry))));
            prop_assert!(bound().map(|judge| judge.least as usize).sum::<usize>() > most);
        } else {
            let needed: usize = entries.iter().filter(of).map(|entry| entry.reviews as usize).sum();
            let full = judges.iter().filter(|judge| why.judges.contains(&judge.judge));
            let most: usize = full.map(|judge| judge.most as usize).sum();
            prop_assert!(needed > most + entries.iter().filter(of).map(by_others).sum::<usize>());
        }
    }
}
