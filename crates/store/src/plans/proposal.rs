//! Making a plan: it is found outside of any transaction, and written only if nothing of it was changed meanwhile.

use std::collections::{BTreeSet, HashMap};

use plaudit_domain::{
    assignment::Status,
    fact::{Fact, FactKind},
    ids::{AssignmentId, SeasonId},
    plan::{Hold, Impossible, Options, Outcome as Found, Pair},
    policy,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};

use super::{Inputs, Outcome, load, raise, remove_proposals};
use crate::{
    Moment, Store, StoreError,
    assignments::ROWS,
    entities::{assignments, plans},
    kept::Kept,
    ledger, seasons,
    write::Tx,
};

/// Makes the plan anew: what stays is kept, and the rest is proposed. No judge sees any of it.
///
/// The inner answer says why there is none; then nothing was written, and what was proposed before is still there.
pub async fn propose(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: i64,
) -> Result<Result<(), Box<Impossible>>, StoreError> {
    let inputs = load(store.read(), season).await?;
    inputs.refuse_kept(&Kept::of_actor(store.read(), moment.by).await?)?;
    policy::may_plan(inputs.season.status)?;
    if inputs.plan.version != seen {
        return Err(StoreError::Stale);
    }
    let work = move || {
        let found = inputs.instance.solve(&inputs.plan.options);
        (inputs, found)
    };
    let (inputs, found) = tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| crate::gathered::panicked())?;
    let found = match found {
        Ok(found) => found,
        Err(impossible) => return Ok(Err(impossible)),
    };
    store
        .write(
            (moment.clone(), inputs, found),
            |tx, (moment, inputs, found)| Box::pin(write(tx, moment, inputs, found)),
        )
        .await?;
    Ok(Ok(()))
}

async fn write(tx: &Tx, moment: &Moment, inputs: &Inputs, found: &Found) -> Result<(), StoreError> {
    let season = inputs.season.id;
    policy::may_plan(seasons::status_held(tx, season).await?)?;
    raise(tx, season, inputs.plan.version).await?;
    remove_proposals(tx, season).await?;
    let is_there = |pair: &Pair| {
        matches!(
            inputs.instance.held.get(pair),
            Some(Hold::Published | Hold::Begun)
        )
    };
    let rows: Vec<_> = found
        .pairs
        .iter()
        .filter(|pair| !is_there(pair))
        .map(|(case, judge)| {
            let id: AssignmentId = moment.id();
            assignments::ActiveModel {
                id: Set(id.0),
                case_id: Set(case.0),
                stage_id: Set(inputs.stage.0),
                judge_id: Set(judge.0),
                status: Set(Status::Proposed.as_str().to_owned()),
                published_at: Set(None),
                created_at: Set(moment.at()),
            }
        })
        .collect();
    for rows in rows.chunks(ROWS) {
        assignments::Entity::insert_many(rows.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    let outcome = Outcome {
        gap: found.gap,
        exchanges: found.exchanges,
        cost_of_exchanges: found.cost_of_exchanges,
        withdrawn: withdrawn(inputs, &found.pairs),
    };
    let kept = plans::ActiveModel {
        outcome: Set(Some(
            serde_json::to_value(&outcome).map_err(StoreError::unreadable)?,
        )),
        planned_at: Set(Some(moment.at())),
        ..Default::default()
    };
    plans::Entity::update_many()
        .set(kept)
        .filter(plans::Column::SeasonId.eq(season.0))
        .exec(tx)
        .await?;
    ledger::note(tx, moment, fact(inputs, found, &outcome)?).await?;
    Ok(())
}

/// The published assignments, not begun, that the new plan gives to others.
fn withdrawn(inputs: &Inputs, pairs: &BTreeSet<Pair>) -> Vec<AssignmentId> {
    let ids: HashMap<Pair, AssignmentId> = inputs
        .rows
        .iter()
        .map(|row| ((row.case_id.into(), row.judge_id.into()), row.id.into()))
        .collect();
    inputs
        .instance
        .held
        .iter()
        .filter(|(pair, hold)| **hold == Hold::Published && !pairs.contains(pair))
        .filter(|_| !inputs.plan.options.keeps_published)
        .filter_map(|(pair, _)| ids.get(pair).copied())
        .collect()
}

/// Options, seed and what came of them; the digest is of every pair, so that the plan can be found again.
fn fact(inputs: &Inputs, found: &Found, outcome: &Outcome) -> Result<Fact, StoreError> {
    let Options {
        reviews,
        least,
        most,
        experts,
        cap,
        chance,
        ref seed,
        keeps_published,
    } = inputs.plan.options;
    let figures = inputs.instance.figures(&found.pairs);
    let number = |count: usize| i64::try_from(count).map_err(StoreError::unreadable);
    let total = i64::try_from(figures.total_match).map_err(StoreError::unreadable)?;
    let mut digest = Sha256::new();
    for (case, judge) in &found.pairs {
        digest.update(format!("{case} {judge}\n"));
    }
    let mut fact = Fact::new(FactKind::AssignmentsPlanned)
        .in_season(inputs.season.id)
        .about(inputs.season.id)
        .with("reviews", i64::from(reviews))
        .with("least", i64::from(least))
        .with("most", i64::from(most))
        .with("experts", i64::from(experts))
        .with("chance", i64::from(chance))
        .with("seed", seed.as_str())
        .with("keeps-published", keeps_published)
        .with("readings", number(figures.reviews)?)
        .with("total-match", total)
        .with("gap-in-thousandths", outcome.gap)
        .with("parts", number(figures.parts)?)
        .with("cost-of-exchanges", outcome.cost_of_exchanges)
        .with("withdrawn", number(outcome.withdrawn.len())?)
        .with("pairs", hex::encode(digest.finalize()));
    if let Some(cap) = cap {
        fact = fact.with("cap", i64::from(cap));
    }
    Ok(fact)
}
