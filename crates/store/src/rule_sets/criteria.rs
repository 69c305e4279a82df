//! The criteria of a rule set.

use std::collections::BTreeMap;

use plaudit_domain::{
    criterion::{Criterion, Points, Scale},
    ids::{CriterionId, RuleSetId, SeasonId},
    refusal::Refusal,
    stage::Kind,
    text::Texts,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    prelude::Json,
};

use super::{changed, draft};
use crate::{
    Moment, Store, StoreError,
    entities::{criteria, rule_sets},
    seasons, texts,
    write::Tx,
};

/// What an administrator writes about a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionWords {
    /// Its short name in files, unique in the rule set.
    pub key: String,
    /// Its name.
    pub title: Texts,
    /// What judges are to look at.
    pub guidance: Texts,
    /// How much it counts.
    pub weight: u32,
    /// Its scale.
    pub scale: Scale,
    /// What each point means, by its steps from the lowest.
    pub descriptors: BTreeMap<i64, Texts>,
}

/// Adds a criterion of the scoring at the end.
pub async fn add_criterion(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    words: CriterionWords,
) -> Result<CriterionId, StoreError> {
    add_criterion_in(store, moment, (season, Kind::Scoring), words).await
}

/// Adds a criterion of a stage at the end.
pub async fn add_criterion_in(
    store: &Store,
    moment: &Moment,
    (season, stage): (SeasonId, Kind),
    words: CriterionWords,
) -> Result<CriterionId, StoreError> {
    store
        .write(
            (moment.clone(), season, stage, words),
            |tx, (moment, season, stage, words)| {
                Box::pin(async move {
                    let rules = draft(tx, *season).await?;
                    if rules.every_criterion().any(|other| other.key == words.key) {
                        return Err(Refusal::Taken.into());
                    }
                    let position = rules.criteria_in(*stage).len();
                    let id = insert_in(tx, moment, (rules.id, *stage), words, position).await?;
                    changed(tx, moment, *season, &rules, "criterion-added").await?;
                    Ok(id)
                })
            },
        )
        .await
}

pub(crate) async fn insert(
    tx: &Tx,
    moment: &Moment,
    rule_set: RuleSetId,
    words: &CriterionWords,
    position: usize,
) -> Result<CriterionId, StoreError> {
    insert_in(tx, moment, (rule_set, Kind::Scoring), words, position).await
}

pub(crate) async fn insert_in(
    tx: &Tx,
    moment: &Moment,
    (rule_set, stage): (RuleSetId, Kind),
    words: &CriterionWords,
    position: usize,
) -> Result<CriterionId, StoreError> {
    let id: CriterionId = moment.id();
    let row = criteria::ActiveModel {
        id: Set(id.0),
        rule_set_id: Set(rule_set.0),
        stage: Set(stage.as_str().to_owned()),
        position: Set(i64::try_from(position).map_err(StoreError::unreadable)?),
        ..columns(words)
    };
    criteria::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(id)
}

pub(super) fn columns(words: &CriterionWords) -> criteria::ActiveModel {
    let descriptors: serde_json::Map<_, _> = words
        .descriptors
        .iter()
        .map(|(steps, text)| (steps.to_string(), texts::stored(text)))
        .collect();
    criteria::ActiveModel {
        key: Set(words.key.clone()),
        title_texts: Set(texts::stored(&words.title)),
        guidance_texts: Set(texts::stored(&words.guidance)),
        weight: Set(words.weight.into()),
        lowest: Set(words.scale.lowest().0),
        highest: Set(words.scale.highest().0),
        step: Set(words.scale.step().0),
        descriptors: Set(Json::Object(descriptors)),
        ..Default::default()
    }
}

/// Changes a criterion of a draft, as it was seen.
pub async fn change_criterion(
    store: &Store,
    moment: &Moment,
    id: CriterionId,
    seen: i64,
    words: CriterionWords,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, seen, words),
            |tx, (moment, id, seen, words)| {
                Box::pin(async move {
                    let season = season_of(tx, *id).await?;
                    let rules = draft(tx, season).await?;
                    if rules
                        .every_criterion()
                        .any(|other| other.id != *id && other.key == words.key)
                    {
                        return Err(Refusal::Taken.into());
                    }
                    seasons::hold(tx, season, *seen).await?;
                    let row = criteria::ActiveModel {
                        id: Set(id.0),
                        ..columns(words)
                    };
                    criteria::Entity::update(row)
                        .exec_without_returning(tx)
                        .await?;
                    changed(tx, moment, season, &rules, "criterion-changed").await
                })
            },
        )
        .await
}

