//! How a season is decided: method, merit floor, quorum, shortlist size and tie-break, at `/admin/rules`.

pub(in crate::admin) mod form;
mod version;
pub(in crate::admin) mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_store::{StoreError, rule_sets};

use super::filled::{Filled, version as seen};
use super::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::Rules;
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(change)
        .merge(version::routes())
}

async fn show(path: Rules, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::edited(&app.store, run.season.id).await?;
    let filled = Filled::fresh(form::written(&run, &rules));
    Ok(view::show(&admin, &run, &rules, &filled).into_response())
}

/// Changes the rules of a draft, unless somebody else has meanwhile.
async fn change(
    path: Rules,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::edited(&app.store, run.season.id).await?;
    let words = match form::parse(&raw) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::show(&admin, &run, &rules, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    let season = run.season.id;
    match rule_sets::change(&app.store, &moment, season, seen(&raw), words).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "rules-saved")).then(path)),
        Err(StoreError::Stale) => {
            let run = Run::load(&app, season).await?;
            let now = rule_sets::edited(&app.store, season).await?;
            let filled = Filled::stale(raw, form::written(&run, &now));
            Ok(filled.answer(view::show(&admin, &run, &now, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}
