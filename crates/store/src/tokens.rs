//! One-time links and codes: minted when a letter is sent, kept as digests, spent once.

use jiff::{SignedDuration, Timestamp};
use plaudit_domain::{refusal::Refusal, status::words};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError,
    entities::tokens,
    moment::{read_maybe, stored},
    secrets::{Code, Keys, Token},
    write::Tx,
};

/// How often a code may be typed wrongly.
pub const TRIES: u32 = 5;

words! {
    /// What a link or code is for; one for one purpose is nothing for another.
    pub enum Purpose as "token purpose" {
        /// Setting the installation up; about nothing yet.
        SetUp = "set-up",
        /// Signing in; about an account.
        SignIn = "sign-in",
        /// Answering an invitation; about a membership.
        Invitation = "invitation",
        /// Finding one's nomination by the form's own key; about a nomination.
        Nomination = "nomination",
        /// The same by a key that came by letter, which also shows whose the address is.
        NominationLetter = "nomination-letter",
    }
}

/// A fresh link and code, in the only moment in which they can be read.
#[derive(Clone, Debug)]
pub struct Minted {
    /// For the link.
    pub token: Token,
    /// For whom a link cannot reach.
    pub code: Code,
}

/// What there is to know of a link before it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be used, for this.
    Live(Uuid),
    /// It was used or has expired, and was for this.
    Spent(Uuid),
    /// It was never ours.
    Unknown,
}

/// Mints a link and a code for this purpose and subject, for so long or without end.
pub async fn mint(
    store: &Store,
    moment: &Moment,
    purpose: Purpose,
    subject: Uuid,
    lasts: Option<SignedDuration>,
) -> Result<Minted, StoreError> {
    let minted = Minted {
        token: Token::fresh(),
        code: Code::fresh(),
    };
    let row = row(moment, purpose, subject, lasts, &minted, store.keys());
    keep(store, row).await?;
    Ok(minted)
}

