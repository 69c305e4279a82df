//! Who should judge what, so that a ranking can be had: an exact minimum-cost flow, then connectivity.
//!
//! judging-science.md, 2f. Every entry gets its number of reviews by different judges, every judge a load between his
//! least and most, no forbidden pair is used, and the sum of match scores is the greatest possible.

mod arcs;
mod both;
mod connectivity;
mod cut;
mod design;
mod detour;
mod infeasible;
mod nodes;
mod solve;

use crate::random::Seed;
use std::collections::BTreeMap;
use thiserror::Error;

pub use infeasible::{Because, Infeasible};
pub use solve::assign;

/// An entry and the reviews it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// The entry's id.
    pub entry: String,
    /// How many reviews it is to have, by as many judges.
    pub reviews: u32,
    /// Where it comes from; a judge of the same organisation may not judge it.
    pub organisation: Option<String>,
}

/// A judge and the load that is right for him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// The judge's id.
    pub judge: String,
    /// How many reviews he makes at least.
    pub least: u32,
    /// And at most.
    pub most: u32,
    /// Where he comes from.
    pub organisation: Option<String>,
}

/// How well a judge suits an entry; pairs without one have a score of nought and are no expert's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'a> {
    /// The judge's id.
    pub judge: &'a str,
    /// The entry's id.
    pub entry: &'a str,
    /// More is better; nought to [`Problem::HIGHEST_SCORE`].
    pub score: u32,
    /// Whether he is an expert on it.
    pub is_expert: bool,
}

/// What is wrong with an assignment's input; [`Problem::new`] reports all of it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProblemFault {
    /// Two entries share an id.
    #[error("entry “{0}” is given twice")]
    EntryTwice(String),
    /// Two judges share an id.
    #[error("judge “{0}” is given twice")]
    JudgeTwice(String),
    /// An id is not among the entries.
    #[error("entry “{0}” is unknown")]
    UnknownEntry(String),
    /// An id is not among the judges.
    #[error("judge “{0}” is unknown")]
    UnknownJudge(String),
    /// A judge's least load exceeds his most.
    #[error("judge “{0}” has a least load above his most")]
    LoadsCross(String),
    /// A match score is beyond [`Problem::HIGHEST_SCORE`].
    #[error(
        "the match of judge “{judge}” and entry “{entry}” is above {}",
        Problem::HIGHEST_SCORE
    )]
    ScoreTooHigh {
        /// The judge's id.
        judge: String,
        /// The entry's id.
        entry: String,
    },
    /// A pair is given twice, as a match or as fixed.
    #[error("judge “{judge}” and entry “{entry}” are given twice")]
    PairTwice {
        /// The judge's id.
        judge: String,
        /// The entry's id.
        entry: String,
    },
    /// A pair is fixed and forbidden at once.
    #[error("judge “{judge}” is fixed for entry “{entry}” and in conflict with it")]
    FixedConflict {
        /// The judge's id.
        judge: String,
        /// The entry's id.
        entry: String,
    },
}

/// Entries, judges, how they match, and what may not be, in the order of the bytes of their ids.
#[derive(Debug, Clone)]
pub struct Problem {
    entries: Vec<Demand>,
    judges: Vec<Load>,
    pairs: Vec<Pair>,
    fixed: Vec<(usize, usize)>,
    highest: u32,
}

/// What is known of one judge and one entry, in four bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Pair(u32);

impl Pair {
    const FORBIDDEN: u32 = 1 << 31;
    const EXPERT: u32 = 1 << 30;
    const GIVEN: u32 = 1 << 29;

    fn score(self) -> u32 {
        self.0 & (Self::GIVEN - 1)
    }

    fn is(self, flag: u32) -> bool {
        self.0 & flag != 0
    }
}

impl Problem {
    /// The highest match score.
    pub const HIGHEST_SCORE: u32 = 1_000_000;

