//! The ranking as JSON: everything that can be said of it. What is not known is null.

mod diagnostics;

use std::collections::BTreeMap;
use std::io::{self, Write};

use plaudit_ranking::{EntryReport, JudgeReport, Method, ModelStatus};
use serde::Serialize;

use super::{Outcome, names};
pub(crate) use diagnostics::{Agreement, Diagnostics};

/// Writes it, indented, with a line end.
pub(super) fn write(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Ranking::of(outcome))?;
    writeln!(out)
}

#[derive(Serialize)]
struct Ranking<'a> {
    method: &'static str,
    used: &'static str,
    top: usize,
    quorum: u32,
    draws: u32,
    seed: &'a str,
    ranked_by_component: bool,
    model: Model,
    entries: Vec<EntryRow<'a>>,
    judges: Vec<JudgeRow<'a>>,
    agreement: Agreement,
    diagnostics: Diagnostics<'a>,
}

#[derive(Serialize)]
pub(crate) struct Model {
    status: &'static str,
    also: Vec<&'static str>,
    reason: Option<String>,
    p_value: Option<f64>,
    mean: Option<f64>,
    mean_standard_error: Option<f64>,
    variance_entry: Option<f64>,
    variance_judge: Option<f64>,
    variance_residual: Option<f64>,
    share_entry: Option<f64>,
    share_judge: Option<f64>,
    share_residual: Option<f64>,
    theta_entry: Option<f64>,
    theta_judge: Option<f64>,
    reml_criterion: Option<f64>,
    gradient: Option<[f64; 2]>,
    evaluations: Option<usize>,
    reliability: Option<f64>,
    reviews_needed: Option<f64>,
    reviews: usize,
    entries: usize,
    judges: usize,
    components: usize,
    degrees_of_freedom: usize,
    spread: Spread,
}

#[derive(Serialize)]
struct Spread {
    prior_degrees_of_freedom: Option<f64>,
    prior_deviation: Option<f64>,
    typical_deviation: Option<f64>,
}

#[derive(Serialize)]
struct EntryRow<'a> {
    rank: Option<u32>,
    entry: &'a str,
    reviews: usize,
    raw_mean: Option<f64>,
    score: Option<f64>,
    standard_error: Option<f64>,
    p_top_k: Option<f64>,
    rank_low: Option<u32>,
    rank_high: Option<u32>,
    status: &'static str,
    selection: &'static str,
    component: Option<usize>,
    exact_mean: Option<String>,
    draws_in_top_k: Option<u32>,
    expected_rank: Option<f64>,
    panel_leniency: Option<f64>,
    reliability: Option<f64>,
    explanation: Option<Explanation>,
    value_of_one_more_review: Option<f64>,
    selected_by_every_method: bool,
    methods: BTreeMap<&'static str, Option<f64>>,
    criteria: BTreeMap<&'a str, Option<f64>>,
    composite: Option<f64>,
}

/// `score = mean + reliability · (raw_mean − panel_leniency − mean)`.
#[derive(Serialize)]
struct Explanation {
    mean: f64,
    raw_mean: f64,
    panel_leniency: f64,
    reliability: f64,
}

#[derive(Serialize)]
pub(crate) struct JudgeRow<'a> {
    judge: &'a str,
    reviews: usize,
    raw_mean: f64,
    severity: Option<f64>,
    severity_standard_error: Option<f64>,
    standard_deviation: Option<f64>,
    spread_factor: f64,
    outfit: Option<f64>,
    agreement_with_others: Option<f64>,
    drift: Option<Drift>,
    halo: Option<f64>,
    straight_lining: Option<f64>,
    scores_used: BTreeMap<&'a str, usize>,
    flags: Vec<&'static str>,
}

#[derive(Serialize)]
struct Drift {
    slope: f64,
    t: f64,
}

impl<'a> Ranking<'a> {
    fn of(outcome: &'a Outcome) -> Self {
        let report = &outcome.report;
        let ids: Vec<&str> = (outcome.scores.criteria().iter())
            .map(|criterion| criterion.id.as_str())
            .collect();
        Self {
            method: names::method(report.method),
            used: names::method(report.used),
            top: outcome.top,
            quorum: outcome.quorum,
            draws: outcome.draws,
            seed: &outcome.seed,
            ranked_by_component: report.is_apart,
            model: Model::of(&report.model),
            entries: report
                .entries
                .iter()
                .map(|entry| EntryRow::of(entry, &ids))
                .collect(),
            judges: report
                .judges
                .iter()
                .map(|judge| JudgeRow::of(judge, &ids))
                .collect(),
            agreement: Agreement::of(report),
            diagnostics: Diagnostics::of(report),
        }
    }
}

