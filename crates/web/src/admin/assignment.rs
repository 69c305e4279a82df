//! Who judges what, where not everybody reads everything: planned, looked at, changed and published, at
//! `/admin/assignment/{season}`.

pub(super) mod case;
mod form;
mod impossible;
mod judges;
mod matches;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::SeasonId;
use plaudit_store::reports::plan::{self, Made, PlanPage};
use plaudit_store::{StoreError, plans};

use super::filled::{Filled, version};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{
    Assignment, AssignmentProposal, AssignmentPublication, AssignmentRemoval,
};
use crate::say;
use crate::state::App;

/// The query's name for a page of the cases.
const PAGE: &str = "page";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(set_options)
        .typed_post(remove)
        .typed_post(propose)
        .typed_get(preview_publication)
        .typed_post(publish)
        .merge(judges::routes())
        .merge(matches::routes())
        .merge(case::routes())
}

impl Assignment {
    /// A page of the cases.
    fn page(&self, page: u64) -> String {
        format!("{self}?{PAGE}={page}")
    }
}

async fn load(app: &App, admin: &Admin, season: SeasonId) -> Result<PlanPage, PageError> {
    Ok(plan::plan(&app.store, &admin.viewer(), season).await?)
}

/// The season's plan; where there is none, no such page.
async fn load_made(
    app: &App,
    admin: &Admin,
    season: SeasonId,
) -> Result<(PlanPage, Made), PageError> {
    let mut page = load(app, admin, season).await?;
    let made = page.made.take().ok_or(PageError::NotFound)?;
    Ok((page, made))
}

/// The plan as it is, or what it would mean to have one.
async fn show(
    path: Assignment,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let page = query.trimmed(PAGE).parse().unwrap_or(1);
    let found = load(&app, &admin, path.season).await?;
    let filled = Filled::fresh(form::written(found.made.as_ref()));
    Ok(view::page(&admin, &found, page, &filled))
}

/// Makes a plan, or changes what is asked of it.
async fn set_options(
    path: Assignment,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let options = match form::parse(&raw) {
        Ok(options) => options,
        Err(errors) => {
            let found = load(&app, &admin, season).await?;
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::page(&admin, &found, 1, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    match plans::set_options(&app.store, &moment, season, version(&raw), options).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "assignment-saved")).then(path)),
        Err(StoreError::Stale) => {
            let found = load(&app, &admin, season).await?;
            let filled = Filled::stale(raw, form::written(found.made.as_ref()));
            Ok(filled.answer(view::page(&admin, &found, 1, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Everybody reads everything again.
async fn remove(
    path: AssignmentRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    plans::remove(&app.store, path.season).await?;
    let season = path.season;
    Ok(Notice::good(say!(admin.words, "assignment-removed")).then(Assignment { season }))
}

/// Makes the plan anew; or says what stands in its way.
async fn propose(
    path: AssignmentProposal,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let moment = app.moment(admin.actor());
    match plans::propose(&app.store, &moment, season, version(&raw)).await? {
        Ok(()) => {
            Ok(Notice::good(say!(admin.words, "assignment-proposed")).then(Assignment { season }))
        }
        Err(impossible) => {
            let (page, made) = load_made(&app, &admin, season).await?;
            Ok(impossible::impossible(&admin, &page, &made, &impossible).conflict())
        }
    }
}

/// What publishing would mean.
async fn preview_publication(
    path: AssignmentPublication,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let (page, made) = load_made(&app, &admin, path.season).await?;
    Ok(view::publication(&admin, &page, &made))
}

/// Lays what is proposed on the desks.
async fn publish(
    path: AssignmentPublication,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let moment = app.moment(admin.actor());
    let done = plans::publish(&app.store, &moment, season, version(&raw)).await?;
    let said = say!(
        admin.words,
        "assignment-published",
        count = done.published,
        withdrawn = done.withdrawn,
        dropped = done.dropped
    );
    let notice = if done.dropped > 0 {
        Notice::plain(said)
    } else {
        Notice::good(said)
    };
    Ok(notice.then(Assignment { season }).into_response())
}
