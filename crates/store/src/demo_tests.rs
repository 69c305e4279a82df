//! The demo's world is whole, and its ledger holds.

use plaudit_domain::{season::Status, stage::Kind};
use sea_orm::{EntityTrait, PaginatorTrait};
use uuid::Uuid;

use crate::{
    builders::{empty_store, ids},
    demo,
    entities::{cases, nominations, scorecards},
    ledger, outbox, seasons,
};

#[tokio::test]
async fn the_demo_shows_a_season_half_judged_one_announced_one_open_and_one_in_its_sift() {
    let (store, _folder) = empty_store().await;
    let world = demo::load(&store, ids()).await.expect("the world");
    let season = seasons::get(&store, world.season)
        .await
        .expect("the season");
    assert_eq!(season.status, Status::Judging);
    let earlier = seasons::get(&store, world.earlier_season)
        .await
        .expect("the season before");
    assert_eq!(earlier.status, Status::Announced);
    let second = seasons::get(&store, world.second_season)
        .await
        .expect("the second season");
    assert_eq!(second.status, Status::Open);
    let window = second.timetable.nominations().expect("a window");
    assert!(window.holds(world.now));

    let sifted = seasons::get(&store, world.sifted_season)
        .await
        .expect("the third season");
    assert_eq!((sifted.status, sifted.stage), (Status::Judging, Kind::Sift));

    let count = |found: Result<u64, _>| found.expect("a count");
    assert_eq!(
        count(nominations::Entity::find().count(store.read()).await),
        38
    );
    assert_eq!(count(cases::Entity::find().count(store.read()).await), 29);
    let scorecards = count(scorecards::Entity::find().count(store.read()).await);
    assert!((98..138).contains(&scorecards), "{scorecards} scorecards");

    let due = outbox::claim(&store, world.now, Uuid::nil(), 100);
    let due = due.await.expect("the outbox is read");
    assert_eq!(due.len(), 0, "letters of the past went out in the past");

    let found = ledger::verify(&store).await.expect("it is read");
    assert_eq!((found.unsealed, found.faults), (0, vec![]));
}
