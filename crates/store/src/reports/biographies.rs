//! Public biographies as they are read: by whom they are about, by administrators, and by anybody.

use std::collections::BTreeMap;

use plaudit_domain::{
    ids::{MembershipId, SeasonId},
    membership::{Role, Status},
    programme::Programme,
    season::Season,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only, gate, panels};
use crate::{
    Store, StoreError, accounts,
    biographies::{self, Biography, BiographyWords},
    entities::biographies as rows,
    memberships::{self, Membership},
};

/// One's own biography for a season.
#[derive(Clone, Debug)]
pub struct Own {
    /// The programme.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// Their name, as the panel knows it.
    pub name: String,
    /// What is written.
    pub biography: Option<Biography>,
}

/// One's own biography, where the season shows who judges; else there is no such page.
pub async fn own(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Own, StoreError> {
    let Viewer::Panellist(account) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    let place = biographies::place(conn, account, season).await?;
    if !biographies::is_shown_in(conn, season).await? {
        return Err(StoreError::NotFound);
    }
    let (programme, season) = gate::place(store, season).await?;
    Ok(Own {
        programme,
        season,
        name: accounts::get(store, account).await?.name,
        biography: biographies::find_in(conn, place).await?,
    })
}

/// Who judges, as administrators see it.
#[derive(Clone, Debug)]
pub struct Panel {
    /// The programme and the season.
    pub about: Surroundings,
    /// Whether it is shown in public.
    pub is_shown: bool,
    /// Everybody on the panel, the chair first.
    pub rows: Vec<Row>,
}

/// Somebody on the panel, with what is written of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Their place.
    pub membership: MembershipId,
    /// Their name, as the panel knows it.
    pub name: String,
    /// What they are on it.
    pub role: Role,
    /// What is written.
    pub biography: Option<Biography>,
    /// Whether they agreed to these words, since they last joined the panel.
    pub is_agreed: bool,
}

/// Everybody on a season's panel, with what is written of them.
pub async fn panel(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Panel, StoreError> {
    administrator_only(viewer)?;
    Ok(Panel {
        about: Surroundings::load(store.read(), season).await?,
        is_shown: biographies::is_shown_in(store.read(), season).await?,
        rows: listed(store, season).await?,
    })
}

/// Somebody who judges, as anybody may know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicBiography {
    /// What they are on the panel.
    pub role: Role,
    /// What they agreed to have shown.
    pub said: BiographyWords,
}

/// Who judges, in public: those who agreed, where the season shows it.
pub(super) async fn public(
    store: &Store,
    season: SeasonId,
) -> Result<Vec<PublicBiography>, StoreError> {
    if !biographies::is_shown_in(store.read(), season).await? {
        return Ok(Vec::new());
    }
    let rows = listed(store, season).await?.into_iter();
    Ok(rows
        .filter(|row| row.is_agreed)
        .filter_map(|row| {
            Some(PublicBiography {
                role: row.role,
                said: row.biography?.said,
            })
        })
        .collect())
}

/// Those who sit on the panel now: whoever was suspended, left or never came is not among them.
async fn listed(store: &Store, season: SeasonId) -> Result<Vec<Row>, StoreError> {
    let mut panel = memberships::panel(store, season).await?;
    panel.retain(|(membership, _)| membership.status == Status::Active);
    panel.sort_by_key(|(membership, _)| panels::place(membership.role));
    let ids = panel.iter().map(|(membership, _)| membership.id.0);
    let mut written: BTreeMap<Uuid, Biography> = rows::Entity::find()
        .filter(rows::Column::MembershipId.is_in(ids))
        .all(store.read())
        .await?
        .into_iter()
        .map(|row| Ok((row.membership_id, biographies::read(row)?)))
        .collect::<Result<_, StoreError>>()?;
    Ok(panel
        .into_iter()
        .map(|(membership, account)| {
            let biography = written.remove(&membership.id.0);
            Row {
                is_agreed: is_agreed(&membership, biography.as_ref()),
                membership: membership.id,
                name: account.name,
                role: membership.role,
                biography,
            }
        })
        .collect())
}

/// Whoever left and came back is asked again.
fn is_agreed(membership: &Membership, biography: Option<&Biography>) -> bool {
    biography
        .and_then(|biography| biography.agreed_at)
        .is_some_and(|at| membership.answered_at.is_none_or(|joined| at >= joined))
}
