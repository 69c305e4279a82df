//! The IT-progress award as it ships can be set up, opened and closed, and keeps its promises on the way.

use plaudit_domain::{
    question::Asks,
    refusal::Refusal,
    rule_set,
    season::{Event, Status, Timetable},
};

use crate::{
    StoreError,
    builders::{at, contact, empty_store, moment, ready_season, timetable},
    ledger, questions, rule_sets, seasons, shipped,
};

#[tokio::test]
async fn the_award_ships_with_its_questions_criteria_and_decision_rule() {
    let (store, _folder) = empty_store().await;
    let season = ready_season(&store).await;
    let limits: Vec<_> = questions::list(&store, season)
        .await
        .expect("questions")
        .into_iter()
        .map(|question| match question.asks {
            Asks::LongText { word_limit } => word_limit,
            _ => 0,
        })
        .collect();
    assert_eq!(limits, [150, 200, 250, 200, 150, 80]);
    let rules = rule_sets::current(&store, season)
        .await
        .expect("a rule set");
    let weights: Vec<_> = rules
        .criteria
        .iter()
        .map(|criterion| (criterion.key.as_str(), criterion.weight))
        .collect();
    let expected = [
        ("progress", 35),
        ("own_contribution", 25),
        ("difference_made", 25),
        ("lasting_and_reach", 15),
    ];
    assert_eq!(weights, expected);
    assert!(
        rules
            .criteria
            .iter()
            .all(|criterion| criterion.descriptors.len() == 6)
    );
    assert_eq!(
        (rules.merit_floor, rules.quorum, rules.shortlist_size),
        (6_000, 3, 5)
    );
    assert_eq!(rules.share(&rules.criteria[0]), 3_500);
}

#[tokio::test]
async fn a_season_opens_only_when_everything_is_ready_and_then_its_rules_are_locked() {
    let (store, _folder) = empty_store().await;
    let now = moment("2027-01-04T10:00:00Z");
    let set_up = shipped::SetUp {
        contact: contact(),
        stewards: vec![],
        season: "2027".into(),
        timetable: Timetable {
            decision_at: None,
            ..timetable()
        },
    };
    let award = shipped::it_progress();
    let (_, unready) = shipped::set_up(&store, &now, award, set_up)
        .await
        .expect("it is set up");
    let refused = seasons::move_on(&store, &now, unready, Event::Open, None).await;
    let Err(StoreError::Refused(refusal)) = refused else {
        unreachable!("it must not open")
    };
    assert_eq!(refusal, Refusal::Incomplete(vec!["terms", "dates"]));
}

#[tokio::test]
async fn a_season_whose_close_has_passed_does_not_open() {
    let (store, _folder) = empty_store().await;
    let season = ready_season(&store).await;
    let late = moment("2027-03-04T12:00:00Z");
    let refused = seasons::move_on(&store, &late, season, Event::Open, None).await;
    let Err(StoreError::Refused(refusal)) = refused else {
        unreachable!("it must not open")
    };
    assert_eq!(refusal, Refusal::Incomplete(vec!["close-to-come"]));
}

#[tokio::test]
async fn opening_locks_the_rule_set_and_seals_its_text() {
    let (store, _folder) = empty_store().await;
    let season = ready_season(&store).await;
    let now = moment("2027-01-11T08:00:00Z");
    let status = seasons::move_on(&store, &now, season, Event::Open, None)
        .await
        .expect("it opens");
    assert_eq!(status, Status::Open);
    let rules = rule_sets::current(&store, season)
        .await
        .expect("a rule set");
    assert_eq!(rules.status, rule_set::Status::Locked);
    assert_eq!(rules.digest.as_ref().map(String::len), Some(64));
    let first = rules.criteria[0].id;
    let refused = rule_sets::remove_criterion(&store, &now, first).await;
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::Locked))));
    let question = questions::list(&store, season)
        .await
        .expect("questions")
        .remove(0)
        .id;
    let refused = questions::remove(&store, &now, question).await;
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::Locked))));
    ledger::seal(&store).await.expect("it is sealed");
    assert_eq!(ledger::verify(&store).await.expect("it is read").faults, []);
}

#[tokio::test]
async fn the_clock_closes_a_season_after_its_deadline_and_an_extension_opens_it_again() {
    let (store, _folder) = empty_store().await;
    let season = ready_season(&store).await;
    seasons::move_on(
        &store,
        &moment("2027-01-11T08:00:00Z"),
        season,
        Event::Open,
        None,
    )
    .await
    .expect("it opens");
    let closing = moment("2027-03-04T12:00:00Z");
    assert_eq!(
        seasons::close_due(&store, &closing)
            .await
            .expect("nothing is due"),
        0
    );
    let later = moment("2027-03-04T12:00:01Z");
    assert_eq!(
        seasons::close_due(&store, &later)
            .await
            .expect("one is due"),
        1
    );
    assert_eq!(
        seasons::get(&store, season)
            .await
            .expect("the season")
            .status,
        Status::Screening
    );

    let without_reason = seasons::extend(
        &store,
        &later,
        season,
        at("2027-03-11T12:00:00Z"),
        " ".into(),
    )
    .await;
    assert!(matches!(
        without_reason,
        Err(StoreError::Refused(Refusal::ReasonNeeded))
    ));
    let into_the_past = seasons::extend(
        &store,
        &later,
        season,
        at("2027-03-01T12:00:00Z"),
        "snow".into(),
    )
    .await;
    assert!(matches!(
        into_the_past,
        Err(StoreError::Refused(Refusal::Incomplete(_)))
    ));
    let extended = seasons::extend(
        &store,
        &later,
        season,
        at("2027-03-11T12:00:00Z"),
        "snow".into(),
    )
    .await;
    assert_eq!(extended.expect("it is put off"), Status::Open);
    let reopened = seasons::get(&store, season).await.expect("the season");
    assert_eq!(
        reopened.timetable.closes_at,
        Some(at("2027-03-11T12:00:00Z"))
    );
}