/// Keeps what was minted, where nothing else is written with it.
pub(crate) async fn keep(store: &Store, row: tokens::ActiveModel) -> Result<(), StoreError> {
    store
        .write(row, |tx, row| {
            Box::pin(async move {
                tokens::Entity::insert(row.clone())
                    .exec_without_returning(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// The row of a freshly minted link and code, for an operation that inserts it with its own.
pub(crate) fn row(
    moment: &Moment,
    purpose: Purpose,
    subject: Uuid,
    lasts: Option<SignedDuration>,
    minted: &Minted,
    keys: &Keys,
) -> tokens::ActiveModel {
    tokens::ActiveModel {
        id: Set(moment.id()),
        purpose: Set(purpose.as_str().to_owned()),
        subject_id: Set(subject),
        token_digest: Set(minted.token.digest()),
        code_digest: Set(Some(minted.code.digest(keys))),
        tries_left: Set(i64::from(TRIES)),
        created_at: Set(moment.at()),
        expires_at: Set(lasts.map(|lasts| stored(moment.now + lasts))),
        used_at: Set(None),
    }
}

/// What there is to know of a link; looking at it spends nothing.
pub async fn look(
    store: &Store,
    now: Timestamp,
    purpose: Purpose,
    token: &Token,
) -> Result<Standing, StoreError> {
    let row = tokens::Entity::find()
        .filter(known(purpose, token))
        .one(store.read())
        .await?;
    let Some(row) = row else {
        return Ok(Standing::Unknown);
    };
    let expired = read_maybe(row.expires_at)?.is_some_and(|at| at <= now);
    Ok(if row.used_at.is_some() || expired {
        Standing::Spent(row.subject_id)
    } else {
        Standing::Live(row.subject_id)
    })
}

/// Spends a link, and everything else for the same purpose and subject; answers what it was for.
pub(crate) async fn spend(
    tx: &Tx,
    moment: &Moment,
    purpose: Purpose,
    token: &Token,
) -> Result<Uuid, StoreError> {
    let row = tokens::Entity::find()
        .filter(known(purpose, token))
        .filter(live(moment.now))
        .one(tx)
        .await?
        .ok_or(Refusal::LinkSpent)?;
    spend_all(tx, moment, purpose, row.subject_id).await?;
    Ok(row.subject_id)
}

/// What came of typing a code. A wrong one is written down, so it is no refusal yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tried {
    /// It was right, and is spent.
    Right,
    /// It was not what was sent.
    Wrong {
        /// How many tries are left.
        tries_left: u32,
    },
    /// There is no code that could be right.
    Spent,
}

impl Tried {
    /// The refusal, unless it was right.
    pub(crate) fn or_refused(self) -> Result<(), StoreError> {
        match self {
            Self::Right => Ok(()),
            Self::Wrong { tries_left } => Err(Refusal::WrongCode { tries_left }.into()),
            Self::Spent => Err(Refusal::LinkSpent.into()),
        }
    }
}

/// Tries a code for this purpose and subject.
///
/// Every code that is on its way to the subject loses a try, so that asking for more letters gives no more guesses
/// at any one of them.
pub(crate) async fn try_code(
    tx: &Tx,
    moment: &Moment,
    purpose: Purpose,
    subject: Uuid,
    code_digest: &[u8],
) -> Result<Tried, StoreError> {
    let rows = tokens::Entity::find()
        .filter(about(purpose, subject))
        .filter(live(moment.now))
        .filter(tokens::Column::TriesLeft.gt(0))
        // Guesses that come at once queue here, so that together they have no more tries than one after the other.
        .lock_exclusive()
        .all(tx)
        .await?;
    if rows.is_empty() {
        try_in_vain(tx, moment, code_digest).await?;
        return Ok(Tried::Spent);
    }
    if rows
        .iter()
        .any(|row| row.code_digest.as_deref() == Some(code_digest))
    {
        spend_all(tx, moment, purpose, subject).await?;
        return Ok(Tried::Right);
    }
    tokens::Entity::update_many()
        .col_expr(
            tokens::Column::TriesLeft,
            Expr::col(tokens::Column::TriesLeft).sub(1),
        )
        .filter(about(purpose, subject))
        .filter(live(moment.now))
        .filter(tokens::Column::TriesLeft.gt(0))
        .exec(tx)
        .await?;
    let most = rows
        .iter()
        .map(|row| row.tries_left - 1)
        .max()
        .unwrap_or_default();
    match u32::try_from(most) {
        Ok(tries_left) if tries_left > 0 => Ok(Tried::Wrong { tries_left }),
        _ => Ok(Tried::Spent),
    }
}

/// Takes as long as a wrong code does, where there is none that could be right: who listens to the clock does not learn
/// whether there is an account behind an address.
pub(crate) async fn try_in_vain(
    tx: &Tx,
    moment: &Moment,
    code_digest: &[u8],
) -> Result<(), StoreError> {
    let id: Uuid = moment.id();
    let row = tokens::ActiveModel {
        id: Set(id),
        purpose: Set(Purpose::SignIn.as_str().to_owned()),
        subject_id: Set(id),
        token_digest: Set(Token::fresh().digest()),
        code_digest: Set(Some(code_digest.to_vec())),
        tries_left: Set(0),
        created_at: Set(moment.at()),
        expires_at: Set(Some(moment.at())),
        used_at: Set(Some(moment.at())),
    };
    tokens::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    tokens::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Spends whatever is on its way for this purpose and subject; refuses when somebody else was quicker.
pub(crate) async fn spend_all(
    tx: &Tx,
    moment: &Moment,
    purpose: Purpose,
    subject: Uuid,
) -> Result<(), StoreError> {
    let spent = tokens::Entity::update_many()
        .col_expr(tokens::Column::UsedAt, Expr::value(moment.at()))
        .filter(about(purpose, subject))
        .filter(live(moment.now))
        .exec(tx)
        .await?;
    if spent.rows_affected == 0 {
        Err(Refusal::LinkSpent.into())
    } else {
        Ok(())
    }
}

fn known(purpose: Purpose, token: &Token) -> Condition {
    Condition::all()
        .add(tokens::Column::TokenDigest.eq(token.digest()))
        .add(tokens::Column::Purpose.eq(purpose.as_str()))
}

fn about(purpose: Purpose, subject: Uuid) -> Condition {
    Condition::all()
        .add(tokens::Column::SubjectId.eq(subject))
        .add(tokens::Column::Purpose.eq(purpose.as_str()))
}

fn live(now: Timestamp) -> Condition {
    Condition::all().add(tokens::Column::UsedAt.is_null()).add(
        Condition::any()
            .add(tokens::Column::ExpiresAt.is_null())
            .add(tokens::Column::ExpiresAt.gt(stored(now))),
    )
}
