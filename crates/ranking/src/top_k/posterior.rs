//! Draws of all entries' effects at once, from their joint distribution given the data.

use crate::calibrated::Fit;
use crate::random::Stream;

/// How many draws are solved together.
pub(super) const WIDE: usize = 8;

/// σ of each draw, where it is not taken as known.
#[derive(Debug)]
pub(super) struct Noise {
    /// The draw of the first of them.
    pub(super) first: usize,
    pub(super) deviations: Vec<f64>,
}

/// The posterior of the entries' effects.
pub(super) struct Posterior<'a> {
    fit: &'a Fit,
    noise: Option<&'a Noise>,
    stream: &'a Stream,
    inner: Vec<[f64; WIDE]>,
    normals: Vec<f64>,
}

impl<'a> Posterior<'a> {
    pub(super) fn new(fit: &'a Fit, noise: Option<&'a Noise>, stream: &'a Stream) -> Self {
        Self {
            fit,
            noise,
            stream,
            inner: vec![[0.0; WIDE]; fit.crossed.inner()],
            normals: Vec::new(),
        }
    }

    /// The effects of all entries in `lanes` draws from `first` on.
    pub(super) fn fill(&mut self, first: usize, lanes: usize, values: &mut [[f64; WIDE]]) {
        let fit = self.fit;
        let (state, crossed) = (&fit.state, &fit.crossed);
        let (entries, judges) = (fit.entry.len(), fit.judge.len());
        let root = state.information.sqrt();
        let mut means = [0.0; WIDE];
        self.normals.resize(judges + entries + 1, 0.0);
        for lane in 0..lanes {
            let from = (first + lane) as u64 * (judges + entries + 1) as u64;
            self.stream.normals(from, &mut self.normals);
            let (of_judges, of_entries) = self.normals.split_at(judges);
            means[lane] = of_entries[entries] / root;
            let inner = if crossed.turned {
                of_entries
            } else {
                of_judges
            };
            for (row, &normal) in self.inner.iter_mut().zip(inner) {
                row[lane] = normal;
            }
            for (row, &normal) in values.iter_mut().zip(&of_entries[..entries]) {
                row[lane] = normal;
            }
        }
        state.factor.solve_upper_many(&mut self.inner);
        let known = state.residual_variance.sqrt();
        let scales: [f64; WIDE] = std::array::from_fn(|lane| {
            let drawn = (self.noise)
                .and_then(|noise| noise.deviations.get(first + lane - noise.first).copied());
            drawn.unwrap_or(known) * fit.theta_entry
        });
        let [outer_theta, inner_theta] = state.theta;
        for (entry, row) in values.iter_mut().enumerate() {
            let lean = if crossed.turned {
                *row = self.inner[entry];
                state.inner_lean[entry]
            } else {
                let mut sums = [0.0; WIDE];
                let judges = crossed.row(entry).iter().zip(crossed.weights(entry));
                for (&judge, weight) in judges {
                    for (sum, value) in sums.iter_mut().zip(&self.inner[judge]) {
                        *sum += value * weight;
                    }
                }
                let diagonal = state.diagonal[entry];
                let (root, link) = (diagonal.sqrt(), outer_theta * inner_theta / diagonal);
                for (value, sum) in row.iter_mut().zip(&sums) {
                    *value = *value / root - link * sum;
                }
                state.outer_lean[entry]
            };
            let effect = fit.entry[entry].value;
            for ((value, mean), scale) in row.iter_mut().zip(&means).zip(&scales) {
                *value = effect + scale * (*value - lean * mean);
            }
        }
    }
}

/// P(aᵢ > aₗ) under the posterior, for two entries of the table.
pub(crate) fn probability_above(fit: &Fit, left: usize, right: usize) -> f64 {
    let state = &fit.state;
    let (variance, between, lean) = if fit.crossed.turned {
        (
            [state.inner_variance[left], state.inner_variance[right]],
            state.inverse.symmetric(left, right),
            state.inner_lean[left] - state.inner_lean[right],
        )
    } else {
        let links: f64 = (fit
            .crossed
            .row(right)
            .iter()
            .zip(fit.crossed.weights(right)))
        .map(|(&judge, weight)| state.link(&fit.crossed, left, judge) * weight)
        .sum();
        (
            [state.outer_variance[left], state.outer_variance[right]],
            -(state.theta[0] * state.theta[1] / state.diagonal[right]) * links,
            state.outer_lean[left] - state.outer_lean[right],
        )
    };
    let spherical = variance[0] + variance[1] - 2.0 * between + lean * lean / state.information;
    let deviation = (state.residual_variance * spherical).sqrt() * fit.theta_entry;
    let gap = fit.entry[left].value - fit.entry[right].value;
    if deviation > 0.0 {
        crate::special::normal_below(gap / deviation)
    } else {
        0.5
    }
}
