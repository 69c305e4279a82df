//! The order in which a meeting takes its cases so that people go through the door least.
//!
//! **The problem.** Each case has a set of people who must be out for it. Everybody is in the room before the first case
//! and after the last, so an order costs the people who are out of its first case, plus for each neighbouring pair those
//! who are out of one and not of the other, plus the people who are out of its last case. That is the shortest round
//! trip through the sets (with the empty set as home) by the number of elements in which they differ: the travelling
//! salesman in a Hamming space, known as consecutive block minimisation, and NP-hard.
//!
//! **What is done.** Cases with the same people out stand together: the distance obeys the triangle inequality, so an
//! order that tears them apart is never cheaper. What is left are the distinct sets. Up to [`EXACT`] of them the cheapest
//! order is found by dynamic programming over subsets (Held and Karp, 1962): `2^n · n²` steps. Beyond that an order is
//! grown by cheapest insertion and another by going to the nearest set that is left; each is improved by turning parts of it
//! round and by moving parts elsewhere until neither helps, and the better one is taken.
//!
//! **The bound.** Everybody who is out of any case goes out once and comes back once at the least, so no order costs less
//! than twice their number. Whoever gets an agenda is told its cost, this bound, and whether it is known to be the
//! cheapest.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{AccountId, CaseId};

/// Up to so many distinct sets of people out, the cheapest order is found and not only a good one.
pub const EXACT: usize = 12;

/// A case, and who must be out for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The case.
    pub case: CaseId,
    /// Who must be out.
    pub out: BTreeSet<AccountId>,
}

/// An order of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The cases, first to last.
    pub order: Vec<CaseId>,
    /// How often somebody goes through the door, out or in.
    pub moves: usize,
    /// No order has fewer moves than this.
    pub bound: usize,
    /// Whether no other order has fewer moves.
    pub is_least: bool,
}

/// How often somebody goes through the door in this order, out or in.
pub fn moves<'a>(order: impl IntoIterator<Item = &'a BTreeSet<AccountId>>) -> usize {
    let nobody = BTreeSet::new();
    let mut before = &nobody;
    let mut moved = 0;
    for out in order {
        moved += between(before, out);
        before = out;
    }
    moved + before.len()
}

/// Draws up an agenda. Where several orders are as good, cases stay as near as may be to the order in which they came;
/// the same items give the same agenda.
pub fn draw_up(items: &[Item]) -> Agenda {
    let mut alike: BTreeMap<&BTreeSet<AccountId>, Vec<CaseId>> = BTreeMap::new();
    let mut sets: Vec<&BTreeSet<AccountId>> = Vec::new();
    for item in items {
        let cases = alike.entry(&item.out).or_default();
        if cases.is_empty() && !item.out.is_empty() {
            sets.push(&item.out);
        }
        cases.push(item.case);
    }
    let distances = Distances::of(&sets);
    let is_exact = sets.len() <= EXACT;
    let tour = if is_exact {
        cheapest(&distances)
    } else {
        good(&distances)
    };
    // What everybody hears comes first, while everybody is in the room.
    let nobody = BTreeSet::new();
    let mut order = alike.get(&nobody).cloned().unwrap_or_default();
    for set in &tour {
        order.extend(alike.get(sets[*set]).into_iter().flatten());
    }
    let everybody: BTreeSet<&AccountId> = items.iter().flat_map(|item| &item.out).collect();
    let (moves, bound) = (distances.length(&tour), 2 * everybody.len());
    Agenda {
        order,
        moves,
        bound,
        is_least: is_exact || moves == bound,
    }
}

fn between(one: &BTreeSet<AccountId>, other: &BTreeSet<AccountId>) -> usize {
    one.symmetric_difference(other).count()
}

/// How far the sets are from each other, and from everybody being in the room.
struct Distances {
    home: Vec<usize>,
    between: Vec<Vec<usize>>,
}

impl Distances {
    fn of(sets: &[&BTreeSet<AccountId>]) -> Self {
        Self {
            home: sets.iter().map(|set| set.len()).collect(),
            between: sets
                .iter()
                .map(|one| sets.iter().map(|other| between(one, other)).collect())
                .collect(),
        }
    }

    fn count(&self) -> usize {
        self.home.len()
    }

    /// From one place of a tour to another; none is home.
    fn step(&self, from: Option<usize>, to: Option<usize>) -> usize {
        match (from, to) {
            (Some(from), Some(to)) => self.between[from][to],
            (Some(place), None) | (None, Some(place)) => self.home[place],
            (None, None) => 0,
        }
    }

    fn length(&self, tour: &[usize]) -> usize {
        let mut length = 0;
        let mut before = None;
        for place in tour.iter().copied().map(Some).chain([None]) {
            length += self.step(before, place);
            before = place;
        }
        length
    }
}

