//! Memberships: who holds which role, where; how they come to it is in `invitations`.

mod answers;
mod invitations;
mod panel;
mod reminding;
mod suspension;

use jiff::Timestamp;
use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, MembershipId},
    membership::{Event, Role, Roles, Scope, Status},
    policy,
    refusal::Refusal,
    stage::Kind,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Json,
    sea_query::{Expr, SelectStatement},
};

use crate::{
    Moment, Store, StoreError,
    accounts::{self, Account},
    entities::memberships,
    ledger,
    moment::{read, read_maybe},
    seasons,
    write::Tx,
};

pub use answers::{accept, decline};
pub use invitations::{
    INVITATION_LASTS, Invitation, InvitationLetter, Offer, exchange_code, invite, invite_to_work,
    mint_invitation, offer, offered, renew, send_again,
};

pub use panel::{change_role, panel};
pub(crate) use panel::{panel_in, role_on_panel, scores};
pub use reminding::remind_invited;
pub use suspension::suspend;

/// A role that somebody holds, was asked to hold, or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Its id.
    pub id: MembershipId,
    /// Whose it is.
    pub account: AccountId,
    /// What they are.
    pub role: Role,
    /// Where.
    pub scope: Scope,
    /// Where it stands.
    pub status: Status,
    /// When they were last asked.
    pub invited_at: Timestamp,
    /// When they answered.
    pub answered_at: Option<Timestamp>,
    /// What the invitation said of the work.
    pub ask: Ask,
    /// Why they declined, if they said.
    pub decline_reason: Option<String>,
    /// The stages in which they judge, where that is not in all.
    pub stages: Option<Vec<Kind>>,
}

impl Membership {
    /// Whether they judge in this stage.
    pub fn judges_in(&self, stage: Kind) -> bool {
        self.stages.as_ref().is_none_or(|of| of.contains(&stage))
    }
}

/// What an invitation to a panel says of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// By when to answer.
    pub answer_by: Option<Timestamp>,
    /// How many cases there are to read, known or estimated.
    pub cases: Option<u32>,
    /// How many minutes each takes.
    pub minutes: Option<u32>,
}

impl Ask {
    /// The whole of it in hours, rounded up.
    pub fn hours(self) -> Option<u32> {
        let minutes = self.cases?.checked_mul(self.minutes?)?;
        Some(minutes.div_ceil(60))
    }
}

/// The roles that an account holds.
pub async fn roles(store: &Store, account: AccountId) -> Result<Roles, StoreError> {
    roles_of(store.read(), memberships::Column::AccountId.eq(account.0)).await
}

/// The roles of the account that a query names.
pub(crate) async fn roles_whose(
    conn: &impl ConnectionTrait,
    named: SelectStatement,
) -> Result<Roles, StoreError> {
    roles_of(conn, memberships::Column::AccountId.in_subquery(named)).await
}

async fn roles_of(conn: &impl ConnectionTrait, whose: Expr) -> Result<Roles, StoreError> {
    let rows = memberships::Entity::find()
        .filter(whose)
        .filter(memberships::Column::Status.eq(Status::Active.as_str()))
        .order_by_asc(memberships::Column::Id)
        .all(conn)
        .await?;
    let roles = rows
        .into_iter()
        .map(|row| membership(&row).map(|membership| (membership.role, membership.scope)))
        .collect::<Result<_, _>>()?;
    Ok(Roles::new(roles))
}

/// A membership.
pub async fn get(store: &Store, id: MembershipId) -> Result<Membership, StoreError> {
    get_in(store.read(), id).await
}

async fn get_in(conn: &impl ConnectionTrait, id: MembershipId) -> Result<Membership, StoreError> {
    let row = memberships::Entity::find_by_id(id.0).one(conn).await?;
    membership(&row.ok_or(StoreError::NotFound)?)
}

/// Everybody who was ever asked to be this here, in the order in which they were first asked.
pub async fn list(
    store: &Store,
    role: Role,
    scope: Scope,
) -> Result<Vec<(Membership, Account)>, StoreError> {
    of(store.read(), &[role], scope).await
}

async fn of(
    conn: &impl ConnectionTrait,
    roles: &[Role],
    scope: Scope,
) -> Result<Vec<(Membership, Account)>, StoreError> {
    let roles = roles.iter().map(|role| role.as_str());
    let rows = memberships::Entity::find()
        .filter(memberships::Column::ScopeId.eq(scope.id()))
        .filter(memberships::Column::Role.is_in(roles))
        .order_by_asc(memberships::Column::Id)
        .all(conn)
        .await?;
    let ids = rows.iter().map(|row| row.account_id.into()).collect();
    let mut accounts = accounts::list_in(conn, ids).await?;
    rows.into_iter()
        .map(|row| {
            let membership = membership(&row)?;
            let account = accounts
                .remove(&membership.account)
                .ok_or(StoreError::NotFound)?;
            Ok((membership, account))
        })
        .collect()
}

