//! What each method makes of the same scorecards, and what takes its place where they do not support it.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Note, Unavailable, Used};
use crate::{
    criterion::{Criterion, Points, Scale},
    ids::AccountId,
    rule_set::{AtTheCut, Method, OthersScores, Reading, RuleSet, Status, TieBreak, WhatIf},
    standing::{Judged, Standing, stand},
    text::Texts,
};

fn rules(method: Method) -> RuleSet {
    RuleSet {
        id: Uuid::nil().into(),
        number: 1,
        status: Status::Locked,
        method,
        merit_floor: 5_000,
        quorum: 2,
        shortlist_size: 2,
        tie_break: vec![TieBreak::HeadToHead],
        stages: crate::stage::Stages::default(),
        at_the_cut: AtTheCut::default(),
        lot_seed: None,
        reading: Reading::default(),
        others_scores: OthersScores::default(),
        meeting: crate::rule_set::Meeting::default(),
        criteria: vec![Criterion {
            id: Uuid::from_u128(1).into(),
            key: "merit".to_owned(),
            title: Texts::english("Merit"),
            guidance: Texts::default(),
            weight: 1,
            scale: Scale::new(Points::whole(0), Points::whole(100), Points::whole(1))
                .expect("a scale"),
            descriptors: BTreeMap::new(),
        }],
        conflicts: None,
        digest: None,
    }
}

/// Cases from the first on, each with what each judge gave it; a blank is a case that the judge did not score.
fn cases(scores: &[&[Option<i64>]]) -> Vec<Judged> {
    (1..)
        .zip(scores)
        .map(|(case, given)| Judged {
            case: Uuid::from_u128(case).into(),
            scorecards: (1..)
                .zip(*given)
                .filter_map(|(judge, steps)| {
                    let sheet = BTreeMap::from([(Uuid::from_u128(1).into(), (*steps)?)]);
                    Some((AccountId(Uuid::from_u128(judge)), sheet))
                })
                .collect(),
            recusals: 0,
        })
        .collect()
}

/// Six cases by four judges, of whom the last is severe: case 3 met that one and not the first, case 4 the other way round.
fn unlucky() -> Vec<Judged> {
    cases(&[
        &[Some(80), Some(78), Some(81), Some(61)],
        &[Some(71), Some(72), Some(68), Some(50)],
        &[None, Some(66), Some(67), Some(48)],
        &[Some(62), Some(63), Some(60), None],
        &[Some(50), Some(52), Some(49), Some(33)],
        &[Some(42), Some(40), Some(41), Some(20)],
    ])
}

fn order(standing: &Standing) -> Vec<u128> {
    standing
        .places
        .iter()
        .map(|place| place.case.0.as_u128())
        .collect()
}

fn standing(method: Method, cases: &[Judged]) -> Standing {
    stand(&rules(method), cases).expect("sound")
}

#[test]
fn a_case_that_met_the_severe_judge_is_not_the_worse_for_it_once_calibrated() {
    let by_mean = standing(Method::Mean, &unlucky());
    assert_eq!(order(&by_mean), [1, 2, 4, 3, 5, 6]);
    assert_eq!(by_mean.basis.used, Used::Method(Method::Mean));
    let calibrated = standing(Method::Calibrated, &unlucky());
    assert_eq!(order(&calibrated), [1, 2, 3, 4, 5, 6]);
    assert_eq!(calibrated.basis.used, Used::Method(Method::Calibrated));
    assert_eq!(calibrated.basis.notes, []);
    let figures = calibrated.places[2]
        .figures
        .as_ref()
        .expect("it was scored");
    assert!(figures.total > figures.mean, "its judges were severe");
    assert!(figures.standard_error.is_some_and(|error| error > 0.0));
}

#[test]
fn too_few_scorecards_for_the_model_are_ranked_by_the_mean_and_it_is_said_why() {
    let few = cases(&[
        &[Some(80), Some(70), Some(75)],
        &[Some(60), Some(65), Some(50)],
        &[Some(40), Some(45), Some(58)],
    ]);
    for method in [Method::Calibrated, Method::CalibratedSpread] {
        let by_model = standing(method, &few);
        let by_mean = standing(Method::Mean, &few);
        assert_eq!(by_model.places, by_mean.places);
        assert_eq!(by_model.basis.used, Used::Method(Method::Mean));
        assert_eq!(by_model.basis.asked, method);
        assert_eq!(
            by_model.basis.notes,
            [Note::MeanInstead(Unavailable::FewEntries { entries: 3 })]
        );
    }
}

#[test]
fn nobody_scored_and_nothing_is_made_up() {
    let none = cases(&[&[None, None], &[None, None]]);
    for method in Method::ALL {
        let standing = standing(*method, &none);
        assert_eq!(standing.places.len(), 2, "{method}");
        assert!(
            standing
                .places
                .iter()
                .all(|place| place.rank.is_none() && place.figures.is_none()),
            "{method}"
        );
    }
}

#[test]
fn an_order_alone_is_held_to_the_merit_floor_by_the_mean() {
    let standing = standing(Method::Borda, &unlucky());
    let first = standing.places[0].figures.as_ref().expect("it was scored");
    assert_eq!(first.total.to_string(), "100.00");
    let below: Vec<u128> = standing
        .places
        .iter()
        .filter(|place| place.is_below_merit_floor)
        .map(|place| place.case.0.as_u128())
        .collect();
    assert_eq!(below, [5, 6]);
}

#[test]
fn every_method_ranks_the_best_first_and_within_the_cut() {
    for method in Method::ALL {
        let standing = standing(*method, &unlucky());
        assert_eq!(order(&standing)[..2], [1, 2], "{method}");
        let within: Vec<bool> = standing
            .places
            .iter()
            .map(|place| place.is_within_cut)
            .collect();
        assert_eq!(within, [true, true, false, false, false, false], "{method}");
    }
}

#[test]
fn the_trimmed_mean_says_that_it_is_not_made_for_some_of_the_cases_each() {
    let notes = |cases: &[Judged]| standing(Method::Trimmed, cases).basis.notes;
    assert_eq!(notes(&unlucky()), [Note::TrimmedOfSome]);
    let complete = cases(&[
        &[Some(80), Some(78), Some(81), Some(61)],
        &[Some(71), Some(72), Some(68), Some(50)],
    ]);
    assert_eq!(notes(&complete), []);
}

#[test]
fn what_is_tried_takes_the_place_of_what_is_decided_and_of_nothing_else() {
    let decided = rules(Method::Mean);
    let tried = decided.clone().tried(&WhatIf {
        method: Some(Method::Borda),
        merit_floor: None,
        shortlist_size: Some(4),
    });
    assert_eq!((tried.method, tried.shortlist_size), (Method::Borda, 4));
    assert_eq!(tried.merit_floor, decided.merit_floor);
    assert_eq!(decided.clone().tried(&WhatIf::default()), decided);
}
