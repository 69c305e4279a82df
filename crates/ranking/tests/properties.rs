//! What must hold of every ranking, whatever the scores.

use plaudit_ranking::{Method, ModelStatus, Options, Ratio, Report, Score, Scores, Seed, rank};
use proptest::prelude::*;
use std::num::NonZeroUsize;

type Rows = Vec<(usize, usize, i64)>;

fn scores(rows: &Rows, name: impl Fn(char, usize) -> String) -> Scores {
    let ids: Vec<_> = rows
        .iter()
        .map(|row| (name('j', row.0), name('e', row.1)))
        .collect();
    let rows: Vec<Score<'_>> = (ids.iter().zip(rows))
        .map(|((judge, entry), row)| Score {
            judge,
            entry,
            criterion: "only",
            value: Ratio::new(i128::from(row.2), 8).expect("a fraction"),
        })
        .collect();
    Scores::on_own_scale([], &rows).expect("no fault")
}

fn plain(letter: char, number: usize) -> String {
    format!("{letter}{number:02}")
}

fn report(scores: &Scores, options: &Options) -> Report {
    rank(scores, options).expect("no rule names a criterion")
}

fn quiet() -> Options {
    Options {
        draws: 0,
        top: Some(3),
        ..Options::default()
    }
}

fn score(report: &Report, entry: &str, method: Method) -> Option<f64> {
    let place = Method::ALL.iter().position(|other| *other == method)?;
    report
        .entries
        .iter()
        .find(|one| one.entry == entry)?
        .by_method[place]
}

fn close(left: f64, right: f64, within: f64) -> bool {
    (left - right).abs() <= within * (1.0 + left.abs())
}

fn complete() -> impl Strategy<Value = Rows> {
    (5usize..12, 3usize..7).prop_flat_map(|(entries, judges)| {
        proptest::collection::vec(0i64..80, entries * judges).prop_map(move |values| {
            (values.into_iter().enumerate())
                .map(|(place, value)| (place % judges, place / judges, value))
                .collect()
        })
    })
}