    /// Checks and orders the input; conflicts and fixed pairs are (judge, entry). Takes four bytes for each pair of an
    /// entry and a judge.
    ///
    /// # Errors
    /// Every [`ProblemFault`] there is.
    pub fn new(
        mut entries: Vec<Demand>,
        mut judges: Vec<Load>,
        matches: &[Match<'_>],
        conflicts: &[(&str, &str)],
        fixed: &[(&str, &str)],
    ) -> Result<Self, Vec<ProblemFault>> {
        let mut faults = Vec::new();
        entries.sort_by(|left, right| left.entry.cmp(&right.entry));
        judges.sort_by(|left, right| left.judge.cmp(&right.judge));
        for pair in entries
            .windows(2)
            .filter(|pair| pair[0].entry == pair[1].entry)
        {
            faults.push(ProblemFault::EntryTwice(pair[0].entry.clone()));
        }
        for pair in judges
            .windows(2)
            .filter(|pair| pair[0].judge == pair[1].judge)
        {
            faults.push(ProblemFault::JudgeTwice(pair[0].judge.clone()));
        }
        for judge in judges.iter().filter(|judge| judge.least > judge.most) {
            faults.push(ProblemFault::LoadsCross(judge.judge.clone()));
        }
        let mut problem = Self {
            pairs: vec![Pair::default(); entries.len() * judges.len()],
            entries,
            judges,
            fixed: Vec::new(),
            highest: 0,
        };
        for one in matches {
            let Some((entry, judge)) = problem.find(one.judge, one.entry, &mut faults) else {
                continue;
            };
            let (judge_id, entry_id) = (one.judge.to_owned(), one.entry.to_owned());
            let place = entry * problem.judges.len() + judge;
            if one.score > Self::HIGHEST_SCORE {
                faults.push(ProblemFault::ScoreTooHigh {
                    judge: judge_id,
                    entry: entry_id,
                });
            } else if problem.pairs[place].is(Pair::GIVEN) {
                faults.push(ProblemFault::PairTwice {
                    judge: judge_id,
                    entry: entry_id,
                });
            } else {
                let expert = if one.is_expert { Pair::EXPERT } else { 0 };
                problem.pairs[place] = Pair(one.score | expert | Pair::GIVEN);
                problem.highest = problem.highest.max(one.score);
            }
        }
        for &(judge, entry) in conflicts {
            if let Some((entry, judge)) = problem.find(judge, entry, &mut faults) {
                problem.pairs[entry * problem.judges.len() + judge].0 |= Pair::FORBIDDEN;
            }
        }
        problem.forbid_same_organisation();
        for &(judge_id, entry_id) in fixed {
            let Some((entry, judge)) = problem.find(judge_id, entry_id, &mut faults) else {
                continue;
            };
            let (judge_id, entry_id) = (judge_id.to_owned(), entry_id.to_owned());
            if problem.pair(entry, judge).is(Pair::FORBIDDEN) {
                faults.push(ProblemFault::FixedConflict {
                    judge: judge_id,
                    entry: entry_id,
                });
            } else if problem.fixed.contains(&(entry, judge)) {
                faults.push(ProblemFault::PairTwice {
                    judge: judge_id,
                    entry: entry_id,
                });
            } else {
                problem.fixed.push((entry, judge));
            }
        }
        problem.fixed.sort_unstable();
        if faults.is_empty() {
            Ok(problem)
        } else {
            Err(faults)
        }
    }

    /// The entries, by the bytes of their ids.
    pub fn entries(&self) -> &[Demand] {
        &self.entries
    }

    /// The judges, by the bytes of their ids.
    pub fn judges(&self) -> &[Load] {
        &self.judges
    }

    /// The match score of an entry and a judge, by index.
    pub fn score(&self, entry: usize, judge: usize) -> u32 {
        self.pair(entry, judge).score()
    }

    /// Whether the judge may judge the entry, by index.
    pub fn is_allowed(&self, entry: usize, judge: usize) -> bool {
        !self.pair(entry, judge).is(Pair::FORBIDDEN)
    }

    /// Whether the judge is an expert on the entry, by index.
    pub fn is_expert(&self, entry: usize, judge: usize) -> bool {
        self.pair(entry, judge).is(Pair::EXPERT)
    }

    fn pair(&self, entry: usize, judge: usize) -> Pair {
        self.pairs[entry * self.judges.len() + judge]
    }

    fn find(
        &self,
        judge: &str,
        entry: &str,
        faults: &mut Vec<ProblemFault>,
    ) -> Option<(usize, usize)> {
        let entry_place = self
            .entries
            .binary_search_by(|one| one.entry.as_str().cmp(entry));
        let judge_place = self
            .judges
            .binary_search_by(|one| one.judge.as_str().cmp(judge));
        if entry_place.is_err() {
            faults.push(ProblemFault::UnknownEntry(entry.to_owned()));
        }
        if judge_place.is_err() {
            faults.push(ProblemFault::UnknownJudge(judge.to_owned()));
        }
        entry_place.ok().zip(judge_place.ok())
    }

    fn forbid_same_organisation(&mut self) {
        let mut judges: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, judge) in self.judges.iter().enumerate() {
            if let Some(organisation) = &judge.organisation {
                judges.entry(organisation).or_default().push(place);
            }
        }
        for (place, entry) in self.entries.iter().enumerate() {
            let own = entry.organisation.as_deref().and_then(|id| judges.get(id));
            for judge in own.into_iter().flatten() {
                self.pairs[place * self.judges.len() + judge].0 |= Pair::FORBIDDEN;
            }
        }
    }
}

