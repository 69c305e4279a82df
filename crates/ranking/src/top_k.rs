//! How sure the ranking is: draws from the joint posterior, and what they say of the top and of every rank.
//!
//! judging-science.md, 2c. With z independent normals, `v = L⁻ᵀz_b`, `u = z_a/√D − (θₐθ_b/D)∘(N v) − pₐ z_μ/√X2` and
//! `a* = â + σ̂θₐu`: entries that share judges move together, as they must. θ̂ and σ̂ are taken as known, unless [`grid`] spreads draws over them. Draw d takes
//! its normals from places `d·(J + I + 1)…` of the stream, judges first, then entries, then the mean, so any number of
//! threads gives the same counts.

mod grid;
mod order;
mod posterior;
mod tally;

use crate::calibrated::Fit;
use crate::random::{Seed, Stream};
use order::Order;
pub(crate) use posterior::probability_above;
use posterior::{Noise, Posterior, WIDE};
use std::num::NonZeroUsize;
use std::ops::Range;
use std::thread;
use tally::Tally;

/// How many draws each thread ranks before all of them are counted: a multiple of [`WIDE`], and fewer where they are long.
const TOGETHER: usize = 256;
const MOST_TOGETHER: usize = 8_000_000;

/// The most ranks that are kept at a time; beyond it the draws are made again for the next entries.
const MOST_KEPT: usize = 60_000_000;

/// How many entries are counted together, so that the columns of a few rows stay in the nearest cache.
const COLUMNS: usize = 32;

/// What the names of the streams are, in `SHA-256(purpose ‖ seed)`: of the effects, and of σ² where it is drawn too.
const PURPOSE: &str = "plaudit-results-v1";
const VARIANCE: &str = "plaudit-variance-v1";

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

/// Entries of the table that are ranked among each other, and how many of them are selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) entries: Vec<usize>,
    pub(crate) top: usize,
}

/// How draws are made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Draws<'a> {
    pub(crate) many: u32,
    pub(crate) seed: &'a Seed,
    pub(crate) threads: NonZeroUsize,
    /// Whether variances are drawn too, as far as they can be.
    pub(crate) is_integrated: bool,
}

/// Ranks each field in every draw; one answer for each of its entries, field after field.
pub(crate) fn chances(fit: &Fit, fields: &[Field], how: &Draws<'_>) -> Vec<Chance> {
    let draws = usize::try_from(how.many).unwrap_or(0);
    let plan = how.is_integrated.then(|| grid::plan(fit, draws)).flatten();
    let largest = fields.iter().map(|field| field.entries.len()).max();
    let job = Job {
        fit,
        fields,
        candidates: fields.iter().map(|field| field.entries.len()).sum(),
        draws,
        plan,
        stream: how.seed.stream(PURPOSE),
        variance: how.seed.stream(VARIANCE),
        threads: how.threads.get(),
    };
    if u16::try_from(largest.unwrap_or(0)).is_ok() {
        job.run::<u16>()
    } else {
        job.run::<u32>()
    }
}

/// A rank, counted from nought, in as few bytes as will do.
trait Rank: Copy + Default + Ord + Send + Sync + TryFrom<usize> + TryFrom<u32> + Into<u32> {}

impl Rank for u16 {}
impl Rank for u32 {}

struct Job<'a> {
    fit: &'a Fit,
    fields: &'a [Field],
    candidates: usize,
    draws: usize,
    /// Which draws are made at which θ, where it is not θ̂ for all.
    plan: Option<Vec<(Range<usize>, [f64; 2])>>,
    stream: Stream,
    variance: Stream,
    threads: usize,
}

/// What draws are made from.
#[derive(Clone, Copy)]
struct Source<'a> {
    fit: &'a Fit,
    noise: Option<&'a Noise>,
}

