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

pub(super) use view::rank;

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
    let (store, viewer, category) = (&app.store, admin.viewer(), path.category);
    let asked = RawForm::from_bytes(query.unwrap_or_default().as_bytes());
    if asked.trimmed(STAGE) == Kind::Scoring.as_str() {
        let now = ranking::ranking(store, &viewer, category).await?;
        if now.stage == Kind::Interview {
            let before = ranking::of_stage(store, &viewer, category, Kind::Scoring).await?;
            return Ok(view::before(&admin, &before).into_response());
        }
    }
    let errors = match what_if::parse(&asked) {
        _ if asked.is_empty() => None,
        Ok(what_if) => {
            let tried = ranking::what_if(store, &viewer, category, &what_if).await?;
            let filled = Filled::fresh(what_if::written(&tried.rules));
            return Ok(view::tried(&admin, &tried, &filled).into_response());
        }
        Err(errors) => Some(errors),
    };
    let (decided, known) = sureness::ranking(store, &viewer, category).await?;
    let filled = match errors {
        None => Filled::fresh(what_if::written(&decided.rules)),
        Some(errors) => Filled::wrong(asked, errors),
    };
    Ok(filled.answer(view::page(&admin, &decided, known.as_ref(), &filled)))
}
