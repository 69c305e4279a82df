//! The standing under a rule set: order, merit floor, quorum and cut.

use super::{Figure, Judged, Standing, Unsound, check, stand, total};
use crate::{
    criterion::{Criterion, Points, Scale},
    ids::{AccountId, CaseId, CriterionId},
    rule_set::{AtTheCut, Method, OthersScores, Reading, RuleSet, Status, TieBreak},
    text::Texts,
};
use plaudit_ranking::{Fault, Ratio};
use std::collections::BTreeMap;
use uuid::Uuid;

fn criterion(number: u128, weight: u32, highest: i64) -> Criterion {
    Criterion {
        id: Uuid::from_u128(number).into(),
        key: format!("c{number}"),
        title: Texts::english("Criterion"),
        guidance: Texts::default(),
        weight,
        scale: Scale::new(Points::whole(0), Points::whole(highest), Points::whole(1))
            .expect("a scale"),
        descriptors: BTreeMap::new(),
    }
}

/// The rule set of the IT-progress award, with the criteria's ids against their order.
pub(super) fn rules() -> RuleSet {
    RuleSet {
        conflicts: None,
        id: Uuid::nil().into(),
        number: 1,
        status: Status::Locked,
        method: Method::Mean,
        merit_floor: 6000,
        quorum: 3,
        shortlist_size: 2,
        tie_break: vec![TieBreak::Criteria, TieBreak::HeadToHead],
        stages: crate::stage::Stages::default(),
        at_the_cut: AtTheCut::default(),
        lot_seed: None,
        reading: Reading::default(),
        others_scores: OthersScores::default(),
        meeting: crate::rule_set::Meeting::default(),
        criteria: vec![
            criterion(9, 35, 5),
            criterion(8, 25, 5),
            criterion(7, 25, 5),
            criterion(6, 15, 5),
        ],
        digest: None,
    }
}

fn case(number: u128) -> CaseId {
    Uuid::from_u128(number).into()
}

/// A case with one scorecard after another, each with its steps in the order of the criteria.
fn judged(rules: &RuleSet, number: u128, scorecards: &[[i64; 4]]) -> Judged {
    let sheet = |steps: &[i64; 4]| {
        rules
            .criteria
            .iter()
            .map(|criterion| criterion.id)
            .zip(*steps)
            .collect()
    };
    let scorecards = (1..)
        .zip(scorecards)
        .map(|(judge, steps)| (AccountId(Uuid::from_u128(judge)), sheet(steps)));
    Judged {
        case: case(number),
        scorecards: scorecards.collect(),
        recusals: 0,
    }
}

/// Case, rank, total, and whether it is within the cut.
fn shape(standing: &Standing) -> Vec<(u128, Option<u32>, String, bool)> {
    let total = |figures: &super::Figures| figures.total.to_string();
    (standing.places.iter())
        .map(|place| {
            let total = place.figures.as_ref().map(total).unwrap_or_default();
            (
                place.case.0.as_u128(),
                place.rank,
                total,
                place.is_within_cut,
            )
        })
        .collect()
}

#[test]
fn cases_stand_by_their_weighted_total_and_the_first_are_within_the_cut() {
    let rules = rules();
    let cases = [
        judged(&rules, 1, &[[3, 3, 3, 3], [3, 3, 3, 4], [3, 3, 4, 3]]),
        judged(&rules, 2, &[[5, 5, 5, 5], [5, 4, 5, 5], [4, 4, 5, 5]]),
        judged(&rules, 3, &[[4, 4, 4, 4], [4, 4, 4, 4], [4, 4, 4, 4]]),
    ];
    let standing = stand(&rules, &cases).expect("sound");
    assert_eq!(
        shape(&standing),
        [
            (2, Some(1), "94.33".into(), true),
            (3, Some(2), "80.00".into(), true),
            (1, Some(3), "62.67".into(), false),
        ],
    );
    let figures = standing
        .of_case(case(1))
        .and_then(|place| place.figures.as_ref())
        .expect("it was scored");
    let exact = Ratio::new(188, 3).expect("a fraction");
    assert_eq!(
        (figures.total.exact(), figures.total.hundredths()),
        (exact, 6267)
    );
    assert_eq!(figures.mean, figures.total);
    let shown = [figures.lowest, figures.median, figures.highest].map(|figure| figure.to_string());
    assert_eq!(shown, ["60.00", "63.00", "65.00"]);
}

