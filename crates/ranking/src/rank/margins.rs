//! How sure the cut is, and what one more review would add: judging-science.md, 2c.

use crate::calibrated::Fit;
use crate::report::{Comparison, NaturalCut};
use crate::table::mean;
use crate::top_k::{Field, probability_above};
use std::ops::RangeInclusive;

/// The candidates by falling effect.
fn by_effect(fit: &Fit, judged: &[usize]) -> Vec<usize> {
    let mut order = judged.to_vec();
    order.sort_by(|&left, &right| fit.entry[right].value.total_cmp(&fit.entry[left].value));
    order
}

/// Knowledge gradient of one more review by a judge of average severity (judging-science.md, 2c).
pub(super) fn value_of_review(fit: &Fit, fields: &[Field]) -> Vec<Option<f64>> {
    let mut values = vec![None; fit.entry.len()];
    if fit.theta_entry > 0.0 {
        for field in fields {
            value_in(fit, field, &mut values);
        }
    }
    values
}

fn value_in(fit: &Fit, field: &Field, values: &mut [Option<f64>]) {
    let (order, top) = (by_effect(fit, &field.entries), field.top);
    if top == 0 || top >= order.len() {
        return;
    }
    let squares: Vec<f64> = (fit.judge.iter())
        .map(|effect| effect.standard_error * effect.standard_error)
        .collect();
    let noise = fit.residual_variance + mean(&squares);
    let (last_in, first_out) = (fit.entry[order[top - 1]].value, fit.entry[order[top]].value);
    for (place, &entry) in order.iter().enumerate() {
        let effect = fit.entry[entry];
        let variance = effect.standard_error * effect.standard_error;
        let step = variance / (variance + noise).sqrt();
        let gap = if place < top {
            effect.value - first_out
        } else {
            last_in - effect.value
        };
        let z = gap / step;
        let value =
            step * (crate::special::normal_density(z) - z * crate::special::normal_below(-z));
        values[entry] = value.is_finite().then_some(value.max(0.0));
    }
}

/// How many entries on either side of the cut are compared with those on the other.
const AROUND: usize = 3;

/// Each of the last few above the cut beside each of the first few below it.
pub(super) fn around_the_cut(
    fit: &Fit,
    fields: &[Field],
    id: impl Fn(usize) -> String,
) -> Vec<Comparison> {
    if fit.theta_entry <= 0.0 {
        return Vec::new();
    }
    let mut comparisons = Vec::new();
    for field in fields {
        let order = by_effect(fit, &field.entries);
        let (above, below) = order.split_at(field.top);
        for &better in &above[above.len().saturating_sub(AROUND)..] {
            for &than in &below[..below.len().min(AROUND)] {
                comparisons.push(Comparison {
                    better: id(better),
                    than: id(than),
                    probability: probability_above(fit, better, than),
                });
            }
        }
    }
    comparisons
}

/// Within the range, the place where the gap between neighbours is surest.
pub(super) fn natural_cut(
    fit: &Fit,
    judged: &[usize],
    top: usize,
    range: Option<RangeInclusive<usize>>,
) -> Option<NaturalCut> {
    let order = by_effect(fit, judged);
    let range = range.unwrap_or(top.div_ceil(2).max(1)..=top * 2);
    let (from, to) = (*range.start(), *range.end());
    let mut best: Option<NaturalCut> = None;
    for after in from.max(1)..=to.min(order.len().saturating_sub(1)) {
        let probability = probability_above(fit, order[after - 1], order[after]);
        if best.is_none_or(|best| probability > best.probability) {
            best = Some(NaturalCut { after, probability });
        }
    }
    best.filter(|_| fit.theta_entry > 0.0)
}
