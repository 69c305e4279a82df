//! What the scores support, with the merit floor, ties and the cut: `/admin/ranking/{category}`; and with another method,
//! floor or size tried by the address, which decides nothing.

mod certainty;
mod note;
mod view;
mod views;
mod what_if;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::stage::Kind;
use plaudit_store::reports::{certainty as sureness, ranking};

use super::filled::Filled;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::paths::admin::Ranking;
use crate::state::App;

/// The query's name for an earlier stage.
const STAGE: &str = "stage";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_get(certainty::show)
}

/// The ranking as it is now, by the rules that decide or by others that are tried.
async fn show(
    path: Ranking,
    admin: Admin,
    RawQuery(query): RawQuery,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let asked = RawForm::from_bytes(query.unwrap_or_default().as_bytes());
    let (decided, known) = sureness::ranking(&app.store, &admin.viewer(), path.category).await?;
    let stage = asked.trimmed(STAGE);
    if decided.stage == Kind::Interview && stage == Kind::Scoring.as_str() {
        let viewer = admin.viewer();
        let before = ranking::of_stage(&app.store, &viewer, path.category, Kind::Scoring).await?;
        return Ok(view::before(&admin, &before).into_response());
    }
    if asked.is_empty() {
        let filled = Filled::fresh(what_if::written(&decided.rules));
        return Ok(view::page(&admin, &decided, known.as_ref(), &filled).into_response());
    }
    match what_if::parse(&asked) {
        Ok(what_if) => {
            let tried =
                ranking::what_if(&app.store, &admin.viewer(), path.category, &what_if).await?;
            let filled = Filled::fresh(what_if::written(&tried.rules));
            Ok(view::tried(&admin, &tried, &filled).into_response())
        }
        Err(errors) => {
            let filled = Filled::wrong(asked, errors);
            Ok(filled.answer(view::page(&admin, &decided, known.as_ref(), &filled)))
        }
    }
}
