//! What is open and until when, what comes, and what is past: `/`.

mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::home;

use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::public::Home;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// Lists the programmes that the public may know of.
async fn show(_: Home, visitor: Visitor, State(app): State<App>) -> Result<Answer, PageError> {
    let rows = home::read(&app.store, &visitor.viewer(), app.clock.now()).await?;
    Ok(view::page(&visitor, &rows))
}
