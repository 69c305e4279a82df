//! Finding a plan: what stays is fixed, what is barred is forbidden, and `plaudit-ranking` does the rest.

use std::collections::{BTreeSet, HashMap, HashSet};

use plaudit_ranking::{self as ranking, Demand, Load, Match, Problem, Seed, Wishes};
use uuid::Uuid;

use super::{HIGHEST_MATCH, Impossible, Instance, Known, Options, Outcome, Pair};
use crate::{
    ids::{AccountId, CaseId},
    text,
};

impl Instance {
    /// Finds who judges what, given what stays.
    ///
    /// # Errors
    /// [`Impossible`], with what stands in the way.
    pub fn solve(&self, options: &Options) -> Result<Outcome, Box<Impossible>> {
        let staying = self.staying(options);
        let mut kept_of_case: HashMap<CaseId, u32> = HashMap::new();
        for (case, _) in &staying {
            *kept_of_case.entry(*case).or_default() += 1;
        }
        let kept_of_judge = self.loads(&staying);
        let entries: Vec<Demand> = self
            .cases
            .iter()
            .map(|case| Demand {
                entry: case.id.to_string(),
                reviews: options
                    .reviews
                    .saturating_sub(case.done_elsewhere)
                    .max(kept_of_case.get(&case.id).copied().unwrap_or_default()),
                organisation: None,
            })
            .collect();
        let judges: Vec<Load> = self
            .judges
            .iter()
            .map(|judge| {
                let kept = kept_of_judge.get(&judge.id).copied().unwrap_or_default();
                Load {
                    judge: judge.id.to_string(),
                    least: Self::least(judge, options),
                    most: Self::most(judge, options).max(kept),
                    organisation: judge.organisation.as_deref().map(text::fold),
                }
            })
            .collect();
        let needed = entries.iter().map(|entry| u64::from(entry.reviews)).sum();
        let offered = judges.iter().map(|judge| u64::from(judge.most)).sum();
        let least = judges.iter().map(|judge| u64::from(judge.least)).sum();
        let barred = self.barred(&staying);
        let wishes = Wishes {
            experts: options.experts,
            organisation_cap: options.cap,
            jitter: f64::from(options.chance.min(100)) / 100.0,
            seed: Seed::new(options.seed.clone()),
            ..Wishes::default()
        };
        let slack = self.slack(needed);
        let even = [slack, slack + 2].map(|slack| {
            let kept = |judge: usize| kept_of_judge.get(&self.judges[judge].id).copied();
            evened(&judges, needed, slack, |judge| {
                kept(judge).unwrap_or_default()
            })
        });
        let mut problem = self.problem(entries.clone(), even[0].clone(), &barred, &staying);
        let mut solved = ranking::assign(&problem, &wishes);
        // As even as it can be; then less even; then as uneven as was allowed.
        for judges in [even[1].clone(), judges] {
            if solved.is_ok() {
                break;
            }
            problem = self.problem(entries.clone(), judges, &barred, &staying);
            solved = ranking::assign(&problem, &wishes);
        }
        match solved {
            Ok(found) => Ok(Outcome {
                pairs: found
                    .pairs
                    .iter()
                    .filter_map(|&(entry, judge)| {
                        let case = read::<CaseId>(&problem.entries()[entry].entry)?;
                        Some((case, read(&problem.judges()[judge].judge)?))
                    })
                    .collect(),
                gap: thousandths(found.gap),
                exchanges: found.exchanges,
                cost_of_exchanges: found.cost_of_exchanges,
            }),
            Err(infeasible) => Err(Box::new(impossible(&infeasible, (needed, offered, least)))),
        }
    }

    /// How far loads may differ from even ones for the sake of better matches: not at all where there are none.
    fn slack(&self, needed: u64) -> u32 {
        let each = needed / u64::try_from(self.judges.len()).unwrap_or(u64::MAX).max(1);
        if self.matches.is_empty() {
            0
        } else {
            u32::try_from(each / 4).unwrap_or(u32::MAX).max(1)
        }
    }

    /// Every pair with the same match.
    fn alike(&self) -> Known {
        let pairs = self
            .cases
            .iter()
            .flat_map(|case| self.judges.iter().map(move |judge| (case.id, judge.id)));
        pairs.map(|pair| (pair, (100, false))).collect()
    }