/// What is asked of an assignment beyond loads and conflicts.
#[derive(Debug, Clone, PartialEq)]
pub struct Wishes {
    /// How many of each entry's judges are experts on it at least, those that are fixed among them; all of them, if it has
    /// fewer reviews.
    pub experts: u32,
    /// How many of each entry's judges come from one organisation at most, those that are fixed among them.
    pub organisation_cap: Option<u32>,
    /// δ: up to this share of the highest match score is added to each pair's cost by chance, so that nobody can tell
    /// beforehand who judges what; it costs at most that much per review.
    pub jitter: f64,
    /// Each further review of a judge counts for this share of the highest match score more than the one before it, so that
    /// loads become even (a convex cost, and still exact): nought for the match alone, and a little is enough.
    pub evenness: f64,
    /// What chance depends on.
    pub seed: Seed,
    /// Whether the worst single match is made as good as possible before the sum is.
    pub is_worst_first: bool,
    /// Whether parts that no review links are joined by exchanges.
    pub is_connected: bool,
    /// Below this [`Assignment::efficiency`], reviews are exchanged to compare entries better, for at most 1 % of the total
    /// match; nought for never, and .9 is good.
    pub least_efficiency: f64,
}

impl Default for Wishes {
    /// No experts, no cap, a jitter of 5 %, loads as they come, seed 1, the sum alone, connected, no least efficiency.
    fn default() -> Self {
        Self {
            experts: 0,
            organisation_cap: None,
            jitter: 0.05,
            evenness: 0.0,
            seed: Seed::from(1),
            is_worst_first: false,
            is_connected: true,
            least_efficiency: 0.0,
        }
    }
}

/// Who judges what.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// (entry, judge) by index in [`Problem::entries`] and [`Problem::judges`], in order.
    pub pairs: Vec<(usize, usize)>,
    /// The sum of match scores.
    pub total_match: u64,
    /// By how much the flow's objective (match scores less chance and uneven loads) may fall short of the greatest possible, in units of
    /// match scores: nought when it is proven to be the greatest, before any exchange.
    pub gap: f64,
    /// How much match score all exchanges have cost.
    pub cost_of_exchanges: i64,
    /// Each judge's load.
    pub loads: Vec<u32>,
    /// How many parts no review links.
    pub components: usize,
    /// How many exchanges joined parts.
    pub exchanges: usize,
    /// How many exchanges were made for the sake of the efficiency.
    pub strengthening: usize,
    /// The mean variance of a difference between two entries in a design drawn by lot with the same loads, divided by that
    /// in this one, as the calibrated model with θ = (1, 0.8) has it: 1 is as good, and less compares entries worse. `None`
    /// for fewer than two entries, or more than 1,500 of both entries and judges.
    pub efficiency: Option<f64>,
    /// The least match score of all pairs; `None` when there are none.
    pub worst_match: Option<u32>,
}

impl Assignment {
    /// The share of reviews by judges who review in more than one track, given each entry's track: about a tenth is
    /// enough to compare tracks.
    pub fn bridging_share(&self, track: &[usize]) -> f64 {
        connectivity::bridging_share(&self.pairs, self.loads.len(), track)
    }
}
