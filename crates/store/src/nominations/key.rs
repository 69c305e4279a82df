//! The keys by which a nominator finds their nomination: the form's own, and those that came by letter.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::NominationId,
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Statement, Value,
    sea_query::{Expr, Query, SimpleExpr},
};
use uuid::Uuid;

use super::{AboutNomination, letters};
use crate::{
    Moment, Store, StoreError,
    entities::{nominations, people, tokens},
    ledger,
    moment::{read_maybe, stored},
    outbox::{self, NewLetter},
    people as persons,
    prepared::{padded, placeholder},
    secrets::Token,
    tokens::{Purpose, keep},
    write::Tx,
};

/// How long a letter's link leads to its nomination: past the announcement of any season. Then a new one can be sent.
pub const LETTER_KEY_LASTS: SignedDuration = SignedDuration::from_hours(24 * 550);

/// What a key leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The nomination.
    pub nomination: NominationId,
    /// Whether the key came by letter, so that whoever has it reads the nominator's mail.
    pub by_letter: bool,
    /// Whether it has expired: then it leads to nothing but a new letter.
    pub expired: bool,
}

/// What this key leads to, if it was ever ours.
pub async fn find_by_key(
    store: &Store,
    now: Timestamp,
    key: &Token,
) -> Result<Option<Held>, StoreError> {
    let row = tokens::Entity::find()
        .filter(known(key))
        .one(store.read())
        .await?;
    row.map(|row| {
        Ok(Held {
            nomination: row.subject_id.into(),
            by_letter: row.purpose == Purpose::NominationLetter.as_str(),
            expired: read_maybe(row.expires_at)?.is_some_and(|at| at <= now),
        })
    })
    .transpose()
}

/// Mints the key of a letter; minted when the letter is sent, and readable only then.
pub async fn mint_letter_key(
    store: &Store,
    moment: &Moment,
    nomination: NominationId,
) -> Result<Token, StoreError> {
    let key = Token::fresh();
    let row = tokens::ActiveModel {
        expires_at: Set(Some(stored(moment.now + LETTER_KEY_LASTS))),
        ..row(moment, Purpose::NominationLetter, nomination, &key)
    };
    keep(store, row).await?;
    Ok(key)
}

