//! One case of a meeting: decided on, taken back, read, and voted on, at `/judging/deliberation/{category}/{case}`.

pub(super) mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::case::Event;
use plaudit_domain::deliberation::Choice;
use plaudit_domain::ids::{CaseId, CategoryId};
use plaudit_store::StoreError;
use plaudit_store::deliberation::{self, ballots, readings};
use plaudit_store::reports::deliberation as report;

use super::sent::{On, Sent};
use super::to;
use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
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

/// Where the ballot stands on a case's page.
pub(super) const BALLOT: &str = "ballot";

/// Where a judge confirms on its page of reading that it was read.
pub(super) const READING: &str = "reading";

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
    let sent = Sent::new(&app, &panellist, path.category, On::Case(path.case));
    sent.page(&Attempt::default()).await
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
    (category, case): (CategoryId, CaseId),
    (mut attempt, event, (field, needs)): (Attempt, Event, (&'static str, bool)),
    said: String,
) -> Result<Response, PageError> {
    let sent = Sent::new(app, panellist, category, On::Case(case));
    let reason = attempt.reason(field, needs);
    if !attempt.errors.is_empty() {
        return Ok(sent.page(&attempt).await?.unprocessable());
    }
    let seen = (case, attempt.version());
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let decided = (event, reason.as_str());
    let done = deliberation::decide(&app.store, &moment, by, category, seen, decided).await;
    let then = Notice::good(said).then(Deliberation { category });
    sent.settle((attempt, field), done, then).await
}

/// What it says, for a judge who did not score it.
async fn read(
    path: CaseToRead,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let sent = Sent::new(&app, &panellist, path.category, On::Reading(path.case));
    sent.page(&Attempt::default()).await
}

/// That it was read, and that there is no interest in it.
async fn confirm_reading(
    path: CaseToRead,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let CaseToRead { category, case } = path;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let confirmed = readings::confirm(&app.store, &moment, by, (category, case)).await;
    let sent = Sent::new(&app, &panellist, category, On::Reading(case));
    let tried = (Attempt::default(), READING);
    sent.settle(tried, confirmed, to(&Deliberation { category }))
        .await
}

/// Opens a ballot.
async fn open_ballot(
    path: Ballot,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let Ballot { category, case } = path;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let opened = ballots::open(&app.store, &moment, by, (category, case)).await;
    let then = to(&Deliberation { category });
    balloted(&app, &panellist, (category, case), (opened, then)).await
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
    let voted = ballots::vote(&app.store, &moment, by, (category, case), choice).await;
    let said = Notice::good(say!(panellist.words, "ballot-voted"));
    let then = said.then(Deliberation { category });
    balloted(&app, &panellist, (category, case), (voted, then)).await
}

/// Counts the ballot.
async fn count(
    path: BallotCount,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let BallotCount { category, case } = path;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let counted = ballots::count(&app.store, &moment, by, (category, case)).await;
    let then = to(&Deliberation { category });
    balloted(&app, &panellist, (category, case), (counted, then)).await
}

/// What came of a form of the ballot, which stands on the case's page.
async fn balloted(
    app: &App,
    panellist: &Panellist,
    (category, case): (CategoryId, CaseId),
    (done, then): (Result<(), StoreError>, Response),
) -> Result<Response, PageError> {
    let sent = Sent::new(app, panellist, category, On::Case(case));
    sent.settle((Attempt::default(), BALLOT), done, then).await
}
