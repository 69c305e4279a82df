//! The stages of a season beside the scoring, and who judges in which, at `/admin/stages/{season}`.

mod form;
mod next;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::stages as report;
use plaudit_store::{StoreError, stages};

use super::deciding::Attempt;
use super::filled::{Filled, version as seen};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{StageInterviews, StageJudges, Stages};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(change)
        .typed_post(mark)
        .typed_post(appoint)
        .merge(next::routes())
}

/// What the stages are: a form while the rules are a draft.
async fn show(path: Stages, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    page(&app, &admin, &path, None, &Attempt::default()).await
}

/// The page, with what was typed into its forms, if anything was.
async fn page(
    app: &App,
    admin: &Admin,
    path: &Stages,
    filled: Option<Filled>,
    attempt: &Attempt,
) -> Result<Answer, PageError> {
    let found = report::get(&app.store, &admin.viewer(), path.season).await?;
    let filled = filled.unwrap_or_else(|| Filled::fresh(form::written(&found)));
    Ok(view::page(admin, &found, &filled, attempt))
}

/// Says in a draft which stages there are, unless somebody else has changed it meanwhile.
async fn change(
    path: Stages,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let nothing = Attempt::default();
    let words = match form::parse(&raw) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            let page = page(&app, &admin, &path, Some(filled), &nothing).await?;
            return Ok(page.unprocessable());
        }
    };
    let moment = app.moment(admin.actor());
    match stages::change(&app.store, &moment, path.season, seen(&raw), words).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "stages-saved")).then(path)),
        Err(StoreError::Stale) => {
            let found = report::get(&app.store, &admin.viewer(), path.season).await?;
            let filled = Filled::stale(raw, form::written(&found));
            let page = view::page(&admin, &found, &filled, &nothing);
            Ok(page.conflict())
        }
        Err(error) => Err(error.into()),
    }
}

/// Says who judges in which stage.
async fn mark(
    path: StageJudges,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let found = report::get(&app.store, &admin.viewer(), season).await?;
    let marks = form::marks(&raw, &found);
    let moment = app.moment(admin.actor());
    stages::set_judges(&app.store, &moment, season, marks).await?;
    Ok(Notice::good(say!(admin.words, "stages-judges-saved")).then(Stages { season }))
}

/// Says when and where finalists are met.
async fn appoint(
    path: StageInterviews,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let found = report::get(&app.store, &admin.viewer(), season).await?;
    match form::appointments(&raw, &found) {
        Ok(appointments) => {
            let moment = app.moment(admin.actor());
            stages::appoint(&app.store, &moment, season, appointments).await?;
            Ok(
                Notice::good(say!(admin.words, "stages-appointments-saved"))
                    .then(Stages { season }),
            )
        }
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            let page = view::page(&admin, &found, &filled, &Attempt::default());
            Ok(page.unprocessable())
        }
    }
}
