//! Programmes' marks: a picture is tried, looked at, and then chosen or not.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::ProgrammeId,
    mark::{Mark, MarkName},
    programme::Programme,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QuerySelect,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError,
    entities::{marks, programmes as rows},
    error::changed_as_seen,
    ledger, programmes,
    write::Tx,
};

/// Keeps a picture so that it can be looked at where it would stand; nothing is decided yet, so nothing is noted.
///
/// A programme has one picture on trial: the one that was on trial before is gone.
pub async fn try_on(
    store: &Store,
    moment: &Moment,
    programme: ProgrammeId,
    mark: Mark,
) -> Result<MarkName, StoreError> {
    store
        .write(
            (moment.clone(), programme, mark),
            |tx, (moment, programme, mark)| Box::pin(keep(tx, moment, *programme, mark)),
        )
        .await
}

pub(crate) async fn keep(
    tx: &Tx,
    moment: &Moment,
    programme: ProgrammeId,
    mark: &Mark,
) -> Result<MarkName, StoreError> {
    let chosen = programmes::load(tx, programme).await?.mark;
    let name = MarkName::of(mark, &digest(&mark.bytes));
    drop_all_but(tx, programme, &[Some(&name), chosen.as_ref()]).await?;
    if bytes_of(tx, &name, Some(programme)).await?.is_none() {
        let row = marks::ActiveModel {
            id: Set(moment.id::<Uuid>()),
            programme_id: Set(programme.0),
            name: Set(name.to_string()),
            bytes: Set(mark.bytes.clone()),
            created_at: Set(moment.at()),
        };
        marks::Entity::insert(row)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(name)
}

/// Makes a picture that is on trial the programme's mark, if nobody has changed the programme since the version that was
/// seen. One that another picture has taken the place of meanwhile is stale too.
pub async fn choose(
    store: &Store,
    moment: &Moment,
    programme: ProgrammeId,
    version: i64,
    name: MarkName,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), programme, version, name),
            |tx, (moment, programme, version, name)| {
                Box::pin(settle(tx, moment, *programme, *version, Some(name)))
            },
        )
        .await
}

/// Goes back to Plaudit's own mark, if nobody has changed the programme since the version that was seen.
pub async fn remove(
    store: &Store,
    moment: &Moment,
    programme: ProgrammeId,
    version: i64,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), programme, version),
            |tx, (moment, programme, version)| {
                Box::pin(settle(tx, moment, *programme, *version, None))
            },
        )
        .await
}

pub(crate) async fn settle(
    tx: &Tx,
    moment: &Moment,
    id: ProgrammeId,
    version: i64,
    name: Option<&MarkName>,
) -> Result<(), StoreError> {
    let before = programmes::load(tx, id).await?;
    if before.version != version {
        return Err(StoreError::Stale);
    }
    if before.mark.as_ref() == name {
        return Ok(());
    }
    let fact = match name {
        Some(name) => {
            let bytes = bytes_of(tx, name, Some(id))
                .await?
                .ok_or(StoreError::Stale)?;
            Fact::new(FactKind::MarkChosen).with("digest", digest(&bytes))
        }
        None => Fact::new(FactKind::MarkRemoved),
    };
    write_down(tx, &before, name).await?;
    drop_all_but(tx, id, &[name]).await?;
    programmes::touch_seasons(tx, id).await?;
    ledger::note(tx, moment, fact.about(id)).await?;
    Ok(())
}

async fn write_down(
    tx: &Tx,
    before: &Programme,
    name: Option<&MarkName>,
) -> Result<(), StoreError> {
    let row = rows::ActiveModel {
        version: Set(before.version + 1),
        mark: Set(name.map(ToString::to_string)),
        ..Default::default()
    };
    let changed = rows::Entity::update_many()
        .set(row)
        .filter(rows::Column::Id.eq(before.id.0))
        .filter(rows::Column::Version.eq(before.version))
        .exec(tx)
        .await?;
    changed_as_seen(&changed)
}

async fn drop_all_but(
    tx: &Tx,
    programme: ProgrammeId,
    kept: &[Option<&MarkName>],
) -> Result<(), StoreError> {
    let kept = kept.iter().flatten().map(ToString::to_string);
    marks::Entity::delete_many()
        .filter(marks::Column::ProgrammeId.eq(programme.0))
        .filter(marks::Column::Name.is_not_in(kept))
        .exec(tx)
        .await?;
    Ok(())
}

/// The picture of this name, whosever mark it is; nothing once it is no longer chosen or on trial.
pub async fn find(store: &Store, name: &MarkName) -> Result<Option<Vec<u8>>, StoreError> {
    bytes_of(store.read(), name, None).await
}

/// Whether this picture is the programme's, chosen or on trial.
pub async fn is_known(
    store: &Store,
    programme: ProgrammeId,
    name: &MarkName,
) -> Result<bool, StoreError> {
    let bytes = bytes_of(store.read(), name, Some(programme)).await?;
    Ok(bytes.is_some())
}

async fn bytes_of(
    conn: &impl ConnectionTrait,
    name: &MarkName,
    programme: Option<ProgrammeId>,
) -> Result<Option<Vec<u8>>, StoreError> {
    let of = programme.map(|id| marks::Column::ProgrammeId.eq(id.0));
    Ok(marks::Entity::find()
        .select_only()
        .column(marks::Column::Bytes)
        .filter(marks::Column::Name.eq(name.to_string()))
        .filter(Condition::all().add_option(of))
        .into_tuple()
        .one(conn)
        .await?)
}

fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
