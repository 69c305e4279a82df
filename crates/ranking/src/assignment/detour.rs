//! Ways to a connected panel by several changes, where no single one leads there.
//!
//! Whether there is a connected panel at all is hard in general (with two reviews of each entry and by each judge it is a
//! Hamiltonian cycle), so the search among neighbours of neighbours is cut short where it would take long: on small panels
//! it sees them all, on large ones single changes have always sufficed.

use super::connectivity::State;
use super::solve::components;
use super::{Problem, Wishes};
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// So many reviews may be gone through in all.
const MOST_WORK: usize = 20_000_000;

type Pairs = Vec<(usize, usize)>;

/// Fewer parts than these pairs have, and by how many changes; `None` when none were found. The fewest parts, the fewest
/// changes and the least loss of match are looked at first.
pub(super) fn detour(
    problem: &Problem,
    wishes: &Wishes,
    pairs: &[(usize, usize)],
) -> Option<(Pairs, usize)> {
    let mut start = pairs.to_vec();
    start.sort_unstable();
    let most = components(problem, &start);
    let loss = |pairs: &Pairs| -> i64 {
        (pairs.iter())
            .map(|&(entry, judge)| -i64::from(problem.score(entry, judge)))
            .sum()
    };
    let mut seen = BTreeSet::from([start.clone()]);
    let mut open = BinaryHeap::from([Reverse((most, 0, 0, start))]);
    let mut left = MOST_WORK;
    while let Some(Reverse((_, steps, _, pairs))) = open.pop() {
        let mut found: Option<(i64, Pairs)> = None;
        for next in neighbours(problem, wishes, &pairs) {
            left = left.checked_sub(pairs.len() + problem.judges.len())?;
            if seen.contains(&next) {
                continue;
            }
            let (parts, loss) = (components(problem, &next), loss(&next));
            if parts < most {
                if found.as_ref().is_none_or(|best| loss < best.0) {
                    found = Some((loss, next));
                }
            } else {
                seen.insert(next.clone());
                open.push(Reverse((parts, steps + 1, loss, next)));
            }
        }
        if let Some((_, next)) = found {
            return Some((next, steps + 1));
        }
    }
    None
}

/// Whatever is one exchange or one passing of a review away.
fn neighbours<'a>(
    problem: &'a Problem,
    wishes: &'a Wishes,
    pairs: &'a Pairs,
) -> impl Iterator<Item = Pairs> + 'a {
    let state = std::rc::Rc::new(State::of(problem, wishes, pairs));
    let other = std::rc::Rc::clone(&state);
    let many = pairs.len();
    let exchanged = (0..many)
        .flat_map(move |left| (left + 1..many).map(move |right| (left, right)))
        .filter(move |&(left, right)| state.may_exchange(left, right))
        .map(|(left, right)| {
            let mut next = pairs.clone();
            (next[left].1, next[right].1) = (next[right].1, next[left].1);
            next
        });
    let passed = (0..many)
        .flat_map(|review| (0..problem.judges.len()).map(move |judge| (review, judge)))
        .filter(move |&(review, judge)| other.has_room(review, judge))
        .map(|(review, judge)| {
            let mut next = pairs.clone();
            next[review].1 = judge;
            next
        });
    exchanged.chain(passed).map(|mut next| {
        next.sort_unstable();
        next
    })
}
