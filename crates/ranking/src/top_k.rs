//! How sure the ranking is: draws from the joint posterior, and what they say of the top and of every rank.
//!
//! judging-science.md, 2c. With z independent normals, `v = L⁻ᵀz_b`, `u = z_a/√D − (θₐθ_b/D)∘(N v) − pₐ z_μ/√X2` and
//! `a* = â + σ̂θₐu`: entries that share judges move together, as they must. θ̂ and σ̂ are taken as known. Draw d takes
//! its normals from places `d·(J + I + 1)…` of the stream, judges first, then entries, then the mean, so any number of
//! threads gives the same counts.

mod order;
mod posterior;
mod tally;

use crate::calibrated::Fit;
use crate::random::{Seed, Stream};
use order::Order;
pub(crate) use posterior::probability_above;
use posterior::{Posterior, WIDE};
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

/// Entries of the table that are ranked among each other, and how many of them are selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) entries: Vec<usize>,
    pub(crate) top: usize,
}

/// Ranks each field in every draw; one answer for each of its entries, field after field.
pub(crate) fn chances(
    fit: &Fit,
    fields: &[Field],
    draws: u32,
    seed: &Seed,
    threads: NonZeroUsize,
) -> Vec<Chance> {
    let largest = fields.iter().map(|field| field.entries.len()).max();
    let job = Job {
        fit,
        fields,
        candidates: fields.iter().map(|field| field.entries.len()).sum(),
        draws: usize::try_from(draws).unwrap_or(0),
        stream: seed.stream(PURPOSE),
        threads: threads.get(),
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
    stream: Stream,
    threads: usize,
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
        let together = (MOST_TOGETHER / width / WIDE).clamp(1, TOGETHER / WIDE) * WIDE;
        let round = together * self.threads;
        let mut ranks = vec![R::default(); width * round.min(self.draws)];
        let share = width.div_ceil(self.threads).next_multiple_of(COLUMNS);
        for from in (0..self.draws).step_by(round) {
            let rows = round.min(self.draws - from);
            let ranks = &mut ranks[..rows * width];
            thread::scope(|scope| {
                for (part, ranks) in ranks.chunks_mut(together * width).enumerate() {
                    let wanted = wanted.clone();
                    scope.spawn(move || self.draw(from + part * together, wanted, ranks));
                }
            });
            let ranks = &*ranks;
            thread::scope(|scope| {
                for (part, tallies) in tallies.chunks_mut(share).enumerate() {
                    scope.spawn(move || count(ranks, width, part * share, tallies));
                }
            });
        }
        (tallies.into_iter())
            .map(|tally| tally.chance(self.draws))
            .collect()
    }

    /// Fills `ranks` (draw by draw) from draw `from` on, for the entries in `wanted`, counted over all fields; the best has rank 0.
    fn draw<R: Rank>(&self, from: usize, wanted: Range<usize>, ranks: &mut [R]) {
        let mut values = vec![[0.0; WIDE]; self.fit.entry.len()];
        let mut order = Order::default();
        let width = wanted.len();
        let mut posterior = Posterior::new(self.fit, &self.stream);
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
