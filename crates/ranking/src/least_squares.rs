//! Least squares: every entry and every judge has an effect of its own, and none is shrunk.
//!
//! Minimises `Σ (y − aᵢ − bⱼ)²` with `Σ bⱼ = 0` within every connected part (judging-science.md, 2b.5; Searle, *Linear
//! Models*, ch. 7). The larger factor is eliminated, which leaves the Schur complement
//! `S = diag(n_inner) − Nᵀ diag(1/n_outer) N`, singular once per part: one inner level of each part is grounded, and
//! the effects are centred afterwards.

use crate::cholesky::Panels;
use crate::components::Components;
use crate::crossed::Crossed;
use crate::table::{Table, real};

/// The fitted effects, on the scale of the reviews' totals.
#[derive(Debug, Clone)]
pub(crate) struct LeastSquares {
    /// For each entry of the table: what it would have on average from a panel of its part's judges.
    pub(crate) entry: Vec<f64>,
    /// For each entry the variance of its effect, in units of the residual variance.
    pub(crate) entry_variance: Vec<f64>,
    /// `Σ (y − aᵢ − bⱼ)²`.
    pub(crate) residual_squares: f64,
    /// ν = n − I − J + C.
    pub(crate) freedom: usize,
}

impl LeastSquares {
    /// The fit. `None` when rounding has made the equations singular, which connected parts rule out in exact
    /// arithmetic. Time in O(Σ nᵢ² + m³), with m the smaller of the numbers of entries and judges.
    pub(crate) fn fit(table: &Table, crossed: &Crossed, components: &Components) -> Option<Self> {
        let (outer_part, inner_part) =
            crossed.outer_and_inner(&components.of_entry, &components.of_judge);
        let mut grounded = vec![false; crossed.inner()];
        let mut seen = vec![false; components.count];
        for (level, &part) in inner_part.iter().enumerate() {
            grounded[level] = !seen[part];
            seen[part] = true;
        }
        let factor = matrix(crossed, &grounded).factor()?;
        let mut inner = crossed.inner_sum.clone();
        for level in 0..crossed.outer() {
            let mean = crossed.outer_sum[level] / crossed.outer_count[level];
            for &other in crossed.row(level) {
                inner[other] -= mean;
            }
        }
        ground(&mut inner, &grounded);
        factor.solve_lower(&mut inner);
        factor.solve_upper(&mut inner);
        let mut outer: Vec<f64> = (0..crossed.outer())
            .map(|level| {
                (crossed.outer_sum[level] - crossed.sum_over(level, &inner))
                    / crossed.outer_count[level]
            })
            .collect();

        let sizes = sizes(&components.of_judge, components.count);
        let inverse = factor.inverse();
        let cell = |left: usize, right: usize| {
            if grounded[left] || grounded[right] {
                0.0
            } else {
                inverse.symmetric(left, right)
            }
        };
        let weight = centring(crossed, &components.of_judge, &sizes);
        let weighted: Vec<f64> = (0..crossed.inner())
            .map(|left| {
                (0..crossed.inner())
                    .filter(|&right| inner_part[left] == inner_part[right])
                    .map(|right| cell(left, right) * weight[right])
                    .sum()
            })
            .collect();
        let mut whole = vec![0.0; components.count];
        for (level, &part) in inner_part.iter().enumerate() {
            whole[part] += weight[level] * weighted[level];
        }
        let entry_variance = if crossed.turned {
            // aᵢ − hᵀa + the mean of the judges' means, the last of which is independent of the first two.
            let mut beside = vec![0.0; components.count];
            for (level, &part) in outer_part.iter().enumerate() {
                beside[part] += 1.0 / crossed.outer_count[level] / (sizes[part] * sizes[part]);
            }
            (inner_part.iter().enumerate())
                .map(|(level, &part)| {
                    cell(level, level) - 2.0 * weighted[level] + whole[part] + beside[part]
                })
                .collect()
        } else {
            (outer_part.iter().enumerate())
                .map(|(level, &part)| {
                    let (row, count) = (crossed.row(level), crossed.outer_count[level]);
                    let pairs: f64 = (row.iter())
                        .map(|&left| row.iter().map(|&right| cell(left, right)).sum::<f64>())
                        .sum();
                    1.0 / count + pairs / (count * count)
                        - 2.0 * crossed.sum_over(level, &weighted) / count
                        + whole[part]
                })
                .collect()
        };

        let (entry, judge) = if crossed.turned {
            (&mut inner, &mut outer)
        } else {
            (&mut outer, &mut inner)
        };
        let mut middle = vec![0.0; components.count];
        for (level, &part) in components.of_judge.iter().enumerate() {
            middle[part] += judge[level] / sizes[part];
        }
        for (effect, &part) in judge.iter_mut().zip(&components.of_judge) {
            *effect -= middle[part];
        }
        for (effect, &part) in entry.iter_mut().zip(&components.of_entry) {
            *effect += middle[part] + crossed.centre;
        }
        let residual_squares = (0..table.entries())
            .flat_map(|level| {
                table
                    .of(level)
                    .map(move |(other, value)| (level, other, value))
            })
            .map(|(level, other, value)| {
                let residual = value - entry[level] - judge[other];
                residual * residual
            })
            .sum();
        Some(Self {
            entry: entry.clone(),
            entry_variance,
            residual_squares,
            freedom: table.len() + components.count - table.entries() - table.judges,
        })
    }
}

