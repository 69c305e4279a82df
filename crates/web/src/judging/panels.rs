//! The panels on which somebody sits, in whatever role: `/judging/panels`.

mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::panels;

use crate::http::actor::Panellist;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::judging::Panels;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(list)
}

/// Who is on them, and when they meet.
async fn list(
    _: Panels,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let panels = panels::list(&app.store, &panellist.viewer()).await?;
    Ok(view::list(&panellist, &panels))
}
