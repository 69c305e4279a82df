//! Invitations: asking somebody to take a role, by letter, and what they answer.

use jiff::{SignedDuration, Timestamp};
use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, MembershipId},
    membership::{Event, Role, Scope, Status},
    person::Email,
    policy,
    programme::Programme,
    refusal::Refusal,
    season::Season,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};

use super::{Ask, Membership, get, get_in, membership, panel, row};
use crate::{
    Moment, Store, StoreError,
    accounts::{self, Account},
    entities::memberships,
    ledger,
    moment::stored,
    outbox::{self, Merge, NewLetter},
    programmes, seasons,
    secrets::{Code, Token},
    tokens::{self, Minted, Purpose, Standing, Tried},
    write::Tx,
};

/// How long an invitation's link and code can be answered by.
pub const INVITATION_LASTS: SignedDuration = SignedDuration::from_hours(24 * 14);

/// Whom to ask, to be what.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Their name, as the letter greets them; an account that is there keeps its own.
    pub name: String,
    /// Where the letter goes, and what they will sign in with.
    pub email: Email,
    /// What they would be.
    pub role: Role,
    /// Where.
    pub scope: Scope,
    /// What that is called, in the letter: the organisation, or the programme and season.
    pub of_what: String,
    /// The letter's language.
    pub language: String,
}

/// The letter that invites.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InvitationLetter {
    /// The membership that is offered; the link and code are minted when the letter is sent.
    pub membership: MembershipId,
    /// Whom it greets.
    pub name: String,
    /// The role's word.
    pub role: String,
    /// What they would be that of.
    pub of_what: String,
    /// Whether it is sent again because nobody answered.
    #[serde(default)]
    pub reminds: bool,
}

impl Merge for InvitationLetter {
    const KIND: &'static str = "invitation";
}

/// Asks somebody to take a role, by letter: first, or again after they declined, left or never answered.
pub async fn invite(
    store: &Store,
    moment: &Moment,
    invitation: Invitation,
) -> Result<MembershipId, StoreError> {
    invite_to_work(store, moment, invitation, Ask::default()).await
}

/// The same, saying how much work it is and by when to answer.
pub async fn invite_to_work(
    store: &Store,
    moment: &Moment,
    invitation: Invitation,
    ask: Ask,
) -> Result<MembershipId, StoreError> {
    store
        .write(
            (moment.clone(), invitation, ask),
            |tx, (moment, invitation, ask)| {
                Box::pin(async move {
                    let Invitation {
                        name,
                        email,
                        role,
                        scope,
                        ..
                    } = invitation;
                    let account = match accounts::find_by_email_in(tx, email).await? {
                        Some(account) => account,
                        None => accounts::insert(tx, moment, name, email).await?,
                    };
                    // A person has one place on a panel, whatever they are on it.
                    let same = if role.is_on_panel() {
                        Role::PANEL
                    } else {
                        std::slice::from_ref(role)
                    };
                    let earlier = memberships::Entity::find()
                        .filter(memberships::Column::AccountId.eq(account.id.0))
                        .filter(
                            memberships::Column::Role.is_in(same.iter().map(|role| role.as_str())),
                        )
                        .filter(memberships::Column::ScopeId.eq(scope.id()))
                        .one(tx)
                        .await?
                        .map(|row| membership(&row))
                        .transpose()?;
                    if let Scope::Season(season) = *scope {
                        let who = earlier.as_ref().map(|earlier| earlier.id);
                        panel::hold_place(tx, season, who, *role).await?;
                        if earlier
                            .as_ref()
                            .is_some_and(|earlier| earlier.status == Status::Active)
                        {
                            return Err(Refusal::OnPanel.into());
                        }
                    }
                    let membership = match earlier {
                        Some(earlier) => ask_again(tx, moment, earlier, *role).await?,
                        None => ask_first(tx, moment, account.id, *role, *scope).await?,
                    };
                    write_ask(tx, membership.id, *ask).await?;
                    let mut fact = Fact::new(FactKind::MemberInvited)
                        .about(membership.id)
                        .with("role", role.as_str())
                        .with("scope", scope.as_str())
                        .with_id("in", scope.id())
                        .with_id("account", account.id)
                        .saying("name", account.person, &account.name);
                    if let Scope::Season(season) = *scope {
                        let during = seasons::load(tx, season).await?.status;
                        fact = fact.with("during", during.as_str());
                    }
                    if let Some(cases) = ask.cases {
                        fact = fact.with("expected_cases", i64::from(cases));
                    }
                    ledger::note(tx, moment, fact).await?;
                    let letter = letter(
                        &membership,
                        &account,
                        &invitation.of_what,
                        &invitation.language,
                    );
                    outbox::queue(tx, moment, letter).await?;
                    Ok(membership.id)
                })
            },
        )
        .await
}