/// S with the rows and columns of grounded levels replaced by those of the identity.
fn matrix(crossed: &Crossed, grounded: &[bool]) -> Panels {
    let mut matrix = Panels::identity(crossed.inner());
    for (level, &count) in crossed.inner_count.iter().enumerate() {
        if !grounded[level] {
            *matrix.at_mut(level, level) = count;
        }
    }
    for outer in 0..crossed.outer() {
        let (row, share) = (crossed.row(outer), 1.0 / crossed.outer_count[outer]);
        for &left in row {
            for &right in row {
                if right <= left && !grounded[left] && !grounded[right] {
                    *matrix.at_mut(left, right) -= share;
                }
            }
        }
    }
    matrix
}

fn ground(right: &mut [f64], grounded: &[bool]) {
    for (value, &grounded) in right.iter_mut().zip(grounded) {
        if grounded {
            *value = 0.0;
        }
    }
}

/// How many judges each part has.
fn sizes(of_judge: &[usize], count: usize) -> Vec<f64> {
    let mut sizes = vec![0.0; count];
    for &part in of_judge {
        sizes[part] += 1.0;
    }
    sizes
}

/// By how much each inner level moves the mean of its part's judges.
fn centring(crossed: &Crossed, of_judge: &[usize], sizes: &[f64]) -> Vec<f64> {
    if crossed.turned {
        let shares: Vec<f64> = (of_judge.iter().zip(&crossed.outer_count))
            .map(|(&part, count)| 1.0 / (count * sizes[part]))
            .collect();
        crossed.gather(&shares)
    } else {
        of_judge.iter().map(|&part| 1.0 / sizes[part]).collect()
    }
}

/// Where the calibrated model's search may begin: the square roots of the ratios of the entries' and the judges'
/// variance to the residual one, by the method of fitting constants (Henderson's method 3).
///
/// `R(a | b) = SS(b) − SS(a, b)` has the expectation `σ²(I − C) + σₐ²(n − Σⱼ Σᵢ nᵢⱼ² / nⱼ)`, and likewise for judges.
pub(crate) fn first_guess(table: &Table, fit: &LeastSquares, components: &Components) -> [f64; 2] {
    let residual = fit.residual_squares / real(fit.freedom.max(1));
    let entry = table.entry_of_reviews();
    let by_entry = within(table, &entry, table.entries(), &table.judge);
    let by_judge = within(table, &table.judge, table.judges, &entry);
    let guess = |(squares, spare): (f64, f64), levels: usize| {
        let among = real(levels.saturating_sub(components.count));
        let variance = (squares - fit.residual_squares - residual * among) / spare;
        let ratio = (variance / residual).sqrt();
        if ratio.is_finite() {
            ratio.clamp(0.2, 100.0)
        } else {
            0.2
        }
    };
    [
        guess(by_judge, table.entries()),
        guess(by_entry, table.judges),
    ]
}

/// The squares within the levels of one factor, and `n − Σ n_ij² / n` for the other. For each level of a table's own
/// order the reviews of one other level are neighbours, so that repeated pairs are counted without a matrix.
fn within(table: &Table, level: &[usize], levels: usize, other: &[usize]) -> (f64, f64) {
    let mut count = vec![0.0; levels];
    let mut sum = vec![0.0; levels];
    let centre = table.grand_mean();
    for (&level, value) in level.iter().zip(&table.value) {
        count[level] += 1.0;
        sum[level] += value - centre;
    }
    let squares = (level.iter().zip(&table.value))
        .map(|(&level, value)| {
            let residual = value - centre - sum[level] / count[level];
            residual * residual
        })
        .sum();
    let mut spare = real(table.len());
    let mut review = 0;
    while review < level.len() {
        let same = (level[review..].iter().zip(&other[review..]))
            .take_while(|&(&left, &right)| (left, right) == (level[review], other[review]))
            .count();
        spare -= real(same * same) / count[level[review]];
        review += same;
    }
    (squares, spare)
}
