//! People: rows that erasure can empty, each with the key that seals their words in the ledger.

use plaudit_domain::{ids::PersonId, person::Person};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::{
    Moment, StoreError,
    entities::{people, person_keys},
    secrets,
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

/// Writes people down, one statement for all, and gives each a key of their own.
pub(crate) async fn insert_all<const N: usize>(
    tx: &Tx,
    moment: &Moment,
    people: [&Person; N],
) -> Result<[PersonId; N], StoreError> {
    let ids: [PersonId; N] = std::array::from_fn(|_| moment.id());
    let rows = people
        .iter()
        .zip(ids)
        .map(|(person, id)| people::ActiveModel {
            id: Set(id.0),
            created_at: Set(moment.at()),
            erased_at: Set(None),
            ..row(person)
        });
    people::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    let keys = ids.map(|id| person_keys::ActiveModel {
        person_id: Set(id.0),
        key: Set(secrets::random().to_vec()),
    });
    person_keys::Entity::insert_many(keys)
        .exec_without_returning(tx)
        .await?;
    Ok(ids)
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
