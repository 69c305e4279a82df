//! What is taken as scores, and what is refused.

use super::{Criterion, Direction, Score, Scores};
use crate::fault::Fault;
use crate::means::rank_by_mean;
use crate::ratio::Ratio;
use crate::scale::Scale;
use crate::ties::TieBreak;
use proptest::prelude::*;

pub(crate) fn criterion(id: &str, weight: u32, highest: i64) -> Criterion {
    let scale = Scale::whole(0, highest).expect("the test gives a scale");
    Criterion {
        id: id.to_owned(),
        weight,
        scale,
        direction: Direction::HigherIsBetter,
    }
}

pub(crate) fn score<'a>(
    judge: &'a str,
    entry: &'a str,
    criterion: &'a str,
    value: i64,
) -> Score<'a> {
    Score {
        judge,
        entry,
        criterion,
        value: Ratio::whole(value),
    }
}

#[test]
fn the_total_of_a_review_is_the_weighted_share_of_the_scales() {
    let criteria = vec![
        criterion("own", 25, 5),
        criterion("progress", 35, 5),
        criterion("reach", 15, 7),
    ];
    let scores = [
        score("jo", "a", "own", 4),
        score("jo", "a", "progress", 3),
        score("jo", "a", "reach", 2),
    ];
    let scores = Scores::new(criteria, [], &scores).expect("no fault");
    let expected = Ratio::new(100 * (25 * 4 * 7 + 35 * 3 * 7 + 15 * 2 * 5), 75 * 35);
    assert_eq!(Some(scores.total(&scores.reviews()[0])), expected);
}

#[test]
fn where_less_is_better_the_scale_is_turned_round() {
    let turned = Criterion {
        direction: Direction::LowerIsBetter,
        ..criterion("cost", 1, 4)
    };
    let scores = Scores::new(vec![turned], [], &[score("jo", "a", "cost", 1)]).expect("no fault");
    assert_eq!(scores.total(&scores.reviews()[0]), Ratio::whole(75));
    assert_eq!(
        scores.criteria()[0].mean_of([3].into_iter(), 1),
        Ratio::whole(1)
    );
}

#[test]
fn a_criterion_without_weight_is_scored_and_adds_nothing() {
    let criteria = vec![criterion("main", 1, 10), criterion("aside", 0, 999_983)];
    let rows = [
        score("jo", "a", "main", 7),
        score("jo", "a", "aside", 999_983),
    ];
    let scores = Scores::new(criteria, [], &rows).expect("no fault");
    assert_eq!(scores.total(&scores.reviews()[0]), Ratio::whole(70));
}

#[test]
fn everything_stands_in_the_order_of_the_bytes_of_its_id() {
    let criteria = vec![criterion("b", 1, 5), criterion("B", 1, 5)];
    let rows = [
        score("z", "é", "b", 1),
        score("z", "é", "B", 2),
        score("Z", "e", "b", 3),
        score("Z", "e", "B", 4),
    ];
    let scores = Scores::new(criteria, ["unscored"], &rows).expect("no fault");
    assert_eq!(scores.entries(), ["e", "unscored", "é"]);
    assert_eq!(scores.judges(), ["Z", "z"]);
    let steps: Vec<_> = scores
        .reviews()
        .iter()
        .map(|review| (review.entry(), review.judge(), review.good_steps()))
        .collect();
    assert_eq!(
        steps,
        [(0, 0, [4, 3].as_slice()), (2, 1, [2, 1].as_slice())]
    );
}

