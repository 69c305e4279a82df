//! Who rules on an interest: nobody on their own, and nobody who has one in the same case.

use plaudit_domain::{
    ids::{AccountId, CaseId, SeasonId},
    interest::conflicts::Ruler,
    membership::{Role, Scope, Status},
    refusal::Refusal,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{Actor, Store, StoreError, entities::memberships, kept::Kept, rule_sets};

/// Refuses whoever may not rule on this judge's interest in this case: the judge, whoever is kept from the case, and whoever
/// is not the one to rule by the rules of the season. The system may.
pub(crate) async fn refuse_other_rulers(
    conn: &impl ConnectionTrait,
    by: Actor,
    season: SeasonId,
    case: CaseId,
    judge: AccountId,
) -> Result<(), StoreError> {
    let Some(account) = by.account() else {
        return Ok(());
    };
    if account == judge {
        return Err(Refusal::OwnInterest.into());
    }
    Kept::from(conn, account).await?.refuse(case)?;
    let role = Rulers::load(conn, season).await?.role(case);
    let scope = match role {
        Role::Administrator => None,
        _ => Some(Scope::Season(season)),
    };
    if holds(conn, account, &[role], scope).await? {
        Ok(())
    } else {
        Err(Refusal::OtherRuler.into())
    }
}

/// Whether this account may rule on this judge's interest in this case now, for the page that would ask it to.
pub async fn may_rule(
    store: &Store,
    account: AccountId,
    season: SeasonId,
    (case, judge): (CaseId, AccountId),
) -> Result<(), StoreError> {
    let by = Actor::Account(account);
    refuse_other_rulers(store.read(), by, season, case, judge).await
}

/// Whether this account chairs the panel of this season, or stands in for whoever does.
pub(crate) async fn leads(
    conn: &impl ConnectionTrait,
    account: AccountId,
    season: SeasonId,
) -> Result<bool, StoreError> {
    holds(
        conn,
        account,
        &[Role::Chair, Role::Deputy],
        Some(Scope::Season(season)),
    )
    .await
}

/// Who rules on what in a season: the rules' choice, with whoever could rule and what is kept from each.
pub(crate) struct Rulers {
    ruler: Ruler,
    leading: Vec<(Role, AccountId, Kept)>,
}

impl Rulers {
    /// The rulers of a season; a panel has one chair and few deputies.
    pub(crate) async fn load(
        conn: &impl ConnectionTrait,
        season: SeasonId,
    ) -> Result<Self, StoreError> {
        let ruler = rule_sets::load(conn, season).await?.conflict_policy().ruler;
        let mut leading = Vec::new();
        if ruler == Ruler::Chair {
            for role in [Role::Chair, Role::Deputy] {
                let held = memberships::Entity::find()
                    .filter(memberships::Column::Role.eq(role.as_str()))
                    .filter(memberships::Column::ScopeId.eq(season.0))
                    .filter(memberships::Column::Status.eq(Status::Active.as_str()))
                    .all(conn)
                    .await?;
                for row in held {
                    let account = row.account_id.into();
                    leading.push((role, account, Kept::from(conn, account).await?));
                }
            }
        }
        Ok(Self { ruler, leading })
    }

    /// Who rules on what is ruled on by hand.
    pub(crate) fn ruler(&self) -> Ruler {
        self.ruler
    }

    /// In which role this case is ruled on: the chair's where the rules say so, the deputy's where the chair is kept from it,
    /// an administrator's where neither is there to rule.
    pub(crate) fn role(&self, case: CaseId) -> Role {
        self.leading
            .iter()
            .find(|(_, _, kept)| !kept.has(case))
            .map_or(Role::Administrator, |(role, _, _)| *role)
    }

    /// Whether this account rules on this judge's interest in this case for the panel: nobody does on their own.
    pub(crate) fn is_for(&self, account: AccountId, case: CaseId, judge: AccountId) -> bool {
        let role = self.role(case);
        account != judge
            && self
                .leading
                .iter()
                .any(|(held, leader, kept)| *held == role && *leader == account && !kept.has(case))
    }
}

async fn holds(
    conn: &impl ConnectionTrait,
    account: AccountId,
    roles: &[Role],
    scope: Option<Scope>,
) -> Result<bool, StoreError> {
    let scope = match scope {
        Some(scope) => Condition::all().add(memberships::Column::ScopeId.eq(scope.id())),
        None => Condition::all(),
    };
    Ok(memberships::Entity::find()
        .filter(memberships::Column::AccountId.eq(account.0))
        .filter(memberships::Column::Role.is_in(roles.iter().map(|role| role.as_str())))
        .filter(memberships::Column::Status.eq(Status::Active.as_str()))
        .filter(scope)
        .one(conn)
        .await?
        .is_some())
}
