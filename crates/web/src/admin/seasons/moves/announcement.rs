//! What an announcement makes public, to be read before it does: `/admin/seasons/{season}/announcement`.

pub(super) mod view;

use jiff::Timestamp;
use plaudit_domain::policy;
use plaudit_store::reports::Viewer;
use plaudit_store::reports::outcome::{self, Preview};

use crate::admin::run::Run;
use crate::http::error::PageError;
use crate::state::App;

/// What would become public now.
#[derive(Debug)]
pub(super) struct Announcement {
    preview: Preview,
    /// The installation's key, under which results are published.
    public_key: [u8; 32],
    /// Whether it is before the published time.
    pub(super) is_early: bool,
    now: Timestamp,
}

impl Announcement {
    pub(super) async fn look(app: &App, viewer: &Viewer, run: &Run) -> Result<Self, PageError> {
        let now = app.clock.now();
        Ok(Self {
            preview: outcome::preview(&app.store, viewer, run.season.id).await?,
            public_key: plaudit_store::secrets::public_key(&app.store),
            is_early: policy::is_early(&run.season.timetable, now),
            now,
        })
    }
}
