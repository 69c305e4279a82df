//! What the store's own tests begin with: an empty store in a folder of its own, moments, and a season that is ready.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use plaudit_domain::{
    ids::SeasonId,
    person::{Contact, Email, Telephone},
    season::Timetable,
    terms::Event,
};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{Actor, Address, Ids, Moment, Store, shipped, terms};

/// A new SQLite store; it is gone with the folder.
pub(crate) async fn empty_store() -> (Store, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let address = Address::Sqlite(folder.path().join("plaudit.db"));
    let store = Store::open(&address, at("2027-01-01T00:00:00Z"))
        .await
        .expect("a store");
    (store, folder)
}

/// An instant.
pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// The system's moment at this instant, with ids that count up and never repeat within the process.
pub(crate) fn moment(text: &str) -> Moment {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let ids = Ids::new(|| Uuid::from_u64_pair(0, NEXT.fetch_add(1, Ordering::Relaxed)));
    Moment::new(at(text), Actor::System, ids)
}

/// A contact.
pub(crate) fn contact() -> Contact {
    Contact {
        name: "Ann Lee".into(),
        email: Email::parse("awards@society.example").expect("an address"),
        telephone: Telephone::parse("01632 960001").expect("a number"),
    }
}

/// The dates of the IT-progress award of 2027.
pub(crate) fn timetable() -> Timetable {
    Timetable {
        opens_at: Some(at("2027-01-11T09:00:00Z")),
        closes_at: Some(at("2027-03-04T12:00:00Z")),
        judging_ends_at: Some(at("2027-05-13T11:00:00Z")),
        decision_at: Some(at("2027-06-10T11:00:00Z")),
        announcement_at: Some(at("2027-10-13T11:00:00Z")),
    }
}

/// The IT-progress award with a draft season whose terms are approved: ready to open.
pub(crate) async fn ready_season(store: &Store) -> SeasonId {
    let set_up = shipped::SetUp {
        contact: contact(),
        stewards: vec!["The association".into(), "The society".into()],
        season: "2027".into(),
        timetable: timetable(),
    };
    let moment = moment("2027-01-04T10:00:00Z");
    let (programme, season) = shipped::set_up(store, &moment, shipped::it_progress(), set_up)
        .await
        .expect("the award is set up");
    let version = terms::list(store, programme)
        .await
        .expect("terms")
        .remove(0);
    terms::move_on(store, &moment, version.id, Event::SendForApproval, None)
        .await
        .expect("it is sent");
    let note = Some("approved at the meetings of 4 January".to_owned());
    terms::move_on(store, &moment, version.id, Event::Approve, note)
        .await
        .expect("it is approved");
    season
}
