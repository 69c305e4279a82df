//! Whether judges use different spreads, and by how much each one's is to be stretched.
//!
//! Empirical Bayes on the judges' variances (judging-science.md, 2b.7; Smyth, *Statistical Applications in Genetics
//! and Molecular Biology* 3, 2004): with no evidence of a difference the prior weighs infinitely much and every factor
//! is 1.

use crate::beside::habits;
use crate::special::{digamma, trigamma, trigamma_inverse};
use crate::table::{Table, mean, real};

/// A judge with fewer reviews says too little of his spread.
const LEAST_REVIEWS: usize = 3;

/// With fewer such judges there is nothing to compare.
const LEAST_JUDGES: usize = 3;

/// What the judges' spreads look like.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// d₀: with how many degrees of freedom the common spread speaks beside a judge's own; `None` for infinitely many,
    /// when nothing shows that judges differ.
    pub prior_freedom: Option<f64>,
    /// s₀: the common standard deviation, on the scale of the totals; `None` when there are too few judges to say.
    pub prior_deviation: Option<f64>,
    /// g: the geometric mean of the judges' shrunken standard deviations, to which each is brought; with no evidence of a
    /// difference it is s₀.
    pub typical_deviation: Option<f64>,
    /// fⱼ: by how much each judge's distances from his own mean are stretched, between ⅓ and 3; in the order of
    /// [`crate::Scores::judges`].
    pub factors: Vec<f64>,
}

impl Spread {
    /// Estimates the spreads. Judges with fewer than three reviews, or none that differ, keep their own.
    pub(crate) fn of(table: &Table) -> Self {
        let mut spread = Self {
            prior_freedom: None,
            prior_deviation: None,
            typical_deviation: None,
            factors: vec![1.0; table.judges],
        };
        // (judge, degrees of freedom, variance)
        let known: Vec<(usize, f64, f64)> = (habits(table).iter().enumerate())
            .filter(|(_, habit)| habit.count >= LEAST_REVIEWS)
            .filter_map(|(judge, habit)| {
                let variance = habit.variance().filter(|variance| *variance > 0.0)?;
                Some((judge, real(habit.count - 1), variance))
            })
            .collect();
        if known.len() < LEAST_JUDGES {
            return spread;
        }
        let logs: Vec<f64> = (known.iter())
            .map(|&(_, d, variance)| libm::log(variance) - digamma(d / 2.0) + libm::log(d / 2.0))
            .collect();
        let middle = mean(&logs);
        let variance = logs
            .iter()
            .map(|log| (log - middle) * (log - middle))
            .sum::<f64>()
            / real(logs.len() - 1);
        let by_chance =
            mean(&(known.iter().map(|&(_, d, _)| trigamma(d / 2.0))).collect::<Vec<_>>());
        let excess = variance - by_chance;
        if excess <= 0.0 {
            spread.prior_deviation = Some(libm::exp(middle / 2.0));
            spread.typical_deviation = spread.prior_deviation;
            return spread;
        }
        let half = trigamma_inverse(excess);
        let prior = 2.0 * half;
        let prior_variance = libm::exp(middle + digamma(half) - libm::log(half));
        let shrunk: Vec<f64> = (known.iter())
            .map(|&(_, d, variance)| ((prior * prior_variance + d * variance) / (prior + d)).sqrt())
            .collect();
        let logs: Vec<f64> = shrunk
            .iter()
            .map(|&deviation| libm::log(deviation))
            .collect();
        let typical = libm::exp(mean(&logs));
        for (&(judge, ..), deviation) in known.iter().zip(&shrunk) {
            spread.factors[judge] = (typical / deviation).clamp(1.0 / 3.0, 3.0);
        }
        spread.prior_freedom = Some(prior);
        spread.prior_deviation = Some(prior_variance.sqrt());
        spread.typical_deviation = Some(typical);
        spread
    }

    /// Whether anything is stretched at all.
    pub fn is_even(&self) -> bool {
        self.prior_freedom.is_none()
    }

    /// `y′ = ȳⱼ + fⱼ·(y − ȳⱼ)`.
    pub(crate) fn applied(&self, table: &Table) -> Table {
        let habits = habits(table);
        let value = (table.judge.iter().zip(&table.value))
            .map(|(&judge, value)| {
                let middle = habits[judge].mean;
                middle + self.factors[judge] * (value - middle)
            })
            .collect();
        table.with_values(value)
    }
}
