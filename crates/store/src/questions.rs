//! Questions and their revisions. A changed question is a new revision; answers stay with the one that asked them.

use std::collections::BTreeMap;

use plaudit_domain::{
    fact::FactKind,
    ids::{QuestionId, QuestionRevisionId, SeasonId},
    policy,
    question::{Asks, Choice, Kind, Question},
    refusal::Refusal,
    text::Texts,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    prelude::Json,
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError,
    entities::{question_revisions, questions},
    seasons, texts,
    write::Tx,
};

/// What an administrator writes about a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionWords {
    /// Its short name in files, unique in the season.
    pub key: String,
    /// The question itself.
    pub prompt: Texts,
    /// What helps to answer it.
    pub help: Texts,
    /// What kind of answer it wants.
    pub asks: Asks,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether the answer is asked for so that it can be published.
    pub for_publication: bool,
}

/// Adds a question at the end, while the season is a draft.
pub async fn add(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    words: QuestionWords,
) -> Result<QuestionId, StoreError> {
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
    words: &QuestionWords,
) -> Result<QuestionId, StoreError> {
    let there = questions::Entity::find()
        .filter(questions::Column::SeasonId.eq(season.0))
        .all(tx)
        .await?;
    if there.iter().any(|other| other.key == words.key) {
        return Err(Refusal::Taken.into());
    }
    let position = there
        .iter()
        .map(|other| other.position + 1)
        .max()
        .unwrap_or(0);
    let id: QuestionId = moment.id();
    let row = questions::ActiveModel {
        id: Set(id.0),
        season_id: Set(season.0),
        category_id: Set(None),
        key: Set(words.key.clone()),
        position: Set(position),
        removed_at: Set(None),
    };
    questions::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    insert_revision(tx, moment, id, 1, words).await?;
    changed(tx, moment, season, id, "added").await?;
    Ok(id)
}

/// Changes a question as it was seen: anything about it while the season is a draft, its words only while nominations
/// are open.
pub async fn change(
    store: &Store,
    moment: &Moment,
    id: QuestionId,
    seen: i64,
    words: QuestionWords,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, seen, words),
            |tx, (moment, id, seen, words)| {
                Box::pin(async move {
                    let row = row(tx, *id).await?;
                    let season = seasons::load(tx, row.season_id.into()).await?;
                    let now = list_of(tx, season.id).await?;
                    let (same, others): (Vec<_>, Vec<_>) =
                        now.iter().partition(|question| question.id == *id);
                    let before = same.first().ok_or(StoreError::NotFound)?;
                    if others.iter().any(|other| other.key == words.key) {
                        return Err(Refusal::Taken.into());
                    }
                    if only_words_differ(before, words) {
                        policy::may_correct_words(season.status)?;
                    } else {
                        policy::may_change_questions(season.status)?;
                    }
                    seasons::hold(tx, season.id, *seen).await?;
                    let change = questions::ActiveModel {
                        id: Set(id.0),
                        key: Set(words.key.clone()),
                        ..Default::default()
                    };
                    questions::Entity::update(change)
                        .exec_without_returning(tx)
                        .await?;
                    let latest = question_revisions::Entity::find()
                        .filter(question_revisions::Column::QuestionId.eq(id.0))
                        .order_by_desc(question_revisions::Column::Number)
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    insert_revision(tx, moment, *id, latest.number + 1, words).await?;
                    changed(tx, moment, season.id, *id, "revised").await
                })
            },
        )
        .await
}

/// Takes a question off the form, while the season is a draft.
pub async fn remove(store: &Store, moment: &Moment, id: QuestionId) -> Result<(), StoreError> {
    store
        .write((moment.clone(), id), |tx, &(ref moment, id)| {
            Box::pin(async move {
                let row = row(tx, id).await?;
                let season = seasons::load_draft(tx, row.season_id.into()).await?;
                let change = questions::ActiveModel {
                    id: Set(id.0),
                    // The name is free again for another question.
                    key: Set(format!("{}-removed-{}", row.key, id)),
                    removed_at: Set(Some(moment.at())),
                    ..Default::default()
                };
                questions::Entity::update(change)
                    .exec_without_returning(tx)
                    .await?;
                changed(tx, moment, season.id, id, "removed").await
            })
        })
        .await
}

/// Puts the questions into this order, while the season is a draft. Every question must be named once.
pub async fn reorder(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    order: Vec<QuestionId>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, order),
            |tx, (moment, season, order)| {
                Box::pin(async move {
                    seasons::load_draft(tx, *season).await?;
                    let there: Vec<QuestionId> = list_of(tx, *season)
                        .await?
                        .iter()
                        .map(|question| question.id)
                        .collect();
                    seasons::refuse_other_members(&there, order)?;
                    for (position, id) in (0_i64..).zip(order) {
                        let change = questions::ActiveModel {
                            id: Set(id.0),
                            position: Set(position),
                            ..Default::default()
                        };
                        questions::Entity::update(change)
                            .exec_without_returning(tx)
                            .await?;
                    }
                    changed(tx, moment, *season, *season, "reordered").await
                })
            },
        )
        .await
}

fn only_words_differ(before: &Question, after: &QuestionWords) -> bool {
    before.asks == after.asks
        && before.required == after.required
        && before.for_publication == after.for_publication
        && before.key == after.key
}

async fn changed(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    subject: impl Into<Uuid>,
    how: &str,
) -> Result<(), StoreError> {
    let what = (FactKind::QuestionChanged, subject.into());
    seasons::note_change(tx, moment, season, what, how).await
}

