//! What needs doing next, in every season that is going on: `/admin`.

mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::dashboard;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::admin::Dashboard;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// Every season with its next steps.
async fn show(_: Dashboard, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let dashboard = dashboard::dashboard(&app.store, &admin.viewer()).await?;
    Ok(view::page(&admin, &dashboard))
}
