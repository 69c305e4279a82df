//! The room of a meeting: the case at hand, and who is there. Whatever changes what a screen shows raises the
//! room's revision, by which every instance knows to look again.

use std::collections::BTreeSet;

use plaudit_domain::{
    fact::{Detail, Fact, FactKind},
    ids::{AccountId, CaseId, CategoryId, SeasonId},
    policy,
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, OnConflict, SelectStatement},
};

use super::table::Table;
use crate::{
    Moment, Store, StoreError, confidentiality,
    entities::{attendances, cases, categories, deliberations, step_outs},
    ledger, seasons,
    write::Tx,
};

/// A meeting as somebody at its table finds it, held until the transaction ends.
pub(super) struct Entered {
    pub(super) row: deliberations::Model,
    pub(super) table: Table,
}

/// Enters the room of this category while the panel meets and its resolution is not signed.
pub(super) async fn enter(
    tx: &Tx,
    by: AccountId,
    category: CategoryId,
) -> Result<Entered, StoreError> {
    let season = crate::cases::season_of(tx, category).await?;
    crate::memberships::role_on_panel(tx, by, season.id)
        .await?
        .ok_or(StoreError::NotFound)?;
    confidentiality::refuse_before_acceptance(tx, by, season.id).await?;
    policy::may_resolve_in(seasons::status_held(tx, season.id).await?)?;
    let row = held(tx, category).await?;
    policy::may_still_decide(row.signed_at.is_some())?;
    let table = Table::load(tx, category).await?;
    Ok(Entered { row, table })
}

/// The meeting's row, made where there is none, and held until the transaction ends.
pub(super) async fn held(
    tx: &Tx,
    category: CategoryId,
) -> Result<deliberations::Model, StoreError> {
    let fresh = deliberations::ActiveModel {
        category_id: Set(category.0),
        case_id: Set(None),
        revision: Set(0),
        signed_at: Set(None),
        signed_by: Set(None),
        fact_id: Set(None),
    };
    let once = OnConflict::column(deliberations::Column::CategoryId)
        .do_nothing()
        .to_owned();
    deliberations::Entity::insert(fresh)
        .on_conflict(once)
        .exec_without_returning(tx)
        .await?;
    deliberations::Entity::find_by_id(category.0)
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)
}

/// Has the screens of these categories look again.
async fn stir_those(tx: &Tx, of: SelectStatement) -> Result<(), StoreError> {
    deliberations::Entity::update_many()
        .col_expr(
            deliberations::Column::Revision,
            Expr::col(deliberations::Column::Revision).add(1),
        )
        .filter(deliberations::Column::CategoryId.in_subquery(of))
        .exec(tx)
        .await?;
    Ok(())
}

/// Has the screens of this case's category look again.
pub(crate) async fn stir_case(tx: &Tx, case: CaseId) -> Result<(), StoreError> {
    let of = cases::Entity::find_by_id(case.0)
        .select_only()
        .column(cases::Column::CategoryId)
        .into_query();
    stir_those(tx, of).await
}

/// Has the screens of all categories of this season look again.
pub(crate) async fn stir_season(tx: &Tx, season: SeasonId) -> Result<(), StoreError> {
    let of = categories::Entity::find()
        .select_only()
        .column(categories::Column::Id)
        .filter(categories::Column::SeasonId.eq(season.0))
        .into_query();
    stir_those(tx, of).await
}

