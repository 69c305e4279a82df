//! The cases of a season with where each of them stands, page by page: behind `/admin/cases`.

mod asked;

use std::collections::BTreeMap;

use plaudit_domain::{
    acceptance, assignment,
    case::Status,
    fact_check,
    ids::{CaseId, SeasonId},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
    sea_query::{Expr, ExprTrait, IntoCondition},
};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError,
    cases::of_season,
    entities::{assignments, cases, categories, nominations, people},
    kept::Kept,
    rule_sets, stages,
};

use asked::Standing;
pub use asked::{Asked, CaseCounts, CasesFilter};

/// How many cases a page shows.
pub const PAGE: u64 = 50;

/// A page of the cases of a season.
#[derive(Clone, Debug)]
pub struct Cases {
    /// The season.
    pub about: Surroundings,
    /// How many scorecards a case needs.
    pub required: u32,
    /// The page's cases, by category and number.
    pub rows: Vec<CaseRow>,
    /// The page that this is: the last one, if a later one was asked for.
    pub page: u64,
    /// How many there are.
    pub counts: CaseCounts,
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

/// A page of the cases of this season. Costs the same number of statements whatever their number, and unless something is
/// searched for reads no more rows than it shows: a very large award has thousands.
///
/// Names are searched folded, which no two databases do alike; so then every case's name is read, and searched here.
pub async fn cases(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
    filter: &CasesFilter,
) -> Result<Cases, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let kept = Kept::of(conn, viewer).await?;
    let mut counts = CaseCounts::default();
    let (found, page) = if filter.reads_rows() {
        let mut found = of_page(conn, season, None, None, &kept).await?;
        let mut asked_for = Vec::with_capacity(found.len());
        for (_, _, number, status, acceptance, fact_check, nominee, employer) in &found {
            let of = standing(status, acceptance, fact_check)?;
            let is_found = filter.finds(*number, nominee.as_deref(), employer.as_deref());
            counts.add(filter, of, is_found, 1);
            asked_for.push(is_found && of.fits(filter));
        }
        let mut asked_for = asked_for.into_iter();
        found.retain(|_| asked_for.next().unwrap_or_default());
        let page = nearest(filter.page, counts.total);
        let first = usize::try_from((page - 1) * PAGE).unwrap_or(usize::MAX);
        let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
        (found.into_iter().skip(first).take(size).collect(), page)
    } else {
        count(conn, season, filter, &kept, &mut counts).await?;
        let page = nearest(filter.page, counts.total);
        let found = of_page(conn, season, filter.status, Some(page), &kept).await?;
        (found, page)
    };
    let shown = Shown::These(found.iter().map(|(id, ..): &Light| *id).collect());
    Ok(Cases {
        required: rule_sets::in_force(conn, season).await?.quorum,
        rows: rows(conn, &about, found, &shown).await?,
        about,
        page,
        counts,
    })
}

/// This page, or the nearest that there is.
fn nearest(page: u64, total: u64) -> u64 {
    page.clamp(1, std::cmp::max(1, total.div_ceil(PAGE)))
}

fn standing(status: &str, acceptance: &str, fact_check: &str) -> Result<Standing, StoreError> {
    Ok(Standing {
        status: Status::parse(status)?,
        acceptance: acceptance::Status::parse(acceptance)?,
        fact_check: fact_check::Status::parse(fact_check)?,
    })
}

/// Every case of this season, for a file: by as many statements as a page of them.
pub async fn every(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Cases, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let kept = Kept::of(conn, viewer).await?;
    let mut counts = CaseCounts::default();
    count(conn, season, &CasesFilter::default(), &kept, &mut counts).await?;
    let found = of_page(conn, season, None, None, &kept).await?;
    Ok(Cases {
        required: rule_sets::in_force(conn, season).await?.quorum,
        rows: rows(conn, &about, found, &Shown::Season(season)).await?,
        about,
        page: 1,
        counts,
    })
}

/// Of which cases something is counted.
enum Shown {
    These(Vec<Uuid>),
    Season(SeasonId),
}

