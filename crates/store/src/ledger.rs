//! The ledger: facts are inserted unsealed in the transaction of what they record, and sealed in order within a second.
//!
//! A seal is the SHA-256 of the fact's canonical text and of the seal before it. One sealer at a time numbers and seals
//! (on PostgreSQL behind a lock of its own, on SQLite by being the one writer), and reads the head afresh each time. A
//! chain extended inside each operation would make every commit wait for the last one.

mod segment;
mod verification;

use std::collections::BTreeMap;

use plaudit_domain::{
    fact::{Fact, canonical},
    ids::FactId,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError,
    entities::{fact_words, facts, person_keys},
    moment::read,
    prepared, secrets,
    write::Tx,
};

pub use segment::{Head, Link, Seen, head};
pub(crate) use segment::{Hidden, segment};
pub use verification::{LedgerFault, Verification, verify, verify_with};

/// Records what happened, in the transaction in which it happens.
pub(crate) async fn note(tx: &Tx, moment: &Moment, fact: Fact) -> Result<FactId, StoreError> {
    let ids = note_all(tx, moment, vec![fact]).await?;
    Ok(ids[0])
}

/// Records several facts: few statements for the facts and few for their words.
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
    let happened = happened.into_iter().map(|fact| (moment, fact)).collect();
    note_each(tx, happened, &keys).await
}

/// Records facts of several moments, with the keys of the people whom their words are about.
pub(crate) async fn note_each(
    tx: &Tx,
    happened: Vec<(&Moment, Fact)>,
    keys: &BTreeMap<Uuid, Vec<u8>>,
) -> Result<Vec<FactId>, StoreError> {
    let mut rows = Vec::with_capacity(happened.len());
    let mut spoken_rows = Vec::new();
    let mut ids = Vec::with_capacity(happened.len());
    for (moment, fact) in happened {
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
    prepared::insert(tx, rows).await?;
    prepared::insert(tx, spoken_rows).await?;
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
        // How it goes about a statement PostgreSQL decides anew each time: what it decided while the ledger was young
        // would read all of it for each few seals.
        tx.execute_unprepared(&format!(
            "SET LOCAL plan_cache_mode = force_custom_plan; SELECT pg_advisory_xact_lock({SEALING_LOCK})"
        ))
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
    let mut seals = Vec::with_capacity(waiting.len());
    for fact in waiting {
        number += 1;
        let seal = seal_of(&fact, number, &previous)?;
        seals.push((fact.id, number, previous, seal.clone()));
        previous = seal;
    }
    write_seals(tx, seals).await?;
    Ok(count)
}

/// A fact with its number, the seal before its own, and its own.
type Seal = (Uuid, i64, Vec<u8>, Vec<u8>);

/// Writes seals into the facts' rows, many with each statement: one statement for each would hold up whoever writes.
async fn write_seals(tx: &Tx, mut seals: Vec<Seal>) -> Result<(), StoreError> {
    let backend = tx.get_database_backend();
    while !seals.is_empty() {
        let later = seals.split_off(prepared::length(seals.len()));
        let rows: Vec<String> = (0..seals.len())
            .map(|row| {
                let places = (1..=4).map(|place| prepared::placeholder(backend, row * 4 + place));
                format!("({})", places.collect::<Vec<_>>().join(", "))
            })
            .collect();
        let sql = format!(
            "UPDATE facts SET number = sealed.column2, previous = sealed.column3, seal = sealed.column4 \
             FROM (VALUES {}) AS sealed WHERE facts.id = sealed.column1",
            rows.join(", ")
        );
        let values = seals.into_iter().flat_map(|(id, number, previous, seal)| {
            [
                sea_orm::Value::from(id),
                number.into(),
                previous.into(),
                seal.into(),
            ]
        });
        tx.execute_raw(Statement::from_sql_and_values(backend, sql, values))
            .await?;
        seals = later;
    }
    Ok(())
}

/// The seal of a fact with this number after that seal.
fn seal_of(fact: &facts::Model, number: i64, previous: &[u8]) -> Result<Vec<u8>, StoreError> {
    let text = sealed_text(fact, number, previous)?;
    Ok(Sha256::digest(text.as_bytes()).to_vec())
}

/// What is sealed: everything that the row says, and its place.
fn sealed_text(fact: &facts::Model, number: i64, previous: &[u8]) -> Result<String, StoreError> {
    Ok(canonical(&json!({
        "id": fact.id.to_string(),
        "at": read(fact.at)?.to_string(),
        "kind": fact.kind,
        "actor": fact.actor_id.map(|id| id.to_string()),
        "season": fact.season_id.map(|id| id.to_string()),
        "subject": fact.subject_id.map(|id| id.to_string()),
        "body": fact.body,
        "number": number,
        "previous": hex::encode(previous),
    })))
}
