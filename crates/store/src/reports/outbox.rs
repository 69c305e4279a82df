//! The outbox as it is read: behind `/admin/outbox`. What is merged into a letter is never shown, so that nobody can
//! use it in its addressee's place.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{ids::LetterId, text};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use uuid::Uuid;

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

/// Which letters are asked for, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutboxFilter {
    /// Words that the addressee's name or the address must hold, each of them.
    pub search: String,
    /// Only letters of this kind, by the name of their template.
    pub kind: Option<String>,
    /// Only those in this state.
    pub status: Option<LetterStatus>,
    /// The page, from 1; a page that there is not is the nearest that there is.
    pub page: u64,
}

impl OutboxFilter {
    fn is_of(&self, kind: &str) -> bool {
        self.kind.as_ref().is_none_or(|asked| asked == kind)
    }

    fn is_in(&self, status: LetterStatus) -> bool {
        self.status.is_none_or(|asked| asked == status)
    }
}

/// A page of the outbox, the latest letters first.
#[derive(Clone, Debug)]
pub struct Outbox {
    /// The letters.
    pub rows: Vec<LetterRow>,
    /// The page that this is: the last one, if a later one was asked for.
    pub page: u64,
    /// How many letters match.
    pub total: u64,
    /// How many there are, whatever is asked for.
    pub all: u64,
    /// How many in each state are found and of the kind that is asked for.
    pub counts: BTreeMap<LetterStatus, u64>,
    /// How many of each kind are found and in the state that is asked for.
    pub kinds: BTreeMap<String, u64>,
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
    /// When it is due, first or next; of one that was given up, when that was.
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
    let mut counts = BTreeMap::new();
    for (status, _, counted) in tallied(conn, &kept).await? {
        *counts.entry(status).or_default() += counted;
    }
    Ok(Mail {
        counts,
        last_sent: read_maybe(last_sent.and_then(|row| row.sent_at))?,
        failures: failures
            .into_iter()
            .map(|row| letter(row, None))
            .collect::<Result<_, StoreError>>()?,
    })
}

/// A page of letters. Costs the same number of statements whatever their number.
///
/// Names are searched folded, which no two databases do alike; so where something is searched for every letter's addressee
/// is read, and searched here.
pub async fn outbox(
    store: &Store,
    viewer: &Viewer,
    filter: &OutboxFilter,
) -> Result<Outbox, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    let (mut counts, mut kinds) = (BTreeMap::new(), BTreeMap::new());
    let (mut all, mut total) = (0, 0);
    for (status, kind, counted) in tallied(conn, &kept).await? {
        all += counted;
        if filter.search.is_empty() {
            tally(filter, (status, &kind, counted), &mut counts, &mut kinds);
            if filter.is_in(status) && filter.is_of(&kind) {
                total += counted;
            }
        }
    }
    let mut query = letters::Entity::find().filter(not_to(&kept));
    if filter.search.is_empty() {
        if let Some(status) = filter.status {
            query = query.filter(letters::Column::Status.eq(status.as_str()));
        }
        if let Some(kind) = &filter.kind {
            query = query.filter(letters::Column::Kind.eq(kind.as_str()));
        }
    } else {
        let mut ids = Vec::new();
        for (id, status, kind) in searched(conn, &kept, &filter.search).await? {
            tally(filter, (status, &kind, 1), &mut counts, &mut kinds);
            if filter.is_in(status) && filter.is_of(&kind) {
                ids.push(id);
            }
        }
        total = ids.len() as u64;
        let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let before = usize::try_from(page_of(filter, total) - 1).unwrap_or(usize::MAX);
        let shown = ids.into_iter().skip(before.saturating_mul(size)).take(size);
        query = query.filter(letters::Column::Id.is_in(shown));
    }
    let page = page_of(filter, total);
    let skipped = if filter.search.is_empty() {
        (page - 1) * PAGE
    } else {
        0
    };
    let found = query
        .order_by_desc(letters::Column::CreatedAt)
        .order_by_desc(letters::Column::Id)
        .offset(skipped)
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
        all,
        counts,
        kinds,
    })
}

