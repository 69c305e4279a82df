//! From rows to reviews: every fault is found, and every total is put into one common unit.

use super::{Review, Score, Scores};
use crate::criterion::{Criterion, Direction, Missing};
use crate::fault::Fault;
use crate::ratio::{Ratio, greatest_common_divisor};
use crate::scale::Scale;
use std::collections::BTreeMap;

/// The points of a perfect review may not exceed this, so that `100 · Σ points` over the most reviews stays below
/// 2⁷ · 2³² · 2⁶⁴ = 2¹⁰³, within [`Ratio::LIMIT`].
const MOST_POINTS: i128 = 1 << 64;

/// By how much points are at least refined where criteria may be left out, since means are then taken of them.
const LEAST_REFINEMENT: i128 = 1 << 20;

/// And by how much at most.
const MOST_REFINEMENT: i128 = 1 << 40;

/// One review while it is read: which criteria were met with, and the step where the score was good.
struct Sheet {
    steps: Vec<Option<u64>>,
    tried: Vec<bool>,
}

type Sheets<'a> = BTreeMap<(&'a str, &'a str), Sheet>;

/// See [`Scores::new`].
pub(super) fn weighted<'a>(
    criteria: Vec<Criterion>,
    entries: impl IntoIterator<Item = &'a str>,
    scores: &[Score<'a>],
) -> Result<Scores, Vec<Fault>> {
    let (criteria, unit, mut faults) = ordered(criteria);
    if u32::try_from(scores.len()).is_err() {
        faults.push(Fault::TooManyScores);
        return Err(faults);
    }
    let sheets = sheets(&criteria, scores, &mut faults);
    incomplete(&criteria, &sheets, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let points = adjusted(&criteria, unit, &sheets);
    let weights: i128 = criteria.iter().map(|one| i128::from(one.weight)).sum();
    Ok(gather(
        criteria,
        entries,
        sheets,
        points,
        unit * weights,
        100,
    ))
}

/// See [`Scores::on_own_scale`].
pub(super) fn on_own_scale<'a>(
    entries: impl IntoIterator<Item = &'a str>,
    scores: &[Score<'a>],
) -> Result<Scores, Vec<Fault>> {
    if u32::try_from(scores.len()).is_err() {
        return Err(vec![Fault::TooManyScores]);
    }
    let mut ends: BTreeMap<&str, (Ratio, Ratio)> = BTreeMap::new();
    let mut unit: i128 = 1;
    for score in scores {
        let (least, most) = (ends.entry(score.criterion)).or_insert((score.value, score.value));
        *least = score.value.min(*least);
        *most = score.value.max(*most);
        if unit <= MOST_POINTS && score.value.denominator() <= MOST_POINTS {
            unit = multiple(unit, score.value.denominator());
        } else {
            unit = MOST_POINTS + 1;
        }
    }
    let many = i128::try_from(ends.len()).unwrap_or(MOST_POINTS);
    let in_units =
        |value: Ratio| (value.numerator()).checked_mul(unit / value.denominator().min(unit));
    let fits = unit
        .checked_mul(many)
        .is_some_and(|full| full <= MOST_POINTS)
        && (ends.values().flat_map(|&(least, most)| [least, most]))
            .all(|end| in_units(end).is_some_and(|units| units.unsigned_abs() < (1 << 62)));
    if !fits {
        return Err(vec![Fault::TooFine]);
    }
    let criteria: Vec<Criterion> = (ends.iter())
        .map(|(&id, &(least, most))| Criterion {
            id: id.to_owned(),
            weight: 1,
            scale: Scale::observed(least, most, unit),
            direction: Direction::HigherIsBetter,
            missing: Missing::Refused,
        })
        .collect();
    let mut faults = Vec::new();
    let sheets = sheets(&criteria, scores, &mut faults);
    incomplete(&criteria, &sheets, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let below: i128 = (ends.values())
        .filter_map(|&(least, _)| in_units(least))
        .sum();
    let points = (sheets.values())
        .map(|sheet| {
            below
                + sheet
                    .steps
                    .iter()
                    .flatten()
                    .copied()
                    .map(i128::from)
                    .sum::<i128>()
        })
        .collect();
    let full_points = unit * many.max(1);
    Ok(gather(criteria, entries, sheets, points, full_points, 1))
}

/// Sorts the scores into reviews, and notes what is unknown, twice or off its scale.
fn sheets<'a>(criteria: &[Criterion], scores: &[Score<'a>], faults: &mut Vec<Fault>) -> Sheets<'a> {
    let place: BTreeMap<&str, usize> = (criteria.iter().enumerate())
        .map(|(index, criterion)| (criterion.id.as_str(), index))
        .collect();
    let mut sheets = Sheets::new();
    for (row, score) in scores.iter().enumerate() {
        let owned = || {
            let [judge, entry] = [score.judge, score.entry].map(str::to_owned);
            (judge, entry, score.criterion.to_owned())
        };
        let sheet = (sheets.entry((score.entry, score.judge))).or_insert_with(|| Sheet {
            steps: vec![None; criteria.len()],
            tried: vec![false; criteria.len()],
        });
        let Some(&index) = place.get(score.criterion) else {
            let (judge, entry, criterion) = owned();
            faults.push(Fault::UnknownCriterion {
                row,
                judge,
                entry,
                criterion,
            });
            continue;
        };
        if sheet.tried[index] {
            let (judge, entry, criterion) = owned();
            faults.push(Fault::ScoredTwice {
                row,
                judge,
                entry,
                criterion,
            });
            continue;
        }
        sheet.tried[index] = true;
        sheet.steps[index] = criteria[index].good_step(score.value);
        if sheet.steps[index].is_none() {
            let (judge, entry, criterion) = owned();
            faults.push(Fault::OffScale {
                row,
                judge,
                entry,
                criterion,
                value: score.value,
                scale: criteria[index].scale,
            });
        }
    }
    sheets
}

