//! The cases of a season with where each of them stands: behind `/admin/cases`.

use std::collections::BTreeMap;

use plaudit_domain::{
    acceptance, assignment,
    case::Status,
    fact_check,
    ids::{CaseId, SeasonId},
    interest,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError, cases as case_operations,
    entities::{assignments, cases, interests, nominations},
    rule_sets,
};

/// The cases of a season.
#[derive(Clone, Debug)]
pub struct Cases {
    /// The season.
    pub about: Surroundings,
    /// How many scorecards a case needs.
    pub required: u32,
    /// The cases, by category and number.
    pub rows: Vec<CaseRow>,
}

/// A case in the list.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// Its number in the category.
    pub number: i64,
    /// Its category's place among the categories.
    pub category: usize,
    /// The nominee's name; none once it is erased.
    pub nominee: Option<String>,
    /// The nominee's employer.
    pub employer: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// What the nominee said.
    pub acceptance: acceptance::Status,
    /// What somebody at their body said.
    pub fact_check: fact_check::Status,
    /// How many nominations it joins.
    pub nominations: u64,
    /// How many scorecards count.
    pub received: u64,
    /// How many judges are recused from it.
    pub recusals: u64,
}

/// The cases of this season. Costs the same number of statements whatever their number.
pub async fn cases(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Cases, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let found = cases::Entity::find()
        .filter(
            cases::Column::CategoryId.is_in(about.categories.iter().map(|category| category.id.0)),
        )
        .order_by_asc(cases::Column::Number)
        .find_also_linked(case_operations::Nominee)
        .all(conn)
        .await?;
    let joined = counts(
        conn,
        nominations::Entity::find()
            .select_only()
            .column(nominations::Column::CaseId)
            .column_as(nominations::Column::Id.count(), "counted")
            .filter(nominations::Column::CaseId.in_subquery(case_operations::of_season(season)))
            .group_by(nominations::Column::CaseId)
            .into_tuple(),
    )
    .await?;
    let counting = assignment::Status::ALL
        .iter()
        .filter(|status| status.counts())
        .map(|status| status.as_str());
    let received = counts(
        conn,
        assignments::Entity::find()
            .select_only()
            .column(assignments::Column::CaseId)
            .column_as(assignments::Column::Id.count(), "counted")
            .filter(assignments::Column::CaseId.in_subquery(case_operations::of_season(season)))
            .filter(assignments::Column::Status.is_in(counting))
            .group_by(assignments::Column::CaseId)
            .into_tuple(),
    )
    .await?;
    let recused = counts(
        conn,
        interests::Entity::find()
            .select_only()
            .column(interests::Column::CaseId)
            .column_as(interests::Column::Id.count(), "counted")
            .filter(interests::Column::CaseId.in_subquery(case_operations::of_season(season)))
            .filter(interests::Column::Status.eq(interest::Status::Recused.as_str()))
            .group_by(interests::Column::CaseId)
            .into_tuple(),
    )
    .await?;
    let mut rows = Vec::with_capacity(found.len());
    for (row, person) in found {
        let person = person.filter(|person| person.erased_at.is_none());
        let of = |counted: &BTreeMap<Uuid, u64>| counted.get(&row.id).copied().unwrap_or(0);
        rows.push(CaseRow {
            id: row.id.into(),
            number: row.number,
            category: about
                .categories
                .iter()
                .position(|category| category.id.0 == row.category_id)
                .unwrap_or_default(),
            nominee: person.as_ref().map(|person| person.name.clone()),
            employer: person.and_then(|person| person.employer),
            status: Status::parse(&row.status)?,
            acceptance: acceptance::Status::parse(&row.acceptance)?,
            fact_check: fact_check::Status::parse(&row.fact_check)?,
            nominations: of(&joined),
            received: of(&received),
            recusals: of(&recused),
        });
    }
    rows.sort_by_key(|row| row.category);
    Ok(Cases {
        required: rule_sets::load(conn, season).await?.quorum,
        about,
        rows,
    })
}

type Counted = sea_orm::Selector<sea_orm::SelectGetableTuple<(Option<Uuid>, i64)>>;

async fn counts(
    conn: &impl ConnectionTrait,
    query: Counted,
) -> Result<BTreeMap<Uuid, u64>, StoreError> {
    Ok(query
        .all(conn)
        .await?
        .into_iter()
        .filter_map(|(case, counted)| Some((case?, u64::try_from(counted).ok()?)))
        .collect())
}
