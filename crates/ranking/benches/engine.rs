//! How long the engine takes on large panels: `cargo bench --workspace --bench engine`.
//!
//! Made-up panels from a fixed seed. Times are of the wall and, in all threads
//! together, of the processor, which a machine that others share leaves alone; memory is what the process has in use (on
//! Linux).

use plaudit_ranking::{
    Demand, Load, Match, Method, Options, Problem, Ratio, Score, Scores, Wishes, assign, rank,
};
use std::io::Write;
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

/// Judges with skills in twenty topics, entries with two topics, loads from half to one and a quarter of the mean, and
/// one conflict in a hundred: as the instances in tests/gold.
fn instance(entries: usize, judges: usize, reviews: u32) -> Problem {
    const TOPICS: usize = 20;
    let mut numbers = Numbers(11);
    let ids = |letter: char, many: usize| -> Vec<String> {
        (0..many)
            .map(|number| format!("{letter}{number:06}"))
            .collect()
    };
    let (entry_ids, judge_ids) = (ids('e', entries), ids('j', judges));
    let skills: Vec<Vec<u32>> = (0..judges)
        .map(|_| {
            let mut skill = || {
                if numbers.next(5) == 0 {
                    1 + numbers.next(3)
                } else {
                    0
                }
            };
            (0..TOPICS)
                .map(|_| u32::try_from(skill()).expect("small"))
                .collect()
        })
        .collect();
    let (mut matches, mut conflicts) = (Vec::with_capacity(entries * judges), Vec::new());
    for entry in &entry_ids {
        let (first, second) = (numbers.next(TOPICS), numbers.next(TOPICS));
        for (judge, skill) in judge_ids.iter().zip(&skills) {
            let noise = u32::try_from(numbers.next(10)).expect("small");
            let score = 10 * skill[first] + 5 * skill[second] + noise;
            matches.push(Match {
                judge,
                entry,
                score,
                is_expert: skill[first] >= 2,
            });
            if numbers.next(100) == 0 {
                conflicts.push((judge.as_str(), entry.as_str()));
            }
        }
    }
    let mean = u32::try_from(entries / judges).expect("small") * reviews;
    let demand = |entry: &String| Demand {
        entry: entry.clone(),
        reviews,
        organisation: None,
    };
    let load = |judge: &String| Load {
        judge: judge.clone(),
        least: mean / 2,
        most: mean + mean / 4,
        organisation: None,
    };
    let (entries, judges) = (entry_ids.iter().map(demand), judge_ids.iter().map(load));
    Problem::new(
        entries.collect(),
        judges.collect(),
        &matches,
        &conflicts,
        &[],
    )
    .expect("sound")
}

fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}

/// The time that all threads have spent on a processor, to a hundredth of a second.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in brackets, may hold anything; what follows are numbers.
    let numbers = stat.rsplit(')').next().unwrap_or_default();
    let ticks = |place: usize| -> f64 {
        let word = numbers.split_whitespace().nth(place);
        word.and_then(|word| word.parse().ok()).unwrap_or(0.0)
    };
    (ticks(11) + ticks(12)) / 100.0
}

fn say(line: &str) {
    // Nobody reads on: then there is nobody to tell.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

fn timed<Value>(name: &str, job: impl FnOnce() -> Value) -> Value {
    // On Linux this sets the peak back to what is in use now.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let before = peak_megabytes();
    let (start, spent) = (Instant::now(), processor_seconds());
    let value = job();
    let seconds = start.elapsed().as_secs_f64();
    let spent = processor_seconds() - spent;
    say(&format!(
        "{name}: {seconds:.3} s ({spent:.2} s of processor), from {before} MB to a peak of {} MB",
        peak_megabytes()
    ));
    value
}

fn main() {
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
        {
            let scores = timed(&format!("{name}, reading"), || {
                scores(&panel(entries, judges, each))
            });
            let fit = timed(name, || plaudit_ranking::calibrate(&scores, &quiet.least));
            say(&format!(
                "  {:?} evaluations",
                fit.map(|fit| fit.variances.evaluations)
            ));
        }
    }
    {
        let scores = scores(&panel(10_000, 500, 5));
        for draws in [0, 10_000] {
            let options = Options {
                draws,
                threads,
                ..quiet.clone()
            };
            timed(&format!("rank 10,000 x 500 x 5 with {draws} draws"), || {
                rank(&scores, &options)
            })
            .expect("no rule names a criterion");
        }
    }
    for (name, entries, judges, reviews) in [
        ("assign 2,000 x 200 x 3", 2_000, 200, 3),
        ("assign 10,000 x 500 x 5", 10_000, 500, 5),
    ] {
        {
            let problem = timed(&format!("{name}, reading"), || {
                instance(entries, judges, reviews)
            });
            for jitter in [0.0, 0.05] {
                let wishes = Wishes {
                    jitter,
                    ..Wishes::default()
                };
                let assignment = timed(&format!("{name}, jitter {jitter}"), || {
                    assign(&problem, &wishes)
                });
                let assignment = assignment.expect("the loads leave room");
                let (total, gap, parts) = (
                    assignment.total_match,
                    assignment.gap,
                    assignment.components,
                );
                say(&format!("  match {total}, gap {gap}, {parts} parts"));
            }
        }
    }
    {
        let scores = scores(&panel(10_000, 500, 5));
        let options = Options {
            method: Method::CalibratedSpread,
            ..quiet.clone()
        };
        timed("rank with spread", || rank(&scores, &options)).expect("no rule names a criterion");
    }
    {
        let scores = timed("a million reviews, 200,000 x 1,000 x 5, reading", || {
            scores(&panel(200_000, 1_000, 5))
        });
        let options = Options {
            threads,
            ..quiet.clone()
        };
        timed("rank a million reviews without draws", || {
            rank(&scores, &options)
        })
        .expect("no rule names a criterion");
    }
}
