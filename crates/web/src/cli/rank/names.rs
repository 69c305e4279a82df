//! The names that the outputs give to methods, statuses, flags and remarks: fixed, for programs to read.

use plaudit_ranking::{Flag, Method, ModelStatus, Selection, Standing, Unavailable};

/// As `--method` takes it.
pub(crate) fn method(method: Method) -> &'static str {
    match method {
        Method::Mean => "mean",
        Method::Trimmed => "trimmed",
        Method::ZScore => "zscore",
        Method::Borda => "borda",
        Method::LeastSquares => "least-squares",
        Method::Calibrated => "calibrated",
        Method::CalibratedSpread => "calibrated-spread",
    }
}

/// The status of an entry. One that has a rank of its own while nothing is known of probabilities is not safe either
/// way, so it is contested.
pub(crate) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::SafeIn => "safe-in",
        Standing::Contested | Standing::Ranked => "contested",
        Standing::SafeOut => "safe-out",
        Standing::Tied => "tied",
        Standing::Insufficient => "insufficient",
        Standing::NotJudged => "not-judged",
    }
}

/// The status of the model.
pub(super) fn status(status: &ModelStatus) -> &'static str {
    match status {
        ModelStatus::CalibrationUnavailable(_) => "calibration-unavailable",
        ModelStatus::PerfectAgreement => "perfect-agreement",
        ModelStatus::EntriesIndistinguishable { .. } => "entries-indistinguishable",
        ModelStatus::Disconnected => "disconnected",
        ModelStatus::NoSeverityDifferences => "no-severity-differences",
        ModelStatus::Calibrated => "calibrated",
    }
}

/// Why there is no model, in words that follow a colon.
pub(super) fn reason(why: Unavailable) -> String {
    match why {
        Unavailable::NoReviews => "there is no review".to_owned(),
        Unavailable::NotSeparable => "there is one judge, or every entry has one review".to_owned(),
        Unavailable::AllEqual => "all scores are the same".to_owned(),
        Unavailable::FewJudges { judges: 1 } => "there is only 1 judge".to_owned(),
        Unavailable::FewJudges { judges } => format!("there are only {judges} judges"),
        Unavailable::FewEntries { entries: 1 } => "there is only 1 judged entry".to_owned(),
        Unavailable::FewEntries { entries } => format!("there are only {entries} judged entries"),
        Unavailable::LittleFreedom { freedom } => format!(
            "too few reviews are left over once every entry and judge has its own effect ({freedom} degrees of freedom)"
        ),
        Unavailable::NotSolvable => "scores differ by too many orders of magnitude".to_owned(),
    }
}

/// Whether an entry is among those that the cut selects.
pub(super) fn selection(selection: Selection) -> &'static str {
    match selection {
        Selection::In => "in",
        Selection::Out => "out",
        Selection::NeedsReview => "needs-review",
    }
}

/// What is unusual about a judge.
pub(super) fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::Constant => "constant",
        Flag::Severity => "severity",
        Flag::Consistency => "consistency",
        Flag::Halo => "halo",
        Flag::Drift => "drift",
        Flag::FewSteps => "few-steps",
    }
}