impl Model {
    pub(crate) fn of(model: &plaudit_ranking::Model) -> Self {
        let fit = model.fit;
        let all = || std::iter::once(&model.status).chain(&model.also);
        Self {
            status: names::status(&model.status),
            also: model.also.iter().map(names::status).collect(),
            reason: all().find_map(|status| match status {
                ModelStatus::CalibrationUnavailable(why) => Some(names::reason(*why)),
                _ => None,
            }),
            p_value: all().find_map(|status| match status {
                ModelStatus::EntriesIndistinguishable { p_value } => Some(*p_value),
                _ => None,
            }),
            mean: fit.map(|fit| fit.mean),
            mean_standard_error: fit.map(|fit| fit.mean_standard_error),
            variance_entry: fit.map(|fit| fit.entry),
            variance_judge: fit.map(|fit| fit.judge),
            variance_residual: fit.map(|fit| fit.residual),
            share_entry: fit.map(|fit| fit.entry_share()),
            share_judge: fit.map(|fit| fit.judge_share()),
            share_residual: fit.map(|fit| fit.residual_share()),
            theta_entry: fit.map(|fit| fit.theta_entry),
            theta_judge: fit.map(|fit| fit.theta_judge),
            reml_criterion: fit.map(|fit| fit.reml_criterion),
            gradient: fit.map(|fit| fit.gradient),
            evaluations: fit.map(|fit| fit.evaluations),
            reliability: fit.map(|fit| fit.reliability),
            reviews_needed: fit.and_then(|fit| fit.reviews_needed),
            reviews: model.reviews,
            entries: model.entries,
            judges: model.judges,
            components: model.components,
            degrees_of_freedom: model.freedom,
            spread: Spread {
                prior_degrees_of_freedom: model.spread.prior_freedom,
                prior_deviation: model.spread.prior_deviation,
                typical_deviation: model.spread.typical_deviation,
            },
        }
    }
}

impl<'a> EntryRow<'a> {
    fn of(entry: &'a EntryReport, criteria: &[&'a str]) -> Self {
        let (chance, explanation) = (entry.chance, entry.explanation);
        Self {
            rank: entry.rank,
            entry: &entry.entry,
            reviews: entry.reviews,
            raw_mean: entry.raw_mean,
            score: entry.score,
            standard_error: entry.standard_error,
            p_top_k: chance.map(|chance| chance.probability()),
            rank_low: chance.map(|chance| chance.rank_low),
            rank_high: chance.map(|chance| chance.rank_high),
            status: names::standing(entry.standing),
            selection: names::selection(entry.selection),
            component: entry.component,
            exact_mean: entry.exact_mean.map(|mean| mean.to_string()),
            draws_in_top_k: chance.map(|chance| chance.in_top),
            expected_rank: chance.map(|chance| chance.expected_rank),
            panel_leniency: explanation.map(|one| one.panel_leniency),
            reliability: explanation.map(|one| one.reliability),
            explanation: explanation.map(|one| Explanation {
                mean: one.mean,
                raw_mean: one.raw_mean,
                panel_leniency: one.panel_leniency,
                reliability: one.reliability,
            }),
            value_of_one_more_review: entry.value_of_review,
            selected_by_every_method: entry.is_robust,
            methods: (Method::ALL.into_iter().zip(entry.by_method))
                .map(|(method, score)| (names::method(method), score))
                .collect(),
            criteria: (criteria.iter().copied())
                .zip(entry.by_criterion.iter().copied())
                .collect(),
            composite: entry.composite,
        }
    }
}

impl<'a> JudgeRow<'a> {
    pub(crate) fn of(judge: &'a JudgeReport, criteria: &[&'a str]) -> Self {
        Self {
            judge: &judge.judge,
            reviews: judge.reviews,
            raw_mean: judge.mean,
            severity: judge.severity,
            severity_standard_error: judge.severity_standard_error,
            standard_deviation: judge.deviation,
            spread_factor: judge.spread_factor,
            outfit: judge.outfit,
            agreement_with_others: judge.agreement_with_others,
            drift: judge.drift.map(|drift| Drift {
                slope: drift.slope,
                t: drift.t,
            }),
            halo: judge.halo,
            straight_lining: judge.straight_lining,
            scores_used: (criteria.iter().copied())
                .zip(judge.scores_used.iter().copied())
                .collect(),
            flags: judge.flags.iter().map(|flag| names::flag(*flag)).collect(),
        }
    }
}
