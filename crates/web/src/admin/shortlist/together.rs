//! What is decided of several cases at once: the last cut taken back, at `/admin/shortlist/{category}/cut/removal`, and the cases
//! left out on which nobody has decided, at `/admin/shortlist/{category}/rest`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::case::{Event, Status};
use plaudit_domain::ids::CategoryId;
use plaudit_domain::shortlist as rules;
use plaudit_store::StoreError;
use plaudit_store::reports::shortlist::{self as report, Shortlist as Found};
use plaudit_store::shortlist;

use super::{PREVIEWED, seen};
use crate::admin::deciding::{Attempt, REASON};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{CutRemoval, Rest, RestRemoval, Shortlist};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(ask_about_cut)
        .typed_post(take_cut_back)
        .typed_get(ask_about_rest)
        .typed_post(leave_rest_out)
        .typed_get(ask_about_left_out)
        .typed_post(put_back)
}

/// The shortlist, while it can be changed so.
async fn open(
    app: &App,
    admin: &Admin,
    (category, event): (CategoryId, Event),
) -> Result<Found, PageError> {
    let found = report::shortlist(&app.store, &admin.viewer(), category).await?;
    rules::may_move(&found.ranking.about.season, event)?;
    Ok(found)
}

/// Whether leaving these out departs from the ranking.
fn departs(found: &Found) -> bool {
    (found.rest().iter()).any(|row| rules::departs(&row.place, Event::LeaveOut))
}

/// What the last cut put forward.
async fn ask_about_cut(
    path: CutRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let found = open(&app, &admin, (path.category, Event::UndoShortlist)).await?;
    Ok(view::cut(&admin, &found, &Attempt::default()))
}

/// Takes back what it showed, or shows what it is by now.
async fn take_cut_back(
    path: CutRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let category = path.category;
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, true);
    if !attempt.errors.is_empty() {
        let found = open(&app, &admin, (category, Event::UndoShortlist)).await?;
        return Ok(view::cut(&admin, &found, &attempt).unprocessable());
    }
    let previewed = attempt.raw.all(PREVIEWED).filter_map(seen).collect();
    let moment = app.moment(admin.actor());
    let done = shortlist::take_back(
        &app.store,
        &moment,
        (category, Status::Shortlisted),
        previewed,
        &reason,
    )
    .await;
    let page = |found: &Found, attempt: &Attempt| view::cut(&admin, found, attempt);
    let said = |count| say!(admin.words, "shortlist-cut-taken-back", count = count);
    settle(
        (&app, &admin),
        (category, Event::UndoShortlist),
        (attempt, done),
        said,
        page,
    )
    .await
}

/// On which cases nobody has decided.
async fn ask_about_rest(
    path: Rest,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let found = open(&app, &admin, (path.category, Event::LeaveOut)).await?;
    let departs = departs(&found);
    Ok(view::rest(&admin, &found, departs, &Attempt::default()))
}

/// Leaves those out that it showed, or shows which they are by now.
async fn leave_rest_out(
    path: Rest,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let category = path.category;
    let found = open(&app, &admin, (category, Event::LeaveOut)).await?;
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, departs(&found));
    if !attempt.errors.is_empty() {
        let page = view::rest(&admin, &found, departs(&found), &attempt);
        return Ok(page.unprocessable());
    }
    let previewed = attempt.raw.all(PREVIEWED).filter_map(seen).collect();
    let moment = app.moment(admin.actor());
    let done = shortlist::leave_out(&app.store, &moment, category, previewed, &reason).await;
    let page =
        |found: &Found, attempt: &Attempt| view::rest(&admin, found, departs(found), attempt);
    let said = |count| say!(admin.words, "shortlist-rest-left-out", count = count);
    settle(
        (&app, &admin),
        (category, Event::LeaveOut),
        (attempt, done),
        said,
        page,
    )
    .await
}

/// What was left out as one.
async fn ask_about_left_out(
    path: RestRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let found = open(&app, &admin, (path.category, Event::Readmit)).await?;
    Ok(view::left_out(&admin, &found, &Attempt::default()))
}

/// Puts back what it showed, or shows what it is by now.
async fn put_back(
    path: RestRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let what = (path.category, Event::Readmit);
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, true);
    if !attempt.errors.is_empty() {
        let found = open(&app, &admin, what).await?;
        return Ok(view::left_out(&admin, &found, &attempt).unprocessable());
    }
    let previewed = attempt.raw.all(PREVIEWED).filter_map(seen).collect();
    let moment = app.moment(admin.actor());
    let from = (path.category, Status::NotShortlisted);
    let done = shortlist::take_back(&app.store, &moment, from, previewed, &reason).await;
    let page = |found: &Found, attempt: &Attempt| view::left_out(&admin, found, attempt);
    let said = |count| say!(admin.words, "shortlist-cut-taken-back", count = count);
    settle((&app, &admin), what, (attempt, done), said, page).await
}

/// On to the shortlist with a notice, or the page again as things stand by now.
async fn settle(
    (app, admin): (&App, &Admin),
    what: (CategoryId, Event),
    (attempt, done): (Attempt, Result<usize, StoreError>),
    said: impl Fn(usize) -> String,
    page: impl Fn(&Found, &Attempt) -> Answer,
) -> Result<Response, PageError> {
    match attempt.settle(REASON, done)? {
        Ok(count) => Ok(Notice::good(said(count)).then(Shortlist { category: what.0 })),
        Err(attempt) => {
            let found = open(app, admin, what).await?;
            Ok(attempt.again(page(&found, &attempt)))
        }
    }
}
