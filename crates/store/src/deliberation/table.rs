//! Who sits around the table for one category, who must be out of which of its cases, and what each of them may do.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    case::Status as CaseStatus,
    ids::{AccountId, CaseId, CategoryId},
    membership::{Role, Status},
    policy,
    refusal::Refusal,
    season::Season,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{
    StoreError, cases,
    entities::{agenda_items, cases as case_rows, memberships},
    kept,
};

/// The people around the table, as they are now.
pub(crate) struct Table {
    /// The season.
    pub(crate) season: Season,
    /// Who sits there, the chair first.
    pub(crate) seats: Vec<(AccountId, Role)>,
    /// Who must be out, by case.
    out: BTreeMap<Uuid, BTreeSet<AccountId>>,
    /// The cases that the panel decides between: those put forward or in reserve, those with a result, and what else is
    /// on the agenda.
    rivals: BTreeSet<Uuid>,
    /// The cases on the agenda, in its order.
    pub(crate) agenda: Vec<CaseId>,
}

/// Where a case stands that the panel decides on.
pub(crate) const CONTENDING: [CaseStatus; 5] = [
    CaseStatus::Shortlisted,
    CaseStatus::Reserve,
    CaseStatus::Awarded,
    CaseStatus::HighlyCommended,
    CaseStatus::NotAwarded,
];

impl Table {
    /// The table of this category. Costs the same number of statements whoever sits there and whatever is decided.
    pub(crate) async fn load(
        conn: &impl ConnectionTrait,
        category: CategoryId,
    ) -> Result<Self, StoreError> {
        let season = cases::season_of(conn, category).await?;
        let panel = Role::PANEL.iter().map(|role| role.as_str());
        let mut seats = memberships::Entity::find()
            .filter(memberships::Column::ScopeId.eq(season.id.0))
            .filter(memberships::Column::Role.is_in(panel))
            .filter(memberships::Column::Status.eq(Status::Active.as_str()))
            .order_by_asc(memberships::Column::Id)
            .all(conn)
            .await?
            .into_iter()
            .map(|row| Ok((row.account_id.into(), Role::parse(&row.role)?)))
            .collect::<Result<Vec<(AccountId, Role)>, StoreError>>()?;
        seats.sort_by_key(|(_, role)| Role::PANEL.iter().position(|one| one == role));
        let accounts: Vec<AccountId> = seats.iter().map(|(account, _)| *account).collect();
        let agenda = agenda(conn, category).await?;
        let mut rivals: BTreeSet<Uuid> = case_rows::Entity::find()
            .select_only()
            .column(case_rows::Column::Id)
            .filter(case_rows::Column::CategoryId.eq(category.0))
            .filter(case_rows::Column::Status.is_in(CONTENDING.map(CaseStatus::as_str)))
            .into_tuple::<Uuid>()
            .all(conn)
            .await?
            .into_iter()
            .collect();
        rivals.extend(agenda.iter().map(|case| case.0));
        Ok(Self {
            season,
            out: kept::out_of(conn, category, &accounts).await?,
            seats,
            rivals,
            agenda,
        })
    }

    /// What somebody is here; whoever does not sit here finds nothing.
    pub(crate) fn role(&self, account: AccountId) -> Result<Role, StoreError> {
        self.seats
            .iter()
            .find(|(seated, _)| *seated == account)
            .map(|(_, role)| *role)
            .ok_or(StoreError::NotFound)
    }

    /// Whether somebody must be out of this case.
    pub(crate) fn is_out(&self, account: AccountId, case: CaseId) -> bool {
        self.out
            .get(&case.0)
            .is_some_and(|out| out.contains(&account))
    }

    /// Who must be out of this case.
    pub(crate) fn out_of(&self, case: CaseId) -> BTreeSet<AccountId> {
        self.out.get(&case.0).cloned().unwrap_or_default()
    }

    /// Whether somebody is out of one of the cases that the panel decides between.
    pub(crate) fn is_out_of_any(&self, account: AccountId) -> bool {
        self.rivals
            .iter()
            .any(|case| self.is_out(account, (*case).into()))
    }

    /// Whether somebody is out of any case of the category: each is measured against all others.
    fn is_out_here(&self, account: AccountId) -> bool {
        self.out.values().any(|out| out.contains(&account))
    }

    /// Who has a vote on results: whoever scores and is out of none of the cases that the panel decides between.
    pub(crate) fn voters(&self) -> BTreeSet<AccountId> {
        self.seats
            .iter()
            .filter(|(account, role)| role.scores() && !self.is_out_of_any(*account))
            .map(|(account, _)| *account)
            .collect()
    }

    fn chair(&self) -> Option<AccountId> {
        self.seats
            .iter()
            .find(|(_, role)| *role == Role::Chair)
            .map(|(account, _)| *account)
    }

    /// Whether somebody keeps the meeting while this case is at hand, or between two cases.
    pub(crate) fn may_keep(&self, account: AccountId, case: Option<CaseId>) -> Result<(), Refusal> {
        let role = self.role(account).map_err(|_| Refusal::OtherRole)?;
        let is_out = |account| case.is_some_and(|case| self.is_out(account, case));
        let chair_is_able = self.chair().is_some_and(|chair| !is_out(chair));
        policy::may_keep_meeting(role, is_out(account), chair_is_able)
    }

    /// Whether somebody records results here: each is one among its rivals.
    pub(crate) fn may_record(&self, account: AccountId) -> Result<(), Refusal> {
        let role = self.role(account).map_err(|_| Refusal::OtherRole)?;
        let chair_is_able = self.chair().is_some_and(|chair| !self.is_out_here(chair));
        policy::may_keep_meeting(role, self.is_out_here(account), chair_is_able).map_err(by_a_rival)
    }

    /// Whether somebody signs the resolution, while so many finalists have no result.
    pub(crate) fn may_sign(&self, account: AccountId, unsettled: u64) -> Result<(), Refusal> {
        let role = self.role(account).map_err(|_| Refusal::OtherRole)?;
        let chair_is_able = self.chair().is_some_and(|chair| !self.is_out_here(chair));
        policy::may_sign(role, self.is_out_here(account), chair_is_able, unsettled)
            .map_err(by_a_rival)
    }

    /// Who may sign once all is settled, if anybody may.
    pub(crate) fn signatory(&self) -> Option<AccountId> {
        self.seats
            .iter()
            .map(|(account, _)| *account)
            .find(|account| self.may_sign(*account, 0).is_ok())
    }

    /// Whether somebody votes on this case, if they have read it.
    pub(crate) fn may_vote(
        &self,
        account: AccountId,
        case: CaseId,
        has_read: bool,
    ) -> Result<(), Refusal> {
        let role = self.role(account).map_err(|_| Refusal::OtherRole)?;
        let is_out = self.is_out(account, case);
        policy::may_vote(role, is_out, self.is_out_of_any(account), has_read)
    }
}

/// Whoever is out of some case of the category is told so, and not that they are out of the one that they asked for.
fn by_a_rival(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Recused => Refusal::OutOfARival,
        refusal => refusal,
    }
}

async fn agenda(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<Vec<CaseId>, StoreError> {
    let rows = agenda_items::Entity::find()
        .filter(agenda_items::Column::CategoryId.eq(category.0))
        .order_by_asc(agenda_items::Column::Position)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.case_id.into()).collect())
}
