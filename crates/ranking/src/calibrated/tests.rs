//! The model against lme4, on the files in tests/gold.

use super::Fit;
use crate::components::Components;
use crate::crossed::Crossed;
use crate::least_squares::{LeastSquares, first_guess};
use crate::table::Table;
use std::collections::BTreeSet;

pub(crate) fn table_of(rows: &[(String, String, f64)]) -> Table {
    let judges: Vec<&str> = (rows.iter().map(|row| row.0.as_str()))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut rows: Vec<&(String, String, f64)> = rows.iter().collect();
    rows.sort_by(|left, right| (&left.1, &left.0).cmp(&(&right.1, &right.0)));
    let mut table = Table {
        judges: judges.len(),
        starts: vec![],
        judge: vec![],
        value: vec![],
        weight: vec![],
        place: vec![],
    };
    let mut last = None;
    for (review, (judge, entry, value)) in rows.into_iter().enumerate() {
        if last != Some(entry) {
            last = Some(entry);
            table.starts.push(review);
            table.place.push(table.place.len());
        }
        let judge = judges.binary_search(&judge.as_str()).expect("it is there");
        table.judge.push(judge);
        table.value.push(*value);
        table.weight.push(1.0);
    }
    table.starts.push(table.judge.len());
    table
}

pub(crate) fn fit(table: &Table) -> Fit {
    let components = Components::of(table);
    let crossed = Crossed::new(table);
    let least = LeastSquares::fit(table, &crossed, &components).expect("solvable");
    let guess = first_guess(table, &least, &components);
    Fit::new(crossed, guess).expect("solvable")
}

pub(crate) fn gold(name: &str) -> Vec<(String, String, f64)> {
    let path = format!(
        "{}/tests/gold/{name}.scores.csv",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).expect("the file is there");
    (text.lines().skip(1))
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let value = fields[2].trim().parse().expect("a number");
            (fields[0].to_owned(), fields[1].to_owned(), value)
        })
        .collect()
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-8 * right.abs()
}

#[test]
fn turning_entries_and_judges_round_changes_nothing() {
    for name in ["paris1976_white", "synth_200x20x4"] {
        let rows = gold(name);
        let turned: Vec<_> = (rows.iter())
            .map(|(judge, entry, value)| (entry.clone(), judge.clone(), *value))
            .collect();
        let (straight, turned) = (fit(&table_of(&rows)), fit(&table_of(&turned)));
        assert_ne!(straight.crossed.turned, turned.crossed.turned);
        assert!(close(straight.theta_entry, turned.theta_judge));
        assert!(close(straight.mean, turned.mean));
        for (left, right) in straight.entry.iter().zip(&turned.judge) {
            assert!((left.value - right.value).abs() < 1e-8);
            assert!((left.standard_error - right.standard_error).abs() < 1e-8);
        }
        assert!((straight.leverage(3, 2, 1.0) - turned.leverage(2, 3, 1.0)).abs() < 1e-9);
        assert!(straight.evaluations <= 9, "{}", straight.evaluations);
    }
}

#[test]
fn the_gradient_is_the_slope_of_the_criterion() {
    let table = table_of(&gold("synth_200x20x4"));
    let crossed = Crossed::new(&table);
    let at = |log: [f64; 2]| super::State::at(&crossed, log.map(f64::exp)).expect("solvable");
    for log in [[0.3, -0.2], [-1.0, 1.0], [2.0, -3.0]] {
        let state = at(log);
        for which in 0..2 {
            let (mut above, mut below) = (log, log);
            above[which] += 1e-5;
            below[which] -= 1e-5;
            let slope = (at(above).criterion - at(below).criterion) / 2e-5;
            assert!(
                (slope - state.gradient[which]).abs() < 1e-5 * (1.0 + slope.abs()),
                "{slope} {:?}",
                state.gradient
            );
        }
    }
}

/// Numbers of one column of a gold file, by its rows.
fn column(name: &str, place: usize) -> Vec<f64> {
    let path = format!("{}/tests/gold/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the file is there");
    (text.lines().skip(1))
        .map(|line| {
            let field = line.split(',').nth(place).expect("it has the column");
            field.trim().parse().expect("a number")
        })
        .collect()
}

