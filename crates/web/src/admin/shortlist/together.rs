//! What is decided of several cases at once: the last cut taken back, at `/admin/shortlist/{category}/cut/removal`, the cases left
//! out on which nobody has decided, at `/admin/shortlist/{category}/rest`, and those put back, at its `removal`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::case::{Event, Status};
use plaudit_domain::ids::CategoryId;
use plaudit_domain::shortlist as rules;
use plaudit_store::StoreError;
use plaudit_store::reports::ranking::RankingRow;
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
        .typed_get(
            |path: CutRemoval, admin: Admin, State(app): State<App>| async move {
                ask_back(&app, &admin, path.category, Back::Cut).await
            },
        )
        .typed_post(
            |path: CutRemoval, admin: Admin, State(app): State<App>, raw: RawForm| async move {
                take_back(&app, &admin, path.category, (Back::Cut, raw)).await
            },
        )
        .typed_get(ask_about_rest)
        .typed_post(leave_rest_out)
        .typed_get(
            |path: RestRemoval, admin: Admin, State(app): State<App>| async move {
                ask_back(&app, &admin, path.category, Back::Rest).await
            },
        )
        .typed_post(
            |path: RestRemoval, admin: Admin, State(app): State<App>, raw: RawForm| async move {
                take_back(&app, &admin, path.category, (Back::Rest, raw)).await
            },
        )
}

/// What was decided in one step, and is taken back in one: those cases are in judging again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Back {
    /// The last cut.
    Cut,
    /// What was left out the last time.
    Rest,
}

impl Back {
    /// Where its cases stand.
    const fn status(self) -> Status {
        match self {
            Self::Cut => Status::Shortlisted,
            Self::Rest => Status::NotShortlisted,
        }
    }

    /// How they come off it.
    const fn event(self) -> Event {
        rules::undoing(self.status())
    }

    /// Its cases.
    fn of(self, found: &Found) -> Vec<&RankingRow> {
        match self {
            Self::Cut => found.last_cut(),
            Self::Rest => found.last_left_out(),
        }
    }
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

/// What taking it back would put into judging again.
async fn ask_back(
    app: &App,
    admin: &Admin,
    category: CategoryId,
    back: Back,
) -> Result<Answer, PageError> {
    let found = open(app, admin, (category, back.event())).await?;
    Ok(view::back(admin, &found, back, &Attempt::default()))
}

/// Takes back what it showed, or shows what it is by now.
async fn take_back(
    app: &App,
    admin: &Admin,
    category: CategoryId,
    (back, raw): (Back, RawForm),
) -> Result<Response, PageError> {
    let what = (category, back.event());
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, true);
    let page = |found: &Found, attempt: &Attempt| view::back(admin, found, back, attempt);
    if !attempt.errors.is_empty() {
        let found = open(app, admin, what).await?;
        return Ok(page(&found, &attempt).unprocessable());
    }
    let previewed = attempt.raw.all(PREVIEWED).filter_map(seen).collect();
    let (moment, from) = (app.moment(admin.actor()), (category, back.status()));
    let done = shortlist::take_back(&app.store, &moment, from, previewed, &reason).await;
    let said = |count| say!(admin.words, "shortlist-cut-taken-back", count = count);
    settle((app, admin), what, (attempt, done), said, page).await
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
