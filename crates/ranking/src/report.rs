//! What a ranking says: the model, every entry, every judge, and how far they agree.

use crate::agreement::Agreement;
use crate::diagnostics::{JudgeReport, Remark};
use crate::ratio::Ratio;
use crate::spread::Spread;
use crate::top_k::Chance;

/// How entries are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// The mean of the reviews' totals, exactly.
    Mean,
    /// The mean without one highest and one lowest total where there are at least four.
    Trimmed,
    /// Each judge's totals in standard deviations from his own mean, averaged.
    ZScore,
    /// Each judge's order alone: from 1 for his first to 0 for his last, averaged.
    Borda,
    /// Entry and judge effects by least squares; comparable only within a connected part.
    LeastSquares,
    /// Entry and judge effects as random, by restricted maximum likelihood: the default.
    Calibrated,
    /// The same, after each judge's spread is brought to the common one as far as the data show that spreads differ.
    CalibratedSpread,
}

impl Method {
    /// All methods, in the order of the specification.
    pub const ALL: [Self; 7] = [
        Self::Mean,
        Self::Trimmed,
        Self::ZScore,
        Self::Borda,
        Self::LeastSquares,
        Self::Calibrated,
        Self::CalibratedSpread,
    ];
}

/// A full ranking by one method, with every other beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What was asked for. Where [`ModelStatus`] says so, entries are ranked by the mean instead.
    pub method: Method,
    /// By what entries are in fact ranked.
    pub used: Method,
    /// The model behind the scores.
    pub model: Model,
    /// All entries in the order of their ranks (of their connected parts first where those are ranked apart), then
    /// those with too few reviews, then those with none, each in the order of the bytes of their ids.
    pub entries: Vec<EntryReport>,
    /// One for each of [`crate::Scores::judges`].
    pub judges: Vec<JudgeReport>,
    /// How far judges agree.
    pub agreement: Agreement,
    /// What else a reader should know, in a fixed order.
    pub remarks: Vec<Remark>,
    /// Single reviews that do not fit, the worst first.
    pub outliers: Vec<crate::diagnostics::Outlier>,
    /// How many of the selected are expected to be truly in the top k, as a share: Σ p / k.
    pub expected_precision: Option<f64>,
    /// Who is truly better, for the entries around the cut: each of the last three that the model puts above it with
    /// each of the first three below; empty without a model.
    pub around_the_cut: Vec<Comparison>,
    /// The place after which the gap is surest, within the allowed range of k; `None` without a model, or where parts are
    /// ranked apart.
    pub natural_cut: Option<NaturalCut>,
    /// Whether connected parts are ranked each by itself: ranks, chances and selections are then within an entry's own part.
    pub is_apart: bool,
}

/// Where the ranking breaks by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NaturalCut {
    /// After how many entries.
    pub after: usize,
    /// P(the last before the cut is truly better than the first after it).
    pub probability: f64,
}

/// Two entries, compared by the joint posterior: judges they share do not count against either.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The id of the entry with the higher calibrated score.
    pub better: String,
    /// The id of the other.
    pub than: String,
    /// P(a of the first > a of the second) = Φ((â − â′)/√(PEV + PEV′ − 2·covariance)).
    pub probability: f64,
}

/// How the model came out. Where several hold, the first in this order is told.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelStatus {
    /// No model could be fitted: entries are ranked by their means, and nothing is said of probabilities.
    CalibrationUnavailable(Unavailable),
    /// Scores are judge plus entry and nothing else: least squares says it all.
    PerfectAgreement,
    /// The variance between entries is estimated as nought: the panel does not distinguish them.
    EntriesIndistinguishable {
        /// ½·P(χ²₁ > d(0, `θ̂_b`) − d(θ̂)), of the hypothesis that entries do not differ.
        p_value: f64,
    },
    /// There are parts that no review links; what compares two of them rests on the assumption that they were allotted
    /// at random.
    Disconnected,
    /// The variance between judges is estimated as nought: scores are shrunken means.
    NoSeverityDifferences,
    /// Severity is told from merit.
    Calibrated,
}

/// Why there is no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unavailable {
    /// There is no review.
    NoReviews,
    /// There is one judge, or every entry has one review: judges and entries cannot be told apart.
    NotSeparable,
    /// Every total is the same.
    AllEqual,
    /// There are fewer judges than the least that is asked for.
    FewJudges {
        /// How many there are.
        judges: usize,
    },
    /// There are fewer judged entries than the least that is asked for.
    FewEntries {
        /// How many there are.
        entries: usize,
    },
    /// n − I − J + C is less than what is asked for.
    LittleFreedom {
        /// What it is.
        freedom: usize,
    },
    /// The equations cannot be solved in floating point: totals differ by too many orders of magnitude.
    NotSolvable,
}

/// The model behind the scores; variances on the squared scale of the totals.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// How it came out.
    pub status: ModelStatus,
    /// Everything that holds of it besides, in the order of [`ModelStatus`].
    pub also: Vec<ModelStatus>,
    /// The number of reviews.
    pub reviews: usize,
    /// The number of entries that have any.
    pub entries: usize,
    /// The number of judges.
    pub judges: usize,
    /// How many parts no review links.
    pub components: usize,
    /// ν = n − I − J + C.
    pub freedom: usize,
    /// The fit; `None` where the status says that there is none.
    pub fit: Option<Variances>,
    /// What judges' spreads look like; its factors are used by [`Method::CalibratedSpread`] alone.
    pub spread: Spread,
}

