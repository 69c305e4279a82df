//! The mathematics of judging: scores in, a ranking out.
//!
//! The crate knows four things: an *entry* is compared, a *judge* compares, a *criterion* says by what, and a *score*
//! is one number that one judge gave one entry on one criterion. All scores of one judge for one entry are a
//! *review*. Whatever the entries are, and whatever is decided about them, is the business of others.
//!
//! [`Scores`] holds validated input. [`rank`] turns it into a [`Report`] by one of seven [`Method`]s, with everything
//! that can be said of entries, judges and their agreement; [`rank_by_mean`] is the exact weighted mean alone, and
//! [`calibrate`] the model alone. [`assign`] says who should judge what, so that a ranking can be had.
//!
//! ```
//! use plaudit_ranking::{Criterion, Direction, Missing, Options, Ratio, Scale, Score, Scores, Standing, rank};
//!
//! let scale = Scale::whole(0, 9)?;
//! let criteria = vec![Criterion {
//!     id: "progress".into(), weight: 1, scale, direction: Direction::HigherIsBetter, missing: Missing::Refused,
//! }];
//! let (judges, entries) = (["jo", "kim", "lee", "max"], ["a", "b", "c", "d", "e", "f"]);
//! let mut rows = Vec::new();
//! for (merit, entry) in (0..).zip(entries) {
//!     for (severity, judge) in (0..).zip(judges) {
//!         let value = Ratio::whole(merit + (severity + merit * 3) % 4);
//!         rows.push(Score { judge, entry, criterion: "progress", value });
//!     }
//! }
//! let scores = Scores::new(criteria, ["g"], &rows).expect("the scores above have no fault");
//!
//! let report = rank(&scores, &Options { top: Some(2), ..Options::default() })?;
//! let first = &report.entries[0];
//! assert_eq!((first.entry.as_str(), first.rank, first.standing), ("f", Some(1), Standing::SafeIn));
//! assert_eq!(report.entries[6].standing, Standing::NotJudged);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Honesty.** What the data do not support is not made up: [`ModelStatus`] and [`Standing`] say what could not be had
//! and why, and no result is ever a NaN.
//!
//! **Exactness.** Means are exact fractions, and entries are tied by them when they are equal, and only then. Scores of
//! all other methods are compared after rounding to 1e-9 of a 100-point scale.
//!
//! **Reproducibility.** Entries, judges and criteria are put in the order of the bytes of their ids before anything
//! is computed, so the order of the input has no influence on any result. Sums are formed in one order whatever the
//! number of threads, logarithms are the `libm` crate's, and chance depends on a [`Seed`] alone: the same input gives
//! the same bytes on every machine.

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
    Comparison, EntryReport, Explanation, Method, Model, ModelStatus, NaturalCut, Report,
    Selection, Standing, Unavailable, Variances,
};
pub use scale::{Scale, ScaleFault};
pub use scores::{Review, Score, Scores, WeightFault};
pub use spread::Spread;
pub use ties::{TieBreak, UnknownCriterion};
pub use top_k::Chance;
