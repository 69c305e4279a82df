//! Every file of a season, and the saved choices of columns: `/admin/files/{season}`.

mod choices;
mod offered;
mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::files;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::admin::Files;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).merge(choices::routes())
}

/// Every file.
async fn show(path: Files, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let files = files::get(&app.store, &admin.viewer(), path.season).await?;
    Ok(view::page(&admin, &files))
}
