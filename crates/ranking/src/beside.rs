//! The simple methods that stand beside the headline: trimmed mean, z-score and Borda.
//!
//! judging-science.md, 2b.2 to 2b.4. Each answers one number per entry of the table, on which more is better.

use crate::table::{Table, mean, real};

/// From how many reviews on the highest and the lowest are dropped.
const TRIMMED_FROM: usize = 4;

/// A judge with fewer reviews, or a smaller standard deviation, is measured by the pooled one.
const OWN_SPREAD_FROM: usize = 5;

/// The trimmed mean: without one highest and one lowest total where there are four or more. Not advised for incomplete
/// panels: it takes the severe judge from one entry and the lenient one from another.
pub(crate) fn trimmed(table: &Table) -> Vec<f64> {
    (0..table.entries())
        .map(|entry| {
            let mut values = table.value[table.reviews_of(entry)].to_vec();
            values.sort_unstable_by(f64::total_cmp);
            if values.len() >= TRIMMED_FROM {
                mean(&values[1..values.len() - 1])
            } else {
                mean(&values)
            }
        })
        .collect()
}

/// The judge's own distribution: mean and standard deviation (divisor n − 1).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Habit {
    pub(crate) count: usize,
    pub(crate) mean: f64,
    /// Σ (y − ȳ)².
    pub(crate) squares: f64,
}

impl Habit {
    /// s² with divisor n − 1; `None` for a single review.
    pub(crate) fn variance(&self) -> Option<f64> {
        (self.count > 1).then(|| self.squares / real(self.count - 1))
    }
}

/// One for each judge.
pub(crate) fn habits(table: &Table) -> Vec<Habit> {
    (table.reviews_by_judge().iter())
        .map(|reviews| {
            let values: Vec<f64> = reviews.iter().map(|&review| table.value[review]).collect();
            let mean = mean(&values);
            Habit {
                count: values.len(),
                mean,
                squares: values
                    .iter()
                    .map(|value| (value - mean) * (value - mean))
                    .sum(),
            }
        })
        .collect()
}

/// Z-scores: `z = (y − ȳⱼ)/sⱼ`, averaged over an entry's reviews, displayed as `ȳ + s_pooled·z̄`.
///
/// Judges with fewer than five reviews, or who hardly vary, are measured by the pooled standard deviation within
/// judges; one with a single review contributes nought. `scale` is the length of the totals' scale.
pub(crate) fn z_scores(table: &Table, scale: f64) -> Vec<f64> {
    let habits = habits(table);
    let least = 1e-9 * scale;
    let freedom: usize = habits.iter().map(|habit| habit.count - 1).sum();
    let squares: f64 = habits.iter().map(|habit| habit.squares).sum();
    let pooled = if freedom > 0 {
        (squares / real(freedom)).sqrt()
    } else {
        0.0
    };
    let spread: Vec<f64> = (habits.iter())
        .map(|habit| match habit.variance().map(f64::sqrt) {
            None => 0.0,
            Some(own) if habit.count >= OWN_SPREAD_FROM && own >= least => own,
            Some(_) => pooled,
        })
        .collect();
    let z = |judge: usize, value: f64| {
        if spread[judge] < least {
            0.0
        } else {
            (value - habits[judge].mean) / spread[judge]
        }
    };
    let middle = table.grand_mean();
    (0..table.entries())
        .map(|entry| {
            let sum: f64 = table.of(entry).map(|(judge, value)| z(judge, value)).sum();
            middle + pooled * sum / real(table.reviews_of(entry).len())
        })
        .collect()
}

/// Borda: with r the midrank of an entry among the judge's own m (1 is best), `b = (m − r)/(m − 1)`, or a half for a
/// single one; averaged over an entry's reviews.
pub(crate) fn borda(table: &Table) -> Vec<f64> {
    let mut points = vec![0.0; table.len()];
    for mut reviews in table.reviews_by_judge() {
        let many = reviews.len();
        reviews.sort_by(|&left, &right| table.value[right].total_cmp(&table.value[left]));
        let mut first = 0;
        while first < many {
            let value = table.value[reviews[first]];
            let tied = (reviews[first..].iter())
                .take_while(|&&review| table.value[review].total_cmp(&value).is_eq())
                .count();
            let rank = real(2 * first + tied + 1) / 2.0;
            for &review in &reviews[first..first + tied] {
                points[review] = if many > 1 {
                    (real(many) - rank) / real(many - 1)
                } else {
                    0.5
                };
            }
            first += tied;
        }
    }
    (0..table.entries())
        .map(|entry| mean(&points[table.reviews_of(entry)]))
        .collect()
}
