//! Every promise of screening, on a season that is open.

use plaudit_domain::{
    case,
    fact::FactKind,
    ids::{CaseId, SeasonId},
    nomination::Status,
    refusal::Refusal,
    season::Event as SeasonEvent,
};
use sea_orm::{EntityTrait, QueryOrder};

use super::{Destination, Seen, accept, admit_late, find_ineligible, reopen, tell_apart};
use crate::{
    Moment, Store, StoreError,
    builders::{
        empty_store, judge,
        judged::{administrator, nominated, person},
        moved_season,
    },
    cases,
    entities::{facts, nominations},
};

async fn open() -> (Store, tempfile::TempDir, SeasonId, Moment) {
    let (store, folder) = empty_store().await;
    let season = moved_season(&store, &[SeasonEvent::Open]).await;
    let (_, moment) = administrator(&store).await;
    (store, folder, season, moment)
}

async fn submitted(store: &Store, season: SeasonId, name: &str) -> Seen {
    let nominee = person(name, "Marrowby Council");
    nominated(store, season, nominee, Status::Submitted).await
}

async fn row(store: &Store, seen: Seen) -> nominations::Model {
    nominations::Entity::find_by_id(seen.0.0)
        .one(store.read())
        .await
        .expect("it is read")
        .expect("it is there")
}

