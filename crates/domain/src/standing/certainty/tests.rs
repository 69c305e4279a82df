//! How sure a standing is, on panels small enough to follow.

use std::{collections::BTreeMap, num::NonZeroUsize};

use uuid::Uuid;

use super::{Certainty, Flag, Support, Unavailable, Verdict, weigh};
use crate::{
    criterion::{Criterion, Points, Scale},
    ids::{AccountId, CaseId},
    rule_set::{AtTheCut, Method, OthersScores, Reading, RuleSet, Status},
    standing::{Judged, stand},
    text::Texts,
};

/// One criterion from 0 to 20, a quorum of 2, and up to three finalists.
fn rules() -> RuleSet {
    RuleSet {
        conflicts: None,
        id: Uuid::nil().into(),
        number: 1,
        status: Status::Locked,
        at_the_cut: AtTheCut::default(),
        lot_seed: None,
        reading: Reading::default(),
        others_scores: OthersScores::default(),
        meeting: crate::rule_set::Meeting::default(),
        stages: crate::stage::Stages::default(),
        method: Method::Calibrated,
        merit_floor: 0,
        quorum: 2,
        shortlist_size: 3,
        tie_break: Vec::new(),
        criteria: vec![Criterion {
            id: Uuid::from_u128(9).into(),
            key: "c".to_owned(),
            title: Texts::english("Criterion"),
            guidance: Texts::default(),
            weight: 1,
            scale: Scale::new(Points::whole(0), Points::whole(20), Points::whole(1))
                .expect("a scale"),
            descriptors: BTreeMap::new(),
        }],
        digest: None,
    }
}

fn case(number: usize) -> CaseId {
    Uuid::from_u128(1000 + number as u128).into()
}

fn judge(number: usize) -> AccountId {
    Uuid::from_u128(1 + number as u128).into()
}

/// Eight cases and four judges; `points` says what a judge gives to a case, if anything.
fn panel(points: impl Fn(usize, usize) -> Option<i64>) -> Vec<Judged> {
    let criterion = rules().criteria[0].id;
    (0..8)
        .map(|number| Judged {
            case: case(number),
            scorecards: (0..4)
                .filter_map(|by| {
                    let steps = points(by, number)?;
                    Some((judge(by), BTreeMap::from([(criterion, steps)])))
                })
                .collect(),
            recusals: 0,
        })
        .collect()
}

/// Merit from the first case down, judges of different severity, and some noise that no judge shares.
fn noisy(by: usize, number: usize) -> Option<i64> {
    let noise = [[0, 1, 2], [2, 0, 1], [1, 2, 0], [1, 0, 2]][by][(number * 2 + by) % 3];
    Some(16 - 2 * i64::try_from(number).ok()? - [0, 1, 0, 2][by] + noise)
}

fn weighed(cases: &[Judged]) -> Certainty {
    weigh(&rules(), cases, &[], NonZeroUsize::MIN).expect("rules that can rank")
}

#[test]
fn the_best_is_safe_the_last_is_out_and_chances_add_up_to_the_places() {
    let certainty = weighed(&panel(noisy));
    let verdict = |number| certainty.cases[&case(number)].verdict;
    assert_eq!(
        (verdict(0), verdict(7)),
        (Verdict::SafeIn, Verdict::SafeOut)
    );
    let sum: f64 = (certainty.cases.values())
        .filter_map(|case| case.chance)
        .map(|chance| chance.probability())
        .sum();
    assert!((sum - 3.0).abs() < 1e-9, "{sum}");
    assert_eq!(certainty.size, 3);
    assert_eq!(certainty.scorecards, 32);
}

#[test]
fn an_explained_score_is_the_score_that_ranks() {
    let cases = panel(noisy);
    let certainty = weighed(&cases);
    let standing = stand(&rules(), &cases).expect("rules that can rank");
    for place in &standing.places {
        let (score, error) = certainty.cases[&place.case].estimate.expect("an estimate");
        let figures = place.figures.as_ref().expect("scorecards");
        assert!((score - figures.total.exact().to_f64()).abs() < 1e-8);
        assert_eq!(Some(error), figures.standard_error);
    }
}

