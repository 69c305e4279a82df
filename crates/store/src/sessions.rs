//! Sessions: browsers that are signed in, known by the digest of the token that they carry.

use jiff::{SignedDuration, Timestamp};
use plaudit_domain::{
    ids::{AccountId, SessionId},
    membership::Roles,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, Query},
};
use tokio::try_join;

use crate::{
    Moment, Store, StoreError,
    accounts::{self, Account},
    entities::sessions,
    memberships,
    moment::{read, stored},
    secrets::Token,
};

/// A browser that is signed in, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// What the browser said of itself.
    pub device: String,
    /// When it signed in.
    pub created_at: Timestamp,
    /// When it was last seen, to the hour.
    pub seen_at: Timestamp,
    /// When it ends unless it is used.
    pub expires_at: Timestamp,
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// On which browser.
    pub session: Session,
    /// As whom.
    pub account: Account,
    /// With which roles.
    pub roles: Roles,
}

/// A session that begins.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// Who signs in.
    pub account: AccountId,
    /// What the browser says of itself.
    pub device: String,
    /// How long the session lasts unless it is used.
    pub lasts: SignedDuration,
    /// What the browser carried until now; whosever session it is, it ends.
    pub instead_of: Option<Token>,
}

/// Signs an account in on a browser; the token is for its cookie.
pub async fn start(
    store: &Store,
    moment: &Moment,
    beginning: Beginning,
) -> Result<Token, StoreError> {
    let Beginning {
        account,
        device,
        lasts,
        instead_of,
    } = beginning;
    let token = Token::fresh();
    let ended = instead_of.map(|token| token.digest()).unwrap_or_default();
    let row = sessions::ActiveModel {
        id: Set(moment.id()),
        token_digest: Set(token.digest()),
        account_id: Set(account.0),
        device: Set(device),
        created_at: Set(moment.at()),
        seen_at: Set(moment.at()),
        expires_at: Set(stored(moment.now + lasts)),
    };
    store
        .write((row, moment.at(), ended), |tx, (row, now, ended)| {
            Box::pin(async move {
                sessions::Entity::insert(row.clone())
                    .exec_without_returning(tx)
                    .await?;
                sessions::Entity::delete_many()
                    .filter(
                        Condition::any()
                            .add(sessions::Column::ExpiresAt.lte(*now))
                            .add(sessions::Column::TokenDigest.eq(ended.clone())),
                    )
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await?;
    Ok(token)
}

/// Who carries this token, if the session has not ended.
pub async fn find(
    store: &Store,
    now: Timestamp,
    token: &Token,
) -> Result<Option<SignedIn>, StoreError> {
    let conn = store.read();
    let carried = Condition::all()
        .add(sessions::Column::TokenDigest.eq(token.digest()))
        .add(sessions::Column::ExpiresAt.gt(stored(now)));
    let whose = Query::select()
        .column(sessions::Column::AccountId)
        .from(sessions::Entity)
        .cond_where(carried.clone())
        .to_owned();
    // Whose it is waits for nothing: every page of whoever is signed in begins with this.
    let row =
        async { Ok::<_, StoreError>(sessions::Entity::find().filter(carried).one(conn).await?) };
    let (row, account, roles) = try_join!(
        row,
        accounts::whose(conn, whose.clone()),
        memberships::roles_whose(conn, whose),
    )?;
    let (Some(row), Some(account)) = (row, account) else {
        return Ok(None);
    };
    Ok(Some(SignedIn {
        session: session(row)?,
        account,
        roles,
    }))
}

/// Notes that the session is still used, so that it goes on until then.
pub async fn keep_on(
    store: &Store,
    moment: &Moment,
    id: SessionId,
    until: Timestamp,
) -> Result<(), StoreError> {
    store
        .write((moment.clone(), id, until), |tx, (moment, id, until)| {
            Box::pin(async move {
                sessions::Entity::update_many()
                    .col_expr(sessions::Column::SeenAt, Expr::value(moment.at()))
                    .col_expr(sessions::Column::ExpiresAt, Expr::value(stored(*until)))
                    .filter(sessions::Column::Id.eq(id.0))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// The account's own sessions, the last used first.
pub async fn list(
    store: &Store,
    now: Timestamp,
    account: AccountId,
) -> Result<Vec<Session>, StoreError> {
    let rows = sessions::Entity::find()
        .filter(sessions::Column::AccountId.eq(account.0))
        .filter(sessions::Column::ExpiresAt.gt(stored(now)))
        .order_by_desc(sessions::Column::SeenAt)
        .order_by_desc(sessions::Column::Id)
        .all(store.read())
        .await?;
    rows.into_iter().map(session).collect()
}

/// Ends one of the account's own sessions.
pub async fn remove(store: &Store, account: AccountId, id: SessionId) -> Result<(), StoreError> {
    store
        .write((account, id), |tx, (account, id)| {
            Box::pin(async move {
                let gone = sessions::Entity::delete_many()
                    .filter(sessions::Column::Id.eq(id.0))
                    .filter(sessions::Column::AccountId.eq(account.0))
                    .exec(tx)
                    .await?;
                if gone.rows_affected == 0 {
                    Err(StoreError::NotFound)
                } else {
                    Ok(())
                }
            })
        })
        .await
}

fn session(row: sessions::Model) -> Result<Session, StoreError> {
    Ok(Session {
        id: row.id.into(),
        device: row.device,
        created_at: read(row.created_at)?,
        seen_at: read(row.seen_at)?,
        expires_at: read(row.expires_at)?,
    })
}
