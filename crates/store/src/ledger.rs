//! The ledger: facts are inserted unsealed in the transaction of what they record, and sealed in order within a second.
//!
//! A seal is the SHA-256 of the fact's canonical text and of the seal before it. One sealer at a time numbers and seals
//! (on PostgreSQL behind a lock of its own, on SQLite by being the one writer), and reads the head afresh each time. A
//! chain extended inside each operation would make every commit wait for the last one.

use std::collections::BTreeMap;

use plaudit_domain::{
    fact::{Fact, canonical},
    ids::FactId,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError,
    entities::{fact_words, facts, person_keys},
    moment::read,
    secrets,
    write::Tx,
};

/// Records what happened, in the transaction in which it happens.
pub(crate) async fn note(tx: &Tx, moment: &Moment, fact: Fact) -> Result<FactId, StoreError> {
    let ids = note_all(tx, moment, vec![fact]).await?;
    Ok(ids[0])
}

/// Records several facts: one statement for the facts and one for their words.
pub(crate) async fn note_all(
    tx: &Tx,
    moment: &Moment,
    happened: Vec<Fact>,
) -> Result<Vec<FactId>, StoreError> {
    let about: Vec<Uuid> = happened
        .iter()
        .flat_map(|fact| fact.words.iter().map(|spoken| spoken.about.0))
        .collect();
    let keys = keys_of(tx, about).await?;
    let mut rows = Vec::with_capacity(happened.len());
    let mut spoken_rows = Vec::new();
    let mut ids = Vec::with_capacity(happened.len());
    for fact in happened {
        let id: FactId = moment.id();
        let mut body = fact.body();
        for spoken in fact.words {
            let key = keys.get(&spoken.about.0).ok_or(StoreError::NotFound)?;
            let sealed = hex::encode(secrets::seal(key, spoken.words.as_bytes()));
            body.insert(
                spoken.name.to_owned(),
                json!({ "hmac": sealed, "about": spoken.about.to_string() }),
            );
            spoken_rows.push(fact_words::ActiveModel {
                id: Set(moment.id()),
                fact_id: Set(id.0),
                person_id: Set(spoken.about.0),
                name: Set(spoken.name.to_owned()),
                words: Set(spoken.words),
            });
        }
        rows.push(facts::ActiveModel {
            id: Set(id.0),
            at: Set(moment.at()),
            kind: Set(fact.kind.as_str().to_owned()),
            actor_id: Set(moment.by.account().map(|account| account.0)),
            season_id: Set(fact.season.map(|season| season.0)),
            subject_id: Set(fact.subject),
            body: Set(canonical(&Value::Object(body))),
            number: Set(None),
            previous: Set(None),
            seal: Set(None),
        });
        ids.push(id);
    }
    if !rows.is_empty() {
        facts::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
    }
    if !spoken_rows.is_empty() {
        fact_words::Entity::insert_many(spoken_rows)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(ids)
}

async fn keys_of(tx: &Tx, people: Vec<Uuid>) -> Result<BTreeMap<Uuid, Vec<u8>>, StoreError> {
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = person_keys::Entity::find()
        .filter(person_keys::Column::PersonId.is_in(people))
        .all(tx)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.person_id, row.key))
        .collect())
}

/// How many facts one sealing takes at most, so that it never holds SQLite's writer for long.
const SEALED_AT_ONCE: u64 = 500;
/// The number behind which sealers of several instances queue on PostgreSQL; any constant does.
const SEALING_LOCK: i64 = 0x706c_6175_6469_7401;
/// What stands before the first seal.
const GENESIS: [u8; 32] = [0; 32];

/// Seals what is not yet sealed, in the order of time, and says how many facts that were. Zero: nothing was waiting.
pub async fn seal(store: &Store) -> Result<u64, StoreError> {
    if unsealed(store.read(), 1).await?.is_empty() {
        return Ok(0);
    }
    let mut sealed = 0;
    loop {
        let now_sealed = store.write((), |tx, ()| Box::pin(seal_some(tx))).await?;
        sealed += now_sealed;
        if now_sealed < SEALED_AT_ONCE {
            return Ok(sealed);
        }
    }
}

async fn unsealed(
    conn: &impl ConnectionTrait,
    limit: u64,
) -> Result<Vec<facts::Model>, StoreError> {
    Ok(facts::Entity::find()
        .filter(facts::Column::Number.is_null())
        .order_by_asc(facts::Column::At)
        .order_by_asc(facts::Column::Id)
        .limit(limit)
        .all(conn)
        .await?)
}

async fn seal_some(tx: &Tx) -> Result<u64, StoreError> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({SEALING_LOCK})"))
            .await?;
    }
    let head = facts::Entity::find()
        .filter(facts::Column::Number.is_not_null())
        .order_by_desc(facts::Column::Number)
        .one(tx)
        .await?;
    let (mut number, mut previous) = match head {
        Some(fact) => (
            fact.number.unwrap_or_default(),
            fact.seal.unwrap_or_default(),
        ),
        None => (0, GENESIS.to_vec()),
    };
    let waiting = unsealed(tx, SEALED_AT_ONCE).await?;
    let count = waiting.len() as u64;
    for fact in waiting {
        number += 1;
        let seal = seal_of(&fact, number, &previous)?;
        facts::Entity::update(facts::ActiveModel {
            id: Set(fact.id),
            number: Set(Some(number)),
            previous: Set(Some(previous)),
            seal: Set(Some(seal.clone())),
            ..Default::default()
        })
        .exec_without_returning(tx)
        .await?;
        previous = seal;
    }
    Ok(count)
}

