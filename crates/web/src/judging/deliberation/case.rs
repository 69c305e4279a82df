//! One case of a meeting: decided on, taken back, read, and voted on, at `/judging/deliberation/{category}/{case}`.

pub(super) mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::case::Event;
use plaudit_domain::deliberation::Choice;
use plaudit_domain::ids::{CaseId, CategoryId};
use plaudit_domain::refusal::Refusal;
use plaudit_store::StoreError;
use plaudit_store::deliberation::{self, ballots, readings};
use plaudit_store::reports::deliberation as report;

use super::done;
use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::error::PageError;
use crate::http::field_errors::Fill;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::refusal::in_words;
use crate::http::response::Answer;
use crate::paths::judging::{
    Ballot, BallotCount, BallotPaper, CaseToRead, DecisionRemoval, DeliberatedCase, Deliberation,
};
use crate::say;
use crate::state::App;

/// The forms' fields.
pub(super) const EVENT: &str = "event";
pub(super) const REASON: &str = "reason";
pub(super) const REASON_UNDO: &str = "reason-undo";
pub(super) const CHOICE: &str = "choice";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(decide)
        .typed_post(undo)
        .typed_get(read)
        .typed_post(confirm_reading)
        .typed_post(open_ballot)
        .typed_post(vote)
        .typed_post(count)
}

/// The case as it stands.
async fn show(
    path: DeliberatedCase,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let place = (path.category, path.case);
    load(&app, &panellist, place, &Attempt::default()).await
}

async fn load(
    app: &App,
    panellist: &Panellist,
    place: (CategoryId, CaseId),
    attempt: &Attempt,
) -> Result<Answer, PageError> {
    let (room, row) = report::case(&app.store, &panellist.viewer(), place).await?;
    Ok(view::page(panellist, &room, &row, attempt))
}

/// Decides on it.
async fn decide(
    path: DeliberatedCase,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let attempt = Attempt::new(raw);
    let event = Event::parse(attempt.raw.trimmed(EVENT)).map_err(|_| PageError::NotFound)?;
    if event == Event::UndoResolution || event == Event::UndoShortlist {
        return Err(PageError::NotFound);
    }
    let needs = event.needs_reason();
    let tried = (attempt, event, (REASON, needs));
    let said = say!(panellist.words, "room-decided");
    settle(&app, &panellist, (path.category, path.case), tried, said).await
}

/// Takes the decision back.
async fn undo(
    path: DecisionRemoval,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    use plaudit_domain::case::Status::{Awarded, HighlyCommended, NotAwarded};
    let place = (path.category, path.case);
    let (_, row) = report::case(&app.store, &panellist.viewer(), place).await?;
    let event = match row.status {
        Awarded | HighlyCommended | NotAwarded => Event::UndoResolution,
        _ => Event::UndoShortlist,
    };
    let tried = (Attempt::new(raw), event, (REASON_UNDO, true));
    let said = say!(panellist.words, "room-undone");
    settle(&app, &panellist, place, tried, said).await
}

async fn settle(
    app: &App,
    panellist: &Panellist,
    place: (CategoryId, CaseId),
    (mut attempt, event, (field, needs)): (Attempt, Event, (&'static str, bool)),
    said: String,
) -> Result<Response, PageError> {
    let reason = attempt.reason(field, needs);
    if !attempt.errors.is_empty() {
        let page = load(app, panellist, place, &attempt).await?;
        return Ok(page.unprocessable());
    }
    let (category, case) = place;
    let seen = (case, attempt.version());
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let decided = (event, reason.as_str());
    let done = deliberation::decide(&app.store, &moment, by, category, seen, decided).await;
    let done = match done {
        Err(StoreError::Refused(refusal)) if refusal != Refusal::ReasonNeeded => {
            return refused(app, panellist, place, (attempt, field), refusal).await;
        }
        done => done,
    };
    match attempt.settle(field, done)? {
        Ok(()) => {
            app.live.changed(category);
            Ok(Notice::good(said).then(Deliberation { category }))
        }
        Err(attempt) => {
            let page = load(app, panellist, place, &attempt).await?;
            Ok(attempt.again(page))
        }
    }
}

/// The case once more, with what was typed and why it could not be decided so; for whoever may see nothing of it any more, only
/// why.
async fn refused(
    app: &App,
    panellist: &Panellist,
    place: (CategoryId, CaseId),
    (mut attempt, field): (Attempt, &'static str),
    refusal: Refusal,
) -> Result<Response, PageError> {
    let why = in_words(&refusal, &panellist.words);
    attempt
        .errors
        .say_filled(field, "room-refused", vec![("why", Fill::Text(why))]);
    match load(app, panellist, place, &attempt).await {
        Ok(page) => Ok(page.conflict()),
        Err(_) => Err(StoreError::Refused(refusal).into()),
    }
}

/// What it says, for a judge who did not score it.
async fn read(
    path: CaseToRead,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let place = (path.category, path.case);
    let (room, row, said) = report::text(&app.store, &panellist.viewer(), place).await?;
    Ok(view::reading(&panellist, &room, &row, &said))
}

/// That it was read, and that there is no interest in it.
async fn confirm_reading(
    path: CaseToRead,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let CaseToRead { category, case } = path;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    readings::confirm(&app.store, &moment, by, (category, case)).await?;
    Ok(done(&app, category, &Deliberation { category }))
}

/// Opens a ballot.
async fn open_ballot(
    path: Ballot,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let Ballot { category, case } = path;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    ballots::open(&app.store, &moment, by, (category, case)).await?;
    Ok(done(&app, category, &Deliberation { category }))
}

/// Votes.
async fn vote(
    path: BallotPaper,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let BallotPaper { category, case } = path;
    let choice = Choice::parse(raw.trimmed(CHOICE)).map_err(|_| PageError::NotFound)?;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    ballots::vote(&app.store, &moment, by, (category, case), choice).await?;
    app.live.changed(category);
    let said = say!(panellist.words, "ballot-voted");
    Ok(Notice::good(said).then(Deliberation { category }))
}

/// Counts the ballot.
async fn count(
    path: BallotCount,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let BallotCount { category, case } = path;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    ballots::count(&app.store, &moment, by, (category, case)).await?;
    Ok(done(&app, category, &Deliberation { category }))
}