/// Any panel: some pairs are missing, and some scores are far off.
fn sparse() -> impl Strategy<Value = Rows> {
    (2usize..14, 1usize..9).prop_flat_map(|(entries, judges)| {
        let value = prop_oneof![8 => 0i64..40, 1 => Just(1_000_000_007), 1 => Just(-3)];
        proptest::collection::vec(proptest::option::weighted(0.6, value), entries * judges)
            .prop_map(move |values| {
                (values.into_iter().enumerate())
                    .filter_map(|(place, value)| Some((place % judges, place / judges, value?)))
                    .collect()
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn on_a_complete_panel_the_calibrated_order_is_that_of_the_means(rows in complete()) {
        let report = report(&scores(&rows, plain), &quiet());
        if report.used == Method::Calibrated {
            let order: Vec<f64> = report.entries.iter().filter_map(|entry| entry.raw_mean).collect();
            prop_assert!(order.windows(2).all(|pair| pair[0] >= pair[1] - 1e-9), "{:?}", order);
        }
    }

    #[test]
    fn a_more_lenient_judge_leaves_least_squares_unchanged(rows in sparse(), judge in 0usize..9, more in 1i64..50) {
        let options = Options { quorum: 1, method: Method::LeastSquares, ..quiet() };
        let before = report(&scores(&rows, plain), &options);
        let moved: Rows = (rows.iter())
            .map(|&(by, entry, value)| (by, entry, if by == judge { value + more } else { value }))
            .collect();
        let after = report(&scores(&moved, plain), &options);
        // Comparable only within a part, where the mean of its judges has moved too.
        for left in &before.entries {
            for right in &before.entries {
                if left.component.is_some() && left.component == right.component {
                    let gap = |report: &Report| {
                        let of = |entry| score(report, entry, Method::LeastSquares);
                        of(&left.entry).zip(of(&right.entry)).map(|(left, right)| left - right)
                    };
                    if let (Some(before), Some(after)) = (gap(&before), gap(&after)) {
                        prop_assert!((before - after).abs() < 1e-5 + 1e-9 * before.abs(), "{before} {after}");
                    }
                }
            }
        }
    }

    #[test]
    fn new_names_in_another_order_change_nothing_but_names(rows in complete()) {
        let turned = |letter, number: usize| format!("{letter}{:02}", 99 - number);
        let (one, other) = (report(&scores(&rows, plain), &quiet()), report(&scores(&rows, turned), &quiet()));
        prop_assert_eq!(one.used, other.used);
        for row in &rows {
            for method in Method::ALL {
                let (left, right) = (score(&one, &plain('e', row.1), method), score(&other, &turned('e', row.1), method));
                prop_assert_eq!(left.is_some(), right.is_some());
                if let (Some(left), Some(right)) = (left, right) {
                    prop_assert!(close(left, right, 1e-6), "{:?} {} {}", method, left, right);
                }
            }
        }
    }

    #[test]
    fn no_panel_is_answered_by_a_nan_or_a_panic(rows in sparse(), method in 0usize..7) {
        let options = Options { method: Method::ALL[method], draws: 40, ..quiet() };
        let report = report(&scores(&rows, plain), &options);
        let text = format!("{report:?}");
        prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{}", text);
        for entry in &report.entries {
            if let (Some(explanation), Some(calibrated)) = (entry.explanation, score(&report, &entry.entry, Method::Calibrated))
                && report.used != Method::CalibratedSpread
            {
                prop_assert!(close(explanation.score(), calibrated, 1e-12), "{} {}", explanation.score(), calibrated);
            }
        }
    }

    #[test]
    fn rows_in_any_order_and_any_number_of_threads_give_the_same_bytes(mut rows in sparse(), seed: u64, threads in 1usize..5) {
        let options = |threads| Options {
            draws: 100,
            seed: Seed::from(seed),
            threads: NonZeroUsize::new(threads).expect("above nought"),
            ..quiet()
        };
        let one = format!("{:?}", report(&scores(&rows, plain), &options(1)));
        rows.reverse();
        let other = format!("{:?}", report(&scores(&rows, plain), &options(threads)));
        prop_assert_eq!(one, other);
    }
}

/// Panels on which the search for the variances once stopped just above nought, by rounding alone: entries were then put
/// in an order by the last bits of equal scores.
#[test]
fn variances_that_are_nought_but_for_rounding_are_nought() {
    let panels: [(usize, &[i64]); 2] = [
        (
            3,
            &[
                42, 73, 30, 71, 6, 66, 26, 13, 53, 31, 16, 16, 24, 70, 75, 58, 9, 36, 43, 11, 36,
            ],
        ),
        (
            3,
            &[
                64, 15, 41, 18, 78, 23, 34, 71, 57, 63, 59, 19, 54, 59, 35, 23, 16, 52, 0, 50, 7,
            ],
        ),
    ];
    for (judges, values) in panels {
        let rows: Rows = (values.iter().enumerate())
            .map(|(place, value)| (place % judges, place / judges, *value))
            .collect();
        let report = report(&scores(&rows, plain), &quiet());
        let fit = report.model.fit.as_ref().expect("a fit");
        assert!(
            fit.theta_entry.abs() < f64::MIN_POSITIVE,
            "{}",
            fit.theta_entry
        );
        assert!(
            matches!(
                report.model.status,
                ModelStatus::EntriesIndistinguishable { .. }
            ),
            "{:?}",
            report.model.status
        );
        let means: Vec<_> = report
            .entries
            .iter()
            .map(|entry| entry.exact_mean)
            .collect();
        assert!(
            means.windows(2).all(|pair| pair[0] >= pair[1]),
            "{:?}",
            report.entries
        );
        assert!(report.entries.iter().all(|entry| entry.rank.is_none()));
    }
}
