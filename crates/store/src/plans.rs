//! Plans of who judges what, for seasons in which not everybody reads everything. A season without one has none of it.

mod by_hand;
mod inputs;
mod proposal;
mod publishing;

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use plaudit_domain::{
    assignment,
    ids::{AccountId, AssignmentId, CaseId, SeasonId},
    plan::Options,
    policy,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Moment, Store, StoreError,
    cases::of_season,
    entities::{assignments, plan_judges, plan_pairs, plans},
    error::changed_as_seen,
    moment::read_maybe,
    seasons,
    write::Tx,
};

pub use by_hand::{Handed, hand_over};
pub(crate) use inputs::{Inputs, load};
pub use proposal::propose;
pub(crate) use publishing::publish_in;
pub use publishing::{Published, publish};

/// A season's plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What is asked of it.
    pub options: Options,
    /// Raised by whatever changes it.
    pub version: i64,
    /// What it came to when it was last made; none before.
    pub outcome: Option<Outcome>,
    /// When that was.
    pub planned_at: Option<Timestamp>,
}

/// What a plan came to, beyond the assignments that it proposes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// By how much the sum of matches may fall short of the greatest possible, in thousandths.
    pub gap: i64,
    /// How many exchanges joined parts that no judge linked.
    pub exchanges: usize,
    /// How much match that cost.
    pub cost_of_exchanges: i64,
    /// Published assignments, not begun, that its publication gives to others.
    pub withdrawn: Vec<AssignmentId>,
}

/// What a plan knows of one judge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JudgeWords {
    /// The least of their own, if it differs from everybody's.
    pub least: Option<u32>,
    /// And the most.
    pub most: Option<u32>,
    /// Where they work.
    pub organisation: Option<String>,
}

/// How well judges suit cases, and whether they are experts.
pub type Matches = BTreeMap<AccountId, HashMap<CaseId, (u32, bool)>>;

/// Whether the season has a plan.
pub(crate) async fn is_made(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<bool, StoreError> {
    Ok(find_in(conn, season).await?.is_some())
}

/// The season's plan; none where everybody reads everything.
pub async fn find(store: &Store, season: SeasonId) -> Result<Option<Plan>, StoreError> {
    find_in(store.read(), season).await
}

pub(crate) async fn find_in(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Option<Plan>, StoreError> {
    let row = plans::Entity::find_by_id(season.0).one(conn).await?;
    row.map(read).transpose()
}

fn read(row: plans::Model) -> Result<Plan, StoreError> {
    let whole = |number: i64| u32::try_from(number).map_err(StoreError::unreadable);
    Ok(Plan {
        options: Options {
            reviews: whole(row.reviews)?,
            least: whole(row.least)?,
            most: whole(row.most)?,
            experts: whole(row.experts)?,
            cap: row.organisation_cap.map(whole).transpose()?,
            chance: whole(row.chance)?,
            seed: row.seed,
            keeps_published: row.keeps_published,
        },
        version: row.version,
        outcome: row
            .outcome
            .map(serde_json::from_value)
            .transpose()
            .map_err(StoreError::unreadable)?,
        planned_at: read_maybe(row.planned_at)?,
    })
}

fn columns(options: &Options) -> plans::ActiveModel {
    plans::ActiveModel {
        reviews: Set(options.reviews.into()),
        least: Set(options.least.into()),
        most: Set(options.most.into()),
        experts: Set(options.experts.into()),
        organisation_cap: Set(options.cap.map(Into::into)),
        chance: Set(options.chance.into()),
        seed: Set(options.seed.clone()),
        keeps_published: Set(options.keeps_published),
        ..Default::default()
    }
}

/// Makes a plan with these options, or changes the options of the one that was seen in this version (0 for none).
pub async fn set_options(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: i64,
    options: Options,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, seen, options),
            |tx, (moment, season, seen, options)| {
                Box::pin(async move {
                    policy::may_change_season(seasons::status_held(tx, *season).await?)?;
                    let kept = find_in(tx, *season).await?;
                    if kept.map_or(0, |plan| plan.version) != *seen {
                        return Err(StoreError::Stale);
                    }
                    let row = plans::ActiveModel {
                        season_id: Set(season.0),
                        version: Set(seen + 1),
                        ..columns(options)
                    };
                    if *seen == 0 {
                        let row = plans::ActiveModel {
                            created_at: Set(moment.at()),
                            ..row
                        };
                        plans::Entity::insert(row)
                            .exec_without_returning(tx)
                            .await?;
                    } else {
                        plans::Entity::update(row)
                            .exec_without_returning(tx)
                            .await?;
                    }
                    Ok(())
                })
            },
        )
        .await
}

