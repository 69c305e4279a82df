//! The ranking by a chosen method, with everything that can be said of it.

mod cut;
mod margins;
mod methods;

use crate::agreement::Agreement;
use crate::calibrated::Fit;
use crate::diagnostics::{Flag, Order, Remark, judge_reports, outliers, residuals};
use crate::model::{self, Fitted, Least};
use crate::random::Seed;
use crate::report::{
    EntryReport, Explanation, Method, Model, ModelStatus, Report, Selection, Standing,
};
use crate::scores::Scores;
use crate::spread::Spread;
use crate::table::{Table, real, weighted_mean};
use crate::ties::{self, TieBreak, UnknownCriterion};
use crate::top_k::{Chance, Draws, chances};
pub use cut::AtTheCut;
use std::num::NonZeroUsize;
use std::ops::RangeInclusive;

/// What is asked of a ranking. All of it is to be fixed before anybody scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// By what entries are ranked.
    pub method: Method,
    /// How many reviews an entry needs to be ranked.
    pub quorum: usize,
    /// k, how many are to be selected; `None` for a tenth of the entries, rounded up.
    pub top: Option<usize>,
    /// Whether each connected part is ranked by itself and selects its share of the places; least squares always does.
    pub by_component: bool,
    /// Within which k a natural cut is looked for; `None` for k/2 to 2k.
    pub cut_range: Option<RangeInclusive<usize>>,
    /// How many draws the probabilities rest on; none switches them off.
    pub draws: u32,
    /// Whether draws count in that the variances are estimates too: they are then spread over a grid of θ, each with a σ² of
    /// its own, which matters for small panels if at all. Where a variance is nought θ̂ and σ̂ are taken as known all the same.
    pub is_integrated: bool,
    /// What chance depends on.
    pub seed: Seed,
    /// On how many threads draws and resamples are made; results do not depend on it.
    pub threads: NonZeroUsize,
    /// The rules for ties, in their order.
    pub ties: Vec<TieBreak>,
    /// What is done where the cut falls between entries that stay tied.
    pub at_the_cut: AtTheCut,
    /// What the data must have for a model to be tried.
    pub least: Least,
    /// (judge, entry) in the order in which reviews were made, if it is known: only drift needs it, which looks at each
    /// judge's own first, second, third … review.
    pub judging_order: Vec<(String, String)>,
    /// Whether the model is also fitted criterion by criterion.
    pub by_criterion: bool,
}

impl Default for Options {
    /// Calibrated, a quorum of 2, a tenth, 10,000 draws, seed 1, one thread, ties by head to head and lower bound.
    fn default() -> Self {
        Self {
            method: Method::Calibrated,
            quorum: 2,
            top: None,
            by_component: false,
            cut_range: None,
            draws: 10_000,
            is_integrated: false,
            seed: Seed::from(1),
            threads: NonZeroUsize::MIN,
            ties: vec![TieBreak::HeadToHead, TieBreak::LowerBound],
            at_the_cut: AtTheCut::Expand,
            least: Least::default(),
            judging_order: Vec::new(),
            by_criterion: true,
        }
    }
}

