//! Influence, places without a review, and leaving a judge out, against fits that are made anew.

use super::{outliers, residuals};
use crate::calibrated::tests::{fit, gold, table_of};
use crate::calibrated::{Fit, State};
use crate::crossed::Crossed;
use crate::diagnostics::others::{downdated, refitted};
use crate::diagnostics::reviews::influence;
use crate::random::Seed;
use crate::ratio::Ratio;
use crate::scores::{Score, Scores};
use crate::table::Table;
use crate::top_k::{Draws, Field, chances, probability_above};
use std::num::NonZeroUsize;

/// The entries' effects at the same θ without one review.
fn without(table: &Table, fit: &Fit, review: usize) -> Vec<f64> {
    let mut rest = table.clone();
    rest.judge.remove(review);
    rest.value.remove(review);
    for start in rest.starts.iter_mut().filter(|start| **start > review) {
        *start -= 1;
    }
    let crossed = Crossed::new(&rest);
    let (outer, inner) = crossed.outer_and_inner(fit.theta_entry, fit.theta_judge);
    let state = State::at(&crossed, [outer, inner]).expect("solvable");
    let (modes, _) = crossed.entry_and_judge(&state.outer_mode, &state.inner_mode);
    modes.iter().map(|mode| fit.theta_entry * mode).collect()
}

#[test]
fn a_review_taken_away_moves_scores_as_a_new_fit_does() {
    for name in ["paris1976_white", "synth_200x20x4"] {
        let table = table_of(&gold(name));
        let fit = fit(&table);
        let entries = table.entry_of_reviews();
        let all = residuals(&table, &fit);
        for review in [0, 7, 50, table.len() - 1] {
            let wanted: Vec<usize> = (0..table.entries()).collect();
            let moved = influence(
                &fit,
                (entries[review], table.judge[review]),
                table.weight[review],
                &wanted,
            );
            let missing = all[review].error / (1.0 - all[review].leverage);
            let anew = without(&table, &fit, review);
            // Up to what all move together, which is the change of the mean.
            let shift =
                |place: usize| fit.entry[place].value - moved[place] * missing - anew[place];
            for place in 0..table.entries() {
                assert!(
                    (shift(place) - shift(0)).abs() < 1e-9,
                    "{name} {review} {place}"
                );
            }
        }
    }
}

#[test]
fn a_judge_is_taken_away_by_either_way_with_the_same_result() {
    for (name, is_turned) in [
        ("paris1976_white", false),
        ("synth_200x20x4", false),
        ("synth_200x20x4", true),
    ] {
        let mut rows = gold(name);
        if is_turned {
            for row in &mut rows {
                std::mem::swap(&mut row.0, &mut row.1);
            }
        }
        let table = table_of(&rows);
        let fit = fit(&table);
        assert_eq!(fit.crossed.turned, is_turned || name == "paris1976_white");
        let (entry_of, all) = (table.entry_of_reviews(), residuals(&table, &fit));
        for (judge, reviews) in table.reviews_by_judge().iter().enumerate().step_by(3) {
            let entries: Vec<usize> = reviews.iter().map(|&review| entry_of[review]).collect();
            let own: Vec<(f64, f64)> = (reviews.iter())
                .map(|&review| (all[review].error, table.weight[review]))
                .collect();
            let quick = downdated(&fit, judge, &entries, &own).expect("solvable");
            let anew = refitted(&table, &fit, judge, &entries).expect("solvable");
            for (quick, anew) in quick.iter().zip(&anew) {
                assert!(
                    (quick - anew).abs() < 1e-9,
                    "{name} {judge}: {quick} {anew}"
                );
            }
        }
    }
}

#[test]
fn an_outlier_is_shown_with_its_place_and_the_place_without_it() {
    let mut rows = Vec::new();
    for entry in 0..12i64 {
        for judge in 0..6i64 {
            let odd = if (entry, judge) == (3, 2) { 60 } else { 0 };
            rows.push((
                judge,
                entry,
                5 * entry + 3 * judge + (entry * 5 + judge * 7) % 4 + odd,
            ));
        }
    }
    let ids: Vec<_> = rows
        .iter()
        .map(|row| (format!("j{}", row.0), format!("e{:02}", row.1)))
        .collect();
    let rows: Vec<Score<'_>> = (ids.iter().zip(&rows))
        .map(|((judge, entry), row)| Score {
            judge,
            entry,
            criterion: "c",
            value: Ratio::whole(row.2),
        })
        .collect();
    let scores = Scores::on_own_scale([], &rows).expect("no fault");
    let table = Table::new(&scores);
    let fit = fit(&table);
    let found = outliers(&scores, &table, &fit, &residuals(&table, &fit));
    let first = found.first().expect("one is far off");
    assert_eq!((first.judge.as_str(), first.entry.as_str()), ("j2", "e03"));
    assert!(first.is_grave);
    assert_eq!((first.place, first.place_without), (7, 9));
}

#[test]
fn the_draws_agree_with_the_posterior_that_they_are_from() {
    let rows = gold("paris1976_white");
    let turned: Vec<_> = rows
        .iter()
        .map(|row| (row.1.clone(), row.0.clone(), row.2))
        .collect();
    for rows in [rows, turned] {
        let fit = fit(&table_of(&rows));
        for (left, right) in [(0, 1), (2, 5), (7, 3)] {
            let exact = probability_above(&fit, left, right);
            let field = Field {
                entries: vec![left, right],
                top: 1,
            };
            let how = Draws {
                many: 40_000,
                seed: &Seed::from(9),
                threads: NonZeroUsize::MIN,
                is_integrated: false,
            };
            let drawn = chances(&fit, &[field], &how);
            assert!(
                (drawn[0].probability() - exact).abs() < 0.0125,
                "{exact} {:?}",
                drawn[0]
            );
            assert_eq!(drawn[0].in_top + drawn[1].in_top, 40_000);
        }
    }
}
