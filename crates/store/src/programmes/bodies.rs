//! The stewards of a programme: added, renamed and retired.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{ProgrammeId, StewardId},
    refusal::Refusal,
    status::NotPossible,
    steward,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{load, touch_seasons};
use crate::{Moment, Store, StoreError, entities::stewards, ledger, write::Tx};

/// Adds a steward at the end.
pub async fn add_steward(
    store: &Store,
    moment: &Moment,
    programme: ProgrammeId,
    name: String,
) -> Result<StewardId, StoreError> {
    store
        .write(
            (moment.clone(), programme, name),
            |tx, (moment, programme, name)| Box::pin(insert_steward(tx, moment, *programme, name)),
        )
        .await
}

pub(crate) async fn insert_steward(
    tx: &Tx,
    moment: &Moment,
    programme: ProgrammeId,
    name: &str,
) -> Result<StewardId, StoreError> {
    let position = load(tx, programme).await?.stewards.len();
    let id: StewardId = moment.id();
    let row = stewards::ActiveModel {
        id: Set(id.0),
        programme_id: Set(programme.0),
        name: Set(name.to_owned()),
        status: Set(steward::Status::Active.as_str().to_owned()),
        position: Set(i64::try_from(position).map_err(StoreError::unreadable)?),
    };
    stewards::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    let fact = Fact::new(FactKind::StewardAdded)
        .about(programme)
        .with_id("steward", id)
        .with("name", name);
    ledger::note(tx, moment, fact).await?;
    Ok(id)
}

/// Moves a stewardship: the only move is to retire.
pub async fn move_steward(
    store: &Store,
    moment: &Moment,
    id: StewardId,
    event: steward::Event,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, event),
            |tx, &(ref moment, id, event)| {
                Box::pin(async move {
                    let row = stewards::Entity::find_by_id(id.0)
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let status = steward::Status::parse(&row.status)?.after(event)?;
                    let change = stewards::ActiveModel {
                        id: Set(id.0),
                        status: Set(status.as_str().to_owned()),
                        ..Default::default()
                    };
                    stewards::Entity::update(change)
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::StewardChanged)
                        .about(row.programme_id)
                        .with_id("steward", id)
                        .with("name", row.name)
                        .with("status", status.as_str());
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Corrects what a steward is called, while it is one and as it was seen. What was approved stays as it was approved: the ledger
/// keeps both names.
pub async fn rename_steward(
    store: &Store,
    moment: &Moment,
    id: StewardId,
    seen: String,
    name: String,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, seen, name),
            |tx, &(ref moment, id, ref seen, ref name)| {
                Box::pin(async move {
                    let row = stewards::Entity::find_by_id(id.0)
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let status = steward::Status::parse(&row.status)?;
                    if status != steward::Status::Active {
                        return Err(Refusal::not_possible(
                            "steward",
                            &NotPossible {
                                status,
                                event: "rename",
                            },
                        )
                        .into());
                    }
                    if row.name != *seen {
                        return Err(StoreError::Stale);
                    }
                    if row.name == *name {
                        return Ok(());
                    }
                    let others = stewards::Entity::find()
                        .filter(stewards::Column::ProgrammeId.eq(row.programme_id))
                        .filter(stewards::Column::Status.eq(status.as_str()))
                        .filter(stewards::Column::Name.eq(name))
                        .count(tx)
                        .await?;
                    if others > 0 {
                        return Err(Refusal::Taken.into());
                    }
                    let change = stewards::ActiveModel {
                        id: Set(id.0),
                        name: Set(name.clone()),
                        ..Default::default()
                    };
                    stewards::Entity::update(change)
                        .exec_without_returning(tx)
                        .await?;
                    touch_seasons(tx, row.programme_id.into()).await?;
                    let fact = Fact::new(FactKind::StewardChanged)
                        .about(row.programme_id)
                        .with_id("steward", id)
                        .with("was", row.name)
                        .with("name", name.as_str());
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}
