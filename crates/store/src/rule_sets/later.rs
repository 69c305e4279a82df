//! A later version of published rules: prepared as a draft that nobody outside sees, and then put in their place, with a
//! reason, a later close and a letter to everybody who nominated.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    criterion::Criterion,
    fact::{Detail, Fact, FactKind},
    ids::{CriterionId, RuleSetId, ScorecardId, SeasonId},
    interest::conflicts::ConflictPolicy,
    policy,
    refusal::Refusal,
    rule_set::{RuleSet, Status},
    stage::Kind,
    standing,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{
    CriterionWords, RuleSetWords, changed, columns, criteria as one_criteria, latest, load,
    lock_these,
    versions::{is_scored_in, words_of},
};
use crate::{
    Moment, Store, StoreError,
    entities::{criteria, rule_sets, scorecards, scores},
    ledger, nominations, seasons,
    write::Tx,
};

/// What is edited now: the later version that is being prepared, or else what is in force.
pub async fn edited(store: &Store, season: SeasonId) -> Result<RuleSet, StoreError> {
    load_edited(store.read(), season).await
}

pub(super) async fn load_edited(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<RuleSet, StoreError> {
    latest(conn, season, Condition::all()).await
}

/// The later version that is being prepared; not found where there is none.
async fn prepared(conn: &impl ConnectionTrait, season: SeasonId) -> Result<RuleSet, StoreError> {
    let rules = load_edited(conn, season).await?;
    if rules.number > 1 && rules.status == Status::Draft {
        Ok(rules)
    } else {
        Err(StoreError::NotFound)
    }
}

/// Begins a later version, the same as what is in force. If one is begun already, that is the one.
pub async fn prepare(store: &Store, moment: &Moment, season: SeasonId) -> Result<(), StoreError> {
    store
        .write((moment.clone(), season), |tx, &(ref moment, season)| {
            Box::pin(async move {
                let about = seasons::load_locked(tx, season).await?;
                let rules = load(tx, season).await?;
                let is_scored = is_scored_in(tx, season).await?;
                policy::may_renew_rules(about.status, rules.status, is_scored)?;
                match prepared(tx, season).await {
                    Ok(_) => return Ok(()),
                    Err(StoreError::NotFound) => {}
                    Err(error) => return Err(error),
                }
                let id = insert_copy(tx, moment, season, &rules).await?;
                let copy = RuleSet {
                    id,
                    number: rules.number + 1,
                    ..rules
                };
                changed(tx, moment, season, &copy, "later-version-begun").await
            })
        })
        .await
}

async fn insert_copy(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    of: &RuleSet,
) -> Result<RuleSetId, StoreError> {
    let words = RuleSetWords {
        method: of.method,
        merit_floor: of.merit_floor,
        quorum: of.quorum,
        shortlist_size: of.shortlist_size,
        tie_break: of.tie_break.clone(),
        at_the_cut: of.at_the_cut,
        reading: of.reading,
        others_scores: of.others_scores,
        meeting: of.meeting,
    };
    let id: RuleSetId = moment.id();
    let row = rule_sets::ActiveModel {
        id: Set(id.0),
        season_id: Set(season.0),
        number: Set(i64::from(of.number) + 1),
        status: Set(Status::Draft.as_str().to_owned()),
        reason: Set(None),
        content: Set(None),
        digest: Set(None),
        lot_seed: Set(None),
        created_at: Set(moment.at()),
        locked_at: Set(None),
        conflicts: Set(of.conflicts.as_ref().map(ConflictPolicy::to_json)),
        stages: Set((of.stages.are_on()).then(|| of.stages.to_json())),
        ..columns(&words)
    };
    rule_sets::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    for stage in Kind::ALL.iter().copied() {
        for (position, criterion) in of.criteria_in(stage).iter().enumerate() {
            let words: CriterionWords = words_of(criterion);
            one_criteria::insert_in(tx, moment, (id, stage), &words, position).await?;
        }
    }
    Ok(id)
}

/// Gives up the later version that is being prepared: nobody has seen it.
pub async fn discard(store: &Store, moment: &Moment, season: SeasonId) -> Result<(), StoreError> {
    store
        .write((moment.clone(), season), |tx, &(ref moment, season)| {
            Box::pin(async move {
                let rules = prepared(tx, season).await?;
                criteria::Entity::delete_many()
                    .filter(criteria::Column::RuleSetId.eq(rules.id.0))
                    .exec(tx)
                    .await?;
                rule_sets::Entity::delete_by_id(rules.id.0).exec(tx).await?;
                changed(tx, moment, season, &rules, "later-version-given-up").await
            })
        })
        .await
}

/// How many scorecards are begun under the rules in force: what a later version makes of their scores is said before.
pub async fn unfinished(store: &Store, season: SeasonId) -> Result<u64, StoreError> {
    let conn = store.read();
    let rules = load(conn, season).await?;
    Ok(scorecards::Entity::find()
        .filter(scorecards::Column::RuleSetId.eq(rules.id.0))
        .count(conn)
        .await?)
}

/// With what a later version is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Why it takes the place of the one before.
    pub reason: String,
    /// The new close.
    pub closes_at: Timestamp,
}

