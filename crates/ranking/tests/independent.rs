//! What follows from the specification for one small panel with everything in it (three criteria of different scales and
//! directions, some not applicable, weights and an order of judging), as `tests/independent/derive.py` derives it anew.

use plaudit_ranking::{
    Criterion, Direction, EntryReport, Flag, JudgeReport, Method, Missing, Options, Ratio, Report,
    Scale, Score, Scores, rank,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The lines of a file beside the script, but for the first, as fields.
fn lines(name: &str) -> Vec<Vec<String>> {
    let path = format!("{}/tests/independent/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("the file is there");
    (text.lines().skip(1))
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

fn criteria() -> Vec<Criterion> {
    let criterion = |id: &str, weight, (lowest, highest), halves, direction, missing| Criterion {
        id: id.to_owned(),
        weight,
        scale: Scale::new(
            Ratio::whole(lowest),
            Ratio::whole(highest),
            Ratio::new(1, if halves { 2 } else { 1 }).expect("a fraction"),
        )
        .expect("a scale"),
        direction,
        missing,
    };
    let (up, down) = (Direction::HigherIsBetter, Direction::LowerIsBetter);
    vec![
        criterion("impact", 3, (0, 10), false, up, Missing::Refused),
        criterion("cost", 2, (0, 5), true, down, Missing::Refused),
        criterion("reach", 1, (1, 7), false, up, Missing::Allowed),
    ]
}

/// The panel, with its weights or without.
fn panel(is_weighted: bool) -> (Scores, Vec<(String, String)>) {
    let rows = lines("panel.csv");
    let scores: Vec<Score<'_>> = (rows.iter())
        .map(|row| Score {
            judge: &row[0],
            entry: &row[1],
            criterion: &row[2],
            value: row[3].parse().expect("a number"),
        })
        .collect();
    let weights: BTreeSet<(&str, &str, Ratio)> = (rows.iter())
        .filter(|row| is_weighted && !row[4].is_empty())
        .map(|row| {
            (
                row[0].as_str(),
                row[1].as_str(),
                row[4].parse().expect("a number"),
            )
        })
        .collect();
    let mut order: Vec<(u32, &str, &str)> = (rows.iter())
        .map(|row| {
            (
                row[5].parse().expect("a number"),
                row[0].as_str(),
                row[1].as_str(),
            )
        })
        .collect();
    order.sort_unstable();
    order.dedup();
    let scores = Scores::new(criteria(), [], &scores)
        .expect("no fault")
        .with_weights(&weights.into_iter().collect::<Vec<_>>())
        .expect("no fault");
    let order = (order.into_iter())
        .map(|(_, judge, entry)| (judge.to_owned(), entry.to_owned()))
        .collect();
    (scores, order)
}

fn report(method: Method, is_weighted: bool) -> Report {
    let (scores, judging_order) = panel(is_weighted);
    let options = Options {
        method,
        draws: 0,
        judging_order,
        ..Options::default()
    };
    rank(&scores, &options).expect("no rule names a criterion")
}

/// What the script derived of one kind.
fn derived(what: &str) -> BTreeMap<String, f64> {
    let found: BTreeMap<String, f64> = (lines("expected.csv").into_iter())
        .filter(|line| line[0] == what)
        .map(|line| (line[1].clone(), line[2].parse().expect("a number")))
        .collect();
    assert!(!found.is_empty(), "{what}");
    found
}

/// Compares one kind with what the crate says, to so much.
fn same(what: &str, said: impl IntoIterator<Item = (String, f64)>, within: f64) {
    let said: BTreeMap<String, f64> = said.into_iter().collect();
    let derived = derived(what);
    assert_eq!(
        said.keys().collect::<Vec<_>>(),
        derived.keys().collect::<Vec<_>>(),
        "{what}"
    );
    for (id, value) in &derived {
        assert!(
            (said[id] - value).abs() <= within * (1.0 + value.abs()),
            "{what} of {id}: {} is not {value}",
            said[id]
        );
    }
}

fn entries(report: &Report, of: impl Fn(&EntryReport) -> Option<f64>) -> Vec<(String, f64)> {
    (report.entries.iter())
        .map(|entry| (entry.entry.clone(), of(entry).expect("it has one")))
        .collect()
}

fn judges(report: &Report, of: impl Fn(&JudgeReport) -> Option<f64>) -> Vec<(String, f64)> {
    (report.judges.iter())
        .map(|judge| (judge.judge.clone(), of(judge).expect("it has one")))
        .collect()
}

#[test]
fn totals_are_adjusted_for_the_criteria_that_did_not_apply() {
    let (scores, _) = panel(false);
    let totals = (scores.reviews().iter()).map(|review| {
        let (judge, entry) = (
            &scores.judges()[review.judge()],
            &scores.entries()[review.entry()],
        );
        (format!("{judge} {entry}"), scores.total(review).to_f64())
    });
    // Exact up to the points into which adjusted totals are rounded.
    same("total", totals, 1e-9);
}

#[test]
fn the_model_entries_and_judges_are_those_of_the_definitions_with_weights_and_without() {
    for (name, is_weighted) in [("plain", false), ("weighted", true)] {
        let report = report(Method::Calibrated, is_weighted);
        let fit = report.model.fit.expect("there is a model");
        let model = [
            ("mean", fit.mean),
            ("mean_standard_error", fit.mean_standard_error),
            ("criterion", fit.reml_criterion),
            ("variance_entry", fit.entry),
            ("variance_judge", fit.judge),
            ("variance_residual", fit.residual),
        ]
        .map(|(key, value)| (key.to_owned(), value));
        same(&format!("{name} model"), model, 1e-7);
        let of = |what: &str| format!("{name} {what}");
        same(&of("score"), entries(&report, |entry| entry.score), 1e-7);
        same(
            &of("error"),
            entries(&report, |entry| entry.standard_error),
            1e-7,
        );
        same(
            &of("severity"),
            judges(&report, |judge| judge.severity),
            1e-7,
        );
        let error = judges(&report, |judge| judge.severity_standard_error);
        same(&of("severity error"), error, 1e-7);
        same(&of("outfit"), judges(&report, |judge| judge.outfit), 1e-6);
        let slope = judges(&report, |judge| Some(judge.drift?.slope));
        same(&of("drift"), slope, 1e-6);
        same(
            &of("drift t"),
            judges(&report, |judge| Some(judge.drift?.t)),
            1e-6,
        );
        let agreement = judges(&report, |judge| judge.agreement_with_others);
        same(&of("agreement"), agreement, 1e-9);
        for entry in &report.entries {
            let (explanation, score) = (entry.explanation.expect("a model"), entry.score);
            assert!((explanation.score() - score.expect("a score")).abs() < 1e-12 * 100.0);
        }
    }
}

#[test]
fn each_criterion_has_a_model_of_its_own_and_the_composite_weighs_them() {
    let report = report(Method::Calibrated, false);
    for (place, id) in ["cost", "impact", "reach"].iter().enumerate() {
        let of_criterion = entries(&report, |entry| entry.by_criterion[place]);
        same(&format!("criterion {id}"), of_criterion, 1e-7);
    }
    same("composite", entries(&report, |entry| entry.composite), 1e-7);
}

#[test]
fn halo_and_straight_lines_are_those_of_the_definitions() {
    let report = report(Method::Calibrated, false);
    same("halo", judges(&report, |judge| judge.halo), 1e-9);
    same(
        "straight",
        judges(&report, |judge| judge.straight_lining),
        1e-12,
    );
}

#[test]
fn agreement_is_that_of_the_matrix_of_coincidences() {
    let agreement = report(Method::Calibrated, true).agreement;
    let of = |alpha: Option<plaudit_ranking::Alpha>| alpha.expect("it varies").value;
    let said = [
        ("interval", of(agreement.interval)),
        ("ordinal", of(agreement.ordinal)),
    ];
    same(
        "alpha",
        said.map(|(key, value)| (key.to_owned(), value)),
        1e-9,
    );
}

#[test]
fn every_other_method_gives_what_its_definition_says_and_knows_no_weights() {
    for (name, method) in [
        ("mean", Method::Mean),
        ("trimmed", Method::Trimmed),
        ("zscore", Method::ZScore),
        ("borda", Method::Borda),
        ("least-squares", Method::LeastSquares),
    ] {
        for is_weighted in [false, true] {
            let report = report(method, is_weighted);
            same(name, entries(&report, |entry| entry.score), 1e-9);
        }
    }
}

#[test]
fn a_judge_who_uses_three_of_eleven_points_is_flagged_and_one_who_uses_four_is_not() {
    let id = |letter: char, number: i64| format!("{letter}{number:02}");
    let mut rows = Vec::new();
    for entry in 0..12i64 {
        let (merit, coarse) = (entry * 10 / 11, entry * 3 / 12);
        for (judge, value) in [
            (0, merit),
            (1, (merit + entry % 3).min(10)),
            (2, 4 + coarse),
            (3, 4 + coarse + i64::from(entry == 11)),
        ] {
            rows.push((id('j', judge), id('e', entry), value));
        }
    }
    let used: Vec<(usize, bool)> = {
        let rows: Vec<Score<'_>> = (rows.iter())
            .map(|(judge, entry, value)| Score {
                judge,
                entry,
                criterion: "impact",
                value: Ratio::whole(*value),
            })
            .collect();
        let scores = Scores::new(vec![criteria().swap_remove(0)], [], &rows).expect("no fault");
        let report = rank(
            &scores,
            &Options {
                draws: 0,
                ..Options::default()
            },
        );
        let judges = report.expect("no rule names a criterion").judges;
        (judges.iter())
            .map(|judge| (judge.scores_used[0], judge.flags.contains(&Flag::FewSteps)))
            .collect()
    };
    assert_eq!(used, [(11, false), (11, false), (3, true), (4, false)]);
}

#[test]
fn without_declared_scales_criteria_and_their_composite_are_in_the_scores_own_unit() {
    let report = |more: i64| {
        let ids: Vec<(String, String)> = (0..60)
            .map(|row| (format!("j{}", row % 5), format!("e{:02}", row / 5)))
            .collect();
        let mut scores = Vec::new();
        for (row, (judge, entry)) in (0..).zip(&ids) {
            let value = row / 5 + (row * row * 7 + row % 5 * 3) % 11;
            for (criterion, value) in [("x", value), ("y", value + more)] {
                let value = Ratio::whole(value);
                scores.push(Score {
                    judge,
                    entry,
                    criterion,
                    value,
                });
            }
        }
        let scores = Scores::on_own_scale([], &scores).expect("no fault");
        rank(&scores, &Options::default()).expect("no rule names a criterion")
    };
    for (more, straight) in [(0, 1.0), (3, 0.0)] {
        let report = report(more);
        #[expect(clippy::cast_precision_loss, reason = "it is 3 at most")]
        let more = more as f64;
        for entry in &report.entries {
            let [Some(x), Some(y)] = entry.by_criterion[..] else {
                panic!("both criteria have a model: {entry:?}");
            };
            let (score, composite) = (entry.score.expect("one"), entry.composite.expect("one"));
            assert!((y - x - more).abs() < 1e-8, "{x} {y}");
            assert!((composite - score).abs() < 1e-8, "{composite} {score}");
        }
        // The same score twice is a straight line, the same share of what was seen of a scale is not.
        let lines = report.judges.iter().map(|judge| judge.straight_lining);
        assert!(
            lines.clone().all(|line| line == Some(straight)),
            "{:?}",
            lines.collect::<Vec<_>>()
        );
    }
}
