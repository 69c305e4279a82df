//! Two crossed factors, the larger of which is eliminated: what least squares and the calibrated model have in common.

use crate::table::{Table, mean};

/// A table seen from its larger factor ("outer", which is eliminated) to its smaller one ("inner").
///
/// N holds for each pair the sum of ω over its reviews, which are counts unless reviews weigh more or less; what is called
/// a count here is that sum. Entries are outer when there are at least as many of them as judges. Values are centred by their mean, which costs
/// nothing and keeps digits.
#[derive(Debug, Clone)]
pub(crate) struct Crossed {
    /// Whether judges are the outer factor.
    pub(crate) turned: bool,
    /// What was taken from every value.
    pub(crate) centre: f64,
    starts: Vec<usize>,
    inner: Vec<usize>,
    value: Vec<f64>,
    weight: Vec<f64>,
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
        let (starts, inner): (Vec<usize>, Vec<usize>);
        let (value, weight): (Vec<f64>, Vec<f64>);
        if turned {
            let entry = table.entry_of_reviews();
            let order: Vec<Vec<usize>> = table.reviews_by_judge();
            let mut ends = vec![0];
            ends.extend(order.iter().scan(0, |end, reviews| {
                *end += reviews.len();
                Some(*end)
            }));
            starts = ends;
            let reviews = || order.iter().flatten().copied();
            inner = reviews().map(|review| entry[review]).collect();
            value = reviews().map(centred).collect();
            weight = reviews().map(|review| table.weight[review]).collect();
        } else {
            starts = table.starts.clone();
            inner = table.judge.clone();
            value = (0..table.len()).map(centred).collect();
            weight = table.weight.clone();
        }
        let inner_size = table.judges.min(table.entries());
        let mut crossed = Self {
            turned,
            centre,
            outer_count: (starts.windows(2))
                .map(|pair| weight[pair[0]..pair[1]].iter().sum())
                .collect(),
            outer_sum: (starts.windows(2))
                .map(|pair| pair[0]..pair[1])
                .map(|row| {
                    (value[row.clone()].iter().zip(&weight[row]))
                        .map(|(y, w)| y * w)
                        .sum()
                })
                .collect(),
            inner_count: vec![0.0; inner_size],
            inner_sum: vec![0.0; inner_size],
            starts,
            inner,
            value,
            weight,
        };
        let reviews = crossed
            .inner
            .iter()
            .zip(&crossed.value)
            .zip(&crossed.weight);
        for ((&inner, value), weight) in reviews {
            crossed.inner_count[inner] += weight;
            crossed.inner_sum[inner] += value * weight;
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

    /// ω of the reviews of one outer level, beside [`Crossed::row`].
    pub(crate) fn weights(&self, outer: usize) -> &[f64] {
        &self.weight[self.starts[outer]..self.starts[outer + 1]]
    }

    /// Σ log ω.
    pub(crate) fn log_weights(&self) -> f64 {
        self.weight.iter().map(|&weight| libm::log(weight)).sum()
    }

    /// The centred values of one outer level, beside [`Crossed::row`].
    pub(crate) fn values(&self, outer: usize) -> &[f64] {
        &self.value[self.starts[outer]..self.starts[outer + 1]]
    }

    /// `Nᵀ·outer`: for each inner level the sum over its reviews, each times its ω.
    pub(crate) fn gather(&self, outer: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.inner()];
        for (level, &value) in outer.iter().enumerate() {
            for (&inner, weight) in self.row(level).iter().zip(self.weights(level)) {
                sums[inner] += value * weight;
            }
        }
        sums
    }

    /// `(N·inner)ᵢ`: the sum over the reviews of one outer level, each times its ω.
    pub(crate) fn sum_over(&self, outer: usize, inner: &[f64]) -> f64 {
        (self.row(outer).iter().zip(self.weights(outer)))
            .map(|(&level, weight)| inner[level] * weight)
            .sum()
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