/// The page that is asked for, or the nearest that there is.
fn page_of(filter: &OutboxFilter, total: u64) -> u64 {
    filter.page.clamp(1, total.div_ceil(PAGE).max(1))
}

/// Counts letters under each filter that may be set for them: a count respects every filter but its own.
fn tally(
    filter: &OutboxFilter,
    (status, kind, counted): (LetterStatus, &str, u64),
    counts: &mut BTreeMap<LetterStatus, u64>,
    kinds: &mut BTreeMap<String, u64>,
) {
    if filter.is_of(kind) {
        *counts.entry(status).or_default() += counted;
    }
    if filter.is_in(status) {
        *kinds.entry(kind.to_owned()).or_default() += counted;
    }
}

/// The letters whose addressee holds each of these words, the latest first.
async fn searched(
    conn: &impl ConnectionTrait,
    kept: &Kept,
    search: &str,
) -> Result<Vec<(Uuid, LetterStatus, String)>, StoreError> {
    type Light = (Uuid, String, String, String, Option<Uuid>);
    let light: Vec<Light> = letters::Entity::find()
        .select_only()
        .column(letters::Column::Id)
        .column(letters::Column::Status)
        .column(letters::Column::Kind)
        .column(letters::Column::Address)
        .column(letters::Column::PersonId)
        .filter(not_to(kept))
        .order_by_desc(letters::Column::CreatedAt)
        .order_by_desc(letters::Column::Id)
        .into_tuple()
        .all(conn)
        .await?;
    let written_to = letters::Entity::find()
        .select_only()
        .column(letters::Column::PersonId)
        .filter(letters::Column::PersonId.is_not_null())
        .into_query();
    let named: Vec<(Uuid, String)> = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .column(people::Column::Name)
        .filter(people::Column::ErasedAt.is_null())
        .filter(people::Column::Id.in_subquery(written_to))
        .into_tuple()
        .all(conn)
        .await?;
    let named: BTreeMap<Uuid, String> = named
        .into_iter()
        .map(|(id, name)| (id, text::fold(&name)))
        .collect();
    let folded = text::fold(search);
    let wanted: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    light
        .into_iter()
        .filter(|(_, _, _, address, person)| {
            let name = person.and_then(|person| named.get(&person));
            let address = text::fold(address);
            wanted
                .iter()
                .all(|word| address.contains(word) || name.is_some_and(|name| name.contains(word)))
        })
        .map(|(id, status, kind, ..)| Ok((id, LetterStatus::parse(&status)?, kind)))
        .collect()
}

/// How many letters there are of each state and kind.
async fn tallied(
    conn: &impl ConnectionTrait,
    kept: &Kept,
) -> Result<Vec<(LetterStatus, String, u64)>, StoreError> {
    let counted: Vec<(String, String, i64)> = letters::Entity::find()
        .select_only()
        .column(letters::Column::Status)
        .column(letters::Column::Kind)
        .column_as(letters::Column::Id.count(), "counted")
        .filter(not_to(kept))
        .group_by(letters::Column::Status)
        .group_by(letters::Column::Kind)
        .into_tuple()
        .all(conn)
        .await?;
    counted
        .into_iter()
        .map(|(status, kind, counted)| {
            let counted = u64::try_from(counted).unwrap_or_default();
            Ok((LetterStatus::parse(&status)?, kind, counted))
        })
        .collect()
}

/// Leaves out the letters to the people of cases that are kept from somebody.
pub(crate) fn not_to(kept: &Kept) -> Condition {
    Condition::any()
        .add(letters::Column::PersonId.is_null())
        .add(letters::Column::PersonId.is_not_in(kept.people.iter().copied()))
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
