//! The yes-or-no rules that a season's form asks first.

use plaudit_domain::{
    eligibility::{Answer, Rule},
    fact::FactKind,
    ids::{EligibilityRuleId, SeasonId},
    policy,
    text::Texts,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use crate::{Moment, Store, StoreError, entities::eligibility_rules, seasons, texts, write::Tx};

/// What an administrator writes about a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleWords {
    /// The question.
    pub prompt: Texts,
    /// What helps to answer it.
    pub help: Texts,
    /// The answer that makes eligible: yes or no.
    pub wanted: Answer,
}

/// Adds a rule at the end, while the season is a draft.
pub async fn add(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    words: RuleWords,
) -> Result<EligibilityRuleId, StoreError> {
    store
        .write(
            (moment.clone(), season, words),
            |tx, (moment, season, words)| {
                Box::pin(async move {
                    seasons::load_draft(tx, *season).await?;
                    insert(tx, moment, *season, words).await
                })
            },
        )
        .await
}

pub(crate) async fn insert(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    words: &RuleWords,
) -> Result<EligibilityRuleId, StoreError> {
    let position = list_of(tx, season).await?.len();
    let id: EligibilityRuleId = moment.id();
    let row = eligibility_rules::ActiveModel {
        id: Set(id.0),
        season_id: Set(season.0),
        position: Set(i64::try_from(position).map_err(StoreError::unreadable)?),
        removed_at: Set(None),
        ..columns(words)
    };
    eligibility_rules::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    changed(tx, moment, season, id, "added").await?;
    Ok(id)
}

/// Changes a rule as it was seen: anything while the season is a draft, its words only while nominations are open.
pub async fn change(
    store: &Store,
    moment: &Moment,
    id: EligibilityRuleId,
    seen: i64,
    words: RuleWords,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, seen, words),
            |tx, (moment, id, seen, words)| {
                Box::pin(async move {
                    let row = row(tx, *id).await?;
                    let season = seasons::load(tx, row.season_id.into()).await?;
                    if row.wanted == words.wanted.as_str() {
                        policy::may_correct_words(season.status)?;
                    } else {
                        policy::may_change_questions(season.status)?;
                    }
                    seasons::hold(tx, season.id, *seen).await?;
                    let change = eligibility_rules::ActiveModel {
                        id: Set(id.0),
                        ..columns(words)
                    };
                    eligibility_rules::Entity::update(change)
                        .exec_without_returning(tx)
                        .await?;
                    changed(tx, moment, season.id, *id, "revised").await
                })
            },
        )
        .await
}

/// Takes a rule off the form, while the season is a draft.
pub async fn remove(
    store: &Store,
    moment: &Moment,
    id: EligibilityRuleId,
) -> Result<(), StoreError> {
    store
        .write((moment.clone(), id), |tx, &(ref moment, id)| {
            Box::pin(async move {
                let row = row(tx, id).await?;
                let season = seasons::load_draft(tx, row.season_id.into()).await?;
                let change = eligibility_rules::ActiveModel {
                    id: Set(id.0),
                    removed_at: Set(Some(moment.at())),
                    ..Default::default()
                };
                eligibility_rules::Entity::update(change)
                    .exec_without_returning(tx)
                    .await?;
                changed(tx, moment, season.id, id, "removed").await
            })
        })
        .await
}

async fn changed(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    rule: EligibilityRuleId,
    how: &str,
) -> Result<(), StoreError> {
    let what = (FactKind::QuestionChanged, rule.0);
    seasons::note_change(tx, moment, season, what, how).await
}

fn columns(words: &RuleWords) -> eligibility_rules::ActiveModel {
    eligibility_rules::ActiveModel {
        prompt_texts: Set(texts::stored(&words.prompt)),
        help_texts: Set(texts::stored(&words.help)),
        wanted: Set(words.wanted.as_str().to_owned()),
        ..Default::default()
    }
}

/// The season's rules, in their order.
pub async fn list(store: &Store, season: SeasonId) -> Result<Vec<Rule>, StoreError> {
    list_of(store.read(), season).await
}

pub(crate) async fn list_of(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Vec<Rule>, StoreError> {
    let rows = eligibility_rules::Entity::find()
        .filter(eligibility_rules::Column::SeasonId.eq(season.0))
        .filter(eligibility_rules::Column::RemovedAt.is_null())
        .order_by_asc(eligibility_rules::Column::Position)
        .order_by_asc(eligibility_rules::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Rule {
                id: row.id.into(),
                prompt: texts::read(row.prompt_texts)?,
                help: texts::read(row.help_texts)?,
                wanted: Answer::parse(&row.wanted)?,
            })
        })
        .collect()
}

async fn row(tx: &Tx, id: EligibilityRuleId) -> Result<eligibility_rules::Model, StoreError> {
    eligibility_rules::Entity::find_by_id(id.0)
        .filter(eligibility_rules::Column::RemovedAt.is_null())
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)
}