/// The cheapest tour: for each set of places and the one where it ends, the least that leads there.
fn cheapest(distances: &Distances) -> Vec<usize> {
    let count = distances.count();
    if count == 0 {
        return Vec::new();
    }
    let all = 1_usize << count;
    let mut shortest = vec![vec![usize::MAX; count]; all];
    let mut came_from = vec![vec![usize::MAX; count]; all];
    for place in 0..count {
        shortest[1 << place][place] = distances.home[place];
    }
    for visited in 1..all {
        for here in 0..count {
            let so_far = shortest[visited][here];
            if so_far == usize::MAX {
                continue;
            }
            for next in (0..count).filter(|next| visited & (1 << next) == 0) {
                let then = visited | (1 << next);
                let length = so_far + distances.between[here][next];
                if length < shortest[then][next] {
                    shortest[then][next] = length;
                    came_from[then][next] = here;
                }
            }
        }
    }
    let mut visited = all - 1;
    let mut here = (0..count)
        .min_by_key(|end| shortest[visited][*end] + distances.home[*end])
        .unwrap_or_default();
    let mut tour = vec![here];
    while visited != 1 << here {
        let before = came_from[visited][here];
        visited &= !(1 << here);
        here = before;
        tour.push(here);
    }
    // A tour costs the same both ways: the one that begins with what came first is taken.
    if tour.first() > tour.last() {
        tour.reverse();
    }
    tour
}

/// A tour that goes from each place to the nearest that is left, the first of equals.
fn nearest(distances: &Distances) -> Vec<usize> {
    let mut left: Vec<usize> = (0..distances.count()).collect();
    let mut tour = Vec::with_capacity(left.len());
    let mut here = None;
    while let Some(at) = (0..left.len()).min_by_key(|at| distances.step(here, Some(left[*at]))) {
        let next = left.remove(at);
        tour.push(next);
        here = Some(next);
    }
    tour
}

/// A tour that takes each place in turn where it adds least.
fn grown(distances: &Distances) -> Vec<usize> {
    let mut tour: Vec<usize> = Vec::with_capacity(distances.count());
    for place in 0..distances.count() {
        let added = |at: usize| {
            let before = at.checked_sub(1).map(|before| tour[before]);
            let after = tour.get(at).copied();
            distances.step(before, Some(place)) + distances.step(Some(place), after)
                - distances.step(before, after)
        };
        // The last of equals, so that places stay in the order in which they came.
        let at = (0..=tour.len()).rev().min_by_key(|at| added(*at));
        tour.insert(at.unwrap_or_default(), place);
    }
    tour
}

/// The better of what comes of two beginnings.
fn good(distances: &Distances) -> Vec<usize> {
    let one = improved(distances, grown(distances));
    let other = improved(distances, nearest(distances));
    if distances.length(&other) < distances.length(&one) {
        other
    } else {
        one
    }
}

/// The tour with parts turned round or moved elsewhere, until neither makes it shorter.
fn improved(distances: &Distances, mut tour: Vec<usize>) -> Vec<usize> {
    let mut length = distances.length(&tour);
    loop {
        let Some((better, shorter)) = neighbours(&tour)
            .map(|near| {
                let length = distances.length(&near);
                (near, length)
            })
            .find(|(_, near)| *near < length)
        else {
            return tour;
        };
        (tour, length) = (better, shorter);
    }
}

