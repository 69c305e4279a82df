//! Forms that are sent at the same time: whoever sends one while others are being written waits with whoever else does,
//! and all of them share a transaction, few statements for each table and one flush. Each is answered after that flush.
//! PostgreSQL writes two such transactions beside each other.
//!
//! What a form is refused for concerns nobody else. What is more than a first sending, such as a form that is sent
//! twice, is done by itself after the others; and if the shared transaction fails, each is tried by itself.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use futures_util::future::join_all;
use plaudit_domain::{ids::SeasonId, season::Season};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    Sending,
    first::{self, First},
    key,
    sending::{Sent, submit_alone},
};
use crate::{
    Moment, Store, StoreError,
    entities::{nominations, seasons as season_rows},
    gathered::{Gathered, panicked},
    seasons,
    write::Tx,
};

/// A form that waits, with the moment in which it was sent.
type Waiting = (Moment, Sending);

/// Where forms wait that are to be sent.
pub(crate) type Sendings = Gathered<Waiting, Result<Sent, StoreError>>;

/// What has become of a form in the shared transaction; nothing, if it must be sent by itself.
type Decided = Option<Result<Sent, StoreError>>;

/// Sends a form with whatever others wait to be sent.
pub(super) async fn submit(
    store: &Store,
    moment: &Moment,
    sending: Sending,
) -> Result<Sent, StoreError> {
    let shared = store.clone();
    store
        .sendings()
        .pass((moment.clone(), sending), move |waiting| {
            submit_all(shared.clone(), waiting)
        })
        .await
        .unwrap_or_else(|| Err(panicked()))
}

async fn submit_all(store: Store, waiting: Vec<Waiting>) -> Vec<Result<Sent, StoreError>> {
    let waiting = Arc::new(waiting);
    let decided = if waiting.len() == 1 {
        vec![None]
    } else {
        let written = store
            .write(Arc::clone(&waiting), |tx, waiting| {
                Box::pin(write(tx, waiting))
            })
            .await;
        written.unwrap_or_else(|error| {
            tracing::debug!(%error, "forms are sent one by one, since they could not be sent together");
            waiting.iter().map(|_| None).collect()
        })
    };
    let answers = waiting
        .iter()
        .zip(decided)
        .map(|((moment, sending), decided)| {
            let store = &store;
            async move {
                match decided {
                    Some(decided) => decided,
                    None => submit_alone(store, moment, sending).await,
                }
            }
        });
    join_all(answers).await
}

/// Writes what is sent for the first time; nothing at all if the answer is an error.
async fn write(tx: &Tx, waiting: &[Waiting]) -> Result<Vec<Decided>, StoreError> {
    let known = key::held_by_each(tx, waiting.iter().map(|(_, sending)| &sending.key)).await?;
    let seasons = seasons_of(tx, waiting, known.values()).await?;
    let mut decided: Vec<Decided> = Vec::with_capacity(waiting.len());
    let mut firsts = Vec::with_capacity(waiting.len());
    let mut places = Vec::with_capacity(waiting.len());
    let mut taken = HashSet::with_capacity(waiting.len());
    for (moment, sending) in waiting {
        let digest = sending.key.digest();
        let kept = known.get(&digest);
        let subject = kept.map_or(digest, |row| row.id.as_bytes().to_vec());
        let was_sent = kept.is_some_and(|row| row.nominee_id.is_some());
        if was_sent || !taken.insert(subject) {
            decided.push(None);
            continue;
        }
        let season = kept.map_or(sending.season, |row| row.season_id.into());
        let first = seasons
            .get(&season)
            .ok_or(StoreError::NotFound)
            .and_then(|season| First::new(moment, sending, kept, season));
        match first {
            Ok(first) => {
                places.push(decided.len());
                firsts.push(first);
                decided.push(None);
            }
            Err(refused) => decided.push(Some(Err(refused))),
        }
    }
    let sent = first::write(tx, &firsts).await?;
    for (place, sent) in places.into_iter().zip(sent) {
        decided[place] = Some(Ok(sent));
    }
    Ok(decided)
}

async fn seasons_of(
    tx: &Tx,
    waiting: &[Waiting],
    kept: impl Iterator<Item = &nominations::Model>,
) -> Result<BTreeMap<SeasonId, Season>, StoreError> {
    let mut wanted: HashSet<Uuid> = kept.map(|row| row.season_id).collect();
    wanted.extend(waiting.iter().map(|(_, sending)| sending.season.0));
    season_rows::Entity::find()
        .filter(season_rows::Column::Id.is_in(wanted))
        .all(tx)
        .await?
        .into_iter()
        .map(|row| Ok((row.id.into(), seasons::read(row)?)))
        .collect()
}
