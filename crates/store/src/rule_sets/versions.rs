//! What happens to rule sets once they are published: every version with the corrections of its words.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    criterion::Criterion,
    fact::{Fact, FactKind},
    ids::{CriterionId, RuleSetId, SeasonId},
    policy,
    rule_set::RuleSet,
    text::Texts,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, prelude::Json,
};
use serde_json::json;

use super::{CriterionWords, criteria as one_criteria, load, published, read, sealed};
use crate::{
    Moment, Store, StoreError,
    cases::of_season,
    entities::{assignments, criteria, rule_set_corrections, rule_sets, scorecards},
    ledger, moment, seasons, standings, texts,
    write::Tx,
};

/// A version of a season's rules as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The rules, as they read now.
    pub rules: RuleSet,
    /// Why it took the place of the one before.
    pub reason: Option<String>,
    /// When it was published; none for a draft.
    pub locked_at: Option<Timestamp>,
    /// How its words were corrected since, the first correction first.
    pub corrections: Vec<Correction>,
}

/// A correction of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Which criterion's.
    pub criterion: CriterionId,
    /// How it read.
    pub before: Wording,
    /// How it read from then on.
    pub after: Wording,
    /// When.
    pub at: Timestamp,
}

/// The words of a criterion: all that may be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Its name.
    pub title: Texts,
    /// What judges are to look at.
    pub guidance: Texts,
    /// What each point means, by its steps from the lowest.
    pub descriptors: BTreeMap<i64, Texts>,
}

impl Wording {
    /// How a criterion reads.
    pub fn of(criterion: &Criterion) -> Self {
        Self {
            title: criterion.title.clone(),
            guidance: criterion.guidance.clone(),
            descriptors: criterion.descriptors.clone(),
        }
    }

    fn stored(&self) -> Json {
        let descriptors: serde_json::Map<_, _> = self
            .descriptors
            .iter()
            .map(|(steps, text)| (steps.to_string(), texts::stored(text)))
            .collect();
        json!({
            "title": texts::stored(&self.title),
            "guidance": texts::stored(&self.guidance),
            "descriptors": descriptors,
        })
    }

    fn read(mut stored: Json) -> Result<Self, StoreError> {
        let Json::Object(descriptors) = stored["descriptors"].take() else {
            return Err(StoreError::unreadable("a correction"));
        };
        Ok(Self {
            title: texts::read(stored["title"].take())?,
            guidance: texts::read(stored["guidance"].take())?,
            descriptors: descriptors
                .into_iter()
                .map(|(steps, text)| {
                    let steps = steps.parse().map_err(StoreError::unreadable)?;
                    Ok((steps, texts::read(text)?))
                })
                .collect::<Result<_, StoreError>>()?,
        })
    }
}

/// Every version of a season's rules that was published, the latest first, in a number of statements that depends on nothing.
pub async fn versions(store: &Store, season: SeasonId) -> Result<Vec<Version>, StoreError> {
    let conn = store.read();
    let rows = rule_sets::Entity::find()
        .filter(rule_sets::Column::SeasonId.eq(season.0))
        .filter(published())
        .order_by_desc(rule_sets::Column::Number)
        .all(conn)
        .await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut criteria = one_criteria::list_all(conn, ids.clone()).await?;
    let mut corrections: BTreeMap<_, Vec<Correction>> = BTreeMap::new();
    for row in rule_set_corrections::Entity::find()
        .filter(rule_set_corrections::Column::RuleSetId.is_in(ids))
        .order_by_asc(rule_set_corrections::Column::CorrectedAt)
        .order_by_asc(rule_set_corrections::Column::Id)
        .all(conn)
        .await?
    {
        corrections
            .entry(row.rule_set_id)
            .or_default()
            .push(Correction {
                criterion: row.criterion_id.into(),
                before: Wording::read(row.before)?,
                after: Wording::read(row.after)?,
                at: moment::read(row.corrected_at)?,
            });
    }
    rows.into_iter()
        .map(|row| {
            Ok(Version {
                reason: row.reason.clone(),
                locked_at: moment::read_maybe(row.locked_at)?,
                corrections: corrections.remove(&row.id).unwrap_or_default(),
                rules: read(row.clone(), criteria.remove(&row.id).unwrap_or_default())?,
            })
        })
        .collect()
}

