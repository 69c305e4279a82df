//! Every method's score for every entry, and how they compare.

use crate::beside::{borda, trimmed, z_scores};
use crate::calibrated::Fit;
use crate::criterion::Criterion;
use crate::model::{self, Fitted, Least};
use crate::ratio::Ratio;
use crate::report::{Method, ModelStatus};
use crate::scores::{Review, Scores};
use crate::table::{Table, real};
use crate::top_k::Field;

/// Where a method stands in [`Method::ALL`].
pub(super) fn index(method: Method) -> usize {
    Method::ALL
        .iter()
        .position(|other| *other == method)
        .unwrap_or(0)
}

/// The exact mean of an entry's totals.
pub(super) fn exact_mean(scores: &Scores, reviews: &[Review]) -> Option<Ratio> {
    let points = reviews.iter().map(Review::points).sum();
    let count = u32::try_from(reviews.len())
        .ok()
        .filter(|count| *count > 0)?;
    Some(scores.share_of_points(points, count))
}

/// The length of the scale on which totals lie; without declared scales, the largest total there is.
pub(super) fn scale_of(scores: &Scores, table: &Table) -> f64 {
    if scores.has_declared_scales() {
        return 100.0;
    }
    let largest = table
        .value
        .iter()
        .fold(0.0, |most: f64, value| most.max(value.abs()));
    if largest > 0.0 { largest } else { 1.0 }
}

/// For each method of [`Method::ALL`] the score of each entry of the table.
pub(super) fn by_method(
    scores: &Scores,
    table: &Table,
    plain: &Fitted,
    stretched: Option<&Fit>,
) -> [Vec<Option<f64>>; 7] {
    let all = |values: Vec<f64>| values.into_iter().map(Some).collect::<Vec<_>>();
    let none = || vec![None; table.entries()];
    let calibrated = |fit: Option<&Fit>| {
        fit.map_or_else(none, |fit| {
            all(fit
                .entry
                .iter()
                .map(|effect| fit.mean + effect.value)
                .collect())
        })
    };
    let means = (table.place.iter())
        .map(|&place| exact_mean(scores, scores.reviews_of(place)).map(Ratio::to_f64))
        .collect();
    [
        means,
        all(trimmed(table)),
        all(z_scores(table, scale_of(scores, table))),
        all(borda(table)),
        plain
            .least_squares
            .as_ref()
            .map_or_else(none, |fit| all(fit.entry.clone())),
        calibrated(plain.fit.as_ref()),
        calibrated(stretched),
    ]
}

/// The standard error of each entry's score by the method used, where it has one.
pub(super) fn standard_errors(table: &Table, used: Method, fitted: &Fitted) -> Vec<Option<f64>> {
    match (used, &fitted.fit, &fitted.least_squares) {
        (Method::Calibrated | Method::CalibratedSpread, Some(fit), _) => fit
            .entry
            .iter()
            .map(|effect| Some(effect.standard_error))
            .collect(),
        (Method::LeastSquares, _, Some(squares)) => {
            let is_exact = fitted.statuses.contains(&ModelStatus::PerfectAgreement);
            (squares.entry_variance.iter())
                .map(|variance| {
                    if is_exact {
                        return Some(0.0);
                    }
                    let residual = squares.residual_squares / real(squares.freedom);
                    (squares.freedom > 0).then(|| (residual * variance.max(0.0)).sqrt())
                })
                .collect()
        }
        (Method::Mean, ..) => (0..table.entries())
            .map(|entry| {
                let values = &table.value[table.reviews_of(entry)];
                let (count, middle) = (real(values.len()), crate::table::mean(values));
                let squares: f64 = values.iter().map(|y| (y - middle) * (y - middle)).sum();
                (values.len() > 1).then(|| (squares / (count - 1.0) / count).sqrt())
            })
            .collect(),
        _ => vec![None; table.entries()],
    }
}

