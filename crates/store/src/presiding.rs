//! Who presides over a panel in which case: the chair, and the deputy where the chair is kept from it or there is none.

use plaudit_domain::{
    ids::{AccountId, CaseId, SeasonId},
    membership::{Role, Status},
    policy,
    refusal::Refusal,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{StoreError, entities::memberships, kept::Kept};

/// Somebody who presides over a season's panel, in some cases at least.
pub(crate) struct Presiding {
    role: Role,
    kept: Kept,
    /// What is kept from the chair; none where there is no chair.
    chair: Option<Kept>,
}

impl Presiding {
    /// Not found, unless this account is the season's chair or deputy.
    pub(crate) async fn of(
        conn: &impl ConnectionTrait,
        account: AccountId,
        season: SeasonId,
    ) -> Result<Self, StoreError> {
        let leading = [Role::Chair, Role::Deputy].map(Role::as_str);
        let held = memberships::Entity::find()
            .filter(memberships::Column::ScopeId.eq(season.0))
            .filter(memberships::Column::Role.is_in(leading))
            .filter(memberships::Column::Status.eq(Status::Active.as_str()))
            .all(conn)
            .await?;
        let own = held
            .iter()
            .find(|row| row.account_id == account.0)
            .ok_or(StoreError::NotFound)?;
        let chair = match held.iter().find(|row| row.role == Role::Chair.as_str()) {
            Some(chair) => Some(Kept::from(conn, chair.account_id.into()).await?),
            None => None,
        };
        Ok(Self {
            role: Role::parse(&own.role)?,
            kept: Kept::from(conn, account).await?,
            chair,
        })
    }

    /// Whether they preside in this case.
    pub(crate) fn may(&self, case: CaseId) -> Result<(), Refusal> {
        let chair_is_able = self.chair.as_ref().is_some_and(|chair| !chair.has(case));
        policy::may_preside(self.role, self.kept.has(case), chair_is_able)
    }

    /// Whether nothing of this case is for them.
    pub(crate) fn is_kept_from(&self, case: CaseId) -> bool {
        self.kept.has(case)
    }
}
