//! What the store's own tests begin with: an empty store in a folder of its own, moments, and a season that is ready.

pub(crate) mod judged;

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use plaudit_domain::{
    acceptance, case, fact_check,
    ids::{AccountId, CaseId, CategoryId, MembershipId, NominationId, PersonId, SeasonId},
    membership, nomination,
    person::{Contact, Email, Person, Telephone},
    season::{self, Timetable},
    terms::Event,
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{
    Actor, Address, Ids, Moment, Store, StoreError,
    entities::{accounts, cases, memberships, nominations},
    people, seasons, shipped, terms,
};

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

/// Ids that count up and never repeat within the process.
pub(crate) fn ids() -> Ids {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Ids::new(|| Uuid::from_u64_pair(0, NEXT.fetch_add(1, Ordering::Relaxed)))
}

/// The system's moment at this instant.
pub(crate) fn moment(text: &str) -> Moment {
    Moment::new(at(text), Actor::System, ids())
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
    terms::move_on(
        store,
        &moment,
        (version.id, version.version),
        Event::SendForApproval,
        None,
    )
    .await
    .expect("it is sent");
    let note = Some("approved at the meetings of 4 January".to_owned());
    terms::move_on(
        store,
        &moment,
        (version.id, version.version),
        Event::Approve,
        note,
    )
    .await
    .expect("it is approved");
    season
}

/// A season whose cases wait for the judges: everybody in it is named by number, from 1.
pub(crate) struct Panel {
    /// The season, in screening.
    pub(crate) season: SeasonId,
    /// The judges, all of whom accepted: `judge-1@society.example` …
    pub(crate) judges: Vec<AccountId>,
    /// The cases, eligible, each of one nomination: `nominee-1@council.example` by `nominator-1@council.example` …
    pub(crate) cases: Vec<CaseId>,
}

/// A season in screening with so many judges and so many eligible cases.
pub(crate) async fn panel(store: &Store, judges: usize, cases: usize) -> Panel {
    let season = ready_season(store).await;
    for event in [season::Event::Open, season::Event::Close] {
        seasons::move_on(store, &moment(moved_at(event)), season, event, None)
            .await
            .expect("the season moves");
    }
    let category = seasons::categories(store, season)
        .await
        .expect("categories")
        .remove(0)
        .id;
    let mut panel = Panel {
        season,
        judges: Vec::new(),
        cases: Vec::new(),
    };
    for number in 1..=judges {
        panel.judges.push(judge(store, season, number).await);
    }
    for number in 1..=cases {
        panel
            .cases
            .push(case(store, season, category, number).await);
    }
    panel
}

fn person(name: &str, number: usize, at: &str) -> Person {
    Person {
        name: format!("{name} {number}"),
        email: Some(Email::parse(&format!("{name}-{number}@{at}.example")).expect("an address")),
        telephone: None,
        role: None,
        employer: Some(format!("{at} {number}")),
    }
}

/// A judge who has accepted.
pub(crate) async fn judge(store: &Store, season: SeasonId, number: usize) -> AccountId {
    store
        .write(
            (moment("2027-03-05T11:00:00Z"), season, number),
            |tx, &(ref moment, season, number)| {
                Box::pin(async move {
                    let judge = person("judge", number, "society");
                    let account: AccountId = moment.id();
                    let row = accounts::ActiveModel {
                        id: Set(account.0),
                        person_id: Set(people::insert(tx, moment, &judge).await?.0),
                        email: Set(format!("judge-{number}@society.example")),
                        created_at: Set(moment.at()),
                        signed_in_at: Set(None),
                    };
                    accounts::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    let row = memberships::ActiveModel {
                        id: Set(moment.id::<MembershipId>().0),
                        account_id: Set(account.0),
                        role: Set(membership::Role::Judge.as_str().to_owned()),
                        scope: Set(membership::Scope::Season(season).as_str().to_owned()),
                        scope_id: Set(season.0),
                        status: Set(membership::Status::Active.as_str().to_owned()),
                        invited_at: Set(moment.at()),
                        invited_by: Set(None),
                        answered_at: Set(Some(moment.at())),
                        ended_at: Set(None),
                        answer_by: Set(None),
                        expected_cases: Set(None),
                        minutes_a_case: Set(None),
                        decline_reason: Set(None),
                        stages: Set(None),
                    };
                    memberships::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    Ok(account)
                })
            },
        )
        .await
        .expect("a judge")
}

/// An eligible case of one accepted nomination, without answers.
pub(crate) async fn case(
    store: &Store,
    season: SeasonId,
    category: CategoryId,
    number: usize,
) -> CaseId {
    store
        .write(
            (moment("2027-03-05T12:00:00Z"), season, category, number),
            |tx, &(ref moment, season, category, number)| {
                Box::pin(async move {
                    let nominee = person("nominee", number, "council");
                    let nominator = person("nominator", number, "council");
                    let [nominee, nominator] =
                        people::insert_all(tx, moment, [&nominee, &nominator]).await?;
                    let case: CaseId = moment.id();
                    let row = cases::ActiveModel {
                        id: Set(case.0),
                        category_id: Set(category.0),
                        number: Set(i64::try_from(number).map_err(StoreError::unreadable)?),
                        nominee_id: Set(nominee.0),
                        status: Set(case::Status::Eligible.as_str().to_owned()),
                        acceptance: Set(acceptance::Status::Accepted.as_str().to_owned()),
                        told_at: Set(None),
                        fact_check: Set(fact_check::Status::Received.as_str().to_owned()),
                        fact_check_by: Set(None),
                        version: Set(1),
                        created_at: Set(moment.at()),
                        out_after: Set(None),
                        appointment: Set(None),
                    };
                    cases::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    let status = nomination::Status::Accepted;
                    let people = [nominee, nominator];
                    let row = nominations::ActiveModel {
                        case_id: Set(Some(case.0)),
                        ..received(moment, (season, category), people, status)
                    };
                    nominations::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    Ok(case)
                })
            },
        )
        .await
        .expect("a case")
}

/// The row of a nomination that was sent now, and is in no case.
fn received(
    moment: &Moment,
    (season, category): (SeasonId, CategoryId),
    [nominee, nominator]: [PersonId; 2],
    status: nomination::Status,
) -> nominations::ActiveModel {
    let id: NominationId = moment.id();
    let relationship = nomination::Relationship::Colleague.as_str();
    nominations::ActiveModel {
        id: Set(id.0),
        number: Set(format!("N-{}", &id.to_string()[30..])),
        season_id: Set(season.0),
        category_id: Set(Some(category.0)),
        status: Set(status.as_str().to_owned()),
        nominee_id: Set(Some(nominee.0)),
        nominator_id: Set(Some(nominator.0)),
        relationship: Set(Some(relationship.to_owned())),
        relationship_words: Set(None),
        self_nomination: Set(false),
        eligibility: Set(serde_json::json!({})),
        typed: Set(None),
        case_id: Set(None),
        started_at: Set(None),
        submitted_at: Set(Some(moment.at())),
        confirmed_at: Set(None),
        chased_at: Set(None),
        late: Set(false),
        version: Set(1),
        created_at: Set(moment.at()),
        updated_at: Set(moment.at()),
    }
}

/// When a season of [`timetable`] is moved: opened on its day, and moved on after its close.
fn moved_at(event: season::Event) -> &'static str {
    match event {
        season::Event::Open => "2027-01-11T09:00:00Z",
        _ => "2027-03-05T10:00:00Z",
    }
}

/// The same season, moved on by these events.
pub(crate) async fn moved_season(
    store: &Store,
    events: &[plaudit_domain::season::Event],
) -> SeasonId {
    let season = ready_season(store).await;
    for event in events {
        crate::seasons::move_on(store, &moment(moved_at(*event)), season, *event, None)
            .await
            .expect("the season moves");
    }
    season
}
