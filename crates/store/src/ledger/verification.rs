//! Reading the whole ledger again: whether every fact, every seal and every word kept beside it is what it was.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{GENESIS, seal_of, unsealed};
use crate::{
    Store, StoreError,
    entities::{fact_words, facts, person_keys},
    secrets,
};

/// What a look at the whole ledger found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// How many facts are sealed.
    pub sealed: u64,
    /// How many wait for the sealer.
    pub unsealed: u64,
    /// The last seal in hexadecimal, or none in an empty ledger.
    pub head: Option<String>,
    /// The number of the fact whose seal was asked for; none if nobody asked, or if no fact has it.
    pub asked: Option<u64>,
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
    /// A fact has a number that the sealer never gives.
    OutOfTurn {
        /// The number.
        number: i64,
    },
    /// Words that a fact sealed are gone, though the person that they are about was not erased.
    WordsMissing {
        /// The fact's number, if it has one.
        number: Option<i64>,
        /// Which words.
        name: String,
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
            Self::OutOfTurn { number } => {
                write!(f, "fact {number} has a number that no fact is given")
            }
            Self::WordsMissing { number, name } => {
                write!(f, "the words “{name}” beside {} are gone", which(*number))
            }
            Self::WordsAltered { number, name } => {
                let which = which(*number);
                write!(
                    f,
                    "the words “{name}” beside {which} are not those that it holds"
                )
            }
        }
    }
}

fn which(number: Option<i64>) -> String {
    number.map_or_else(
        || "an unsealed fact".to_owned(),
        |number| format!("fact {number}"),
    )
}

const VERIFIED_AT_ONCE: u64 = 2_000;

/// Reads the whole ledger again from its first fact, page by page, and checks every seal and every word.
pub async fn verify(store: &Store) -> Result<Verification, StoreError> {
    verify_with(store, "").await
}

/// The same, and whether this seal, which somebody held as the head, is in the chain.
pub async fn verify_with(store: &Store, asked: &str) -> Result<Verification, StoreError> {
    let mut found = Verification {
        asked: None,
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
            if hex::encode(&previous).eq_ignore_ascii_case(asked) {
                found.asked = u64::try_from(number).ok();
            }
            expected = number + 1;
            found.sealed += 1;
        }
    }
    found.head = (found.sealed > 0).then(|| hex::encode(&previous));
    let out_of_turn = facts::Entity::find()
        .filter(facts::Column::Number.lt(1))
        .order_by_asc(facts::Column::Number)
        .all(store.read())
        .await?;
    found.faults.extend(out_of_turn.into_iter().map(|fact| {
        let number = fact.number.unwrap_or_default();
        LedgerFault::OutOfTurn { number }
    }));
    let tail = unsealed(store.read(), u64::from(u32::MAX)).await?;
    check_words(store, &tail, &mut found.faults).await?;
    found.unsealed = tail.len() as u64;
    Ok(found)
}

/// Checks the words that are kept, and that none is gone but with its person: whoever is erased has neither words nor
/// key, and the chain holds without them.
async fn check_words(
    store: &Store,
    page: &[facts::Model],
    faults: &mut Vec<LedgerFault>,
) -> Result<(), StoreError> {
    // Few enough at a time for either database's limit of parameters.
    for page in page.chunks(500) {
        let rows = fact_words::Entity::find()
            .filter(fact_words::Column::FactId.is_in(page.iter().map(|fact| fact.id)))
            .order_by_asc(fact_words::Column::Id)
            .all(store.read())
            .await?;
        let held: BTreeMap<Uuid, Vec<Held>> =
            page.iter().map(|fact| (fact.id, held_by(fact))).collect();
        let people: BTreeSet<Uuid> = rows
            .iter()
            .map(|spoken| spoken.person_id)
            .chain(held.values().flatten().map(|held| held.about))
            .collect();
        let keys: BTreeMap<Uuid, Vec<u8>> = person_keys::Entity::find()
            .filter(person_keys::Column::PersonId.is_in(people))
            .all(store.read())
            .await?
            .into_iter()
            .map(|row| (row.person_id, row.key))
            .collect();
        for fact in page {
            let kept = || rows.iter().filter(|spoken| spoken.fact_id == fact.id);
            let held = &held[&fact.id];
            for spoken in kept() {
                let sealed = keys
                    .get(&spoken.person_id)
                    .map(|key| hex::encode(secrets::seal(key, spoken.words.as_bytes())));
                let holds = held.iter().any(|held| {
                    held.name == spoken.name && Some(held.hmac.as_str()) == sealed.as_deref()
                });
                if !holds {
                    faults.push(LedgerFault::WordsAltered {
                        number: fact.number,
                        name: spoken.name.clone(),
                    });
                }
            }
            for held in held {
                let is_kept = kept().any(|spoken| spoken.name == held.name);
                if !is_kept && keys.contains_key(&held.about) {
                    faults.push(LedgerFault::WordsMissing {
                        number: fact.number,
                        name: held.name.clone(),
                    });
                }
            }
        }
    }
    Ok(())
}

/// What a fact holds of words that are kept beside it.
struct Held {
    name: String,
    hmac: String,
    about: Uuid,
}

fn held_by(fact: &facts::Model) -> Vec<Held> {
    let body: Map<String, Value> = serde_json::from_str(&fact.body).unwrap_or_default();
    body.into_iter()
        .filter_map(|(name, entry)| {
            Some(Held {
                name,
                hmac: entry.get("hmac")?.as_str()?.to_owned(),
                about: entry.get("about")?.as_str()?.parse().ok()?,
            })
        })
        .collect()
}
