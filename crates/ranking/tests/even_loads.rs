//! Even loads as a convex cost, against brute force.

mod kept;

use kept::{check, plain};
use plaudit_ranking::{Assignment, Demand, Load, Match, Problem, Wishes, assign};
use proptest::prelude::*;

const JUDGES: [&str; 4] = ["a", "b", "c", "d"];
const ENTRIES: [&str; 4] = ["p", "q", "r", "s"];

/// An instance in which each entry has as many reviews, with a highest score of 20, and perhaps one pair that is fixed.
fn problem(scores: &[Vec<u32>], reviews: u32, loads: &[(u32, u32)], is_fixed: bool) -> Problem {
    let mut matches = Vec::new();
    for (entry, row) in scores.iter().enumerate() {
        for (judge, &score) in row.iter().enumerate() {
            matches.push(Match {
                judge: JUDGES[judge],
                entry: ENTRIES[entry],
                score,
                is_expert: false,
            });
        }
    }
    let demand = |entry: &&str| Demand {
        entry: (*entry).to_owned(),
        reviews,
        organisation: None,
    };
    let load = |(judge, &(least, most)): (&&str, &(u32, u32))| Load {
        judge: (*judge).to_owned(),
        least,
        most,
        organisation: None,
    };
    Problem::new(
        ENTRIES[..scores.len()].iter().map(demand).collect(),
        JUDGES.iter().zip(loads).map(load).collect(),
        &matches,
        &[],
        if is_fixed { &[("a", "p")] } else { &[] },
    )
    .expect("sound")
}

/// The match less what uneven loads cost: for a load of n, `n(n − 1)/2` times so much.
fn worth(problem: &Problem, pairs: &[(usize, usize)], each: i64) -> i64 {
    let mut loads = [0i64; 4];
    let mut worth = 0;
    for &(entry, judge) in pairs {
        worth += i64::from(problem.score(entry, judge)) - each * loads[judge];
        loads[judge] += 1;
    }
    worth
}

/// The greatest worth of all assignments; `None` if there is none.
fn best(problem: &Problem, each: i64, is_fixed: bool) -> Option<i64> {
    let (entries, judges) = (problem.entries().len(), problem.judges().len());
    let mut found = None;
    for code in 0u32..1 << (entries * judges) {
        let has = |entry: usize, judge: usize| code >> (entry * judges + judge) & 1 == 1;
        let pairs: Vec<(usize, usize)> = (0..entries)
            .flat_map(|entry| (0..judges).map(move |judge| (entry, judge)))
            .filter(|&(entry, judge)| has(entry, judge))
            .collect();
        let of = |count: usize| u32::try_from(count).expect("small");
        let is_met = (0..entries).all(|entry| {
            of(pairs.iter().filter(|pair| pair.0 == entry).count())
                == problem.entries()[entry].reviews
        });
        let is_borne = (0..judges).all(|judge| {
            let load = of(pairs.iter().filter(|pair| pair.1 == judge).count());
            (problem.judges()[judge].least..=problem.judges()[judge].most).contains(&load)
        });
        if is_met && is_borne && (!is_fixed || has(0, 0)) {
            found = found.max(Some(worth(problem, &pairs, each)));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn even_loads_are_weighed_against_the_match_as_by_brute_force(
        mut scores in prop::collection::vec(prop::collection::vec(0u32..20, 4), 1..=4),
        reviews in 1u32..4,
        loads in prop::collection::vec((0u32..2, 0u32..4), 4),
        each in 0u8..4,
        is_fixed: bool,
    ) {
        scores[0][0] = 20;
        let loads: Vec<(u32, u32)> = loads.into_iter().map(|(least, more)| (least, least + more)).collect();
        let problem = problem(&scores, reviews, &loads, is_fixed);
        let wishes = Wishes { evenness: f64::from(each) / 20.0, is_connected: false, ..plain() };
        let found = assign(&problem, &wishes).ok().map(|assignment: Assignment| {
            check(&problem, &assignment);
            assert_eq!(assignment.gap.to_bits(), 0);
            worth(&problem, &assignment.pairs, i64::from(each))
        });
        prop_assert_eq!(found, best(&problem, i64::from(each), is_fixed));
    }
}

#[test]
fn loads_are_as_even_as_can_be_where_that_counts_more_than_any_match() {
    // Thirty entries that all suit the first of four judges best; beyond eight at a time, further loads are opened late.
    let ids: Vec<String> = (0..30).map(|number| format!("{number:02}")).collect();
    let matches: Vec<Match<'_>> = (ids.iter())
        .flat_map(|entry| {
            (JUDGES.iter().zip([100, 40, 40, 40])).map(move |(judge, score)| Match {
                judge,
                entry,
                score,
                is_expert: false,
            })
        })
        .collect();
    let problem = Problem::new(
        (ids.iter())
            .map(|entry| Demand {
                entry: entry.clone(),
                reviews: 2,
                organisation: None,
            })
            .collect(),
        (JUDGES.iter())
            .map(|judge| Load {
                judge: (*judge).to_owned(),
                least: 0,
                most: 100_000,
                organisation: None,
            })
            .collect(),
        &matches,
        &[],
        &[],
    )
    .expect("sound");
    let loads = |evenness| {
        let wishes = Wishes {
            evenness,
            is_connected: false,
            ..plain()
        };
        let mut loads = assign(&problem, &wishes).expect("feasible").loads;
        loads[1..].sort_unstable();
        loads
    };
    assert_eq!(loads(1.0), [15, 15, 15, 15]);
    assert_eq!(loads(0.0)[0], 30);
}