/// Takes a criterion out of a draft.
pub async fn remove_criterion(
    store: &Store,
    moment: &Moment,
    id: CriterionId,
) -> Result<(), StoreError> {
    store
        .write((moment.clone(), id), |tx, &(ref moment, id)| {
            Box::pin(async move {
                let season = season_of(tx, id).await?;
                let rules = draft(tx, season).await?;
                criteria::Entity::delete_by_id(id.0).exec(tx).await?;
                changed(tx, moment, season, &rules, "criterion-removed").await
            })
        })
        .await
}

/// Puts the criteria of one stage of a draft into this order; each must be named once.
pub async fn reorder_criteria(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    order: Vec<CriterionId>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, order),
            |tx, (moment, season, order)| {
                Box::pin(async move {
                    let rules = draft(tx, *season).await?;
                    let is_here = |kind: &&Kind| {
                        let mut there = rules.criteria_in(**kind).iter();
                        there.any(|criterion| order.contains(&criterion.id))
                    };
                    let stage = Kind::ALL.iter().find(is_here).copied();
                    let there: Vec<CriterionId> = rules
                        .criteria_in(stage.unwrap_or(Kind::Scoring))
                        .iter()
                        .map(|criterion| criterion.id)
                        .collect();
                    seasons::refuse_other_members(&there, order)?;
                    for (position, id) in (0_i64..).zip(order) {
                        let row = criteria::ActiveModel {
                            id: Set(id.0),
                            position: Set(position),
                            ..Default::default()
                        };
                        criteria::Entity::update(row)
                            .exec_without_returning(tx)
                            .await?;
                    }
                    changed(tx, moment, *season, &rules, "criteria-reordered").await
                })
            },
        )
        .await
}

async fn season_of(tx: &Tx, id: CriterionId) -> Result<SeasonId, StoreError> {
    let criterion = criteria::Entity::find_by_id(id.0)
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)?;
    let rules = rule_sets::Entity::find_by_id(criterion.rule_set_id)
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok(rules.season_id.into())
}

/// The criteria of a rule set, in their order, by the stage that they are scored in.
#[derive(Default)]
pub(super) struct Criteria {
    pub(super) scoring: Vec<Criterion>,
    pub(super) interview: Vec<Criterion>,
}

impl Criteria {
    fn add(&mut self, row: criteria::Model) -> Result<(), StoreError> {
        let stage = Kind::parse(&row.stage)?;
        let criterion = read(row)?;
        match stage {
            Kind::Interview => self.interview.push(criterion),
            Kind::Sift | Kind::Scoring => self.scoring.push(criterion),
        }
        Ok(())
    }
}

/// The criteria of several rule sets, by rule set and in their order.
pub(super) async fn list_all(
    conn: &impl ConnectionTrait,
    rule_sets: Vec<uuid::Uuid>,
) -> Result<BTreeMap<uuid::Uuid, Criteria>, StoreError> {
    let rows = criteria::Entity::find()
        .filter(criteria::Column::RuleSetId.is_in(rule_sets))
        .order_by_asc(criteria::Column::Position)
        .order_by_asc(criteria::Column::Id)
        .all(conn)
        .await?;
    let mut found: BTreeMap<uuid::Uuid, Criteria> = BTreeMap::new();
    for row in rows {
        found.entry(row.rule_set_id).or_default().add(row)?;
    }
    Ok(found)
}

pub(super) async fn list(
    conn: &impl ConnectionTrait,
    rule_set: RuleSetId,
) -> Result<Criteria, StoreError> {
    let rows = criteria::Entity::find()
        .filter(criteria::Column::RuleSetId.eq(rule_set.0))
        .order_by_asc(criteria::Column::Position)
        .order_by_asc(criteria::Column::Id)
        .all(conn)
        .await?;
    let mut found = Criteria::default();
    for row in rows {
        found.add(row)?;
    }
    Ok(found)
}

/// The scale that this row keeps.
pub(crate) fn scale(row: &criteria::Model) -> Result<Scale, StoreError> {
    Scale::new(Points(row.lowest), Points(row.highest), Points(row.step))
        .map_err(|_| StoreError::unreadable("a scale"))
}

fn read(row: criteria::Model) -> Result<Criterion, StoreError> {
    let scale = scale(&row)?;
    let Json::Object(descriptors) = row.descriptors else {
        return Err(StoreError::unreadable("descriptors"));
    };
    let descriptors = descriptors
        .into_iter()
        .map(|(steps, text)| {
            Ok((
                steps.parse().map_err(StoreError::unreadable)?,
                texts::read(text)?,
            ))
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(Criterion {
        id: row.id.into(),
        key: row.key,
        title: texts::read(row.title_texts)?,
        guidance: texts::read(row.guidance_texts)?,
        weight: u32::try_from(row.weight).map_err(StoreError::unreadable)?,
        scale,
        descriptors,
    })
}
