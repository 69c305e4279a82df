//! ω: reviews that count for more or less than others in the calibrated model.

use super::Scores;
use crate::ratio::Ratio;
use std::collections::BTreeSet;
use thiserror::Error;

/// In how many parts a weight of one is divided.
pub(super) const PARTS: u32 = 1_000;

/// What is wrong with the weight of a review.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WeightFault {
    /// There is no such review.
    #[error("judge “{judge}” has no review of entry “{entry}” that could be weighed")]
    NoReview {
        /// The judge's id.
        judge: String,
        /// The entry's id.
        entry: String,
    },
    /// The review is weighed twice.
    #[error("the review of entry “{entry}” by judge “{judge}” is weighed twice")]
    Twice {
        /// The judge's id.
        judge: String,
        /// The entry's id.
        entry: String,
    },
    /// The weight is not from 0.001 to 1,000 in steps of 0.001.
    #[error(
        "the weight {weight} of the review of entry “{entry}” by judge “{judge}” is not from 0.001 to 1,000, in thousandths"
    )]
    OutOfRange {
        /// The judge's id.
        judge: String,
        /// The entry's id.
        entry: String,
        /// The weight as given.
        weight: Ratio,
    },
}

impl Scores {
    /// The same scores, with weights ω for some reviews, given as (judge, entry, ω); all others weigh 1.
    ///
    /// In the calibrated model ε ~ N(0, σ²/ω), so a review of weight 2 says as much as two that agree. No other method
    /// knows weights. They are from 0.001 to 1,000, in thousandths (judging-science.md, 2b.6; lme4's `weights`).
    ///
    /// # Errors
    /// Every [`WeightFault`] there is, in the order of the weights.
    pub fn with_weights(
        mut self,
        weights: &[(&str, &str, Ratio)],
    ) -> Result<Self, Vec<WeightFault>> {
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        for &(judge, entry, weight) in weights {
            let (judge, entry) = (judge.to_owned(), entry.to_owned());
            match self.review(&judge, &entry) {
                None => faults.push(WeightFault::NoReview { judge, entry }),
                Some(review) if !seen.insert(review) => {
                    faults.push(WeightFault::Twice { judge, entry });
                }
                Some(review) => match parts(weight) {
                    Some(parts) => self.reviews[review].weight = parts,
                    None => faults.push(WeightFault::OutOfRange {
                        judge,
                        entry,
                        weight,
                    }),
                },
            }
        }
        if faults.is_empty() {
            Ok(self)
        } else {
            Err(faults)
        }
    }

    /// The place among the reviews of the one of this judge for this entry.
    fn review(&self, judge: &str, entry: &str) -> Option<usize> {
        let judge = self
            .judges
            .binary_search_by(|id| id.as_str().cmp(judge))
            .ok()?;
        let entry = self
            .entries
            .binary_search_by(|id| id.as_str().cmp(entry))
            .ok()?;
        self.reviews
            .binary_search_by(|review| (review.entry, review.judge).cmp(&(entry, judge)))
            .ok()
    }
}

/// A weight in thousandths, if it is in range.
fn parts(weight: Ratio) -> Option<u32> {
    let parts = i128::from(PARTS);
    (parts % weight.denominator() == 0)
        .then(|| weight.numerator().checked_mul(parts / weight.denominator()))
        .flatten()
        .and_then(|parts| u32::try_from(parts).ok())
        .filter(|parts| (1..=PARTS * 1_000).contains(parts))
}
