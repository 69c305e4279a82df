//! The agenda of a meeting: drawn up, and changed by hand.

use std::collections::BTreeSet;

use plaudit_domain::{
    case::Status as CaseStatus,
    deliberation::{Item, agenda},
    fact::{Fact, FactKind},
    ids::{AccountId, CaseId, CategoryId},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    room::{Entered, enter, set_at_hand, stir},
    table::{CONTENDING, Table},
};
use crate::{
    Moment, Store, StoreError,
    entities::{agenda_items, cases},
    ledger,
    write::Tx,
};

/// Draws up the agenda so that people go through the door least: what is put forward, in reserve or was added by hand, or
/// all that is in judging where nothing is put forward yet.
pub async fn draw_up(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    category: CategoryId,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category),
            |tx, &(ref moment, by, category)| {
                Box::pin(async move {
                    let Entered { table, .. } = enter(tx, by, category).await?;
                    table.may_keep(by, None)?;
                    let wanted = to_discuss(tx, category, &table).await?;
                    let items: Vec<Item> = wanted
                        .iter()
                        .map(|case| Item {
                            case: *case,
                            out: table.out_of(*case),
                        })
                        .collect();
                    let drawn = agenda::draw_up(&items);
                    write_agenda(tx, category, &drawn.order).await?;
                    // How many there are would tell somebody of a case that is kept from them.
                    let fact = Fact::new(FactKind::AgendaDrawnUp)
                        .in_season(table.season.id)
                        .about(category);
                    ledger::note(tx, moment, fact).await?;
                    stir(tx, category).await
                })
            },
        )
        .await
}

/// The cases that an agenda takes, by their numbers.
async fn to_discuss(
    tx: &Tx,
    category: CategoryId,
    table: &Table,
) -> Result<Vec<CaseId>, StoreError> {
    let rows = cases::Entity::find()
        .filter(cases::Column::CategoryId.eq(category.0))
        .order_by_asc(cases::Column::Number)
        .all(tx)
        .await?;
    let is = |row: &cases::Model, those: &[CaseStatus]| {
        those.iter().any(|status| status.as_str() == row.status)
    };
    let nobody_yet = !rows.iter().any(|row| is(row, &CONTENDING));
    let by_hand: BTreeSet<Uuid> = table.agenda.iter().map(|case| case.0).collect();
    Ok(rows
        .iter()
        .filter(|row| {
            let is_in_judging = is(row, &[CaseStatus::InJudging]);
            is(row, &CONTENDING) || is_in_judging && (nobody_yet || by_hand.contains(&row.id))
        })
        .map(|row| row.id.into())
        .collect())
}

async fn write_agenda(tx: &Tx, category: CategoryId, order: &[CaseId]) -> Result<(), StoreError> {
    agenda_items::Entity::delete_many()
        .filter(agenda_items::Column::CategoryId.eq(category.0))
        .exec(tx)
        .await?;
    if order.is_empty() {
        return Ok(());
    }
    let rows = (0..)
        .zip(order)
        .map(|(position, case)| agenda_items::ActiveModel {
            case_id: Set(case.0),
            category_id: Set(category.0),
            position: Set(position),
        });
    agenda_items::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// What is done by hand with a case on an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand {
    /// It is put at the end.
    Add,
    /// It changes places with the one before it.
    Up,
    /// It changes places with the one after it.
    Down,
    /// It is taken off.
    Remove,
}

/// Changes an agenda by hand. What is kept from whoever does it is not there for them: a case moves past it unseen.
pub async fn arrange(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    (category, case): (CategoryId, CaseId),
    how: ByHand,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category, case, how),
            |tx, &(ref moment, by, category, case, how)| {
                Box::pin(async move {
                    let Entered { row, table } = enter(tx, by, category).await?;
                    table.may_keep(by, None)?;
                    if table.is_out(by, case) {
                        return Err(StoreError::NotFound);
                    }
                    let order = arranged(tx, category, (&table, by), case, how).await?;
                    if how == ByHand::Remove && row.case_id == Some(case.0) {
                        set_at_hand(tx, category, None).await?;
                    }
                    if order == table.agenda {
                        return Ok(());
                    }
                    write_agenda(tx, category, &order).await?;
                    let fact = Fact::new(FactKind::AgendaChanged)
                        .in_season(table.season.id)
                        .about(case);
                    ledger::note(tx, moment, fact).await?;
                    stir(tx, category).await
                })
            },
        )
        .await
}

async fn arranged(
    tx: &Tx,
    category: CategoryId,
    (table, by): (&Table, AccountId),
    case: CaseId,
    how: ByHand,
) -> Result<Vec<CaseId>, StoreError> {
    let mut order = table.agenda.clone();
    let at = order.iter().position(|one| *one == case);
    match (how, at) {
        (ByHand::Add, None) => {
            let found = cases::Entity::find_by_id(case.0)
                .filter(cases::Column::CategoryId.eq(category.0))
                .one(tx)
                .await?
                .ok_or(StoreError::NotFound)?;
            if found.status != CaseStatus::InJudging.as_str()
                && !CONTENDING
                    .iter()
                    .any(|status| status.as_str() == found.status)
            {
                return Err(StoreError::NotFound);
            }
            order.push(case);
        }
        (ByHand::Add, Some(_)) => {}
        (_, None) => return Err(StoreError::NotFound),
        (ByHand::Remove, Some(at)) => {
            order.remove(at);
        }
        (ByHand::Up | ByHand::Down, Some(at)) => {
            let is_seen = |place: &usize| !table.is_out(by, order[*place]);
            let to = if how == ByHand::Up {
                (0..at).rev().find(is_seen)
            } else {
                (at + 1..order.len()).find(is_seen)
            };
            if let Some(to) = to {
                let case = order.remove(at);
                order.insert(to, case);
            }
        }
    }
    Ok(order)
}