/// Gives a role at once, without asking: to the first administrator.
pub(crate) async fn insert_accepted(
    tx: &Tx,
    moment: &Moment,
    account: AccountId,
    role: Role,
    scope: Scope,
) -> Result<MembershipId, StoreError> {
    let id: MembershipId = moment.id();
    let row = memberships::ActiveModel {
        status: Set(Status::Active.as_str().to_owned()),
        answered_at: Set(Some(moment.at())),
        ..row(moment, id, account, role, scope)
    };
    memberships::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(id)
}

/// Takes a role away. The last administrator keeps theirs.
pub async fn end(store: &Store, moment: &Moment, id: MembershipId) -> Result<(), StoreError> {
    store
        .write((moment.clone(), id), |tx, (moment, id)| {
            Box::pin(async move {
                let membership = get_in(tx, *id).await?;
                let status = membership.status.after(Event::End)?;
                if let Scope::Season(season) = membership.scope {
                    policy::may_change_panel(seasons::status_held(tx, season).await?)?;
                }
                if membership.role == Role::Administrator && membership.status == Status::Active {
                    // Held, so that two who end each other's at once queue, and the second finds one left.
                    let administrators = memberships::Entity::find()
                        .filter(memberships::Column::Role.eq(Role::Administrator.as_str()))
                        .filter(memberships::Column::Status.eq(Status::Active.as_str()))
                        .filter(memberships::Column::ScopeId.eq(membership.scope.id()))
                        .order_by_asc(memberships::Column::Id)
                        .lock_exclusive()
                        .all(tx)
                        .await?;
                    if administrators.len() < 2 {
                        return Err(Refusal::LastAdministrator.into());
                    }
                }
                let ended = memberships::ActiveModel {
                    id: Set(id.0),
                    status: Set(status.as_str().to_owned()),
                    ended_at: Set(Some(moment.at())),
                    ..Default::default()
                };
                memberships::Entity::update(ended)
                    .exec_without_returning(tx)
                    .await?;
                let fact = Fact::new(FactKind::MemberRemoved)
                    .about(*id)
                    .with("role", membership.role.as_str())
                    .with_id("account", membership.account);
                ledger::note(tx, moment, fact).await?;
                Ok(())
            })
        })
        .await
}

/// The row of an invitation that nobody has answered.
fn row(
    moment: &Moment,
    id: MembershipId,
    account: AccountId,
    role: Role,
    scope: Scope,
) -> memberships::ActiveModel {
    memberships::ActiveModel {
        id: Set(id.0),
        account_id: Set(account.0),
        role: Set(role.as_str().to_owned()),
        scope: Set(scope.as_str().to_owned()),
        scope_id: Set(scope.id()),
        status: Set(Status::Invited.as_str().to_owned()),
        invited_at: Set(moment.at()),
        invited_by: Set(moment.by.account().map(|by| by.0)),
        answered_at: Set(None),
        ended_at: Set(None),
        answer_by: Set(None),
        expected_cases: Set(None),
        minutes_a_case: Set(None),
        decline_reason: Set(None),
        stages: Set(None),
    }
}

fn whole(number: Option<i64>) -> Result<Option<u32>, StoreError> {
    number
        .map(|number| u32::try_from(number).map_err(StoreError::unreadable))
        .transpose()
}

fn membership(row: &memberships::Model) -> Result<Membership, StoreError> {
    Ok(Membership {
        id: row.id.into(),
        account: row.account_id.into(),
        role: Role::parse(&row.role)?,
        scope: Scope::read(&row.scope, row.scope_id)
            .ok_or_else(|| StoreError::unreadable("a membership's scope"))?,
        status: Status::parse(&row.status)?,
        invited_at: read(row.invited_at)?,
        answered_at: read_maybe(row.answered_at)?,
        ask: Ask {
            answer_by: read_maybe(row.answer_by)?,
            cases: whole(row.expected_cases)?,
            minutes: whole(row.minutes_a_case)?,
        },
        decline_reason: row.decline_reason.clone(),
        stages: row.stages.as_ref().map(read_stages).transpose()?,
    })
}

/// The stages in which somebody judges, as the column holds them.
pub(crate) fn read_stages(stored: &Json) -> Result<Vec<Kind>, StoreError> {
    stored
        .as_array()
        .into_iter()
        .flatten()
        .map(|kind| Ok(Kind::parse(kind.as_str().unwrap_or_default())?))
        .collect()
}
