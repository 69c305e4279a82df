//! The flow behind an assignment, with arcs brought in as they are needed.
//!
//! Judges supply, entries demand, and each pair is an arc of capacity one. Only the best arcs of each entry are there
//! at first; after a solution the pairs whose reduced cost is negative are added, the best few of each entry, until
//! there is none: then the optimum over the few arcs is the optimum over all.

use super::nodes::Nodes;
use super::{Problem, Wishes};
use crate::flow::Network;
use crate::random::below;
use crate::table::real;

/// Costs are match scores times this, so that chance can be finer than a score.
pub(super) const FINENESS: i64 = 1_024;

/// How many arcs an entry has at first, and how many more it may get after each solution.
const FIRST_ARCS: usize = 24;
const MORE_ARCS: usize = 8;

/// One flow problem and, once it is solved, its solution.
#[derive(Debug, Clone)]
pub(super) struct Flow {
    pub(super) experts: u32,
    pub(super) cap: Option<u32>,
    /// Pairs with a lower match score are not used.
    pub(super) floor: u32,
    /// Pairs that are not used besides, in order.
    pub(super) taken: Vec<(usize, usize)>,
    pub(super) organisation: Vec<Option<usize>>,
    /// For each pair what chance adds to its cost.
    pub(super) jitter: Vec<u32>,
    /// By how much each further review of a judge costs more than the one before it.
    pub(super) evenness: i64,
    /// What is fixed, in order.
    pub(super) fixed: Vec<(usize, usize)>,
    /// What entries still need, beyond what is fixed.
    pub(super) needs: Vec<i64>,
    /// What judges must and may still take.
    pub(super) loads: Vec<(i64, i64)>,
    pub(super) result: Option<Vec<(usize, usize)>>,
    /// What could be assigned, if not everything could.
    pub(super) partial: Vec<(usize, usize)>,
    /// For each entry how many reviews are missing, and for each judge how many to his least load.
    pub(super) missing: (Vec<i64>, Vec<i64>),
}

impl Flow {
    pub(super) fn new(problem: &Problem, wishes: &Wishes) -> Self {
        let mut needs: Vec<i64> = (problem.entries.iter())
            .map(|one| i64::from(one.reviews))
            .collect();
        let mut loads: Vec<(i64, i64)> = (problem.judges.iter())
            .map(|one| (i64::from(one.least), i64::from(one.most)))
            .collect();
        for &(entry, judge) in &problem.fixed {
            needs[entry] -= 1;
            loads[judge] = ((loads[judge].0 - 1).max(0), loads[judge].1 - 1);
        }
        let mut organisations: Vec<&str> = (problem.judges.iter())
            .filter_map(|judge| judge.organisation.as_deref())
            .collect();
        organisations.sort_unstable();
        organisations.dedup();
        let organisation = (problem.judges.iter())
            .map(|judge| {
                organisations
                    .binary_search(&judge.organisation.as_deref()?)
                    .ok()
            })
            .collect();
        Self {
            experts: wishes.experts,
            cap: wishes.organisation_cap,
            floor: 0,
            taken: Vec::new(),
            organisation,
            jitter: jitter(problem, wishes),
            evenness: in_fine(problem, wishes.evenness),
            fixed: problem.fixed.clone(),
            needs,
            loads,
            result: None,
            partial: Vec::new(),
            missing: (Vec::new(), Vec::new()),
        }
    }

    pub(super) fn is_fixed(&self, entry: usize, judge: usize) -> bool {
        self.fixed.binary_search(&(entry, judge)).is_ok()
    }

    /// Whether the pair may be an arc.
    pub(super) fn is_open(&self, problem: &Problem, entry: usize, judge: usize) -> bool {
        problem.is_allowed(entry, judge)
            && problem.score(entry, judge) >= self.floor
            && !self.is_fixed(entry, judge)
            && self.taken.binary_search(&(entry, judge)).is_err()
    }

