//! The e-mail domains that are no sign of a conflict: the list that ships, or the organisation's own.

use std::collections::BTreeSet;

use plaudit_domain::{
    fact::{Fact, FactKind},
    interest::signs::SHARED_DOMAINS,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    Moment, Store, StoreError,
    entities::organisations,
    error::changed_as_seen,
    ledger,
    reports::{Viewer, administrator_only},
};

/// The domains, with the version of the organisation that they were read in.
pub async fn domains(
    store: &Store,
    viewer: &Viewer,
) -> Result<(i64, BTreeSet<String>), StoreError> {
    administrator_only(viewer)?;
    let organisation = organisations::Entity::find()
        .one(store.read())
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok((organisation.version, read(organisation.shared_domains)))
}

/// Changes the list, as it was seen.
pub async fn change_domains(
    store: &Store,
    moment: &Moment,
    seen: i64,
    domains: BTreeSet<String>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, domains),
            |tx, (moment, seen, domains)| {
                Box::pin(async move {
                    let organisation = organisations::Entity::find()
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let list: Vec<&str> = domains.iter().map(String::as_str).collect();
                    let change = organisations::ActiveModel {
                        shared_domains: Set(Some(list.join("\n"))),
                        version: Set(seen + 1),
                        ..Default::default()
                    };
                    let changed = organisations::Entity::update_many()
                        .set(change)
                        .filter(organisations::Column::Id.eq(organisation.id))
                        .filter(organisations::Column::Version.eq(*seen))
                        .exec(tx)
                        .await?;
                    changed_as_seen(&changed)?;
                    let fact = Fact::new(FactKind::OrganisationChanged)
                        .about(organisation.id)
                        .with("what", "shared-domains");
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// The domains that are no sign.
pub(crate) async fn shared_domains(
    conn: &impl ConnectionTrait,
) -> Result<BTreeSet<String>, StoreError> {
    let organisation = organisations::Entity::find().one(conn).await?;
    Ok(read(organisation.and_then(|row| row.shared_domains)))
}

fn read(list: Option<String>) -> BTreeSet<String> {
    match list {
        Some(list) => list.lines().map(ToOwned::to_owned).collect(),
        None => SHARED_DOMAINS.map(ToOwned::to_owned).into(),
    }
}
