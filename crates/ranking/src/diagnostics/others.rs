//! Each judge against all the others: his totals beside the scores that entries have without him.

use super::Residual;
use super::judges::spearman;
use super::reviews::influence;
use crate::calibrated::{Fit, State};
use crate::cholesky::Panels;
use crate::crossed::Crossed;
use crate::table::{Table, real};

/// Leaving each judge out is not tried when it would take more multiplications than this.
const MOST_WORK: f64 = 4e9;

/// Spearman's correlation of each judge's totals with the scores that the others alone give (θ fixed); by whichever
/// of the two ways takes less work.
pub(super) fn agreement_with_others(
    table: &Table,
    fit: &Fit,
    residuals: &[Residual],
) -> Vec<Option<f64>> {
    let order = real(table.judges.min(table.entries()));
    let entry_of = table.entry_of_reviews();
    let of_judges = table.reviews_by_judge();
    let refitting = order * order * order + 20.0 * real(table.len());
    let per_level = real(table.len()) / real(table.judges.max(table.entries()));
    let downdating = |reviews: usize| {
        let own = real(reviews);
        own * own * own / 3.0 + own * (order + own) * per_level
    };
    let work: f64 = (of_judges.iter())
        .map(|reviews| downdating(reviews.len()).min(refitting))
        .sum();
    if work > MOST_WORK {
        return vec![None; table.judges];
    }
    (of_judges.iter().enumerate())
        .map(|(judge, reviews)| {
            let entries: Vec<usize> = reviews.iter().map(|&review| entry_of[review]).collect();
            let others = if downdating(reviews.len()) <= refitting {
                let own: Vec<(f64, f64)> = (reviews.iter())
                    .map(|&review| (residuals[review].error, table.weight[review]))
                    .collect();
                downdated(fit, judge, &entries, &own)?
            } else {
                refitted(table, fit, judge, &entries)?
            };
            // An entry that nobody else reviewed has no score from others.
            let (own, others): (Vec<f64>, Vec<f64>) = (reviews.iter().zip(&entries).zip(others))
                .filter(|((_, entry), _)| table.of(**entry).any(|(other, _)| other != judge))
                .map(|((&review, _), other)| (table.value[review], other))
                .unzip();
            if own.len() < 3 {
                return None;
            }
            spearman(&own, &others)
        })
        .collect()
}

/// The effects of the judge's entries without his reviews, by solving the equations anew.
pub(super) fn refitted(
    table: &Table,
    fit: &Fit,
    judge: usize,
    entries: &[usize],
) -> Option<Vec<f64>> {
    let mut rest = Table {
        starts: vec![0],
        judge: Vec::with_capacity(table.len()),
        value: Vec::with_capacity(table.len()),
        weight: Vec::with_capacity(table.len()),
        ..table.clone()
    };
    for entry in 0..table.entries() {
        for review in table.reviews_of(entry) {
            if table.judge[review] != judge {
                rest.judge.push(table.judge[review]);
                rest.value.push(table.value[review]);
                rest.weight.push(table.weight[review]);
            }
        }
        rest.starts.push(rest.judge.len());
    }
    let crossed = Crossed::new(&rest);
    let (outer, inner) = crossed.outer_and_inner(fit.theta_entry, fit.theta_judge);
    let state = State::at(&crossed, [outer, inner])?;
    let (modes, _) = crossed.entry_and_judge(&state.outer_mode, &state.inner_mode);
    Some(
        (entries.iter())
            .map(|&entry| fit.theta_entry * modes[entry])
            .collect(),
    )
}

/// The same from the fit at hand: taking reviews R away is lowering their totals by `(I − H_RR)⁻¹e_R`, with H the
/// matrix whose diagonal are the leverages, and effects are linear in totals. Given for each review e and ω; everything
/// is multiplied by √ω, which makes H symmetric.
pub(super) fn downdated(
    fit: &Fit,
    judge: usize,
    entries: &[usize],
    reviews: &[(f64, f64)],
) -> Option<Vec<f64>> {
    let slopes: Vec<Vec<f64>> = (entries.iter().zip(reviews))
        .map(|(&entry, &(_, weight))| influence(fit, (entry, judge), weight, entries))
        .collect();
    let mut left = Panels::identity(entries.len());
    for (column, (&entry, slopes)) in entries.iter().zip(&slopes).enumerate() {
        // What mean and judge move with this total: the leverage less what the entry itself moves.
        let weight = reviews[column].1;
        let shared = fit.leverage(entry, judge, weight) - slopes[column];
        for (row, slope) in slopes.iter().enumerate().skip(column) {
            *left.at_mut(row, column) -= (slope + shared) * (reviews[row].1 / weight).sqrt();
        }
    }
    let factor = left.factor()?;
    let mut missing: Vec<f64> = (reviews.iter())
        .map(|(error, weight)| error * weight.sqrt())
        .collect();
    factor.solve_lower(&mut missing);
    factor.solve_upper(&mut missing);
    for (missing, (_, weight)) in missing.iter_mut().zip(reviews) {
        *missing /= weight.sqrt();
    }
    Some(
        (entries.iter().enumerate())
            .map(|(row, &entry)| {
                let moved: f64 = (slopes.iter().zip(&missing))
                    .map(|(slopes, missing)| slopes[row] * missing)
                    .sum();
                fit.entry[entry].value - moved
            })
            .collect(),
    )
}