    fn cost(&self, problem: &Problem, entry: usize, judge: usize) -> i64 {
        let place = entry * problem.judges.len() + judge;
        let jitter = self.jitter.get(place).copied().unwrap_or(0);
        i64::from(problem.highest - problem.pairs[place].score()) * FINENESS + i64::from(jitter)
    }

    /// Whether there would be an assignment with something changed.
    pub(super) fn is_possible_with(&self, problem: &Problem, change: impl Fn(&mut Self)) -> bool {
        let mut changed = self.clone();
        change(&mut changed);
        let _ = changed.solve(problem);
        changed.result.is_some()
    }

    /// The pairs of the solution, if there is one.
    pub(super) fn pairs(&self) -> Option<Vec<(usize, usize)>> {
        self.result.clone()
    }

    /// Solves the flow and answers its cost; whether it is feasible is seen by [`Flow::pairs`].
    pub(super) fn solve(&mut self, problem: &Problem) -> i64 {
        let (entries, judges) = (problem.entries.len(), problem.judges.len());
        let nodes = Nodes::new(problem, self);
        let supply: i64 = self.needs.iter().sum();
        let least: i64 = self.loads.iter().map(|load| load.0).sum();
        let mut supplies = vec![0; nodes.count];
        for (judge, load) in self.loads.iter().enumerate() {
            supplies[judge] = load.0;
        }
        for (entry, need) in self.needs.iter().enumerate() {
            supplies[judges + entry] = -need;
        }
        supplies[nodes.source] = supply - least;
        let dearest = i64::from(problem.highest) * FINENESS * 2 + FINENESS;
        let longest = i64::try_from(nodes.count).unwrap_or(i64::MAX).min(1 << 22);
        let most = self.loads.iter().map(|load| load.1).max().unwrap_or(0);
        let uneven = self
            .evenness
            .saturating_mul(most.min(supply).saturating_mul(2));
        let penalty = dearest.saturating_mul(longest).saturating_add(uneven);
        let mut network = Network::new(&supplies, penalty.min(1 << 52));
        let mut rooms = Rooms::new(self, nodes.source);
        rooms.widen(&mut network);
        for &(from, to, capacity) in &nodes.inner {
            network.add(from, to, capacity, 0);
        }

        let mut used = vec![0u64; (entries * judges).div_ceil(64)];
        let mut arcs: Vec<(usize, usize, usize)> = Vec::new();
        let mut wanted: Vec<(i64, usize)> = Vec::new();
        let mut is_first = true;
        loop {
            let before = arcs.len();
            for entry in 0..entries {
                wanted.clear();
                for judge in 0..judges {
                    let place = entry * judges + judge;
                    if used[place / 64] >> (place % 64) & 1 == 1
                        || !self.is_open(problem, entry, judge)
                    {
                        continue;
                    }
                    let cost = self.cost(problem, entry, judge);
                    let reduced = if is_first {
                        cost
                    } else {
                        cost + network.potential(judge)
                            - network.potential(nodes.target(problem, self, entry, judge))
                    };
                    if is_first || reduced < 0 {
                        wanted.push((reduced, judge));
                    }
                }
                let many = if is_first { FIRST_ARCS } else { MORE_ARCS };
                if wanted.len() > many {
                    wanted.select_nth_unstable(many - 1);
                    wanted.truncate(many);
                }
                for &(_, judge) in &wanted {
                    let place = entry * judges + judge;
                    used[place / 64] |= 1 << (place % 64);
                    let target = nodes.target(problem, self, entry, judge);
                    let arc = network.add(judge, target, 1, self.cost(problem, entry, judge));
                    arcs.push((arc, entry, judge));
                }
            }
            if !rooms.widen(&mut network) && arcs.len() == before {
                break;
            }
            is_first = false;
            network.solve();
        }

        let chosen = || arcs.iter().filter(|&&(arc, ..)| network.flow(arc) == 1);
        let cost = chosen()
            .map(|&(_, entry, judge)| self.cost(problem, entry, judge))
            .sum::<i64>()
            + rooms.cost(&network);
        self.missing = (
            (0..entries)
                .map(|entry| network.unmet(judges + entry) + nodes.broken[entry])
                .collect(),
            (0..judges).map(|judge| network.unmet(judge)).collect(),
        );
        let is_possible = network.is_feasible()
            && nodes.broken.iter().all(|many| *many == 0)
            && self.loads.iter().all(|load| load.0 <= load.1)
            && self.needs.iter().all(|need| *need >= 0);
        let found: Vec<(usize, usize)> = chosen()
            .map(|&(_, entry, judge)| (entry, judge))
            .chain(self.fixed.iter().copied())
            .collect();
        self.result = is_possible.then(|| found.clone());
        self.partial = found;
        cost
    }
}

