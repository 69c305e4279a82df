//! A season's practice case with the panel's answers, at `/admin/practice/{season}`.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_store::{StoreError, practice, rule_sets};

use super::filled::{Filled, version};
use super::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{Practice, PracticeRemoval};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(write)
        .typed_post(remove)
}

async fn show(path: Practice, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::current(&app.store, path.season).await?;
    let kept = practice::find(&app.store, path.season).await?;
    let filled = Filled::fresh(form::written(kept.as_ref(), &rules));
    Ok(view::show(&admin, &run, &rules, &filled, kept.is_some()).into_response())
}

/// Writes it, unless somebody else has meanwhile.
async fn write(
    path: Practice,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let run = Run::load(&app, season).await?;
    let rules = rule_sets::current(&app.store, season).await?;
    let words = match form::parse(&admin.words, &raw, &rules) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::show(&admin, &run, &rules, &filled, true)));
        }
    };
    let moment = app.moment(admin.actor());
    match practice::write(&app.store, &moment, season, words, version(&raw)).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "practice-saved")).then(path)),
        Err(StoreError::Stale) => {
            let now = practice::find(&app.store, season).await?;
            let filled = Filled::stale(raw, form::written(now.as_ref(), &rules));
            Ok(filled.answer(view::show(&admin, &run, &rules, &filled, true)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Goes on without one.
async fn remove(
    path: PracticeRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let season = path.season;
    practice::remove(&app.store, season).await?;
    Ok(Notice::plain(say!(admin.words, "practice-removed")).then(Practice { season }))
}
