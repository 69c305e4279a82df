//! Confidentiality terms as they are read: one's own at `/judging/confidentiality`, everybody's at `/admin/confidentiality`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    ids::{AccountId, SeasonId},
    membership::{Role, Status},
    programme::Programme,
    season::{self, Season},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only, panels};
use crate::{
    Store, StoreError,
    confidentiality::{self, Version},
    entities::confidentiality_acceptances as acceptances,
    memberships,
    moment::read,
    seasons,
};

/// What somebody on a panel is asked to accept, or has accepted.
#[derive(Clone, Debug)]
pub struct Own {
    /// The programme, whose zone the dates are shown in.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// The version in force.
    pub version: Version,
    /// When the viewer accepted it.
    pub accepted_at: Option<Timestamp>,
}

/// What the viewer is asked on the panels on which they sit; those that ask for nothing are left out.
pub async fn own(store: &Store, viewer: &Viewer) -> Result<Vec<Own>, StoreError> {
    let Viewer::Panellist(account) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let mut asked = Vec::new();
    // Nobody sits on more than a few panels, so each may cost statements.
    for panel in panels::list(store, viewer).await? {
        let conn = store.read();
        let Some(version) = confidentiality::in_force(conn, panel.season.id).await? else {
            continue;
        };
        asked.push(Own {
            accepted_at: confidentiality::accepted_at(conn, account, version.id).await?,
            programme: panel.programme,
            season: panel.season,
            version,
        });
    }
    Ok(asked)
}

/// Who accepted what in a season.
#[derive(Clone, Debug)]
pub struct Register {
    /// The programme and the season.
    pub about: Surroundings,
    /// Every version, the latest first.
    pub versions: Vec<Version>,
    /// Everybody who was ever on the panel, the chair first.
    pub rows: Vec<Row>,
}

/// Somebody on the panel, and what they accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they are on the panel.
    pub role: Role,
    /// Where their membership stands.
    pub status: Status,
    /// The numbers of the versions that they accepted, with when, the latest first.
    pub accepted: Vec<(i64, Timestamp)>,
}

impl Register {
    /// The version that is to be accepted.
    pub fn in_force(&self) -> Option<&Version> {
        self.versions.first().filter(|version| version.asks())
    }

    /// When somebody accepted the version in force.
    pub fn accepted_at(&self, row: &Row) -> Option<Timestamp> {
        let now = self.in_force()?.number;
        row.accepted
            .iter()
            .find(|(number, _)| *number == now)
            .map(|(_, at)| *at)
    }

    /// Who is on the panel now and has yet to accept.
    pub fn awaited(&self) -> usize {
        self.rows
            .iter()
            .filter(|row| row.status == Status::Active && self.accepted_at(row).is_none())
            .count()
    }
}

/// Every version, and who accepted which.
pub async fn register(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Register, StoreError> {
    administrator_only(viewer)?;
    let versions = confidentiality::list(store, season).await?;
    let numbers: BTreeMap<Uuid, i64> = versions
        .iter()
        .map(|version| (version.id.0, version.number))
        .collect();
    let found = acceptances::Entity::find()
        .filter(acceptances::Column::VersionId.is_in(numbers.keys().copied()))
        .order_by_desc(acceptances::Column::AcceptedAt)
        .all(store.read())
        .await?;
    let mut accepted: BTreeMap<AccountId, Vec<(i64, Timestamp)>> = BTreeMap::new();
    for row in found {
        let number = numbers.get(&row.version_id).copied().unwrap_or_default();
        accepted
            .entry(row.account_id.into())
            .or_default()
            .push((number, read(row.accepted_at)?));
    }
    let mut panel = memberships::panel(store, season).await?;
    panel.sort_by_key(|(membership, _)| panels::place(membership.role));
    let rows = panel
        .into_iter()
        .filter(|(membership, _)| {
            let came = !matches!(membership.status, Status::Invited | Status::Declined);
            came || accepted.contains_key(&membership.account)
        })
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(membership, account)| Row {
            name: account.name,
            email: account.email.to_string(),
            role: membership.role,
            status: membership.status,
            accepted: accepted.remove(&membership.account).unwrap_or_default(),
        })
        .collect();
    Ok(Register {
        about: Surroundings::load(store.read(), season).await?,
        versions,
        rows,
    })
}

/// The text of the programme's season before, for whoever writes this season's first.
pub async fn earlier(
    store: &Store,
    viewer: &Viewer,
    season: &Season,
) -> Result<Option<String>, StoreError> {
    administrator_only(viewer)?;
    let before = seasons::list(store, season.programme)
        .await?
        .into_iter()
        .filter(|other| other.id < season.id && other.status != season::Status::Cancelled)
        .max_by_key(|other| other.id);
    let Some(before) = before else {
        return Ok(None);
    };
    let version = confidentiality::in_force(store.read(), before.id).await?;
    Ok(version.map(|version| version.body))
}
