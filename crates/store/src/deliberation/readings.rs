//! Who has read which case before the panel: whoever scored it, and whoever says so, here or in an interview.

use std::collections::BTreeSet;

use plaudit_domain::{
    assignment,
    fact::{Fact, FactKind},
    ids::{AccountId, CaseId, CategoryId},
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::OnConflict,
};
use uuid::Uuid;

use super::room::{Entered, enter, stir};
use crate::{
    Moment, Store, StoreError,
    entities::{assignments, readings as rows},
    ledger,
};

/// Who has read which of these cases.
pub(crate) async fn of(
    conn: &impl ConnectionTrait,
    cases: &[CaseId],
) -> Result<BTreeSet<(CaseId, AccountId)>, StoreError> {
    let counting = assignment::Status::ALL
        .iter()
        .filter(|status| status.counts())
        .map(|status| status.as_str());
    let ids = || cases.iter().map(|case| case.0);
    let scored: Vec<(Uuid, Uuid)> = assignments::Entity::find()
        .select_only()
        .column(assignments::Column::CaseId)
        .column(assignments::Column::JudgeId)
        .filter(assignments::Column::CaseId.is_in(ids()))
        .filter(assignments::Column::Status.is_in(counting))
        .into_tuple()
        .all(conn)
        .await?;
    let confirmed: Vec<(Uuid, Uuid)> = rows::Entity::find()
        .select_only()
        .column(rows::Column::CaseId)
        .column(rows::Column::JudgeId)
        .filter(rows::Column::CaseId.is_in(ids()))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(scored
        .into_iter()
        .chain(confirmed)
        .map(|(case, account)| (case.into(), account.into()))
        .collect())
}

/// A judge says that they have read a case of the agenda, and have no interest in it.
pub async fn confirm(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    (category, case): (CategoryId, CaseId),
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category, case),
            |tx, &(ref moment, by, category, case)| {
                Box::pin(async move {
                    let Entered { table, .. } = enter(tx, by, category).await?;
                    if table.is_out(by, case) || !table.agenda.contains(&case) {
                        return Err(StoreError::NotFound);
                    }
                    if !table.role(by)?.scores() {
                        return Err(Refusal::OtherRole.into());
                    }
                    let row = rows::ActiveModel {
                        id: Set(moment.id()),
                        case_id: Set(case.0),
                        judge_id: Set(by.0),
                        created_at: Set(moment.at()),
                    };
                    let columns = [rows::Column::CaseId, rows::Column::JudgeId];
                    let once = OnConflict::columns(columns).do_nothing().to_owned();
                    let written = rows::Entity::insert(row)
                        .on_conflict(once)
                        .exec_without_returning(tx)
                        .await?;
                    if written == 0 {
                        return Ok(());
                    }
                    let fact = Fact::new(FactKind::ReadingConfirmed)
                        .in_season(table.season.id)
                        .about(case)
                        .with_id("judge", by);
                    ledger::note(tx, moment, fact).await?;
                    stir(tx, category).await
                })
            },
        )
        .await
}
