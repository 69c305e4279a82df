//! The cases of a season with where each of them stands: behind `/admin/cases`.

use std::collections::BTreeMap;

use plaudit_domain::{
    acceptance, assignment,
    case::Status,
    fact_check,
    ids::{CaseId, SeasonId},
    interest,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
    sea_query::{Expr, ExprTrait, IntoCondition},
};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError, cases as case_operations,
    entities::{assignments, cases, interests, nominations, people},
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
    // Column by column: a very large award has thousands, and this is all that is said of each.
    let found: Vec<Light> = cases::Entity::find()
        .select_only()
        .columns([
            cases::Column::Id,
            cases::Column::CategoryId,
            cases::Column::Number,
            cases::Column::Status,
            cases::Column::Acceptance,
            cases::Column::FactCheck,
        ])
        .column(people::Column::Name)
        .column(people::Column::Employer)
        .join(JoinType::LeftJoin, nominee_still_there())
        .filter(
            cases::Column::CategoryId.is_in(about.categories.iter().map(|category| category.id.0)),
        )
        .order_by_asc(cases::Column::Number)
        .into_tuple()
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
    for (id, category_id, number, status, acceptance, fact_check, nominee, employer) in found {
        let of = |counted: &BTreeMap<Uuid, u64>| counted.get(&id).copied().unwrap_or(0);
        rows.push(CaseRow {
            id: id.into(),
            number,
            category: about
                .categories
                .iter()
                .position(|category| category.id.0 == category_id)
                .unwrap_or_default(),
            nominee,
            employer,
            status: Status::parse(&status)?,
            acceptance: acceptance::Status::parse(&acceptance)?,
            fact_check: fact_check::Status::parse(&fact_check)?,
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

type Light = (
    Uuid,
    Uuid,
    i64,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
);

/// From a case to its nominee, unless they are erased.
fn nominee_still_there() -> RelationDef {
    let nominee: RelationDef = cases::Entity::belongs_to(people::Entity)
        .from(cases::Column::NomineeId)
        .to(people::Column::Id)
        .into();
    nominee.on_condition(|_, person| {
        Expr::col((person, people::Column::ErasedAt))
            .is_null()
            .into_condition()
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
