//! The mathematics of judging: scores in, a ranking out.
//!
//! The crate knows four things: an *entry* is compared, a *judge* compares, a *criterion* says by what, and a *score*
//! is one number that one judge gave one entry on one criterion. All scores of one judge for one entry are a
//! *review*. Whatever the entries are, and whatever is decided about them, is the business of others.
//!
//! [`Scores`] holds validated input, [`rank_by_mean`] turns it into a [`Ranking`].
//!
//! ```
//! use plaudit_ranking::{Criterion, Direction, Missing, Ratio, Scale, Score, Scores, TieBreak, rank_by_mean};
//!
//! let scale = Scale::whole(0, 5)?;
//! let criteria = vec![
//!     Criterion { id: "progress".into(), weight: 60, scale, direction: Direction::HigherIsBetter, missing: Missing::Refused },
//!     Criterion { id: "reach".into(), weight: 40, scale, direction: Direction::HigherIsBetter, missing: Missing::Refused },
//! ];
//! let score = |judge, entry, criterion, value| Score { judge, entry, criterion, value: Ratio::whole(value) };
//! let scores = Scores::new(criteria, ["a", "b"], &[
//!     score("jo", "a", "progress", 5), score("jo", "a", "reach", 0),
//!     score("jo", "b", "progress", 2), score("jo", "b", "reach", 5),
//! ]).expect("the scores above have no fault");
//!
//! let ranking = rank_by_mean(&scores, 1, &[TieBreak::HeadToHead])?;
//! let first = &ranking.entries[0];
//! assert_eq!((first.entry.as_str(), first.rank), ("b", Some(1)));
//! assert_eq!(first.summary.as_ref().map(|summary| summary.mean), Some(Ratio::whole(64)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Exactness.** Means are exact fractions, and no comparison that decides a rank is made in floating point: entries
//! are tied when they are equal, and only then.
//!
//! **Reproducibility.** Entries, judges and criteria are put in the order of the bytes of their ids before anything
//! is computed, so the order of the input has no influence on any result.

mod agreement;
mod assignment;
mod beside;
mod calibrated;
mod cholesky;
mod components;
mod criterion;
mod crossed;
mod diagnostics;
mod fault;
mod flow;
mod least_squares;
mod means;
mod model;
mod random;
mod rank;
mod ratio;
mod report;
mod scale;
mod scores;
mod special;
mod spread;
mod table;
mod ties;
mod top_k;

pub use agreement::{Agreement, Alpha, CompletePanel};
pub use assignment::{
    Assignment, Because, Demand, Infeasible, Load, Match, Problem, ProblemFault, Wishes, assign,
};
pub use criterion::{Criterion, Direction, Missing};
pub use diagnostics::{Drift, Flag, JudgeReport, Outlier, Remark};
pub use fault::Fault;
pub use means::{CriterionMean, Ranked, Ranking, Status, Summary, rank_by_mean};
pub use model::{Calibration, Least, calibrate};
pub use random::Seed;
pub use rank::{AtTheCut, Options, rank};
pub use ratio::{NumberFault, Ratio};
pub use report::{
    EntryReport, Explanation, Method, Model, ModelStatus, NaturalCut, Report, Selection, Standing,
    Unavailable, Variances,
};
pub use scale::{Scale, ScaleFault};
pub use scores::{Review, Score, Scores};
pub use spread::Spread;
pub use ties::{TieBreak, UnknownCriterion};
pub use top_k::Chance;
