//! The panels on which somebody sits: behind `/judging/panels`.

use plaudit_domain::{
    ids::AccountId,
    membership::{Role, Status},
    programme::Programme,
    season::{self, Category, Season},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Viewer;
use crate::{
    Store, StoreError, biographies, confidentiality,
    entities::{memberships as rows, seasons as season_rows},
    memberships, programmes, seasons,
};

/// A panel on which the viewer sits.
#[derive(Clone, Debug)]
pub struct PanelRow {
    /// The programme, whose zone the dates are shown in.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// What the viewer is on it.
    pub role: Role,
    /// Whether there are confidentiality terms to read.
    pub asks_confidentiality: bool,
    /// Whether the season shows in public who judges.
    pub is_public: bool,
    /// What is won in the season.
    pub categories: Vec<Category>,
    /// Everybody who sits on it, the chair first.
    pub members: Vec<PanelMember>,
}

/// Somebody on a panel, as the others know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelMember {
    /// Their name.
    pub name: String,
    /// What they are.
    pub role: Role,
}

/// The panels on which the viewer sits, the latest season first; those that are over are left out.
pub async fn list(store: &Store, viewer: &Viewer) -> Result<Vec<PanelRow>, StoreError> {
    let (Viewer::Panellist(account) | Viewer::Judge(account) | Viewer::Chair(account)) = *viewer
    else {
        return Err(StoreError::NotFound);
    };
    let over = [season::Status::Archived, season::Status::Cancelled].map(season::Status::as_str);
    let conn = store.read();
    let places = rows::Entity::find()
        .filter(rows::Column::AccountId.eq(account.0))
        .filter(rows::Column::Role.is_in(Role::PANEL.iter().map(|role| role.as_str())))
        .filter(rows::Column::Status.eq(Status::Active.as_str()))
        .all(conn)
        .await?;
    let found = season_rows::Entity::find()
        .filter(season_rows::Column::Id.is_in(places.iter().map(|row| row.scope_id)))
        .filter(season_rows::Column::Status.is_not_in(over))
        .order_by_desc(season_rows::Column::Id)
        .all(conn)
        .await?;
    let programmes = programmes::list(store).await?;
    let mut panels = Vec::with_capacity(found.len());
    for row in found {
        let season = seasons::read(row)?;
        let programme = programmes
            .iter()
            .find(|programme| programme.id == season.programme)
            .cloned()
            .ok_or(StoreError::NotFound)?;
        panels.push(panel(store, account, programme, season).await?);
    }
    Ok(panels)
}

/// One season's panel. Nobody sits on more than a few, so each may cost a statement.
async fn panel(
    store: &Store,
    account: AccountId,
    programme: Programme,
    season: Season,
) -> Result<PanelRow, StoreError> {
    let mut active: Vec<_> = memberships::panel(store, season.id)
        .await?
        .into_iter()
        .filter(|(membership, _)| membership.status == Status::Active)
        .collect();
    active.sort_by_key(|(membership, _)| place(membership.role));
    let role = active
        .iter()
        .find(|(membership, _)| membership.account == account)
        .map(|(membership, _)| membership.role)
        .ok_or(StoreError::NotFound)?;
    let members = active
        .into_iter()
        .map(|(membership, account)| PanelMember {
            name: account.name,
            role: membership.role,
        })
        .collect();
    let terms = confidentiality::in_force(store.read(), season.id).await?;
    Ok(PanelRow {
        asks_confidentiality: terms.is_some(),
        is_public: biographies::is_shown_in(store.read(), season.id).await?,
        categories: seasons::load_categories(store.read(), season.id).await?,
        programme,
        season,
        role,
        members,
    })
}

/// The chair first, then as [`Role::PANEL`] lists them.
pub(crate) fn place(role: Role) -> usize {
    Role::PANEL
        .iter()
        .position(|other| *other == role)
        .unwrap_or(Role::PANEL.len())
}
