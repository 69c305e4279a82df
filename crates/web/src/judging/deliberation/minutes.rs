//! The minutes, and the resolution that is signed below them: `/judging/deliberation/{category}/minutes`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::CategoryId;
use plaudit_store::reports::deliberation::minutes as report;
use plaudit_store::{StoreError, deliberation};

use crate::http::actor::Panellist;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Minutes, Resolution};
use crate::say;
use crate::shown::decision::VERSION;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_post(sign)
}

/// The minutes as they stand.
async fn show(
    path: Minutes,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    load(&app, &panellist, path.category, false).await
}

async fn load(
    app: &App,
    panellist: &Panellist,
    category: CategoryId,
    is_stale: bool,
) -> Result<Answer, PageError> {
    let minutes = report::get(&app.store, &panellist.viewer(), category).await?;
    Ok(view::page(panellist, &minutes, is_stale))
}

/// Signs what was read; if anything changed since, the minutes are shown again.
async fn sign(
    path: Resolution,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let category = path.category;
    let seen = raw.trimmed(VERSION).parse().unwrap_or(-1);
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    match deliberation::sign(&app.store, &moment, by, category, seen).await {
        Ok(()) => {
            app.live.changed(category);
            let said = say!(panellist.words, "minutes-signed");
            Ok(Notice::good(said).then(Minutes { category }))
        }
        Err(StoreError::Stale) => Ok(load(&app, &panellist, category, true).await?.conflict()),
        Err(error) => Err(error.into()),
    }
}