/// The seal of a fact with this number after that seal. What is sealed: everything that the row says, and its place.
fn seal_of(fact: &facts::Model, number: i64, previous: &[u8]) -> Result<Vec<u8>, StoreError> {
    let text = canonical(&json!({
        "id": fact.id.to_string(),
        "at": read(fact.at)?.to_string(),
        "kind": fact.kind,
        "actor": fact.actor_id.map(|id| id.to_string()),
        "season": fact.season_id.map(|id| id.to_string()),
        "subject": fact.subject_id.map(|id| id.to_string()),
        "body": fact.body,
        "number": number,
        "previous": hex::encode(previous),
    }));
    Ok(Sha256::digest(text.as_bytes()).to_vec())
}

/// What a look at the whole ledger found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// How many facts are sealed.
    pub sealed: u64,
    /// How many wait for the sealer.
    pub unsealed: u64,
    /// The last seal in hexadecimal, or none in an empty ledger.
    pub head: Option<String>,
    /// What does not hold, first things first; empty if the ledger holds.
    pub faults: Vec<LedgerFault>,
}

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerFault {
    /// The number that should come here is missing.
    Gap {
        /// The missing number.
        number: i64,
    },
    /// The fact does not continue the seal before it.
    Unchained {
        /// Its number.
        number: i64,
    },
    /// The fact's text is not what was sealed.
    Altered {
        /// Its number.
        number: i64,
    },
    /// Words kept beside a fact are not those that it sealed.
    WordsAltered {
        /// The fact's number, if it has one.
        number: Option<i64>,
        /// Which words.
        name: String,
    },
}

impl std::fmt::Display for LedgerFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Gap { number } => write!(f, "fact {number} is missing"),
            Self::Unchained { number } => {
                write!(f, "fact {number} does not continue the one before it")
            }
            Self::Altered { number } => write!(f, "fact {number} was altered after it was sealed"),
            Self::WordsAltered {
                number: Some(number),
                name,
            } => {
                write!(
                    f,
                    "the words “{name}” beside fact {number} are not those that it sealed"
                )
            }
            Self::WordsAltered { number: None, name } => {
                write!(
                    f,
                    "the words “{name}” beside an unsealed fact are not those that it holds"
                )
            }
        }
    }
}

const VERIFIED_AT_ONCE: u64 = 2_000;

/// Reads the whole ledger again from its first fact, page by page, and checks every seal and every word.
pub async fn verify(store: &Store) -> Result<Verification, StoreError> {
    let mut found = Verification {
        sealed: 0,
        unsealed: 0,
        head: None,
        faults: Vec::new(),
    };
    let mut previous = GENESIS.to_vec();
    let mut expected = 1;
    loop {
        let page = facts::Entity::find()
            .filter(facts::Column::Number.gte(expected))
            .order_by_asc(facts::Column::Number)
            .limit(VERIFIED_AT_ONCE)
            .all(store.read())
            .await?;
        if page.is_empty() {
            break;
        }
        check_words(store, &page, &mut found.faults).await?;
        for fact in page {
            let number = fact.number.unwrap_or_default();
            if number != expected {
                found.faults.push(LedgerFault::Gap { number: expected });
            }
            if fact.previous.as_deref() != Some(previous.as_slice()) {
                found.faults.push(LedgerFault::Unchained { number });
            }
            let stored = fact.seal.clone().unwrap_or_default();
            if seal_of(&fact, number, fact.previous.as_deref().unwrap_or_default())? != stored {
                found.faults.push(LedgerFault::Altered { number });
            }
            previous = stored;
            expected = number + 1;
            found.sealed += 1;
        }
    }
    found.head = (found.sealed > 0).then(|| hex::encode(&previous));
    let tail = unsealed(store.read(), u64::from(u32::MAX)).await?;
    check_words(store, &tail, &mut found.faults).await?;
    found.unsealed = tail.len() as u64;
    Ok(found)
}

/// Checks the words that are still kept; erased ones have neither words nor key, and the chain holds without them.
async fn check_words(
    store: &Store,
    page: &[facts::Model],
    faults: &mut Vec<LedgerFault>,
) -> Result<(), StoreError> {
    // Few enough at a time for either database's limit of parameters.
    for page in page.chunks(500) {
        let words = fact_words::Entity::find()
            .filter(fact_words::Column::FactId.is_in(page.iter().map(|fact| fact.id)))
            .all(store.read())
            .await?;
        let keys = person_keys::Entity::find()
            .filter(
                person_keys::Column::PersonId.is_in(words.iter().map(|spoken| spoken.person_id)),
            )
            .all(store.read())
            .await?;
        let keys: BTreeMap<Uuid, Vec<u8>> = keys
            .into_iter()
            .map(|row| (row.person_id, row.key))
            .collect();
        let bodies: BTreeMap<Uuid, &facts::Model> =
            page.iter().map(|fact| (fact.id, fact)).collect();
        for spoken in words {
            let Some(fact) = bodies.get(&spoken.fact_id) else {
                continue;
            };
            let body: Value = serde_json::from_str(&fact.body).unwrap_or_default();
            let sealed = keys
                .get(&spoken.person_id)
                .map(|key| hex::encode(secrets::seal(key, spoken.words.as_bytes())));
            let held = body
                .get(&spoken.name)
                .and_then(|entry| entry.get("hmac"))
                .and_then(Value::as_str);
            if sealed.is_none() || sealed.as_deref() != held {
                faults.push(LedgerFault::WordsAltered {
                    number: fact.number,
                    name: spoken.name,
                });
            }
        }
    }
    Ok(())
}
