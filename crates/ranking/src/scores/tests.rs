//! What is taken as scores, and what is refused.

use super::{Score, Scores};
use crate::criterion::{Criterion, Direction, Missing};
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
        missing: Missing::Refused,
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
        [
            (0, 0, [Some(4), Some(3)].as_slice()),
            (2, 1, [Some(2), Some(1)].as_slice())
        ]
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
                let missing = if weight > 1 { Missing::Allowed } else { Missing::Refused };
                Some(Criterion { id: name(id).to_owned(), weight, scale, direction, missing })
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

fn optional(id: &str, weight: u32, highest: i64) -> Criterion {
    Criterion {
        missing: Missing::Allowed,
        ..criterion(id, weight, highest)
    }
}

#[test]
fn a_criterion_that_did_not_apply_is_made_up_for_by_how_hard_it_is() {
    let criteria = || vec![criterion("hard", 1, 4), optional("easy", 1, 4)];
    let rows = [
        score("jo", "a", "hard", 1),
        score("jo", "a", "easy", 4),
        score("jo", "b", "hard", 3),
        score("jo", "b", "easy", 2),
        score("jo", "c", "hard", 2),
    ];
    let scores = Scores::new(criteria(), [], &rows).expect("half of the weight is there");
    // hard has the mean 1/2 and easy 3/4: c is 0 above hard's mean, so it stands where the average review does.
    let total = scores.total(&scores.reviews()[2]);
    assert_eq!(total, Ratio::new(125, 2).expect("a fraction"));
    assert_eq!(scores.total(&scores.reviews()[0]), total);
}

#[test]
fn a_review_on_less_than_half_of_the_weight_is_refused() {
    let criteria = vec![optional("small", 1, 4), optional("large", 2, 4)];
    let faults = Scores::new(criteria, [], &[score("jo", "a", "small", 1)]);
    let expected = Fault::TooLittleAnswered {
        judge: "jo".to_owned(),
        entry: "a".to_owned(),
    };
    assert_eq!(faults, Err(vec![expected]));
}

#[test]
fn scores_without_a_scale_are_averaged_as_they_are() {
    let rows = ["7.25", "-3", "1e2", "0.5"].map(|text| text.parse::<Ratio>().expect("a number"));
    let row = |entry, criterion, value| Score {
        judge: "jo",
        entry,
        criterion,
        value,
    };
    let rows = [
        row("a", "x", rows[0]),
        row("a", "y", rows[1]),
        row("b", "x", rows[2]),
        row("b", "y", rows[3]),
    ];
    let scores = Scores::on_own_scale(["c"], &rows).expect("no fault");
    let totals: Vec<_> = (scores.reviews().iter())
        .map(|review| scores.total(review).to_f64())
        .collect();
    assert_eq!(totals, [2.125, 50.25]);
    let ranking = rank_by_mean(&scores, 1, &[]).expect("no unknown criterion");
    let summary = ranking.entries[1].summary.as_ref().expect("a is judged");
    assert_eq!(summary.criteria[0].mean, rows[0].value);
    let tiny = Ratio::new(1, (1 << 66) + 1).expect("a fraction");
    let fault = Scores::on_own_scale([], &[row("a", "x", tiny)]);
    assert_eq!(fault, Err(vec![Fault::TooFine]));
}
