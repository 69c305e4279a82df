//! How long the engine takes on large panels: `cargo bench -p plaudit-ranking [-- NAME]`.
//!
//! Made-up panels from a fixed seed. Times are of the wall; memory is the peak of the process, so name one job to see
//! its own.

use plaudit_ranking::{Method, Options, Ratio, Score, Scores, rank};
use std::num::NonZeroUsize;
use std::time::Instant;

/// Numbers from a simple recurrence (Knuth's MMIX), good enough to make up panels.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 = (self.0)
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).expect("31 bits fit");
        high % below
    }

    /// Nearly normal, in thousandths, with a standard deviation of about one.
    fn bell(&mut self) -> i64 {
        let sum: usize = (0..12).map(|_| self.next(1_001)).sum();
        i64::try_from(sum).expect("small") - 6_000
    }
}

/// (judge, entry, score in thousandths) of a panel on which each entry has `each` reviews.
fn panel(entries: usize, judges: usize, each: usize) -> Vec<(usize, usize, i64)> {
    let mut numbers = Numbers(7);
    let severity: Vec<i64> = (0..judges).map(|_| numbers.bell() * 8 / 10).collect();
    let mut rows = Vec::with_capacity(entries * each);
    for entry in 0..entries {
        let merit = numbers.bell();
        let mut chosen: Vec<usize> = Vec::with_capacity(each);
        while chosen.len() < each {
            let judge = numbers.next(judges);
            if !chosen.contains(&judge) {
                chosen.push(judge);
            }
        }
        for judge in chosen {
            let score = 50_000 + merit + severity[judge] + numbers.bell() * 7 / 10;
            rows.push((judge, entry, score));
        }
    }
    rows
}

fn scores(rows: &[(usize, usize, i64)]) -> Scores {
    let ids: Vec<(String, String)> = (rows.iter())
        .map(|(judge, entry, _)| (format!("j{judge:05}"), format!("e{entry:06}")))
        .collect();
    let scores: Vec<Score<'_>> = (ids.iter().zip(rows))
        .map(|((judge, entry), row)| Score {
            judge,
            entry,
            criterion: "score",
            value: Ratio::new(i128::from(row.2), 1_000).expect("a fraction"),
        })
        .collect();
    Scores::on_own_scale([], &scores).expect("no fault")
}

fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}

fn timed<Value>(name: &str, job: impl FnOnce() -> Value) -> Value {
    let start = Instant::now();
    let value = job();
    println!(
        "{name}: {:.3} s, peak {} MB",
        start.elapsed().as_secs_f64(),
        peak_megabytes()
    );
    value
}

fn main() {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|one| !one.starts_with('-'))
        .collect();
    let is_wanted =
        |name: &str| wanted.is_empty() || wanted.iter().any(|one| name.contains(one.as_str()));
    let threads = NonZeroUsize::new(2).expect("two");
    let quiet = Options {
        draws: 0,
        by_criterion: false,
        ..Options::default()
    };
    for (name, entries, judges, each) in [
        ("fit 10,000 x 500 x 5", 10_000, 500, 5),
        ("fit 20,000 x 500 x 5", 20_000, 500, 5),
        ("fit 40,000 x 500 x 5", 40_000, 500, 5),
        ("fit 1,128 x 2,972 x 65", 1_128, 2_972, 65),
        ("fit 2,972 x 1,128 x 25", 2_972, 1_128, 25),
    ] {
        if is_wanted(name) {
            let scores = timed(&format!("{name}, reading"), || {
                scores(&panel(entries, judges, each))
            });
            let fit = timed(name, || plaudit_ranking::calibrate(&scores, &quiet.least));
            println!("  {:?}", fit.map(|fit| fit.variances.evaluations));
        }
    }
    if is_wanted("draws") {
        let scores = scores(&panel(10_000, 500, 5));
        for draws in [0, 10_000] {
            let options = Options {
                draws,
                threads,
                ..quiet.clone()
            };
            timed(&format!("rank 10,000 x 500 x 5 with {draws} draws"), || {
                rank(&scores, &options)
            });
        }
    }
    if is_wanted("spread") {
        let scores = scores(&panel(10_000, 500, 5));
        let options = Options {
            method: Method::CalibratedSpread,
            ..quiet.clone()
        };
        timed("rank with spread", || rank(&scores, &options)).expect("no rule names a criterion");
    }
}
