//! Accounts: addresses that sign in, by letter and without passwords.

use std::collections::HashMap;

use jiff::SignedDuration;
use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, PersonId},
    person::{Email, Person},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType,
    QueryFilter, QuerySelect, sea_query::SelectStatement,
};
use serde::{Deserialize, Serialize};

use crate::{
    Moment, Store, StoreError,
    entities::{accounts, people},
    ledger,
    outbox::{self, Merge, NewLetter},
    people as persons,
    secrets::{Code, Token},
    tokens::{self, Minted, Purpose, Tried},
    write::Tx,
};

/// How long a letter's link and code sign in.
pub const LETTER_LASTS: SignedDuration = SignedDuration::from_mins(20);

/// An account and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The address that signs in.
    pub email: Email,
}

/// The letter that signs in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignInLetter {
    /// Who signs in; the link and code are minted when it is sent.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// The page to go on to.
    pub return_to: Option<String>,
}

impl Merge for SignInLetter {
    const KIND: &'static str = "sign-in";
}

/// The account of this address.
pub async fn find_by_email(store: &Store, email: &Email) -> Result<Option<Account>, StoreError> {
    find_by_email_in(store.read(), email).await
}

/// The account of this id.
pub async fn get(store: &Store, id: AccountId) -> Result<Account, StoreError> {
    get_in(store.read(), id).await
}

/// The account that a query names, if it names one.
pub(crate) async fn whose(
    conn: &impl ConnectionTrait,
    named: SelectStatement,
) -> Result<Option<Account>, StoreError> {
    let row = select()
        .filter(accounts::Column::Id.in_subquery(named))
        .into_model::<AccountRow>()
        .one(conn)
        .await?;
    row.map(AccountRow::read).transpose()
}

pub(crate) async fn get_in(
    conn: &impl ConnectionTrait,
    id: AccountId,
) -> Result<Account, StoreError> {
    let row = select()
        .filter(accounts::Column::Id.eq(id.0))
        .into_model::<AccountRow>()
        .one(conn)
        .await?;
    row.ok_or(StoreError::NotFound)?.read()
}

pub(crate) async fn find_by_email_in(
    conn: &impl ConnectionTrait,
    email: &Email,
) -> Result<Option<Account>, StoreError> {
    let row = select()
        .filter(accounts::Column::Email.eq(email.as_str()))
        .into_model::<AccountRow>()
        .one(conn)
        .await?;
    row.map(AccountRow::read).transpose()
}

/// The accounts of these ids.
pub(crate) async fn list_in(
    conn: &impl ConnectionTrait,
    ids: Vec<AccountId>,
) -> Result<HashMap<AccountId, Account>, StoreError> {
    let ids: Vec<uuid::Uuid> = ids.into_iter().map(Into::into).collect();
    let rows = select()
        .filter(accounts::Column::Id.is_in(ids))
        .into_model::<AccountRow>()
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| row.read().map(|account| (account.id, account)))
        .collect()
}

#[derive(FromQueryResult)]
struct AccountRow {
    id: uuid::Uuid,
    person_id: uuid::Uuid,
    name: String,
    email: String,
}

impl AccountRow {
    fn read(self) -> Result<Account, StoreError> {
        Ok(Account {
            id: self.id.into(),
            person: self.person_id.into(),
            name: self.name,
            email: Email::parse(&self.email)
                .map_err(|_| StoreError::unreadable("an account's address"))?,
        })
    }
}

fn select() -> sea_orm::Select<accounts::Entity> {
    accounts::Entity::find()
        .select_only()
        .columns([
            accounts::Column::Id,
            accounts::Column::PersonId,
            accounts::Column::Email,
        ])
        .column(people::Column::Name)
        .join(
            JoinType::InnerJoin,
            accounts::Entity::belongs_to(people::Entity)
                .from(accounts::Column::PersonId)
                .to(people::Column::Id)
                .into(),
        )
}

