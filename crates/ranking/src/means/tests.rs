//! Ranks by the weighted mean, by example and by property.

use super::{Ranking, Status, rank_by_mean};
use crate::criterion::{Criterion, Direction};
use crate::ratio::Ratio;
use crate::scores::tests::{criterion, score};
use crate::scores::{Score, Scores};
use crate::ties::TieBreak;
use proptest::prelude::*;

/// Scores on one criterion of nought to a hundred, so that a score is its own total.
fn plain(rows: &[(&str, &str, i64)]) -> Scores {
    let rows: Vec<Score<'_>> = rows
        .iter()
        .map(|&(judge, entry, value)| score(judge, entry, "only", value))
        .collect();
    Scores::new(vec![criterion("only", 1, 100)], [], &rows).expect("no fault")
}

fn ranks(ranking: &Ranking) -> Vec<(&str, Option<u32>, Status)> {
    ranking
        .entries
        .iter()
        .map(|ranked| (ranked.entry.as_str(), ranked.rank, ranked.status))
        .collect()
}

#[test]
fn a_summary_says_what_the_reviews_say() {
    let scores = plain(&[
        ("j1", "a", 60),
        ("j2", "a", 70),
        ("j3", "a", 61),
        ("j4", "a", 90),
    ]);
    let ranking = rank_by_mean(&scores, 2, &[]).expect("no unknown criterion");
    let ranked = &ranking.entries[0];
    let summary = ranked.summary.as_ref().expect("it has reviews");
    assert_eq!(ranked.reviews, 4);
    assert_eq!(Some(summary.mean), Ratio::new(281, 4));
    assert_eq!(Some(summary.median), Ratio::new(131, 2));
    assert_eq!(summary.lowest, Ratio::whole(60));
    assert_eq!(summary.highest, Ratio::whole(90));
    assert_eq!(summary.criteria[0].mean, summary.mean);
    // Sum of squared deviations 580.75, divided by 3.
    assert!((summary.spread.expect("four reviews") - (580.75_f64 / 3.0).sqrt()).abs() < 1e-12);
}

#[test]
fn an_odd_number_of_reviews_has_its_middle_one_as_median_and_one_has_no_spread() {
    let scores = plain(&[
        ("j1", "a", 9),
        ("j2", "a", 1),
        ("j3", "a", 2),
        ("j1", "b", 5),
    ]);
    let ranking = rank_by_mean(&scores, 1, &[]).expect("no unknown criterion");
    let summary = |index: usize| {
        ranking.entries[index]
            .summary
            .as_ref()
            .expect("it has reviews")
    };
    assert_eq!(ranks(&ranking)[0].0, "b");
    assert_eq!(
        (summary(0).median, summary(0).spread),
        (Ratio::whole(5), None)
    );
    assert_eq!(summary(1).median, Ratio::whole(2));
}

#[test]
fn entries_with_too_few_reviews_are_listed_and_not_ranked() {
    let rows = [
        score("j1", "best", "only", 100),
        score("j1", "fair", "only", 50),
        score("j2", "fair", "only", 40),
    ];
    let scores = Scores::new(vec![criterion("only", 1, 100)], ["unread"], &rows).expect("no fault");
    let ranking = rank_by_mean(&scores, 2, &[]).expect("no unknown criterion");
    assert_eq!(
        ranks(&ranking),
        [
            ("fair", Some(1), Status::Ranked),
            ("best", None, Status::Insufficient),
            ("unread", None, Status::NotJudged),
        ],
    );
    assert!(ranking.entries[2].summary.is_none());
    let without_quorum = rank_by_mean(&scores, 0, &[]).expect("no unknown criterion");
    assert_eq!(
        ranks(&without_quorum)[2],
        ("unread", None, Status::NotJudged)
    );
}

