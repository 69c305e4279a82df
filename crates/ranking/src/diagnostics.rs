//! What the fit says of judges and of single reviews: severity, consistency, spread, drift, halo, outliers.
//!
//! judging-science.md, 2d. Flags are for a person to look at, never a verdict.

mod judges;
mod others;
mod reviews;

pub(crate) use judges::{Order, judge_reports};
pub(crate) use reviews::{outliers, residuals};

/// What is said of one judge. Points are on the scale of the totals.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgeReport {
    /// The judge's id.
    pub judge: String,
    /// How many entries he reviewed.
    pub reviews: usize,
    /// The mean of his totals.
    pub mean: f64,
    /// sⱼ, the standard deviation of his totals; `None` for a single review.
    pub deviation: Option<f64>,
    /// b̂ⱼ: positive is lenient; `None` without a model.
    pub severity: Option<f64>,
    /// √PEV of b̂ⱼ.
    pub severity_standard_error: Option<f64>,
    /// fⱼ: by how much his distances are stretched where spreads are evened out.
    pub spread_factor: f64,
    /// The mean of e²/(σ̂²(1 − h)): about 1 for a judge who is as consistent as the others.
    pub outfit: Option<f64>,
    /// Spearman's correlation of his totals with the calibrated scores from the other judges alone (θ fixed); `None`
    /// for fewer than three reviews, or where leaving each judge out would be too much work.
    pub agreement_with_others: Option<f64>,
    /// How his residuals move over the order in which he judged; `None` without an order.
    pub drift: Option<Drift>,
    /// The mean correlation over pairs of criteria of what is left of his scores without entry, judge and criterion;
    /// `None` with one criterion or fewer than three reviews.
    pub halo: Option<f64>,
    /// The share of his reviews in which every criterion is on the same share of its scale, or has the same score where no
    /// scale is declared; `None` with one criterion.
    pub straight_lining: Option<f64>,
    /// For each of [`crate::Scores::criteria`], how many different scores he gave.
    pub scores_used: Vec<usize>,
    /// What a person should look at, in this order.
    pub flags: Vec<Flag>,
}

/// What is unusual about a judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// All his totals are the same.
    Constant,
    /// |b̂ⱼ| exceeds `2σ_b`.
    Severity,
    /// The outfit is outside ½ to 2, with at least eight reviews.
    Consistency,
    /// The halo exceeds the panel's median by .3, with at least eight reviews.
    Halo,
    /// |t| of the drift exceeds 3.
    Drift,
    /// On a declared scale of ten steps or more, no more than three are used, in at least eight reviews.
    FewSteps,
}

/// A slope of residuals on the judging order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drift {
    /// Points per review.
    pub slope: f64,
    /// Its t statistic, on n − 2 degrees of freedom.
    pub t: f64,
}

/// A review that does not fit the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlier {
    /// The judge's id.
    pub judge: String,
    /// The entry's id.
    pub entry: String,
    /// e = y − μ̂ − â − b̂, in points.
    pub residual: f64,
    /// e/(σ̂√(1 − h)).
    pub standardised: f64,
    /// Whether it exceeds 3, not only 2.5.
    pub is_grave: bool,
    /// The entry's place among all judged entries by calibrated score, from 1.
    pub place: usize,
    /// The same if the review were not there (θ fixed).
    pub place_without: usize,
}

/// What a reader should know of the ranking as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Trimming compares unlike panels where not everybody reviews everything.
    TrimmedNotAdvised,
    /// Comparisons between parts rest on the assumption that groups were allotted at random.
    PartsComparedByAssumption {
        /// How many parts there are.
        components: usize,
    },
    /// A judge gave every entry the same total.
    ConstantJudge {
        /// The judge's id.
        judge: String,
    },
    /// The search for the variances ended with a slope that is larger than it should be.
    NotConverged,
}

/// What is left of one review.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Residual {
    pub(crate) error: f64,
    pub(crate) leverage: f64,
    pub(crate) standardised: f64,
}

#[cfg(test)]
mod tests;
