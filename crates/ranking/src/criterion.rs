//! By what entries are compared: weight, scale, direction, and what a missing score means.

use crate::ratio::Ratio;
use crate::scale::Scale;

/// By what entries are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// What scores and tie-breaks name it by.
    pub id: String,
    /// How much it counts beside the others; nought is legal, and then it is only displayed and breaks ties.
    pub weight: u32,
    /// The scale on which it is scored.
    pub scale: Scale,
    /// Which end of the scale is the good one.
    pub direction: Direction,
    /// Whether a review may leave it out.
    pub missing: Missing,
}

impl Criterion {
    /// The mean, in the unit of the scale, of `count` scores that are given in steps above the worse end.
    pub(crate) fn mean_of(&self, good_steps: impl Iterator<Item = u64>, count: u32) -> Ratio {
        let good: i128 = good_steps.map(i128::from).sum();
        let sum = match self.direction {
            Direction::HigherIsBetter => good,
            Direction::LowerIsBetter => i128::from(self.scale.steps()) * i128::from(count) - good,
        };
        self.scale.mean_of(sum, count)
    }

    /// The score, in the unit of the scale, that lies so many steps above the lowest; where no scale is declared, more is
    /// better, so this is the score as it was given.
    pub(crate) fn own_score(&self, steps: u64) -> Ratio {
        self.scale.mean_of(i128::from(steps), 1)
    }

    /// Steps above the worse end of the scale; `None` when the value is not on it.
    pub(crate) fn good_step(&self, value: Ratio) -> Option<u64> {
        let step = self.scale.step_of(value)?;
        Some(match self.direction {
            Direction::HigherIsBetter => step,
            Direction::LowerIsBetter => self.scale.steps() - step,
        })
    }
}

/// Which end of a scale is the good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better: x = k/K.
    HigherIsBetter,
    /// Less is better: x = 1 − k/K.
    LowerIsBetter,
}

/// What is done about a review without a score on a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Missing {
    /// The review is incomplete, which is a fault.
    #[default]
    Refused,
    /// The criterion did not apply: the review's total is that of the criteria that did, adjusted for how hard they
    /// are beside the others ([`crate::Scores::total`]).
    Allowed,
}