/// The fitted variances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variances {
    /// μ̂.
    pub mean: f64,
    /// Its standard error.
    pub mean_standard_error: f64,
    /// σₐ².
    pub entry: f64,
    /// `σ_b²`.
    pub judge: f64,
    /// σ².
    pub residual: f64,
    /// θₐ = σₐ/σ.
    pub theta_entry: f64,
    /// `θ_b` = `σ_b/σ`.
    pub theta_judge: f64,
    /// d(θ̂), which equals lme4's `REMLcrit`.
    pub reml_criterion: f64,
    /// ∂d/∂log θ for entries and judges, which is nought at an inner optimum.
    pub gradient: [f64; 2],
    /// How often the equations were solved in the search, but for looking whether there is another minimum.
    pub evaluations: usize,
    /// ρ = 1 − mean(PEV)/σₐ², the reliability of the ranking; nought where entries do not differ.
    pub reliability: f64,
    /// n* = (`σ_b²` + σ²)/σₐ² · ρ*/(1 − ρ*): reviews per entry for a reliability of 0.8; `None` where no number would do.
    pub reviews_needed: Option<f64>,
}

impl Variances {
    /// σₐ²/(σₐ² + `σ_b²` + σ²): the share of entries, which is also the agreement of two judges on one entry (ICC).
    pub fn entry_share(&self) -> f64 {
        self.entry / (self.entry + self.judge + self.residual)
    }

    /// The share of judges' severity.
    pub fn judge_share(&self) -> f64 {
        self.judge / (self.entry + self.judge + self.residual)
    }

    /// The share of everything else.
    pub fn residual_share(&self) -> f64 {
        self.residual / (self.entry + self.judge + self.residual)
    }
}

/// What is said of one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryReport {
    /// The entry's id.
    pub entry: String,
    /// 1 for the best; entries that stay tied share a rank and the next one is skipped (1, 2, 2, 4).
    pub rank: Option<u32>,
    /// Where it stands.
    pub standing: Standing,
    /// How many reviews it has.
    pub reviews: usize,
    /// The number of its connected part, from 0.
    pub component: Option<usize>,
    /// The mean of its reviews' totals, exactly.
    pub exact_mean: Option<Ratio>,
    /// The same as a number.
    pub raw_mean: Option<f64>,
    /// The score by the method used.
    pub score: Option<f64>,
    /// Its standard error, where the method has one.
    pub standard_error: Option<f64>,
    /// How the calibrated score comes about.
    pub explanation: Option<Explanation>,
    /// What the draws say.
    pub chance: Option<Chance>,
    /// Whether it is selected.
    pub selection: Selection,
    /// What it scores by every method, in the order of [`Method::ALL`]; `None` where a method says nothing.
    pub by_method: [Option<f64>; 7],
    /// Whether every method that says anything puts it among the first k.
    pub is_robust: bool,
    /// The expected gain of one more review for the selection, in points (knowledge gradient).
    pub value_of_review: Option<f64>,
    /// Per criterion the calibrated score on it, 0 to 100, or in the scores' own unit where no scale is declared; in the
    /// order of [`crate::Scores::criteria`].
    pub by_criterion: Vec<Option<f64>>,
    /// Σ w·(calibrated score on the criterion)/Σ w, the composite of the criteria's own models, on the same scale as
    /// they are, which is that of the totals; `None` where a
    /// criterion of some weight has none.
    pub composite: Option<f64>,
}

/// Where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is in the top k with a probability of at least .95.
    SafeIn,
    /// It may be in the top k or not.
    Contested,
    /// It is in the top k with a probability of at most .05.
    SafeOut,
    /// It has a rank, and nothing is known of probabilities.
    Ranked,
    /// It shares its rank, and nothing is known of probabilities.
    Tied,
    /// It has fewer reviews than the quorum, so it is listed and not ranked.
    Insufficient,
    /// It has no review.
    NotJudged,
}

/// Whether an entry is among those that the cut selects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// It is.
    In,
    /// It is not.
    Out,
    /// It is tied at the cut, and the rule is to ask for one more review.
    NeedsReview,
}

/// `score = μ̂ + k·(raw mean − panel leniency − μ̂)`, an exact identity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Explanation {
    /// μ̂.
    pub mean: f64,
    /// The mean of the entry's totals, in the model's own (perhaps stretched) scale; by the reviews' weights, if they have
    /// any.
    pub raw_mean: f64,
    /// The mean of b̂ over the entry's judges, likewise.
    pub panel_leniency: f64,
    /// k = θₐ²n/(θₐ²n + 1), between nought and one, with n the number of reviews or their weight.
    pub reliability: f64,
}

impl Explanation {
    /// The score that the identity gives.
    pub fn score(&self) -> f64 {
        self.mean + self.reliability * (self.raw_mean - self.panel_leniency - self.mean)
    }
}
