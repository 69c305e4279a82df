//! Confidentiality terms: what a season's panel is asked to keep to itself. Versions are added and never changed; before the one
//! in force is accepted no case is open. A season that never wrote any asks for none.

use jiff::Timestamp;
use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, ConfidentialityId, SeasonId},
    policy,
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};

use crate::{
    Moment, Store, StoreError,
    entities::{confidentiality_acceptances as acceptances, confidentiality_versions as versions},
    memberships,
    moment::read,
    seasons, secrets,
    write::Tx,
};

/// One version of a season's confidentiality terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: ConfidentialityId,
    /// Its number, from 1.
    pub number: i64,
    /// The text, in Markdown; empty where the season asks for none from here on.
    pub body: String,
    /// The SHA-256 of the text, in hexadecimal.
    pub digest: String,
    /// When it came into force.
    pub written_at: Timestamp,
}

impl Version {
    /// Whether anything is asked for while it is in force.
    pub fn asks(&self) -> bool {
        !self.body.is_empty()
    }
}

/// Brings a version into force, if `seen` is still the number of the last one, 0 for none; an empty text ends the asking.
///
/// Everybody on the panel is asked anew. The text that is in force already changes nothing.
pub async fn write(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: i64,
    body: String,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, seen, body),
            |tx, &(ref moment, season, seen, ref body)| {
                Box::pin(async move {
                    let status = seasons::load_locked(tx, season).await?.status;
                    policy::may_write_confidentiality(status)?;
                    let last = last(tx, season).await?;
                    if last.as_ref().map_or(0, |last| last.number) != seen {
                        return Err(StoreError::Stale);
                    }
                    let now = last.as_ref().map_or("", |last| last.body.as_str());
                    if now == body {
                        return Ok(());
                    }
                    insert(tx, moment, season, seen + 1, body).await
                })
            },
        )
        .await
}

async fn insert(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    number: i64,
    body: &str,
) -> Result<(), StoreError> {
    let id: ConfidentialityId = moment.id();
    let digest = hex::encode(secrets::digest(body.as_bytes()));
    let row = versions::ActiveModel {
        id: Set(id.0),
        season_id: Set(season.0),
        number: Set(number),
        body: Set(body.to_owned()),
        digest: Set(digest.clone()),
        written_at: Set(moment.at()),
    };
    versions::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    let fact = Fact::new(FactKind::ConfidentialityWritten)
        .in_season(season)
        .about(season)
        .with("version", number)
        .with("digest", digest)
        .with("asks", !body.is_empty());
    crate::ledger::note(tx, moment, fact).await?;
    Ok(())
}

/// Accepts the version of this number, if it is the one in force; accepting it once more changes nothing.
pub async fn accept(
    store: &Store,
    moment: &Moment,
    account: AccountId,
    season: SeasonId,
    number: i64,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), account, season, number),
            |tx, &(ref moment, account, season, number)| {
                Box::pin(async move {
                    memberships::role_on_panel(tx, account, season)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let version = in_force(tx, season).await?.ok_or(StoreError::NotFound)?;
                    if version.number != number {
                        return Err(StoreError::Stale);
                    }
                    let row = acceptances::ActiveModel {
                        version_id: Set(version.id.0),
                        account_id: Set(account.0),
                        accepted_at: Set(moment.at()),
                    };
                    let once = OnConflict::columns([
                        acceptances::Column::VersionId,
                        acceptances::Column::AccountId,
                    ])
                    .do_nothing()
                    .to_owned();
                    let written = acceptances::Entity::insert(row)
                        .on_conflict(once)
                        .exec_without_returning(tx)
                        .await?;
                    if written == 0 {
                        return Ok(());
                    }
                    let fact = Fact::new(FactKind::ConfidentialityAccepted)
                        .in_season(season)
                        .about(account)
                        .with("version", version.number)
                        .with("digest", version.digest);
                    crate::ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Every version of a season, the latest first.
pub async fn list(store: &Store, season: SeasonId) -> Result<Vec<Version>, StoreError> {
    let rows = versions::Entity::find()
        .filter(versions::Column::SeasonId.eq(season.0))
        .order_by_desc(versions::Column::Number)
        .all(store.read())
        .await?;
    rows.into_iter().map(version).collect()
}

async fn last(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Option<Version>, StoreError> {
    let row = versions::Entity::find()
        .filter(versions::Column::SeasonId.eq(season.0))
        .order_by_desc(versions::Column::Number)
        .one(conn)
        .await?;
    row.map(version).transpose()
}

/// The version that is to be accepted, if the season asks for any.
pub(crate) async fn in_force(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Option<Version>, StoreError> {
    Ok(last(conn, season).await?.filter(Version::asks))
}

/// When this account accepted this version, if it did.
pub(crate) async fn accepted_at(
    conn: &impl ConnectionTrait,
    account: AccountId,
    version: ConfidentialityId,
) -> Result<Option<Timestamp>, StoreError> {
    let row = acceptances::Entity::find_by_id((version.0, account.0))
        .one(conn)
        .await?;
    row.map(|row| read(row.accepted_at)).transpose()
}

/// Whether this account has yet to accept what the season asks for.
pub(crate) async fn is_awaited(
    conn: &impl ConnectionTrait,
    account: AccountId,
    season: SeasonId,
) -> Result<bool, StoreError> {
    match in_force(conn, season).await? {
        None => Ok(false),
        Some(version) => Ok(accepted_at(conn, account, version.id).await?.is_none()),
    }
}

/// Refuses whoever has yet to accept what the season asks for: nothing of a case is for them before.
pub(crate) async fn refuse_before_acceptance(
    conn: &impl ConnectionTrait,
    account: AccountId,
    season: SeasonId,
) -> Result<(), StoreError> {
    if is_awaited(conn, account, season).await? {
        Err(Refusal::ConfidentialityNotAccepted.into())
    } else {
        Ok(())
    }
}

fn version(row: versions::Model) -> Result<Version, StoreError> {
    Ok(Version {
        id: row.id.into(),
        number: row.number,
        body: row.body,
        digest: row.digest,
        written_at: read(row.written_at)?,
    })
}