    /// Every pair that may not be, but for those that stay.
    fn barred(&self, staying: &BTreeSet<Pair>) -> Vec<(String, String)> {
        let mut judges_of: HashMap<String, Vec<AccountId>> = HashMap::new();
        for judge in &self.judges {
            if let Some(organisation) = &judge.organisation {
                judges_of
                    .entry(text::fold(organisation))
                    .or_default()
                    .push(judge.id);
            }
        }
        let colleagues = self.cases.iter().flat_map(|case| {
            let own = case.organisation.as_deref().map(text::fold);
            let own = own.and_then(|organisation| judges_of.get(&organisation));
            own.into_iter()
                .flatten()
                .map(|judge| (case.id, *judge))
                .collect::<Vec<_>>()
        });
        let known: HashSet<CaseId> = self.cases.iter().map(|case| case.id).collect();
        let panel: HashSet<AccountId> = self.judges.iter().map(|judge| judge.id).collect();
        self.bars
            .keys()
            .copied()
            .chain(colleagues)
            .filter(|pair| !staying.contains(pair))
            .filter(|(case, judge)| known.contains(case) && panel.contains(judge))
            .map(|(case, judge)| (judge.to_string(), case.to_string()))
            .collect()
    }

    fn problem(
        &self,
        entries: Vec<Demand>,
        judges: Vec<Load>,
        barred: &[(String, String)],
        staying: &BTreeSet<Pair>,
    ) -> Problem {
        let case_ids: HashMap<CaseId, String> = self
            .cases
            .iter()
            .map(|case| (case.id, case.id.to_string()))
            .collect();
        let judge_ids: HashMap<AccountId, String> = self
            .judges
            .iter()
            .map(|judge| (judge.id, judge.id.to_string()))
            .collect();
        // Where nothing is known every pair is worth the same, so that chance has something to go against.
        let unknown = self.matches.is_empty().then(|| self.alike());
        let matches: Vec<Match<'_>> = unknown
            .as_ref()
            .unwrap_or(&self.matches)
            .iter()
            .filter_map(|((case, judge), (score, is_expert))| {
                Some(Match {
                    judge: judge_ids.get(judge)?,
                    entry: case_ids.get(case)?,
                    score: (*score).min(HIGHEST_MATCH),
                    is_expert: *is_expert,
                })
            })
            .collect();
        let conflicts: Vec<(&str, &str)> = barred
            .iter()
            .map(|(judge, case)| (judge.as_str(), case.as_str()))
            .collect();
        let fixed: Vec<(&str, &str)> = staying
            .iter()
            .filter_map(|(case, judge)| {
                Some((judge_ids.get(judge)?.as_str(), case_ids.get(case)?.as_str()))
            })
            .collect();
        Problem::new(entries, judges, &matches, &conflicts, &fixed)
            .expect("ids are there once, loads do not cross, and nothing that stays is barred")
    }
}

/// The same loads, as near to one level as their bounds allow and `slack` to either side of it; what a judge keeps
/// always fits.
fn evened(judges: &[Load], needed: u64, slack: u32, kept: impl Fn(usize) -> u32) -> Vec<Load> {
    let most = judges
        .iter()
        .map(|judge| judge.most)
        .max()
        .unwrap_or_default();
    let sum =
        |of: &dyn Fn(&Load) -> u32| judges.iter().map(|judge| u64::from(of(judge))).sum::<u64>();
    let level = |judge: &Load, level: u32| level.clamp(judge.least, judge.most);
    let upper = (0..=most)
        .find(|at| sum(&|judge| level(judge, *at)) >= needed)
        .unwrap_or(most);
    let lower = (0..=most)
        .rev()
        .find(|at| sum(&|judge| level(judge, *at)) <= needed)
        .unwrap_or_default();
    judges
        .iter()
        .enumerate()
        .map(|(place, judge)| {
            let most = level(judge, upper.saturating_add(slack)).max(kept(place));
            Load {
                // Nobody is left with nothing to read for the sake of a better match.
                least: level(judge, lower.saturating_sub(slack).max(lower.min(1))).min(most),
                most,
                ..judge.clone()
            }
        })
        .collect()
}

fn read<T: From<Uuid>>(id: &str) -> Option<T> {
    Uuid::parse_str(id).ok().map(T::from)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a sum of matches is far below 2⁶³ thousandths"
)]
fn thousandths(gap: f64) -> i64 {
    (gap * 1_000.0).ceil() as i64
}

fn impossible(
    found: &ranking::Infeasible,
    (needed, offered, least): (u64, u64, u64),
) -> Impossible {
    fn all<T: From<Uuid>>(ids: &[(String, u32)]) -> Vec<(T, u32)> {
        ids.iter()
            .filter_map(|(id, count)| Some((read(id)?, *count)))
            .collect()
    }
    Impossible {
        because: found.because,
        short: all(&found.short),
        idle: all(&found.idle),
        cases: found.entries.iter().filter_map(|id| read(id)).collect(),
        judges: found.judges.iter().filter_map(|id| read(id)).collect(),
        already: found.already.iter().filter_map(|id| read(id)).collect(),
        bound: found.bound.iter().filter_map(|id| read(id)).collect(),
        conflicts: found
            .conflicts
            .iter()
            .filter_map(|(judge, case)| Some((read(case)?, read(judge)?)))
            .collect(),
        least,
        needed,
        offered,
    }
}
