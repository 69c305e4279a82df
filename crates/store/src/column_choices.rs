//! Saved choices of columns. They bear on no outcome, so the ledger says nothing of them; that a file was taken it does say.

use plaudit_domain::{
    column_choice::{ChoiceName, Chosen, ChosenColumns, ColumnChoice},
    export::Export,
    ids::{ColumnChoiceId, OrganisationId},
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};

use crate::{
    Moment, Store, StoreError,
    entities::{column_choices as rows, organisations},
    error::changed_as_seen,
    write::Tx,
};

/// The choice with this id.
pub async fn get(store: &Store, id: ColumnChoiceId) -> Result<ColumnChoice, StoreError> {
    let row = rows::Entity::find_by_id(id.0)
        .one(store.read())
        .await?
        .ok_or(StoreError::NotFound)?;
    read(&row)
}

/// All of them, by name.
pub(crate) async fn list(conn: &impl ConnectionTrait) -> Result<Vec<ColumnChoice>, StoreError> {
    rows::Entity::find()
        .order_by_asc(rows::Column::FoldedName)
        .order_by_asc(rows::Column::Id)
        .all(conn)
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Keeps another one. Refused if its file has one of that name already.
pub async fn add(
    store: &Store,
    moment: &Moment,
    chosen: Chosen,
) -> Result<ColumnChoiceId, StoreError> {
    store
        .write((moment.clone(), chosen), |tx, (moment, chosen)| {
            Box::pin(async move {
                let organisation = organisation(tx).await?;
                refuse_taken(tx, chosen, None).await?;
                let id: ColumnChoiceId = moment.id();
                let row = rows::ActiveModel {
                    id: Set(id.0),
                    organisation_id: Set(organisation.0),
                    file: Set(chosen.file.as_str().to_owned()),
                    name: Set(chosen.name.as_str().to_owned()),
                    folded_name: Set(chosen.name.folded()),
                    columns: Set(chosen.columns.in_address()),
                    is_blind: Set(chosen.is_blind),
                    version: Set(1),
                    created_at: Set(moment.at()),
                    updated_at: Set(moment.at()),
                };
                rows::Entity::insert(row).exec_without_returning(tx).await?;
                Ok(id)
            })
        })
        .await
}

/// Changes one, as it was seen; it stays one of the same file.
pub async fn change(
    store: &Store,
    moment: &Moment,
    (id, seen): (ColumnChoiceId, i64),
    chosen: Chosen,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, seen, chosen),
            |tx, &(ref moment, id, seen, ref chosen)| {
                Box::pin(async move {
                    let kept = rows::Entity::find_by_id(id.0)
                        .filter(rows::Column::File.eq(chosen.file.as_str()))
                        .count(tx)
                        .await?;
                    if kept == 0 {
                        return Err(StoreError::NotFound);
                    }
                    refuse_taken(tx, chosen, Some(id)).await?;
                    let updated = rows::Entity::update_many()
                        .set(rows::ActiveModel {
                            name: Set(chosen.name.as_str().to_owned()),
                            folded_name: Set(chosen.name.folded()),
                            columns: Set(chosen.columns.in_address()),
                            is_blind: Set(chosen.is_blind),
                            version: Set(seen + 1),
                            updated_at: Set(moment.at()),
                            ..Default::default()
                        })
                        .filter(rows::Column::Id.eq(id.0))
                        .filter(rows::Column::Version.eq(seen))
                        .exec(tx)
                        .await?;
                    changed_as_seen(&updated)
                })
            },
        )
        .await
}

/// Removes one; whoever removed it before has done the same.
pub async fn remove(store: &Store, id: ColumnChoiceId) -> Result<(), StoreError> {
    store
        .write(id, |tx, id| {
            Box::pin(async move {
                rows::Entity::delete_by_id(id.0).exec(tx).await?;
                Ok(())
            })
        })
        .await
}

async fn organisation(tx: &Tx) -> Result<OrganisationId, StoreError> {
    let row = organisations::Entity::find()
        .order_by_asc(organisations::Column::Id)
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok(row.id.into())
}

async fn refuse_taken(
    tx: &Tx,
    chosen: &Chosen,
    but: Option<ColumnChoiceId>,
) -> Result<(), StoreError> {
    let mut others = rows::Entity::find()
        .filter(rows::Column::File.eq(chosen.file.as_str()))
        .filter(rows::Column::FoldedName.eq(chosen.name.folded()));
    if let Some(but) = but {
        others = others.filter(rows::Column::Id.ne(but.0));
    }
    if others.count(tx).await? > 0 {
        return Err(Refusal::Taken.into());
    }
    Ok(())
}

fn read(row: &rows::Model) -> Result<ColumnChoice, StoreError> {
    let unreadable = |_| StoreError::unreadable("a choice of columns");
    Ok(ColumnChoice {
        id: row.id.into(),
        chosen: Chosen {
            file: Export::parse(&row.file)?,
            name: ChoiceName::parse(&row.name).map_err(unreadable)?,
            columns: ChosenColumns::parse(&row.columns).map_err(unreadable)?,
            is_blind: row.is_blind,
        },
        version: row.version,
    })
}