/// Ranks entries by the method that is asked for, with every other beside it.
///
/// Where no model can be had, [`Model::status`] says why, and entries are ranked by their means instead; nothing is
/// ever a NaN. For n reviews, m the smaller of the numbers of entries and judges: time in O(n log n + m³), and for the
/// draws O(draws · (n + m² + I log I)).
///
/// # Errors
/// [`UnknownCriterion`] when a rule for ties names a criterion that the scores do not have.
pub fn rank(scores: &Scores, options: &Options) -> Result<Report, UnknownCriterion> {
    let rules = ties::rules(scores, &options.ties)?;
    let table = Table::new(scores);
    let plain = model::fit(&table, &options.least);
    let spread = Spread::of(&table);
    let stretched = (plain.fit.is_some() && !spread.is_even())
        .then(|| spread.applied(&table))
        .map(|stretched| (model::fit(&stretched, &options.least), stretched));
    let (fitted, fitted_table) = match &stretched {
        Some((fitted, stretched)) if options.method == Method::CalibratedSpread => {
            (fitted, stretched)
        }
        _ => (&plain, &table),
    };
    let used = used_method(options.method, &fitted.statuses);
    let stretched_fit = stretched
        .as_ref()
        .map_or(plain.fit.as_ref(), |(fitted, _)| fitted.fit.as_ref());
    let by_method = methods::by_method(scores, &table, &plain, stretched_fit);
    let errors = methods::standard_errors(&table, used, fitted);
    let judged = real_candidates(&table, options.quorum);
    let top = options
        .top
        .unwrap_or_else(|| judged.len().div_ceil(10))
        .min(judged.len());
    let is_apart =
        fitted.components.count > 1 && (options.by_component || used == Method::LeastSquares);
    let fields = cut::fields(&judged, &fitted.components, is_apart, top);
    let drawn = (fitted.fit.as_ref())
        .filter(|fit| fit.theta_entry > 0.0 && options.draws > 0)
        .map(|fit| {
            let how = Draws {
                many: options.draws,
                seed: &options.seed,
                threads: options.threads,
                is_integrated: options.is_integrated,
            };
            chances(fit, &fields, &how)
        });
    let mut chance: Vec<Option<Chance>> = vec![None; table.entries()];
    let ranked = fields.iter().flat_map(|field| &field.entries);
    for (&entry, drawn) in ranked.zip(drawn.iter().flatten()) {
        chance[entry] = Some(*drawn);
    }

    let order = cut::Ordered {
        scores,
        table: &table,
        fields: &fields,
        score: &by_method,
        used,
        errors: &errors,
        is_flat: fitted
            .statuses
            .iter()
            .any(|status| matches!(status, ModelStatus::EntriesIndistinguishable { .. }))
            && matches!(used, Method::Calibrated | Method::CalibratedSpread),
    }
    .order(&rules, options);
    let robust = methods::robust(&fields, &by_method);
    let values = (fitted.fit.as_ref()).map(|fit| margins::value_of_review(fit, &fields));
    let criteria = if options.by_criterion {
        methods::by_criterion(scores, &table, &options.least)
    } else {
        vec![vec![None; scores.criteria().len()]; table.entries()]
    };

    let mut entries = Vec::with_capacity(scores.entries().len());
    let is_judged = |entry: usize| judged.binary_search(&entry).is_ok();
    let short = (0..table.entries()).filter(|&entry| !is_judged(entry));
    let unranked = short.map(|entry| cut::Placed {
        entry,
        rank: None,
        is_tied: false,
        selection: Selection::Out,
    });
    for placed in order.into_iter().chain(unranked) {
        let entry = placed.entry;
        let standing = match chance[entry].map(|chance| chance.probability()) {
            _ if !is_judged(entry) => Standing::Insufficient,
            Some(p) if p >= 0.95 => Standing::SafeIn,
            Some(p) if p <= 0.05 => Standing::SafeOut,
            Some(_) => Standing::Contested,
            None if placed.is_tied => Standing::Tied,
            None => Standing::Ranked,
        };
        let reviews = scores.reviews_of(table.place[entry]);
        let exact_mean = methods::exact_mean(scores, reviews);
        entries.push(EntryReport {
            entry: scores.entries()[table.place[entry]].clone(),
            rank: placed.rank,
            standing,
            reviews: reviews.len(),
            component: Some(fitted.components.of_entry[entry]),
            raw_mean: exact_mean.map(crate::Ratio::to_f64),
            exact_mean,
            score: by_method[methods::index(used)][entry],
            standard_error: errors[entry],
            explanation: fitted
                .fit
                .as_ref()
                .map(|fit| explanation(fitted_table, fit, entry)),
            chance: chance[entry],
            selection: placed.selection,
            by_method: by_method.each_ref().map(|scores| scores[entry]),
            is_robust: robust[entry],
            value_of_review: values.as_ref().and_then(|values| values[entry]),
            composite: methods::composite(scores, &criteria[entry]),
            by_criterion: criteria[entry].clone(),
        });
    }
    let mut seen = vec![false; scores.entries().len()];
    for &place in &table.place {
        seen[place] = true;
    }
    let absent = (scores.entries().iter().zip(&seen)).filter(|(_, seen)| !**seen);
    entries.extend(absent.map(|(entry, _)| not_judged(entry, scores.criteria().len())));

    let order = judging_order(scores, &options.judging_order);
    let of_reviews = fitted.fit.as_ref().map(|fit| residuals(fitted_table, fit));
    let fit_and_residuals = fitted.fit.as_ref().zip(of_reviews.as_deref());
    let of_judges = judge_reports(
        scores,
        &table,
        fit_and_residuals.map(|(fit, residuals)| (fitted_table, fit, residuals)),
        &spread,
        &order,
    );
    let expected_precision = drawn.as_ref().filter(|_| top > 0).map(|_| {
        let selected = (entries.iter()).filter(|entry| entry.selection == Selection::In);
        let sum: f64 = selected
            .filter_map(|entry| entry.chance)
            .map(|chance| chance.probability())
            .sum();
        sum / real(fields.iter().map(|field| field.top).sum())
    });
    Ok(Report {
        method: options.method,
        used,
        remarks: remarks(&table, fitted, &of_judges, used),
        outliers: fit_and_residuals.map_or_else(Vec::new, |(fit, residuals)| {
            outliers(scores, fitted_table, fit, residuals)
        }),
        model: model_of(&table, fitted, spread),
        entries,
        judges: of_judges,
        agreement: Agreement::of(&table, &options.seed, options.threads),
        expected_precision,
        around_the_cut: (fitted.fit.as_ref()).map_or_else(Vec::new, |fit| {
            margins::around_the_cut(fit, &fields, |entry| {
                scores.entries()[table.place[entry]].clone()
            })
        }),
        natural_cut: (fitted.fit.as_ref().filter(|_| !is_apart))
            .and_then(|fit| margins::natural_cut(fit, &judged, top, options.cut_range.clone())),
        is_apart,
    })
}

