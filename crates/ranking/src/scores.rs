//! The input of every method: validated scores in long format, in canonical order.

use crate::fault::Fault;
use crate::ratio::{Ratio, greatest_common_divisor};
use crate::scale::Scale;
use std::collections::BTreeMap;

/// By what entries are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// What scores and tie-breaks name it by.
    pub id: String,
    /// How much it counts beside the others; nought is legal, and then it is only displayed and breaks ties.
    pub weight: u32,
    /// The scale on which it is scored.
    pub scale: Scale,
    /// Which end of the scale is the good one.
    pub direction: Direction,
}

impl Criterion {
    /// The mean, in the unit of the scale, of `count` scores that are given in steps above the worse end.
    pub(crate) fn mean_of(&self, good_steps: impl Iterator<Item = u32>, count: u32) -> Ratio {
        let good: u64 = good_steps.map(u64::from).sum();
        let sum = match self.direction {
            Direction::HigherIsBetter => good,
            Direction::LowerIsBetter => u64::from(self.scale.steps()) * u64::from(count) - good,
        };
        self.scale.mean_of(sum, count)
    }
}

/// Which end of a scale is the good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better: x = k/K.
    HigherIsBetter,
    /// Less is better: x = 1 − k/K.
    LowerIsBetter,
}

/// One score as it comes in: one judge, one entry, one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score<'a> {
    /// The id of who gave it.
    pub judge: &'a str,
    /// The id of what it is for.
    pub entry: &'a str,
    /// The id of the criterion.
    pub criterion: &'a str,
    /// The score, in the unit of the criterion's scale.
    pub value: Ratio,
}

/// All scores of one judge for one entry, one on each criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    entry: usize,
    judge: usize,
    good_steps: Vec<u32>,
    points: i128,
}

impl Review {
    /// The entry's index in [`Scores::entries`].
    pub fn entry(&self) -> usize {
        self.entry
    }

    /// The judge's index in [`Scores::judges`].
    pub fn judge(&self) -> usize {
        self.judge
    }

    /// For each criterion, in the order of [`Scores::criteria`], how many steps above the worse end of its scale.
    pub fn good_steps(&self) -> &[u32] {
        &self.good_steps
    }

    /// The review's total in the common unit of all reviews: `100 · points / Scores::full_points` is its total on the
    /// scale of nought to 100.
    pub fn points(&self) -> i128 {
        self.points
    }
}

/// Scores without fault, and all entries and judges that are known, each in the order of the bytes of its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scores {
    criteria: Vec<Criterion>,
    entries: Vec<String>,
    judges: Vec<String>,
    reviews: Vec<Review>,
    full_points: i128,
}

/// No sum of weights times the scales' least common multiple may exceed this, so that `100 · Σ points` over the most
/// reviews stays below 2⁷ · 2³² · 2⁶⁴ = 2¹⁰³, within [`Ratio::LIMIT`].
const MOST_POINTS: i128 = 1 << 64;

