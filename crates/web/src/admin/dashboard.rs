//! What needs doing next, in every season that is going on: `/admin`.

mod steps;
mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use jiff::Timestamp;
use plaudit_store::reports::dashboard;

use crate::config::PublicUrl;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::admin::Dashboard;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// When and where the page is looked at.
struct Here {
    now: Timestamp,
    /// The address under which visitors come.
    url: PublicUrl,
    /// Whether there is a mail server, so that letters leave the house.
    sends: bool,
}

/// Every season with its next steps.
async fn show(_: Dashboard, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let dashboard = dashboard::dashboard(&app.store, &admin.viewer()).await?;
    let here = Here {
        now: app.clock.now(),
        url: app.settings.public_url(),
        sends: app.settings.mail_server().is_some(),
    };
    Ok(view::page(&admin, &here, &dashboard))
}
