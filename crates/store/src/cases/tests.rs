//! Every promise of a case, from the nominee's word to its end.

use plaudit_domain::{
    acceptance::{self, Event as Acceptance},
    case::{Event, Status},
    fact_check as check,
    ids::{CaseId, SeasonId},
    nomination,
    refusal::Refusal,
    season::Event as SeasonEvent,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Checked, decide_eligibility, disqualify, load, record_acceptance, record_fact_check,
    restart_fact_check, withdraw,
};
use crate::{
    Moment, Store, StoreError,
    builders::{
        empty_store,
        judged::{administrator, nominated, person},
        moved_season,
    },
    entities::{cases, decisions, nominations},
    screening::{self, Destination},
};

struct World {
    store: Store,
    _folder: tempfile::TempDir,
    season: SeasonId,
    moment: Moment,
    case: CaseId,
}

async fn world() -> World {
    let (store, folder) = empty_store().await;
    let season = moved_season(&store, &[SeasonEvent::Open]).await;
    let (_, moment) = administrator(&store).await;
    let nominee = person("Ann Lee", "Marrowby Council");
    let seen = nominated(&store, season, nominee, nomination::Status::Submitted).await;
    let case = screening::accept(&store, &moment, seen, Destination::NewCase)
        .await
        .expect("a case");
    World {
        store,
        _folder: folder,
        season,
        moment,
        case,
    }
}

impl World {
    async fn seen(&self) -> super::Seen {
        let case = load(self.store.read(), self.case).await.expect("the case");
        (case.id, case.version)
    }

    async fn case(&self) -> super::Case {
        load(self.store.read(), self.case).await.expect("the case")
    }

    async fn accept(&self, event: Acceptance, note: &str) -> Result<(), StoreError> {
        record_acceptance(&self.store, &self.moment, self.seen().await, event, note).await
    }

    async fn eligibility(&self, event: Event, reason: &str) -> Result<(), StoreError> {
        decide_eligibility(&self.store, &self.moment, self.seen().await, event, reason).await
    }

    async fn check(&self, by: &str, confirmed: bool) -> Result<(), StoreError> {
        let checked = Checked {
            by: by.into(),
            confirmed,
            note: "By telephone".into(),
        };
        record_fact_check(&self.store, &self.moment, self.seen().await, checked).await
    }

