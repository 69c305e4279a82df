//! The reviews as numbers: who reviewed what, and the total, in canonical order.

use crate::scores::Scores;

/// One number per review, by entry, then by judge; every entry and every judge has at least one.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// How many judges there are.
    pub(crate) judges: usize,
    /// Where the reviews of each entry begin; one more than there are entries.
    pub(crate) starts: Vec<usize>,
    /// The judge of each review.
    pub(crate) judge: Vec<usize>,
    /// The total of each review, on the scale on which it is published.
    pub(crate) value: Vec<f64>,
    /// ω of each review: 1, unless some count for more or less in the calibrated model.
    pub(crate) weight: Vec<f64>,
    /// For each entry of the table, its index in [`Scores::entries`].
    pub(crate) place: Vec<usize>,
}

impl Table {
    /// The totals of all reviews.
    pub(crate) fn new(scores: &Scores) -> Self {
        let mut table = Self {
            judges: scores.judges().len(),
            starts: vec![0],
            judge: Vec::with_capacity(scores.reviews().len()),
            value: Vec::with_capacity(scores.reviews().len()),
            weight: Vec::with_capacity(scores.reviews().len()),
            place: Vec::new(),
        };
        for review in scores.reviews() {
            if table.place.last() != Some(&review.entry()) {
                if !table.place.is_empty() {
                    table.starts.push(table.judge.len());
                }
                table.place.push(review.entry());
            }
            table.judge.push(review.judge());
            table.value.push(scores.total(review).to_f64());
            table.weight.push(review.weight().to_f64());
        }
        if !table.place.is_empty() {
            table.starts.push(table.judge.len());
        }
        table
    }

    /// The number of entries that have a review.
    pub(crate) fn entries(&self) -> usize {
        self.place.len()
    }

    /// The number of reviews.
    pub(crate) fn len(&self) -> usize {
        self.value.len()
    }

    /// Which reviews are those of an entry.
    pub(crate) fn reviews_of(&self, entry: usize) -> std::ops::Range<usize> {
        self.starts[entry]..self.starts[entry + 1]
    }

    /// The judges and totals of an entry's reviews.
    pub(crate) fn of(&self, entry: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.reviews_of(entry)
            .map(|review| (self.judge[review], self.value[review]))
    }

    /// The entry of each review.
    pub(crate) fn entry_of_reviews(&self) -> Vec<usize> {
        (0..self.entries())
            .flat_map(|entry| std::iter::repeat_n(entry, self.reviews_of(entry).len()))
            .collect()
    }

    /// For each judge the numbers of the reviews, in order of entries.
    pub(crate) fn reviews_by_judge(&self) -> Vec<Vec<usize>> {
        let mut reviews = vec![Vec::new(); self.judges];
        for (review, &judge) in self.judge.iter().enumerate() {
            reviews[judge].push(review);
        }
        reviews
    }

    /// The mean total of each entry.
    pub(crate) fn entry_means(&self) -> Vec<f64> {
        (0..self.entries())
            .map(|entry| mean(&self.value[self.reviews_of(entry)]))
            .collect()
    }

    /// The mean of all totals.
    pub(crate) fn grand_mean(&self) -> f64 {
        mean(&self.value)
    }

    /// Σ ω of an entry, which is the number of its reviews unless some weigh more or less.
    pub(crate) fn weight_of(&self, entry: usize) -> f64 {
        self.weight[self.reviews_of(entry)].iter().sum()
    }

    /// The same reviews, each of weight 1; `None` where they have it already.
    pub(crate) fn unweighted(&self) -> Option<Self> {
        let is_weighted = self
            .weight
            .iter()
            .any(|weight| weight.total_cmp(&1.0).is_ne());
        is_weighted.then(|| Self {
            weight: vec![1.0; self.len()],
            ..self.clone()
        })
    }

    /// The same reviews with other totals.
    pub(crate) fn with_values(&self, value: Vec<f64>) -> Self {
        Self {
            value,
            ..self.clone()
        }
    }
}

/// The arithmetic mean, taken about the first value so that equal values have exactly their own mean; nought of none.
pub(crate) fn mean(values: &[f64]) -> f64 {
    let Some(&first) = values.first() else {
        return 0.0;
    };
    let above: f64 = values.iter().map(|value| value - first).sum();
    first + above / real(values.len())
}

/// The mean of values by their weights, taken about the first value; nought of none.
pub(crate) fn weighted_mean(values: &[f64], weights: &[f64]) -> f64 {
    let Some(&first) = values.first() else {
        return 0.0;
    };
    let above: f64 = (values.iter().zip(weights))
        .map(|(value, weight)| (value - first) * weight)
        .sum();
    first + above / weights.iter().sum::<f64>()
}

/// A count as a number.
#[expect(
    clippy::cast_precision_loss,
    reason = "nothing that is counted reaches 2⁵³"
)]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}
