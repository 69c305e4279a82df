//! How far judges agree: Krippendorff's α, the intraclass correlations and Kendall's W.
//!
//! judging-science.md, 2d; Krippendorff, *Content Analysis*, ch. 12; Shrout and Fleiss 1979; Kendall and Babington
//! Smith 1939. All are of the reviews' totals.

use crate::random::{Seed, below};
use crate::table::{Table, mean, real};
use std::num::NonZeroUsize;
use std::ops::Range;
use std::thread;

/// How far judges agree; `None` where the data do not say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// Krippendorff's α on differences of totals.
    pub interval: Option<Alpha>,
    /// Krippendorff's α on ranks of totals.
    pub ordinal: Option<Alpha>,
    /// What can be said of a complete panel: each judge reviewed each entry once.
    pub complete: Option<CompletePanel>,
}

/// Krippendorff's α: 1 for perfect agreement, nought for chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// α = 1 − `D_o/D_e`.
    pub value: f64,
    /// The 2.5 % quantile of the bootstrap over entries.
    pub low: f64,
    /// The 97.5 % quantile.
    pub high: f64,
}

/// The agreement of a complete panel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CompletePanel {
    /// ICC(2,1): of single reviews; `None` when every total is the same.
    pub icc_single: Option<f64>,
    /// ICC(2,k): of the mean over the panel.
    pub icc_average: Option<f64>,
    /// Kendall's W, corrected for ties: of the judges' orders.
    pub kendall_w: Option<f64>,
}

/// Resamples of entries for the interval of α.
const DRAWS: usize = 2_000;

impl Agreement {
    /// Everything, in O(n log n + draws · n); results do not depend on the number of threads.
    pub(crate) fn of(table: &Table, seed: &Seed, threads: NonZeroUsize) -> Self {
        let pairable = Pairable::of(table);
        Self {
            interval: pairable.alpha(false, seed, threads.get()),
            ordinal: pairable.alpha(true, seed, threads.get()),
            complete: complete(table),
        }
    }
}

/// The entries with at least two reviews; each total as a level among the distinct ones, and its distance from the
/// middle, which keeps digits.
struct Pairable {
    starts: Vec<usize>,
    level: Vec<usize>,
    values: Vec<f64>,
}

impl Pairable {
    fn of(table: &Table) -> Self {
        let mut pairable = Self {
            starts: vec![0],
            level: Vec::new(),
            values: Vec::new(),
        };
        let mut totals = Vec::new();
        for entry in 0..table.entries() {
            let reviews = table.reviews_of(entry);
            if reviews.len() > 1 {
                totals.extend_from_slice(&table.value[reviews]);
                pairable.starts.push(totals.len());
            }
        }
        let mut distinct = totals.clone();
        distinct.sort_unstable_by(f64::total_cmp);
        distinct.dedup();
        pairable.level = (totals.iter())
            .map(|total| distinct.partition_point(|other| other < total))
            .collect();
        let middle = mean(&totals);
        pairable.values = distinct.iter().map(|value| value - middle).collect();
        pairable
    }

    fn alpha(&self, ordinal: bool, seed: &Seed, threads: usize) -> Option<Alpha> {
        let units = self.starts.len() - 1;
        let mut sample = Sample::new(self, ordinal);
        let value = sample.alpha(&vec![1; units])?;
        let share = DRAWS.div_ceil(threads);
        let parts: Vec<Range<usize>> = (0..DRAWS)
            .step_by(share)
            .map(|from| from..(from + share).min(DRAWS))
            .collect();
        let mut found = vec![Vec::new(); parts.len()];
        thread::scope(|scope| {
            for (part, found) in parts.into_iter().zip(&mut found) {
                scope.spawn(move || *found = self.resampled(ordinal, seed, part));
            }
        });
        let mut draws = found.concat();
        draws.sort_unstable_by(f64::total_cmp);
        let quantile = |fortieths: usize| {
            let place = (draws.len() * fortieths).div_ceil(40).max(1) - 1;
            draws.get(place).copied()
        };
        Some(Alpha {
            value,
            low: quantile(1).unwrap_or(value),
            high: quantile(39).unwrap_or(value),
        })
    }

    /// α of some of the resamples. One without any difference says nothing, and is left out.
    fn resampled(&self, ordinal: bool, seed: &Seed, draws: Range<usize>) -> Vec<f64> {
        let units = self.starts.len() - 1;
        let mut sample = Sample::new(self, ordinal);
        let stream = seed.stream("plaudit-agreement-v1");
        let (mut numbers, mut times) = (vec![0; units], vec![0u32; units]);
        draws
            .filter_map(|draw| {
                stream.fill((draw * units) as u64, &mut numbers);
                times.fill(0);
                for &number in &numbers {
                    times[below(number, units)] += 1;
                }
                sample.alpha(&times)
            })
            .collect()
    }
}

/// Room for the α of samples in which each unit counts so many times.
///
/// With `δ² = (x − y)²` the sum over the ordered pairs of m values is `2m·Σ(x − x̄)²`, so no matrix of coincidences is needed;
/// and the ordinal δ is the difference of mid-ranks, which are those of the sample.
struct Sample<'a> {
    of: &'a Pairable,
    ordinal: bool,
    positions: Vec<f64>,
    /// For each unit the sum of its positions and their squares about its mean.
    units: Vec<(f64, f64)>,
}

