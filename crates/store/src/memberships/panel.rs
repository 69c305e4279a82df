//! A season's panel: who sits on it, and a change of what somebody is on it.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, MembershipId, SeasonId},
    membership::{Role, Scope, Status},
    policy,
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};

use super::{Membership, get_in, of};
use crate::{
    Moment, Store, StoreError,
    accounts::{self, Account},
    assignments,
    entities::memberships,
    ledger, seasons,
    write::Tx,
};

/// Whether a membership's role is one that scores: chair, deputy or judge.
pub(crate) fn scores() -> SimpleExpr {
    Expr::col((memberships::Entity, memberships::Column::Role))
        .is_in(Role::SCORING.iter().map(|role| role.as_str()))
}

/// Everybody who was ever asked to sit on the season's panel, in the order in which they were first asked.
pub async fn panel(
    store: &Store,
    season: SeasonId,
) -> Result<Vec<(Membership, Account)>, StoreError> {
    panel_in(store.read(), season).await
}

pub(crate) async fn panel_in(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Vec<(Membership, Account)>, StoreError> {
    of(conn, Role::PANEL, Scope::Season(season)).await
}

/// What an account is on the season's panel now; nothing unless it accepted.
pub(crate) async fn role_on_panel(
    conn: &impl ConnectionTrait,
    account: AccountId,
    season: SeasonId,
) -> Result<Option<Role>, StoreError> {
    let panel = Role::PANEL.iter().map(|role| role.as_str());
    let row = memberships::Entity::find()
        .filter(memberships::Column::AccountId.eq(account.0))
        .filter(memberships::Column::ScopeId.eq(season.0))
        .filter(memberships::Column::Role.is_in(panel))
        .filter(memberships::Column::Status.eq(Status::Active.as_str()))
        .one(conn)
        .await?;
    Ok(row.map(|row| Role::parse(&row.role)).transpose()?)
}

/// Refuses a role on the panel that `who` cannot have beside the others. The season is held, so that of two who are
/// made chair at once one is refused.
pub(super) async fn hold_place(
    tx: &Tx,
    season: SeasonId,
    who: Option<MembershipId>,
    role: Role,
) -> Result<(), StoreError> {
    let season = seasons::load_locked(tx, season).await?;
    policy::may_change_panel(season.status)?;
    let others: Vec<Role> = panel_in(tx, season.id)
        .await?
        .into_iter()
        .map(|(membership, _)| membership)
        .filter(|other| {
            Some(other.id) != who && matches!(other.status, Status::Invited | Status::Active)
        })
        .map(|other| other.role)
        .collect();
    policy::may_join_panel(role, &others)?;
    Ok(())
}

/// Makes somebody on the panel something else on it. Who comes to score finds the cases on their desk; whoever no
/// longer scores loses the desk, and what they submitted stays and counts.
pub async fn change_role(
    store: &Store,
    moment: &Moment,
    id: MembershipId,
    role: Role,
    reason: String,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, role, reason),
            |tx, (moment, id, role, reason)| {
                Box::pin(async move {
                    let before = get_in(tx, *id).await?;
                    let Scope::Season(season) = before.scope else {
                        return Err(StoreError::NotFound);
                    };
                    if !matches!(before.status, Status::Invited | Status::Active) {
                        return Err(Refusal::OtherRole.into());
                    }
                    if reason.trim().is_empty() {
                        return Err(Refusal::ReasonNeeded.into());
                    }
                    hold_place(tx, season, Some(*id), *role).await?;
                    if before.role == *role {
                        return Ok(());
                    }
                    let account = accounts::get_in(tx, before.account).await?;
                    let changed = memberships::ActiveModel {
                        id: Set(id.0),
                        role: Set(role.as_str().to_owned()),
                        ..Default::default()
                    };
                    memberships::Entity::update(changed)
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::MemberRoleChanged)
                        .in_season(season)
                        .about(*id)
                        .with("from", before.role.as_str())
                        .with("to", role.as_str())
                        .with_id("account", account.id)
                        .saying("reason", account.person, reason);
                    ledger::note(tx, moment, fact).await?;
                    if before.status == Status::Active && role.scores() && !before.role.scores() {
                        assignments::publish_late(tx, moment, season).await?;
                    }
                    Ok(())
                })
            },
        )
        .await
}
