//! The outbox as it is read: behind `/admin/outbox`. What is merged into a letter is never shown, so that nobody can
//! use it in its addressee's place.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::ids::LetterId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{
    Viewer, administrator_only,
    names::{Named, person_name},
};
use crate::{
    Store, StoreError,
    entities::{letters, people},
    kept::Kept,
    moment::{read, read_maybe},
    outbox::LetterStatus,
};

/// How many letters a page shows.
pub const PAGE: u64 = 50;

/// A page of the outbox, the latest letters first.
#[derive(Clone, Debug)]
pub struct Outbox {
    /// The letters.
    pub rows: Vec<LetterRow>,
    /// The page that this is: the last one, if a later one was asked for.
    pub page: u64,
    /// How many letters match.
    pub total: u64,
    /// How many there are in each state.
    pub counts: BTreeMap<LetterStatus, u64>,
}

/// A letter.
#[derive(Clone, Debug)]
pub struct LetterRow {
    /// Which.
    pub id: LetterId,
    /// Which letter, by the name of its template.
    pub kind: String,
    /// To whom, if they are in the people's table.
    pub to: Option<Named>,
    /// The address.
    pub address: String,
    /// Where it stands.
    pub status: LetterStatus,
    /// How often sending it was begun.
    pub tries: i64,
    /// Why the last try failed.
    pub failure: Option<String>,
    /// When it was queued.
    pub created_at: Timestamp,
    /// When it is due, first or next.
    pub due_at: Timestamp,
    /// When the mail server took it.
    pub sent_at: Option<Timestamp>,
}

/// How letters fare.
#[derive(Clone, Debug)]
pub struct Mail {
    /// How many there are in each state.
    pub counts: BTreeMap<LetterStatus, u64>,
    /// When one was last taken.
    pub last_sent: Option<Timestamp>,
    /// The letters whose last try failed, the latest first.
    pub failures: Vec<LetterRow>,
}

/// How many failures are shown.
const FAILURES: u64 = 10;

/// How letters fare.
pub async fn mail(store: &Store, viewer: &Viewer) -> Result<Mail, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    let last_sent = letters::Entity::find()
        .filter(not_to(&kept))
        .filter(letters::Column::SentAt.is_not_null())
        .order_by_desc(letters::Column::SentAt)
        .one(conn)
        .await?;
    let failures = letters::Entity::find()
        .filter(letters::Column::Failure.is_not_null())
        .filter(not_to(&kept))
        .order_by_desc(letters::Column::DueAt)
        .order_by_desc(letters::Column::Id)
        .limit(FAILURES)
        .all(conn)
        .await?;
    Ok(Mail {
        counts: counts(conn, &kept).await?,
        last_sent: read_maybe(last_sent.and_then(|row| row.sent_at))?,
        failures: failures
            .into_iter()
            .map(|row| letter(row, None))
            .collect::<Result<_, StoreError>>()?,
    })
}

/// A page of letters, of one state or of all.
pub async fn outbox(
    store: &Store,
    viewer: &Viewer,
    status: Option<LetterStatus>,
    page: u64,
) -> Result<Outbox, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    let counts = counts(conn, &kept).await?;
    let mut query = letters::Entity::find().filter(not_to(&kept));
    if let Some(status) = status {
        query = query.filter(letters::Column::Status.eq(status.as_str()));
    }
    let total = query.clone().count(conn).await?;
    let page = page.clamp(1, total.div_ceil(PAGE).max(1));
    let found = query
        .order_by_desc(letters::Column::CreatedAt)
        .order_by_desc(letters::Column::Id)
        .offset((page - 1) * PAGE)
        .limit(PAGE)
        .all(conn)
        .await?;
    let names: BTreeMap<_, _> = people::Entity::find()
        .filter(people::Column::Id.is_in(found.iter().filter_map(|row| row.person_id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|person| (person.id, person_name(person)))
        .collect();
    let rows = found
        .into_iter()
        .map(|row| {
            let to = row.person_id.and_then(|person| names.get(&person).cloned());
            letter(row, to)
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(Outbox {
        rows,
        page,
        total,
        counts,
    })
}

/// Leaves out the letters to the people of cases that are kept from somebody.
pub(crate) fn not_to(kept: &Kept) -> Condition {
    Condition::any()
        .add(letters::Column::PersonId.is_null())
        .add(letters::Column::PersonId.is_not_in(kept.people.iter().copied()))
}

async fn counts(
    conn: &impl ConnectionTrait,
    kept: &Kept,
) -> Result<BTreeMap<LetterStatus, u64>, StoreError> {
    let counted: Vec<(String, i64)> = letters::Entity::find()
        .select_only()
        .column(letters::Column::Status)
        .column_as(letters::Column::Id.count(), "counted")
        .filter(not_to(kept))
        .group_by(letters::Column::Status)
        .into_tuple()
        .all(conn)
        .await?;
    let mut counts = BTreeMap::new();
    for (status, counted) in counted {
        counts.insert(
            LetterStatus::parse(&status)?,
            u64::try_from(counted).unwrap_or_default(),
        );
    }
    Ok(counts)
}

fn letter(row: letters::Model, to: Option<Named>) -> Result<LetterRow, StoreError> {
    Ok(LetterRow {
        id: row.id.into(),
        kind: row.kind,
        to,
        address: row.address,
        status: LetterStatus::parse(&row.status)?,
        tries: row.tries,
        failure: row.failure,
        created_at: read(row.created_at)?,
        due_at: read(row.due_at)?,
        sent_at: read_maybe(row.sent_at)?,
    })
}
