//! The season that a page is about, with its programme, which says its name and its zone.

use jiff::tz::TimeZone;
use plaudit_domain::ids::{CategoryId, SeasonId};
use plaudit_domain::programme::Programme;
use plaudit_domain::season::Season;
use plaudit_store::{programmes, seasons};

use crate::http::error::PageError;
use crate::state::App;

/// A season and its programme.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// Whose season it is.
    pub(super) programme: Programme,
    /// The season.
    pub(super) season: Season,
    /// What is won in it first, if anything is yet.
    pub(super) category: Option<CategoryId>,
}

impl Run {
    /// The season of this id.
    pub(super) async fn load(app: &App, season: SeasonId) -> Result<Self, PageError> {
        let season = seasons::get(&app.store, season).await?;
        let programme = programmes::get(&app.store, season.programme).await?;
        let categories = seasons::categories(&app.store, season.id).await?;
        Ok(Self {
            programme,
            season,
            category: categories.first().map(|category| category.id),
        })
    }

    /// "IT-progress award, 2027".
    pub(super) fn name(&self) -> String {
        let title = self.programme.words.title.first();
        format!("{title}, {}", self.season.name)
    }

    /// The zone in which its deadlines are meant.
    pub(super) fn zone(&self) -> TimeZone {
        zone(&self.programme)
    }
}

/// The zone in which a programme's deadlines are meant.
pub(super) fn zone(programme: &Programme) -> TimeZone {
    TimeZone::get(programme.words.zone.name()).unwrap_or(TimeZone::UTC)
}
