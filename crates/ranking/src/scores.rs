//! The input of every method: validated scores in long format, in canonical order.

mod reading;
mod weights;

use crate::criterion::Criterion;
use crate::fault::Fault;
use crate::ratio::Ratio;
pub use weights::WeightFault;

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

/// All scores of one judge for one entry, one on each criterion that applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    entry: usize,
    judge: usize,
    good_steps: Vec<Option<u64>>,
    points: i128,
    /// ω, in thousandths.
    weight: u32,
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

    /// For each criterion, in the order of [`Scores::criteria`], how many steps above the worse end of its scale;
    /// `None` where the criterion did not apply.
    pub fn good_steps(&self) -> &[Option<u64>] {
        &self.good_steps
    }

    /// ω: for how much the review counts in the calibrated model; 1, unless [`Scores::with_weights`] says otherwise.
    pub fn weight(&self) -> Ratio {
        Ratio::new(i128::from(self.weight), i128::from(weights::PARTS)).unwrap_or(Ratio::ZERO)
    }

    /// The review's total in the common unit of all reviews: see [`Scores::total`].
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
    top: i128,
}

impl Scores {
    /// Checks and orders the input; totals are on the scale of nought to 100.
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
        reading::weighted(criteria, entries, scores)
    }

    /// Checks and orders scores that have no declared scale: a review's total is the plain mean of its scores, in
    /// their own unit, more is better, and every criterion that occurs must be scored in every review.
    ///
    /// # Errors
    /// Every [`Fault`] there is; [`Fault::TooFine`] when the scores' decimals do not fit into 64 bits together.
    pub fn on_own_scale<'a>(
        entries: impl IntoIterator<Item = &'a str>,
        scores: &[Score<'a>],
    ) -> Result<Self, Vec<Fault>> {
        reading::on_own_scale(entries, scores)
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

    /// Whether the criteria's scales were given, not only seen in the scores.
    pub(crate) fn has_declared_scales(&self) -> bool {
        self.top == 100
    }

    /// The points of a total of 100 (on scores' own scale: of a total of 1), above nought.
    pub fn full_points(&self) -> i128 {
        self.full_points
    }

    /// The total of a review: `y = 100 · Σ w·x / Σ w`, on the scale of nought to 100 (judging-science.md, 2a), exactly.
    ///
    /// Where criteria did not apply, with S those that did and m the mean of x over all reviews,
    /// `y = 100 · [Σ_S w·(x − m) / Σ_S w + Σ w·m / Σ w]`, to the nearest of the points ([`Scores::full_points`]), which
    /// are then at least a million times finer than the scales' own. On scores' own scale, their plain mean.
    pub fn total(&self, review: &Review) -> Ratio {
        self.share_of_points(review.points, 1)
    }

    /// The mean total of `reviews` reviews that sum to `points`.
    pub(crate) fn share_of_points(&self, points: i128, reviews: u32) -> Ratio {
        Ratio::new(self.top * points, self.full_points * i128::from(reviews))
            .expect("reading keeps every sum of points within the limit of a fraction")
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

#[cfg(test)]
pub(crate) mod tests;
