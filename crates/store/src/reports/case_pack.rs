//! What the cases of a category say, to be printed: behind `cases.html`. For administrators, and for who chairs the panel's
//! meeting or is its secretary, without the cases that are kept from whoever takes it, and without any score.

use plaudit_domain::{
    case::{Status as CaseStatus, decision::is_ranked},
    export::Export,
    ids::{AccountId, CaseId, CategoryId},
    membership::Role,
    policy,
    programme::Programme,
    season::{Category, Season},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Viewer, gate,
    pack::{Opened, texts},
    scorecard::CaseText,
};
use crate::{
    Store, StoreError, confidentiality, deliberation::table::Table, entities::cases, kept::Kept,
    rule_sets, seasons,
};

/// The pack.
#[derive(Clone, Debug)]
pub struct CasePack {
    /// The programme.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// The category.
    pub category: Category,
    /// What whoever takes it is here.
    pub role: Role,
    /// What each case says, by its number.
    pub cases: Vec<CaseText>,
}

/// Of which cases a pack is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All that were not taken out.
    All,
    /// Those that were put forward, whatever was resolved of them.
    Finalists,
    /// This one.
    One(CaseId),
}

impl Which {
    fn has(self, case: CaseId, status: CaseStatus) -> bool {
        match self {
            Self::All => is_in(status),
            Self::Finalists => is_finalist(status),
            Self::One(one) => one == case,
        }
    }
}

/// Whether a case was not taken out.
pub(super) const fn is_in(status: CaseStatus) -> bool {
    !matches!(
        status,
        CaseStatus::NotEligible | CaseStatus::Withdrawn | CaseStatus::Disqualified
    )
}

/// Whether a case was put forward, whatever was resolved of it.
pub(super) const fn is_finalist(status: CaseStatus) -> bool {
    matches!(
        status,
        CaseStatus::Shortlisted
            | CaseStatus::Awarded
            | CaseStatus::HighlyCommended
            | CaseStatus::NotAwarded
            | CaseStatus::Declined
            | CaseStatus::Rescinded
    )
}

/// The pack; with as many statements for many cases as for one. Whoever sits on the panel has it from the beginning of its meeting
/// on, and reads in it what the judges read.
pub async fn get(
    store: &Store,
    viewer: &Viewer,
    (category, which): (CategoryId, Which),
    is_blind: bool,
) -> Result<CasePack, StoreError> {
    let conn = store.read();
    let (account, seated) = match *viewer {
        Viewer::Administrator(account) => (account, None),
        Viewer::Panellist(account) => (account, Some(seat(store, account, category).await?)),
        Viewer::Visitor | Viewer::Judge(_) | Viewer::Chair(_) => return Err(StoreError::NotFound),
    };
    let (category, season) = seasons::category(store, category).await?;
    let (programme, season) = gate::place(store, season).await?;
    if seated.is_some() {
        policy::has_file(season.status, Export::Meeting)?;
    }
    let kept = Kept::from(conn, account).await?;
    let found = cases::Entity::find()
        .filter(cases::Column::CategoryId.eq(category.id.0))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .order_by_asc(cases::Column::Number)
        .all(conn)
        .await?;
    let mut opened = Vec::new();
    for row in found {
        let (case, status) = (row.id.into(), CaseStatus::parse(&row.status)?);
        let is_theirs = seated
            .as_ref()
            .is_none_or(|(_, table)| is_ranked(status) && !table.is_out(account, case));
        if which.has(case, status) && is_theirs {
            opened.push(Opened {
                case: row.id,
                number: row.number,
                nominee: row.nominee_id,
            });
        }
    }
    if matches!(which, Which::One(_)) && opened.is_empty() {
        return Err(StoreError::NotFound);
    }
    let mut said = texts(conn, &opened).await?;
    let cases = opened.iter().filter_map(|row| said.remove(&row.case));
    let cases: Vec<CaseText> = match &seated {
        Some(_) => {
            let rules = rule_sets::in_force(conn, season.id).await?;
            cases.map(|case| case.read_by(&rules, &season)).collect()
        }
        None => cases.collect(),
    };
    let cases = if is_blind {
        cases.into_iter().map(CaseText::without_names).collect()
    } else {
        cases
    };
    Ok(CasePack {
        role: seated.map_or(Role::Administrator, |(role, _)| role),
        programme,
        season,
        category,
        cases,
    })
}

/// What somebody is at this table, once they have accepted what is confidential there; to others there is no pack.
async fn seat(
    store: &Store,
    account: AccountId,
    category: CategoryId,
) -> Result<(Role, Table), StoreError> {
    let conn = store.read();
    let table = Table::load(conn, category).await?;
    let role = table.role(account)?;
    policy::may_export(role, Export::CasePack).map_err(|_| StoreError::NotFound)?;
    confidentiality::refuse_before_acceptance(conn, account, table.season.id).await?;
    Ok((role, table))
}