impl Job<'_> {
    fn run<R: Rank>(&self) -> Vec<Chance> {
        if self.draws == 0 || self.candidates == 0 {
            return Vec::new();
        }
        let many = (MOST_KEPT / Tally::<R>::ranks_kept(self.draws)).max(COLUMNS);
        let mut chances = Vec::with_capacity(self.candidates);
        for first in (0..self.candidates).step_by(many) {
            let last = (first + many).min(self.candidates);
            chances.extend(self.pass::<R>(first..last));
        }
        chances
    }

    /// All draws, of which the entries in `wanted`, counted over all fields, are kept.
    fn pass<R: Rank>(&self, wanted: Range<usize>) -> Vec<Chance> {
        let width = wanted.len();
        let mut tallies: Vec<Tally<R>> = (self.fields.iter())
            .flat_map(|field| {
                let tally = Tally::new(self.draws, field.top, field.entries.len());
                std::iter::repeat_n(tally, field.entries.len())
            })
            .skip(wanted.start)
            .take(width)
            .collect();
        let Some(plan) = &self.plan else {
            let source = Source {
                fit: self.fit,
                noise: None,
            };
            self.draws_from(source, 0..self.draws, &wanted, &mut tallies);
            return told(tallies, self.draws);
        };
        for (draws, theta) in plan {
            let Some(fit) = Fit::at(self.fit.crossed.clone(), *theta) else {
                continue;
            };
            let noise = grid::noise(&fit, &self.variance, draws.clone());
            let source = Source {
                fit: &fit,
                noise: Some(&noise),
            };
            self.draws_from(source, draws.clone(), &wanted, &mut tallies);
        }
        told(tallies, self.draws)
    }

    /// Makes some of the draws, and counts them.
    fn draws_from<R: Rank>(
        &self,
        source: Source<'_>,
        draws: Range<usize>,
        wanted: &Range<usize>,
        tallies: &mut [Tally<R>],
    ) {
        let width = wanted.len();
        let together = (MOST_TOGETHER / width / WIDE).clamp(1, TOGETHER / WIDE) * WIDE;
        let round = together * self.threads;
        let mut ranks = vec![R::default(); width * round.min(draws.len())];
        let share = width.div_ceil(self.threads).next_multiple_of(COLUMNS);
        for from in draws.clone().step_by(round) {
            let rows = round.min(draws.end - from);
            let ranks = &mut ranks[..rows * width];
            thread::scope(|scope| {
                for (part, ranks) in ranks.chunks_mut(together * width).enumerate() {
                    let first = from + part * together;
                    scope.spawn(move || self.draw(source, first, wanted, ranks));
                }
            });
            let ranks = &*ranks;
            thread::scope(|scope| {
                for (part, tallies) in tallies.chunks_mut(share).enumerate() {
                    scope.spawn(move || count(ranks, width, part * share, tallies));
                }
            });
        }
    }

    /// Fills `ranks` (draw by draw) from draw `from` on, for the entries in `wanted`, counted over all fields; the best has rank 0.
    fn draw<R: Rank>(&self, of: Source<'_>, from: usize, wanted: &Range<usize>, ranks: &mut [R]) {
        let mut values = vec![[0.0; WIDE]; self.fit.entry.len()];
        let mut order = Order::default();
        let width = wanted.len();
        let mut posterior = Posterior::new(of.fit, of.noise, &self.stream);
        for (batch, ranks) in ranks.chunks_mut(width * WIDE).enumerate() {
            let lanes = ranks.len() / width;
            posterior.fill(from + batch * WIDE, lanes, &mut values);
            for (lane, ranks) in ranks.chunks_mut(width).enumerate() {
                let mut before = 0;
                for field in self.fields {
                    let drawn = field.entries.iter().map(|&entry| values[entry][lane]);
                    for (rank, place) in order.descending(drawn).enumerate() {
                        if let Some(place) = (before + place).checked_sub(wanted.start)
                            && let (Some(to), Ok(rank)) = (ranks.get_mut(place), R::try_from(rank))
                        {
                            *to = rank;
                        }
                    }
                    before += field.entries.len();
                }
            }
        }
    }
}

fn told<R: Rank>(tallies: Vec<Tally<R>>, draws: usize) -> Vec<Chance> {
    (tallies.into_iter())
        .map(|tally| tally.chance(draws))
        .collect()
}

/// Counts the columns of `ranks` from `first` on.
fn count<R: Rank>(ranks: &[R], width: usize, first: usize, tallies: &mut [Tally<R>]) {
    for (block, tallies) in tallies.chunks_mut(COLUMNS).enumerate() {
        let start = first + block * COLUMNS;
        for row in ranks.chunks(width) {
            for (tally, rank) in tallies.iter_mut().zip(&row[start..]) {
                tally.add(*rank);
            }
        }
    }
}
