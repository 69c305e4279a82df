//! Ties, rule by rule.

use super::{TieBreak, UnknownCriterion};
use crate::means::rank_by_mean;
use crate::scores::tests::{criterion, score};
use crate::scores::{Score, Scores};

/// Entries with their ranks, from totals on one criterion of nought to a hundred.
fn ranks(rows: &[(&str, &str, i64)], breaks: &[TieBreak]) -> Vec<(String, u32)> {
    let rows: Vec<Score<'_>> = rows
        .iter()
        .map(|&(judge, entry, value)| score(judge, entry, "only", value))
        .collect();
    let scores = Scores::new(vec![criterion("only", 1, 100)], [], &rows).expect("no fault");
    ranked(&scores, breaks)
}

fn ranked(scores: &Scores, breaks: &[TieBreak]) -> Vec<(String, u32)> {
    let ranking = rank_by_mean(scores, 1, breaks).expect("the rules name known criteria");
    ranking
        .entries
        .into_iter()
        .filter_map(|ranked| Some((ranked.entry, ranked.rank?)))
        .collect()
}

fn expected(ranks: &[(&str, u32)]) -> Vec<(String, u32)> {
    ranks
        .iter()
        .map(|&(entry, rank)| (entry.to_owned(), rank))
        .collect()
}

#[test]
fn criteria_break_ties_in_the_order_of_the_rules() {
    let criteria = vec![
        criterion("x", 1, 10),
        criterion("y", 1, 10),
        criterion("z", 1, 10),
    ];
    let rows: Vec<Score<'_>> = [("a", [4, 5, 6]), ("b", [4, 6, 5]), ("c", [5, 4, 6])]
        .iter()
        .flat_map(|&(entry, [x, y, z])| {
            [
                score("j", entry, "x", x),
                score("j", entry, "y", y),
                score("j", entry, "z", z),
            ]
        })
        .collect();
    let scores = Scores::new(criteria, [], &rows).expect("no fault");
    let by = |ids: &[&str]| {
        ids.iter()
            .map(|&id| TieBreak::Criterion(id.to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ranked(&scores, &[]),
        expected(&[("a", 1), ("b", 1), ("c", 1)])
    );
    assert_eq!(
        ranked(&scores, &by(&["x"])),
        expected(&[("c", 1), ("a", 2), ("b", 2)])
    );
    assert_eq!(
        ranked(&scores, &by(&["x", "y"])),
        expected(&[("c", 1), ("b", 2), ("a", 3)])
    );
    assert_eq!(
        ranked(&scores, &by(&["z", "y"])),
        expected(&[("a", 1), ("c", 2), ("b", 3)])
    );
}

#[test]
fn judges_who_scored_both_entries_decide_between_them() {
    // Two of the three judges put b above a; the one who put a above b did so by more.
    let rows = [
        ("j1", "a", 50),
        ("j2", "a", 50),
        ("j3", "a", 80),
        ("j1", "b", 60),
        ("j2", "b", 60),
        ("j3", "b", 60),
    ];
    assert_eq!(ranks(&rows, &[]), expected(&[("a", 1), ("b", 1)]));
    assert_eq!(
        ranks(&rows, &[TieBreak::HeadToHead]),
        expected(&[("b", 1), ("a", 2)])
    );
}

#[test]
fn judges_who_scored_only_one_of_the_two_have_no_say() {
    let rows = [
        ("j1", "a", 50),
        ("j2", "a", 70),
        ("j1", "b", 60),
        ("j3", "b", 60),
    ];
    assert_eq!(
        ranks(&rows, &[TieBreak::HeadToHead]),
        expected(&[("b", 1), ("a", 2)])
    );
    let apart = [("j1", "a", 60), ("j2", "b", 60)];
    assert_eq!(
        ranks(&apart, &[TieBreak::HeadToHead]),
        expected(&[("a", 1), ("b", 1)])
    );
}

#[test]
fn a_circle_of_preferences_stays_tied() {
    let rows = [
        ("j1", "a", 70),
        ("j1", "b", 60),
        ("j1", "c", 50),
        ("j2", "b", 70),
        ("j2", "c", 60),
        ("j2", "a", 50),
        ("j3", "c", 70),
        ("j3", "a", 60),
        ("j3", "b", 50),
    ];
    assert_eq!(
        ranks(&rows, &[TieBreak::HeadToHead]),
        expected(&[("a", 1), ("b", 1), ("c", 1)])
    );
}

#[test]
fn those_who_remain_tied_are_compared_among_themselves_again() {
    // Over all three: a wins twice, b and c lose once each. Between b and c alone, c is preferred once.
    let rows = [
        ("j1", "a", 60),
        ("j1", "b", 50),
        ("j2", "b", 55),
        ("j2", "c", 60),
        ("j3", "a", 60),
        ("j3", "c", 50),
        ("j4", "a", 60),
        ("j4", "c", 50),
        ("j5", "b", 70),
        ("j5", "x", 0),
        ("j6", "b", 65),
        ("j6", "x", 0),
        ("j7", "c", 80),
        ("j7", "x", 0),
    ];
    let together = ranks(&rows, &[]);
    assert_eq!(
        together,
        expected(&[("a", 1), ("b", 1), ("c", 1), ("x", 4)])
    );
    assert_eq!(
        ranks(&rows, &[TieBreak::HeadToHead]),
        expected(&[("a", 1), ("c", 2), ("b", 3), ("x", 4)])
    );
}

#[test]
fn a_rule_that_names_no_criterion_is_refused() {
    let scores = Scores::new(vec![criterion("only", 1, 5)], [], &[]).expect("no fault");
    assert_eq!(
        rank_by_mean(&scores, 1, &[TieBreak::Criterion("lonely".to_owned())]),
        Err(UnknownCriterion {
            criterion: "lonely".to_owned()
        }),
    );
}