/// Notes the reviews that lack a score they must have, or half the weight.
fn incomplete(criteria: &[Criterion], sheets: &Sheets<'_>, faults: &mut Vec<Fault>) {
    let whole: u64 = criteria.iter().map(|one| u64::from(one.weight)).sum();
    for (&(entry, judge), sheet) in sheets {
        let left_out = || (criteria.iter().zip(&sheet.tried)).filter(|(_, tried)| !**tried);
        let missing: Vec<String> = left_out()
            .filter(|(criterion, _)| criterion.missing == Missing::Refused)
            .map(|(criterion, _)| criterion.id.clone())
            .collect();
        let lost: u64 = left_out()
            .map(|(criterion, _)| u64::from(criterion.weight))
            .sum();
        let (judge, entry) = (judge.to_owned(), entry.to_owned());
        if !missing.is_empty() {
            faults.push(Fault::Incomplete {
                judge,
                entry,
                missing,
            });
        } else if lost * 2 > whole {
            faults.push(Fault::TooLittleAnswered { judge, entry });
        }
    }
}

/// The points of each review, where one criterion of weight 1 has `unit` points.
fn adjusted(criteria: &[Criterion], unit: i128, sheets: &Sheets<'_>) -> Vec<i128> {
    let points = |criterion: &Criterion, step: u64| {
        if criterion.weight == 0 {
            return 0;
        }
        i128::from(step) * (unit / i128::from(criterion.scale.steps()))
    };
    let means: Vec<Option<i128>> = (criteria.iter().enumerate())
        .map(|(index, criterion)| {
            let (sum, count) = (sheets.values().filter_map(|sheet| sheet.steps[index]))
                .fold((0, 0), |(sum, count), step| {
                    (sum + points(criterion, step), count + 1)
                });
            (count > 0).then(|| rounded(sum, count))
        })
        .collect();
    let weight = |index: usize| i128::from(criteria[index].weight);
    let known = || (means.iter().enumerate()).filter_map(|(index, mean)| Some((index, (*mean)?)));
    let known_weight: i128 = known().map(|(index, _)| weight(index)).sum();
    let known_points: i128 = known().map(|(index, mean)| weight(index) * mean).sum();
    let whole: i128 = (0..criteria.len()).map(weight).sum();
    (sheets.values())
        .map(|sheet| {
            let given = || {
                (sheet.steps.iter().enumerate()).filter_map(|(index, step)| Some((index, (*step)?)))
            };
            let answered: i128 = given().map(|(index, _)| weight(index)).sum();
            let sum: i128 = given()
                .map(|(index, step)| weight(index) * points(&criteria[index], step))
                .sum();
            if answered == whole {
                return sum;
            }
            let expected: i128 = given()
                .filter_map(|(index, _)| Some(weight(index) * means[index]?))
                .sum();
            rounded((sum - expected) * whole, answered)
                + rounded(known_points * whole, known_weight)
        })
        .collect()
}

