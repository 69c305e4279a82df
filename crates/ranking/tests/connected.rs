//! After the repair there is one part whenever there can be: against every assignment that there is.

use plaudit_ranking::{Demand, Load, Match, Problem, Wishes, assign};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A small instance, all of whose assignments can be gone through.
#[derive(Debug, Clone)]
struct Small {
    scores: Vec<Vec<u32>>,
    reviews: Vec<u32>,
    loads: Vec<(u32, u32)>,
    barred: BTreeSet<(usize, usize)>,
}

fn small() -> impl Strategy<Value = Small> {
    (2usize..=5, 2usize..=5).prop_flat_map(|(entries, judges)| {
        (
            prop::collection::vec(prop::collection::vec(0u32..9, judges), entries),
            prop::collection::vec(1u32..=3, entries),
            prop::collection::vec((0u32..3, 0u32..4), judges),
            prop::collection::btree_set((0..entries, 0..judges), 0..6),
        )
            .prop_map(|(scores, reviews, loads, barred)| Small {
                scores,
                reviews,
                loads: loads
                    .into_iter()
                    .map(|(least, more)| (least, least + more))
                    .collect(),
                barred,
            })
    })
}

impl Small {
    fn problem(&self) -> Problem {
        let ids = |letter: char, many: usize| -> Vec<String> {
            (0..many)
                .map(|number| format!("{letter}{number}"))
                .collect()
        };
        let (entries, judges) = (ids('e', self.scores.len()), ids('j', self.loads.len()));
        let matches: Vec<Match<'_>> = (self.scores.iter().zip(&entries))
            .flat_map(|(scores, entry)| {
                (scores.iter().zip(&judges)).map(|(&score, judge)| Match {
                    judge,
                    entry,
                    score,
                    is_expert: false,
                })
            })
            .collect();
        let barred: Vec<(&str, &str)> = (self.barred.iter())
            .map(|&(entry, judge)| (judges[judge].as_str(), entries[entry].as_str()))
            .collect();
        let demands = (entries.iter().zip(&self.reviews)).map(|(entry, &reviews)| Demand {
            entry: entry.clone(),
            reviews,
            organisation: None,
        });
        let loads = (judges.iter().zip(&self.loads)).map(|(judge, &(least, most))| Load {
            judge: judge.clone(),
            least,
            most,
            organisation: None,
        });
        Problem::new(demands.collect(), loads.collect(), &matches, &barred, &[]).expect("sound")
    }

    /// The fewest parts that any assignment has, by going through all from this entry on.
    fn fewest(&self, chosen: &mut Vec<u32>) -> Option<usize> {
        let entry = chosen.len();
        if entry == self.scores.len() {
            let load = |judge: usize| {
                let has = chosen.iter().filter(|judges| **judges >> judge & 1 == 1);
                u32::try_from(has.count()).expect("few")
            };
            let fits = (self.loads.iter().enumerate())
                .all(|(judge, &(least, most))| (least..=most).contains(&load(judge)));
            return fits.then(|| parts(chosen));
        }
        let mut fewest = None;
        for judges in 0..1u32 << self.loads.len() {
            let is_open = (0..self.loads.len())
                .all(|judge| judges >> judge & 1 == 0 || !self.barred.contains(&(entry, judge)));
            if judges.count_ones() == self.reviews[entry] && is_open {
                chosen.push(judges);
                let parts = self.fewest(chosen);
                fewest = fewest.into_iter().chain(parts).min();
                chosen.pop();
                if fewest == Some(1) {
                    break;
                }
            }
        }
        fewest
    }
}

/// How many groups of entries there are that share no judge, given each one's judges as bits.
fn parts(chosen: &[u32]) -> usize {
    let mut groups: Vec<u32> = Vec::new();
    for &judges in chosen {
        let (touching, mut apart): (Vec<u32>, Vec<u32>) =
            groups.into_iter().partition(|group| group & judges != 0);
        apart.push(touching.into_iter().fold(judges, |all, group| all | group));
        groups = apart;
    }
    groups.len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn there_is_one_part_whenever_there_can_be(small in small()) {
        let problem = small.problem();
        if let Ok(assignment) = assign(&problem, &Wishes { jitter: 0.0, ..Wishes::default() }) {
            let fewest = small.fewest(&mut Vec::new()).expect("there is one");
            prop_assert!(assignment.components == 1 || fewest > 1, "{:?}", assignment.pairs);
        }
    }
}
