//! Laying what is proposed on the judges' desks.

use std::collections::{BTreeMap, HashSet};

use plaudit_domain::{
    assignment::{Event, Status},
    fact::{Detail, Fact, FactKind},
    ids::{AccountId, AssignmentId, SeasonId},
    policy,
    season::{self, Season},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{Inputs, load, raise};
use crate::{
    Moment, Store, StoreError,
    assignments::{self, JudgeRow, New, ROWS},
    entities::{assignments as rows, plans},
    kept::Kept,
    seasons,
    write::Tx,
};

/// What a publication did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// How many assignments are on desks now that were not.
    pub published: usize,
    /// How many were taken off, to be read by others.
    pub withdrawn: usize,
    /// How many proposals were dropped because something stands against them since.
    pub dropped: usize,
}

/// Publishes what is proposed, while the season is in judging; before, the beginning of judging does it.
pub async fn publish(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: i64,
) -> Result<Published, StoreError> {
    store
        .write(
            (moment.clone(), season, seen),
            |tx, (moment, season, seen)| {
                Box::pin(async move {
                    let status = seasons::status_held(tx, *season).await?;
                    policy::may_plan(status)?;
                    if status != season::Status::Judging {
                        return Err(plaudit_domain::refusal::Refusal::NotJudging.into());
                    }
                    let season = seasons::load(tx, *season).await?;
                    let kept = Kept::of_actor(tx, moment.by).await?;
                    load(tx, season.id).await?.refuse_kept(&kept)?;
                    raise(tx, season.id, *seen).await?;
                    publish_in(tx, moment, &season).await
                })
            },
        )
        .await
}

/// The same within an operation. Interests are asked for where they were not; whoever may not read a case any more is
/// not given it. Each judge who is given some is told by letter.
pub(crate) async fn publish_in(
    tx: &Tx,
    moment: &Moment,
    season: &Season,
) -> Result<Published, StoreError> {
    let inputs = load(tx, season.id).await?;
    let (good, dropped) = sorted(&inputs)?;
    let mut new = New::default();
    let mut by_judge: BTreeMap<Uuid, Vec<Detail>> = BTreeMap::new();
    for row in &good {
        if !inputs.asked.contains_key(&(row.case_id, row.judge_id)) {
            new.interest(moment, season.id, (row.case_id, row.judge_id), None)?;
        }
        by_judge
            .entry(row.judge_id)
            .or_default()
            .push(Detail::Id(row.case_id));
    }
    let told: Vec<&JudgeRow> = (inputs.judges.iter())
        .filter(|judge| by_judge.contains_key(&judge.id))
        .collect();
    for (judge, cases) in by_judge {
        let fact = Fact::new(FactKind::AssignmentsPublished)
            .in_season(season.id)
            .about(AccountId(judge))
            .with("cases", Detail::List(cases));
        new.facts.push(fact);
    }
    let given: HashSet<Uuid> = good.iter().map(|row| row.case_id).collect();
    for case in inputs.cases.iter().filter(|case| given.contains(&case.id)) {
        new.begin(season.id, case);
    }
    let withdrawn = withdraw(&inputs, &mut new)?;
    remove(tx, &dropped).await?;
    let published = Status::Proposed.after(Event::Publish)?;
    let ids: Vec<Uuid> = good.iter().map(|row| row.id).collect();
    set_published(tx, moment, &ids, published).await?;
    // Nobody began them, so that nothing hangs on them: the ledger keeps that they were, and a later plan may give the
    // case to the same judge again.
    remove(tx, &withdrawn).await?;
    new.write(tx, moment).await?;
    forget_withdrawn(tx, &inputs).await?;
    assignments::tell(tx, moment, season.id, &told).await?;
    Ok(Published {
        published: ids.len(),
        withdrawn: withdrawn.len(),
        dropped: dropped.len(),
    })
}

/// The proposals that still can be, and the ids of those that cannot.
fn sorted(inputs: &Inputs) -> Result<(Vec<&rows::Model>, Vec<Uuid>), StoreError> {
    let instance = &inputs.instance;
    let mut good = Vec::new();
    let mut dropped = Vec::new();
    for row in &inputs.rows {
        if Status::parse(&row.status)? != Status::Proposed {
            continue;
        }
        let case = instance.cases.iter().find(|case| case.id.0 == row.case_id);
        let judge = instance
            .judges
            .iter()
            .find(|judge| judge.id.0 == row.judge_id);
        let can_be = case
            .zip(judge)
            .is_some_and(|(case, judge)| instance.bar(case, judge).is_none());
        if can_be {
            good.push(row);
        } else {
            dropped.push(row.id);
        }
    }
    Ok((good, dropped))
}

/// What the plan takes off desks, as far as it was not begun since.
fn withdraw(inputs: &Inputs, new: &mut New) -> Result<Vec<Uuid>, StoreError> {
    let outcome = inputs.plan.outcome.as_ref();
    let listed: HashSet<AssignmentId> = outcome
        .into_iter()
        .flat_map(|outcome| outcome.withdrawn.iter().copied())
        .collect();
    let reassigned = Status::Published.after(Event::Reassign)?;
    let mut ids = Vec::new();
    for row in &inputs.rows {
        let is_listed = listed.contains(&AssignmentId(row.id));
        if is_listed && Status::parse(&row.status)? == Status::Published {
            ids.push(row.id);
            let fact = Fact::new(FactKind::AssignmentMoved)
                .in_season(inputs.season.id)
                .about(AssignmentId(row.id))
                .with("case", row.case_id)
                .with("judge", row.judge_id)
                .with("from", Status::Published.as_str())
                .with("to", reassigned.as_str());
            new.facts.push(fact);
        }
    }
    Ok(ids)
}

async fn remove(tx: &Tx, ids: &[Uuid]) -> Result<(), StoreError> {
    for ids in ids.chunks(ROWS) {
        rows::Entity::delete_many()
            .filter(rows::Column::Id.is_in(ids.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

async fn set_published(
    tx: &Tx,
    moment: &Moment,
    ids: &[Uuid],
    to: Status,
) -> Result<(), StoreError> {
    for ids in ids.chunks(ROWS) {
        rows::Entity::update_many()
            .col_expr(rows::Column::Status, Expr::value(to.as_str()))
            .col_expr(rows::Column::PublishedAt, Expr::value(Some(moment.at())))
            .filter(rows::Column::Id.is_in(ids.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// What was withdrawn is withdrawn once.
async fn forget_withdrawn(tx: &Tx, inputs: &Inputs) -> Result<(), StoreError> {
    let Some(outcome) = &inputs.plan.outcome else {
        return Ok(());
    };
    let kept = super::Outcome {
        withdrawn: Vec::new(),
        ..outcome.clone()
    };
    let change = plans::ActiveModel {
        outcome: Set(Some(
            serde_json::to_value(&kept).map_err(StoreError::unreadable)?,
        )),
        ..Default::default()
    };
    plans::Entity::update_many()
        .set(change)
        .filter(plans::Column::SeasonId.eq(inputs.season.id.0))
        .exec(tx)
        .await?;
    Ok(())
}