/// Puts the version that is being prepared in the place of the rules, as it was seen: everybody who nominated is told, and has
/// until the new close to change what they sent.
pub async fn publish(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: i64,
    with: Publication,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, seen, with),
            |tx, (moment, season, seen, with)| {
                Box::pin(async move {
                    let about = seasons::load_locked(tx, *season).await?;
                    let before = load(tx, *season).await?;
                    let is_scored = is_scored_in(tx, *season).await?;
                    policy::may_renew_rules(about.status, before.status, is_scored)?;
                    let rules = prepared(tx, *season).await?;
                    if with.reason.trim().is_empty() {
                        return Err(Refusal::ReasonNeeded.into());
                    }
                    refuse_incomplete(&rules)?;
                    seasons::hold(tx, *season, *seen).await?;
                    seasons::put_off(tx, moment, &about, with.closes_at, &with.reason).await?;
                    supersede(tx, moment, *season, (&before, &rules), &with.reason).await?;
                    carry_over(tx, moment, *season, (&before, &rules)).await?;
                    lock_these(tx, moment, *season, rules).await?;
                    nominations::tell_of_rules(tx, moment, *season).await
                })
            },
        )
        .await
}

/// A version that cannot rank, or does not say what its points mean, is published no more than a first one is.
fn refuse_incomplete(rules: &RuleSet) -> Result<(), Refusal> {
    for stage in rules.stages.kinds() {
        let rules = rules.clone().in_stage(stage);
        let ranks = rules.total_weight() > 0 && standing::check(&rules).is_ok();
        if stage != Kind::Sift && !ranks {
            return Err(Refusal::Incomplete(vec!["criteria"]));
        }
    }
    if !rules.every_criterion().all(Criterion::is_described) {
        return Err(Refusal::Incomplete(vec!["descriptors"]));
    }
    Ok(())
}

async fn supersede(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    (before, after): (&RuleSet, &RuleSet),
    reason: &str,
) -> Result<(), StoreError> {
    let row = rule_sets::ActiveModel {
        id: Set(before.id.0),
        status: Set(Status::Superseded.as_str().to_owned()),
        ..Default::default()
    };
    rule_sets::Entity::update(row)
        .exec_without_returning(tx)
        .await?;
    let row = rule_sets::ActiveModel {
        id: Set(after.id.0),
        reason: Set(Some(reason.to_owned())),
        ..Default::default()
    };
    rule_sets::Entity::update(row)
        .exec_without_returning(tx)
        .await?;
    let fact = Fact::new(FactKind::RuleSetSuperseded)
        .in_season(season)
        .about(before.id)
        .with("number", i64::from(before.number))
        .with_id("by", after.id)
        .with("reason", reason);
    ledger::note(tx, moment, fact).await?;
    Ok(())
}

/// Moves the scores of scorecards that are begun to the same criteria of the later version, where these keep their scale. All
/// other scores are asked for anew; what they were stays in the ledger.
async fn carry_over(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    (before, after): (&RuleSet, &RuleSet),
) -> Result<(), StoreError> {
    let cards = scorecards::Entity::find()
        .filter(scorecards::Column::RuleSetId.eq(before.id.0))
        .all(tx)
        .await?;
    if cards.is_empty() {
        return Ok(());
    }
    let same: BTreeMap<CriterionId, CriterionId> = before
        .every_criterion()
        .filter_map(|then| {
            let now = after.every_criterion().find(|now| now.key == then.key)?;
            (now.scale == then.scale).then_some((then.id, now.id))
        })
        .collect();
    let mut left: BTreeMap<Uuid, Vec<Detail>> = BTreeMap::new();
    for score in scores::Entity::find()
        .filter(scores::Column::ScorecardId.is_in(cards.iter().map(|card| card.id)))
        .all(tx)
        .await?
    {
        if !same.contains_key(&CriterionId::from(score.criterion_id)) {
            left.entry(score.scorecard_id)
                .or_default()
                .push(Detail::List(vec![
                    Detail::Id(score.criterion_id),
                    Detail::Number(score.steps),
                ]));
        }
    }
    for (then, now) in &same {
        scores::Entity::update_many()
            .col_expr(scores::Column::CriterionId, Expr::value(now.0))
            .filter(scores::Column::CriterionId.eq(then.0))
            .exec(tx)
            .await?;
    }
    scores::Entity::delete_many()
        .filter(scores::Column::CriterionId.is_in(before.every_criterion().map(|one| one.id.0)))
        .exec(tx)
        .await?;
    scorecards::Entity::update_many()
        .col_expr(scorecards::Column::RuleSetId, Expr::value(after.id.0))
        .col_expr(
            scorecards::Column::Version,
            Expr::col(scorecards::Column::Version).add(1),
        )
        .filter(scorecards::Column::RuleSetId.eq(before.id.0))
        .exec(tx)
        .await?;
    for (card, left) in left {
        let fact = Fact::new(FactKind::ScorecardCarried)
            .in_season(season)
            .about(ScorecardId::from(card))
            .with("rule-set", i64::from(after.number))
            .with("scores", Detail::List(left));
        ledger::note(tx, moment, fact).await?;
    }
    Ok(())
}