#[test]
fn the_means_of_criteria_stand_in_the_order_of_the_rule_set_on_their_own_scales() {
    let rules = rules();
    let standing = stand(
        &rules,
        &[judged(
            &rules,
            1,
            &[[5, 4, 3, 2], [5, 4, 3, 1], [5, 4, 3, 1]],
        )],
    )
    .expect("sound");
    let figures = standing.places[0].figures.as_ref().expect("it was scored");
    let means: Vec<_> = figures
        .criteria
        .iter()
        .map(|(id, mean)| (id.0.as_u128(), mean.to_string()))
        .collect();
    let expected = [(9, "5.00"), (8, "4.00"), (7, "3.00"), (6, "1.33")];
    assert_eq!(means, expected.map(|(id, mean)| (id, mean.to_owned())));
}

#[test]
fn below_the_merit_floor_nobody_is_within_the_cut_and_exactly_on_it_one_is() {
    let rules = rules();
    let cases = [
        judged(&rules, 1, &[[3, 3, 3, 3]; 3]),
        judged(&rules, 2, &[[3, 3, 3, 3], [3, 3, 3, 3], [3, 3, 3, 2]]),
    ];
    let standing = stand(&rules, &cases).expect("sound");
    let merit: Vec<_> = standing
        .places
        .iter()
        .map(|place| (place.is_below_merit_floor, place.is_within_cut))
        .collect();
    assert_eq!(merit, [(false, true), (true, false)]);
    assert!(standing.places[0].is_shortlistable());
    assert!(!standing.places[1].is_shortlistable());
}

#[test]
fn a_total_that_only_looks_like_the_merit_floor_is_below_it() {
    let mut rules = rules();
    (rules.merit_floor, rules.quorum) = (6667, 1);
    rules.criteria = vec![criterion(1, 1, 3)];
    let scorecards = BTreeMap::from([(
        AccountId(Uuid::nil()),
        BTreeMap::from([(rules.criteria[0].id, 2)]),
    )]);
    let standing = stand(
        &rules,
        &[Judged {
            case: case(1),
            scorecards,
            recusals: 0,
        }],
    )
    .expect("sound");
    let place = &standing.places[0];
    assert_eq!(
        place
            .figures
            .as_ref()
            .map(|figures| figures.total.to_string()),
        Some("66.67".to_owned())
    );
    assert!(place.is_below_merit_floor);
}

#[test]
fn too_few_scorecards_are_listed_with_their_total_and_without_a_rank() {
    let rules = rules();
    let mut unread = judged(&rules, 3, &[]);
    unread.recusals = 2;
    let cases = [
        unread,
        judged(&rules, 2, &[[5, 5, 5, 5]; 2]),
        judged(&rules, 1, &[[3, 3, 3, 3]; 3]),
    ];
    let standing = stand(&rules, &cases).expect("sound");
    assert_eq!(
        shape(&standing),
        [
            (1, Some(1), "60.00".into(), true),
            (2, None, "100.00".into(), false),
            (3, None, String::new(), false)
        ],
    );
    let counts: Vec<_> = standing
        .places
        .iter()
        .map(|place| (place.received, place.required, place.recusals))
        .collect();
    assert_eq!(counts, [(3, 3, 0), (2, 3, 0), (0, 3, 2)]);
    let insufficient: Vec<_> = standing
        .places
        .iter()
        .map(super::Place::is_insufficient)
        .collect();
    assert_eq!(insufficient, [false, true, true]);
}

