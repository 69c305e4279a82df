//! From a problem and what is wished to an assignment: which flows are solved, and what is said of the result.

use super::arcs::{FINENESS, Flow};
use super::both::both;
use super::connectivity::connect;
use super::design::{efficiency, strengthen};
use super::infeasible::{Infeasible, explain};
use super::{Assignment, Problem, Wishes};
use crate::components::Union;

/// Assigns judges to entries.
///
/// With experts and a cap per organisation at once the plain flow is not exact: it is then searched which pairs beyond the
/// cap are best taken away. A search that would take too long is cut short, and [`Assignment::gap`] says how far from the
/// best the result may be. Otherwise the result is optimal and the gap is nought.
///
/// # Errors
/// [`Infeasible`], with the entries, judges and conflicts that make it so; where that search was cut short, perhaps only
/// because it was.
pub fn assign(problem: &Problem, wishes: &Wishes) -> Result<Assignment, Box<Infeasible>> {
    let mut base = Flow::new(problem, wishes);
    if wishes.is_worst_first {
        base.floor = best_floor(problem, &base);
    }
    let (pairs, gap) = if base.experts > 0 && base.cap.is_some() {
        both(problem, &base)?
    } else {
        let mut solved = base.clone();
        let _ = solved.solve(problem);
        match solved.pairs() {
            Some(pairs) => (pairs, 0),
            None => return Err(Box::new(explain(problem, &solved))),
        }
    };
    let mut assignment = assembled(problem, pairs, gap);
    if wishes.is_connected && assignment.components > 1 {
        let before = assignment.total_match;
        let (pairs, exchanges) = connect(problem, wishes, &assignment.pairs);
        let after = assembled(problem, pairs, gap);
        assignment = Assignment {
            exchanges,
            cost_of_exchanges: before.cast_signed() - after.total_match.cast_signed(),
            ..after
        };
    }
    if wishes.least_efficiency > 0.0 {
        let before = assignment.total_match;
        let (pairs, strengthening) = strengthen(problem, wishes, &assignment.pairs);
        let after = assembled(problem, pairs, gap);
        let cost = before.cast_signed() - after.total_match.cast_signed();
        assignment = Assignment {
            exchanges: assignment.exchanges,
            strengthening,
            cost_of_exchanges: assignment.cost_of_exchanges + cost,
            ..after
        };
    }
    assignment.efficiency = efficiency(problem, &assignment.pairs, &wishes.seed);
    Ok(assignment)
}

/// What follows from who judges what.
fn assembled(problem: &Problem, mut pairs: Vec<(usize, usize)>, gap: i64) -> Assignment {
    pairs.sort_unstable();
    let mut loads = vec![0; problem.judges.len()];
    for &(_, judge) in &pairs {
        loads[judge] += 1;
    }
    let scores = || {
        pairs
            .iter()
            .map(|&(entry, judge)| problem.score(entry, judge))
    };
    #[expect(clippy::cast_precision_loss, reason = "a gap is for a person to read")]
    let gap = gap as f64 / FINENESS as f64;
    Assignment {
        total_match: scores().map(u64::from).sum(),
        gap,
        cost_of_exchanges: 0,
        components: components(problem, &pairs),
        exchanges: 0,
        strengthening: 0,
        efficiency: None,
        worst_match: scores().min(),
        loads,
        pairs,
    }
}

/// How many parts there are of entries and judges that have any review.
pub(super) fn components(problem: &Problem, pairs: &[(usize, usize)]) -> usize {
    let entries = problem.entries.len();
    let mut union = Union::new(entries + problem.judges.len());
    let mut met = vec![false; entries + problem.judges.len()];
    for &(entry, judge) in pairs {
        union.join(entry, entries + judge);
        met[entry] = true;
        met[entries + judge] = true;
    }
    (0..met.len())
        .filter(|&node| met[node] && union.root(node) == node)
        .count()
}

/// The highest least match score that still lets everything be assigned; nought if nothing does.
fn best_floor(problem: &Problem, base: &Flow) -> u32 {
    let mut scores: Vec<u32> = problem.pairs.iter().map(|pair| pair.score()).collect();
    scores.sort_unstable();
    scores.dedup();
    let place = scores.partition_point(|&floor| {
        let mut flow = Flow {
            floor,
            ..base.clone()
        };
        let _ = flow.solve(problem);
        flow.pairs().is_some()
    });
    place.checked_sub(1).map_or(0, |last| scores[last])
}