    async fn decisions(&self) -> Vec<(String, bool)> {
        decisions::Entity::find()
            .filter(decisions::Column::CaseId.eq(self.case.0))
            .order_by_asc(decisions::Column::Id)
            .all(self.store.read())
            .await
            .expect("decisions")
            .into_iter()
            .map(|row| (row.kind, row.undone_at.is_some()))
            .collect()
    }
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, StoreError>) -> Refusal {
    match answer {
        Err(StoreError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn the_nominee_is_told_and_accepts_and_may_withdraw_with_everything() {
    let world = world().await;
    assert_eq!(
        refusal(world.accept(Acceptance::Accept, "").await).key(),
        "not-possible"
    );
    world.accept(Acceptance::Tell, "").await.expect("told");
    world.accept(Acceptance::Accept, "").await.expect("accepts");
    assert_eq!(world.case().await.acceptance, acceptance::Status::Accepted);
    world
        .accept(Acceptance::Withdraw, "")
        .await
        .expect("withdraws");
    let case = world.case().await;
    assert_eq!(
        (case.status, case.acceptance),
        (Status::Withdrawn, acceptance::Status::Withdrawn)
    );
    let rows = nominations::Entity::find()
        .filter(nominations::Column::SeasonId.eq(world.season.0))
        .all(world.store.read())
        .await
        .expect("nominations");
    assert_eq!(rows[0].status, "withdrawn");
    assert_eq!(world.decisions().await, [("withdrawn".to_owned(), false)]);
}

#[tokio::test]
async fn accepting_after_declining_needs_a_reason() {
    let world = world().await;
    world.accept(Acceptance::Tell, "").await.expect("told");
    world
        .accept(Acceptance::Decline, "")
        .await
        .expect("declines");
    assert_eq!(
        refusal(world.accept(Acceptance::AcceptAfterAll, " ").await),
        Refusal::ReasonNeeded
    );
    world
        .accept(Acceptance::AcceptAfterAll, "Thought again")
        .await
        .expect("accepts after all");
    assert_eq!(world.case().await.acceptance, acceptance::Status::Accepted);
}

#[tokio::test]
async fn a_nominee_who_accepted_nothing_can_still_leave() {
    let world = world().await;
    withdraw(&world.store, &world.moment, world.seen().await, "By letter")
        .await
        .expect("withdrawn");
    let case = world.case().await;
    assert_eq!(
        (case.status, case.acceptance),
        (Status::Withdrawn, acceptance::Status::Untold)
    );
    let again = withdraw(&world.store, &world.moment, world.seen().await, "").await;
    assert_eq!(refusal(again).key(), "not-possible");
}

#[tokio::test]
async fn the_facts_are_confirmed_by_somebody_who_did_not_nominate() {
    let world = world().await;
    assert_eq!(
        refusal(world.check(" ROBIN  teal", true).await),
        Refusal::HasAPart
    );
    world
        .check("Kit Moor, head of service", true)
        .await
        .expect("recorded");
    assert_eq!(world.case().await.fact_check, check::Status::Received);
    assert_eq!(
        refusal(world.check("Kit Moor", false).await).key(),
        "not-possible"
    );
    let unreasoned = restart_fact_check(&world.store, &world.moment, world.seen().await, "").await;
    assert_eq!(refusal(unreasoned), Refusal::ReasonNeeded);
    restart_fact_check(
        &world.store,
        &world.moment,
        world.seen().await,
        "Wrong person",
    )
    .await
    .expect("asked again");
    assert_eq!(world.case().await.fact_check, check::Status::Requested);
    world.check("Lou Hart", false).await.expect("recorded");
    assert_eq!(
        world.decisions().await,
        [
            ("facts-confirmed".to_owned(), true),
            ("facts-not-confirmed".to_owned(), false)
        ]
    );
}

#[tokio::test]
async fn not_eligible_carries_a_reason_and_so_does_taking_it_back() {
    let world = world().await;
    assert_eq!(
        refusal(world.eligibility(Event::FindNotEligible, "").await),
        Refusal::ReasonNeeded
    );
    world
        .eligibility(Event::FindNotEligible, "Left the council in 2024")
        .await
        .expect("not eligible");
    assert_eq!(
        refusal(world.eligibility(Event::Reopen, "").await),
        Refusal::ReasonNeeded
    );
    world
        .eligibility(Event::Reopen, "Returned in 2025")
        .await
        .expect("reopened");
    assert_eq!(
        refusal(world.eligibility(Event::FindEligible, "").await),
        Refusal::NotAccepted
    );
    world.accept(Acceptance::Tell, "").await.expect("told");
    world.accept(Acceptance::Accept, "").await.expect("accepts");
    assert_eq!(
        refusal(world.eligibility(Event::FindEligible, "").await),
        Refusal::NotFactChecked
    );
    assert_eq!(world.case().await.status, Status::Forming);
    world.check("Kit Moor", true).await.expect("confirmed");
    world
        .eligibility(Event::FindEligible, "")
        .await
        .expect("eligible");
    assert_eq!(world.case().await.status, Status::Eligible);
    assert_eq!(
        world.decisions().await,
        [
            ("not-eligible".to_owned(), true),
            ("facts-confirmed".to_owned(), false),
            ("eligible".to_owned(), false)
        ]
    );
}

#[tokio::test]
async fn what_was_recorded_of_the_nominee_in_error_is_taken_back_with_a_reason() {
    let world = world().await;
    world.accept(Acceptance::Tell, "").await.expect("told");
    world.accept(Acceptance::Accept, "").await.expect("accepts");
    assert_eq!(
        refusal(world.accept(Acceptance::TakeBack, " ").await),
        Refusal::ReasonNeeded
    );
    for status in [acceptance::Status::Told, acceptance::Status::Untold] {
        world
            .accept(Acceptance::TakeBack, "The wrong case")
            .await
            .expect("taken back");
        assert_eq!(world.case().await.acceptance, status);
    }
    let row = cases::Entity::find_by_id(world.case.0)
        .one(world.store.read())
        .await
        .expect("cases")
        .expect("the case");
    assert_eq!(row.told_at, None);
}

#[tokio::test]
async fn a_shortlist_is_not_made_by_the_door_of_eligibility() {
    let world = world().await;
    let answer = world.eligibility(Event::Shortlist, "Because").await;
    assert_eq!(refusal(answer).key(), "not-possible");
    assert_eq!(world.case().await.status, Status::Forming);
}

#[tokio::test]
async fn disqualifying_needs_a_reason_and_is_the_end() {
    let world = world().await;
    let answer = disqualify(&world.store, &world.moment, world.seen().await, "").await;
    assert_eq!(refusal(answer), Refusal::ReasonNeeded);
    disqualify(
        &world.store,
        &world.moment,
        world.seen().await,
        "The figures were invented",
    )
    .await
    .expect("out");
    assert_eq!(world.case().await.status, Status::Disqualified);
}

#[tokio::test]
async fn two_people_deciding_one_case_at_once_do_not_overwrite_each_other() {
    let world = world().await;
    let seen = world.seen().await;
    world
        .eligibility(Event::FindNotEligible, "Left the council in 2024")
        .await
        .expect("the first is faster");
    let second = disqualify(&world.store, &world.moment, seen, "Invented").await;
    assert!(matches!(second, Err(StoreError::Stale)), "{second:?}");
    assert_eq!(world.case().await.status, Status::NotEligible);
}