#[test]
fn the_heaviest_criterion_breaks_a_tie_whatever_its_place_or_id() {
    let mut rules = rules();
    rules.criteria = vec![
        criterion(1, 20, 5),
        criterion(2, 40, 5),
        criterion(3, 20, 5),
        criterion(4, 20, 5),
    ];
    let cases = [
        judged(&rules, 1, &[[5, 3, 5, 3]; 3]),
        judged(&rules, 2, &[[3, 5, 3, 3]; 3]),
    ];
    let standing = stand(&rules, &cases).expect("sound");
    let expected = [
        (2, Some(1), "76.00".into(), true),
        (1, Some(2), "76.00".into(), true),
    ];
    assert_eq!(shape(&standing), expected);
}

#[test]
fn cases_that_stay_tied_at_the_cut_are_all_within_it() {
    let rules = rules();
    let cases: Vec<_> = [
        (4, [5, 5, 5, 5]),
        (1, [4, 4, 4, 4]),
        (2, [4, 4, 4, 4]),
        (3, [4, 4, 4, 3]),
    ]
    .map(|(number, steps)| judged(&rules, number, &[steps; 3]))
    .into();
    let standing = stand(&rules, &cases).expect("sound");
    let places: Vec<_> = (standing.places.iter())
        .map(|place| {
            (
                place.case.0.as_u128(),
                place.rank,
                place.is_tied,
                place.is_within_cut,
            )
        })
        .collect();
    assert_eq!(
        places,
        [
            (4, Some(1), false, true),
            (1, Some(2), true, true),
            (2, Some(2), true, true),
            (3, Some(4), false, false)
        ],
    );
    let mut reversed = cases;
    reversed.reverse();
    assert_eq!(stand(&rules, &reversed), Ok(standing));
}

#[test]
fn a_scorecard_that_does_not_fit_its_rule_set_is_named() {
    let rules = rules();
    let judge = AccountId(Uuid::from_u128(1));
    let off = judged(&rules, 1, &[[6, 0, 0, 0]]);
    let criterion = rules.criteria[0].id;
    assert_eq!(
        stand(&rules, &[off]),
        Err(Unsound::NoScore {
            judge,
            case: case(1),
            criterion,
            steps: 6
        }),
    );
    let mut partial = judged(&rules, 1, &[[5, 5, 5, 5]]);
    partial
        .scorecards
        .entry(judge)
        .or_default()
        .remove(&criterion);
    assert!(matches!(
        stand(&rules, &[partial.clone()]),
        Err(Unsound::Scores(faults)) if matches!(faults.as_slice(), [Fault::Incomplete { .. }])
    ));
    partial.scorecards.entry(judge).or_default().clear();
    assert_eq!(
        stand(&rules, &[partial]),
        Err(Unsound::Empty {
            judge,
            case: case(1)
        })
    );
}

#[test]
fn a_rule_set_that_cannot_rank_is_found_before_it_is_locked() {
    assert_eq!(check(&rules()), Ok(()));
    let mut none = rules();
    none.criteria.clear();
    assert_eq!(check(&none), Err(Unsound::Scores(vec![Fault::NoCriteria])));
    let mut twice = rules();
    twice.criteria.push(criterion(9, 1, 5));
    assert!(matches!(check(&twice), Err(Unsound::Scores(_))));
    let mut weightless = rules();
    weightless
        .criteria
        .iter_mut()
        .for_each(|criterion| criterion.weight = 0);
    assert_eq!(
        check(&weightless),
        Err(Unsound::Scores(vec![Fault::ZeroWeights]))
    );
}

#[test]
fn a_scorecard_has_a_total_once_it_is_complete() {
    let rules = rules();
    let mut steps: BTreeMap<CriterionId, i64> = rules
        .criteria
        .iter()
        .map(|criterion| criterion.id)
        .zip([4, 3, 5, 2])
        .collect();
    let shown = |steps: &BTreeMap<CriterionId, i64>| {
        total(&rules.criteria, steps).map(|figure: Figure| figure.to_string())
    };
    assert_eq!(shown(&steps), Some("74.00".to_owned()));
    steps.remove(&rules.criteria[0].id);
    assert_eq!(shown(&steps), None);
}
