//! What is public of a category's results: nothing, until an administrator publishes the file that the page showed, and
//! nothing again once it is taken back. The file stays as it was published, whatever becomes of the season.

use jiff::Timestamp;
use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{CategoryId, SeasonId},
    policy,
    programme::Slug,
    publication,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::OnConflict,
};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError, cases, deliberation,
    entities::{cases as case_rows, result_publications as rows},
    kept::Kept,
    ledger,
    moment::read,
    programmes, seasons, secrets,
    write::Tx,
};

/// A file that is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Since when.
    pub since: Timestamp,
    /// The file itself.
    pub file: Vec<u8>,
}

/// Publishes this file of a category's results, in place of any that was published before. Publishing the same file again
/// changes nothing.
pub async fn publish(
    store: &Store,
    moment: &Moment,
    category: CategoryId,
    file: Vec<u8>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), category, file),
            |tx, &(ref moment, category, ref file)| {
                Box::pin(async move {
                    let season = enter(tx, moment, category).await?;
                    // Held, so that the season does not go back to judging meanwhile.
                    let status = seasons::status_held(tx, season).await?;
                    let is_signed = deliberation::is_signed(tx, category).await?;
                    policy::may_publish_results(status, is_signed)?;
                    let before = rows::Entity::find_by_id(category.0).one(tx).await?;
                    if before.is_some_and(|row| row.file == *file) {
                        return Ok(());
                    }
                    let row = rows::ActiveModel {
                        category_id: Set(category.0),
                        file: Set(file.clone()),
                        published_at: Set(moment.at()),
                    };
                    let instead = OnConflict::column(rows::Column::CategoryId)
                        .update_columns([rows::Column::File, rows::Column::PublishedAt])
                        .to_owned();
                    rows::Entity::insert(row)
                        .on_conflict(instead)
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::ResultsPublished)
                        .in_season(season)
                        .about(category)
                        .with("digest", digest(file));
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Takes back what is published of a category's results. Where nothing is, nothing changes.
pub async fn withdraw(
    store: &Store,
    moment: &Moment,
    category: CategoryId,
) -> Result<(), StoreError> {
    store
        .write((moment.clone(), category), |tx, &(ref moment, category)| {
            Box::pin(async move {
                let season = enter(tx, moment, category).await?;
                let deleted = rows::Entity::delete_by_id(category.0).exec(tx).await?;
                if deleted.rows_affected == 0 {
                    return Ok(());
                }
                let fact = Fact::new(FactKind::ResultsWithdrawn)
                    .in_season(season)
                    .about(category);
                ledger::note(tx, moment, fact).await?;
                Ok(())
            })
        })
        .await
}

/// The season of a category, for whoever is kept from none of its cases; for others there is none.
async fn enter(tx: &Tx, moment: &Moment, category: CategoryId) -> Result<SeasonId, StoreError> {
    let season = cases::season_of(tx, category).await?.id;
    let kept = Kept::of_actor(tx, moment.by).await?;
    refuse_kept(tx, &kept, category).await?;
    Ok(season)
}

/// Whoever is kept from a case of a category is told that there is no such category.
pub(crate) async fn refuse_kept(
    conn: &impl ConnectionTrait,
    kept: &Kept,
    category: CategoryId,
) -> Result<(), StoreError> {
    if kept.is_empty() {
        return Ok(());
    }
    let of_category: Vec<Uuid> = case_rows::Entity::find()
        .select_only()
        .column(case_rows::Column::Id)
        .filter(case_rows::Column::CategoryId.eq(category.0))
        .filter(case_rows::Column::Id.is_in(kept.cases.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    if of_category.is_empty() {
        Ok(())
    } else {
        Err(StoreError::NotFound)
    }
}

/// What is published of a category, whether or not the public sees it already.
pub(crate) async fn find(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<Option<Publication>, StoreError> {
    let row = rows::Entity::find_by_id(category.0).one(conn).await?;
    row.map(|row| {
        Ok(Publication {
            since: read(row.published_at)?,
            file: row.file,
        })
    })
    .transpose()
}

/// The file that the public reads at this programme's address: none before the season is announced.
pub async fn public_file(
    store: &Store,
    programme: &Slug,
    category: CategoryId,
) -> Result<Option<Vec<u8>>, StoreError> {
    let conn = store.read();
    let Some(row) = rows::Entity::find_by_id(category.0).one(conn).await? else {
        return Ok(None);
    };
    let season = cases::season_of(conn, category).await?;
    let of = programmes::load(conn, season.programme).await?;
    let is_there = publication::is_seen(season.status) && of.words.slug == *programme;
    Ok(is_there.then_some(row.file))
}

/// SHA-256 of a file, in hexadecimal.
fn digest(file: &[u8]) -> String {
    hex::encode(secrets::digest(file))
}