/// Whether any scorecard of the season was ever submitted: from then on its rules stay as they are.
pub async fn is_scored(store: &Store, season: SeasonId) -> Result<bool, StoreError> {
    is_scored_in(store.read(), season).await
}

pub(super) async fn is_scored_in(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<bool, StoreError> {
    let submitted = scorecards::Entity::find()
        .join(JoinType::InnerJoin, standings::of_assignment())
        .filter(assignments::Column::CaseId.in_subquery(of_season(season)))
        .filter(scorecards::Column::FirstSubmittedAt.is_not_null())
        .count(conn)
        .await?;
    Ok(submitted > 0)
}

/// Corrects the words of a criterion that is published, as it was seen. The version stays, its seal is made anew, and
/// both ways in which it read are kept.
pub async fn correct(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    criterion: CriterionId,
    seen: i64,
    wording: Wording,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, criterion, seen, wording),
            |tx, (moment, season, criterion, seen, wording)| {
                Box::pin(async move {
                    let about = seasons::load_locked(tx, *season).await?;
                    let rules = load(tx, *season).await?;
                    let before = rules
                        .every_criterion()
                        .find(|one| one.id == *criterion)
                        .ok_or(StoreError::NotFound)?;
                    let is_scored = is_scored_in(tx, *season).await?;
                    policy::may_correct_rules(about.status, rules.status, is_scored)?;
                    seasons::hold(tx, *season, *seen).await?;
                    if Wording::of(before) == *wording {
                        return Ok(());
                    }
                    write_correction(tx, moment, &rules, before, wording).await?;
                    seal_anew(tx, moment, *season, &rules, *criterion).await
                })
            },
        )
        .await
}

async fn write_correction(
    tx: &Tx,
    moment: &Moment,
    rules: &RuleSet,
    before: &Criterion,
    wording: &Wording,
) -> Result<(), StoreError> {
    let row = rule_set_corrections::ActiveModel {
        id: Set(moment.id::<RuleSetId>().0),
        rule_set_id: Set(rules.id.0),
        criterion_id: Set(before.id.0),
        before: Set(Wording::of(before).stored()),
        after: Set(wording.stored()),
        corrected_by: Set(moment.by.account().map(|by| by.0)),
        corrected_at: Set(moment.at()),
    };
    rule_set_corrections::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    let words = CriterionWords {
        title: wording.title.clone(),
        guidance: wording.guidance.clone(),
        descriptors: wording.descriptors.clone(),
        ..words_of(before)
    };
    let row = criteria::ActiveModel {
        id: Set(before.id.0),
        ..one_criteria::columns(&words)
    };
    criteria::Entity::update(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

async fn seal_anew(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    before: &RuleSet,
    criterion: CriterionId,
) -> Result<(), StoreError> {
    let rules = load(tx, season).await?;
    let (content, digest) = sealed(&rules);
    let row = rule_sets::ActiveModel {
        id: Set(rules.id.0),
        content: Set(Some(content)),
        digest: Set(Some(digest.clone())),
        ..Default::default()
    };
    rule_sets::Entity::update(row)
        .exec_without_returning(tx)
        .await?;
    seasons::touch(tx, season).await?;
    let fact = Fact::new(FactKind::RuleSetCorrected)
        .in_season(season)
        .about(rules.id)
        .with("number", i64::from(rules.number))
        .with_id("criterion", criterion)
        .with("digest", digest)
        .with("digest_before", before.digest.clone().unwrap_or_default());
    ledger::note(tx, moment, fact).await?;
    Ok(())
}

pub(super) fn words_of(criterion: &Criterion) -> CriterionWords {
    CriterionWords {
        key: criterion.key.clone(),
        title: criterion.title.clone(),
        guidance: criterion.guidance.clone(),
        weight: criterion.weight,
        scale: criterion.scale,
        descriptors: criterion.descriptors.clone(),
    }
}
