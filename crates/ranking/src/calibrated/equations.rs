//! The mixed-model equations at given variance ratios: judging-science.md, 2b.6.
//!
//! Names follow the specification, with "outer" for the factor that is eliminated (a there) and "inner" for the one
//! that is solved for (b there): D, f, S, L, W, X2, and p = M⁻¹ΛZᵀ1.

use crate::cholesky::{Factor, Panels};
use crate::crossed::Crossed;
use crate::table::real;

/// Everything that the equations say at one pair of ratios θ.
#[derive(Debug)]
pub(crate) struct State {
    /// The pair (outer, inner) at which this is.
    pub(crate) theta: [f64; 2],
    /// The REML criterion d(θ).
    pub(crate) criterion: f64,
    /// ∂d/∂log θ, (outer, inner).
    pub(crate) gradient: [f64; 2],
    /// The mean, above the centre of the data.
    pub(crate) mean: f64,
    /// σ̂² = r²/(n − 1).
    pub(crate) residual_variance: f64,
    /// X2, what is known of the mean: its standard error is σ̂/√X2.
    pub(crate) information: f64,
    /// D, by outer level.
    pub(crate) diagonal: Vec<f64>,
    /// The spherical modes u, by outer level; the effect is θu.
    pub(crate) outer_mode: Vec<f64>,
    /// The spherical modes v, by inner level.
    pub(crate) inner_mode: Vec<f64>,
    /// p, by outer level.
    pub(crate) outer_lean: Vec<f64>,
    /// p, by inner level.
    pub(crate) inner_lean: Vec<f64>,
    /// The diagonal of M⁻¹, by outer level.
    pub(crate) outer_variance: Vec<f64>,
    /// The diagonal of M⁻¹, by inner level.
    pub(crate) inner_variance: Vec<f64>,
    /// L.
    pub(crate) factor: Factor,
    /// W = S⁻¹.
    pub(crate) inverse: Panels,
}

impl State {
    /// Solves the equations; `None` when they cannot be solved in floating point.
    pub(crate) fn at(crossed: &Crossed, theta: [f64; 2]) -> Option<Self> {
        let [outer, inner] = theta;
        let diagonal: Vec<f64> = (crossed.outer_count.iter())
            .map(|count| outer * outer * count + 1.0)
            .collect();
        let share: Vec<f64> = diagonal.iter().map(|d| outer * outer / d).collect();
        let factor = schur(crossed, &share, inner).factor()?;

        let eliminate = |of_outer: &[f64], of_inner: &[f64]| {
            let taken: Vec<f64> = share.iter().zip(of_outer).map(|(f, c)| f * c).collect();
            let mut right: Vec<f64> = (of_inner.iter().zip(crossed.gather(&taken)))
                .map(|(c, taken)| inner * (c - taken))
                .collect();
            factor.solve_lower(&mut right);
            right
        };
        let of_one = eliminate(&crossed.outer_count, &crossed.inner_count);
        let of_values = eliminate(&crossed.outer_sum, &crossed.inner_sum);
        let bilinear = |left: &[f64], right: &[f64]| -> f64 {
            (share.iter().zip(left).zip(right))
                .map(|((f, left), right)| f * left * right)
                .sum()
        };
        let information = crossed.outer_count.iter().sum::<f64>()
            - bilinear(&crossed.outer_count, &crossed.outer_count)
            - dot(&of_one, &of_one);
        let total: f64 = crossed.outer_sum.iter().sum();
        let mean =
            (total - bilinear(&crossed.outer_count, &crossed.outer_sum) - dot(&of_one, &of_values))
                / information;

        let mut inner_mode: Vec<f64> = (of_values.iter().zip(&of_one))
            .map(|(value, one)| value - mean * one)
            .collect();
        factor.solve_upper(&mut inner_mode);
        let mut inner_lean = of_one;
        factor.solve_upper(&mut inner_lean);
        let inner_effect: Vec<f64> = inner_mode.iter().map(|mode| inner * mode).collect();
        let outer_mode: Vec<f64> = (0..crossed.outer())
            .map(|level| {
                outer / diagonal[level]
                    * (crossed.outer_sum[level]
                        - mean * crossed.outer_count[level]
                        - crossed.sum_over(level, &inner_effect))
            })
            .collect();
        let outer_lean: Vec<f64> = (0..crossed.outer())
            .map(|level| {
                outer / diagonal[level]
                    * (crossed.outer_count[level] - inner * crossed.sum_over(level, &inner_lean))
            })
            .collect();

        // r² as what is left, not as a difference of large sums: the same number, with all its digits.
        let mut squares = dot(&outer_mode, &outer_mode) + dot(&inner_mode, &inner_mode);
        for (level, mode) in outer_mode.iter().enumerate() {
            let fixed = mean + outer * mode;
            let row = crossed.row(level).iter().zip(crossed.values(level));
            for ((&other, value), weight) in row.zip(crossed.weights(level)) {
                let residual = value - fixed - inner_effect[other];
                squares += residual * residual * weight;
            }
        }
        let freedom = real(crossed.len()) - 1.0;
        let residual_variance = squares / freedom;
        let log_determinant =
            diagonal.iter().map(|&d| libm::log(d)).sum::<f64>() + factor.log_determinant();
        let criterion = log_determinant
            + libm::log(information)
            + freedom * (1.0 + libm::log(2.0 * std::f64::consts::PI * squares / freedom))
            - crossed.log_weights();

        let inverse = factor.inverse();
        let inner_variance: Vec<f64> = (0..crossed.inner())
            .map(|level| inverse.at(level, level))
            .collect();
        let mut outer_known = 0.0;
        let mut outer_variance = Vec::with_capacity(crossed.outer());
        for (level, &d) in diagonal.iter().enumerate() {
            let link = outer * inner / d;
            let spread =
                link * link * quadratic(&inverse, crossed.row(level), crossed.weights(level));
            outer_known += outer * outer * crossed.outer_count[level] / d - spread;
            outer_variance.push(1.0 / d + spread);
        }
        let inner_known: f64 = inner_variance.iter().map(|variance| 1.0 - variance).sum();
        let slope = |known: f64, lean: &[f64], mode: &[f64]| {
            2.0 * (known - dot(lean, lean) / information - dot(mode, mode) / residual_variance)
        };
        let gradient = [
            slope(outer_known, &outer_lean, &outer_mode),
            slope(inner_known, &inner_lean, &inner_mode),
        ];
        let sound = [criterion, mean, gradient[0], gradient[1]];
        (sound.iter().all(|number| number.is_finite())).then_some(Self {
            theta,
            criterion,
            gradient,
            mean,
            residual_variance,
            information,
            diagonal,
            outer_mode,
            inner_mode,
            outer_lean,
            inner_lean,
            outer_variance,
            inner_variance,
            factor,
            inverse,
        })
    }

