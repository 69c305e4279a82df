//! What is counted of one entry's ranks while they come in, so that they need not be kept: how often it is at the top, their
//! sum, and exactly their 5 % and 95 % quantiles.

use super::{Chance, Rank};
use crate::table::real;

/// How many ranks are kept beyond those that matter, before the rest is thrown away.
const SPARE: usize = 64;

/// One entry's ranks so far, counted from nought.
#[derive(Debug, Clone)]
pub(super) struct Tally<R> {
    top: u32,
    last: u32,
    in_top: u32,
    sum: u64,
    low: Least<R>,
    /// Counted from the last.
    high: Least<R>,
}

impl<R: Rank> Tally<R> {
    /// For so many draws of a field of so many entries, of which `top` are selected.
    pub(super) fn new(draws: usize, top: usize, entries: usize) -> Self {
        let (low, high) = places(draws);
        let small = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            top: small(top),
            last: small(entries.saturating_sub(1)),
            in_top: 0,
            sum: 0,
            low: Least::new(low),
            high: Least::new(high),
        }
    }

    /// How many ranks a tally keeps at most.
    pub(super) fn ranks_kept(draws: usize) -> usize {
        let (low, high) = places(draws);
        low + high + 2 * SPARE
    }

    /// One more rank.
    pub(super) fn add(&mut self, rank: R) {
        let number: u32 = rank.into();
        self.in_top += u32::from(number < self.top);
        self.sum += u64::from(number);
        self.low.add(rank);
        if let Ok(from_last) = R::try_from(self.last - number) {
            self.high.add(from_last);
        }
    }

    /// What the ranks say, once there is one of each draw.
    pub(super) fn chance(self, draws: usize) -> Chance {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a sum of ranks is far below 2⁵³"
        )]
        let expected_rank = self.sum as f64 / real(draws) + 1.0;
        Chance {
            in_top: self.in_top,
            draws: u32::try_from(draws).unwrap_or(u32::MAX),
            expected_rank,
            rank_low: self.low.last().into() + 1,
            rank_high: self.last + 1 - self.high.last().into(),
        }
    }
}

/// The rank that at least a twentieth of the draws do not exceed is the so-manieth from the first, and the rank that
/// nineteen twentieths do not exceed the so-manieth from the last.
fn places(draws: usize) -> (usize, usize) {
    let low = draws.div_ceil(20).max(1);
    let high = draws - (19 * draws).div_ceil(20) + 1;
    (low, high)
}

/// The least few of many numbers.
#[derive(Debug, Clone)]
struct Least<R> {
    many: usize,
    kept: Vec<R>,
    /// The greatest of the least, once there are enough of them: what is not below it changes nothing.
    bound: Option<R>,
}

impl<R: Rank> Least<R> {
    fn new(many: usize) -> Self {
        Self {
            many,
            kept: Vec::new(),
            bound: None,
        }
    }

    fn add(&mut self, number: R) {
        if self.bound.is_some_and(|bound| number >= bound) {
            return;
        }
        if self.kept.capacity() == 0 {
            self.kept.reserve_exact(self.many + SPARE);
        }
        self.kept.push(number);
        if self.kept.len() == self.many + SPARE {
            self.throw_away();
        }
    }

    fn throw_away(&mut self) {
        let (_, bound, _) = self.kept.select_nth_unstable(self.many - 1);
        self.bound = Some(*bound);
        self.kept.truncate(self.many);
    }

    /// The greatest of the least few.
    fn last(mut self) -> R {
        if self.kept.len() > self.many {
            self.throw_away();
        }
        self.kept.into_iter().max().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use proptest::prelude::*;

    /// From the definitions, with all ranks kept.
    fn check(ranks: &[u16], top: usize, entries: usize) {
        let draws = ranks.len();
        let mut tally = Tally::<u16>::new(draws, top, entries);
        for &rank in ranks {
            tally.add(rank);
        }
        let chance = tally.chance(draws);
        let mut sorted = ranks.to_vec();
        sorted.sort_unstable();
        let quantile = |twentieths: usize| {
            let place = (1..=draws).find(|seen| seen * 20 >= draws * twentieths);
            u32::from(sorted[place.expect("some place is enough") - 1]) + 1
        };
        let in_top = ranks
            .iter()
            .filter(|&&rank| usize::from(rank) < top)
            .count();
        assert_eq!(usize::try_from(chance.in_top), Ok(in_top));
        assert_eq!(
            (chance.rank_low, chance.rank_high),
            (quantile(1), quantile(19))
        );
        let mean = ranks.iter().map(|&rank| f64::from(rank) + 1.0).sum::<f64>()
            / crate::table::real(draws);
        assert!((chance.expected_rank - mean).abs() < 1e-9);
    }

    #[test]
    fn quantiles_are_exact_however_many_draws_there_are() {
        for draws in [1, 2, 19, 20, 21, 399, 400, 1_000, 5_001] {
            let ranks: Vec<u16> = (0..draws)
                .map(|draw: u32| u16::try_from(draw * 7_919 % 613).expect("small"))
                .collect();
            check(&ranks, 50, 613);
            let falling: Vec<u16> = ranks.iter().rev().copied().collect();
            check(&falling, 0, 613);
        }
    }

    proptest! {
        #[test]
        fn any_ranks_are_counted(ranks in prop::collection::vec(0u16..40, 1..700)) {
            check(&ranks, 7, 40);
        }
    }
}
