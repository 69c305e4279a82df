//! How sure the ranking is: draws from the joint posterior, and what they say of the top and of every rank.
//!
//! judging-science.md, 2c. With z independent normals, `v = L⁻ᵀz_b`, `u = z_a/√D − (θₐθ_b/D)∘(N v) − pₐ z_μ/√X2` and
//! `a* = â + σ̂θₐu`: entries that share judges move together, as they must. θ̂ and σ̂ are taken as known. Draw d takes
//! its normals from places `d·(J + I + 1)…` of the stream, judges first, then entries, then the mean, so any number of
//! threads gives the same counts.

use crate::calibrated::Fit;
use crate::random::{Seed, Stream};
use crate::table::real;
use std::num::NonZeroUsize;
use std::thread;

/// How many draws are solved together.
const WIDE: usize = 8;

/// The most ranks that are kept at a time; beyond it the draws are made again for the next entries.
const MOST_KEPT: usize = 120_000_000;

/// What the name of the stream is, in `SHA-256(purpose ‖ seed)`.
const PURPOSE: &str = "plaudit-results-v1";

/// What the draws say of one entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chance {
    /// In how many draws the entry is among the top k.
    pub in_top: u32,
    /// Of how many draws.
    pub draws: u32,
    /// The mean rank over the draws.
    pub expected_rank: f64,
    /// The least rank that is not exceeded in at least 5 % of the draws.
    pub rank_low: u32,
    /// The least rank that is not exceeded in at least 95 % of the draws.
    pub rank_high: u32,
}

impl Chance {
    /// P(truly in the top k), with a standard error of at most `½/√draws`.
    pub fn probability(&self) -> f64 {
        f64::from(self.in_top) / f64::from(self.draws.max(1))
    }
}

/// Ranks the candidates (entries of the table) in every draw; one answer for each candidate.
pub(crate) fn chances(
    fit: &Fit,
    candidates: &[usize],
    top: usize,
    draws: u32,
    seed: &Seed,
    threads: NonZeroUsize,
) -> Vec<Chance> {
    let job = Job {
        fit,
        candidates,
        draws: usize::try_from(draws).unwrap_or(0),
        stream: seed.stream(PURPOSE),
        threads: threads.get(),
    };
    if u16::try_from(candidates.len()).is_ok() {
        job.run::<u16>(top)
    } else {
        job.run::<u32>(top)
    }
}

struct Job<'a> {
    fit: &'a Fit,
    candidates: &'a [usize],
    draws: usize,
    stream: Stream,
    threads: usize,
}

