//! Every edge case of the specification's table, answered by a status and never by a NaN.

use plaudit_ranking::{
    AtTheCut, EntryReport, Flag, Method, ModelStatus, Options, Ratio, Remark, Report, Score,
    Scores, Selection, Standing, TieBreak, Unavailable, WeightFault, rank,
};

/// Whole scores by (judge, entry) on their own scale.
fn scores(rows: &[(&str, &str, i64)], entries: &[&str]) -> Scores {
    let rows: Vec<Score<'_>> = (rows.iter())
        .map(|&(judge, entry, value)| Score {
            judge,
            entry,
            criterion: "only",
            value: Ratio::whole(value),
        })
        .collect();
    Scores::on_own_scale(entries.iter().copied(), &rows).expect("no fault")
}

fn ranked(scores: &Scores, method: Method) -> Report {
    let options = Options {
        method,
        draws: 200,
        top: Some(2),
        ..Options::default()
    };
    let report = rank(scores, &options).expect("no rule names a criterion");
    assert_finite(&report);
    report
}

/// Panics if any number anywhere is not finite.
fn assert_finite(report: &Report) {
    let text = format!("{report:?}");
    assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
}

const JUDGES: [&str; 5] = ["j", "k", "l", "m", "n"];
const ENTRIES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// A complete panel with the score that a function gives.
fn complete(score: impl Fn(i64, i64) -> i64) -> Scores {
    let mut rows = Vec::new();
    for (entry, id) in (0..).zip(ENTRIES) {
        for (judge, by) in (0..).zip(JUDGES) {
            rows.push((by, id, score(entry, judge)));
        }
    }
    scores(&rows, &[])
}

fn standings(report: &Report) -> Vec<(&str, Option<u32>, Standing)> {
    let of = |entry: &EntryReport| (entry.rank, entry.standing);
    (report.entries.iter())
        .map(|entry| (entry.entry.as_str(), of(entry).0, of(entry).1))
        .collect()
}

#[test]
fn nothing_at_all_is_ranked_as_nothing() {
    for method in Method::ALL {
        let report = ranked(&scores(&[], &["a", "b"]), method);
        let expected = ModelStatus::CalibrationUnavailable(Unavailable::NoReviews);
        assert_eq!(report.model.status, expected);
        let none = |id| (id, None, Standing::NotJudged);
        assert_eq!(standings(&report), [none("a"), none("b")]);
    }
}

#[test]
fn one_judge_or_one_review_each_leaves_the_means() {
    let one_judge = scores(&[("j", "a", 1), ("j", "b", 3), ("j", "c", 2)], &["d"]);
    let one_each = scores(&[("j", "a", 1), ("k", "b", 3), ("l", "c", 2)], &[]);
    for scores in [one_judge, one_each] {
        let options = Options {
            quorum: 1,
            ..Options::default()
        };
        let report = rank(&scores, &options).expect("no rule names a criterion");
        assert_finite(&report);
        let expected = ModelStatus::CalibrationUnavailable(Unavailable::NotSeparable);
        assert_eq!(
            (&report.model.status, report.used),
            (&expected, Method::Mean)
        );
        assert_eq!(report.entries[0].entry, "b");
        assert_eq!(report.entries[0].chance, None);
        assert_eq!(report.entries[0].standing, Standing::Ranked);
    }
}

