//! The weighted mean: the method that anybody can check with a pencil.
//!
//! With w the criteria's weights and x the share of its scale that a score reaches (judging-science.md, 2a and 2b.1):
//! a review's total is `y = 100 · Σ w·x / Σ w`, and an entry's score is the mean of its reviews' totals. Both are exact
//! fractions on the scale of nought to 100.

use crate::ratio::Ratio;
use crate::scores::{Review, Scores};
use crate::ties::{self, TieBreak, UnknownCriterion};

/// All entries, in the order of their ranks; then those with too few reviews, then those with none, each in the order
/// of the bytes of their ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// One for each of [`Scores::entries`].
    pub entries: Vec<Ranked>,
}

/// What a ranking says of one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The entry's id.
    pub entry: String,
    /// 1 for the best; entries that stay tied share a rank and the next one is skipped (1, 2, 2, 4). `None` when the
    /// entry is not ranked.
    pub rank: Option<u32>,
    /// Whether it is ranked, and if not, why.
    pub status: Status,
    /// How many reviews it has.
    pub reviews: u32,
    /// What the reviews say; `None` when there are none.
    pub summary: Option<Summary>,
}

/// Whether an entry is ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Its rank is its own.
    Ranked,
    /// It shares its rank: no rule for ties told it from another entry.
    Tied,
    /// It has fewer reviews than the quorum, so it is listed and not ranked.
    Insufficient,
    /// It has no review.
    NotJudged,
}

/// What the reviews of one entry say. Totals are on the scale of nought to 100.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The mean of the reviews' totals, which is what decides the rank.
    pub mean: Ratio,
    /// The middle total, or the mean of the middle two.
    pub median: Ratio,
    /// The lowest total.
    pub lowest: Ratio,
    /// The highest total.
    pub highest: Ratio,
    /// The sample standard deviation of the totals (divisor n − 1); `None` for a single review.
    pub spread: Option<f64>,
    /// For each of [`Scores::criteria`] on which anybody scored the entry, in that order.
    pub criteria: Vec<CriterionMean>,
}

/// The mean of one entry's scores on one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionMean {
    /// The criterion's id.
    pub criterion: String,
    /// In the unit of the criterion's scale, as judges wrote it.
    pub mean: Ratio,
}

/// Ranks entries by their weighted mean.
///
/// `quorum` is how many reviews an entry needs to be ranked (2 is a good least); an entry without any is never ranked.
/// `breaks` are the rules for entries with equal means, in their order; what they leave tied shares a rank.
/// For n reviews on c criteria it takes time in O(n·c + n log n) and as much memory as the answer.
///
/// # Errors
/// [`UnknownCriterion`] when a rule for ties names a criterion that the scores do not have.
pub fn rank_by_mean(
    scores: &Scores,
    quorum: u32,
    breaks: &[TieBreak],
) -> Result<Ranking, UnknownCriterion> {
    let rules = ties::rules(scores, breaks)?;
    let means: Vec<Option<Ratio>> = (0..scores.entries().len())
        .map(|entry| mean(scores, entry))
        .collect();
    let count = |entry: usize| count(scores.reviews_of(entry));
    let (judged, not_judged): (Vec<usize>, Vec<usize>) =
        (0..means.len()).partition(|&entry| means[entry].is_some());
    let (ranked, insufficient): (Vec<usize>, Vec<usize>) = judged
        .into_iter()
        .partition(|&entry| count(entry) >= quorum);

    let ranked_entry = |entry: usize, rank: Option<u32>, status: Status| Ranked {
        entry: scores.entries()[entry].clone(),
        rank,
        status,
        reviews: count(entry),
        summary: means[entry].map(|mean| summary(scores, entry, mean)),
    };
    let mut entries = Vec::with_capacity(means.len());
    let mut next_rank: u32 = 1;
    for group in ties::split(&ranked, |entry| means[entry]) {
        for tied in ties::settle(scores, group, &rules, &|_| 0) {
            let status = if tied.len() > 1 {
                Status::Tied
            } else {
                Status::Ranked
            };
            let rank = next_rank;
            for entry in tied {
                entries.push(ranked_entry(entry, Some(rank), status));
                next_rank = next_rank.saturating_add(1);
            }
        }
    }
    entries.extend(
        insufficient
            .into_iter()
            .map(|entry| ranked_entry(entry, None, Status::Insufficient)),
    );
    entries.extend(
        not_judged
            .into_iter()
            .map(|entry| ranked_entry(entry, None, Status::NotJudged)),
    );
    Ok(Ranking { entries })
}

/// The mean of the reviews' totals; `None` when there are none.
fn mean(scores: &Scores, entry: usize) -> Option<Ratio> {
    let reviews = scores.reviews_of(entry);
    let points = reviews.iter().map(Review::points).sum();
    (!reviews.is_empty()).then(|| scores.share_of_points(points, count(reviews)))
}

/// What the reviews of an entry that has some say.
fn summary(scores: &Scores, entry: usize, mean: Ratio) -> Summary {
    let reviews = scores.reviews_of(entry);
    let mut points: Vec<i128> = reviews.iter().map(Review::points).collect();
    let totals: Vec<f64> = reviews
        .iter()
        .map(|review| scores.total(review).to_f64())
        .collect();
    points.sort_unstable();
    let middle = (points.len() - 1) / 2;
    let middle_two = points[middle] + points[points.len() / 2];
    Summary {
        mean,
        median: scores.share_of_points(middle_two, 2),
        lowest: scores.share_of_points(points[0], 1),
        highest: scores.share_of_points(points[points.len() - 1], 1),
        spread: spread(&totals),
        criteria: (scores.criteria().iter().enumerate())
            .filter_map(|(index, criterion)| {
                let steps = || {
                    reviews
                        .iter()
                        .filter_map(|review| review.good_steps()[index])
                };
                let count = u32::try_from(steps().count()).unwrap_or(u32::MAX);
                (count > 0).then(|| CriterionMean {
                    criterion: criterion.id.clone(),
                    mean: criterion.mean_of(steps(), count),
                })
            })
            .collect(),
    }
}

/// The sample standard deviation, in two passes; `None` for fewer than two values.
#[expect(clippy::cast_precision_loss, reason = "no entry has 2⁵³ reviews")]
fn spread(totals: &[f64]) -> Option<f64> {
    let count = totals.len() as f64;
    let mean = totals.iter().sum::<f64>() / count;
    let squares: f64 = totals
        .iter()
        .map(|total| (total - mean) * (total - mean))
        .sum();
    (totals.len() > 1).then(|| (squares / (count - 1.0)).sqrt())
}

/// How many reviews there are; [`Scores`] admits no more than fit.
fn count(reviews: &[Review]) -> u32 {
    u32::try_from(reviews.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
