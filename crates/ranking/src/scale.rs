//! The scale of a criterion: from, to, and in what steps.

use crate::ratio::{Ratio, greatest_common_divisor};
use thiserror::Error;

/// A scale on which scores are given: `lowest`, `lowest + step`, … `highest`.
///
/// All arithmetic is done on the number `k` of steps above the lowest point, a whole number; with `K` steps in all,
/// `k/K` is the share of the scale that a score reaches (judging-science.md, 2a).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    lowest: Ratio,
    step: Ratio,
    steps: u64,
}

/// Why three numbers are no scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ScaleFault {
    /// There is nothing between the two ends.
    #[error("the lowest point {lowest} is not below the highest point {highest}")]
    Empty {
        /// The lowest point as given.
        lowest: Ratio,
        /// The highest point as given.
        highest: Ratio,
    },
    /// A step of nought or less leads nowhere.
    #[error("the step {step} is not above nought")]
    StepNotPositive {
        /// The step as given.
        step: Ratio,
    },
    /// The highest point is not reached in whole steps.
    #[error("steps of {step} do not lead from {lowest} to {highest}")]
    StepDoesNotFit {
        /// The lowest point as given.
        lowest: Ratio,
        /// The highest point as given.
        highest: Ratio,
        /// The step as given.
        step: Ratio,
    },
    /// There are more than [`Scale::MOST_STEPS`] steps.
    #[error("a scale has at most {} steps", Scale::MOST_STEPS)]
    TooManySteps,
    /// A numerator or denominator exceeds [`Scale::LARGEST_NUMBER`].
    #[error("{number} is beyond a hundred million, or has too many places")]
    NumberTooLarge {
        /// The number as given.
        number: Ratio,
    },
}

impl Scale {
    /// The most steps that a scale may have.
    pub const MOST_STEPS: u32 = 1_000_000;

    /// The greatest numerator or denominator, in absolute value, of a scale's three numbers. With
    /// [`Scale::MOST_STEPS`] it bounds every mean on the scale, so that none can overflow.
    pub const LARGEST_NUMBER: i128 = 100_000_000;

    /// The scale from `lowest` to `highest` in steps of `step`, all in the unit in which judges write their scores.
    ///
    /// # Errors
    /// The first [`ScaleFault`] that is found.
    pub fn new(lowest: Ratio, highest: Ratio, step: Ratio) -> Result<Self, ScaleFault> {
        for number in [lowest, highest, step] {
            if number.numerator().abs() > Self::LARGEST_NUMBER
                || number.denominator() > Self::LARGEST_NUMBER
            {
                return Err(ScaleFault::NumberTooLarge { number });
            }
        }
        if lowest >= highest {
            return Err(ScaleFault::Empty { lowest, highest });
        }
        if step <= Ratio::ZERO {
            return Err(ScaleFault::StepNotPositive { step });
        }
        match highest.minus(lowest).and_then(|range| range.over(step)) {
            Some(steps) if steps.denominator() == 1 => match u32::try_from(steps.numerator()) {
                Ok(steps) if steps <= Self::MOST_STEPS => Ok(Self {
                    lowest,
                    step,
                    steps: u64::from(steps),
                }),
                _ => Err(ScaleFault::TooManySteps),
            },
            _ => Err(ScaleFault::StepDoesNotFit {
                lowest,
                highest,
                step,
            }),
        }
    }

    /// The scale from `lowest` to `highest` in steps of one.
    ///
    /// # Errors
    /// As [`Scale::new`].
    pub fn whole(lowest: i64, highest: i64) -> Result<Self, ScaleFault> {
        Self::new(Ratio::whole(lowest), Ratio::whole(highest), Ratio::whole(1))
    }

    /// The scale that scores without a declared one turn out to lie on, in steps of `1 / unit`; both ends are whole
    /// numbers of steps below 2⁶², so that the number of steps fits, and may be the same.
    pub(crate) fn observed(lowest: Ratio, highest: Ratio, unit: i128) -> Self {
        let steps = (highest.minus(lowest))
            .map_or(0, |range| range.numerator() * (unit / range.denominator()));
        Self {
            lowest,
            step: Ratio::new(1, unit).unwrap_or(Ratio::whole(1)),
            steps: u64::try_from(steps).unwrap_or(0),
        }
    }

    /// How many steps lead from the lowest point to the highest; at least 1, except where every score without a
    /// declared scale is the same.
    pub fn steps(self) -> u64 {
        self.steps
    }

    /// How many steps `value` lies above the lowest point; `None` when it is off the scale or between two steps.
    pub fn step_of(self, value: Ratio) -> Option<u64> {
        let above = value.minus(self.lowest)?.over(self.step)?;
        let step = u64::try_from(above.numerator()).ok()?;
        (above.denominator() == 1 && step <= self.steps).then_some(step)
    }