/// `above / below` to the nearest whole number, halves up; `below` is above nought.
fn rounded(above: i128, below: i128) -> i128 {
    (2 * above + below).div_euclid(2 * below)
}

/// Puts everything in canonical order.
fn gather<'a>(
    criteria: Vec<Criterion>,
    entries: impl IntoIterator<Item = &'a str>,
    sheets: Sheets<'a>,
    points: Vec<i128>,
    full_points: i128,
    top: i128,
) -> Scores {
    let mut entry_ids: Vec<&str> = (entries.into_iter())
        .chain(sheets.keys().map(|&(entry, _)| entry))
        .collect();
    let mut judge_ids: Vec<&str> = sheets.keys().map(|&(_, judge)| judge).collect();
    for ids in [&mut entry_ids, &mut judge_ids] {
        ids.sort_unstable();
        ids.dedup();
    }
    let place = |ids: &[&str], id: &str| ids.partition_point(|other| *other < id);
    let reviews = (sheets.into_iter().zip(points))
        .map(|(((entry, judge), sheet), points)| Review {
            entry: place(&entry_ids, entry),
            judge: place(&judge_ids, judge),
            good_steps: sheet.steps,
            points,
            weight: super::weights::PARTS,
        })
        .collect();
    let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
    Scores {
        criteria,
        entries: owned(entry_ids),
        judges: owned(judge_ids),
        reviews,
        full_points,
        top,
    }
}

/// The criteria in canonical order, the points of a perfect score on a criterion of weight 1, and what is wrong.
fn ordered(mut criteria: Vec<Criterion>) -> (Vec<Criterion>, i128, Vec<Fault>) {
    let mut faults = Vec::new();
    criteria.sort_by(|left, right| left.id.cmp(&right.id));
    if criteria.is_empty() {
        faults.push(Fault::NoCriteria);
        return (criteria, 1, faults);
    }
    criteria.dedup_by(|later, earlier| {
        let same = later.id == earlier.id;
        let fault = Fault::CriterionTwice {
            criterion: later.id.clone(),
        };
        if same && !faults.contains(&fault) {
            faults.push(fault);
        }
        same
    });
    let weights: i128 = criteria.iter().map(|one| i128::from(one.weight)).sum();
    if weights == 0 {
        faults.push(Fault::ZeroWeights);
    }
    let mut unit: i128 = 1;
    for criterion in criteria.iter().filter(|criterion| criterion.weight > 0) {
        unit = multiple(unit, i128::from(criterion.scale.steps()));
        if unit > MOST_POINTS {
            break;
        }
    }
    let mut full_points = unit.saturating_mul(weights);
    if criteria.iter().any(|one| one.missing == Missing::Allowed) {
        let mut refinement = 1;
        while refinement < MOST_REFINEMENT && full_points.saturating_mul(2) <= MOST_POINTS {
            refinement *= 2;
            full_points *= 2;
        }
        unit *= refinement;
        if refinement < LEAST_REFINEMENT {
            full_points = MOST_POINTS + 1;
        }
    }
    if full_points > MOST_POINTS {
        faults.push(Fault::TooFine);
    }
    (criteria, unit, faults)
}

/// The least common multiple of two numbers above nought.
fn multiple(left: i128, right: i128) -> i128 {
    let divisor = greatest_common_divisor(left.unsigned_abs(), right.unsigned_abs());
    let divisor = i128::try_from(divisor).unwrap_or(1);
    left.saturating_mul(right / divisor)
}