impl Job<'_> {
    fn run<Rank>(&self, top: usize) -> Vec<Chance>
    where
        Rank: Copy + Default + Send + Sync + TryFrom<u32> + Into<u32>,
    {
        let many = (MOST_KEPT / self.draws.max(1)).clamp(1, self.candidates.len().max(1));
        let mut chances = Vec::with_capacity(self.candidates.len());
        for first in (0..self.candidates.len()).step_by(many) {
            let last = (first + many).min(self.candidates.len());
            let width = last - first;
            let mut ranks = vec![Rank::default(); width * self.draws];
            let share = self.draws.div_ceil(self.threads).next_multiple_of(WIDE);
            thread::scope(|scope| {
                for (part, ranks) in ranks.chunks_mut(share * width).enumerate() {
                    scope.spawn(move || self.draw(part * share, first..last, ranks));
                }
            });
            let mut slice = vec![None; width];
            let share = width.div_ceil(self.threads);
            let ranks = &ranks;
            thread::scope(|scope| {
                for (part, slice) in slice.chunks_mut(share).enumerate() {
                    scope.spawn(move || self.count(ranks, width, part * share, top, slice));
                }
            });
            chances.extend(slice.into_iter().flatten());
        }
        chances
    }

    /// Fills `ranks` (draw by draw) from draw `from` on, for the candidates in `wanted`; the best has rank 0.
    fn draw<Rank: Copy + TryFrom<u32>>(
        &self,
        from: usize,
        wanted: std::ops::Range<usize>,
        ranks: &mut [Rank],
    ) {
        let mut values = vec![[0.0; WIDE]; self.fit.entry.len()];
        let mut order: Vec<(u64, u32)> = Vec::with_capacity(self.candidates.len());
        let width = wanted.len();
        let mut posterior = Posterior::new(self.fit, &self.stream);
        for (batch, ranks) in ranks.chunks_mut(width * WIDE).enumerate() {
            let lanes = ranks.len() / width;
            posterior.fill(from + batch * WIDE, lanes, &mut values);
            for (lane, ranks) in ranks.chunks_mut(width).enumerate() {
                order.clear();
                order.extend(
                    (self.candidates.iter().zip(0..))
                        .map(|(&entry, place)| (descending(values[entry][lane]), place)),
                );
                order.sort_unstable();
                for (&(_, place), rank) in order.iter().zip(0u32..) {
                    let place = usize::try_from(place).unwrap_or(usize::MAX);
                    if wanted.contains(&place)
                        && let Ok(rank) = Rank::try_from(rank)
                    {
                        ranks[place - wanted.start] = rank;
                    }
                }
            }
        }
    }

    /// Sums up the columns of `ranks` from `first` on, a few at a time for the sake of the cache.
    fn count<Rank: Copy + Into<u32>>(
        &self,
        ranks: &[Rank],
        width: usize,
        first: usize,
        top: usize,
        out: &mut [Option<Chance>],
    ) {
        const COLUMNS: usize = 32;
        let mut counts = vec![0u32; self.candidates.len()];
        let mut columns = vec![0u32; COLUMNS * self.draws];
        for (block, out) in out.chunks_mut(COLUMNS).enumerate() {
            let start = first + block * COLUMNS;
            for (draw, row) in ranks.chunks(width).enumerate() {
                for (column, &rank) in row[start..start + out.len()].iter().enumerate() {
                    columns[column * self.draws + draw] = rank.into();
                }
            }
            for (column, chance) in out.iter_mut().enumerate() {
                let column = &columns[column * self.draws..(column + 1) * self.draws];
                counts.fill(0);
                let mut sum: u64 = 0;
                for &rank in column {
                    counts[usize::try_from(rank).unwrap_or(0)] += 1;
                    sum += u64::from(rank);
                }
                *chance = Some(chance_of(&counts, sum, top, self.draws));
            }
        }
    }
}

/// What the numbers of draws at each rank say, with `sum` the sum of all ranks, counted from nought.
fn chance_of(counts: &[u32], sum: u64, top: usize, draws: usize) -> Chance {
    let quantile = |twentieths: usize| {
        let mut seen = 0;
        let place = counts.iter().position(|&count| {
            seen += usize::try_from(count).unwrap_or(0);
            seen * 20 >= draws * twentieths
        });
        u32::try_from(place.unwrap_or(0) + 1).unwrap_or(u32::MAX)
    };
    let in_top = counts.iter().take(top).sum();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a sum of ranks is far below 2⁵³"
    )]
    let expected_rank = sum as f64 / real(draws) + 1.0;
    Chance {
        in_top,
        draws: u32::try_from(draws).unwrap_or(u32::MAX),
        expected_rank,
        rank_low: quantile(1),
        rank_high: quantile(19),
    }
}

/// Bits that are the smaller the greater the value.
fn descending(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 0 {
        !bits & !(1 << 63)
    } else {
        bits
    }
}

/// The posterior of the entries' effects.
struct Posterior<'a> {
    fit: &'a Fit,
    stream: &'a Stream,
    inner: Vec<[f64; WIDE]>,
    normals: Vec<f64>,
}

impl<'a> Posterior<'a> {
    fn new(fit: &'a Fit, stream: &'a Stream) -> Self {
        Self {
            fit,
            stream,
            inner: vec![[0.0; WIDE]; fit.crossed.inner()],
            normals: Vec::new(),
        }
    }

    /// The effects of all entries in `lanes` draws from `first` on.
    fn fill(&mut self, first: usize, lanes: usize, values: &mut [[f64; WIDE]]) {
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
        let scale = state.residual_variance.sqrt() * fit.theta_entry;
        let [outer_theta, inner_theta] = state.theta;
        for (entry, row) in values.iter_mut().enumerate() {
            let lean = if crossed.turned {
                *row = self.inner[entry];
                state.inner_lean[entry]
            } else {
                let mut sums = [0.0; WIDE];
                for &judge in crossed.row(entry) {
                    for (sum, value) in sums.iter_mut().zip(&self.inner[judge]) {
                        *sum += value;
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
            for (value, mean) in row.iter_mut().zip(&means) {
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
        let links: f64 = (fit.crossed.row(right).iter())
            .map(|&judge| state.link(&fit.crossed, left, judge))
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
