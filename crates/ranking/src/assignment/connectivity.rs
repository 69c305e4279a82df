//! One connected panel: exchanges that join parts which no review links.
//!
//! Exchanging the judges of two reviews in different parts joins the parts if at least one of the two reviews lies on a
//! cycle, that is, if its part holds together without it (judging-science.md, 2f). A review may also pass from one judge
//! to one of another part who has room, under the same condition or where it is the only review of the first. Where no such
//! change is left, [`detour`] looks for several.

use super::detour::detour;
use super::{Problem, Wishes};
use crate::components::Union;
use std::collections::BTreeSet;

/// Two reviews whose judges are exchanged, or one that passes to another judge.
#[derive(Debug, Clone, Copy)]
enum Change {
    Exchange(usize, usize),
    Pass(usize, usize),
}

/// Joins as many parts as can be, the smallest first, each by the change that costs the least match score; answers the
/// pairs and the number of changes.
pub(super) fn connect(
    problem: &Problem,
    wishes: &Wishes,
    pairs: &[(usize, usize)],
) -> (Vec<(usize, usize)>, usize) {
    let mut pairs = pairs.to_vec();
    let mut changes = 0;
    loop {
        let state = State::of(problem, wishes, &pairs);
        if state.parts_by_size().is_empty() {
            break;
        }
        let change = state
            .parts_by_size()
            .into_iter()
            .find_map(|part| state.cheapest(part));
        match change {
            None => match detour(problem, wishes, &pairs) {
                Some((fewer, steps)) => {
                    pairs = fewer;
                    changes += steps;
                    continue;
                }
                None => break,
            },
            Some(Change::Exchange(left, right)) => {
                (pairs[left].1, pairs[right].1) = (pairs[right].1, pairs[left].1);
            }
            Some(Change::Pass(review, judge)) => pairs[review].1 = judge,
        }
        changes += 1;
    }
    pairs.sort_unstable();
    (pairs, changes)
}

pub(super) struct State<'a> {
    problem: &'a Problem,
    wishes: &'a Wishes,
    pairs: &'a [(usize, usize)],
    /// The part of each review, of each judge (none without reviews), and how large each is.
    part: Vec<usize>,
    part_of_judge: Vec<Option<usize>>,
    sizes: Vec<usize>,
    /// Whether the review's part would fall apart without it.
    is_bridge: Vec<bool>,
    is_fixed: Vec<bool>,
    loads: Vec<u32>,
    judges_of: Vec<Vec<usize>>,
}

impl<'a> State<'a> {
    pub(super) fn of(
        problem: &'a Problem,
        wishes: &'a Wishes,
        pairs: &'a [(usize, usize)],
    ) -> Self {
        let entries = problem.entries.len();
        let nodes = entries + problem.judges.len();
        let mut union = Union::new(nodes);
        for &(entry, judge) in pairs {
            union.join(entry, entries + judge);
        }
        let part: Vec<usize> = pairs.iter().map(|pair| union.root(pair.0)).collect();
        let mut state = Self {
            problem,
            wishes,
            pairs,
            part_of_judge: vec![None; problem.judges.len()],
            sizes: vec![0; nodes],
            is_bridge: bridges(pairs, entries, nodes),
            is_fixed: pairs
                .iter()
                .map(|pair| problem.fixed.binary_search(pair).is_ok())
                .collect(),
            loads: vec![0; problem.judges.len()],
            judges_of: vec![Vec::new(); entries],
            part,
        };
        for (review, &(entry, judge)) in pairs.iter().enumerate() {
            state.part_of_judge[judge] = Some(state.part[review]);
            state.sizes[state.part[review]] += 1;
            state.loads[judge] += 1;
            state.judges_of[entry].push(judge);
        }
        state
    }

    /// The parts, the smallest first; none when there is only one.
    fn parts_by_size(&self) -> Vec<usize> {
        let mut parts: Vec<usize> = (0..self.sizes.len())
            .filter(|&part| self.sizes[part] > 0)
            .collect();
        if parts.len() < 2 {
            return Vec::new();
        }
        parts.sort_by_key(|&part| (self.sizes[part], part));
        parts
    }