/// Has the screens of this category look again.
pub(super) async fn stir(tx: &Tx, category: CategoryId) -> Result<(), StoreError> {
    deliberations::Entity::update_many()
        .col_expr(
            deliberations::Column::Revision,
            Expr::col(deliberations::Column::Revision).add(1),
        )
        .filter(deliberations::Column::CategoryId.eq(category.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// The revision that the screens of this category show; 0 before anything happened in its room.
pub async fn revision(store: &Store, category: CategoryId) -> Result<i64, StoreError> {
    let found: Option<i64> = deliberations::Entity::find_by_id(category.0)
        .select_only()
        .column(deliberations::Column::Revision)
        .into_tuple()
        .one(store.read())
        .await?;
    Ok(found.unwrap_or_default())
}

pub(super) async fn set_at_hand(
    tx: &Tx,
    category: CategoryId,
    case: Option<CaseId>,
) -> Result<(), StoreError> {
    deliberations::Entity::update_many()
        .col_expr(
            deliberations::Column::CaseId,
            Expr::value(case.map(|case| case.0)),
        )
        .filter(deliberations::Column::CategoryId.eq(category.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes a case of the agenda in hand, and notes who is out for it; or none, between two.
///
/// Whoever is out for the case at hand waits until it is put down, and whoever is out for the next cannot call it.
pub async fn call(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    category: CategoryId,
    case: Option<CaseId>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category, case),
            |tx, &(ref moment, by, category, case)| {
                Box::pin(async move {
                    let Entered { row, table } = enter(tx, by, category).await?;
                    let at_hand = row.case_id.map(CaseId::from);
                    if at_hand.is_some_and(|case| table.is_out(by, case)) {
                        return Err(Refusal::Recused.into());
                    }
                    if let Some(case) = case
                        && (!table.agenda.contains(&case) || table.is_out(by, case))
                    {
                        return Err(StoreError::NotFound);
                    }
                    // To put a case down is for whoever keeps the meeting while it is at hand.
                    table.may_keep(by, case.or(at_hand))?;
                    if at_hand == case {
                        return Ok(());
                    }
                    set_at_hand(tx, category, case).await?;
                    if let Some(case) = case {
                        note_called(tx, moment, &table, case).await?;
                    }
                    stir(tx, category).await
                })
            },
        )
        .await
}

async fn note_called(
    tx: &Tx,
    moment: &Moment,
    table: &Table,
    case: CaseId,
) -> Result<(), StoreError> {
    let out = table.out_of(case);
    if !out.is_empty() {
        let rows = out.iter().map(|account| step_outs::ActiveModel {
            case_id: Set(case.0),
            account_id: Set(account.0),
            noted_at: Set(moment.at()),
        });
        let columns = [step_outs::Column::CaseId, step_outs::Column::AccountId];
        let once = OnConflict::columns(columns).do_nothing().to_owned();
        step_outs::Entity::insert_many(rows)
            .on_conflict(once)
            .exec_without_returning(tx)
            .await?;
    }
    let out = out.iter().map(|account| Detail::Id(account.0)).collect();
    let fact = Fact::new(FactKind::CaseCalled)
        .in_season(table.season.id)
        .about(case)
        .with("out", Detail::List(out));
    ledger::note(tx, moment, fact).await?;
    Ok(())
}

/// Notes who is there; everybody else at the table is absent.
pub async fn note_attendance(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    category: CategoryId,
    present: BTreeSet<AccountId>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category, present),
            |tx, &(ref moment, by, category, ref present)| {
                Box::pin(async move {
                    let Entered { row, table } = enter(tx, by, category).await?;
                    table.may_keep(by, row.case_id.map(CaseId::from))?;
                    let seated = |account: &AccountId| table.role(*account).is_ok();
                    if !present.iter().all(seated) {
                        return Err(StoreError::NotFound);
                    }
                    for (account, _) in &table.seats {
                        let is_present = present.contains(account);
                        attend(tx, moment, category, *account, is_present).await?;
                    }
                    let there = present.iter().map(|account| Detail::Id(account.0));
                    let fact = Fact::new(FactKind::AttendanceNoted)
                        .in_season(table.season.id)
                        .about(category)
                        .with("present", Detail::List(there.collect()));
                    ledger::note(tx, moment, fact).await?;
                    stir(tx, category).await
                })
            },
        )
        .await
}

/// Writes down whether somebody is there.
pub(super) async fn attend(
    tx: &Tx,
    moment: &Moment,
    category: CategoryId,
    account: AccountId,
    is_present: bool,
) -> Result<(), StoreError> {
    let row = attendances::ActiveModel {
        category_id: Set(category.0),
        account_id: Set(account.0),
        is_present: Set(is_present),
        noted_at: Set(moment.at()),
    };
    let columns = [
        attendances::Column::CategoryId,
        attendances::Column::AccountId,
    ];
    let again = OnConflict::columns(columns)
        .update_columns([attendances::Column::IsPresent, attendances::Column::NotedAt])
        .to_owned();
    attendances::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Who is noted as present.
pub(crate) async fn present(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<BTreeSet<AccountId>, StoreError> {
    let rows = attendances::Entity::find()
        .filter(attendances::Column::CategoryId.eq(category.0))
        .filter(attendances::Column::IsPresent.eq(true))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.account_id.into()).collect())
}