#[test]
fn tied_entries_share_a_rank_and_the_next_is_skipped() {
    let scores = plain(&[("j", "a", 7), ("j", "b", 9), ("j", "c", 7), ("j", "d", 1)]);
    let ranking = rank_by_mean(&scores, 1, &[]).expect("no unknown criterion");
    assert_eq!(
        ranks(&ranking),
        [
            ("b", Some(1), Status::Ranked),
            ("a", Some(2), Status::Tied),
            ("c", Some(2), Status::Tied),
            ("d", Some(4), Status::Ranked),
        ],
    );
}

#[test]
fn means_that_floating_point_would_tell_apart_are_tied() {
    // A third twice and 0.1 + 0.2 against two thirds and 0.3.
    let criteria = vec![criterion("x", 1, 3), criterion("y", 1, 10)];
    let rows = [
        score("j1", "a", "x", 1),
        score("j1", "a", "y", 1),
        score("j2", "a", "x", 1),
        score("j2", "a", "y", 2),
        score("j1", "b", "x", 2),
        score("j1", "b", "y", 0),
        score("j2", "b", "x", 0),
        score("j2", "b", "y", 3),
    ];
    let scores = Scores::new(criteria, [], &rows).expect("no fault");
    let ranking = rank_by_mean(&scores, 2, &[]).expect("no unknown criterion");
    assert_eq!(
        ranks(&ranking),
        [("a", Some(1), Status::Tied), ("b", Some(1), Status::Tied)]
    );
}

#[test]
fn means_that_floating_point_would_confuse_are_told_apart() {
    let heavy = ["h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8"];
    let mut criteria: Vec<Criterion> = heavy
        .iter()
        .map(|id| criterion(id, u32::MAX, 1_000_000))
        .collect();
    criteria.push(criterion("light", 1, 1_000_000));
    let rows: Vec<Score<'_>> = [("a", 0), ("b", 1)]
        .iter()
        .flat_map(|&(entry, last)| {
            let same = heavy.map(|id| score("j", entry, id, 999_999));
            same.into_iter().chain([score("j", entry, "light", last)])
        })
        .collect();
    let scores = Scores::new(criteria, [], &rows).expect("no fault");
    let ranking = rank_by_mean(&scores, 1, &[]).expect("no unknown criterion");
    assert_eq!(
        ranks(&ranking),
        [
            ("b", Some(1), Status::Ranked),
            ("a", Some(2), Status::Ranked)
        ]
    );
    let means: Vec<_> = ranking
        .entries
        .iter()
        .filter_map(|ranked| ranked.summary.as_ref())
        .map(|summary| summary.mean.to_f64().to_bits())
        .collect();
    assert_eq!(means[0], means[1]);
}

/// One score: the places of judge, entry and criterion in their names, and the value.
type Given = (usize, usize, usize, i64);

/// A panel as it may come: up to six entries, five judges and three criteria, some reviews missing.
fn panel() -> impl Strategy<Value = (Vec<Criterion>, Vec<Given>)> {
    let criteria = proptest::collection::vec((0u32..4, 1i64..6, any::<bool>()), 1..4)
        .prop_filter("some criterion counts", |criteria| {
            criteria.iter().any(|criterion| criterion.0 > 0)
        });
    (
        criteria,
        proptest::collection::vec(any::<u8>(), 90),
        proptest::collection::vec(any::<bool>(), 30),
    )
        .prop_map(|(criteria, values, present)| {
            let criteria: Vec<Criterion> = criteria
                .into_iter()
                .enumerate()
                .map(|(index, (weight, highest, turned))| Criterion {
                    direction: if turned {
                        Direction::LowerIsBetter
                    } else {
                        Direction::HigherIsBetter
                    },
                    ..criterion(&format!("c{index}"), weight, highest)
                })
                .collect();
            let mut rows = Vec::new();
            for review in (0..30).filter(|&review| present[review]) {
                for (index, criterion) in criteria.iter().enumerate() {
                    let value = i64::from(values[review * 3 + index])
                        % (i64::try_from(criterion.scale.steps()).expect("small") + 1);
                    rows.push((review % 5, review / 5, index, value));
                }
            }
            (criteria, rows)
        })
}