    /// The rows of M⁻¹ between one outer level and the inner levels it meets: `−(θ_outer θ_inner / D) · n'W`.
    pub(crate) fn link(&self, crossed: &Crossed, outer: usize, inner: usize) -> f64 {
        let sum: f64 = (crossed.row(outer).iter().zip(crossed.weights(outer)))
            .map(|(&other, weight)| self.inverse.symmetric(other, inner) * weight)
            .sum();
        -(self.theta[0] * self.theta[1] / self.diagonal[outer]) * sum
    }
}

/// S = I + `θ²(diag(n_inner)` − Nᵀ diag(f) N), on and below the diagonal.
fn schur(crossed: &Crossed, share: &[f64], inner: f64) -> Panels {
    let mut schur = Panels::identity(crossed.inner());
    let square = inner * inner;
    for (level, count) in crossed.inner_count.iter().enumerate() {
        *schur.at_mut(level, level) += square * count;
    }
    for (outer, share) in share.iter().enumerate() {
        let (row, weights) = (crossed.row(outer), crossed.weights(outer));
        let amount = square * share;
        for (place, (&left, weight)) in row.iter().zip(weights).enumerate() {
            let amount = amount * weight;
            *schur.at_mut(left, left) -= amount * weight;
            for (&right, weight) in row[..place].iter().zip(weights) {
                // A judge who reviewed the entry twice meets himself, from both sides.
                let times = if left == right { 2.0 } else { 1.0 };
                *schur.at_mut(left.max(right), left.min(right)) -= times * amount * weight;
            }
        }
    }
    schur
}

/// `n'Wn` for the levels in a row with these ω.
fn quadratic(inverse: &Panels, row: &[usize], weights: &[f64]) -> f64 {
    let mut sum = 0.0;
    for (place, (&left, weight)) in row.iter().zip(weights).enumerate() {
        let beside: f64 = (row[..place].iter().zip(weights))
            .map(|(&right, weight)| inverse.symmetric(left, right) * weight)
            .sum();
        sum += weight * (inverse.at(left, left) * weight + 2.0 * beside);
    }
    sum
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter()
        .zip(right)
        .map(|(left, right)| left * right)
        .sum()
}
