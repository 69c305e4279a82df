//! The ledger as it is read: behind `/admin/history`, and the history on the page of a nomination or a case.

mod asked;
mod file;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use plaudit_domain::{
    criterion::{Points, Scale},
    fact::FactKind,
    ids::FactId,
    text::Texts,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;

use self::asked::Asked;
pub use self::{
    asked::{CaseAsked, CausedBy, HistoryCase, HistoryFilter, actors, case, kinds},
    file::{HistoryFile, file, file_rows},
};
use super::{
    Viewer, administrator_only,
    names::{self, Named},
};
use crate::{
    Store, StoreError,
    entities::{fact_words, facts, people},
    kept::Kept,
    moment::{read, stored},
};

/// How many facts a page shows.
pub const PAGE: u64 = 50;

/// A fact with the names of what it speaks of.
#[derive(Clone, Debug)]
pub struct FactRow {
    /// Its id.
    pub id: FactId,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub kind: FactKind,
    /// Who caused it; none for a visitor or the system itself.
    pub by: Option<Named>,
    /// What it happened to.
    pub subject: Option<Named>,
    /// The season in which it happened.
    pub season: Option<Named>,
    /// What else it records: words of the product, numbers, and names of things.
    pub details: BTreeMap<String, DetailRow>,
    /// Its number and seal in hexadecimal, once it is sealed.
    pub sealed: Option<(i64, String)>,
}

/// A detail of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DetailRow {
    /// A word of the product, or a number.
    Plain(String),
    /// Something that has a name.
    Named(Named),
    /// A score: the title of its criterion and its value; where it was changed, the value before and after. None
    /// stands for no score.
    Score(Texts, Vec<Option<Points>>),
    /// Several of these.
    List(Vec<DetailRow>),
    /// What somebody wrote.
    Words(String),
    /// What somebody wrote about a person who was erased since.
    Silenced,
}

/// A page of the ledger, the latest first.
#[derive(Clone, Debug)]
pub struct History {
    /// The facts.
    pub rows: Vec<FactRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<FactId>,
    /// How many facts wait for the sealer, in the whole ledger.
    pub unsealed: u64,
    /// The number of the last sealed fact.
    pub head: Option<i64>,
    /// Whether the viewer is kept from some cases: their facts are left out, and the counts that would tell of them.
    pub is_partial: bool,
}

/// A page of the ledger.
pub async fn history(
    store: &Store,
    viewer: &Viewer,
    filter: &HistoryFilter,
) -> Result<History, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let asked = Asked::new(conn, viewer, filter).await?;
    let mut query = asked.query();
    if let Some(before) = filter.before {
        let last = facts::Entity::find_by_id(before.0)
            .one(conn)
            .await?
            .ok_or(StoreError::NotFound)?;
        query = query.filter(
            Condition::any()
                .add(facts::Column::At.lt(stored(read(last.at)?)))
                .add(
                    Condition::all()
                        .add(facts::Column::At.eq(stored(read(last.at)?)))
                        .add(facts::Column::Id.lt(last.id)),
                ),
        );
    }
    let mut found = query
        .order_by_desc(facts::Column::At)
        .order_by_desc(facts::Column::Id)
        .limit(PAGE + 1)
        .all(conn)
        .await?;
    let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = found.len() > size;
    found.truncate(size);
    let next = found
        .last()
        .filter(|_| more)
        .map(|fact| FactId::from(fact.id));
    let rows = rows(store, found, &asked.hidden).await?;
    if asked.is_partial {
        return Ok(History {
            rows,
            next,
            unsealed: 0,
            head: None,
            is_partial: true,
        });
    }
    let unsealed = facts::Entity::find()
        .filter(facts::Column::Number.is_null())
        .count(conn)
        .await?;
    let head: Option<Option<i64>> = facts::Entity::find()
        .select_only()
        .column_as(facts::Column::Number.max(), "head")
        .into_tuple()
        .one(conn)
        .await?;
    Ok(History {
        rows,
        next,
        unsealed,
        head: head.flatten(),
        is_partial: false,
    })
}

/// What happened to these things, the earliest first, without what it has to do with others that are kept from whom it is for.
pub(crate) async fn of(
    store: &Store,
    subjects: Vec<Uuid>,
    kept: &Kept,
) -> Result<Vec<FactRow>, StoreError> {
    let things = kept.things(store.read()).await?;
    let found = facts::Entity::find()
        .filter(facts::Column::SubjectId.is_in(subjects))
        .order_by_asc(facts::Column::At)
        .order_by_asc(facts::Column::Id)
        .all(store.read())
        .await?;
    rows(store, found, &things).await
}