const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const CRITERIA: [&str; 3] = ["c0", "c1", "c2"];

fn ranked(criteria: Vec<Criterion>, rows: &[Given]) -> (Scores, Ranking) {
    let breaks = [TieBreak::Criterion("c0".to_owned()), TieBreak::HeadToHead];
    let rows: Vec<Score<'_>> = (rows.iter())
        .map(|&(judge, entry, index, value)| {
            score(NAMES[judge], NAMES[entry], CRITERIA[index], value)
        })
        .collect();
    let scores = Scores::new(criteria, NAMES, &rows).expect("the panel has no fault");
    let ranking = rank_by_mean(&scores, 2, &breaks).expect("c0 is always there");
    (scores, ranking)
}

proptest! {
    #[test]
    fn the_order_of_the_input_changes_nothing((criteria, rows) in panel(), seed: u64) {
        let mut shuffled = rows.clone();
        let mut turned = criteria.clone();
        turned.reverse();
        let mut state = seed | 1;
        for index in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let other = usize::try_from(state >> 33).expect("31 bits fit") % (index + 1);
            shuffled.swap(index, other);
        }
        prop_assert_eq!(ranked(criteria, &rows), ranked(turned, &shuffled));
    }

    #[test]
    fn ranks_follow_exact_means_and_every_entry_is_listed_once((criteria, rows) in panel()) {
        let (scores, ranking) = ranked(criteria, &rows);
        let mut listed: Vec<_> = ranking.entries.iter().map(|ranked| ranked.entry.clone()).collect();
        listed.sort();
        prop_assert_eq!(listed, scores.entries());
        let with_rank: Vec<_> = ranking.entries.iter().filter_map(|ranked| Some((ranked.rank?, ranked))).collect();
        for pair in with_rank.windows(2) {
            let mean = |index: usize| pair[index].1.summary.as_ref().map(|summary| summary.mean);
            prop_assert!(mean(0) >= mean(1));
            prop_assert!(pair[0].0 <= pair[1].0);
            prop_assert!(mean(0) == mean(1) || pair[0].0 < pair[1].0);
        }
        for (place, (rank, ranked)) in with_rank.iter().enumerate() {
            let sharing = with_rank.iter().filter(|other| other.0 == *rank).count();
            prop_assert_eq!(ranked.status == Status::Tied, sharing > 1);
            let better = with_rank.iter().filter(|other| other.0 < *rank).count();
            prop_assert_eq!(usize::try_from(*rank).expect("small"), better + 1, "place {}", place);
        }
    }

    #[test]
    fn the_mean_is_the_sum_of_the_weighted_shares((criteria, rows) in panel()) {
        let weights: u32 = criteria.iter().map(|criterion| criterion.weight).sum();
        let (_, ranking) = ranked(criteria.clone(), &rows);
        for ranked in &ranking.entries {
            let mut expected = 0.0;
            for &(_, entry, index, value) in &rows {
                if NAMES[entry] == ranked.entry {
                    let criterion = &criteria[index];
                    let share = f64::from(u32::try_from(value).expect("small")) / f64::from(u32::try_from(criterion.scale.steps()).expect("small"));
                    let share = if criterion.direction == Direction::LowerIsBetter { 1.0 - share } else { share };
                    expected += 100.0 * f64::from(criterion.weight) * share / f64::from(weights);
                }
            }
            if let Some(summary) = &ranked.summary {
                prop_assert!((summary.mean.to_f64() - expected / f64::from(ranked.reviews)).abs() < 1e-9);
                prop_assert!(summary.lowest <= summary.median && summary.median <= summary.highest);
                prop_assert!(summary.lowest <= summary.mean && summary.mean <= summary.highest);
            } else {
                prop_assert_eq!(ranked.reviews, 0);
            }
        }
    }
}
