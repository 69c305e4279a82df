//! Judges one by one: severity, consistency, spread, drift, halo and straight-lining.

use super::others::agreement_with_others;
use super::{Drift, Flag, JudgeReport, Residual};
use crate::beside::habits;
use crate::calibrated::Fit;
use crate::ratio::Ratio;
use crate::scores::Scores;
use crate::spread::Spread;
use crate::table::{Table, mean, real};
use std::collections::{BTreeMap, BTreeSet};

/// Flags on a judge need at least so many reviews.
const ENOUGH: usize = 8;

/// For a judge and an entry (by index in [`Scores`]) which of the judge's reviews it was, from the first on.
pub(crate) type Order = BTreeMap<(usize, usize), usize>;

/// One for each judge. `fitted` is the table the model was fitted to, whose values may be stretched, with its model
/// and residuals.
pub(crate) fn judge_reports(
    scores: &Scores,
    table: &Table,
    fitted: Option<(&Table, &Fit, &[Residual])>,
    spread: &Spread,
    order: &Order,
) -> Vec<JudgeReport> {
    let entries = table.entry_of_reviews();
    let halos = halos(scores, table);
    let median = median(halos.iter().flatten().copied().collect());
    let straight = straight_lining(scores);
    let used = scores_used(scores);
    let others =
        (fitted).map(|(fitted, fit, residuals)| agreement_with_others(fitted, fit, residuals));
    let reviews_by_judge = table.reviews_by_judge();
    (habits(table).into_iter().enumerate())
        .map(|(judge, habit)| {
            let reviews = &reviews_by_judge[judge];
            let effect = fitted.map(|(_, fit, _)| fit.judge[judge]);
            let outfit = fitted.map(|(_, _, residuals)| {
                let squares = (reviews.iter())
                    .map(|&review| residuals[review].standardised * residuals[review].standardised);
                squares.sum::<f64>() / real(reviews.len())
            });
            let drift = fitted.and_then(|(_, _, residuals)| {
                let points: Vec<(f64, f64)> = (reviews.iter())
                    .filter_map(|&review| {
                        let place = order.get(&(judge, table.place[entries[review]]))?;
                        Some((real(*place), residuals[review].error))
                    })
                    .collect();
                drift(&points)
            });
            let enough = reviews.len() >= ENOUGH;
            let is_severe = fitted.is_some_and(|(_, fit, _)| {
                fit.judge[judge].value.abs() > 2.0 * fit.judge_variance().sqrt()
            });
            let is_uneven = outfit.is_some_and(|outfit| !(0.5..=2.0).contains(&outfit));
            let has_halo =
                (halos[judge].zip(median)).is_some_and(|(halo, median)| halo > median + 0.3);
            let flags = [
                (Flag::Constant, reviews.len() > 1 && habit.squares <= 0.0),
                (Flag::Severity, is_severe),
                (Flag::Consistency, enough && is_uneven),
                (Flag::Halo, enough && has_halo),
                (Flag::Drift, drift.is_some_and(|drift| drift.t.abs() > 3.0)),
                (Flag::FewSteps, enough && is_narrow(scores, &used[judge])),
            ];
            JudgeReport {
                judge: scores.judges()[judge].clone(),
                reviews: reviews.len(),
                mean: habit.mean,
                deviation: habit.variance().map(f64::sqrt),
                severity: effect.map(|effect| effect.value),
                severity_standard_error: effect.map(|effect| effect.standard_error),
                spread_factor: spread.factors[judge],
                outfit,
                agreement_with_others: others.as_ref().and_then(|others| others[judge]),
                drift,
                halo: halos[judge],
                straight_lining: straight[judge],
                scores_used: used[judge].clone(),
                flags: (flags.into_iter())
                    .filter_map(|(flag, holds)| holds.then_some(flag))
                    .collect(),
            }
        })
        .collect()
}

/// Whether some criterion with a declared scale of at least ten steps is scored on three of them or fewer.
fn is_narrow(scores: &Scores, used: &[usize]) -> bool {
    scores.has_declared_scales()
        && (scores.criteria().iter().zip(used))
            .any(|(criterion, &used)| criterion.scale.steps() >= 9 && (1..=3).contains(&used))
}

/// The slope of the second on the first, and its t statistic; `None` for fewer than three points or one place.
fn drift(points: &[(f64, f64)]) -> Option<Drift> {
    let x = mean(&points.iter().map(|point| point.0).collect::<Vec<_>>());
    let y = mean(&points.iter().map(|point| point.1).collect::<Vec<_>>());
    let sum = |of: fn(f64, f64) -> f64| -> f64 {
        points
            .iter()
            .map(|point| of(point.0 - x, point.1 - y))
            .sum()
    };
    let (xx, xy, yy) = (sum(|x, _| x * x), sum(|x, y| x * y), sum(|_, y| y * y));
    if points.len() < 3 || xx <= 0.0 {
        return None;
    }
    let slope = xy / xx;
    let left = (yy - slope * xy).max(0.0) / real(points.len() - 2);
    let t = slope / (left / xx).sqrt();
    t.is_finite().then_some(Drift { slope, t })
}

/// The correlation of mid-ranks.
pub(super) fn spearman(left: &[f64], right: &[f64]) -> Option<f64> {
    correlation(&midranks(left), &midranks(right))
}

