//! How sure the ranking is, one step away from it: `/admin/ranking/{category}/certainty`.

mod sentences;
mod view;
mod views;

use axum::extract::State;
use plaudit_store::reports::certainty;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::admin::Certainty;
use crate::state::App;

/// What the scores as they are now support.
pub(super) async fn show(
    path: Certainty,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let sureness = certainty::certainty(&app.store, &admin.viewer(), path.category).await?;
    Ok(view::page(&admin, &sureness))
}
