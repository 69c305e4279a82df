//! The outbox: letters wait here with what is to be merged into them; secrets are minted only when one is sent.
//!
//! A letter is queued in the transaction of what it tells about. A sender claims some for a while, so that of several
//! instances only one sends each; a claim that runs out is free again. A letter can go out twice if the process dies
//! between the mail server's answer and the record of it: it then carries the same Message-ID (its own id).

mod claiming;

use jiff::Timestamp;
use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{LetterId, PersonId},
    person::Email,
    status::words,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    Moment, Store, StoreError,
    entities::{letters, people},
    kept, ledger,
    moment::{read, read_maybe, stored},
    prepared,
    write::Tx,
};

pub use claiming::claim;

words! {
    /// Where a letter stands.
    pub enum LetterStatus as "letter status" {
        /// Waits to be sent, or to be tried again.
        Queued = "queued",
        /// The mail server took it.
        Sent = "sent",
        /// Given up after the last try; it can be sent again by hand.
        Failed = "failed",
        /// Not sent, because what it would have said was no longer so when its turn came.
        Overtaken = "overtaken",
    }
}

/// A letter to be queued. Its words are the web's; here is only what they are about.
#[derive(Clone, Debug)]
pub struct NewLetter {
    /// Which letter, by the name of its template.
    pub kind: &'static str,
    /// To whom, if they are in the people's table.
    pub to: Option<PersonId>,
    /// The address.
    pub address: Email,
    /// The language it is written in.
    pub language: String,
    /// What is merged into it: ids and plain facts, never a secret.
    pub merge: Value,
}

/// What is merged into one kind of letter: it is written into the outbox's row and read again when the letter is sent.
pub trait Merge: Serialize + DeserializeOwned {
    /// The lasting word for the kind of letter.
    const KIND: &'static str;
}

impl NewLetter {
    /// A letter of the kind that this is merged into.
    pub fn of<M: Merge>(merge: &M, to: Option<PersonId>, address: Email, language: String) -> Self {
        Self {
            kind: M::KIND,
            to,
            address,
            language,
            merge: serde_json::to_value(merge)
                .expect("what is merged is plain words, numbers and ids"),
        }
    }
}

/// A letter in the outbox.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its id, also of its Message-ID.
    pub id: LetterId,
    /// Which letter, by the name of its template.
    pub kind: String,
    /// To whom, if they are in the people's table.
    pub to: Option<PersonId>,
    /// The address.
    pub address: Email,
    /// The language it is written in.
    pub language: String,
    /// What is merged into it.
    pub merge: Value,
    /// Where it stands.
    pub status: LetterStatus,
    /// How often sending it was begun.
    pub tries: u32,
    /// When it is due, first or next.
    pub due_at: Timestamp,
    /// Why the last try failed.
    pub failure: Option<String>,
    /// When it was queued.
    pub created_at: Timestamp,
    /// When the mail server took it.
    pub sent_at: Option<Timestamp>,
}

/// Queues a letter in the transaction of what it tells about.
pub(crate) async fn queue(
    tx: &Tx,
    moment: &Moment,
    letter: NewLetter,
) -> Result<LetterId, StoreError> {
    let ids = queue_all(tx, moment, vec![letter]).await?;
    Ok(ids[0])
}

/// Takes a letter out that was queued in this transaction: nobody ever sees it.
pub(crate) async fn unqueue(tx: &Tx, id: LetterId) -> Result<(), StoreError> {
    letters::Entity::delete_by_id(id.0).exec(tx).await?;
    Ok(())
}

/// Queues several letters with few statements.
pub(crate) async fn queue_all(
    tx: &Tx,
    moment: &Moment,
    new: Vec<NewLetter>,
) -> Result<Vec<LetterId>, StoreError> {
    queue_each(tx, new.into_iter().map(|letter| (moment, letter)).collect()).await
}

/// Queues letters of several moments.
pub(crate) async fn queue_each(
    tx: &Tx,
    new: Vec<(&Moment, NewLetter)>,
) -> Result<Vec<LetterId>, StoreError> {
    let mut ids = Vec::with_capacity(new.len());
    let rows: Vec<_> = new
        .into_iter()
        .map(|(moment, letter)| {
            let id: LetterId = moment.id();
            ids.push(id);
            letters::ActiveModel {
                id: Set(id.0),
                kind: Set(letter.kind.to_owned()),
                person_id: Set(letter.to.map(|person| person.0)),
                address: Set(letter.address.to_string()),
                language: Set(letter.language),
                merge: Set(letter.merge),
                status: Set(LetterStatus::Queued.as_str().to_owned()),
                tries: Set(0),
                due_at: Set(moment.at()),
                claimed_by: Set(None),
                claimed_until: Set(None),
                failure: Set(None),
                key: Set(None),
                created_at: Set(moment.at()),
                sent_at: Set(None),
            }
        })
        .collect();
    prepared::insert(tx, rows).await?;
    Ok(ids)
}