impl Shown {
    /// Whether a column names one of them.
    fn holds(&self, case: impl ColumnTrait) -> Expr {
        match self {
            Self::These(ids) => case.is_in(ids.iter().copied()),
            Self::Season(season) => case.in_subquery(of_season(*season)),
        }
    }
}

/// The cases that were found, with what is counted for each.
async fn rows(
    conn: &impl ConnectionTrait,
    about: &Surroundings,
    found: Vec<Light>,
    shown: &Shown,
) -> Result<Vec<CaseRow>, StoreError> {
    let joined = counted(
        conn,
        nominations::Entity::find()
            .select_only()
            .column(nominations::Column::CaseId)
            .column_as(nominations::Column::Id.count(), "counted")
            .filter(shown.holds(nominations::Column::CaseId))
            .group_by(nominations::Column::CaseId)
            .into_tuple(),
    )
    .await?;
    let counting = assignment::Status::ALL
        .iter()
        .filter(|status| status.counts())
        .map(|status| status.as_str());
    let received = counted(
        conn,
        assignments::Entity::find()
            .select_only()
            .column(assignments::Column::CaseId)
            .column_as(assignments::Column::Id.count(), "counted")
            .filter(shown.holds(assignments::Column::CaseId))
            .filter(assignments::Column::StageId.in_subquery(stages::current_ones()))
            .filter(assignments::Column::Status.is_in(counting))
            .group_by(assignments::Column::CaseId)
            .into_tuple(),
    )
    .await?;
    let recused = counted(
        conn,
        assignments::Entity::find()
            .select_only()
            .column(assignments::Column::CaseId)
            .column_as(
                Expr::col(assignments::Column::JudgeId).count_distinct(),
                "counted",
            )
            .filter(shown.holds(assignments::Column::CaseId))
            .filter(assignments::Column::StageId.in_subquery(stages::current_ones()))
            .filter(assignments::Column::Status.eq(assignment::Status::Recused.as_str()))
            .group_by(assignments::Column::CaseId)
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
    Ok(rows)
}

/// Counts the cases of the season by where they stand, without reading them.
async fn count(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    filter: &CasesFilter,
    kept: &Kept,
    counts: &mut CaseCounts,
) -> Result<(), StoreError> {
    let found: Vec<(String, String, String, i64)> = cases::Entity::find()
        .select_only()
        .column(cases::Column::Status)
        .column(cases::Column::Acceptance)
        .column(cases::Column::FactCheck)
        .column_as(cases::Column::Id.count(), "counted")
        .join(JoinType::InnerJoin, its_category())
        .filter(categories::Column::SeasonId.eq(season.0))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .group_by(cases::Column::Status)
        .group_by(cases::Column::Acceptance)
        .group_by(cases::Column::FactCheck)
        .into_tuple()
        .all(conn)
        .await?;
    for (status, acceptance, fact_check, counted) in found {
        let counted = u64::try_from(counted).map_err(StoreError::unreadable)?;
        let of = standing(&status, &acceptance, &fact_check)?;
        counts.add(filter, of, true, counted);
    }
    Ok(())
}

/// What is said of each case of this page, or of each of the season, by category and number.
async fn of_page(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    status: Option<Status>,
    page: Option<u64>,
    kept: &Kept,
) -> Result<Vec<Light>, StoreError> {
    let mut wanted = cases::Entity::find()
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
        .join(JoinType::InnerJoin, its_category())
        .join(JoinType::LeftJoin, nominee_still_there())
        .filter(categories::Column::SeasonId.eq(season.0))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()));
    if let Some(status) = status {
        wanted = wanted.filter(cases::Column::Status.eq(status.as_str()));
    }
    if let Some(page) = page {
        wanted = wanted.offset((page - 1) * PAGE).limit(PAGE);
    }
    Ok(wanted
        .order_by_asc(categories::Column::Position)
        .order_by_asc(cases::Column::CategoryId)
        .order_by_asc(cases::Column::Number)
        .into_tuple()
        .all(conn)
        .await?)
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

/// From a case to what it is a candidate for.
fn its_category() -> RelationDef {
    cases::Entity::belongs_to(categories::Entity)
        .from(cases::Column::CategoryId)
        .to(categories::Column::Id)
        .into()
}

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

async fn counted(
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