async fn insert_revision(
    tx: &Tx,
    moment: &Moment,
    question: QuestionId,
    number: i64,
    words: &QuestionWords,
) -> Result<(), StoreError> {
    let (word_limit, lowest, highest, choices) = match &words.asks {
        Asks::LongText { word_limit } => (i64::try_from(*word_limit).ok(), None, None, None),
        Asks::Number { lowest, highest } => (None, *lowest, *highest, None),
        Asks::OneOf(choices) | Asks::SeveralOf(choices) => {
            (None, None, None, Some(stored_choices(choices)))
        }
        Asks::ShortText | Asks::Date | Asks::Link => (None, None, None, None),
    };
    let id: QuestionRevisionId = moment.id();
    let row = question_revisions::ActiveModel {
        id: Set(id.0),
        question_id: Set(question.0),
        number: Set(number),
        kind: Set(words.asks.kind().as_str().to_owned()),
        prompt_texts: Set(texts::stored(&words.prompt)),
        help_texts: Set(texts::stored(&words.help)),
        required: Set(words.required),
        word_limit: Set(word_limit),
        lowest: Set(lowest),
        highest: Set(highest),
        choices: Set(choices),
        created_at: Set(moment.at()),
        for_publication: Set(words.for_publication),
    };
    question_revisions::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

fn stored_choices(choices: &[Choice]) -> Json {
    choices
        .iter()
        .map(|choice| json!({ "key": choice.key, "title": choice.title }))
        .collect()
}

fn read_choices(column: Option<Json>) -> Result<Vec<Choice>, StoreError> {
    let Some(Json::Array(items)) = column else {
        return Err(StoreError::unreadable("choices"));
    };
    items
        .into_iter()
        .map(|item| {
            let key = item
                .get("key")
                .and_then(Json::as_str)
                .ok_or_else(|| StoreError::unreadable("a choice"))?;
            let title = texts::read(item.get("title").cloned().unwrap_or_default())?;
            Ok(Choice {
                key: key.to_owned(),
                title,
            })
        })
        .collect()
}

/// What the season's form asks, in its order, each question in its latest revision.
pub async fn list(store: &Store, season: SeasonId) -> Result<Vec<Question>, StoreError> {
    list_of(store.read(), season).await
}

pub(crate) async fn list_of(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Vec<Question>, StoreError> {
    let rows = questions::Entity::find()
        .filter(questions::Column::SeasonId.eq(season.0))
        .filter(questions::Column::RemovedAt.is_null())
        .order_by_asc(questions::Column::Position)
        .all(conn)
        .await?;
    let revisions = question_revisions::Entity::find()
        .filter(question_revisions::Column::QuestionId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(question_revisions::Column::Number)
        .all(conn)
        .await?;
    // The later one takes the place of the earlier.
    let mut latest: BTreeMap<Uuid, question_revisions::Model> = revisions
        .into_iter()
        .map(|revision| (revision.question_id, revision))
        .collect();
    rows.into_iter()
        .map(|row| {
            let revision = latest
                .remove(&row.id)
                .ok_or_else(|| StoreError::unreadable("a question without words"))?;
            read(row.id, row.key, revision)
        })
        .collect()
}

/// The questions as these revisions asked them, by revision: what answers given earlier belong to.
pub(crate) async fn as_asked(
    conn: &impl ConnectionTrait,
    revisions: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<Question>, StoreError> {
    let revisions = question_revisions::Entity::find()
        .filter(question_revisions::Column::Id.is_in(revisions))
        .all(conn)
        .await?;
    let rows = questions::Entity::find()
        .filter(questions::Column::Id.is_in(revisions.iter().map(|revision| revision.question_id)))
        .order_by_asc(questions::Column::Position)
        .all(conn)
        .await?;
    let mut asked = Vec::with_capacity(revisions.len());
    for row in rows {
        for revision in revisions
            .iter()
            .filter(|revision| revision.question_id == row.id)
        {
            asked.push(read(row.id, row.key.clone(), revision.clone())?);
        }
    }
    Ok(asked)
}

async fn row(tx: &Tx, id: QuestionId) -> Result<questions::Model, StoreError> {
    questions::Entity::find_by_id(id.0)
        .filter(questions::Column::RemovedAt.is_null())
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)
}

fn read(
    id: Uuid,
    key: String,
    revision: question_revisions::Model,
) -> Result<Question, StoreError> {
    let asks = match Kind::parse(&revision.kind)? {
        Kind::ShortText => Asks::ShortText,
        Kind::LongText => Asks::LongText {
            word_limit: revision
                .word_limit
                .and_then(|limit| usize::try_from(limit).ok())
                .ok_or_else(|| StoreError::unreadable("a word limit"))?,
        },
        Kind::OneOf => Asks::OneOf(read_choices(revision.choices)?),
        Kind::SeveralOf => Asks::SeveralOf(read_choices(revision.choices)?),
        Kind::Number => Asks::Number {
            lowest: revision.lowest,
            highest: revision.highest,
        },
        Kind::Date => Asks::Date,
        Kind::Link => Asks::Link,
    };
    Ok(Question {
        id: id.into(),
        revision: revision.id.into(),
        key,
        prompt: texts::read(revision.prompt_texts)?,
        help: texts::read(revision.help_texts)?,
        asks,
        required: revision.required,
        for_publication: revision.for_publication,
    })
}
