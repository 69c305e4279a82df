//! The room of the panel's meeting on a category, on one screen before everybody or on everybody's own: `/judging/deliberation/{category}`.

mod agenda;
mod case;
mod events;
mod minutes;
mod sent;
mod view;

use std::collections::BTreeSet;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::routing::{RouterExt, TypedPath};
use plaudit_domain::ids::{AccountId, CaseId, CategoryId};
use plaudit_store::deliberation;
use plaudit_store::reports::deliberation::{self as report, Room};

use self::sent::{On, Sent};
use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Attendance, CaseAtHand, Deliberation};
use crate::say;
use crate::state::App;

/// The forms' fields.
const CASE: &str = "case";
const PRESENT: &str = "present";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(call)
        .typed_get(show_attendance)
        .typed_post(note_attendance)
        .merge(agenda::routes())
        .merge(case::routes())
        .merge(events::routes())
        .merge(minutes::routes())
}

pub(super) use view::room_links;

async fn load(app: &App, panellist: &Panellist, category: CategoryId) -> Result<Room, PageError> {
    Ok(report::room(&app.store, &panellist.viewer(), category).await?)
}

/// Goes to this page.
fn to(path: &impl TypedPath) -> Response {
    Redirect::to(&path.to_string()).into_response()
}

/// What is at hand, who must be out for it, and what comes next.
async fn show(
    path: Deliberation,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let room = load(&app, &panellist, path.category).await?;
    Ok(view::page(&panellist, &room, &Attempt::default()))
}

/// Takes a case in hand; none puts down the one that is.
async fn call(
    path: CaseAtHand,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let category = path.category;
    let typed = raw.trimmed(CASE);
    let case = match typed {
        "" => None,
        typed => Some(typed.parse::<CaseId>().map_err(|_| PageError::NotFound)?),
    };
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let called = deliberation::call(&app.store, &moment, by, category, case).await;
    let sent = Sent::new(&app, &panellist, category, On::Room);
    let tried = (Attempt::new(raw), CASE);
    sent.settle(tried, called, to(&Deliberation { category }))
        .await
}

/// Who is there.
async fn show_attendance(
    path: Attendance,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let room = load(&app, &panellist, path.category).await?;
    Ok(view::attendance_page(
        &panellist,
        &room,
        &Attempt::default(),
    ))
}

/// Notes who is there.
async fn note_attendance(
    path: Attendance,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let category = path.category;
    let present: BTreeSet<AccountId> = raw
        .all(PRESENT)
        .map(|id| id.parse().map_err(|_| PageError::NotFound))
        .collect::<Result<_, _>>()?;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let noted = deliberation::note_attendance(&app.store, &moment, by, category, present).await;
    let sent = Sent::new(&app, &panellist, category, On::Attendance);
    let said = Notice::good(say!(panellist.words, "room-attendance-noted"));
    let tried = (Attempt::new(raw), PRESENT);
    sent.settle(tried, noted, said.then(Deliberation { category }))
        .await
}