    /// The point that lies `sum / count` steps above the lowest: the mean of `count` scores whose steps sum to `sum`.
    ///
    /// With the bounds of [`Scale::new`] nothing exceeds 2²⁷ · 2²⁷ · 2³² · (1 + 2²⁰) < 2¹⁰⁷, and with those of
    /// [`Scale::observed`] nothing exceeds 2⁶⁴ · 2³², so it always fits. `count` is above nought.
    pub(crate) fn mean_of(self, sum: i128, count: u32) -> Ratio {
        let count = i128::from(count);
        let common = self.lowest.denominator() / {
            let divisor = greatest_common_divisor(
                self.lowest.denominator().unsigned_abs(),
                self.step.denominator().unsigned_abs(),
            );
            i128::try_from(divisor).unwrap_or(1)
        } * self.step.denominator();
        let above = self.lowest.numerator() * (common / self.lowest.denominator()) * count
            + self.step.numerator() * (common / self.step.denominator()) * sum;
        Ratio::new(above, common * count)
            .expect("the bounds of a scale keep its means within the limit of a fraction")
    }
}

#[cfg(test)]
mod tests {
    use super::{Scale, ScaleFault};
    use crate::ratio::Ratio;
    use proptest::prelude::*;

    fn ratio(numerator: i128, denominator: i128) -> Ratio {
        Ratio::new(numerator, denominator).expect("the test gives a fraction")
    }

    #[test]
    fn a_scale_in_quarters_knows_its_points() {
        let scale = Scale::new(ratio(-1, 1), ratio(1, 1), ratio(1, 4)).expect("eight quarters fit");
        assert_eq!(scale.steps(), 8);
        assert_eq!(scale.step_of(ratio(-1, 1)), Some(0));
        assert_eq!(scale.step_of(ratio(3, 4)), Some(7));
        assert_eq!(scale.step_of(ratio(1, 1)), Some(8));
        assert_eq!(scale.mean_of(3, 2), ratio(-5, 8));
    }

    #[test]
    fn a_value_off_the_scale_or_between_two_steps_has_no_step() {
        let scale = Scale::whole(1, 5).expect("one to five");
        for value in [
            ratio(0, 1),
            ratio(6, 1),
            ratio(5, 2),
            ratio(-3, 1),
            ratio(Ratio::LIMIT, 1),
            ratio(1, Ratio::LIMIT),
        ] {
            assert_eq!(scale.step_of(value), None, "{value}");
        }
    }

    #[test]
    fn three_numbers_that_are_no_scale_are_refused_by_name() {
        let (zero, one, five) = (Ratio::ZERO, ratio(1, 1), ratio(5, 1));
        assert_eq!(
            Scale::new(five, five, one),
            Err(ScaleFault::Empty {
                lowest: five,
                highest: five
            })
        );
        assert_eq!(
            Scale::new(zero, five, zero),
            Err(ScaleFault::StepNotPositive { step: zero })
        );
        let two = ratio(2, 1);
        assert_eq!(
            Scale::new(zero, five, two),
            Err(ScaleFault::StepDoesNotFit {
                lowest: zero,
                highest: five,
                step: two
            }),
        );
        assert_eq!(
            Scale::new(zero, five, ratio(1, 1_000_000)),
            Err(ScaleFault::TooManySteps)
        );
        let huge = ratio(Scale::LARGEST_NUMBER + 1, 1);
        assert_eq!(
            Scale::new(zero, huge, one),
            Err(ScaleFault::NumberTooLarge { number: huge })
        );
    }

    #[test]
    fn the_largest_scale_with_the_most_scores_has_a_mean() {
        let (large, tiny) = (
            ratio(-Scale::LARGEST_NUMBER, 99_999_989),
            ratio(99_999_971, 99_999_959),
        );
        let scale = Scale {
            lowest: large,
            step: tiny,
            steps: u64::from(Scale::MOST_STEPS),
        };
        let sum = i128::from(u32::MAX) * i128::from(Scale::MOST_STEPS);
        assert_eq!(
            scale.mean_of(sum, u32::MAX),
            scale.mean_of(i128::from(Scale::MOST_STEPS), 1)
        );
    }

    proptest! {
        #[test]
        fn no_three_numbers_panic(numbers in proptest::array::uniform6(any::<i64>()), value: i64) {
            let [a, b, c, d, e, f] = numbers.map(i128::from);
            if let (Some(lowest), Some(highest), Some(step)) = (Ratio::new(a, b), Ratio::new(c, d), Ratio::new(e, f))
                && let Ok(scale) = Scale::new(lowest, highest, step)
            {
                let _ = scale.step_of(Ratio::whole(value));
            }
        }
    }
}
