//! Who won and who is commended, of the seasons that are announced: behind a programme's public page. Of every other
//! season nothing is read, but for the administrator who is about to announce it.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    case::Status as CaseStatus,
    ids::{ProgrammeId, SeasonId},
    season::{Category, Status},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Viewer, administrator_only};
use crate::{
    Store, StoreError, cases as case_operations,
    entities::{cases, categories, result_publications, seasons},
    kept::Kept,
    texts,
};

/// What became of an announced season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The season's name.
    pub season: String,
    /// What could be won in it, with who did.
    pub categories: Vec<CategoryOutcome>,
}

/// Who won in one category; nobody, if no award was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryOutcome {
    /// What could be won.
    pub category: Category,
    /// Who won it; several won it jointly.
    pub awarded: Vec<Honoured>,
    /// Who is commended.
    pub commended: Vec<Honoured>,
    /// Whether a part of its results is published.
    pub is_published: bool,
}

/// Somebody whom the result names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Honoured {
    /// The name; none once it is erased.
    pub name: Option<String>,
    /// The employer.
    pub employer: Option<String>,
}

/// The programme's announced seasons, the latest first.
pub async fn announced(store: &Store, programme: ProgrammeId) -> Result<Vec<Outcome>, StoreError> {
    let conn = store.read();
    let over = [Status::Announced, Status::Archived];
    let announced = seasons::Entity::find()
        .filter(seasons::Column::ProgrammeId.eq(programme.0))
        .filter(seasons::Column::Status.is_in(over.map(Status::as_str)))
        .order_by_desc(seasons::Column::Id)
        .all(conn)
        .await?;
    of_seasons(conn, announced).await
}

/// What the public will read once a decided season is announced, for who announces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The result, without what is kept from the viewer.
    pub outcome: Outcome,
    /// The categories of which a case is kept from the viewer, and so the result with it.
    pub kept: Vec<Category>,
}

/// What announcing this season would make public.
pub async fn preview(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Preview, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let row = seasons::Entity::find_by_id(season.0)
        .filter(seasons::Column::Status.eq(Status::Decided.as_str()))
        .all(conn)
        .await?;
    let mut outcome = (of_seasons(conn, row).await?.pop()).ok_or(StoreError::NotFound)?;
    let kept = Kept::of(conn, viewer).await?;
    let kept: BTreeSet<Uuid> = cases::Entity::find()
        .select_only()
        .column(cases::Column::CategoryId)
        .filter(cases::Column::Id.is_in(kept.cases.iter().copied()))
        .into_tuple::<Uuid>()
        .all(conn)
        .await?
        .into_iter()
        .collect();
    let (hidden, shown): (Vec<_>, Vec<_>) =
        (outcome.categories.into_iter()).partition(|result| kept.contains(&result.category.id.0));
    outcome.categories = shown;
    for result in &mut outcome.categories {
        // The file can be had from the announcement on.
        result.is_published = false;
    }
    Ok(Preview {
        outcome,
        kept: hidden.into_iter().map(|result| result.category).collect(),
    })
}

async fn of_seasons(
    conn: &impl ConnectionTrait,
    announced: Vec<seasons::Model>,
) -> Result<Vec<Outcome>, StoreError> {
    if announced.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = announced.iter().map(|season| season.id).collect();
    let rows = categories::Entity::find()
        .filter(categories::Column::SeasonId.is_in(ids))
        .order_by_asc(categories::Column::Position)
        .all(conn)
        .await?;
    let named = [CaseStatus::Awarded, CaseStatus::HighlyCommended];
    let honoured = cases::Entity::find()
        .filter(cases::Column::CategoryId.is_in(rows.iter().map(|row| row.id)))
        .filter(cases::Column::Status.is_in(named.map(CaseStatus::as_str)))
        .order_by_asc(cases::Column::Number)
        .find_also_linked(case_operations::Nominee)
        .all(conn)
        .await?;
    let mut by_category: BTreeMap<Uuid, [Vec<Honoured>; 2]> = BTreeMap::new();
    for (case, person) in honoured {
        let person = person.filter(|person| person.erased_at.is_none());
        let [awarded, commended] = by_category.entry(case.category_id).or_default();
        let list = if case.status == CaseStatus::Awarded.as_str() {
            awarded
        } else {
            commended
        };
        list.push(Honoured {
            name: person.as_ref().map(|person| person.name.clone()),
            employer: person.and_then(|person| person.employer),
        });
    }
    let published: BTreeSet<Uuid> = result_publications::Entity::find()
        .select_only()
        .column(result_publications::Column::CategoryId)
        .filter(result_publications::Column::CategoryId.is_in(rows.iter().map(|row| row.id)))
        .into_tuple::<Uuid>()
        .all(conn)
        .await?
        .into_iter()
        .collect();
    let mut by_season: BTreeMap<Uuid, Vec<CategoryOutcome>> = BTreeMap::new();
    for row in rows {
        let [awarded, commended] = by_category.remove(&row.id).unwrap_or_default();
        by_season
            .entry(row.season_id)
            .or_default()
            .push(CategoryOutcome {
                category: Category {
                    id: row.id.into(),
                    title: texts::read(row.title_texts)?,
                },
                awarded,
                commended,
                is_published: published.contains(&row.id),
            });
    }
    Ok(announced
        .into_iter()
        .map(|season| Outcome {
            categories: by_season.remove(&season.id).unwrap_or_default(),
            season: season.name,
        })
        .collect())
}
