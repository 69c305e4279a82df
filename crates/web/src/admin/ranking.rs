//! What the scores support, with the merit floor, ties and the cut: `/admin/ranking/{category}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::ranking;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::admin::Ranking;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// The ranking as it is now.
async fn show(path: Ranking, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let ranking = ranking::ranking(&app.store, &admin.viewer(), path.category).await?;
    Ok(view::page(&admin, &ranking))
}
