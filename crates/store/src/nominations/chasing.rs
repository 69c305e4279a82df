//! Writing to nominators unasked: a reminder to whoever has not confirmed their address, and news of a later close.

use std::collections::HashMap;

use jiff::SignedDuration;
use plaudit_domain::{
    ids::{NominationId, SeasonId},
    nomination::Status,
    policy,
    text::FIRST_LANGUAGE,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

use super::{key, letters};
use crate::{
    Moment, Store, StoreError,
    entities::{letters as sent, nominations, people, seasons},
    kept::Kept,
    moment::stored,
    outbox::{self, NewLetter},
    people as persons,
    write::Tx,
};

/// How long a nominator has before being reminded.
const PATIENCE: SignedDuration = SignedDuration::from_hours(3 * 24);
/// How long after the close a reminder still helps.
const AFTER_CLOSE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Nominations whose nominator can still be asked to confirm.
const WAITING: [Status; 3] = [Status::Submitted, Status::Returned, Status::Accepted];
/// How many reminders are queued at once, so that the writer is never held for long.
const AT_ONCE: u64 = 200;

/// Queues a reminder for each of these nominations of the season whose nominator has not confirmed, whenever it was
/// sent; answers how many.
pub async fn remind(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    ids: &[NominationId],
) -> Result<u64, StoreError> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    store
        .write(
            (moment.clone(), season, ids),
            |tx, (moment, season, ids)| {
                Box::pin(async move {
                    let status = crate::seasons::status_held(tx, *season).await?;
                    policy::may_change_season(status)?;
                    let kept = Kept::of_actor(tx, moment.by).await?;
                    let rows = nominations::Entity::find()
                        .filter(nominations::Column::SeasonId.eq(season.0))
                        .filter(nominations::Column::Id.is_not_in(kept.nominations.iter().copied()))
                        .filter(nominations::Column::Id.is_in(ids.iter().copied()))
                        .filter(nominations::Column::ConfirmedAt.is_null())
                        .filter(nominations::Column::Status.is_in(WAITING.map(Status::as_str)))
                        .order_by_asc(nominations::Column::Id)
                        .all(tx)
                        .await?;
                    queue_reminders(tx, moment, &rows).await
                })
            },
        )
        .await
}

/// Reminds these nominators, and notes when, so that they are not reminded by themselves once more.
async fn queue_reminders(
    tx: &Tx,
    moment: &Moment,
    rows: &[nominations::Model],
) -> Result<u64, StoreError> {
    let reminders = letters_to(tx, rows, letters::REMINDER).await?;
    nominations::Entity::update_many()
        .col_expr(nominations::Column::ChasedAt, Expr::value(moment.at()))
        .filter(nominations::Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(tx)
        .await?;
    let queued = outbox::queue_all(tx, moment, reminders).await?;
    Ok(queued.len() as u64)
}

/// Queues one reminder for each nomination that is unconfirmed three days after it was sent; answers how many.
pub async fn chase_unconfirmed(store: &Store, moment: &Moment) -> Result<u64, StoreError> {
    if unconfirmed(store.read(), moment, 1).await?.is_empty() {
        return Ok(0);
    }
    store
        .write(moment.clone(), |tx, moment| {
            Box::pin(async move {
                let rows = unconfirmed(tx, moment, AT_ONCE).await?;
                queue_reminders(tx, moment, &rows).await
            })
        })
        .await
}

async fn unconfirmed(
    conn: &impl ConnectionTrait,
    moment: &Moment,
    limit: u64,
) -> Result<Vec<nominations::Model>, StoreError> {
    let in_time = Query::select()
        .column(seasons::Column::Id)
        .from(seasons::Entity)
        .cond_where(seasons::Column::ClosesAt.gte(stored(moment.now - AFTER_CLOSE)))
        .to_owned();
    Ok(nominations::Entity::find()
        .filter(nominations::Column::SubmittedAt.lte(stored(moment.now - PATIENCE)))
        .filter(nominations::Column::ConfirmedAt.is_null())
        .filter(nominations::Column::ChasedAt.is_null())
        .filter(nominations::Column::Status.is_in(WAITING.map(Status::as_str)))
        .filter(nominations::Column::SeasonId.in_subquery(in_time))
        .order_by_asc(nominations::Column::SubmittedAt)
        .limit(limit)
        .all(conn)
        .await?)
}

/// Tells everybody who sent a nomination for the season that the close was put off.
pub(crate) async fn tell_of_extension(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
) -> Result<(), StoreError> {
    tell_all(tx, moment, season, letters::EXTENSION).await
}

/// Tells them that the rules changed which they wrote to, and with them the close.
pub(crate) async fn tell_of_rules(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
) -> Result<(), StoreError> {
    tell_all(tx, moment, season, letters::RULES).await
}

async fn tell_all(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    letter: &'static str,
) -> Result<(), StoreError> {
    let concerned = [
        Status::Draft,
        Status::Submitted,
        Status::Returned,
        Status::Accepted,
    ];
    let rows = nominations::Entity::find()
        .filter(nominations::Column::SeasonId.eq(season.0))
        .filter(nominations::Column::NominatorId.is_not_null())
        .filter(nominations::Column::Status.is_in(concerned.map(Status::as_str)))
        .order_by_asc(nominations::Column::Id)
        .all(tx)
        .await?;
    let told = letters_to(tx, &rows, letter).await?;
    outbox::queue_all(tx, moment, told).await?;
    Ok(())
}

/// One letter for each nominator who can be written to, in the language of the last letter to them.
async fn letters_to(
    tx: &Tx,
    rows: &[nominations::Model],
    kind: &'static str,
) -> Result<Vec<NewLetter>, StoreError> {
    let nominators: Vec<Uuid> = rows.iter().filter_map(|row| row.nominator_id).collect();
    let people: HashMap<Uuid, people::Model> = people::Entity::find()
        .filter(people::Column::Id.is_in(nominators.iter().copied()))
        .all(tx)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let languages: HashMap<Uuid, String> = sent::Entity::find()
        .filter(sent::Column::PersonId.is_in(nominators))
        .order_by_asc(sent::Column::CreatedAt)
        .all(tx)
        .await?
        .into_iter()
        .filter_map(|row| Some((row.person_id?, row.language)))
        .collect();
    let mut letters = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(person) = row.nominator_id.and_then(|id| people.get(&id)) else {
            continue;
        };
        let Some(address) = persons::read(person.clone())?.email else {
            continue;
        };
        letters.push(NewLetter {
            kind,
            to: Some(person.id.into()),
            address,
            language: languages
                .get(&person.id)
                .map_or(FIRST_LANGUAGE, String::as_str)
                .to_owned(),
            merge: key::about(row.id.into()),
        });
    }
    Ok(letters)
}