/// Which entries every method that says anything puts among the first of their field; of those that tie there, all.
pub(super) fn robust(fields: &[Field], by_method: &[Vec<Option<f64>>; 7]) -> Vec<bool> {
    let mut robust = vec![false; by_method[0].len()];
    for Field { entries, top } in fields {
        for &entry in entries {
            robust[entry] = *top > 0;
        }
        for scores in by_method {
            let mut order: Vec<f64> = entries.iter().filter_map(|&entry| scores[entry]).collect();
            order.sort_unstable_by(|left, right| right.total_cmp(left));
            let Some(&least) = top.checked_sub(1).and_then(|last| order.get(last)) else {
                continue;
            };
            for &entry in entries {
                let tolerance = 1e-9 * least.abs();
                robust[entry] &= scores[entry].is_none_or(|score| score >= least - tolerance);
            }
        }
    }
    robust
}

/// The calibrated score of each entry on each criterion, 0 to 100 of the criterion's own scale, or in the scores' own unit
/// where no scale is declared; `None` where no model of the criterion can be had.
pub(super) fn by_criterion(scores: &Scores, table: &Table, least: &Least) -> Vec<Vec<Option<f64>>> {
    let mut by_criterion = vec![vec![None; scores.criteria().len()]; table.entries()];
    for (index, criterion) in scores.criteria().iter().enumerate() {
        let (of_criterion, places) = restricted(scores, table, index, criterion);
        if of_criterion.len() == 0 {
            continue;
        }
        if let Some(fit) = model::fit(&of_criterion, least).fit {
            for (effect, &place) in fit.entry.iter().zip(&places) {
                by_criterion[place][index] = Some(fit.mean + effect.value);
            }
        }
    }
    by_criterion
}

/// The composite of an entry's scores on the criteria, by their weights.
pub(super) fn composite(scores: &Scores, by_criterion: &[Option<f64>]) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (criterion, score) in scores.criteria().iter().zip(by_criterion) {
        if criterion.weight > 0 {
            let weight = f64::from(criterion.weight);
            sum += weight * (*score)?;
            weights += weight;
        }
    }
    (weights > 0.0).then_some(sum / weights)
}

/// The reviews that scored one criterion, and for each entry that has any its index in the whole table. Judges who
/// never scored it are left out.
fn restricted(
    scores: &Scores,
    table: &Table,
    index: usize,
    criterion: &Criterion,
) -> (Table, Vec<usize>) {
    let mut places = Vec::new();
    let mut judges = vec![None; table.judges];
    let mut rest = Table {
        judges: 0,
        starts: vec![0],
        judge: Vec::new(),
        value: Vec::new(),
        weight: Vec::new(),
        place: Vec::new(),
    };
    let answered = |review: &Review| review.good_steps()[index];
    let value = |step: u64| {
        if scores.has_declared_scales() {
            hundredths(step, criterion.scale.steps())
        } else {
            criterion.own_score(step).to_f64()
        }
    };
    for review in scores
        .reviews()
        .iter()
        .filter(|review| answered(review).is_some())
    {
        judges[review.judge()] = Some(0);
    }
    for judge in judges.iter_mut().flatten() {
        *judge = rest.judges;
        rest.judges += 1;
    }
    for (entry, &place) in table.place.iter().enumerate() {
        for review in scores.reviews_of(place) {
            if let (Some(step), Some(judge)) = (answered(review), judges[review.judge()]) {
                rest.judge.push(judge);
                rest.value.push(value(step));
                rest.weight.push(review.weight().to_f64());
            }
        }
        if rest.starts.last() != Some(&rest.judge.len()) {
            rest.starts.push(rest.judge.len());
            rest.place.push(place);
            places.push(entry);
        }
    }
    (rest, places)
}

#[expect(clippy::cast_precision_loss, reason = "a share needs no more digits")]
fn hundredths(step: u64, steps: u64) -> f64 {
    100.0 * step as f64 / steps.max(1) as f64
}
