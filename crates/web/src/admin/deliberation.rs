//! What the panel resolved of each finalist, and why: `/admin/deliberation/{category}`.

mod finalist;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::case::{Event, Status};
use plaudit_domain::ids::{CaseId, CategoryId};
use plaudit_store::reports::Surroundings;
use plaudit_store::reports::deliberation::minutes;
use plaudit_store::reports::ranking::RankingRow;
use plaudit_store::reports::shortlist::{self as report, Shortlist};
use plaudit_store::{StoreError, deliberation};

use super::deciding::{Attempt, EVENT, REASON, REASON_UNDO, find};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Deliberation, Minutes, Resolution, ResolutionRemoval};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_get(show_minutes)
        .typed_get(show_finalist)
        .typed_post(resolve)
        .typed_post(undo)
}

/// The finalists, in the order of the ranking.
fn finalists(found: &Shortlist) -> Vec<&RankingRow> {
    let rows = found.ranking.rows.iter();
    rows.filter(|row| is_finalist(row.status)).collect()
}

fn is_finalist(status: Status) -> bool {
    status == Status::Shortlisted || is_settled(status)
}

/// Whether the panel's result is recorded.
fn is_settled(status: Status) -> bool {
    matches!(
        status,
        Status::Awarded
            | Status::HighlyCommended
            | Status::NotAwarded
            | Status::Declined
            | Status::Rescinded
    )
}

/// What was resolved so far.
async fn show(
    path: Deliberation,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let found = report::for_the_meeting(&app.store, &admin.viewer(), path.category).await?;
    let season = found.ranking.about.season.id;
    let unsettled = deliberation::unsettled(&app.store, &admin.viewer(), season).await?;
    let awaits = deliberation::awaits_signature(&app.store, season).await?;
    Ok(view::page(&admin, &found, (unsettled, awaits)))
}

/// The minutes of the meeting.
async fn show_minutes(
    path: Minutes,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let viewer = admin.viewer();
    let minutes = minutes::get(&app.store, &viewer, path.category).await?;
    let about = Surroundings::get(&app.store, &viewer, minutes.season.id).await?;
    Ok(view::minutes(&admin, &about, &minutes))
}

/// One finalist, whose result is recorded.
async fn show_finalist(
    path: Resolution,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    load(
        &app,
        &admin,
        (path.category, path.case),
        &Attempt::default(),
    )
    .await
}

async fn load(
    app: &App,
    admin: &Admin,
    (category, case): (CategoryId, CaseId),
    attempt: &Attempt,
) -> Result<Answer, PageError> {
    let found = report::for_the_meeting(&app.store, &admin.viewer(), category).await?;
    let row = find(&found, case)?;
    Ok(finalist::page(admin, &found, row, attempt))
}

/// Records a finalist's result.
async fn resolve(
    path: Resolution,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let attempt = Attempt::new(raw);
    let event = Event::parse(attempt.raw.trimmed(EVENT)).map_err(|_| PageError::NotFound)?;
    let place = (path.category, path.case);
    let tried = (attempt, event, REASON);
    settle(&app, &admin, place, tried, "deliberation-recorded").await
}

/// Takes a finalist's result back.
async fn undo(
    path: ResolutionRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let place = (path.category, path.case);
    let tried = (Attempt::new(raw), Event::UndoResolution, REASON_UNDO);
    settle(&app, &admin, place, tried, "deliberation-undone").await
}

async fn settle(
    app: &App,
    admin: &Admin,
    place: (CategoryId, CaseId),
    (mut attempt, event, field): (Attempt, Event, &'static str),
    notice: &str,
) -> Result<Response, PageError> {
    let reason = attempt.reason(field, true);
    if !attempt.errors.is_empty() {
        return Ok(load(app, admin, place, &attempt).await?.unprocessable());
    }
    let seen = (place.1, attempt.version());
    let moment = app.moment(admin.actor());
    let done: Result<(), StoreError> =
        deliberation::resolve(&app.store, &moment, seen, event, &reason).await;
    match attempt.settle(field, done)? {
        Ok(()) => {
            let category = place.0;
            Ok(Notice::good(admin.words.get(notice)).then(Deliberation { category }))
        }
        Err(attempt) => {
            let page = load(app, admin, place, &attempt).await?;
            Ok(attempt.again(page))
        }
    }
}