fn used_method(asked: Method, statuses: &[ModelStatus]) -> Method {
    match (asked, statuses.first()) {
        (
            Method::Calibrated | Method::CalibratedSpread | Method::LeastSquares,
            Some(ModelStatus::CalibrationUnavailable(_)),
        ) => Method::Mean,
        (Method::Calibrated | Method::CalibratedSpread, Some(ModelStatus::PerfectAgreement)) => {
            Method::LeastSquares
        }
        _ => asked,
    }
}

/// The entries of the table that have a quorum, in canonical order.
fn real_candidates(table: &Table, quorum: usize) -> Vec<usize> {
    (0..table.entries())
        .filter(|&entry| table.reviews_of(entry).len() >= quorum)
        .collect()
}

fn not_judged(entry: &str, criteria: usize) -> EntryReport {
    EntryReport {
        entry: entry.to_owned(),
        rank: None,
        standing: Standing::NotJudged,
        reviews: 0,
        component: None,
        exact_mean: None,
        raw_mean: None,
        score: None,
        standard_error: None,
        explanation: None,
        chance: None,
        selection: Selection::Out,
        by_method: [None; 7],
        is_robust: false,
        value_of_review: None,
        by_criterion: vec![None; criteria],
        composite: None,
    }
}

fn explanation(table: &Table, fit: &Fit, entry: usize) -> Explanation {
    let reviews = table.reviews_of(entry);
    let (values, weights) = (
        &table.value[reviews.clone()],
        &table.weight[reviews.clone()],
    );
    let leniency: Vec<f64> = (table.judge[reviews].iter())
        .map(|&judge| fit.judge[judge].value)
        .collect();
    Explanation {
        mean: fit.mean,
        raw_mean: weighted_mean(values, weights),
        panel_leniency: weighted_mean(&leniency, weights),
        reliability: fit.reliability(table.weight_of(entry)),
    }
}

fn judging_order(scores: &Scores, given: &[(String, String)]) -> Order {
    let mut made = vec![0; scores.judges().len()];
    (given.iter())
        .filter_map(|(judge, entry)| {
            let judge = scores.judges().binary_search(judge).ok()?;
            let entry = scores.entries().binary_search(entry).ok()?;
            made[judge] += 1;
            Some(((judge, entry), made[judge]))
        })
        .collect()
}

fn remarks(
    table: &Table,
    fitted: &Fitted,
    judges: &[crate::diagnostics::JudgeReport],
    used: Method,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let is_complete = table.len() == table.entries() * table.judges;
    if used == Method::Trimmed && !is_complete {
        remarks.push(Remark::TrimmedNotAdvised);
    }
    let components = fitted.components.count;
    if components > 1 {
        remarks.push(Remark::PartsComparedByAssumption { components });
    }
    if !fitted.is_converged {
        remarks.push(Remark::NotConverged);
    }
    let constant = judges
        .iter()
        .filter(|judge| judge.flags.contains(&Flag::Constant));
    remarks.extend(constant.map(|judge| Remark::ConstantJudge {
        judge: judge.judge.clone(),
    }));
    remarks
}

fn model_of(table: &Table, fitted: &Fitted, spread: Spread) -> Model {
    let mut statuses = fitted.statuses.iter().cloned();
    let components = fitted.components.count;
    Model {
        status: statuses.next().unwrap_or(ModelStatus::Calibrated),
        also: statuses.collect(),
        reviews: table.len(),
        entries: table.entries(),
        judges: table.judges,
        components,
        freedom: (table.len() + components).saturating_sub(table.entries() + table.judges),
        fit: fitted.fit.as_ref().map(model::variances),
        spread,
    }
}
