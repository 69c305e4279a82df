//! The same bytes on every machine, in debug and in release; and probabilities that mean what they say.

use plaudit_ranking::{
    Demand, Load, Match, Method, Options, Problem, Ratio, Score, Scores, Wishes, assign, rank,
};
use sha2::{Digest, Sha256};
use std::num::NonZeroUsize;

/// Whole numbers from a simple recurrence.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = (self.0)
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    /// Nearly normal, in thousandths.
    fn bell(&mut self) -> i64 {
        let sum: u64 = (0..12).map(|_| self.next(1_001)).sum();
        i64::try_from(sum).expect("small") - 6_000
    }
}

/// The merit of each entry, and the scores that 12 judges gave, four to an entry.
fn panel(numbers: &mut Numbers, entries: usize) -> (Vec<i64>, Scores) {
    let severity: Vec<i64> = (0..12).map(|_| numbers.bell() * 8 / 10).collect();
    let merit: Vec<i64> = (0..entries).map(|_| numbers.bell()).collect();
    let mut rows = Vec::new();
    for (entry, merit) in merit.iter().enumerate() {
        let first = usize::try_from(numbers.next(12)).expect("small");
        let stride = [1, 5, 7, 11][usize::try_from(numbers.next(4)).expect("small")];
        for review in 0..4 {
            let judge = (first + review * stride) % 12;
            let score = merit + severity[judge] + numbers.bell() * 7 / 10;
            rows.push((format!("j{judge:02}"), format!("e{entry:03}"), score));
        }
    }
    let rows: Vec<Score<'_>> = (rows.iter())
        .map(|(judge, entry, score)| Score {
            judge,
            entry,
            criterion: "only",
            value: Ratio::new(i128::from(*score), 1_000).expect("a fraction"),
        })
        .collect();
    (merit, Scores::on_own_scale([], &rows).expect("no fault"))
}

fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    let first: [u8; 8] = bytes[..8].try_into().expect("eight of 32");
    format!("{:016x}", u64::from_be_bytes(first))
}

#[test]
fn a_ranking_has_the_same_bytes_everywhere() {
    let (_, scores) = panel(&mut Numbers(1), 40);
    let options = Options {
        method: Method::CalibratedSpread,
        draws: 500,
        ..Options::default()
    };
    let report = rank(&scores, &options).expect("no rule names a criterion");
    // Every figure of the report, in its shortest exact form. A change here is a change of published results.
    let figures = format!("{report:?}").replace(", is_apart: false", "");
    assert_eq!(digest(&figures), "802537677483a0dd");
}

#[test]
fn any_number_of_threads_gives_the_same_report() {
    let (_, scores) = panel(&mut Numbers(4), 90);
    let report = |threads| {
        let options = Options {
            draws: 1_003,
            threads: NonZeroUsize::new(threads).expect("some"),
            ..Options::default()
        };
        rank(&scores, &options).expect("no rule names a criterion")
    };
    let one = report(1);
    for threads in [2, 3, 7, 16] {
        assert_eq!(report(threads), one, "{threads}");
    }
}

#[test]
fn an_assignment_has_the_same_bytes_everywhere() {
    let ids: Vec<String> = (0..40).map(|number| format!("{number:02}")).collect();
    let mut numbers = Numbers(3);
    let mut matches = Vec::new();
    for entry in &ids {
        for judge in &ids[..8] {
            let score = u32::try_from(numbers.next(50)).expect("small");
            matches.push(Match {
                judge,
                entry,
                score,
                is_expert: score > 10,
            });
        }
    }
    let demand = |id: &String| Demand {
        entry: id.clone(),
        reviews: 3,
        organisation: None,
    };
    let load = |id: &String| Load {
        judge: id.clone(),
        least: 10,
        most: 20,
        organisation: None,
    };
    let entries = ids.iter().map(demand).collect();
    let judges = ids[..8].iter().map(load).collect();
    let problem = Problem::new(entries, judges, &matches, &[], &[]).expect("sound");
    let assignment = assign(
        &problem,
        &Wishes {
            experts: 1,
            ..Wishes::default()
        },
    )
    .expect("enough judges and experts");
    assert_eq!(assignment.pairs.len(), 120);
    assert_eq!(digest(&format!("{assignment:?}")), "9a24692a36bf89d6");
}

#[test]
fn what_is_said_to_be_likely_happens_as_often() {
    // (sum of p, how often true, number) by tenths of p
    let mut tenths = [(0.0, 0.0, 0.0); 10];
    let mut numbers = Numbers(5);
    for _ in 0..120 {
        let (merit, scores) = panel(&mut numbers, 60);
        let options = Options {
            draws: 400,
            top: Some(12),
            by_criterion: false,
            ..Options::default()
        };
        let report = rank(&scores, &options).expect("no rule names a criterion");
        let mut order = merit.clone();
        order.sort_unstable();
        for entry in &report.entries {
            let Some(chance) = entry.chance else { continue };
            let place: usize = entry.entry[1..].parse().expect("a number");
            let p = chance.probability();
            let tenth = (0..9)
                .find(|tenth| p < 0.1 * f64::from(tenth + 1))
                .unwrap_or(9);
            let cell = &mut tenths[usize::try_from(tenth).expect("small")];
            cell.0 += p;
            cell.1 += f64::from(u8::from(merit[place] >= order[order.len() - 12]));
            cell.2 += 1.0;
        }
    }
    for (said, happened, number) in tenths {
        let error = (number * 0.25_f64).sqrt();
        assert!(
            (said - happened).abs() < 3.5 * error + 1.0,
            "{said} {happened} of {number}"
        );
    }
}
