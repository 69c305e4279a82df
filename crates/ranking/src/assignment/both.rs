//! Experts and a cap per organisation at once, which no plain flow can hold: branch and bound over flows with experts.
//!
//! Of more judges of one organisation than the cap allows, at least one must go; so a flow that breaks the cap is replaced
//! by one for each of them, without that pair. The flow that costs the least is looked at first, so the first that keeps the
//! cap is the best of all.

use super::Problem;
use super::arcs::Flow;
use super::infeasible::{Infeasible, explain};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Pairs, and by how much they may fall short of the best.
pub(super) type Proposal = (Vec<(usize, usize)>, i64);

/// So many pairs of entries and judges may be gone through in all, before the search is cut short.
const MOST_WORK: usize = 40_000_000;

/// How many flows are tried at least, and at most.
const FEWEST: usize = 8;
const MOST: usize = 2_000;

/// A flow by what it costs and which pairs it goes without.
type Open = Reverse<(i64, Vec<(usize, usize)>)>;

/// The best pairs, or good ones with the gap to the bound.
pub(super) fn both(problem: &Problem, base: &Flow) -> Result<Proposal, Box<Infeasible>> {
    let mut capped = Flow {
        experts: 0,
        ..base.clone()
    };
    let mut expert = Flow {
        cap: None,
        ..base.clone()
    };
    let costs = [capped.solve(problem), expert.solve(problem)];
    for flow in [&capped, &expert] {
        if flow.pairs().is_none() {
            return Err(Box::new(explain(problem, flow)));
        }
    }
    let pairs = (problem.entries.len() * problem.judges.len()).max(1);
    let mut left = (MOST_WORK / pairs).clamp(FEWEST, MOST);
    let mut open: BinaryHeap<Open> = BinaryHeap::from([Reverse((costs[1], Vec::new()))]);
    let mut failed = None;
    while let Some(Reverse((cost, taken))) = open.pop() {
        expert.taken = taken;
        let _ = expert.solve(problem);
        let Some(pairs) = expert.pairs() else {
            continue;
        };
        let Some(over) = beyond(problem, base, &pairs).into_iter().next() else {
            return Ok((pairs, 0));
        };
        if left < over.removable.len() {
            let (pairs, reached) = dive(problem, base, expert)?;
            return Ok((pairs, reached - cost.max(costs[0])));
        }
        for &judge in &over.removable {
            left -= 1;
            let mut without = expert.clone();
            without.taken.push((over.entry, judge));
            without.taken.sort_unstable();
            let cost = without.solve(problem);
            if without.pairs().is_some() {
                let next = Reverse((cost, without.taken));
                if !open.iter().any(|known| *known == next) {
                    open.push(next);
                }
            } else {
                failed = Some(without);
            }
        }
        if over.removable.is_empty() {
            failed = Some(expert.clone());
        }
    }
    Err(Box::new(explain(problem, &failed.unwrap_or(expert))))
}

/// One entry with too many judges of one organisation.
struct Over {
    entry: usize,
    /// By how many there are too many.
    many: usize,
    /// Those that are not fixed, the least useful first.
    removable: Vec<usize>,
}

fn beyond(problem: &Problem, base: &Flow, pairs: &[(usize, usize)]) -> Vec<Over> {
    let cap = base
        .cap
        .map_or(usize::MAX, |cap| usize::try_from(cap).unwrap_or(usize::MAX));
    let mut members: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for &(entry, judge) in pairs {
        if let Some(organisation) = base.organisation[judge] {
            members
                .entry((entry, organisation))
                .or_default()
                .push(judge);
        }
    }
    (members.into_iter())
        .filter(|(_, judges)| judges.len() > cap)
        .map(|((entry, _), mut judges)| {
            let many = judges.len() - cap;
            judges.retain(|&judge| !base.is_fixed(entry, judge));
            judges.sort_by_key(|&judge| {
                let (is_expert, score) =
                    (problem.is_expert(entry, judge), problem.score(entry, judge));
                (is_expert, score, judge)
            });
            Over {
                entry,
                many,
                removable: judges,
            }
        })
        .collect()
}

/// Takes away whatever is beyond the cap, all at once, until nothing is.
fn dive(problem: &Problem, base: &Flow, mut expert: Flow) -> Result<Proposal, Box<Infeasible>> {
    loop {
        let cost = expert.solve(problem);
        let Some(pairs) = expert.pairs() else {
            return Err(Box::new(explain(problem, &expert)));
        };
        let over = beyond(problem, base, &pairs);
        if over.is_empty() {
            return Ok((pairs, cost));
        }
        let before = expert.taken.len();
        for one in over {
            let gone = one.removable.into_iter().take(one.many);
            expert.taken.extend(gone.map(|judge| (one.entry, judge)));
        }
        expert.taken.sort_unstable();
        expert.taken.dedup();
        if expert.taken.len() == before {
            // Only fixed pairs are left beyond the cap.
            return Err(Box::new(explain(problem, &expert)));
        }
    }
}
