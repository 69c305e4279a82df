//! Every file of a season with the saved choices of columns: behind `/admin/files/{season}`.

use std::collections::BTreeSet;

use plaudit_domain::{
    case::Status as CaseStatus, column_choice::ColumnChoice, ids::SeasonId, season::Category,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    Surroundings, Viewer, administrator_only,
    case_pack::{is_finalist, is_in},
};
use crate::{Store, StoreError, column_choices, entities::cases, kept::Kept};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Files {
    /// The season.
    pub about: Surroundings,
    /// Its categories.
    pub categories: Vec<CategoryFiles>,
    /// The saved choices of every file, by name.
    pub choices: Vec<ColumnChoice>,
}

/// What there is of one category.
#[derive(Clone, Debug)]
pub struct CategoryFiles {
    /// The category.
    pub category: Category,
    /// How many of its cases the viewer may read.
    pub cases: usize,
    /// How many of those are finalists.
    pub finalists: usize,
    /// Whether a case of it is kept from the viewer: whoever is kept from one gets no package of the whole.
    pub is_partial: bool,
}

/// Every file of this season. Costs the same number of statements however many categories, cases and choices there are.
pub async fn get(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Files, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let kept = Kept::of(conn, viewer).await?;
    let of_season = about.categories.iter().map(|category| category.id.0);
    let found: Vec<(Uuid, Uuid, String)> = cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .column(cases::Column::CategoryId)
        .column(cases::Column::Status)
        .filter(cases::Column::CategoryId.is_in(of_season))
        .into_tuple()
        .all(conn)
        .await?;
    let mut partial: BTreeSet<Uuid> = BTreeSet::new();
    let mut read: Vec<(Uuid, CaseStatus)> = Vec::new();
    for (case, category, status) in found {
        if kept.has(case.into()) {
            partial.insert(category);
        } else {
            read.push((category, CaseStatus::parse(&status)?));
        }
    }
    let count = |category: &Category, counts: fn(CaseStatus) -> bool| {
        read.iter()
            .filter(|(of, status)| *of == category.id.0 && counts(*status))
            .count()
    };
    let categories = about
        .categories
        .iter()
        .map(|category| CategoryFiles {
            category: category.clone(),
            cases: count(category, is_in),
            finalists: count(category, is_finalist),
            is_partial: partial.contains(&category.id.0),
        })
        .collect();
    Ok(Files {
        choices: column_choices::list(conn).await?,
        categories,
        about,
    })
}