#[test]
fn judges_stand_from_the_most_lenient() {
    let certainty = weighed(&panel(noisy));
    let order: Vec<AccountId> = certainty.judges.iter().map(|judge| judge.judge).collect();
    assert_eq!(
        order[3],
        judge(3),
        "who takes two points off every case is the most severe"
    );
    let leniencies: Vec<f64> = (certainty.judges.iter())
        .filter_map(|judge| judge.leniency.map(|(points, _)| points))
        .collect();
    assert!(
        leniencies.is_sorted_by(|one, other| one >= other),
        "{leniencies:?}"
    );
}

#[test]
fn a_case_has_a_place_by_each_method_and_equals_share_one() {
    let same = panel(|by, number| {
        let number = if number == 1 { 0 } else { number };
        noisy(by, number)
    });
    let certainty = weighed(&same);
    for number in [0, 1] {
        let places = &certainty.cases[&case(number)].places;
        assert_eq!(*places, vec![Some(1); Method::ALL.len()]);
        assert_eq!(certainty.cases[&case(number)].methods(3), (6, 6));
    }
    assert_eq!(certainty.cases[&case(7)].methods(3), (0, 6));
}

#[test]
fn what_the_scores_do_not_carry_is_not_said() {
    let alone = weighed(&panel(|by, number| noisy(by, number).filter(|_| by == 0)));
    assert_eq!(alone.support, Support::Missing(Unavailable::NotSeparable));
    let flat = weighed(&panel(|by, number| {
        Some(if (by + number) % 2 == 0 { 9 } else { 10 })
    }));
    assert!(
        matches!(flat.support, Support::Flat { p_value } if p_value > 0.05),
        "{:?}",
        flat.support
    );
    let perfect = weighed(&panel(|by, number| {
        Some(i64::try_from(number + by).unwrap_or(0))
    }));
    assert_eq!(perfect.support, Support::Perfect);
    for certainty in [alone, flat, perfect] {
        assert!(certainty.cases.values().all(|case| case.chance.is_none()));
        assert_eq!(certainty.precision, None);
    }
}

#[test]
fn a_case_short_of_its_quorum_has_no_place_and_no_chance() {
    let short = panel(|by, number| noisy(by, number).filter(|_| number > 0 || by == 0));
    let certainty = weighed(&short);
    let first = &certainty.cases[&case(0)];
    assert_eq!(
        (first.verdict, first.chance, first.places.len()),
        (Verdict::TooFew, None, 0)
    );
    assert_eq!(first.totals, [80.0]);
}

#[test]
fn scores_that_fall_as_they_come_in_are_seen_where_their_order_is_known() {
    let falling = |by: usize, number: usize| {
        let fall = if by == 0 {
            i64::try_from(number).ok()?
        } else {
            0
        };
        noisy(by, number).map(|points| (points + 7 - 2 * fall).clamp(0, 20))
    };
    let cases = panel(falling);
    let order: Vec<_> = (0..4)
        .flat_map(|by| (0..8).map(move |number| (judge(by), case(number))))
        .collect();
    let known = weigh(&rules(), &cases, &order, NonZeroUsize::MIN).expect("rules that can rank");
    let of = |certainty: &Certainty| {
        let found = certainty.judges.iter().find(|one| one.judge == judge(0));
        found.expect("the judge").clone()
    };
    assert!(
        of(&known).drift.is_some_and(|drift| drift < -0.5),
        "{:?}",
        of(&known)
    );
    assert!(of(&known).flags.contains(&Flag::Drift));
    assert_eq!(of(&weighed(&cases)).drift, None);
}

#[test]
fn judges_are_named_in_a_panel_of_ten_and_thirty_cases() {
    let mut certainty = weighed(&panel(noisy));
    assert!(!certainty.may_name_judges());
    let (one, known) = (
        certainty.judges[0].clone(),
        certainty.cases[&case(0)].clone(),
    );
    certainty.judges = vec![one; 10];
    certainty.cases = (0..29)
        .map(|number| (case(number), known.clone()))
        .collect();
    assert!(!certainty.may_name_judges());
    certainty.cases.insert(case(29), known);
    assert!(certainty.may_name_judges());
    certainty.judges.pop();
    assert!(!certainty.may_name_judges());
}

#[test]
fn neither_the_order_of_the_cases_nor_the_number_of_threads_matters() {
    let cases = panel(noisy);
    let backwards: Vec<Judged> = cases.iter().rev().cloned().collect();
    let threads = NonZeroUsize::new(3).expect("three");
    let other = weigh(&rules(), &backwards, &[], threads).expect("rules that can rank");
    assert_eq!(weighed(&cases), other);
}