#[test]
fn every_fault_is_named_and_not_only_the_first() {
    let criteria = vec![criterion("own", 1, 5), criterion("progress", 1, 5)];
    let rows = [
        score("jo", "a", "own", 6),
        score("jo", "a", "progress", 1),
        score("jo", "a", "progress", 1),
        score("jo", "b", "prose", 2),
        score("ky", "b", "own", 2),
    ];
    let named = |id: &str| id.to_owned();
    assert_eq!(
        Scores::new(criteria.clone(), [], &rows),
        Err(vec![
            Fault::OffScale {
                row: 0,
                judge: named("jo"),
                entry: named("a"),
                criterion: named("own"),
                value: Ratio::whole(6),
                scale: criteria[0].scale,
            },
            Fault::ScoredTwice {
                row: 2,
                judge: named("jo"),
                entry: named("a"),
                criterion: named("progress")
            },
            Fault::UnknownCriterion {
                row: 3,
                judge: named("jo"),
                entry: named("b"),
                criterion: named("prose")
            },
            Fault::Incomplete {
                judge: named("jo"),
                entry: named("b"),
                missing: vec![named("own"), named("progress")]
            },
            Fault::Incomplete {
                judge: named("ky"),
                entry: named("b"),
                missing: vec![named("progress")]
            },
        ]),
    );
}

#[test]
fn a_score_twice_is_refused_even_where_both_agree() {
    let rows = [score("jo", "a", "own", 3), score("jo", "a", "own", 3)];
    let faults =
        Scores::new(vec![criterion("own", 1, 5)], [], &rows).expect_err("one score is there twice");
    assert!(matches!(
        faults.as_slice(),
        [Fault::ScoredTwice { row: 1, .. }]
    ));
}

#[test]
fn criteria_that_cannot_rank_are_refused() {
    assert_eq!(Scores::new(vec![], [], &[]), Err(vec![Fault::NoCriteria]));
    assert_eq!(
        Scores::new(vec![criterion("own", 0, 5)], [], &[]),
        Err(vec![Fault::ZeroWeights])
    );
    let thrice = vec![
        criterion("own", 1, 5),
        criterion("own", 2, 5),
        criterion("own", 3, 5),
    ];
    let twice = Fault::CriterionTwice {
        criterion: "own".to_owned(),
    };
    assert_eq!(Scores::new(thrice, [], &[]), Err(vec![twice]));
}

#[test]
fn scales_too_fine_to_be_added_up_exactly_are_refused() {
    let primes = [999_983, 999_979, 999_961, 999_959, 999_953];
    let criteria = primes
        .iter()
        .map(|&prime| criterion(&prime.to_string(), u32::MAX, prime))
        .collect();
    assert_eq!(Scores::new(criteria, [], &[]), Err(vec![Fault::TooFine]));
}

#[test]
fn no_score_at_all_is_no_fault() {
    let scores = Scores::new(vec![criterion("own", 1, 5)], ["a", "a", "b"], &[]).expect("no fault");
    assert_eq!(scores.entries(), ["a", "b"]);
    assert!(scores.reviews().is_empty());
}

proptest! {
    #[test]
    fn no_input_panics(
        criteria in proptest::collection::vec((0u8..4, any::<u32>(), -3i64..3, 1i64..9, any::<bool>()), 0..4),
        rows in proptest::collection::vec((0u8..3, 0u8..3, 0u8..4, -3i64..9), 0..24),
        quorum: u32,
    ) {
        let name = |number: u8| ["", "\u{0}", "é,\"\n", "a"][usize::from(number)];
        let criteria: Vec<Criterion> = criteria
            .into_iter()
            .filter_map(|(id, weight, lowest, range, turned)| {
                let scale = Scale::whole(lowest, lowest + range).ok()?;
                let direction = if turned { Direction::LowerIsBetter } else { Direction::HigherIsBetter };
                Some(Criterion { id: name(id).to_owned(), weight, scale, direction })
            })
            .collect();
        let rows: Vec<Score<'_>> =
            rows.iter().map(|&(judge, entry, id, value)| score(name(judge), name(entry), name(id), value)).collect();
        match Scores::new(criteria, [], &rows) {
            Ok(scores) => {
                let ranking = rank_by_mean(&scores, quorum, &[TieBreak::HeadToHead]);
                prop_assert_eq!(ranking.map(|ranking| ranking.entries.len()), Ok(scores.entries().len()));
            }
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }
}