/// These facts, but those that speak of things that are hidden; of a list that names some, these are left out.
async fn rows(
    store: &Store,
    found: Vec<facts::Model>,
    hidden: &BTreeSet<Uuid>,
) -> Result<Vec<FactRow>, StoreError> {
    let conn = store.read();
    let mut spoken: BTreeMap<(Uuid, String), String> = BTreeMap::new();
    let said = fact_words::Entity::find()
        .filter(fact_words::Column::FactId.is_in(found.iter().map(|fact| fact.id)))
        .all(conn)
        .await?;
    let erased: BTreeSet<Uuid> = people::Entity::find()
        .filter(people::Column::Id.is_in(said.iter().map(|words| words.person_id)))
        .filter(people::Column::ErasedAt.is_not_null())
        .all(conn)
        .await?
        .into_iter()
        .map(|person| person.id)
        .collect();
    for words in said {
        if !erased.contains(&words.person_id) {
            spoken.insert((words.fact_id, words.name), words.words);
        }
    }
    let mut bodies = Vec::with_capacity(found.len());
    let mut ids = BTreeSet::new();
    for fact in found {
        let mut body: BTreeMap<String, Value> =
            serde_json::from_str(&fact.body).map_err(StoreError::unreadable)?;
        if !hidden.is_empty() && !left_of(&mut body, hidden) {
            continue;
        }
        ids.extend(fact.actor_id);
        ids.extend(fact.subject_id);
        ids.extend(fact.season_id);
        ids.extend(body.values().flat_map(ids_in));
        bodies.push((fact, body));
    }
    let names = names::all(conn, ids).await?;
    bodies
        .into_iter()
        .map(|(fact, body)| row(&names, &spoken, &fact, body))
        .collect()
}

/// Takes out of a fact what would tell of hidden things; false where nothing of it may be shown.
fn left_of(body: &mut BTreeMap<String, Value>, hidden: &BTreeSet<Uuid>) -> bool {
    let is_hidden = |value: &Value| ids_in(value).iter().any(|id| hidden.contains(id));
    // How many things of a season were moved at once counts the hidden ones too.
    body.remove("count");
    for value in body.values_mut() {
        if let Value::Array(items) = value {
            let before = items.len();
            items.retain(|item| !is_hidden(item));
            if items.is_empty() && before > 0 {
                return false;
            }
        } else if is_hidden(value) {
            return false;
        }
    }
    true
}

fn ids_in(value: &Value) -> Vec<Uuid> {
    match value {
        Value::String(text) => Uuid::parse_str(text).into_iter().collect(),
        Value::Array(items) => items.iter().flat_map(ids_in).collect(),
        _ => Vec::new(),
    }
}

fn row(
    names: &BTreeMap<Uuid, Named>,
    spoken: &BTreeMap<(Uuid, String), String>,
    fact: &facts::Model,
    body: BTreeMap<String, Value>,
) -> Result<FactRow, StoreError> {
    let known = |id: Uuid| names.get(&id).cloned().unwrap_or(Named::Unknown);
    let details = body
        .into_iter()
        .map(|(name, value)| {
            let detail = match &value {
                Value::Object(_) => match spoken.get(&(fact.id, name.clone())) {
                    Some(words) => DetailRow::Words(words.clone()),
                    None => DetailRow::Silenced,
                },
                other => detail(names, other),
            };
            (name, detail)
        })
        .collect();
    Ok(FactRow {
        id: fact.id.into(),
        at: read(fact.at)?,
        kind: FactKind::parse(&fact.kind)?,
        by: fact.actor_id.map(known),
        subject: fact.subject_id.map(known),
        season: fact.season_id.map(known),
        details,
        sealed: fact.number.zip(fact.seal.as_deref().map(hex::encode)),
    })
}

/// What a value that holds nobody's words says. A list that begins with a criterion is a score on it.
fn detail(names: &BTreeMap<Uuid, Named>, value: &Value) -> DetailRow {
    match value {
        Value::String(text) => match Uuid::parse_str(text) {
            Ok(id) => DetailRow::Named(names.get(&id).cloned().unwrap_or(Named::Unknown)),
            Err(_) => DetailRow::Plain(text.clone()),
        },
        Value::Array(items) => {
            let parts: Vec<DetailRow> = items.iter().map(|item| detail(names, item)).collect();
            match parts.first() {
                Some(DetailRow::Named(Named::Criterion(title, scale))) => {
                    let points = items.iter().skip(1).map(|steps| points(*scale, steps));
                    DetailRow::Score(title.clone(), points.collect())
                }
                _ => DetailRow::List(parts),
            }
        }
        other => DetailRow::Plain(other.to_string()),
    }
}

/// The value of a score as it is recorded: steps, or a list of them that is empty where there was no score.
fn points(scale: Scale, steps: &Value) -> Option<Points> {
    let steps = match steps {
        Value::Array(items) => items.first()?,
        steps => steps,
    };
    scale.value(steps.as_i64()?)
}
