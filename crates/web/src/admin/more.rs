//! What a season can do beyond the small award, each switched on when somebody asks for it: `/admin/more/{season}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::{assignments, biographies, confidentiality, plans, rule_sets};

use super::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::admin::More;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// Everything that there is, and whether it is on.
async fn show(path: More, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let run = Run::load(&app, path.season).await?;
    let is_planned = plans::find(&app.store, path.season).await?.is_some();
    let has_stages = rule_sets::current(&app.store, path.season)
        .await?
        .stages
        .are_on();
    let days = assignments::reminding_days(&app.store, path.season).await?;
    let terms = confidentiality::list(&app.store, path.season).await?;
    let asks = terms.first().is_some_and(confidentiality::Version::asks);
    let shows = biographies::is_shown(&app.store, path.season).await?;
    let switches = [
        ("assignment", is_planned),
        ("stages", has_stages),
        ("confidentiality", asks),
        ("biographies", shows),
        ("reminding", days.is_some()),
    ];
    Ok(view::page(&admin, &run, &switches))
}
