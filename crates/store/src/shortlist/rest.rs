//! The cases that are neither put forward, held in reserve nor left out: left out in one step, by hand or with the resolution.

use plaudit_domain::{
    case::{Event, Status},
    fact::Fact,
    ids::CategoryId,
    rule_set::WhatIf,
    shortlist,
    stage::Kind,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{REST, apply, place, refuse_stale, stood_for_all};
use crate::{
    Moment, Store, StoreError,
    cases::{self, Case, Seen},
    entities::cases as case_rows,
    kept::Kept,
    standings::{self, Stood},
    write::Tx,
};

/// The cases that are still in judging.
fn rest(stood: &Stood) -> Vec<&Case> {
    stood
        .cases
        .values()
        .filter(|case| case.status == Status::InJudging)
        .collect()
}

/// Leaves out, in one step, the cases that a preview showed to be undecided; with a reason where that departs from the ranking.
///
/// If others are undecided by now, nothing is done: the preview is stale.
pub async fn leave_out(
    store: &Store,
    moment: &Moment,
    category: CategoryId,
    previewed: Vec<Seen>,
    reason: &str,
) -> Result<usize, StoreError> {
    store
        .write(
            (moment.clone(), category, previewed, reason.to_owned()),
            |tx, &(ref moment, category, ref previewed, ref reason)| {
                Box::pin(async move {
                    let stood = stood_for_all(tx, moment, (category, Event::LeaveOut)).await?;
                    let rest = rest(&stood);
                    refuse_stale(&rest, previewed)?;
                    if rest.is_empty() {
                        return Err(StoreError::Stale);
                    }
                    let mut departs = false;
                    for case in &rest {
                        departs |= shortlist::departs(place(&stood, case.id)?, Event::LeaveOut);
                    }
                    let reason = cases::reasoned(departs, reason)?;
                    for case in &rest {
                        let chosen = (*case, Event::LeaveOut);
                        let as_one = |fact: Fact| fact.with(REST, true);
                        apply(tx, moment, &stood, chosen, reason, as_one).await?;
                    }
                    Ok(rest.len())
                })
            },
        )
        .await
}

/// Leaves out what is undecided in a category when the panel has resolved, so that every case has an end.
///
/// Whoever resolves says nothing of those cases, so that none is left out against the ranking here.
pub(crate) async fn settle(
    tx: &Tx,
    moment: &Moment,
    category: CategoryId,
) -> Result<(), StoreError> {
    let undecided = case_rows::Entity::find()
        .filter(case_rows::Column::CategoryId.eq(category.0))
        .filter(case_rows::Column::Status.eq(Status::InJudging.as_str()))
        .count(tx)
        .await?;
    if undecided == 0 {
        return Ok(());
    }
    let of = (category, Kind::Scoring);
    let stood = standings::load_in(tx, of, &Kept::default(), &WhatIf::default()).await?;
    let rest = rest(&stood);
    let places = rest
        .iter()
        .map(|case| place(&stood, case.id))
        .collect::<Result<Vec<_>, _>>()?;
    shortlist::may_settle(places)?;
    for case in &rest {
        let chosen = (*case, Event::LeaveOut);
        let resolved = |fact: Fact| fact.with("with-the-resolution", true);
        apply(tx, moment, &stood, chosen, "", resolved).await?;
    }
    Ok(())
}
