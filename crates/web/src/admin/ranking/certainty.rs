//! How sure the ranking is, one step away from it: `/admin/ranking/{category}/certainty`.

pub(super) mod sentences;
mod view;
mod views;

use axum::extract::State;
use plaudit_domain::policy;
use plaudit_store::reports::{certainty, plan};

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
    let viewer = admin.viewer();
    let sureness = certainty::certainty(&app.store, &viewer, path.category).await?;
    let season = &sureness.ranking.about.season;
    // Whoever is kept from a case does not plan, and who judges what is planned until the scores are locked.
    let may_ask = !sureness.ranking.is_partial && policy::may_plan(season.status).is_ok();
    let made = if may_ask {
        plan::plan(&app.store, &viewer, season.id).await?.made
    } else {
        None
    };
    Ok(view::page(&admin, &sureness, made.as_ref()))
}