#[test]
fn conditional_deviations_and_leverages_are_those_of_lme4() {
    for name in [
        "paris1976_white",
        "skate_worlds2017_ladies_sp",
        "synth_200x20x4",
    ] {
        let rows = gold(name);
        let table = table_of(&rows);
        let fit = fit(&table);
        for (kind, effects) in [("entry", &fit.entry), ("judge", &fit.judge)] {
            let expected = column(&format!("{name}.lme4_{kind}.csv"), 4);
            assert_eq!(expected.len(), effects.len());
            for (effect, expected) in effects.iter().zip(expected) {
                assert!(
                    (effect.conditional - expected).abs() < 1e-8,
                    "{name} {kind}"
                );
            }
        }
        if name.starts_with("skate") {
            continue;
        }
        let mut leverages = column(&format!("{name}.lme4_residuals.csv"), 4);
        let mut own: Vec<f64> = (0..table.entries())
            .flat_map(|entry| table.of(entry).map(move |(judge, _)| (entry, judge)))
            .map(|(entry, judge)| fit.leverage(entry, judge, 1.0))
            .collect();
        leverages.sort_unstable_by(f64::total_cmp);
        own.sort_unstable_by(f64::total_cmp);
        assert_eq!(leverages.len(), own.len());
        for (left, right) in own.iter().zip(&leverages) {
            assert!((left - right).abs() < 1e-8, "{name}: {left} {right}");
        }
    }
}

/// The rows of a file in tests/lme4, without its first line.
fn lme4(name: &str) -> Vec<Vec<String>> {
    let path = format!("{}/tests/lme4/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the file is there");
    (text.lines().skip(1))
        .map(|line| {
            line.split(',')
                .map(|field| field.trim().to_owned())
                .collect()
        })
        .collect()
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}

#[test]
fn hard_data_have_the_optimum_that_lme4_has() {
    let expected = lme4("expected");
    assert_eq!(expected.len(), 9);
    for row in expected {
        let name = &row[0];
        let rows: Vec<(String, String, f64)> = (lme4(&format!("{name}.scores")).iter())
            .map(|row| (row[0].clone(), row[1].clone(), number(&row[2])))
            .collect();
        let fit = fit(&table_of(&rows));
        let [entry, judge, residual, mean, mean_error, criterion] =
            [1, 2, 3, 4, 5, 6].map(|column| number(&row[column]));
        assert!((fit.state.criterion - criterion).abs() < 1e-7, "{name}");
        // Ratios of a thousand to one leave the reference itself fewer digits.
        let least = if name == "steep" { 3e-7 } else { 1e-8 };
        let agrees = |found: f64, known: f64| (found - known).abs() <= least * known.abs();
        for (found, known) in [
            (fit.entry_variance(), entry),
            (fit.judge_variance(), judge),
            (fit.residual_variance, residual),
            (fit.mean, mean),
            (fit.mean_standard_error, mean_error),
        ] {
            assert!(agrees(found, known), "{name}: {found} is not {known}");
        }
    }
}

#[test]
fn entries_and_leverages_of_unbridged_and_uneven_panels_are_lme4s() {
    for (name, reviews) in [("unbridged_unbalanced", 406), ("more_judges", 320)] {
        let rows: Vec<(String, String, f64)> = (lme4(&format!("{name}.scores")).iter())
            .map(|row| (row[0].clone(), row[1].clone(), number(&row[2])))
            .collect();
        assert_eq!(rows.len(), reviews);
        let table = table_of(&rows);
        let fit = fit(&table);
        let entries = lme4(&format!("{name}.entries"));
        assert_eq!(entries.len(), fit.entry.len());
        for (row, effect) in entries.iter().zip(&fit.entry) {
            assert!((effect.value - number(&row[1])).abs() < 1e-8, "{row:?}");
            assert!(
                (effect.conditional - number(&row[2])).abs() < 1e-8,
                "{row:?}"
            );
            assert!(
                (effect.standard_error - number(&row[3])).abs() < 1e-8,
                "{row:?}"
            );
        }
        let entry_of = table.entry_of_reviews();
        for (review, row) in lme4(&format!("{name}.reviews")).iter().enumerate() {
            let leverage = fit.leverage(entry_of[review], table.judge[review], 1.0);
            assert!((leverage - number(&row[2])).abs() < 1e-8, "{row:?}");
        }
    }
}
