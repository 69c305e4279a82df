//! Single reviews: residuals, leverages, and what the ranking would be without one.

use super::{Outlier, Residual};
use crate::calibrated::Fit;
use crate::scores::Scores;
use crate::table::Table;

/// From which standardised residual on a review is shown, and from which on it is grave.
const AMBER: f64 = 2.5;
const RED: f64 = 3.0;

/// No more are shown.
const MOST_SHOWN: usize = 100;

/// One for each review of the table to which the fit was made.
pub(crate) fn residuals(table: &Table, fit: &Fit) -> Vec<Residual> {
    let deviation = fit.residual_variance.sqrt();
    let mut residuals = Vec::with_capacity(table.len());
    for entry in 0..table.entries() {
        for review in table.reviews_of(entry) {
            let (judge, weight) = (table.judge[review], table.weight[review]);
            let of_entry = table.value[review] - fit.mean - fit.entry[entry].value;
            let residual = of_entry - fit.judge[judge].value;
            let leverage = fit.leverage(entry, judge, weight);
            let free = (1.0 - leverage).max(f64::EPSILON);
            residuals.push(Residual {
                error: residual,
                leverage,
                standardised: residual / (deviation * (free / weight).sqrt()),
            });
        }
    }
    residuals
}

/// The reviews that fit worst, the worst first.
pub(crate) fn outliers(
    scores: &Scores,
    table: &Table,
    fit: &Fit,
    residuals: &[Residual],
) -> Vec<Outlier> {
    let mut worst: Vec<usize> = (0..table.len())
        .filter(|&review| residuals[review].standardised.abs() > AMBER)
        .collect();
    worst.sort_by(|&left, &right| {
        let size = |review: usize| residuals[review].standardised.abs();
        size(right).total_cmp(&size(left))
    });
    worst.truncate(MOST_SHOWN);
    let entries = table.entry_of_reviews();
    let all: Vec<usize> = (0..fit.entry.len()).collect();
    let score: Vec<f64> = fit.entry.iter().map(|effect| effect.value).collect();
    (worst.into_iter())
        .map(|review| {
            let (entry, judge) = (entries[review], table.judge[review]);
            let of_review = residuals[review];
            let missing = of_review.error / (1.0 - of_review.leverage).max(f64::EPSILON);
            let weight = table.weight[review];
            let moved: Vec<f64> = (influence(fit, (entry, judge), weight, &all)
                .iter()
                .zip(&score))
            .map(|(influence, score)| score - influence * missing)
            .collect();
            Outlier {
                judge: scores.judges()[judge].clone(),
                entry: scores.entries()[table.place[entry]].clone(),
                residual: of_review.error,
                standardised: of_review.standardised,
                is_grave: of_review.standardised.abs() > RED,
                place: place(&score, entry),
                place_without: place(&moved, entry),
            }
        })
        .collect()
}

fn place(scores: &[f64], entry: usize) -> usize {
    1 + scores
        .iter()
        .filter(|score| **score > scores[entry])
        .count()
}

/// By how much the effect of each entry in `wanted` moves with one review's total.
///
/// Taking a review away is putting its prediction from the others in its place, which is lower by e/(1 − h); effects
/// are linear in totals at fixed θ, with the slope `ω·(θₐ²Maa + θₐθ_b Mab − θₐp·(1 − θₐpᵢ − θ_b pⱼ)/X2)`.
pub(crate) fn influence(
    fit: &Fit,
    (entry, judge): (usize, usize),
    weight: f64,
    wanted: &[usize],
) -> Vec<f64> {
    let (state, crossed) = (&fit.state, &fit.crossed);
    let (outer, inner) = crossed.outer_and_inner(entry, judge);
    let [outer_theta, inner_theta] = state.theta;
    let product = outer_theta * inner_theta;
    let free = 1.0 - outer_theta * state.outer_lean[outer] - inner_theta * state.inner_lean[inner];
    let lean = |of_entry: f64| fit.theta_entry * of_entry * free / state.information;
    // The rows of W that the review's outer level meets, summed.
    let met: Vec<f64> = (0..crossed.inner())
        .map(|level| {
            (crossed.row(outer).iter().zip(crossed.weights(outer)))
                .map(|(&other, weight)| state.inverse.symmetric(other, level) * weight)
                .sum()
        })
        .collect();
    if crossed.turned {
        return (wanted.iter())
            .map(|&level| {
                let own = inner_theta * inner_theta * state.inverse.symmetric(level, inner);
                let link = -product * product / state.diagonal[outer] * met[level];
                (own + link - lean(state.inner_lean[level])) * weight
            })
            .collect();
    }
    let per_judge: Vec<f64> = (0..crossed.inner())
        .map(|level| {
            let through = outer_theta * outer_theta * product / state.diagonal[outer] * met[level];
            through - product * state.inverse.symmetric(level, inner)
        })
        .collect();
    (wanted.iter())
        .map(|&level| {
            let diagonal = state.diagonal[level];
            let own = if level == outer {
                outer_theta * outer_theta / diagonal
            } else {
                0.0
            };
            let sum = crossed.sum_over(level, &per_judge);
            (own + product / diagonal * sum - lean(state.outer_lean[level])) * weight
        })
        .collect()
}
