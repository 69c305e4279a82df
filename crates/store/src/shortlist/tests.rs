//! Every promise of the shortlist, on four cases and three judges.

use plaudit_domain::{
    case::{Event, Status},
    ids::{AccountId, CaseId, CategoryId, SeasonId},
    refusal::Refusal,
    season::Event as SeasonEvent,
};
use sea_orm::{EntityTrait, QueryOrder};

use super::{decide, take, undo};
use crate::{
    Moment, Store, StoreError,
    builders::{
        empty_store, judge,
        judged::{account, administrator, case_in_judging, category, scored},
        moved_season,
    },
    cases,
    entities::facts,
    reports::{Viewer, ranking::ranking},
};

struct World {
    store: Store,
    _folder: tempfile::TempDir,
    category: CategoryId,
    viewer: Viewer,
    moment: Moment,
    /// 90, 70, 50 (below the floor) and 95 with one scorecard (below the quorum).
    cases: [CaseId; 4],
}

async fn world() -> World {
    let (store, folder) = empty_store().await;
    let events = [
        SeasonEvent::Open,
        SeasonEvent::Close,
        SeasonEvent::BeginJudging,
    ];
    // The cases come in before the judges do.
    let season = moved_season(&store, &events[..1]).await;
    let (administrator, moment) = administrator(&store).await;
    let mut cases = Vec::new();
    for name in ["Ann Lee", "Bo Ray", "Cy Dee", "Di Poe"] {
        cases.push(case_in_judging(&store, season, name).await);
    }
    judge(&store, season, 9).await;
    for event in &events[1..] {
        crate::seasons::move_on(&store, &moment, season, *event, None)
            .await
            .expect("the season moves");
    }
    let judges = [
        account(&store, "Judge One").await,
        account(&store, "Judge Two").await,
        account(&store, "Judge Three").await,
    ];
    let cases: [CaseId; 4] = cases.try_into().expect("four cases");
    score(&store, season, cases[0], &judges, 5).await;
    score(&store, season, cases[1], &judges, 4).await;
    score(&store, season, cases[2], &judges, 2).await;
    score(&store, season, cases[3], &judges[..1], 5).await;
    World {
        category: category(&store, season).await,
        store,
        _folder: folder,
        viewer: Viewer::Administrator(administrator),
        moment,
        cases,
    }
}

async fn score(store: &Store, season: SeasonId, case: CaseId, judges: &[AccountId], steps: i64) {
    for judge in judges {
        scored(store, season, case, *judge, &[steps; 4]).await;
    }
}

impl World {
    async fn seen(&self, index: usize) -> cases::Seen {
        let case = cases::load(self.store.read(), self.cases[index])
            .await
            .expect("the case");
        (case.id, case.version)
    }

    async fn status(&self, index: usize) -> Status {
        cases::load(self.store.read(), self.cases[index])
            .await
            .expect("the case")
            .status
    }

    async fn decide(&self, index: usize, event: Event, reason: &str) -> Result<(), StoreError> {
        decide(
            &self.store,
            &self.moment,
            self.seen(index).await,
            event,
            reason,
        )
        .await
    }

