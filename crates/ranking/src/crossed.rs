//! Two crossed factors, the larger of which is eliminated: what least squares and the calibrated model have in common.

use crate::table::{Table, mean, real};

/// A table seen from its larger factor ("outer", which is eliminated) to its smaller one ("inner").
///
/// Entries are outer when there are at least as many of them as judges. Values are centred by their mean, which costs
/// nothing and keeps digits.
#[derive(Debug)]
pub(crate) struct Crossed {
    /// Whether judges are the outer factor.
    pub(crate) turned: bool,
    /// What was taken from every value.
    pub(crate) centre: f64,
    starts: Vec<usize>,
    inner: Vec<usize>,
    value: Vec<f64>,
    pub(crate) outer_count: Vec<f64>,
    pub(crate) inner_count: Vec<f64>,
    pub(crate) outer_sum: Vec<f64>,
    pub(crate) inner_sum: Vec<f64>,
}

impl Crossed {
    pub(crate) fn new(table: &Table) -> Self {
        let centre = mean(&table.value);
        let turned = table.judges > table.entries();
        let centred = |review: usize| table.value[review] - centre;
        let (starts, inner, value): (Vec<usize>, Vec<usize>, Vec<f64>) = if turned {
            let entry = table.entry_of_reviews();
            let order: Vec<Vec<usize>> = table.reviews_by_judge();
            let mut starts = vec![0];
            starts.extend(order.iter().scan(0, |end, reviews| {
                *end += reviews.len();
                Some(*end)
            }));
            let reviews = || order.iter().flatten().copied();
            (
                starts,
                reviews().map(|review| entry[review]).collect(),
                reviews().map(centred).collect(),
            )
        } else {
            (
                table.starts.clone(),
                table.judge.clone(),
                (0..table.len()).map(centred).collect(),
            )
        };
        let inner_size = table.judges.min(table.entries());
        let mut crossed = Self {
            turned,
            centre,
            outer_count: starts
                .windows(2)
                .map(|pair| real(pair[1] - pair[0]))
                .collect(),
            outer_sum: (starts.windows(2))
                .map(|pair| value[pair[0]..pair[1]].iter().sum())
                .collect(),
            inner_count: vec![0.0; inner_size],
            inner_sum: vec![0.0; inner_size],
            starts,
            inner,
            value,
        };
        for (&inner, &value) in crossed.inner.iter().zip(&crossed.value) {
            crossed.inner_count[inner] += 1.0;
            crossed.inner_sum[inner] += value;
        }
        crossed
    }

    /// How many levels the outer factor has.
    pub(crate) fn outer(&self) -> usize {
        self.outer_count.len()
    }

    /// How many levels the inner factor has.
    pub(crate) fn inner(&self) -> usize {
        self.inner_count.len()
    }

    /// The number of reviews.
    pub(crate) fn len(&self) -> usize {
        self.value.len()
    }

    /// The inner levels that one outer level meets, one for each review.
    pub(crate) fn row(&self, outer: usize) -> &[usize] {
        &self.inner[self.starts[outer]..self.starts[outer + 1]]
    }

    /// The centred values of one outer level, beside [`Crossed::row`].
    pub(crate) fn values(&self, outer: usize) -> &[f64] {
        &self.value[self.starts[outer]..self.starts[outer + 1]]
    }

    /// `Nᵀ·outer`: for each inner level the sum over its reviews.
    pub(crate) fn gather(&self, outer: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.inner()];
        for (level, &value) in outer.iter().enumerate() {
            for &inner in self.row(level) {
                sums[inner] += value;
            }
        }
        sums
    }

    /// `(N·inner)ᵢ`: the sum over the reviews of one outer level.
    pub(crate) fn sum_over(&self, outer: usize, inner: &[f64]) -> f64 {
        self.row(outer).iter().map(|&level| inner[level]).sum()
    }

    /// What belongs to entries and what belongs to judges, of a pair (outer, inner).
    pub(crate) fn entry_and_judge<Value>(&self, outer: Value, inner: Value) -> (Value, Value) {
        if self.turned {
            (inner, outer)
        } else {
            (outer, inner)
        }
    }

    /// The pair (outer, inner), of what belongs to entries and what belongs to judges.
    pub(crate) fn outer_and_inner<Value>(&self, entry: Value, judge: Value) -> (Value, Value) {
        self.entry_and_judge(entry, judge)
    }
}
