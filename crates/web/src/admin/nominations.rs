//! A season's nominations and the decision on each of them: `/admin/nominations/{season}`.

mod filter;
mod one;
mod several;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{CaseId, NominationId, SeasonId};
use plaudit_store::StoreError;
use plaudit_store::reports::{nomination, nomination_admin, nominations};
use plaudit_store::screening::{self, Destination};
use uuid::Uuid;

use super::deciding::Attempt;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{
    Acceptance, AcceptanceRemoval, Admission, Ineligibility, IneligibilityRemoval, Nomination,
    Nominations,
};
use crate::say;
use crate::state::App;

/// The forms' fields.
const INTO: &str = "into";
const INTO_NEW: &str = "new";
const REASON_INELIGIBLE: &str = "reason-ineligible";
const REASON_REOPEN: &str = "reason-reopen";
const REASON_APART: &str = "reason-apart";
const REASON_ADMIT: &str = "reason-admit";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(show)
        .typed_post(accept)
        .typed_post(tell_apart)
        .typed_post(find_ineligible)
        .typed_post(reopen)
        .typed_post(admit)
        .merge(several::routes())
}

/// A page of nominations.
async fn list(
    path: Nominations,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let asked = filter::read(&uri);
    let found = nominations::nominations(&app.store, &admin.viewer(), path.season, &asked).await?;
    let chosen = filter::chosen(&uri);
    Ok(view::page(&admin, &path, &found, &asked, &chosen))
}

/// One nomination.
async fn show(path: Nomination, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    load(
        &app,
        &admin,
        (path.season, path.nomination),
        &Attempt::default(),
    )
    .await
}

/// The nomination's page, with what was tried on it.
async fn load(
    app: &App,
    admin: &Admin,
    (season, id): (SeasonId, NominationId),
    attempt: &Attempt,
) -> Result<Answer, PageError> {
    let viewer = admin.viewer();
    let said = nomination::get(&app.store, &viewer, id).await?;
    if said.season.id != season {
        return Err(PageError::NotFound);
    }
    let decision = nomination_admin::for_decision(&app.store, &viewer, id).await?;
    Ok(one::page(admin, &said, &decision, attempt))
}

/// Answers a try: on to where it led, or the page again with what was typed.
async fn answer<T>(
    app: &App,
    admin: &Admin,
    place: (SeasonId, NominationId),
    (attempt, field): (Attempt, &'static str),
    done: Result<T, StoreError>,
    then: impl FnOnce(T) -> Response,
) -> Result<Response, PageError> {
    match attempt.settle(field, done)? {
        Ok(done) => Ok(then(done)),
        Err(attempt) => {
            let page = load(app, admin, place, &attempt).await?;
            Ok(if attempt.stale {
                page.conflict()
            } else {
                page.unprocessable()
            })
        }
    }
}

/// Accepts a nomination into a case of its own, or into one that is there.
async fn accept(
    path: Acceptance,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let place = (path.season, path.nomination);
    let mut attempt = Attempt::new(raw);
    let destination = match attempt.raw.trimmed(INTO) {
        INTO_NEW => Some(Destination::NewCase),
        case => Uuid::parse_str(case)
            .ok()
            .map(|case| Destination::Case(CaseId::from(case))),
    };
    let Some(destination) = destination else {
        attempt.errors.say(INTO, "nominations-choose-case");
        return Ok(load(&app, &admin, place, &attempt).await?.unprocessable());
    };
    let moment = app.moment(admin.actor());
    let seen = (path.nomination, attempt.version());
    let done = screening::accept(&app.store, &moment, seen, destination).await;
    answer(&app, &admin, place, (attempt, INTO), done, |_| {
        Notice::good(say!(admin.words, "nominations-accepted")).then(to(place))
    })
    .await
}

fn to((season, nomination): (SeasonId, NominationId)) -> Nomination {
    Nomination { season, nomination }
}

/// What one of the reasoned decisions is.
#[derive(Clone, Copy)]
enum Reasoned {
    TellApart,
    FindIneligible,
    Reopen,
    Admit,
}

impl Reasoned {
    fn field(self) -> &'static str {
        match self {
            Self::TellApart => REASON_APART,
            Self::FindIneligible => REASON_INELIGIBLE,
            Self::Reopen => REASON_REOPEN,
            Self::Admit => REASON_ADMIT,
        }
    }

    fn done(self) -> &'static str {
        match self {
            Self::TellApart => "nominations-told-apart",
            Self::FindIneligible => "nominations-found-ineligible",
            Self::Reopen => "nominations-reopened",
            Self::Admit => "nominations-admitted",
        }
    }
}

async fn decide(
    app: &App,
    admin: &Admin,
    place: (SeasonId, NominationId),
    raw: RawForm,
    what: Reasoned,
) -> Result<Response, PageError> {
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(what.field(), true);
    if !attempt.errors.is_empty() {
        return Ok(load(app, admin, place, &attempt).await?.unprocessable());
    }
    let moment = app.moment(admin.actor());
    let seen = (place.1, attempt.version());
    let store = &app.store;
    let done = match what {
        Reasoned::TellApart => screening::tell_apart(store, &moment, seen, &reason).await,
        Reasoned::FindIneligible => screening::find_ineligible(store, &moment, seen, &reason).await,
        Reasoned::Reopen => screening::reopen(store, &moment, seen, &reason).await,
        Reasoned::Admit => screening::admit_late(store, &moment, seen, &reason).await,
    };
    answer(app, admin, place, (attempt, what.field()), done, |()| {
        Notice::good(admin.words.get(what.done())).then(to(place))
    })
    .await
}

/// Takes a nomination out of its case.
async fn tell_apart(
    path: AcceptanceRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let place = (path.season, path.nomination);
    decide(&app, &admin, place, raw, Reasoned::TellApart).await
}

/// Finds a nomination ineligible.
async fn find_ineligible(
    path: Ineligibility,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let place = (path.season, path.nomination);
    decide(&app, &admin, place, raw, Reasoned::FindIneligible).await
}

/// Takes that back.
async fn reopen(
    path: IneligibilityRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let place = (path.season, path.nomination);
    decide(&app, &admin, place, raw, Reasoned::Reopen).await
}

/// Admits a nomination that came late.
async fn admit(
    path: Admission,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let place = (path.season, path.nomination);
    decide(&app, &admin, place, raw, Reasoned::Admit).await
}