#[test]
fn a_panel_that_is_too_small_is_told_why() {
    let of = |judges: usize, entries: usize| {
        let mut rows = Vec::new();
        for (entry, id) in (0..).zip(&ENTRIES[..entries]) {
            for (judge, by) in (0..).zip(&JUDGES[..judges]) {
                rows.push((*by, *id, entry * 7 % 5 + judge * entry % 3));
            }
        }
        match ranked(&scores(&rows, &[]), Method::Calibrated).model.status {
            ModelStatus::CalibrationUnavailable(why) => why,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(of(2, 8), Unavailable::FewJudges { judges: 2 });
    assert_eq!(of(5, 4), Unavailable::FewEntries { entries: 4 });
    assert_eq!(of(3, 5), Unavailable::LittleFreedom { freedom: 8 });
}

#[test]
fn equal_totals_are_one_tie() {
    for method in Method::ALL {
        let report = ranked(&complete(|_, _| 7), method);
        let expected = ModelStatus::CalibrationUnavailable(Unavailable::AllEqual);
        assert_eq!(report.model.status, expected);
        for entry in &report.entries {
            assert_eq!((entry.rank, entry.standing), (Some(1), Standing::Tied));
        }
        assert_eq!(report.agreement.interval, None);
    }
}

#[test]
fn judges_who_agree_up_to_leniency_are_ranked_by_least_squares_without_error() {
    let report = ranked(
        &complete(|entry, judge| 10 * entry + judge * judge),
        Method::Calibrated,
    );
    assert_eq!(report.model.status, ModelStatus::PerfectAgreement);
    assert_eq!(report.used, Method::LeastSquares);
    assert_eq!(report.entries[0].entry, "h");
    for entry in &report.entries {
        assert_eq!(entry.standard_error, Some(0.0));
    }
}

#[test]
fn a_panel_that_does_not_distinguish_entries_lists_them_without_ranks() {
    // Every entry has the same five scores, turned round: no more variance between entries than nought.
    let report = ranked(
        &complete(|entry, judge| (entry * 2 + judge * 3) % 5),
        Method::Calibrated,
    );
    let ModelStatus::EntriesIndistinguishable { p_value } = report.model.status else {
        panic!("{:?}", report.model.status);
    };
    assert!((p_value - 0.5).abs() < 1e-12);
    for entry in &report.entries {
        assert_eq!((entry.rank, entry.standing), (None, Standing::Tied));
        assert_eq!((entry.selection, entry.chance), (Selection::Out, None));
    }
    let fit = report.model.fit.expect("a fit");
    assert_eq!((fit.entry.to_bits(), fit.reliability.to_bits()), (0, 0));
}

#[test]
fn judges_of_equal_severity_give_shrunken_means() {
    // Latin square: every judge has the same scores.
    let mut rows = Vec::new();
    for (entry, id) in (0i64..).zip(ENTRIES) {
        for (judge, by) in (0i64..).zip(JUDGES) {
            rows.push((
                by,
                id,
                20 * (entry % 4) + (entry / 4 + judge * 3 + entry) % 8,
            ));
        }
    }
    let report = ranked(&scores(&rows, &[]), Method::Calibrated);
    assert_eq!(report.model.status, ModelStatus::NoSeverityDifferences);
    assert!(
        report
            .judges
            .iter()
            .all(|judge| judge.severity == Some(0.0))
    );
}

#[test]
fn parts_that_nothing_links_are_never_compared_in_silence() {
    let mut rows = Vec::new();
    for part in 0..2usize {
        for entry in 0..6usize {
            for judge in 0..3usize {
                let value = entry * 9 + judge * 4 + (entry * 5 + judge * 7) % 4 + part * 50;
                rows.push((part, judge, entry, i64::try_from(value).expect("small")));
            }
        }
    }
    let ids: Vec<(String, String, i64)> = (rows.iter())
        .map(|(part, judge, entry, value)| {
            (format!("j{part}{judge}"), format!("e{part}{entry}"), *value)
        })
        .collect();
    let rows: Vec<_> = ids
        .iter()
        .map(|row| (row.0.as_str(), row.1.as_str(), row.2))
        .collect();
    let report = ranked(&scores(&rows, &[]), Method::Calibrated);
    assert_eq!(
        (&report.model.status, report.model.components),
        (&ModelStatus::Disconnected, 2)
    );
    let remark = Remark::PartsComparedByAssumption { components: 2 };
    assert!(report.remarks.contains(&remark));
    let report = ranked(&scores(&rows, &[]), Method::LeastSquares);
    let firsts: Vec<_> = (report.entries.iter())
        .filter(|entry| entry.rank == Some(1))
        .map(|entry| (entry.entry.as_str(), entry.component))
        .collect();
    assert_eq!(firsts, [("e05", Some(0)), ("e15", Some(1))]);
    let selected = report
        .entries
        .iter()
        .filter(|entry| entry.selection == Selection::In)
        .count();
    assert_eq!(selected, 2);
    // The same by the model, where it is asked for: chances are then within a part.
    for method in [Method::Calibrated, Method::LeastSquares] {
        let options = Options {
            method,
            draws: 200,
            top: Some(4),
            by_component: true,
            ..Options::default()
        };
        let report = rank(&scores(&rows, &[]), &options).expect("no rule names a criterion");
        assert_finite(&report);
        assert!(report.is_apart && report.natural_cut.is_none());
        for part in [0, 1] {
            let own = || (report.entries.iter()).filter(|entry| entry.component == Some(part));
            let ranks: Vec<_> = own().filter_map(|entry| entry.rank).collect();
            assert_eq!(ranks, [1, 2, 3, 4, 5, 6]);
            let selected = own().filter(|entry| entry.selection == Selection::In);
            assert_eq!(selected.count(), 2);
            let in_top: u32 = own()
                .filter_map(|entry| entry.chance)
                .map(|chance| chance.in_top)
                .sum();
            assert_eq!(in_top, 2 * 200);
        }
        assert_eq!(report.around_the_cut.len(), 2 * 2 * 3);
    }
}

#[test]
fn a_constant_judge_is_flagged_and_kept() {
    let scores = complete(|entry, judge| {
        if judge == 2 {
            5
        } else {
            entry * 3 + (entry + judge * 2) % 4
        }
    });
    for method in Method::ALL {
        let report = ranked(&scores, method);
        assert_eq!(report.judges[2].flags.first(), Some(&Flag::Constant));
        assert_eq!(report.judges[2].spread_factor.to_bits(), 1f64.to_bits());
        assert!(report.remarks.contains(&Remark::ConstantJudge {
            judge: "l".to_owned()
        }));
        assert_eq!(report.entries[0].entry, "h");
    }
}

#[test]
fn too_few_reviews_are_listed_and_none_is_named() {
    let mut rows = Vec::new();
    for (entry, id) in (0i64..).zip(ENTRIES) {
        for (judge, by) in (0i64..).zip(JUDGES) {
            rows.push((by, id, entry * 3 + (entry + judge * 2) % 4));
        }
    }
    rows.push(("j", "y", 90));
    let report = ranked(&scores(&rows, &["z"]), Method::Calibrated);
    let last: Vec<_> = standings(&report).split_off(8);
    assert_eq!(
        last,
        [
            ("y", None, Standing::Insufficient),
            ("z", None, Standing::NotJudged)
        ]
    );
    let sum: u32 = report
        .entries
        .iter()
        .filter_map(|entry| entry.chance)
        .map(|chance| chance.in_top)
        .sum();
    assert_eq!(sum, 2 * 200);
}

#[test]
fn a_tie_at_the_cut_is_settled_as_was_agreed() {
    use Selection::{In, NeedsReview, Out};
    let tied = scores(
        &[
            ("j", "a", 9),
            ("k", "a", 5),
            ("j", "b", 5),
            ("k", "b", 9),
            ("j", "c", 1),
            ("k", "c", 1),
        ],
        &[],
    );
    let cut = |at_the_cut| {
        let options = Options {
            method: Method::Mean,
            at_the_cut,
            top: Some(1),
            ties: vec![TieBreak::HeadToHead, TieBreak::LowerBound],
            ..Options::default()
        };
        let report = rank(&tied, &options).expect("no rule names a criterion");
        (report.entries.iter())
            .map(|entry| (entry.rank, entry.selection))
            .collect::<Vec<_>>()
    };
    let ranks = [Some(1), Some(1), Some(3)];
    let with = |selections: [Selection; 3]| ranks.into_iter().zip(selections).collect::<Vec<_>>();
    assert_eq!(cut(AtTheCut::Expand), with([In, In, Out]));
    assert_eq!(
        cut(AtTheCut::ExtraReview),
        with([NeedsReview, NeedsReview, Out])
    );
    assert_eq!(cut(AtTheCut::Lot), with([In, Out, Out]));
}

#[test]
fn a_weight_that_cannot_be_is_refused_with_every_other() {
    let known = || scores(&[("j", "a", 1), ("k", "a", 2), ("j", "b", 3)], &["z"]);
    let of = |judge: &'static str, entry: &'static str, weight: &str| {
        (judge, entry, weight.parse::<Ratio>().expect("a number"))
    };
    let faults = known()
        .with_weights(&[
            of("j", "a", "2"),
            of("j", "a", "3"),
            of("k", "b", "1"),
            of("k", "a", "0"),
            of("j", "b", "1000.001"),
            of("j", "z", "1"),
        ])
        .expect_err("five of them cannot be");
    let (judge, entry) = ("j".to_owned(), "a".to_owned());
    assert_eq!(faults[0], WeightFault::Twice { judge, entry });
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        told[1..],
        [
            "judge “k” has no review of entry “b” that could be weighed",
            "the weight 0 of the review of entry “a” by judge “k” is not from 0.001 to 1,000, in thousandths",
            "the weight 1000001/1000 of the review of entry “b” by judge “j” is not from 0.001 to 1,000, in thousandths",
            "judge “j” has no review of entry “z” that could be weighed",
        ]
    );
    let weighed = known()
        .with_weights(&[of("j", "b", "0.125")])
        .expect("no fault");
    let weights: Vec<String> = (weighed.reviews().iter())
        .map(|review| review.weight().to_string())
        .collect();
    assert_eq!(weights, ["1", "1", "1/8"]);
    assert_eq!(known().with_weights(&[]), Ok(known()));
}