/// The kinds of the facts since the first `skip`.
async fn noted(store: &Store, skip: usize) -> Vec<FactKind> {
    let rows = facts::Entity::find()
        .order_by_asc(facts::Column::Id)
        .all(store.read())
        .await
        .expect("facts");
    rows.iter()
        .skip(skip)
        .map(|fact| FactKind::parse(&fact.kind).expect("a kind"))
        .collect()
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, StoreError>) -> Refusal {
    match answer {
        Err(StoreError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn an_accepted_nomination_forms_a_case_and_a_second_one_joins_it() {
    let (store, _folder, season, moment) = open().await;
    let first = submitted(&store, season, "Siân Wyn").await;
    let second = submitted(&store, season, "Sian Wyn").await;
    let before = noted(&store, 0).await.len();
    let case = accept(&store, &moment, first, Destination::NewCase)
        .await
        .expect("it is accepted");
    let joined = accept(&store, &moment, second, Destination::Case(case))
        .await
        .expect("it joins");
    assert_eq!(joined, case);
    for seen in [first, second] {
        let row = row(&store, seen).await;
        assert_eq!((row.status.as_str(), row.version), ("accepted", 2));
        assert_eq!(row.case_id.map(CaseId::from), Some(case));
    }
    assert_eq!(
        noted(&store, before).await,
        [
            FactKind::NominationMoved,
            FactKind::CaseFormed,
            FactKind::NominationMoved,
            FactKind::NominationJoined
        ]
    );
    let formed = cases::load(store.read(), case).await.expect("the case");
    assert_eq!(formed.status, case::Status::Forming);
}

#[tokio::test]
async fn cases_are_numbered_from_one_in_their_category() {
    let (store, _folder, season, moment) = open().await;
    let mut numbers = Vec::new();
    for name in ["Ann Lee", "Bo Ray", "Cy Dee"] {
        let seen = submitted(&store, season, name).await;
        let case = accept(&store, &moment, seen, Destination::NewCase)
            .await
            .expect("a case");
        let row = crate::entities::cases::Entity::find_by_id(case.0)
            .one(store.read())
            .await
            .expect("it is read")
            .expect("it is there");
        numbers.push(row.number);
    }
    assert_eq!(numbers, [1, 2, 3]);
}

#[tokio::test]
async fn a_case_is_named_after_those_who_stay() {
    let (store, _folder, season, moment) = open().await;
    let (first, _) = submitted(&store, season, "John Smith").await;
    let (second, _) = submitted(&store, season, "John Smith, the other").await;
    let case = accept(&store, &moment, (first, 1), Destination::NewCase)
        .await
        .expect("a case");
    accept(&store, &moment, (second, 1), Destination::Case(case))
        .await
        .expect("it joins");
    let nominee =
        async |of: plaudit_domain::ids::NominationId| row(&store, (of, 1)).await.nominee_id;
    let named = async || {
        let case = cases::load(store.read(), case).await.expect("a case");
        Some(case.nominee.0)
    };
    assert_eq!(named().await, nominee(first).await);
    tell_apart(&store, &moment, (first, 2), "Another John Smith")
        .await
        .expect("told apart");
    assert_eq!(named().await, nominee(second).await);
}

#[tokio::test]
async fn telling_apart_needs_a_reason_and_closes_a_case_that_has_no_other_nomination() {
    let (store, _folder, season, moment) = open().await;
    let (id, _) = submitted(&store, season, "Ann Lee").await;
    let case = accept(&store, &moment, (id, 1), Destination::NewCase)
        .await
        .expect("a case");
    let before = noted(&store, 0).await.len();
    assert_eq!(
        refusal(tell_apart(&store, &moment, (id, 2), "  ").await),
        Refusal::ReasonNeeded
    );
    assert_eq!(noted(&store, before).await, []);
    tell_apart(&store, &moment, (id, 2), "Another Ann Lee")
        .await
        .expect("told apart");
    let now = row(&store, (id, 3)).await;
    assert_eq!((now.status.as_str(), now.case_id), ("submitted", None));
    assert_eq!(
        cases::load(store.read(), case)
            .await
            .expect("a case")
            .status,
        case::Status::Withdrawn
    );
    assert_eq!(
        noted(&store, before).await,
        [FactKind::NominationMoved, FactKind::CaseMoved]
    );
    assert!(
        matches!(
            accept(&store, &moment, (id, 3), Destination::Case(case)).await,
            Err(StoreError::Refused(Refusal::NotPossible { .. }))
        ),
        "nothing joins a case that is withdrawn"
    );
}

#[tokio::test]
async fn a_case_keeps_its_other_nominations_when_one_is_told_apart() {
    let (store, _folder, season, moment) = open().await;
    let first = submitted(&store, season, "Ann Lee").await;
    let (second, _) = submitted(&store, season, "Ann Lee").await;
    let case = accept(&store, &moment, first, Destination::NewCase)
        .await
        .expect("a case");
    accept(&store, &moment, (second, 1), Destination::Case(case))
        .await
        .expect("it joins");
    tell_apart(&store, &moment, (second, 2), "Another council")
        .await
        .expect("told apart");
    assert_eq!(
        cases::load(store.read(), case)
            .await
            .expect("a case")
            .status,
        case::Status::Forming
    );
}

#[tokio::test]
async fn ineligible_is_a_decision_with_a_reason_and_is_taken_back_with_another() {
    let (store, _folder, season, moment) = open().await;
    let (id, _) = submitted(&store, season, "Ann Lee").await;
    assert_eq!(
        refusal(find_ineligible(&store, &moment, (id, 1), "").await),
        Refusal::ReasonNeeded
    );
    find_ineligible(&store, &moment, (id, 1), "Works for a supplier")
        .await
        .expect("ineligible");
    assert_eq!(row(&store, (id, 2)).await.status, "ineligible");
    assert_eq!(
        refusal(accept(&store, &moment, (id, 2), Destination::NewCase).await).key(),
        "not-possible"
    );
    reopen(&store, &moment, (id, 2), "On secondment from the council")
        .await
        .expect("reopened");
    assert_eq!(row(&store, (id, 3)).await.status, "submitted");
}

#[tokio::test]
async fn a_late_nomination_is_admitted_with_a_reason_and_stays_marked_late() {
    let (store, _folder, season, moment) = open().await;
    let nominee = person("Ann Lee", "Marrowby Council");
    let (id, _) = nominated(&store, season, nominee, Status::Lapsed).await;
    assert_eq!(
        refusal(admit_late(&store, &moment, (id, 1), "").await),
        Refusal::ReasonNeeded
    );
    admit_late(&store, &moment, (id, 1), "Their network was down")
        .await
        .expect("admitted");
    let now = row(&store, (id, 2)).await;
    assert_eq!((now.status.as_str(), now.late), ("submitted", true));
}

#[tokio::test]
async fn whoever_decides_on_what_they_saw_before_somebody_else_did_is_told_so() {
    let (store, _folder, season, moment) = open().await;
    let seen = submitted(&store, season, "Ann Lee").await;
    find_ineligible(&store, &moment, seen, "Works for a supplier")
        .await
        .expect("the first is faster");
    let before = noted(&store, 0).await.len();
    let second = accept(&store, &moment, seen, Destination::NewCase).await;
    assert!(matches!(second, Err(StoreError::Stale)), "{second:?}");
    assert_eq!(noted(&store, before).await, []);
}

#[tokio::test]
async fn nothing_is_screened_once_judging_has_begun() {
    let (store, _folder) = empty_store().await;
    let season = moved_season(&store, &[SeasonEvent::Open, SeasonEvent::Close]).await;
    let (_, moment) = administrator(&store).await;
    judge(&store, season, 1).await;
    crate::seasons::move_on(&store, &moment, season, SeasonEvent::BeginJudging, None)
        .await
        .expect("the season moves");
    let seen = submitted(&store, season, "Ann Lee").await;
    assert_eq!(
        refusal(accept(&store, &moment, seen, Destination::NewCase).await),
        Refusal::JudgingBegun
    );
}