fn midranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&left, &right| values[left].total_cmp(&values[right]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for group in order.chunk_by(|&left, &right| values[left].total_cmp(&values[right]).is_eq()) {
        for &place in group {
            ranks[place] = real(2 * before + group.len() + 1) / 2.0;
        }
        before += group.len();
    }
    ranks
}

/// Pearson's correlation; `None` where one side does not vary.
fn correlation(left: &[f64], right: &[f64]) -> Option<f64> {
    let (x, y) = (mean(left), mean(right));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for (left, right) in left.iter().zip(right) {
        xx += (left - x) * (left - x);
        xy += (left - x) * (right - y);
        yy += (right - y) * (right - y);
    }
    let correlation = xy / (xx * yy).sqrt();
    (xx > 1e-20 && yy > 1e-20 && correlation.is_finite()).then_some(correlation.clamp(-1.0, 1.0))
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len().checked_sub(1)? / 2;
    Some(f64::midpoint(values[middle], values[values.len() / 2]))
}

/// Each review's share of each criterion's scale.
#[expect(clippy::cast_precision_loss, reason = "a share needs no more digits")]
fn shares(scores: &Scores) -> Vec<Vec<Option<f64>>> {
    (scores.reviews().iter())
        .map(|review| {
            (review.good_steps().iter().zip(scores.criteria()))
                .map(|(step, criterion)| {
                    step.map(|step| step as f64 / criterion.scale.steps().max(1) as f64)
                })
                .collect()
        })
        .collect()
}

/// For each judge the mean correlation, over pairs of criteria, of
/// `x − entry×criterion mean − judge×criterion mean + criterion mean`.
fn halos(scores: &Scores, table: &Table) -> Vec<Option<f64>> {
    let criteria = scores.criteria().len();
    if criteria < 2 {
        return vec![None; table.judges];
    }
    let shares = shares(scores);
    let entry = table.entry_of_reviews();
    let means = |level: &dyn Fn(usize) -> usize, levels: usize| {
        let mut sums = vec![(0.0, 0.0); levels * criteria];
        for (review, shares) in shares.iter().enumerate() {
            for (criterion, share) in shares.iter().enumerate() {
                if let Some(share) = share {
                    let cell = &mut sums[level(review) * criteria + criterion];
                    *cell = (cell.0 + share, cell.1 + 1.0);
                }
            }
        }
        sums.into_iter()
            .map(|(sum, count)| sum / count)
            .collect::<Vec<f64>>()
    };
    let of_entry = means(&|review| entry[review], table.entries());
    let of_judge = means(&|review| table.judge[review], table.judges);
    let of_all = means(&|_| 0, 1);
    (table.reviews_by_judge().iter().enumerate())
        .map(|(judge, reviews)| {
            if reviews.len() < 3 {
                return None;
            }
            let left = |review: usize, criterion: usize| {
                let share = shares[review][criterion]?;
                Some(
                    share
                        - of_entry[entry[review] * criteria + criterion]
                        - of_judge[judge * criteria + criterion]
                        + of_all[criterion],
                )
            };
            let mut correlations = Vec::new();
            for first in 0..criteria {
                for second in first + 1..criteria {
                    let pairs: Vec<(f64, f64)> = (reviews.iter())
                        .filter_map(|&review| left(review, first).zip(left(review, second)))
                        .collect();
                    let (one, other): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
                    correlations.extend(correlation(&one, &other));
                }
            }
            (!correlations.is_empty()).then(|| mean(&correlations))
        })
        .collect()
}

/// For each judge the share of reviews in which every criterion is on exactly the same share of its scale; where no scale
/// is declared, in which it has exactly the same score.
fn straight_lining(scores: &Scores) -> Vec<Option<f64>> {
    if scores.criteria().len() < 2 {
        return vec![None; scores.judges().len()];
    }
    let mut counts = vec![(0.0, 0.0); scores.judges().len()];
    for review in scores.reviews() {
        let given: Vec<Ratio> = (review.good_steps().iter().zip(scores.criteria()))
            .filter_map(|(step, criterion)| {
                let (step, steps) = ((*step)?, criterion.scale.steps());
                if scores.has_declared_scales() {
                    Ratio::new(i128::from(step), i128::from(steps))
                } else {
                    Some(criterion.own_score(step))
                }
            })
            .collect();
        let is_straight = given.windows(2).all(|pair| pair[0] == pair[1]);
        let count = &mut counts[review.judge()];
        count.0 += f64::from(u8::from(is_straight && given.len() > 1));
        count.1 += 1.0;
    }
    counts
        .into_iter()
        .map(|(straight, all)| Some(straight / all))
        .collect()
}

/// For each judge and criterion, how many different scores there are.
fn scores_used(scores: &Scores) -> Vec<Vec<usize>> {
    let mut used = vec![vec![BTreeSet::new(); scores.criteria().len()]; scores.judges().len()];
    for review in scores.reviews() {
        for (set, step) in used[review.judge()].iter_mut().zip(review.good_steps()) {
            set.extend(*step);
        }
    }
    (used.into_iter())
        .map(|of_judge| of_judge.into_iter().map(|set| set.len()).collect())
        .collect()
}