/// Sends a new link to the nominator of a nomination whose link has expired.
pub async fn renew_key(
    store: &Store,
    moment: &Moment,
    key: &Token,
    language: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), key.clone(), language.to_owned()),
            |tx, (moment, key, language)| {
                Box::pin(async move {
                    let subject = subject(known(key));
                    let row = nominations::Entity::find()
                        .filter(nominations::Column::Id.in_subquery(subject))
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let nominator = row.nominator_id.ok_or(StoreError::NotFound)?;
                    let person = persons::get(tx, nominator.into()).await?;
                    let address = person.email.ok_or(StoreError::NotFound)?;
                    let letter = NewLetter {
                        kind: letters::LINK,
                        to: Some(nominator.into()),
                        address,
                        language: language.clone(),
                        merge: about(row.id.into()),
                    };
                    outbox::queue(tx, moment, letter).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Records that the nominator's address is theirs: only a key that came by letter shows that. Once is enough.
pub async fn confirm(store: &Store, moment: &Moment, key: &Token) -> Result<(), StoreError> {
    store
        .write((moment.clone(), key.clone()), |tx, (moment, key)| {
            Box::pin(async move {
                let by_letter = known(key)
                    .add(tokens::Column::Purpose.eq(Purpose::NominationLetter.as_str()))
                    .add(live(moment.now));
                let row = locked(tx, by_letter).await?.ok_or(Refusal::LinkSpent)?;
                let (Some(nominator), Some(_)) = (row.nominator_id, row.submitted_at) else {
                    return Err(StoreError::NotFound);
                };
                if row.confirmed_at.is_some() {
                    return Ok(());
                }
                let change = nominations::ActiveModel {
                    id: Set(row.id),
                    confirmed_at: Set(Some(moment.at())),
                    ..Default::default()
                };
                let name = people::Entity::find_by_id(nominator)
                    .one(tx)
                    .await?
                    .ok_or(StoreError::NotFound)?
                    .name;
                nominations::Entity::update(change)
                    .exec_without_returning(tx)
                    .await?;
                let fact = Fact::new(FactKind::NominatorConfirmed)
                    .in_season(row.season_id.into())
                    .about(row.id)
                    .with("number", row.number)
                    .saying("nominator", nominator.into(), name);
                ledger::note(tx, moment, fact).await?;
                Ok(())
            })
        })
        .await
}

/// The nomination that this key leads to, held until the transaction ends, so that two posts of one form queue.
pub(super) async fn held(
    tx: &Tx,
    moment: &Moment,
    key: &Token,
) -> Result<Option<nominations::Model>, StoreError> {
    locked(tx, known(key).add(live(moment.now))).await
}

/// What each of these keys leads to, by the key's digest, held in the same way. A key that has expired leads somewhere
/// here too: whoever comes with one is served by themselves.
pub(super) async fn held_by_each(
    tx: &Tx,
    keys: impl Iterator<Item = &Token>,
) -> Result<HashMap<Vec<u8>, nominations::Model>, StoreError> {
    let found = subjects(tx, padded(keys.map(Token::digest))).await?;
    if found.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = nominations::Entity::find()
        .filter(nominations::Column::Id.is_in(padded(found.iter().map(|(_, id)| *id))))
        // In one order, so that two who hold several do not hold each other up.
        .order_by_asc(nominations::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    let rows: HashMap<Uuid, nominations::Model> =
        rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(found
        .into_iter()
        .filter_map(|(digest, id)| Some((digest, rows.get(&id)?.clone())))
        .collect())
}

/// Each of these digests that leads to a nomination, with its id.
///
/// Every key is looked up by itself within the one statement: a database that has not yet counted a young table would
/// rather read all of it than look for many at once, and keeps to that.
async fn subjects(tx: &Tx, digests: Vec<Vec<u8>>) -> Result<Vec<(Vec<u8>, Uuid)>, StoreError> {
    let backend = tx.get_database_backend();
    let places: Vec<String> = (1..=digests.len())
        .map(|number| format!("({})", placeholder(backend, number)))
        .collect();
    let sql = format!(
        "SELECT asked.column1, (SELECT subject_id FROM tokens WHERE token_digest = asked.column1 \
         AND purpose IN ('{}', '{}')) FROM (VALUES {}) AS asked",
        Purpose::Nomination,
        Purpose::NominationLetter,
        places.join(", ")
    );
    let values = digests.into_iter().map(Value::from);
    let rows = tx
        .query_all_raw(Statement::from_sql_and_values(backend, sql, values))
        .await?;
    let mut found = Vec::new();
    for row in rows {
        if let Some(subject) = row.try_get_by_index(1)? {
            found.push((row.try_get_by_index(0)?, subject));
        }
    }
    Ok(found)
}

async fn locked(tx: &Tx, keys: Condition) -> Result<Option<nominations::Model>, StoreError> {
    Ok(nominations::Entity::find()
        .filter(nominations::Column::Id.in_subquery(subject(keys)))
        .lock_exclusive()
        .one(tx)
        .await?)
}

fn subject(keys: Condition) -> sea_orm::sea_query::SelectStatement {
    Query::select()
        .column(tokens::Column::SubjectId)
        .from(tokens::Entity)
        .cond_where(keys)
        .to_owned()
}

fn known(key: &Token) -> Condition {
    Condition::all()
        .add(tokens::Column::TokenDigest.eq(key.digest()))
        .add(for_a_nomination())
}

fn for_a_nomination() -> SimpleExpr {
    tokens::Column::Purpose.is_in([
        Purpose::Nomination.as_str(),
        Purpose::NominationLetter.as_str(),
    ])
}

fn live(now: Timestamp) -> Condition {
    Condition::any()
        .add(tokens::Column::ExpiresAt.is_null())
        .add(tokens::Column::ExpiresAt.gt(stored(now)))
}

/// What a letter about this nomination is merged with.
pub(super) fn about(nomination: NominationId) -> serde_json::Value {
    serde_json::to_value(AboutNomination { nomination }).expect("an id is plain JSON")
}

/// Keeps the form's key, by its digest.
pub(super) async fn insert(
    tx: &Tx,
    moment: &Moment,
    nomination: NominationId,
    key: &Token,
) -> Result<(), StoreError> {
    tokens::Entity::insert(row_of(moment, nomination, key))
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Lets the letters' keys of these nominations confirm no address any more: they went to another one. They still lead to
/// the nomination, as the form's own key does.
pub(super) async fn confirm_no_more(
    tx: &Tx,
    nominations: impl IntoIterator<Item = Uuid>,
) -> Result<(), StoreError> {
    let nominations = padded(nominations);
    if nominations.is_empty() {
        return Ok(());
    }
    tokens::Entity::update_many()
        .col_expr(
            tokens::Column::Purpose,
            Expr::value(Purpose::Nomination.as_str()),
        )
        .filter(tokens::Column::SubjectId.is_in(nominations))
        .filter(tokens::Column::Purpose.eq(Purpose::NominationLetter.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends the keys of a nomination's letters, except the one that is in use.
pub(super) async fn expire_letters(
    tx: &Tx,
    moment: &Moment,
    nomination: Uuid,
    in_use: &Token,
) -> Result<(), StoreError> {
    tokens::Entity::update_many()
        .col_expr(tokens::Column::ExpiresAt, Expr::value(moment.at()))
        .filter(tokens::Column::SubjectId.eq(nomination))
        .filter(tokens::Column::Purpose.eq(Purpose::NominationLetter.as_str()))
        .filter(tokens::Column::TokenDigest.ne(in_use.digest()))
        .exec(tx)
        .await?;
    Ok(())
}

/// The row in which the form's key is kept.
pub(super) fn row_of(
    moment: &Moment,
    nomination: NominationId,
    key: &Token,
) -> tokens::ActiveModel {
    row(moment, Purpose::Nomination, nomination, key)
}

fn row(
    moment: &Moment,
    purpose: Purpose,
    nomination: NominationId,
    key: &Token,
) -> tokens::ActiveModel {
    tokens::ActiveModel {
        id: Set(moment.id()),
        purpose: Set(purpose.as_str().to_owned()),
        subject_id: Set(nomination.0),
        token_digest: Set(key.digest()),
        code_digest: Set(None),
        tries_left: Set(0),
        created_at: Set(moment.at()),
        expires_at: Set(None),
        used_at: Set(None),
    }
}
