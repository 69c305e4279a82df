//! A judge's desk: what is left, done and next, at `/judging`.

mod own_scores;
mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::desk;

use crate::http::actor::Judge;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::judging::Desk;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// Every case of every season in which the judge is active.
async fn show(_: Desk, judge: Judge, State(app): State<App>) -> Result<Answer, PageError> {
    let seasons = desk::seasons(&app.store, &judge.viewer()).await?;
    Ok(view::page(&judge, &seasons))
}