/// Records that the mail server took the letter.
pub async fn mark_sent(store: &Store, id: LetterId, now: Timestamp) -> Result<(), StoreError> {
    let change = letters::ActiveModel {
        id: Set(id.0),
        status: Set(LetterStatus::Sent.as_str().to_owned()),
        sent_at: Set(Some(stored(now))),
        claimed_by: Set(None),
        claimed_until: Set(None),
        failure: Set(None),
        ..Default::default()
    };
    update(store, change).await
}

/// Records that there was nothing left to say when the letter was to be written.
pub async fn mark_overtaken(store: &Store, id: LetterId) -> Result<(), StoreError> {
    let change = letters::ActiveModel {
        id: Set(id.0),
        status: Set(LetterStatus::Overtaken.as_str().to_owned()),
        claimed_by: Set(None),
        claimed_until: Set(None),
        failure: Set(None),
        ..Default::default()
    };
    update(store, change).await
}

/// Records that a try failed now: to be tried again at `again_at`, or given up where there is none.
pub async fn mark_failed(
    store: &Store,
    id: LetterId,
    failure: &str,
    (now, again_at): (Timestamp, Option<Timestamp>),
) -> Result<(), StoreError> {
    let status = if again_at.is_some() {
        LetterStatus::Queued
    } else {
        LetterStatus::Failed
    };
    let change = letters::ActiveModel {
        id: Set(id.0),
        status: Set(status.as_str().to_owned()),
        due_at: Set(stored(again_at.unwrap_or(now))),
        claimed_by: Set(None),
        claimed_until: Set(None),
        failure: Set(Some(failure.to_owned())),
        ..Default::default()
    };
    update(store, change).await
}

/// Sends a letter again by hand: one that waits or was given up is due at once, one that was sent goes out as a new
/// letter, to the address that the person has now.
pub async fn send_again(store: &Store, moment: &Moment, id: LetterId) -> Result<(), StoreError> {
    store
        .write((moment.clone(), id), |tx, &(ref moment, id)| {
            Box::pin(async move {
                let row = kept::letter(tx, moment, id).await?;
                let person = match row.person_id {
                    Some(person) => people::Entity::find_by_id(person).one(tx).await?,
                    None => None,
                };
                let address = person
                    .and_then(|person| person.email)
                    .unwrap_or_else(|| row.address.clone());
                let fact = Fact::new(FactKind::LetterResent)
                    .about(id)
                    .with("kind", row.kind.as_str());
                if LetterStatus::parse(&row.status)? == LetterStatus::Sent {
                    let new: LetterId = moment.id();
                    let copy = letters::ActiveModel {
                        id: Set(new.0),
                        address: Set(address),
                        status: Set(LetterStatus::Queued.as_str().to_owned()),
                        tries: Set(0),
                        due_at: Set(moment.at()),
                        claimed_by: Set(None),
                        claimed_until: Set(None),
                        failure: Set(None),
                        key: Set(None),
                        created_at: Set(moment.at()),
                        sent_at: Set(None),
                        ..row.into()
                    };
                    letters::Entity::insert(copy)
                        .exec_without_returning(tx)
                        .await?;
                    ledger::note(tx, moment, fact.with_id("letter", new)).await?;
                } else {
                    // A claim stands: whoever is sending it now will finish, and it is not sent twice at once.
                    let change = letters::ActiveModel {
                        id: Set(id.0),
                        address: Set(address),
                        status: Set(LetterStatus::Queued.as_str().to_owned()),
                        tries: Set(0),
                        due_at: Set(moment.at()),
                        ..Default::default()
                    };
                    letters::Entity::update(change)
                        .exec_without_returning(tx)
                        .await?;
                    ledger::note(tx, moment, fact).await?;
                }
                Ok(())
            })
        })
        .await
}

async fn update(store: &Store, change: letters::ActiveModel) -> Result<(), StoreError> {
    store
        .write(change, |tx, change| {
            Box::pin(async move {
                letters::Entity::update(change.clone())
                    .exec_without_returning(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// What was merged into a person's letters of one kind, oldest first, each with its language.
pub(crate) async fn list_merges<M: Merge>(
    conn: &impl ConnectionTrait,
    to: PersonId,
) -> Result<Vec<(M, String)>, StoreError> {
    let rows = letters::Entity::find()
        .filter(letters::Column::PersonId.eq(to.0))
        .filter(letters::Column::Kind.eq(M::KIND))
        .order_by_asc(letters::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            let merge = serde_json::from_value(row.merge).map_err(StoreError::unreadable)?;
            Ok((merge, row.language))
        })
        .collect()
}

/// Turns a row into a letter.
pub(crate) fn letter(row: letters::Model) -> Result<Letter, StoreError> {
    Ok(Letter {
        id: row.id.into(),
        kind: row.kind,
        to: row.person_id.map(Into::into),
        address: Email::parse(&row.address)
            .map_err(|_| StoreError::unreadable("a letter's address"))?,
        language: row.language,
        merge: row.merge,
        status: LetterStatus::parse(&row.status)?,
        tries: u32::try_from(row.tries).map_err(StoreError::unreadable)?,
        due_at: read(row.due_at)?,
        failure: row.failure,
        created_at: read(row.created_at)?,
        sent_at: read_maybe(row.sent_at)?,
    })
}
