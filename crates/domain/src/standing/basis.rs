//! By what cases are in fact ranked: the rule set's method, or what takes its place where the scores do not support it.

use plaudit_ranking::{
    EntryReport, Method as Ranking, ModelStatus, Options, Ratio, Remark, Report, Scores, Status,
    TieBreak, rank,
};

pub use plaudit_ranking::Unavailable;

use crate::rule_set::{Method, RuleSet};

/// By what the cases are ranked, and what a reader should know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// The method that the rule set asks for.
    pub asked: Method,
    /// What the ranking is made by.
    pub used: Used,
    /// What else holds, in this order.
    pub notes: Vec<Note>,
}

/// What a ranking is made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    /// A method that a rule set can ask for.
    Method(Method),
    /// Cases and judges taken apart exactly, since the judges agree perfectly up to their leniency.
    LeastSquares,
}

/// What a reader should know of a ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Note {
    /// The scores do not support the model, so that the mean takes its place.
    MeanInstead(Unavailable),
    /// Judges agree perfectly up to their leniency.
    PerfectAgreement,
    /// The scores do not tell the cases apart: they are listed by their means, without ranks.
    NotDistinguished,
    /// There are groups of cases that share no judge, compared by assumption.
    Apart,
    /// No difference in severity was found.
    NoSeverity,
    /// No difference in spread was found, so that it is the calibrated score.
    EvenSpread,
    /// Not every judge scored every case, for which the trimmed mean is not made.
    TrimmedOfSome,
}

/// A case in its order.
pub(super) struct Ranked {
    pub(super) entry: String,
    pub(super) rank: Option<u32>,
    pub(super) is_tied: bool,
    /// The method's total, unless that is the mean.
    pub(super) total: Option<Ratio>,
    pub(super) standard_error: Option<f64>,
}

/// The cases in the order of the rule set's method, or of what takes its place.
pub(super) fn ranked(
    rules: &RuleSet,
    scores: &Scores,
    breaks: &[TieBreak],
    by_mean: plaudit_ranking::Ranking,
) -> (Basis, Vec<Ranked>) {
    let basis = |used, notes| Basis {
        asked: rules.method,
        used,
        notes,
    };
    let Some(method) = asked(rules.method) else {
        let ranked = by_mean.entries.into_iter().map(of_mean).collect();
        return (basis(Used::Method(Method::Mean), Vec::new()), ranked);
    };
    let options = Options {
        method,
        quorum: usize::try_from(rules.quorum).unwrap_or(usize::MAX),
        top: usize::try_from(rules.shortlist_size).ok(),
        draws: 0,
        ties: breaks.to_vec(),
        by_criterion: false,
        ..Options::default()
    };
    let report = rank(scores, &options).expect("the tie-breaks name the rule set's own criteria");
    let notes = notes(rules.method, &report);
    if report.used == Ranking::Mean {
        let ranked = by_mean.entries.into_iter().map(of_mean).collect();
        return (basis(Used::Method(Method::Mean), notes), ranked);
    }
    let used = match report.used {
        Ranking::LeastSquares => Used::LeastSquares,
        _ => Used::Method(rules.method),
    };
    let is_flat = notes.contains(&Note::NotDistinguished);
    let scale = if method == Ranking::Borda { 100.0 } else { 1.0 };
    let ranked = report
        .entries
        .into_iter()
        .map(|entry| of_report(entry, scale, is_flat))
        .collect();
    (basis(used, notes), ranked)
}

/// The method as the ranking knows it; none for the mean, which needs no model.
pub(super) fn asked(method: Method) -> Option<Ranking> {
    match method {
        Method::Mean => None,
        Method::Calibrated => Some(Ranking::Calibrated),
        Method::CalibratedSpread => Some(Ranking::CalibratedSpread),
        Method::Trimmed => Some(Ranking::Trimmed),
        Method::ZScore => Some(Ranking::ZScore),
        Method::Borda => Some(Ranking::Borda),
    }
}

fn notes(method: Method, report: &Report) -> Vec<Note> {
    let mut notes = Vec::new();
    if method.has_standard_error() {
        let model = &report.model;
        for status in std::iter::once(&model.status).chain(&model.also) {
            notes.extend(match status {
                ModelStatus::CalibrationUnavailable(why) => Some(Note::MeanInstead(*why)),
                ModelStatus::PerfectAgreement => Some(Note::PerfectAgreement),
                ModelStatus::EntriesIndistinguishable { .. } => Some(Note::NotDistinguished),
                ModelStatus::Disconnected => Some(Note::Apart),
                ModelStatus::NoSeverityDifferences => Some(Note::NoSeverity),
                ModelStatus::Calibrated => None,
            });
        }
        let is_fitted = report.used == Ranking::CalibratedSpread;
        if is_fitted && model.spread.is_even() {
            notes.push(Note::EvenSpread);
        }
    }
    if report.remarks.contains(&Remark::TrimmedNotAdvised) {
        notes.push(Note::TrimmedOfSome);
    }
    notes
}

fn of_mean(ranked: plaudit_ranking::Ranked) -> Ranked {
    Ranked {
        entry: ranked.entry,
        rank: ranked.rank,
        is_tied: ranked.status == Status::Tied,
        total: None,
        standard_error: None,
    }
}

fn of_report(entry: EntryReport, scale: f64, is_flat: bool) -> Ranked {
    Ranked {
        rank: entry.rank,
        // Cases that are not told apart have no rank that they could share.
        is_tied: entry.rank.is_some() && entry.standing == plaudit_ranking::Standing::Tied,
        total: entry
            .score
            .filter(|_| !is_flat)
            .and_then(|score| exact(score * scale)),
        standard_error: entry.standard_error.filter(|_| !is_flat),
        entry: entry.entry,
    }
}

/// A total as a fraction, to the billionth to which totals are compared.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a total is of the order of a hundred, so that its billionths are far from the limit"
)]
fn exact(total: f64) -> Option<Ratio> {
    const BILLION: f64 = 1e9;
    Ratio::new((total * BILLION).round() as i128, 1_000_000_000)
}

#[cfg(test)]
mod tests;