impl Scores {
    /// Checks and orders the input.
    ///
    /// `entries` names those that are to be listed even if nobody has scored them; an entry that occurs only in a
    /// score is listed as well. Only reviews that count belong into `scores`.
    ///
    /// # Errors
    /// Every [`Fault`] there is: those of the criteria, then those of the scores in their order, then incomplete
    /// reviews in canonical order.
    pub fn new<'a>(
        criteria: Vec<Criterion>,
        entries: impl IntoIterator<Item = &'a str>,
        scores: &[Score<'a>],
    ) -> Result<Self, Vec<Fault>> {
        let (criteria, full_points, mut faults) = ordered(criteria);
        if u32::try_from(scores.len()).is_err() {
            faults.push(Fault::TooManyScores);
            return Err(faults);
        }
        let place: BTreeMap<&str, usize> = criteria
            .iter()
            .enumerate()
            .map(|(index, criterion)| (criterion.id.as_str(), index))
            .collect();
        let mut entry_ids: Vec<&str> = entries
            .into_iter()
            .chain(scores.iter().map(|score| score.entry))
            .collect();
        let mut judge_ids: Vec<&str> = scores.iter().map(|score| score.judge).collect();
        for ids in [&mut entry_ids, &mut judge_ids] {
            ids.sort_unstable();
            ids.dedup();
        }

        let mut sheets: BTreeMap<(&str, &str), Sheet> = BTreeMap::new();
        for (row, score) in scores.iter().enumerate() {
            let owned = || {
                (
                    score.judge.to_owned(),
                    score.entry.to_owned(),
                    score.criterion.to_owned(),
                )
            };
            let sheet = sheets
                .entry((score.entry, score.judge))
                .or_insert_with(|| Sheet {
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
            sheet.steps[index] = good_step(&criteria[index], score.value);
            if sheet.steps[index].is_none() {
                let (judge, entry, criterion) = owned();
                let (value, scale) = (score.value, criteria[index].scale);
                faults.push(Fault::OffScale {
                    row,
                    judge,
                    entry,
                    criterion,
                    value,
                    scale,
                });
            }
        }
        for (&(entry, judge), sheet) in &sheets {
            let missing: Vec<String> = (criteria.iter().zip(&sheet.tried))
                .filter(|(_, tried)| !**tried)
                .map(|(criterion, _)| criterion.id.clone())
                .collect();
            if !missing.is_empty() {
                faults.push(Fault::Incomplete {
                    judge: judge.to_owned(),
                    entry: entry.to_owned(),
                    missing,
                });
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }

        let common = common_multiple(&criteria);
        let reviews = sheets
            .into_iter()
            .map(|((entry, judge), sheet)| {
                let good_steps: Vec<u32> = sheet.steps.into_iter().flatten().collect();
                let points = criteria.iter().zip(&good_steps).map(|(criterion, &step)| {
                    if criterion.weight == 0 {
                        return 0;
                    }
                    i128::from(criterion.weight)
                        * i128::from(step)
                        * (common / i128::from(criterion.scale.steps()))
                });
                Review {
                    entry: index_of(&entry_ids, entry),
                    judge: index_of(&judge_ids, judge),
                    points: points.sum(),
                    good_steps,
                }
            })
            .collect();
        let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
        Ok(Self {
            criteria,
            entries: owned(entry_ids),
            judges: owned(judge_ids),
            reviews,
            full_points,
        })
    }

    /// The criteria, by the bytes of their ids.
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// The ids of all entries, scored or not, by their bytes.
    pub fn entries(&self) -> &[String] {
        &self.entries
    }

    /// The ids of all judges who gave a score, by their bytes.
    pub fn judges(&self) -> &[String] {
        &self.judges
    }

    /// All reviews, by entry, then by judge.
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// The points of a review that is best on every criterion: Σ w · lcm(K), above nought.
    pub fn full_points(&self) -> i128 {
        self.full_points
    }

    /// The total of a review, exactly: `y = 100 · Σ w·x / Σ w`, on the scale of nought to 100 (judging-science.md, 2a).
    pub fn total(&self, review: &Review) -> Ratio {
        self.share_of_points(review.points, 1)
    }

    /// `100 · points / (reviews · full points)`, the mean total of `reviews` reviews that sum to `points`.
    pub(crate) fn share_of_points(&self, points: i128, reviews: u32) -> Ratio {
        Ratio::new(100 * points, self.full_points * i128::from(reviews))
            .expect("MOST_POINTS keeps every sum of points within the limit of a fraction")
    }

    /// The reviews of the entry with this index, by judge.
    pub(crate) fn reviews_of(&self, entry: usize) -> &[Review] {
        let from = self.reviews.partition_point(|review| review.entry < entry);
        let to = self.reviews.partition_point(|review| review.entry <= entry);
        &self.reviews[from..to]
    }

    /// The index of the criterion with this id.
    pub(crate) fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria
            .binary_search_by(|criterion| criterion.id.as_str().cmp(id))
            .ok()
    }
}

/// One review while it is read: which criteria were met with, and the step where the score was good.
struct Sheet {
    steps: Vec<Option<u32>>,
    tried: Vec<bool>,
}

/// The criteria in canonical order, the points of a perfect review, and what is wrong with them.
fn ordered(mut criteria: Vec<Criterion>) -> (Vec<Criterion>, i128, Vec<Fault>) {
    let mut faults = Vec::new();
    criteria.sort_by(|left, right| left.id.cmp(&right.id));
    if criteria.is_empty() {
        faults.push(Fault::NoCriteria);
        return (criteria, 0, faults);
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
    let weights: i128 = criteria
        .iter()
        .map(|criterion| i128::from(criterion.weight))
        .sum();
    if weights == 0 {
        faults.push(Fault::ZeroWeights);
    }
    let full_points = common_multiple(&criteria).saturating_mul(weights);
    if full_points > MOST_POINTS {
        faults.push(Fault::TooFine);
    }
    (criteria, full_points, faults)
}

/// The least common multiple of the step counts of all criteria that count, or a number beyond [`MOST_POINTS`].
fn common_multiple(criteria: &[Criterion]) -> i128 {
    let mut multiple: i128 = 1;
    for criterion in criteria.iter().filter(|criterion| criterion.weight > 0) {
        let steps = i128::from(criterion.scale.steps());
        let divisor = greatest_common_divisor(multiple.unsigned_abs(), steps.unsigned_abs());
        let divisor = i128::try_from(divisor).expect("it divides a step count, which is small");
        multiple *= steps / divisor;
        if multiple > MOST_POINTS {
            break;
        }
    }
    multiple
}

/// Steps above the worse end of the criterion's scale; `None` when the value is not on it.
fn good_step(criterion: &Criterion, value: Ratio) -> Option<u32> {
    let step = criterion.scale.step_of(value)?;
    Some(match criterion.direction {
        Direction::HigherIsBetter => step,
        Direction::LowerIsBetter => criterion.scale.steps() - step,
    })
}

/// Where `id` stands among `ids`, which are in order and contain it.
fn index_of(ids: &[&str], id: &str) -> usize {
    ids.partition_point(|other| *other < id)
}

#[cfg(test)]
pub(crate) mod tests;
