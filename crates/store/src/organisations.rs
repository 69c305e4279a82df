//! The organisation: the society that runs this installation, with the named human being who answers questions.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, OrganisationId},
    membership::{Role, Scope},
    person::{Contact, Email, Telephone},
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError, accounts,
    entities::organisations,
    error::changed_as_seen,
    gathered, ledger, memberships, seasons,
    secrets::Token,
    tokens::{self, Purpose},
    write::Tx,
};

/// The organisation as every page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id, the scope of its administrators.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Who answers questions.
    pub contact: Contact,
    /// How often it has been changed.
    pub version: i64,
}

/// What the first administrator tells the installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUp {
    /// The organisation's name.
    pub organisation: String,
    /// Who answers questions.
    pub contact: Contact,
    /// The administrator's own name.
    pub name: String,
    /// The address that the administrator signs in with.
    pub email: Email,
}

/// The subject of a set-up link: there is nothing yet that it could be about.
const NOTHING_YET: Uuid = Uuid::nil();

/// Where those wait who ask for the organisation: every page does.
pub(crate) type Reads = gathered::Reads<(), Option<Organisation>>;

/// The organisation; none before the set-up.
pub async fn find(store: &Store) -> Result<Option<Organisation>, StoreError> {
    let readers = store.read().clone();
    let read = move |(): &()| {
        let readers = readers.clone();
        async move { find_in(&readers).await }
    };
    store.organisations().read((), read).await
}

async fn find_in(conn: &impl ConnectionTrait) -> Result<Option<Organisation>, StoreError> {
    let row = organisations::Entity::find()
        .order_by_asc(organisations::Column::Id)
        .one(conn)
        .await?;
    row.map(|row| {
        Ok(Organisation {
            id: row.id.into(),
            name: row.name,
            version: row.version,
            contact: Contact {
                name: row.contact_name,
                email: Email::parse(&row.contact_email)
                    .map_err(|_| StoreError::unreadable("the contact's address"))?,
                telephone: Telephone::parse(&row.contact_telephone)
                    .map_err(|_| StoreError::unreadable("the contact's telephone number"))?,
            },
        })
    })
    .transpose()
}

/// Mints a link that sets the installation up; it lasts until somebody has.
pub async fn set_up_link(store: &Store, moment: &Moment) -> Result<Token, StoreError> {
    Ok(
        tokens::mint(store, moment, Purpose::SetUp, NOTHING_YET, None)
            .await?
            .token,
    )
}

/// Sets the installation up, once, with the link that was printed at the start: the organisation and its first
/// administrator.
pub async fn set_up(
    store: &Store,
    moment: &Moment,
    token: &Token,
    set_up: SetUp,
) -> Result<AccountId, StoreError> {
    store
        .write(
            (moment.clone(), token.clone(), set_up),
            |tx, (moment, token, set_up)| {
                Box::pin(async move {
                    if find_in(tx).await?.is_some() {
                        return Err(Refusal::LinkSpent.into());
                    }
                    tokens::spend(tx, moment, Purpose::SetUp, token).await?;
                    found(tx, moment, set_up).await
                })
            },
        )
        .await
}

async fn found(tx: &Tx, moment: &Moment, set_up: &SetUp) -> Result<AccountId, StoreError> {
    let id: OrganisationId = moment.id();
    organisations::Entity::insert(organisations::ActiveModel {
        id: Set(id.0),
        version: Set(1),
        created_at: Set(moment.at()),
        ..row(&set_up.organisation, &set_up.contact)
    })
    .exec_without_returning(tx)
    .await?;
    let account = accounts::insert(tx, moment, &set_up.name, &set_up.email).await?;
    memberships::insert_accepted(
        tx,
        moment,
        account.id,
        Role::Administrator,
        Scope::Organisation(id),
    )
    .await?;
    let fact = Fact::new(FactKind::OrganisationSetUp)
        .about(id)
        .with_id("administrator", account.id)
        .saying("name", account.person, &set_up.name);
    ledger::note(tx, moment, fact).await?;
    Ok(account.id)
}

/// Changes the organisation's name or its contact, if nobody has since the version that was seen.
pub async fn change(
    store: &Store,
    moment: &Moment,
    version: i64,
    name: String,
    contact: Contact,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), version, name, contact),
            |tx, (moment, version, name, contact)| {
                Box::pin(async move {
                    let organisation = find_in(tx).await?.ok_or(StoreError::NotFound)?;
                    let change = organisations::ActiveModel {
                        version: Set(version + 1),
                        ..row(name, contact)
                    };
                    let changed = organisations::Entity::update_many()
                        .set(change)
                        .filter(organisations::Column::Id.eq(organisation.id.0))
                        .filter(organisations::Column::Version.eq(*version))
                        .exec(tx)
                        .await?;
                    changed_as_seen(&changed)?;
                    // Its name and its contact stand on every page of every season.
                    seasons::touch_all(tx).await?;
                    ledger::note(
                        tx,
                        moment,
                        Fact::new(FactKind::OrganisationChanged).about(organisation.id),
                    )
                    .await?;
                    Ok(())
                })
            },
        )
        .await
}

fn row(name: &str, contact: &Contact) -> organisations::ActiveModel {
    organisations::ActiveModel {
        name: Set(name.to_owned()),
        contact_name: Set(contact.name.clone()),
        contact_email: Set(contact.email.to_string()),
        contact_telephone: Set(contact.telephone.as_str().to_owned()),
        ..Default::default()
    }
}