async fn write_ask(tx: &Tx, id: MembershipId, ask: Ask) -> Result<(), StoreError> {
    let row = memberships::ActiveModel {
        id: Set(id.0),
        answer_by: Set(ask.answer_by.map(stored)),
        expected_cases: Set(ask.cases.map(i64::from)),
        minutes_a_case: Set(ask.minutes.map(i64::from)),
        decline_reason: Set(None),
        ..Default::default()
    };
    memberships::Entity::update(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

async fn ask_first(
    tx: &Tx,
    moment: &Moment,
    account: AccountId,
    role: Role,
    scope: Scope,
) -> Result<Membership, StoreError> {
    let id: MembershipId = moment.id();
    memberships::Entity::insert(row(moment, id, account, role, scope))
        .exec_without_returning(tx)
        .await?;
    get_in(tx, id).await
}

async fn ask_again(
    tx: &Tx,
    moment: &Moment,
    earlier: Membership,
    role: Role,
) -> Result<Membership, StoreError> {
    let status = earlier.status.after(Event::InviteAgain)?;
    let again = memberships::ActiveModel {
        id: Set(earlier.id.0),
        role: Set(role.as_str().to_owned()),
        status: Set(status.as_str().to_owned()),
        invited_at: Set(moment.at()),
        invited_by: Set(moment.by.account().map(|by| by.0)),
        answered_at: Set(None),
        ended_at: Set(None),
        ..Default::default()
    };
    memberships::Entity::update(again)
        .exec_without_returning(tx)
        .await?;
    Ok(Membership {
        role,
        status,
        invited_at: moment.now,
        answered_at: None,
        ..earlier
    })
}

/// An invitation as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The membership that is offered.
    pub membership: Membership,
    /// To whom.
    pub account: Account,
    /// Whether the link can still be answered; if not, a fresh letter can be asked for.
    pub is_live: bool,
    /// The season, if it is to sit on its panel.
    pub season: Option<Box<(Programme, Season)>>,
}

/// What an invitation's link offers; looking at it answers nothing.
pub async fn offer(store: &Store, now: Timestamp, token: &Token) -> Result<Offer, StoreError> {
    let (id, is_live) = match tokens::look(store, now, Purpose::Invitation, token).await? {
        Standing::Live(id) => (id, true),
        Standing::Spent(id) => (id, false),
        Standing::Unknown => return Err(StoreError::NotFound),
    };
    let offer = offered(store, id.into()).await?;
    let is_live = is_live && offer.is_live;
    Ok(Offer { is_live, ..offer })
}

/// What is offered by an invitation, and whether it waits for an answer, whatever became of its links.
pub async fn offered(store: &Store, id: MembershipId) -> Result<Offer, StoreError> {
    let membership = get(store, id).await?;
    let season = match membership.scope {
        Scope::Season(season) => {
            let season = seasons::get(store, season).await?;
            let programme = programmes::get(store, season.programme).await?;
            Some(Box::new((programme, season)))
        }
        _ => None,
    };
    Ok(Offer {
        account: accounts::get(store, membership.account).await?,
        is_live: membership.status == Status::Invited,
        membership,
        season,
    })
}

/// Mints the link and code of an invitation that is being sent or printed.
pub async fn mint_invitation(
    store: &Store,
    moment: &Moment,
    id: MembershipId,
) -> Result<Minted, StoreError> {
    tokens::mint(
        store,
        moment,
        Purpose::Invitation,
        id.0,
        Some(INVITATION_LASTS),
    )
    .await
}

/// Tries an invitation's code for this address, and answers with a link for whoever typed it right.
///
/// The code alone is spent; the link that was in the same letter goes with it.
pub async fn exchange_code(
    store: &Store,
    moment: &Moment,
    email: &Email,
    code: &Code,
) -> Result<Token, StoreError> {
    let digest = code.digest(store.keys());
    let (id, tried) = store
        .write(
            (moment.clone(), email.clone(), digest),
            |tx, (moment, email, digest)| {
                Box::pin(async move {
                    let Some(account) = accounts::find_by_email_in(tx, email).await? else {
                        tokens::try_in_vain(tx, moment, digest).await?;
                        return Ok((None, Tried::Spent));
                    };
                    let waiting = memberships::Entity::find()
                        .filter(memberships::Column::AccountId.eq(account.id.0))
                        .filter(memberships::Column::Status.eq(Status::Invited.as_str()))
                        .order_by_asc(memberships::Column::Id)
                        .all(tx)
                        .await?;
                    if waiting.is_empty() {
                        tokens::try_in_vain(tx, moment, digest).await?;
                    }
                    let mut best = Tried::Spent;
                    for row in waiting {
                        match tokens::try_code(tx, moment, Purpose::Invitation, row.id, digest)
                            .await?
                        {
                            Tried::Right => return Ok((Some(MembershipId(row.id)), Tried::Right)),
                            Tried::Wrong { tries_left } => best = Tried::Wrong { tries_left },
                            Tried::Spent => {}
                        }
                    }
                    Ok((None, best))
                })
            },
        )
        .await?;
    tried.or_refused()?;
    let id = id.ok_or(StoreError::NotFound)?;
    Ok(mint_invitation(store, moment, id).await?.token)
}

/// Queues the invitation's letter again, for whoever holds a link that can no longer be answered.
pub async fn renew(store: &Store, moment: &Moment, token: &Token) -> Result<(), StoreError> {
    let offer = offer(store, moment.now, token).await?;
    send_again(store, moment, offer.membership.id).await
}

/// Queues the invitation's letter again, as it was last written, while it is not answered.
pub async fn send_again(
    store: &Store,
    moment: &Moment,
    id: MembershipId,
) -> Result<(), StoreError> {
    store
        .write((moment.clone(), id), |tx, (moment, id)| {
            Box::pin(queue_again(tx, moment, *id, false))
        })
        .await
}

/// The same within a transaction; by hand, or because nobody answered.
pub(super) async fn queue_again(
    tx: &Tx,
    moment: &Moment,
    id: MembershipId,
    reminds: bool,
) -> Result<(), StoreError> {
    let membership = get_in(tx, id).await?;
    if membership.status != Status::Invited {
        return Err(Refusal::LinkSpent.into());
    }
    if let Scope::Season(season) = membership.scope {
        policy::may_take_up(seasons::status_held(tx, season).await?)?;
    }
    let account = accounts::get_in(tx, membership.account).await?;
    let earlier: Vec<(InvitationLetter, String)> = outbox::list_merges(tx, account.person).await?;
    let (last, language) = earlier
        .into_iter()
        .rev()
        .find(|(letter, _)| letter.membership == id)
        .ok_or(StoreError::NotFound)?;
    let again = InvitationLetter { reminds, ..last };
    let again = NewLetter::of(&again, Some(account.person), account.email, language);
    outbox::queue(tx, moment, again).await?;
    Ok(())
}

fn letter(membership: &Membership, account: &Account, of_what: &str, language: &str) -> NewLetter {
    let merge = InvitationLetter {
        membership: membership.id,
        name: account.name.clone(),
        role: membership.role.as_str().to_owned(),
        of_what: of_what.to_owned(),
        reminds: false,
    };
    NewLetter::of(
        &merge,
        Some(account.person),
        account.email.clone(),
        language.to_owned(),
    )
}
