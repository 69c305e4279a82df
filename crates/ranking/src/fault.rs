//! What can be wrong with scores, each fault by its own name.

use crate::ratio::Ratio;
use crate::scale::Scale;
use thiserror::Error;

/// One fault of the input; [`crate::Scores::new`] reports all of them, not only the first.
///
/// `row` is the place of the score in the slice that was given, counted from nought.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// Nothing says by what entries are compared.
    #[error("there is no criterion")]
    NoCriteria,
    /// Two criteria share an id.
    #[error("criterion “{criterion}” is given twice")]
    CriterionTwice {
        /// The id that is shared.
        criterion: String,
    },
    /// No criterion counts.
    #[error("the criteria's weights sum to nought")]
    ZeroWeights,
    /// The scales have so many different step counts, or the weights are so large, that exact means would not fit.
    #[error("these scales and weights are too fine to be added up exactly")]
    TooFine,
    /// There are more scores than can be counted.
    #[error("there are more than {} scores", u32::MAX)]
    TooManyScores,
    /// A score is for a criterion that is not among the criteria.
    #[error(
        "criterion “{criterion}” is unknown, in a score of judge “{judge}” for entry “{entry}”"
    )]
    UnknownCriterion {
        /// Which score.
        row: usize,
        /// Who gave it.
        judge: String,
        /// For which entry.
        entry: String,
        /// The id that is unknown.
        criterion: String,
    },
    /// A score is not a point of its criterion's scale.
    #[error(
        "{value} is not on the scale of “{criterion}”, in a score of judge “{judge}” for entry “{entry}”"
    )]
    OffScale {
        /// Which score.
        row: usize,
        /// Who gave it.
        judge: String,
        /// For which entry.
        entry: String,
        /// On which criterion.
        criterion: String,
        /// The score as given.
        value: Ratio,
        /// The scale that it is not on.
        scale: Scale,
    },
    /// A judge scored one entry twice on one criterion.
    #[error("judge “{judge}” scores entry “{entry}” twice on “{criterion}”")]
    ScoredTwice {
        /// The later of the two scores.
        row: usize,
        /// Who gave it.
        judge: String,
        /// For which entry.
        entry: String,
        /// On which criterion.
        criterion: String,
    },
    /// A judge scored an entry on some criteria, and not on all.
    #[error("judge “{judge}” does not score entry “{entry}” on {}", missing.join(", "))]
    Incomplete {
        /// Who gave the review.
        judge: String,
        /// For which entry.
        entry: String,
        /// The ids of the criteria that lack a score, in canonical order.
        missing: Vec<String>,
    },
    /// A judge scored an entry on criteria that make up less than half of the weight.
    #[error("judge “{judge}” scores entry “{entry}” on less than half of the criteria's weight")]
    TooLittleAnswered {
        /// Who gave the review.
        judge: String,
        /// For which entry.
        entry: String,
    },
}
