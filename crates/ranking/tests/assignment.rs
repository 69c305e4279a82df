//! Assignments against the optima in tests/gold, against brute force, and what must hold of every one.

mod kept;

use kept::{check, plain};
use plaudit_ranking::{Demand, Load, Match, Problem, Seed, Wishes, assign};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;

fn rows(name: &str) -> Vec<Vec<usize>> {
    let path = format!("{}/tests/gold/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("the file is there");
    (text.lines().skip(1))
        .map(|line| {
            line.split(',')
                .map(|field| field.parse().expect("a number"))
                .collect()
        })
        .collect()
}

/// The instance of tests/gold/README.md: scores, experts, conflicts and loads.
fn gold(name: &str) -> Problem {
    let entries = rows(&format!("assign_{name}.entries.csv"));
    let judges = rows(&format!("assign_{name}.judges.csv"));
    let id = |number: usize| format!("{number:05}");
    let ids: Vec<String> = (0..entries.len().max(judges.len())).map(id).collect();
    let mut matches = Vec::new();
    for entry in &entries {
        for judge in &judges {
            let first = judge[3 + entry[1]];
            let noise = (entry[0] * 7_919 + judge[0] * 104_729) % 10;
            let score = 10 * first + 5 * judge[3 + entry[2]] + noise;
            matches.push(Match {
                judge: &ids[judge[0]],
                entry: &ids[entry[0]],
                score: u32::try_from(score).expect("small"),
                is_expert: first >= 2,
            });
        }
    }
    let conflicts = rows(&format!("assign_{name}.coi.csv"));
    let conflicts: Vec<(&str, &str)> = (conflicts.iter())
        .map(|pair| (ids[pair[0]].as_str(), ids[pair[1]].as_str()))
        .collect();
    let small = |number: usize| u32::try_from(number).expect("small");
    Problem::new(
        (entries.iter())
            .map(|entry| Demand {
                entry: id(entry[0]),
                reviews: 3,
                organisation: None,
            })
            .collect(),
        (judges.iter())
            .map(|judge| Load {
                judge: id(judge[0]),
                least: small(judge[1]),
                most: small(judge[2]),
                organisation: None,
            })
            .collect(),
        &matches,
        &conflicts,
        &[],
    )
    .expect("the files have no fault")
}

#[test]
fn the_optima_of_the_gold_files_are_reached() {
    for (name, total, with_expert) in [
        ("60x12x3", 6_925, 6_925),
        ("2000x200x3", 246_215, 6_000 * 54 - 77_787),
    ] {
        let problem = gold(name);
        let assignment = assign(&problem, &plain()).expect("feasible");
        check(&problem, &assignment);
        assert_eq!(
            (assignment.total_match, assignment.gap.to_bits()),
            (total, 0),
            "{name}"
        );
        assert_eq!(assignment.components, 1);
        let wishes = Wishes {
            experts: 1,
            ..plain()
        };
        let assignment = assign(&problem, &wishes).expect("feasible");
        check(&problem, &assignment);
        assert_eq!(assignment.total_match, with_expert, "{name}");
        for entry in 0..problem.entries().len() {
            assert!(
                assignment
                    .pairs
                    .iter()
                    .any(|&(at, judge)| at == entry && problem.is_expert(at, judge))
            );
        }
    }
}

#[test]
fn chance_changes_who_judges_what_and_costs_no_more_than_it_may() {
    let problem = gold("60x12x3");
    let wishes = |seed| Wishes {
        seed: Seed::from(seed),
        ..Wishes::default()
    };
    let (one, two) = (assign(&problem, &wishes(1)), assign(&problem, &wishes(2)));
    let (one, two) = (one.expect("feasible"), two.expect("feasible"));
    check(&problem, &one);
    assert_ne!(one.pairs, two.pairs);
    assert_eq!(assign(&problem, &wishes(1)).as_ref(), Ok(&one));
    // 180 reviews at 5 % of the highest score, which is at most 54.
    assert!(one.total_match <= 6_925 && one.total_match + 180 * 54 / 20 >= 6_925);
}

/// A small instance: scores by entry and judge, loads, forbidden pairs as a number each.
#[derive(Debug, Clone)]
struct Small {
    scores: Vec<Vec<u32>>,
    loads: Vec<(u32, u32)>,
    reviews: Vec<u32>,
    forbidden: BTreeSet<(usize, usize)>,
    experts: BTreeSet<(usize, usize)>,
}

impl Small {
    fn problem(&self) -> Problem {
        let ids = ["a", "b", "c", "d"];
        let mut matches = Vec::new();
        for (entry, row) in self.scores.iter().enumerate() {
            for (judge, &score) in row.iter().enumerate() {
                matches.push(Match {
                    judge: ids[judge],
                    entry: ids[entry],
                    score,
                    is_expert: self.experts.contains(&(entry, judge)),
                });
            }
        }
        let conflicts: Vec<_> = (self.forbidden.iter())
            .map(|&(entry, judge)| (ids[judge], ids[entry]))
            .collect();
        let entries = self.reviews.iter().zip(ids).map(|(&reviews, id)| Demand {
            entry: id.to_owned(),
            reviews,
            organisation: None,
        });
        let judges = self.loads.iter().zip(ids).map(|(&(least, most), id)| Load {
            judge: id.to_owned(),
            least,
            most,
            organisation: Some(if id < "c" { "x" } else { "y" }.to_owned()),
        });
        Problem::new(
            entries.collect(),
            judges.collect(),
            &matches,
            &conflicts,
            &[],
        )
        .expect("sound")
    }

    /// The greatest sum of scores, by trying every set of judges for every entry.
    fn best(&self, experts: u32, cap: Option<u32>) -> Option<u64> {
        fn go(
            small: &Small,
            entry: usize,
            loads: &mut Vec<u32>,
            experts: u32,
            cap: Option<u32>,
        ) -> Option<u64> {
            let Some(&reviews) = small.reviews.get(entry) else {
                let is_enough = loads
                    .iter()
                    .zip(&small.loads)
                    .all(|(load, bounds)| *load >= bounds.0);
                return is_enough.then_some(0);
            };
            let judges = small.loads.len();
            let mut best = None;
            for set in 0u32..1 << judges {
                let chosen: Vec<usize> =
                    (0..judges).filter(|judge| set >> judge & 1 == 1).collect();
                let expert = chosen
                    .iter()
                    .filter(|&&judge| small.experts.contains(&(entry, judge)))
                    .count();
                let left = chosen.iter().filter(|&&judge| judge < 2).count();
                let most = cap.map_or(usize::MAX, |cap| cap as usize);
                if set.count_ones() != reviews
                    || expert < experts.min(reviews) as usize
                    || left > most
                    || chosen.len() - left > most
                    || chosen.iter().any(|&judge| {
                        small.forbidden.contains(&(entry, judge))
                            || loads[judge] >= small.loads[judge].1
                    })
                {
                    continue;
                }
                for &judge in &chosen {
                    loads[judge] += 1;
                }
                if let Some(rest) = go(small, entry + 1, loads, experts, cap) {
                    let own: u64 = chosen
                        .iter()
                        .map(|&judge| u64::from(small.scores[entry][judge]))
                        .sum();
                    best = best.max(Some(own + rest));
                }
                for &judge in &chosen {
                    loads[judge] -= 1;
                }
            }
            best
        }
        go(self, 0, &mut vec![0; self.loads.len()], experts, cap)
    }
}

fn small() -> impl Strategy<Value = Small> {
    (1usize..=4, 1usize..=4).prop_flat_map(|(entries, judges)| {
        let pairs = || proptest::collection::btree_set((0..entries, 0..judges), 0..5);
        (
            proptest::collection::vec(proptest::collection::vec(0u32..20, judges), entries),
            proptest::collection::vec((0u32..3, 0u32..4), judges),
            proptest::collection::vec(0u32..4, entries),
            pairs(),
            pairs(),
        )
            .prop_map(|(scores, loads, reviews, forbidden, experts)| Small {
                scores,
                loads: loads
                    .into_iter()
                    .map(|(least, more)| (least, least + more))
                    .collect(),
                reviews,
                forbidden,
                experts,
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn small_instances_are_solved_as_by_brute_force(small in small(), experts in 0u32..3, cap in proptest::option::of(1u32..3)) {
        let problem = small.problem();
        let wishes = Wishes { experts, organisation_cap: cap, is_connected: false, ..plain() };
        let best = small.best(experts, cap);
        match assign(&problem, &wishes) {
            Ok(assignment) => {
                check(&problem, &assignment);
                let best = best.expect("brute force finds one too");
                // Experts and a cap at once, too: so small an instance is searched to the end.
                prop_assert_eq!(assignment.total_match, best);
                prop_assert_eq!(assignment.gap.to_bits(), 0);
            }
            Err(why) => {
                prop_assert!(best.is_none(), "{}", why);
                prop_assert!(!why.to_string().is_empty());
            }
        }
        let connected = Wishes { is_connected: true, ..wishes };
        if let Ok(assignment) = assign(&problem, &connected) {
            check(&problem, &assignment);
        }
    }

    #[test]
    fn the_worst_match_is_made_as_good_as_brute_force_makes_it_and_then_the_sum(small in small()) {
        let problem = small.problem();
        let wishes = Wishes { is_worst_first: true, is_connected: false, ..plain() };
        let floors: BTreeSet<u32> = small.scores.iter().flatten().copied().collect();
        let best = floors.into_iter().rev().find_map(|floor| {
            let mut above = small.clone();
            for (entry, scores) in small.scores.iter().enumerate() {
                for (judge, score) in scores.iter().enumerate() {
                    if *score < floor {
                        above.forbidden.insert((entry, judge));
                    }
                }
            }
            above.best(0, None).map(|total| (floor, total))
        });
        match (assign(&problem, &wishes), best) {
            (Ok(assignment), Some((floor, total))) => {
                check(&problem, &assignment);
                prop_assert!(assignment.worst_match.is_none_or(|worst| worst >= floor));
                prop_assert_eq!(assignment.total_match, total);
            }
            (Err(_), None) => {}
            (found, known) => prop_assert!(false, "{:?} is not {:?}", found, known),
        }
    }
}
