//! The practice case: a worked example that a judge scores before the first real one. It is no case: nothing of it is
//! counted, ranked, exported or noted in the ledger, and what a judge gives it is not kept.

use std::collections::BTreeMap;

use plaudit_domain::{ids::SeasonId, policy};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError, entities::practice_cases as rows, error::changed_as_seen, seasons,
    write::Tx,
};

/// What the panel gives a criterion of the practice case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelAnswer {
    /// Steps from the lowest point of the criterion's scale.
    pub steps: i64,
    /// Why.
    pub reason: String,
}

/// What is written about a practice case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PracticeWords {
    /// Whom the example is about, who does not exist.
    pub nominee: String,
    /// What is read, in paragraphs.
    pub content: String,
    /// What the panel gives, by the key of the criterion: the same in every version of the rules.
    pub answers: BTreeMap<String, PanelAnswer>,
}

/// A season's practice case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeCase {
    /// Its words.
    pub words: PracticeWords,
    /// How often it was written.
    pub version: i64,
}

/// The practice case of a season, if it has one.
pub async fn find(store: &Store, season: SeasonId) -> Result<Option<PracticeCase>, StoreError> {
    let row = row(store.read(), season).await?;
    row.map(read).transpose()
}

async fn row(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Option<rows::Model>, StoreError> {
    Ok(rows::Entity::find()
        .filter(rows::Column::SeasonId.eq(season.0))
        .one(conn)
        .await?)
}

fn read(row: rows::Model) -> Result<PracticeCase, StoreError> {
    Ok(PracticeCase {
        words: PracticeWords {
            nominee: row.nominee,
            content: row.content,
            answers: serde_json::from_value(row.answers).map_err(StoreError::unreadable)?,
        },
        version: row.version,
    })
}

/// Whether a season has one.
pub(crate) async fn is_there(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<bool, StoreError> {
    Ok(row(conn, season).await?.is_some())
}

/// Writes the practice case of a season, unless somebody else has meanwhile; `version` is the one seen, 0 for none.
pub async fn write(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    words: PracticeWords,
    version: i64,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, words, version),
            |tx, &(ref moment, season, ref words, version)| {
                Box::pin(async move {
                    policy::may_write_practice(seasons::status_held(tx, season).await?)?;
                    let kept = row(tx, season).await?;
                    if kept.as_ref().map_or(0, |row| row.version) != version {
                        return Err(StoreError::Stale);
                    }
                    match kept {
                        None => insert(tx, moment, season, words).await,
                        Some(kept) => {
                            let changed = rows::Entity::update_many()
                                .set(rows::ActiveModel {
                                    nominee: Set(words.nominee.clone()),
                                    content: Set(words.content.clone()),
                                    answers: Set(answers(words)?),
                                    version: Set(version + 1),
                                    updated_at: Set(moment.at()),
                                    ..Default::default()
                                })
                                .filter(rows::Column::Id.eq(kept.id))
                                .filter(rows::Column::Version.eq(version))
                                .exec(tx)
                                .await?;
                            changed_as_seen(&changed)
                        }
                    }
                })
            },
        )
        .await
}

/// Takes the practice case of a season away.
pub async fn remove(store: &Store, season: SeasonId) -> Result<(), StoreError> {
    store
        .write(season, |tx, &season| {
            Box::pin(async move {
                policy::may_write_practice(seasons::status_held(tx, season).await?)?;
                rows::Entity::delete_many()
                    .filter(rows::Column::SeasonId.eq(season.0))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Writes a season's first practice case.
pub(crate) async fn insert(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    words: &PracticeWords,
) -> Result<(), StoreError> {
    let id: Uuid = moment.id();
    let row = rows::ActiveModel {
        id: Set(id),
        season_id: Set(season.0),
        nominee: Set(words.nominee.clone()),
        content: Set(words.content.clone()),
        answers: Set(answers(words)?),
        version: Set(1),
        created_at: Set(moment.at()),
        updated_at: Set(moment.at()),
    };
    rows::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

fn answers(words: &PracticeWords) -> Result<serde_json::Value, StoreError> {
    serde_json::to_value(&words.answers).map_err(StoreError::unreadable)
}
