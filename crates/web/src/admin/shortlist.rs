//! Who is put forward, held in reserve or left out, and why: `/admin/shortlist/{category}`.

mod cut;
mod place;
mod together;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::case;
use plaudit_domain::ids::{CaseId, CategoryId};
use plaudit_domain::season::Status;
use plaudit_store::StoreError;
use plaudit_store::cases::Seen;
use plaudit_store::reports::{quorum, shortlist as report};
use plaudit_store::shortlist;
use uuid::Uuid;

use super::deciding::{Attempt, EVENT, REASON, REASON_UNDO, find};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Cut, Place, PlaceRemoval, Shortlist};
use crate::say;
use crate::state::App;

/// A case of the preview, with the version in which it was seen: `id.version`.
const PREVIEWED: &str = "previewed";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_get(preview)
        .typed_post(take)
        .typed_get(show_place)
        .typed_post(decide)
        .typed_post(undo)
        .merge(together::routes())
}

/// The shortlist as it is now.
async fn show(path: Shortlist, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let found = report::shortlist(&app.store, &admin.viewer(), path.category).await?;
    Ok(view::page(&admin, &found))
}

/// What taking the cut would put forward.
async fn preview(path: Cut, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    load_cut(&app, &admin, path.category, &Attempt::default()).await
}

async fn load_cut(
    app: &App,
    admin: &Admin,
    category: CategoryId,
    attempt: &Attempt,
) -> Result<Answer, PageError> {
    let viewer = admin.viewer();
    let found = report::shortlist(&app.store, &viewer, category).await?;
    let season = &found.ranking.about.season;
    let owed = if season.status == Status::Judging {
        let missing = quorum::get(&app.store, &viewer, season.id).await?;
        missing.owing().iter().map(|owing| owing.missing).sum()
    } else {
        0
    };
    Ok(cut::page(admin, &found.ranking, owed, attempt))
}

/// Puts forward what the preview showed, or shows the new preview if that has changed.
async fn take(
    path: Cut,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, false);
    if !attempt.errors.is_empty() {
        let page = load_cut(&app, &admin, path.category, &attempt).await?;
        return Ok(page.unprocessable());
    }
    let seen = attempt.raw.all(PREVIEWED).filter_map(seen).collect();
    let moment = app.moment(admin.actor());
    let done = shortlist::take(&app.store, &moment, path.category, seen, &reason).await;
    match attempt.settle(REASON, done)? {
        Ok(count) => {
            let category = path.category;
            let notice = say!(admin.words, "shortlist-taken", count = count);
            Ok(Notice::good(notice).then(Shortlist { category }))
        }
        Err(attempt) => {
            let page = load_cut(&app, &admin, path.category, &attempt).await?;
            Ok(page.conflict())
        }
    }
}

fn seen(text: &str) -> Option<Seen> {
    let (id, version) = text.split_once('.')?;
    Some((Uuid::parse_str(id).ok()?.into(), version.parse().ok()?))
}

/// One case, to be decided on.
async fn show_place(
    path: Place,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    load_place(
        &app,
        &admin,
        (path.category, path.case),
        &Attempt::default(),
    )
    .await
}

async fn load_place(
    app: &App,
    admin: &Admin,
    (category, case): (CategoryId, CaseId),
    attempt: &Attempt,
) -> Result<Answer, PageError> {
    let found = report::shortlist(&app.store, &admin.viewer(), category).await?;
    let row = find(&found, case)?;
    Ok(place::page(admin, &found, row, attempt))
}

async fn answer(
    app: &App,
    admin: &Admin,
    place: (CategoryId, CaseId),
    (attempt, field): (Attempt, &'static str),
    done: Result<(), StoreError>,
    notice: &str,
) -> Result<Response, PageError> {
    match attempt.settle(field, done)? {
        Ok(()) => {
            let category = place.0;
            Ok(Notice::good(admin.words.get(notice)).then(Shortlist { category }))
        }
        Err(attempt) => {
            let page = load_place(app, admin, place, &attempt).await?;
            Ok(attempt.again(page))
        }
    }
}

/// Puts a case forward, holds it in reserve, promotes it or leaves it out.
async fn decide(
    path: Place,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let place = (path.category, path.case);
    let mut attempt = Attempt::new(raw);
    let event = case::Event::parse(attempt.raw.trimmed(EVENT)).map_err(|_| PageError::NotFound)?;
    let reason = attempt.reason(REASON, event.needs_reason());
    if !attempt.errors.is_empty() {
        return Ok(load_place(&app, &admin, place, &attempt)
            .await?
            .unprocessable());
    }
    let seen = (path.case, attempt.version());
    let moment = app.moment(admin.actor());
    let done = shortlist::decide(&app.store, &moment, seen, event, &reason).await;
    let tried = (attempt, REASON);
    answer(&app, &admin, place, tried, done, "shortlist-decided").await
}

/// Takes a case off the shortlist or out of the reserve.
async fn undo(
    path: PlaceRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let place = (path.category, path.case);
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON_UNDO, true);
    if !attempt.errors.is_empty() {
        return Ok(load_place(&app, &admin, place, &attempt)
            .await?
            .unprocessable());
    }
    let seen = (path.case, attempt.version());
    let moment = app.moment(admin.actor());
    let done = shortlist::undo(&app.store, &moment, seen, &reason).await;
    let tried = (attempt, REASON_UNDO);
    answer(&app, &admin, place, tried, done, "shortlist-undone").await
}
