//! What screens and files read: one report for each, named for its screen, so that a page and the file beside it cannot
//! disagree. Each takes its viewer; what a viewer may not see is never computed for them.

pub mod case;
pub mod cases;
pub mod dashboard;
pub mod desk;
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
pub mod nominations_file;
pub mod outbox;
pub mod programme_page;
pub mod ranking;
pub mod scorecard;
pub mod scores;
pub mod shortlist;

use plaudit_domain::{
    ids::{AccountId, SeasonId},
    programme::Programme,
    season::{Category, Season},
};
use sea_orm::ConnectionTrait;

use crate::{StoreError, programmes, seasons};

/// A season with what surrounds it: every page about a season begins with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The programme, for its words and its zone.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// What is won in it, in its order.
    pub categories: Vec<Category>,
}

impl Surroundings {
    pub(crate) async fn load(
        conn: &impl ConnectionTrait,
        season: SeasonId,
    ) -> Result<Self, StoreError> {
        let season = seasons::load(conn, season).await?;
        Ok(Self {
            programme: programmes::load(conn, season.programme).await?,
            categories: seasons::load_categories(conn, season.id).await?,
            season,
        })
    }
}

/// For whom a report is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Anybody.
    Visitor,
    /// A judge, who sees only what is assigned to them and not kept from them.
    Judge(AccountId),
    /// An administrator.
    Administrator(AccountId),
}

/// Refuses everybody but administrators; to them there is no such report.
pub(crate) fn administrator_only(viewer: &Viewer) -> Result<(), StoreError> {
    match viewer {
        Viewer::Administrator(_) => Ok(()),
        Viewer::Visitor | Viewer::Judge(_) => Err(StoreError::NotFound),
    }
}