/// The arcs through which judges take more than their least load.
///
/// Where every load costs the same that is one arc for each judge. Where loads are to be even it is one for each further
/// review, each dearer than the one before, so that they are filled in their order; the next are added when the last that
/// is there is full.
struct Rooms {
    source: usize,
    evenness: i64,
    /// For each judge what is fixed or must be taken anyway, what may be taken beyond it, and the arcs for that.
    judges: Vec<(i64, i64, Vec<usize>)>,
}

impl Rooms {
    /// How many arcs a judge gets at a time.
    const MORE: i64 = 8;

    fn new(flow: &Flow, source: usize) -> Self {
        let mut already: Vec<i64> = flow.loads.iter().map(|load| load.0).collect();
        for &(_, judge) in &flow.fixed {
            already[judge] += 1;
        }
        Self {
            source,
            evenness: flow.evenness,
            judges: (flow.loads.iter().zip(already))
                .map(|(load, already)| (already, (load.1 - load.0).max(0), Vec::new()))
                .collect(),
        }
    }

    /// Adds what is needed, and says whether that was anything.
    fn widen(&mut self, network: &mut Network) -> bool {
        let mut has_added = false;
        for (judge, (already, room, arcs)) in self.judges.iter_mut().enumerate() {
            if self.evenness == 0 {
                if arcs.is_empty() {
                    arcs.push(network.add(self.source, judge, *room, 0));
                    has_added = true;
                }
                continue;
            }
            if arcs.last().is_some_and(|&last| network.flow(last) == 0) {
                continue;
            }
            for _ in 0..Self::MORE {
                let taken = i64::try_from(arcs.len()).unwrap_or(i64::MAX);
                if taken < *room {
                    let cost = self.evenness * (*already + taken);
                    arcs.push(network.add(self.source, judge, 1, cost));
                    has_added = true;
                }
            }
        }
        has_added
    }

    /// What the loads cost.
    fn cost(&self, network: &Network) -> i64 {
        let of_judge = |(already, _, arcs): &(i64, i64, Vec<usize>)| -> i64 {
            (arcs.iter().zip(0..))
                .map(|(&arc, taken)| network.flow(arc) * self.evenness * (already + taken))
                .sum()
        };
        self.judges.iter().map(of_judge).sum()
    }
}

/// What chance adds to each pair's cost, in units of 1/[`FINENESS`]; nothing when there is to be none.
fn jitter(problem: &Problem, wishes: &Wishes) -> Vec<u32> {
    let steps = usize::try_from(in_fine(problem, wishes.jitter)).unwrap_or(0) + 1;
    if steps == 1 {
        return Vec::new();
    }
    let stream = wishes.seed.stream("plaudit-assignment-v1");
    let mut numbers = vec![0; problem.pairs.len()];
    stream.fill(0, &mut numbers);
    (numbers.into_iter())
        .map(|number| u32::try_from(below(number, steps)).unwrap_or(u32::MAX))
        .collect()
}

/// A share of the highest score, from nought to one, in units of 1/[`FINENESS`].
fn in_fine(problem: &Problem, share: f64) -> i64 {
    let share = if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let whole = f64::from(problem.highest) * real(usize::try_from(FINENESS).unwrap_or(0));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the highest score is a million at most, and the cast saturates"
    )]
    let units = (share * whole) as i64;
    units
}
