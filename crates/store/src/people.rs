//! People: rows that erasure can empty, each with the key that seals their words in the ledger.

use plaudit_domain::{ids::PersonId, person::Person};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::{
    Moment, StoreError,
    entities::{people, person_keys},
    prepared, secrets,
    write::Tx,
};

fn row(person: &Person) -> people::ActiveModel {
    people::ActiveModel {
        name: Set(person.name.clone()),
        email: Set(person.email.as_ref().map(ToString::to_string)),
        telephone: Set(person
            .telephone
            .as_ref()
            .map(|number| number.as_str().to_owned())),
        role: Set(person.role.clone()),
        employer: Set(person.employer.clone()),
        ..Default::default()
    }
}

/// A person who was just written down.
pub(crate) struct Written {
    /// Who it is.
    pub(crate) id: PersonId,
    /// The key that seals their words, so that it need not be read again.
    pub(crate) key: [u8; 32],
}

/// Writes people down, few statements for all, and gives each a key of their own; answers in their order.
pub(crate) async fn insert_each<'a>(
    tx: &Tx,
    people: impl Iterator<Item = (&'a Moment, &'a Person)>,
) -> Result<Vec<Written>, StoreError> {
    let mut rows = Vec::new();
    let mut written = Vec::new();
    for (moment, person) in people {
        let id: PersonId = moment.id();
        rows.push(people::ActiveModel {
            id: Set(id.0),
            created_at: Set(moment.at()),
            erased_at: Set(None),
            ..row(person)
        });
        let key = secrets::random();
        written.push(Written { id, key });
    }
    prepared::insert(tx, rows).await?;
    let keys = written.iter().map(|person| person_keys::ActiveModel {
        person_id: Set(person.id.0),
        key: Set(person.key.to_vec()),
    });
    prepared::insert(tx, keys.collect::<Vec<_>>()).await?;
    Ok(written)
}

/// Writes people down in one moment.
pub(crate) async fn insert_all<const N: usize>(
    tx: &Tx,
    moment: &Moment,
    people: [&Person; N],
) -> Result<[PersonId; N], StoreError> {
    let written = insert_each(tx, people.into_iter().map(|person| (moment, person))).await?;
    let ids: Vec<PersonId> = written.into_iter().map(|person| person.id).collect();
    ids.try_into()
        .map_err(|_| StoreError::unreadable("people who were just written down"))
}

/// Writes one person down.
pub(crate) async fn insert(
    tx: &Tx,
    moment: &Moment,
    person: &Person,
) -> Result<PersonId, StoreError> {
    let [id] = insert_all(tx, moment, [person]).await?;
    Ok(id)
}

/// Corrects what is written about a person.
pub(crate) async fn update(tx: &Tx, id: PersonId, person: &Person) -> Result<(), StoreError> {
    people::Entity::update(people::ActiveModel {
        id: Set(id.0),
        ..row(person)
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// A person as written down.
pub(crate) async fn get(conn: &impl ConnectionTrait, id: PersonId) -> Result<Person, StoreError> {
    let row = people::Entity::find_by_id(id.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    read(row)
}

/// Turns a row into a person.
pub(crate) fn read(row: people::Model) -> Result<Person, StoreError> {
    use plaudit_domain::person::{Email, Telephone};
    Ok(Person {
        name: row.name,
        email: row
            .email
            .map(|email| Email::parse(&email))
            .transpose()
            .map_err(|_| StoreError::unreadable("an address"))?,
        telephone: row
            .telephone
            .map(|number| Telephone::parse(&number))
            .transpose()
            .map_err(|_| StoreError::unreadable("a telephone number"))?,
        role: row.role,
        employer: row.employer,
    })
}