impl<'a> Sample<'a> {
    fn new(of: &'a Pairable, ordinal: bool) -> Self {
        let mut sample = Self {
            of,
            ordinal,
            positions: of.values.clone(),
            units: vec![(0.0, 0.0); of.starts.len() - 1],
        };
        sample.sum_up(|_| true);
        sample
    }

    fn levels(&self, unit: usize) -> &'a [usize] {
        &self.of.level[self.of.starts[unit]..self.of.starts[unit + 1]]
    }

    fn sum_up(&mut self, is_wanted: impl Fn(usize) -> bool) {
        for unit in (0..self.units.len()).filter(|&unit| is_wanted(unit)) {
            let levels = self.levels(unit);
            let sum: f64 = levels.iter().map(|&level| self.positions[level]).sum();
            let middle = sum / real(levels.len());
            let within: f64 = (levels.iter())
                .map(|&level| self.positions[level] - middle)
                .map(|away| away * away)
                .sum();
            self.units[unit] = (sum, within);
        }
    }

    /// Puts each level at its mid-rank in the sample.
    fn rank(&mut self, times: &[u32]) {
        self.positions.fill(0.0);
        for (unit, &times) in times.iter().enumerate() {
            for &level in self.levels(unit) {
                self.positions[level] += f64::from(times);
            }
        }
        let mut before = 0.0;
        for position in &mut self.positions {
            let count = *position;
            *position = before + count / 2.0;
            before += count;
        }
        self.sum_up(|unit| times[unit] > 0);
    }

    fn alpha(&mut self, times: &[u32]) -> Option<f64> {
        if self.ordinal {
            self.rank(times);
        }
        let (mut count, mut sum, mut squares, mut observed) = (0.0, 0.0, 0.0, 0.0);
        for (unit, &times) in times.iter().enumerate() {
            if times == 0 {
                continue;
            }
            let (size, times) = (real(self.levels(unit).len()), f64::from(times));
            let (of_unit, within) = self.units[unit];
            let middle = of_unit / size;
            observed += times * size * within / (size - 1.0);
            count += times * size;
            sum += times * of_unit;
            squares += times * (within + size * middle * middle);
        }
        let expected = count * (squares - sum * sum / count) / (count - 1.0);
        let alpha = 1.0 - observed / expected;
        (expected > 1e-14 * squares * count && alpha.is_finite()).then_some(alpha)
    }
}

/// The agreement of a panel on which each judge reviewed each entry exactly once; `None` of any other.
fn complete(table: &Table) -> Option<CompletePanel> {
    let (entries, judges) = (table.entries(), table.judges);
    let is_complete = entries > 1
        && judges > 1
        && (0..entries).all(|entry| table.of(entry).map(|(judge, _)| judge).eq(0..judges));
    if !is_complete {
        return None;
    }
    let (n, k) = (real(entries), real(judges));
    let middle = table.grand_mean();
    let by_entry = table.entry_means();
    let by_judge: Vec<f64> = (table.reviews_by_judge().iter())
        .map(|reviews| {
            mean(
                &reviews
                    .iter()
                    .map(|&review| table.value[review])
                    .collect::<Vec<_>>(),
            )
        })
        .collect();
    let square = |value: f64| (value - middle) * (value - middle);
    let rows = k * by_entry.iter().copied().map(square).sum::<f64>() / (n - 1.0);
    let columns = n * by_judge.iter().copied().map(square).sum::<f64>() / (k - 1.0);
    let mut error = 0.0;
    for (entry, of_entry) in by_entry.iter().enumerate() {
        for (judge, value) in table.of(entry) {
            let residual = value - of_entry - by_judge[judge] + middle;
            error += residual * residual;
        }
    }
    error /= (n - 1.0) * (k - 1.0);
    let finite = |value: f64| value.is_finite().then_some(value);
    Some(CompletePanel {
        icc_single: finite((rows - error) / (rows + (k - 1.0) * error + k * (columns - error) / n)),
        icc_average: finite((rows - error) / (rows + (columns - error) / n)),
        kendall_w: kendall(table),
    })
}

/// `W = 12S/(m²(n³ − n) − mΣT)` with T = Σ(t³ − t) over a judge's groups of t tied entries.
fn kendall(table: &Table) -> Option<f64> {
    let (n, m) = (real(table.entries()), real(table.judges));
    let entry = table.entry_of_reviews();
    let mut sums = vec![0.0; table.entries()];
    let mut ties = 0.0;
    for mut reviews in table.reviews_by_judge() {
        reviews.sort_by(|&left, &right| table.value[left].total_cmp(&table.value[right]));
        let mut before = 0;
        for group in reviews
            .chunk_by(|&left, &right| table.value[left].total_cmp(&table.value[right]).is_eq())
        {
            let size = real(group.len());
            ties += size * size * size - size;
            for &review in group {
                sums[entry[review]] += real(2 * before + group.len() + 1) / 2.0;
            }
            before += group.len();
        }
    }
    let middle = m * (n + 1.0) / 2.0;
    let spread: f64 = sums.iter().map(|sum| (sum - middle) * (sum - middle)).sum();
    let w = 12.0 * spread / (m * m * (n * n * n - n) - m * ties);
    w.is_finite().then_some(w)
}