/// Every tour that differs by one part turned round, or by one part of up to three places moved.
fn neighbours(tour: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let count = tour.len();
    let turned = (0..count).flat_map(move |from| {
        (from + 2..=count).map(move |to| {
            let mut near = tour.to_vec();
            near[from..to].reverse();
            near
        })
    });
    let moved = (1..=count.min(3)).flat_map(move |long| {
        (0..=count.saturating_sub(long)).flat_map(move |from| {
            (0..=count.saturating_sub(long))
                .filter(move |to| *to != from)
                .map(move |to| {
                    let mut near = tour.to_vec();
                    let part: Vec<usize> = near.drain(from..from + long).collect();
                    near.splice(to..to, part);
                    near
                })
        })
    });
    turned.chain(moved)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn item(case: u128, out: &[u128]) -> Item {
        Item {
            case: Uuid::from_u128(case).into(),
            out: out.iter().map(|id| Uuid::from_u128(*id).into()).collect(),
        }
    }

    fn items() -> impl Strategy<Value = Vec<Item>> {
        let out = proptest::collection::vec(0_u128..6, 0..4);
        proptest::collection::vec(out, 0..7).prop_map(|outs| {
            (0_u128..)
                .zip(outs)
                .map(|(case, out)| item(case, &out))
                .collect()
        })
    }

    fn many() -> impl Strategy<Value = Vec<Item>> {
        let out = proptest::collection::vec(0_u128..12, 1..5);
        proptest::collection::vec(out, 14..30).prop_map(|outs| {
            (0_u128..)
                .zip(outs)
                .map(|(case, out)| item(case, &out))
                .collect()
        })
    }

    fn cost(items: &[Item], order: &[CaseId]) -> usize {
        moves(order.iter().map(|case| {
            let found = items.iter().find(|item| item.case == *case);
            &found.expect("a case of the agenda").out
        }))
    }

    fn permutations(items: &[Item]) -> Vec<Vec<CaseId>> {
        let Some((first, others)) = items.split_first() else {
            return vec![Vec::new()];
        };
        let mut all = Vec::new();
        for shorter in permutations(others) {
            for at in 0..=shorter.len() {
                let mut longer = shorter.clone();
                longer.insert(at, first.case);
                all.push(longer);
            }
        }
        all
    }

    fn sorted(mut cases: Vec<CaseId>) -> Vec<CaseId> {
        cases.sort_unstable();
        cases
    }

    #[test]
    fn a_judge_who_is_out_of_two_cases_goes_out_once_for_both() {
        let items = [item(1, &[7]), item(2, &[]), item(3, &[7]), item(4, &[8])];
        let agenda = draw_up(&items);
        let numbers: Vec<u128> = agenda.order.iter().map(|case| case.0.as_u128()).collect();
        assert_eq!(numbers, [2, 1, 3, 4]);
        assert_eq!((agenda.moves, agenda.bound), (4, 4));
        assert!(agenda.is_least);
        let as_they_came: Vec<CaseId> = items.iter().map(|item| item.case).collect();
        assert_eq!(cost(&items, &as_they_came), 6);
    }

    #[test]
    fn where_nobody_is_out_the_order_stays_and_nobody_moves() {
        let items = [item(3, &[]), item(1, &[]), item(2, &[])];
        let agenda = draw_up(&items);
        let came: Vec<CaseId> = items.iter().map(|item| item.case).collect();
        assert_eq!(agenda.order, came);
        assert_eq!((agenda.moves, agenda.bound, agenda.is_least), (0, 0, true));
        let none = draw_up(&[]);
        assert_eq!((none.order, none.moves), (Vec::new(), 0));
    }

    #[test]
    fn a_larger_meeting_is_ordered_in_good_time_and_never_below_its_bound() {
        // Forty cases, each with two neighbours of a ring of people out: one round of the ring is cheapest.
        let items: Vec<Item> = (0..40)
            .map(|case| item(case, &[(case * 17) % 40, (case * 17 + 1) % 40]))
            .collect();
        let agenda = draw_up(&items);
        assert_eq!(agenda.bound, 80);
        assert_eq!(agenda.moves, cost(&items, &agenda.order));
        assert!(agenda.moves <= 90, "{} moves", agenda.moves);
    }

    proptest! {
        #[test]
        fn a_small_agenda_is_as_cheap_as_the_cheapest_of_all_orders(items in items()) {
            let agenda = draw_up(&items);
            let cases: Vec<CaseId> = items.iter().map(|item| item.case).collect();
            prop_assert_eq!(sorted(agenda.order.clone()), sorted(cases));
            let least = permutations(&items).iter().map(|order| cost(&items, order)).min();
            prop_assert_eq!(Some(agenda.moves), least);
            prop_assert_eq!(agenda.moves, cost(&items, &agenda.order));
            prop_assert!(agenda.bound <= agenda.moves && agenda.is_least);
        }

        #[test]
        fn a_large_agenda_holds_every_case_once_and_costs_what_it_says(items in many()) {
            let agenda = draw_up(&items);
            let cases: Vec<CaseId> = items.iter().map(|item| item.case).collect();
            prop_assert_eq!(sorted(agenda.order.clone()), sorted(cases.clone()));
            prop_assert_eq!(agenda.moves, cost(&items, &agenda.order));
            prop_assert!(agenda.bound <= agenda.moves);
            prop_assert!(agenda.moves <= cost(&items, &cases), "worse than as they came");
            prop_assert_eq!(draw_up(&items), agenda);
        }

        #[test]
        fn what_is_grown_and_improved_is_near_the_cheapest(items in items()) {
            let mut sets: Vec<&BTreeSet<AccountId>> =
                items.iter().map(|item| &item.out).filter(|out| !out.is_empty()).collect();
            sets.sort();
            sets.dedup();
            let distances = Distances::of(&sets);
            let good = distances.length(&good(&distances));
            let best = distances.length(&cheapest(&distances));
            prop_assert!(good >= best && good <= best + best / 4, "{good} for {best}");
        }
    }
}