/// Lets everybody read everything again. What was proposed is gone; once judging has begun it is too late.
pub async fn remove(store: &Store, season: SeasonId) -> Result<(), StoreError> {
    store
        .write(season, |tx, season| {
            Box::pin(async move {
                let status = seasons::status_held(tx, *season).await?;
                policy::may_stop_planning(status)?;
                if !is_made(tx, *season).await? {
                    return Err(StoreError::NotFound);
                }
                remove_proposals(tx, *season).await?;
                plan_pairs::Entity::delete_many()
                    .filter(plan_pairs::Column::SeasonId.eq(season.0))
                    .exec(tx)
                    .await?;
                plan_judges::Entity::delete_many()
                    .filter(plan_judges::Column::SeasonId.eq(season.0))
                    .exec(tx)
                    .await?;
                plans::Entity::delete_by_id(season.0).exec(tx).await?;
                Ok(())
            })
        })
        .await
}

/// Sets what the plan knows of these judges; the matches of each stay.
pub async fn set_judges(
    store: &Store,
    season: SeasonId,
    seen: i64,
    judges: Vec<(AccountId, JudgeWords)>,
) -> Result<(), StoreError> {
    store
        .write((season, seen, judges), |tx, (season, seen, judges)| {
            Box::pin(async move {
                raise(tx, *season, *seen).await?;
                let rows = judges
                    .iter()
                    .map(|(judge, words)| plan_judges::ActiveModel {
                        season_id: Set(season.0),
                        judge_id: Set(judge.0),
                        least: Set(words.least.map(Into::into)),
                        most: Set(words.most.map(Into::into)),
                        organisation: Set(words.organisation.clone()),
                        matches: Set(json!({})),
                    });
                let over = [
                    plan_judges::Column::Least,
                    plan_judges::Column::Most,
                    plan_judges::Column::Organisation,
                ];
                upsert_judges(tx, rows.collect(), &over).await
            })
        })
        .await
}

/// Replaces every match of the season by these.
pub async fn set_matches(
    store: &Store,
    season: SeasonId,
    seen: i64,
    matches: Matches,
) -> Result<(), StoreError> {
    store
        .write((season, seen, matches), |tx, (season, seen, matches)| {
            Box::pin(async move {
                raise(tx, *season, *seen).await?;
                plan_judges::Entity::update_many()
                    .col_expr(plan_judges::Column::Matches, Expr::value(json!({})))
                    .filter(plan_judges::Column::SeasonId.eq(season.0))
                    .exec(tx)
                    .await?;
                let rows = matches.iter().map(|(judge, of)| {
                    let kept: serde_json::Map<_, _> = of
                        .iter()
                        .map(|(case, (score, is_expert))| {
                            (case.to_string(), json!([score, u8::from(*is_expert)]))
                        })
                        .collect();
                    plan_judges::ActiveModel {
                        season_id: Set(season.0),
                        judge_id: Set(judge.0),
                        least: Set(None),
                        most: Set(None),
                        organisation: Set(None),
                        matches: Set(kept.into()),
                    }
                });
                upsert_judges(tx, rows.collect(), &[plan_judges::Column::Matches]).await
            })
        })
        .await
}

async fn upsert_judges(
    tx: &Tx,
    rows: Vec<plan_judges::ActiveModel>,
    over: &[plan_judges::Column],
) -> Result<(), StoreError> {
    let over = OnConflict::columns([plan_judges::Column::SeasonId, plan_judges::Column::JudgeId])
        .update_columns(over.iter().copied())
        .to_owned();
    for rows in rows.chunks(200) {
        plan_judges::Entity::insert_many(rows.to_vec())
            .on_conflict(over.clone())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// Raises the version of a plan that nobody changed since it was seen, while its season goes on.
async fn raise(tx: &Tx, season: SeasonId, seen: i64) -> Result<(), StoreError> {
    policy::may_change_season(seasons::status_held(tx, season).await?)?;
    let raised = plans::Entity::update_many()
        .col_expr(
            plans::Column::Version,
            Expr::col(plans::Column::Version).add(1),
        )
        .filter(plans::Column::SeasonId.eq(season.0))
        .filter(plans::Column::Version.eq(seen))
        .exec(tx)
        .await?;
    changed_as_seen(&raised)
}

/// Forgets what is proposed; no judge has seen any of it.
async fn remove_proposals(tx: &Tx, season: SeasonId) -> Result<(), StoreError> {
    assignments::Entity::delete_many()
        .filter(assignments::Column::CaseId.in_subquery(of_season(season)))
        .filter(assignments::Column::Status.eq(assignment::Status::Proposed.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}
