//! What a season is made of: its categories and its stages.

use plaudit_domain::{
    fact::FactKind,
    ids::{CategoryId, SeasonId},
    refusal::Refusal,
    season::{Category, Stage},
    stage::Kind,
    text::Texts,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::{hold, load_draft, note_change};
use crate::{
    Moment, Store, StoreError,
    entities::{categories, stages},
    texts,
    write::Tx,
};

/// A season's categories, in their order.
pub async fn categories(store: &Store, season: SeasonId) -> Result<Vec<Category>, StoreError> {
    load_categories(store.read(), season).await
}

/// The category and the season it belongs to.
pub async fn category(store: &Store, id: CategoryId) -> Result<(Category, SeasonId), StoreError> {
    let row = categories::Entity::find_by_id(id.0)
        .one(store.read())
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok((
        Category {
            id,
            title: texts::read(row.title_texts)?,
        },
        row.season_id.into(),
    ))
}

pub(crate) async fn load_categories(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Vec<Category>, StoreError> {
    let rows = categories::Entity::find()
        .filter(categories::Column::SeasonId.eq(season.0))
        .order_by_asc(categories::Column::Position)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Category {
                id: row.id.into(),
                title: texts::read(row.title_texts)?,
            })
        })
        .collect()
}

/// A season's stages, in their order; a small award has one.
pub async fn stages(store: &Store, season: SeasonId) -> Result<Vec<Stage>, StoreError> {
    load_stages(store.read(), season).await
}

pub(crate) async fn load_stages(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Vec<Stage>, StoreError> {
    let rows = stages::Entity::find()
        .filter(stages::Column::SeasonId.eq(season.0))
        .order_by_asc(stages::Column::Position)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Stage {
                id: row.id.into(),
                kind: Kind::parse(&row.kind)?,
                title: texts::read(row.title_texts)?,
            })
        })
        .collect()
}

/// Adds a category at the end, while the season is a draft.
pub async fn add_category(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    title: Texts,
) -> Result<CategoryId, StoreError> {
    store
        .write(
            (moment.clone(), season, title),
            |tx, (moment, season, title)| {
                Box::pin(async move {
                    load_draft(tx, *season).await?;
                    let position = load_categories(tx, *season).await?.len();
                    let id = insert_category(tx, moment, *season, title, position).await?;
                    note_change(
                        tx,
                        moment,
                        *season,
                        (FactKind::CategoryChanged, id.0),
                        "added",
                    )
                    .await?;
                    Ok(id)
                })
            },
        )
        .await
}

pub(super) async fn insert_category(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    title: &Texts,
    position: usize,
) -> Result<CategoryId, StoreError> {
    let id: CategoryId = moment.id();
    let row = categories::ActiveModel {
        id: Set(id.0),
        season_id: Set(season.0),
        title_texts: Set(texts::stored(title)),
        position: Set(i64::try_from(position).map_err(StoreError::unreadable)?),
    };
    categories::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(id)
}

/// Renames a category, while its season is a draft and as it was seen.
pub async fn rename_category(
    store: &Store,
    moment: &Moment,
    id: CategoryId,
    seen: i64,
    title: Texts,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, seen, title),
            |tx, (moment, id, seen, title)| {
                Box::pin(async move {
                    let season = season_of_category(tx, *id).await?;
                    hold(tx, season, *seen).await?;
                    let row = categories::ActiveModel {
                        id: Set(id.0),
                        title_texts: Set(texts::stored(title)),
                        ..Default::default()
                    };
                    categories::Entity::update(row)
                        .exec_without_returning(tx)
                        .await?;
                    note_change(
                        tx,
                        moment,
                        season,
                        (FactKind::CategoryChanged, id.0),
                        "renamed",
                    )
                    .await
                })
            },
        )
        .await
}

/// Removes a category, while its season is a draft; the last one stays.
pub async fn remove_category(
    store: &Store,
    moment: &Moment,
    id: CategoryId,
) -> Result<(), StoreError> {
    store
        .write((moment.clone(), id), |tx, &(ref moment, id)| {
            Box::pin(async move {
                let season = season_of_category(tx, id).await?;
                if load_categories(tx, season).await?.len() < 2 {
                    return Err(Refusal::Incomplete(vec!["category"]).into());
                }
                categories::Entity::delete_by_id(id.0).exec(tx).await?;
                note_change(
                    tx,
                    moment,
                    season,
                    (FactKind::CategoryChanged, id.0),
                    "removed",
                )
                .await
            })
        })
        .await
}

/// The season of a category that may be changed.
async fn season_of_category(tx: &Tx, id: CategoryId) -> Result<SeasonId, StoreError> {
    let row = categories::Entity::find_by_id(id.0)
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok(load_draft(tx, row.season_id.into()).await?.id)
}
