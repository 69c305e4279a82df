//! How much of the true top tenth each method finds: `cargo run --release -p plaudit-ranking --example simulation`.
//!
//! Panels of 200 entries, 20 judges and 4 reviews per entry are made up, each method ranks them, and what it puts among
//! the first 20 is compared with the truth. Beside each recall stand its standard error, the reference of
//! judging-science.md, section 3, where there is one, and how many standard errors of their difference lie between them
//! (the reference rests on as many panels).

use plaudit_ranking::{Method, Options, Ratio, Score, Scores, rank};
use std::io::Write;

const ENTRIES: usize = 200;
const JUDGES: usize = 20;
const REVIEWS: usize = 4;
const TOP: usize = 20;
const PANELS: usize = 400;

/// Numbers from a simple recurrence (Steele, Lea and Flood's `SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn uniform(&mut self) -> f64 {
        let high = u32::try_from(self.next() >> 32).expect("32 bits fit");
        (f64::from(high) + 0.5) / 4_294_967_296.0
    }

    /// Box and Muller.
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(self.uniform())).sqrt();
        radius * libm::cos(2.0 * std::f64::consts::PI * self.uniform())
    }

    fn below(&mut self, below: usize) -> usize {
        let below = u64::try_from(below).expect("small");
        usize::try_from(self.next() % below).expect("small")
    }
}

/// What differs between panels.
struct World {
    name: &'static str,
    severity: f64,
    /// The standard deviation of the logarithms of two factors of each judge: one stretches what he sees of merit, the
    /// other his noise. The reference does not say how spreads differ; it is met when they differ so.
    log_spread: f64,
    /// The recall that is known, in the order of [`Method::ALL`].
    known: [Option<f64>; 7],
}

/// The truth, and the scores that came of it.
fn panel(world: &World, numbers: &mut Numbers) -> (Vec<f64>, Scores) {
    let merit: Vec<f64> = (0..ENTRIES).map(|_| numbers.normal()).collect();
    let severity: Vec<f64> = (0..JUDGES)
        .map(|_| world.severity * numbers.normal())
        .collect();
    let spread: Vec<f64> = (0..JUDGES)
        .map(|_| libm::exp(world.log_spread * numbers.normal()))
        .collect();
    let noise: Vec<f64> = (0..JUDGES)
        .map(|_| 0.7 * libm::exp(world.log_spread * numbers.normal()))
        .collect();
    // Shuffled rounds of all judges, so that loads are equal; a judge met twice waits for the next entry.
    let mut waiting: Vec<usize> = Vec::new();
    let mut rows = Vec::new();
    for (entry, merit) in merit.iter().enumerate() {
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < REVIEWS {
            let place = waiting.iter().position(|judge| !chosen.contains(judge));
            let Some(place) = place else {
                let mut round: Vec<usize> = (0..JUDGES).collect();
                for last in (1..JUDGES).rev() {
                    round.swap(last, numbers.below(last + 1));
                }
                waiting.extend(round);
                continue;
            };
            chosen.push(waiting.remove(place));
        }
        for judge in chosen {
            let score = spread[judge] * merit + severity[judge] + noise[judge] * numbers.normal();
            rows.push((
                format!("j{judge:02}"),
                format!("e{entry:03}"),
                format!("{score:.6}"),
            ));
        }
    }
    let rows: Vec<Score<'_>> = (rows.iter())
        .map(|(judge, entry, score)| Score {
            judge,
            entry,
            criterion: "score",
            value: score.parse::<Ratio>().expect("a number"),
        })
        .collect();
    (merit, Scores::on_own_scale([], &rows).expect("no fault"))
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("small"))
}

/// The entries with the highest values.
fn top(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&left, &right| values[right].total_cmp(&values[left]));
    order.truncate(TOP);
    order
}

/// Kendall's τ of two orders without ties.
fn tau(left: &[f64], right: &[f64]) -> f64 {
    let (mut same, mut pairs) = (0.0, 0.0);
    for first in 0..left.len() {
        for second in first + 1..left.len() {
            let agree = (left[first] - left[second]) * (right[first] - right[second]);
            same += if agree > 0.0 { 1.0 } else { -1.0 };
            pairs += 1.0;
        }
    }
    same / pairs
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let options = Options {
        draws: 0,
        by_criterion: false,
        ..Options::default()
    };
    for world in [
        World {
            name: "severity",
            severity: 0.8,
            log_spread: 0.0,
            known: [
                Some(0.671),
                Some(0.648),
                Some(0.743),
                Some(0.732),
                Some(0.751),
                Some(0.752),
                None,
            ],
        },
        World {
            name: "no severity",
            severity: 0.0,
            log_spread: 0.0,
            known: [Some(0.753), None, None, None, None, Some(0.753), None],
        },
        World {
            name: "severity and spread",
            severity: 0.8,
            log_spread: 0.3,
            known: [
                None,
                None,
                Some(0.724),
                None,
                None,
                Some(0.712),
                Some(0.729),
            ],
        },
    ] {
        let mut numbers = Numbers(2026);
        let (mut recall, mut squares, mut order) = ([0.0; 7], [0.0; 7], [0.0; 7]);
        for _ in 0..PANELS {
            let (merit, scores) = panel(&world, &mut numbers);
            let report = rank(&scores, &options).expect("no rule names a criterion");
            let mut entries: Vec<_> = report.entries.iter().collect();
            entries.sort_by(|left, right| left.entry.cmp(&right.entry));
            let truth = top(&merit);
            for method in 0..7 {
                let values: Vec<f64> = entries
                    .iter()
                    .filter_map(|entry| entry.by_method[method])
                    .collect();
                let found = top(&values)
                    .iter()
                    .filter(|entry| truth.contains(entry))
                    .count();
                let share = real(found) / real(TOP);
                recall[method] += share;
                squares[method] += share * share;
                order[method] += tau(&merit, &values);
            }
        }
        writeln!(out, "{}", world.name)?;
        let panels = real(PANELS);
        for (place, method) in Method::ALL.iter().enumerate() {
            let (mean, tau) = (recall[place] / panels, order[place] / panels);
            let error = ((squares[place] / panels - mean * mean) / (panels - 1.0)).sqrt();
            write!(
                out,
                "  {method:?}: recall {mean:.3} ± {error:.3}, tau {tau:.3}"
            )?;
            if let Some(known) = world.known[place] {
                let apart = (mean - known) / (error * std::f64::consts::SQRT_2);
                write!(out, "; reference {known:.3}, {apart:+.1} standard errors")?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}
