//! What screens and files read: one report for each, named for its screen, so that a page and the file beside it cannot
//! disagree. Each takes its viewer; what a viewer may not see is never computed for them.

pub mod biographies;
pub mod case;
pub mod case_pack;
pub mod cases;
pub mod cases_chosen;
pub mod certainty;
pub mod confidentiality;
pub mod dashboard;
pub mod deliberation;
pub mod desk;
pub mod enquiries;
pub mod files;
pub mod gate;
pub mod history;
pub mod home;
pub mod interests;
pub mod judges;
pub mod names;
pub mod nomination;
pub mod nomination_admin;
pub mod nomination_form;
pub mod nominations;
pub mod nominations_chosen;
pub mod nominations_file;
pub mod others;
pub mod outbox;
pub mod outcome;
pub mod own_scores;
pub mod pack;
pub mod package;
pub mod panels;
pub mod plan;
pub mod programme_page;
pub mod progress;
pub mod publication;
pub mod quorum;
pub mod ranking;
pub mod referees;
pub mod reopenings;
pub mod rulings;
pub mod scorecard;
pub mod scores;
pub mod sheet;
pub mod shortlist;
pub mod stages;

use std::collections::BTreeMap;

use plaudit_domain::{
    ids::{AccountId, CategoryId, SeasonId},
    programme::Programme,
    season::{self, Category, Season},
    text::Texts,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{Store, StoreError, entities, memberships, programmes, seasons, texts};

/// A season with what surrounds it: every page about a season begins with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The programme, for its words and its zone.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// What is won in it, in its order.
    pub categories: Vec<Category>,
    /// The other seasons that are going on.
    pub others: Vec<OtherSeason>,
}

/// A season to which an administrator can change over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherSeason {
    /// Whose season it is.
    pub programme: Texts,
    /// The season.
    pub season: Season,
    /// The first of what is won in it.
    pub category: Option<CategoryId>,
}

impl Surroundings {
    /// What surrounds this season, for an administrator.
    pub async fn get(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Self, StoreError> {
        administrator_only(viewer)?;
        Self::load(store.read(), season).await
    }

    pub(crate) async fn load(
        conn: &impl ConnectionTrait,
        season: SeasonId,
    ) -> Result<Self, StoreError> {
        let season = seasons::load(conn, season).await?;
        Ok(Self {
            programme: programmes::load(conn, season.programme).await?,
            categories: seasons::load_categories(conn, season.id).await?,
            others: others(conn, season.id).await?,
            season,
        })
    }
}

async fn others(
    conn: &impl ConnectionTrait,
    but: SeasonId,
) -> Result<Vec<OtherSeason>, StoreError> {
    let over = [season::Status::Archived, season::Status::Cancelled].map(season::Status::as_str);
    let found = entities::seasons::Entity::find()
        .filter(entities::seasons::Column::Id.ne(but.0))
        .filter(entities::seasons::Column::Status.is_not_in(over))
        .order_by_asc(entities::seasons::Column::ProgrammeId)
        .order_by_desc(entities::seasons::Column::Id)
        .all(conn)
        .await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let titles: BTreeMap<Uuid, Texts> = entities::programmes::Entity::find()
        .all(conn)
        .await?
        .into_iter()
        .map(|row| Ok((row.id, texts::read(row.title_texts)?)))
        .collect::<Result<_, StoreError>>()?;
    let mut first: BTreeMap<Uuid, CategoryId> = BTreeMap::new();
    for row in entities::categories::Entity::find()
        .filter(entities::categories::Column::SeasonId.is_in(found.iter().map(|row| row.id)))
        .order_by_asc(entities::categories::Column::Position)
        .all(conn)
        .await?
    {
        first.entry(row.season_id).or_insert(row.id.into());
    }
    found
        .into_iter()
        .map(|row| {
            Ok(OtherSeason {
                programme: titles.get(&row.programme_id).cloned().unwrap_or_default(),
                category: first.get(&row.id).copied(),
                season: seasons::read(row)?,
            })
        })
        .collect()
}

/// For whom a report is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Anybody.
    Visitor,
    /// A judge, who sees only what is assigned to them and not kept from them.
    Judge(AccountId),
    /// The chair or deputy of some panel; a report asks of which with [`runs_panel`].
    Chair(AccountId),
    /// Somebody who sits on some panel, in whatever role; a report asks of which with [`sits_on_panel`].
    Panellist(AccountId),
    /// An administrator.
    Administrator(AccountId),
}

/// Refuses everybody but administrators; to them there is no such report.
pub(crate) fn administrator_only(viewer: &Viewer) -> Result<(), StoreError> {
    match viewer {
        Viewer::Administrator(_) => Ok(()),
        Viewer::Visitor | Viewer::Judge(_) | Viewer::Chair(_) | Viewer::Panellist(_) => {
            Err(StoreError::NotFound)
        }
    }
}

/// Refuses everybody but administrators and who runs this season's panel.
pub async fn runs_panel(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<(), StoreError> {
    match viewer {
        Viewer::Administrator(_) => Ok(()),
        Viewer::Chair(account) => memberships::role_on_panel(store.read(), *account, season)
            .await?
            .filter(|role| role.runs_panel())
            .map(|_| ())
            .ok_or(StoreError::NotFound),
        Viewer::Visitor | Viewer::Judge(_) | Viewer::Panellist(_) => Err(StoreError::NotFound),
    }
}

/// Refuses everybody but administrators and who sits on this season's panel.
pub async fn sits_on_panel(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<(), StoreError> {
    match viewer {
        Viewer::Administrator(_) => Ok(()),
        Viewer::Judge(account) | Viewer::Chair(account) | Viewer::Panellist(account) => {
            memberships::role_on_panel(store.read(), *account, season)
                .await?
                .map(|_| ())
                .ok_or(StoreError::NotFound)
        }
        Viewer::Visitor => Err(StoreError::NotFound),
    }
}
