//! What the scores say of the panel, for chair and deputy once they are locked: `/judging/diagnostics/{category}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::certainty;

use crate::http::actor::Chair;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::judging::Diagnostics;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// What they say, without the cases that the chair is kept from.
async fn show(
    path: Diagnostics,
    chair: Chair,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let sureness = certainty::for_chair(&app.store, &chair.viewer(), path.category).await?;
    Ok(view::page(&chair, &sureness))
}