/// Opens an account with its person.
pub(crate) async fn insert(
    tx: &Tx,
    moment: &Moment,
    name: &str,
    email: &Email,
) -> Result<Account, StoreError> {
    let person = Person {
        name: name.to_owned(),
        email: Some(email.clone()),
        telephone: None,
        role: None,
        employer: None,
    };
    let person = persons::insert(tx, moment, &person).await?;
    let id: AccountId = moment.id();
    accounts::Entity::insert(accounts::ActiveModel {
        id: Set(id.0),
        person_id: Set(person.0),
        email: Set(email.to_string()),
        created_at: Set(moment.at()),
        signed_in_at: Set(None),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(Account {
        id,
        person,
        name: name.to_owned(),
        email: email.clone(),
    })
}

/// Queues a letter that signs in, if the address is known; says nothing of whether it is, and takes as long either way.
pub async fn ask_to_sign_in(
    store: &Store,
    moment: &Moment,
    email: &Email,
    language: String,
    return_to: Option<String>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), email.clone(), language, return_to),
            |tx, (moment, email, language, return_to)| {
                Box::pin(async move {
                    if let Some(account) = find_by_email_in(tx, email).await? {
                        let letter = SignInLetter {
                            account: account.id,
                            name: account.name,
                            return_to: return_to.clone(),
                        };
                        let letter = NewLetter::of(
                            &letter,
                            Some(account.person),
                            account.email,
                            language.clone(),
                        );
                        outbox::queue(tx, moment, letter).await?;
                    } else {
                        let to_nobody = SignInLetter {
                            account: moment.id(),
                            name: String::new(),
                            return_to: return_to.clone(),
                        };
                        let letter =
                            NewLetter::of(&to_nobody, None, email.clone(), language.clone());
                        let letter = outbox::queue(tx, moment, letter).await?;
                        outbox::unqueue(tx, letter).await?;
                    }
                    Ok(())
                })
            },
        )
        .await
}

/// Mints the link and code of a letter that is being sent.
pub async fn mint_sign_in(
    store: &Store,
    moment: &Moment,
    account: AccountId,
) -> Result<Minted, StoreError> {
    tokens::mint(
        store,
        moment,
        Purpose::SignIn,
        account.0,
        Some(LETTER_LASTS),
    )
    .await
}

/// Mints a link and a code to be printed at the server's console, which is on record.
pub async fn print_sign_in_link(
    store: &Store,
    moment: &Moment,
    email: &Email,
    lasts: SignedDuration,
) -> Result<Minted, StoreError> {
    let account = find_by_email(store, email)
        .await?
        .ok_or(StoreError::NotFound)?;
    let minted = Minted {
        token: Token::fresh(),
        code: Code::fresh(),
    };
    let row = tokens::row(
        moment,
        Purpose::SignIn,
        account.id.0,
        Some(lasts),
        &minted,
        store.keys(),
    );
    store
        .write(
            (moment.clone(), row, account.id),
            |tx, (moment, row, account)| {
                Box::pin(async move {
                    crate::entities::tokens::Entity::insert(row.clone())
                        .exec_without_returning(tx)
                        .await?;
                    ledger::note(
                        tx,
                        moment,
                        Fact::new(FactKind::SignInLinkPrinted).about(*account),
                    )
                    .await?;
                    Ok(())
                })
            },
        )
        .await?;
    Ok(minted)
}

/// Spends a letter's link: whoever holds it is this account.
pub async fn sign_in_by_link(
    store: &Store,
    moment: &Moment,
    token: &Token,
) -> Result<AccountId, StoreError> {
    store
        .write((moment.clone(), token.clone()), |tx, (moment, token)| {
            Box::pin(async move {
                let account = tokens::spend(tx, moment, Purpose::SignIn, token)
                    .await?
                    .into();
                signed_in(tx, moment, account).await?;
                Ok(account)
            })
        })
        .await
}

/// Tries a letter's code for this address. An unknown address answers as a wrong code does.
pub async fn sign_in_by_code(
    store: &Store,
    moment: &Moment,
    email: &Email,
    code: &Code,
) -> Result<AccountId, StoreError> {
    let digest = code.digest(store.keys());
    let (account, tried) = store
        .write(
            (moment.clone(), email.clone(), digest),
            |tx, (moment, email, digest)| {
                Box::pin(async move {
                    let Some(account) = find_by_email_in(tx, email).await? else {
                        tokens::try_in_vain(tx, moment, digest).await?;
                        return Ok((None, Tried::Spent));
                    };
                    let tried =
                        tokens::try_code(tx, moment, Purpose::SignIn, account.id.0, digest).await?;
                    if tried == Tried::Right {
                        signed_in(tx, moment, account.id).await?;
                    }
                    Ok((Some(account.id), tried))
                })
            },
        )
        .await?;
    tried.or_refused()?;
    account.ok_or(StoreError::NotFound)
}

async fn signed_in(tx: &Tx, moment: &Moment, account: AccountId) -> Result<(), StoreError> {
    let change = accounts::ActiveModel {
        id: Set(account.0),
        signed_in_at: Set(Some(moment.at())),
        ..Default::default()
    };
    accounts::Entity::update(change)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
