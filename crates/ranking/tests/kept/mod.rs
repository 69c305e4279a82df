//! What every assignment keeps, whatever was wished.

use plaudit_ranking::{Assignment, Problem, Wishes};
use std::collections::BTreeSet;

/// Nothing but the greatest match: no chance.
pub(crate) fn plain() -> Wishes {
    Wishes {
        jitter: 0.0,
        ..Wishes::default()
    }
}

/// Panics unless loads, demands and conflicts are kept.
pub(crate) fn check(problem: &Problem, assignment: &Assignment) {
    let distinct: BTreeSet<_> = assignment.pairs.iter().collect();
    assert_eq!(distinct.len(), assignment.pairs.len());
    for (place, entry) in problem.entries().iter().enumerate() {
        let reviews = assignment
            .pairs
            .iter()
            .filter(|pair| pair.0 == place)
            .count();
        assert_eq!(u32::try_from(reviews), Ok(entry.reviews), "{}", entry.entry);
    }
    for (place, judge) in problem.judges().iter().enumerate() {
        let load = assignment
            .pairs
            .iter()
            .filter(|pair| pair.1 == place)
            .count();
        assert_eq!(u32::try_from(load), Ok(assignment.loads[place]));
        assert!(
            (judge.least..=judge.most).contains(&assignment.loads[place]),
            "{}",
            judge.judge
        );
    }
    for &(entry, judge) in &assignment.pairs {
        assert!(problem.is_allowed(entry, judge));
    }
    let total: u64 = (assignment.pairs.iter())
        .map(|&(entry, judge)| u64::from(problem.score(entry, judge)))
        .sum();
    assert_eq!(total, assignment.total_match);
}
