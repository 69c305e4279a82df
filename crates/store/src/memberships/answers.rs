//! What somebody answers to an invitation.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, MembershipId},
    membership::{Event, Scope, Status},
    policy,
};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::get_in;
use crate::{
    Actor, Moment, Store, StoreError, accounts, assignments,
    entities::memberships,
    ledger, seasons,
    secrets::Token,
    tokens::{self, Purpose},
};

/// Takes an invitation up; whoever holds its link is the account that was invited.
pub async fn accept(
    store: &Store,
    moment: &Moment,
    token: &Token,
) -> Result<AccountId, StoreError> {
    answer(store, moment, token, Event::Accept, None).await
}

/// Turns an invitation down, with or without a reason.
pub async fn decline(
    store: &Store,
    moment: &Moment,
    token: &Token,
    reason: Option<String>,
) -> Result<AccountId, StoreError> {
    answer(store, moment, token, Event::Decline, reason).await
}

async fn answer(
    store: &Store,
    moment: &Moment,
    token: &Token,
    event: Event,
    reason: Option<String>,
) -> Result<AccountId, StoreError> {
    store
        .write(
            (moment.clone(), token.clone(), event, reason),
            |tx, (moment, token, event, reason)| {
                Box::pin(async move {
                    let id: MembershipId = tokens::spend(tx, moment, Purpose::Invitation, token)
                        .await?
                        .into();
                    let membership = get_in(tx, id).await?;
                    let status = membership.status.after(*event)?;
                    if let (Event::Accept, Scope::Season(season)) = (*event, membership.scope) {
                        policy::may_take_up(seasons::status_held(tx, season).await?)?;
                    }
                    let answered = memberships::ActiveModel {
                        id: Set(id.0),
                        status: Set(status.as_str().to_owned()),
                        answered_at: Set(Some(moment.at())),
                        decline_reason: Set(reason.clone()),
                        ..Default::default()
                    };
                    memberships::Entity::update(answered)
                        .exec_without_returning(tx)
                        .await?;
                    let kind = match status {
                        Status::Active => FactKind::InvitationAccepted,
                        _ => FactKind::InvitationDeclined,
                    };
                    // Whoever answers is the account, signed in or not.
                    let by_them = moment.acted_by(Actor::Account(membership.account));
                    let account = accounts::get_in(tx, membership.account).await?;
                    let fact = Fact::new(kind)
                        .about(id)
                        .with("role", membership.role.as_str())
                        .saying(
                            "reason",
                            account.person,
                            reason.as_deref().unwrap_or_default(),
                        );
                    ledger::note(tx, &by_them, fact).await?;
                    if let (true, Status::Active, Scope::Season(season)) =
                        (membership.role.scores(), status, membership.scope)
                    {
                        assignments::publish_late(tx, moment, season).await?;
                    }
                    Ok(membership.account)
                })
            },
        )
        .await
}