    async fn facts(&self) -> usize {
        facts::Entity::find()
            .all(self.store.read())
            .await
            .expect("facts")
            .len()
    }
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, StoreError>) -> Refusal {
    match answer {
        Err(StoreError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn the_ranking_lists_every_case_and_ranks_those_with_a_quorum() {
    let world = world().await;
    let ranking = ranking(&world.store, &world.viewer, world.category)
        .await
        .expect("a ranking");
    let said: Vec<_> = ranking
        .rows
        .iter()
        .map(|row| {
            let place = &row.place;
            let total = place
                .figures
                .as_ref()
                .map(|figures| figures.total.to_string());
            (
                row.nominee.clone().unwrap_or_default(),
                place.rank,
                total.unwrap_or_default(),
                place.received,
                place.is_below_merit_floor,
                place.is_within_cut,
                row.nominations,
            )
        })
        .collect();
    let row = |name: &str, rank, total: &str, received, below, within| {
        (
            name.to_owned(),
            rank,
            total.to_owned(),
            received,
            below,
            within,
            1,
        )
    };
    assert_eq!(
        said,
        [
            row("Ann Lee", Some(1), "100.00", 3, false, true),
            row("Bo Ray", Some(2), "80.00", 3, false, true),
            row("Cy Dee", Some(3), "40.00", 3, true, false),
            row("Di Poe", None, "100.00", 1, false, false),
        ]
    );
    let judge = Viewer::Judge(plaudit_domain::ids::AccountId::from(uuid::Uuid::nil()));
    for other in [Viewer::Visitor, judge] {
        let answer = super::super::reports::ranking::ranking(&world.store, &other, world.category);
        assert!(matches!(answer.await, Err(StoreError::NotFound)));
    }
}

#[tokio::test]
async fn no_reason_helps_below_the_quorum_or_the_merit_floor() {
    let world = world().await;
    let before = world.facts().await;
    for event in [Event::Shortlist, Event::HoldInReserve] {
        assert_eq!(
            refusal(world.decide(3, event, "A fine case").await),
            Refusal::NoQuorum {
                received: 1,
                needed: 3
            }
        );
        assert_eq!(
            refusal(world.decide(2, event, "A fine case").await),
            Refusal::BelowMeritFloor
        );
    }
    assert_eq!(world.facts().await, before);
    assert_eq!(world.status(2).await, Status::InJudging);
}

#[tokio::test]
async fn a_departure_from_the_ranking_needs_a_reason_and_what_follows_it_needs_none() {
    let world = world().await;
    world
        .decide(0, Event::Shortlist, "")
        .await
        .expect("it is first");
    assert_eq!(
        refusal(world.decide(1, Event::HoldInReserve, "").await),
        Refusal::ReasonNeeded
    );
    world
        .decide(1, Event::HoldInReserve, "The panel asked for a visit")
        .await
        .expect("held");
    world
        .decide(2, Event::LeaveOut, "")
        .await
        .expect("it is below the floor");
    assert_eq!(
        [
            world.status(0).await,
            world.status(1).await,
            world.status(2).await
        ],
        [Status::Shortlisted, Status::Reserve, Status::NotShortlisted]
    );
}

#[tokio::test]
async fn a_reserve_is_promoted_with_a_reason_and_everything_is_undone_with_another() {
    let world = world().await;
    world
        .decide(1, Event::HoldInReserve, "Visit first")
        .await
        .expect("held");
    assert_eq!(
        refusal(world.decide(1, Event::Promote, "").await),
        Refusal::ReasonNeeded
    );
    world
        .decide(1, Event::Promote, "The visit went well")
        .await
        .expect("promoted");
    let answer = undo(&world.store, &world.moment, world.seen(1).await, " ").await;
    assert_eq!(refusal(answer), Refusal::ReasonNeeded);
    undo(
        &world.store,
        &world.moment,
        world.seen(1).await,
        "Marked in error",
    )
    .await
    .expect("undone");
    assert_eq!(world.status(1).await, Status::InJudging);
    let shortlist =
        crate::reports::shortlist::shortlist(&world.store, &world.viewer, world.category)
            .await
            .expect("a shortlist");
    let decisions = &shortlist.decisions[&world.cases[1]];
    let said: Vec<_> = decisions
        .iter()
        .map(|decision| (decision.kind.as_str(), decision.reason.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("promoted", "The visit went well"),
            ("reserve", "Visit first")
        ]
    );
    for decision in decisions {
        assert_eq!(
            decision.undone.as_ref().map(|(_, reason)| reason.as_str()),
            Some("Marked in error")
        );
    }
}

#[tokio::test]
async fn the_cut_is_taken_in_one_step_as_it_was_previewed_or_not_at_all() {
    let world = world().await;
    let stale = take(
        &world.store,
        &world.moment,
        world.category,
        vec![world.seen(0).await],
        "",
    )
    .await;
    assert!(matches!(stale, Err(StoreError::Stale)), "{stale:?}");
    assert_eq!(world.status(0).await, Status::InJudging);
    let previewed = vec![world.seen(1).await, world.seen(0).await];
    let taken = take(&world.store, &world.moment, world.category, previewed, "")
        .await
        .expect("taken");
    assert_eq!(taken, 2);
    assert_eq!(
        [world.status(0).await, world.status(1).await],
        [Status::Shortlisted, Status::Shortlisted]
    );
    let nothing = take(&world.store, &world.moment, world.category, vec![], "").await;
    assert_eq!(nothing.expect("nothing is left to take"), 0);
}

#[tokio::test]
async fn the_fact_of_a_decision_says_how_the_case_stood() {
    let world = world().await;
    world
        .decide(0, Event::Shortlist, "")
        .await
        .expect("it is first");
    let last = facts::Entity::find()
        .order_by_desc(facts::Column::Id)
        .one(world.store.read())
        .await
        .expect("facts")
        .expect("a fact");
    assert_eq!(
        last.body,
        r#"{"departs":false,"from":"in-judging","rank":1,"received":3,"rule-set":1,"to":"shortlisted","total-hundredths":10000}"#
    );
}
