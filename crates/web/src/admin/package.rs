//! What the results package holds, to whom it may be given, and how it is checked: `/admin/package/{category}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::package;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::admin::Package;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// The page, with the key that the package is signed under.
async fn show(path: Package, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let about = package::about(&app.store, &admin.viewer(), path.category).await?;
    Ok(view::page(&admin, &about))
}