    /// The change between this part and any other that costs the least.
    fn cheapest(&self, part: usize) -> Option<Change> {
        let (inside, outside): (Vec<usize>, Vec<usize>) =
            (0..self.pairs.len()).partition(|&review| self.part[review] == part);
        let mut best: Option<(i64, Change)> = None;
        let mut offer = |cost: i64, change: Change| {
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, change));
            }
        };
        let score = |entry: usize, judge: usize| i64::from(self.problem.score(entry, judge));
        for &left in &inside {
            let (entry, judge) = self.pairs[left];
            for &right in &outside {
                let (other_entry, other_judge) = self.pairs[right];
                if (self.is_bridge[left] && self.is_bridge[right])
                    || self.is_fixed[left]
                    || self.is_fixed[right]
                    || !self.problem.is_allowed(entry, other_judge)
                    || !self.problem.is_allowed(other_entry, judge)
                {
                    continue;
                }
                let cost = score(entry, judge) + score(other_entry, other_judge)
                    - score(entry, other_judge)
                    - score(other_entry, judge);
                if self.may_pass(left, other_judge) && self.may_pass(right, judge) {
                    offer(cost, Change::Exchange(left, right));
                }
            }
        }
        for review in 0..self.pairs.len() {
            let (entry, judge) = self.pairs[review];
            let is_inside = self.part[review] == part;
            // A judge's only review leaves nothing behind.
            if self.is_bridge[review] && self.loads[judge] > 1 {
                continue;
            }
            for (other, of_other) in self.part_of_judge.iter().enumerate() {
                let joins = of_other.is_some_and(|other| (other == part) != is_inside);
                if joins && self.has_room(review, other) {
                    offer(
                        score(entry, judge) - score(entry, other),
                        Change::Pass(review, other),
                    );
                }
            }
        }
        best.map(|(_, change)| change)
    }

    /// Whether the judges of two reviews may be exchanged, wherever they are.
    pub(super) fn may_exchange(&self, left: usize, right: usize) -> bool {
        let ((entry, judge), (other_entry, other_judge)) = (self.pairs[left], self.pairs[right]);
        entry != other_entry
            && judge != other_judge
            && !self.is_fixed[left]
            && !self.is_fixed[right]
            && self.problem.is_allowed(entry, other_judge)
            && self.problem.is_allowed(other_entry, judge)
            && !self.judges_of[entry].contains(&other_judge)
            && !self.judges_of[other_entry].contains(&judge)
            && self.may_pass(left, other_judge)
            && self.may_pass(right, judge)
    }

    /// Whether a review may pass to another judge, wherever he is.
    pub(super) fn has_room(&self, review: usize, other: usize) -> bool {
        let (entry, judge) = self.pairs[review];
        // Where loads are to be even, nobody loses the only review there is for him.
        let least = u32::from(self.wishes.evenness > 0.0);
        !self.is_fixed[review]
            && self.loads[judge] > self.problem.judges[judge].least.max(least)
            && self.loads[other] < self.problem.judges[other].most
            && self.problem.is_allowed(entry, other)
            && !self.judges_of[entry].contains(&other)
            && self.may_pass(review, other)
    }

    /// Whether experts and caps allow the review to pass to another judge.
    fn may_pass(&self, review: usize, judge: usize) -> bool {
        let (entry, old) = self.pairs[review];
        let is_expert = |judge: usize| self.problem.is_expert(entry, judge);
        if self.wishes.experts > 0 && is_expert(old) && !is_expert(judge) {
            let experts = self.judges_of[entry]
                .iter()
                .filter(|&&judge| is_expert(judge))
                .count();
            let wanted = self.wishes.experts.min(self.problem.entries[entry].reviews);
            if experts <= usize::try_from(wanted).unwrap_or(usize::MAX) {
                return false;
            }
        }
        let organisation = |judge: usize| self.problem.judges[judge].organisation.as_deref();
        match (self.wishes.organisation_cap, organisation(judge)) {
            (Some(cap), Some(own)) => {
                let same = (self.judges_of[entry].iter())
                    .filter(|&&other| other != old && organisation(other) == Some(own))
                    .count();
                same < usize::try_from(cap).unwrap_or(usize::MAX)
            }
            _ => true,
        }
    }
}

/// For each review whether its part would fall apart without it (Tarjan 1974), without recursion.
fn bridges(pairs: &[(usize, usize)], entries: usize, nodes: usize) -> Vec<bool> {
    let mut near: Vec<Vec<(usize, usize)>> = vec![Vec::new(); nodes];
    for (review, &(entry, judge)) in pairs.iter().enumerate() {
        near[entry].push((entries + judge, review));
        near[entries + judge].push((entry, review));
    }
    let (mut seen, mut low) = (vec![0usize; nodes], vec![0usize; nodes]);
    let mut clock = 0;
    let mut is_bridge = vec![false; pairs.len()];
    for start in 0..nodes {
        if seen[start] > 0 {
            continue;
        }
        // (node, the review by which it was reached, how many neighbours are done)
        let mut stack = vec![(start, usize::MAX, 0)];
        clock += 1;
        (seen[start], low[start]) = (clock, clock);
        while let Some((node, by, done)) = stack.pop() {
            if let Some(&(other, review)) = near[node].get(done) {
                stack.push((node, by, done + 1));
                if review == by {
                    continue;
                }
                if seen[other] > 0 {
                    low[node] = low[node].min(seen[other]);
                } else {
                    clock += 1;
                    (seen[other], low[other]) = (clock, clock);
                    stack.push((other, review, 0));
                }
            } else if let Some(&(above, ..)) = stack.last() {
                low[above] = low[above].min(low[node]);
                is_bridge[by] = low[node] > seen[above];
            }
        }
    }
    is_bridge
}

/// The share of reviews by judges who review in more than one of the given tracks, which is what links tracks; nought
/// of no reviews. `track` is by entry.
pub(super) fn bridging_share(pairs: &[(usize, usize)], judges: usize, track: &[usize]) -> f64 {
    let mut tracks: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); judges];
    for &(entry, judge) in pairs {
        tracks[judge].insert(track[entry]);
    }
    let linking = pairs.iter().filter(|pair| tracks[pair.1].len() > 1).count();
    if pairs.is_empty() {
        0.0
    } else {
        crate::table::real(linking) / crate::table::real(pairs.len())
    }
}
