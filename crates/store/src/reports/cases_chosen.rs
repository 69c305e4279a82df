//! Several cases that an administrator chose, with where each stands: behind `/admin/cases/several/{season}/told` and its
//! neighbours.

use plaudit_domain::{
    acceptance,
    case::Status,
    fact_check,
    ids::{CaseId, SeasonId},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError,
    cases::{self as case_operations, several::Together},
    entities::cases,
    kept::Kept,
};

/// The chosen cases.
#[derive(Clone, Debug)]
pub struct CasesChosen {
    /// The season.
    pub about: Surroundings,
    /// The cases, by category and number.
    pub rows: Vec<ChosenCase>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenCase {
    /// Which.
    pub id: CaseId,
    /// The version that the page shows.
    pub version: i64,
    /// Its number in its category.
    pub number: i64,
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
}

impl ChosenCase {
    /// Whether this can be done with it now.
    pub fn may(&self, what: Together) -> bool {
        what.is_open(self.status, self.acceptance, self.fact_check)
    }
}

/// These cases of the season; what is not of it is left out.
pub async fn chosen(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
    ids: &[CaseId],
) -> Result<CasesChosen, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let kept = Kept::of(conn, viewer).await?;
    let found = cases::Entity::find()
        .filter(
            cases::Column::CategoryId.is_in(about.categories.iter().map(|category| category.id.0)),
        )
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(cases::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(cases::Column::CategoryId)
        .order_by_asc(cases::Column::Number)
        .find_also_linked(case_operations::Nominee)
        .all(conn)
        .await?;
    let rows = found
        .into_iter()
        .map(|(row, nominee)| {
            let nominee = nominee.filter(|person| person.erased_at.is_none());
            let case = case_operations::read(&row)?;
            Ok(ChosenCase {
                id: case.id,
                version: case.version,
                number: row.number,
                nominee: nominee.as_ref().map(|person| person.name.clone()),
                employer: nominee.and_then(|person| person.employer),
                status: case.status,
                acceptance: case.acceptance,
                fact_check: case.fact_check,
            })
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(CasesChosen { about, rows })
}
