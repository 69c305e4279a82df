//! A season's cases, and all that is recorded and decided about one of them: `/admin/cases`.

mod filter;
mod one;
mod referees;
mod several;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{CaseId, SeasonId};
use plaudit_domain::refusal::Refusal;
use plaudit_domain::season::Status;
use plaudit_domain::text::{self, Fault};
use plaudit_domain::{acceptance, case};
use plaudit_store::cases::{self, Checked, Seen};
use plaudit_store::reports::{case as one_case, cases as all_cases};
use plaudit_store::{Moment, StoreError, seasons};
use uuid::Uuid;

use super::deciding::Attempt;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{
    Case, Cases, Disqualification, Eligibility, EligibilityRemoval, FactCheck, FactCheckRemoval,
    NomineeAnswer, Withdrawal,
};
use crate::state::App;

/// The forms' fields.
const EVENT: &str = "event";
const NOTE_ACCEPTANCE: &str = "note-acceptance";
const CHECKED_BY: &str = "checked-by";
const CONFIRMED: &str = "confirmed";
const NOTE_CHECK: &str = "note-check";
const REASON_CHECK: &str = "reason-check";
const REASON_ELIGIBILITY: &str = "reason-eligibility";
const REASON_REOPEN: &str = "reason-reopen";
const REASON_OUT: &str = "reason-out";
const NOTE_WITHDRAWAL: &str = "note-withdrawal";

/// The longest name and role of whoever confirms the facts, in characters.
const CHECKED_BY_LIMIT: usize = 300;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(show)
        .typed_post(record_answer)
        .typed_post(record_check)
        .typed_post(check_again)
        .typed_post(decide)
        .typed_post(reopen)
        .typed_post(disqualify)
        .typed_post(withdraw)
        .merge(referees::routes())
        .merge(several::routes())
}

/// The cases of the season that the address names, else of the one at work.
async fn list(
    _: Cases,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let query = filter::read(&uri);
    let season = match query.season.as_str() {
        "" => latest(&app).await?,
        id => Uuid::parse_str(id)
            .map(SeasonId::from)
            .map_err(|_| PageError::NotFound)?,
    };
    let found = all_cases::cases(&app.store, &admin.viewer(), season, &query.filter).await?;
    Ok(view::page(&admin, &found, &query.filter, &query.chosen))
}

/// The season whose cases need something done: one at work before one that is open, and the latest of these.
async fn latest(app: &App) -> Result<SeasonId, PageError> {
    let seasons = seasons::list_all(&app.store).await?;
    let urgency = |status| match status {
        Status::Screening | Status::Judging | Status::Deliberation => 0,
        Status::Open => 1,
        Status::Decided | Status::Announced => 2,
        Status::Draft | Status::Archived | Status::Cancelled => 3,
    };
    seasons
        .iter()
        .min_by_key(|season| (urgency(season.status), std::cmp::Reverse(season.id)))
        .map(|season| season.id)
        .ok_or(PageError::NotFound)
}

/// One case.
async fn show(path: Case, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    load(&app, &admin, path.case, &Attempt::default()).await
}

async fn load(
    app: &App,
    admin: &Admin,
    case: CaseId,
    attempt: &Attempt,
) -> Result<Answer, PageError> {
    let page = one_case::case_page(&app.store, &admin.viewer(), case).await?;
    Ok(one::page(admin, &page, attempt))
}

/// One try of a decision on a case, from what was posted to the answer.
struct Try<'a> {
    app: &'a App,
    admin: &'a Admin,
    case: CaseId,
    attempt: Attempt,
}

impl<'a> Try<'a> {
    fn new(app: &'a App, admin: &'a Admin, case: CaseId, raw: RawForm) -> Self {
        Self {
            app,
            admin,
            case,
            attempt: Attempt::new(raw),
        }
    }

    fn seen(&self) -> Seen {
        (self.case, self.attempt.version())
    }

    fn moment(&self) -> Moment {
        self.app.moment(self.admin.actor())
    }

    /// The page again with what was typed, if something is wrong with it.
    async fn refused(&self) -> Result<Option<Response>, PageError> {
        if self.attempt.errors.is_empty() {
            return Ok(None);
        }
        let page = load(self.app, self.admin, self.case, &self.attempt).await?;
        Ok(Some(page.unprocessable()))
    }

    /// On to the case with a notice, or the page again.
    async fn settle(
        self,
        field: &'static str,
        done: Result<(), StoreError>,
        notice: &str,
    ) -> Result<Response, PageError> {
        match self.attempt.settle(field, done)? {
            Ok(()) => {
                let text = self.admin.words.get(notice);
                Ok(Notice::good(text).then(Case { case: self.case }))
            }
            Err(attempt) => {
                let page = load(self.app, self.admin, self.case, &attempt).await?;
                Ok(if attempt.stale {
                    page.conflict()
                } else {
                    page.unprocessable()
                })
            }
        }
    }
}

/// Records what the nominee was told or answered.
async fn record_answer(
    path: NomineeAnswer,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut attempt = Try::new(&app, &admin, path.case, raw);
    let event = acceptance::Event::parse(attempt.attempt.raw.trimmed(EVENT))
        .map_err(|_| PageError::NotFound)?;
    let needed = event.needs_reason();
    let note = attempt.attempt.reason(NOTE_ACCEPTANCE, needed);
    if let Some(page) = attempt.refused().await? {
        return Ok(page);
    }
    let (moment, seen) = (attempt.moment(), attempt.seen());
    let done = cases::record_acceptance(&app.store, &moment, seen, event, &note).await;
    let said = format!("case-acceptance-done-{event}");
    attempt.settle(NOTE_ACCEPTANCE, done, &said).await
}

/// Records the answer to the fact check.
async fn record_check(
    path: FactCheck,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut attempt = Try::new(&app, &admin, path.case, raw);
    let note = (attempt.attempt).note(NOTE_CHECK, "case-check-note-noun", true);
    let raw = &attempt.attempt.raw;
    let by = text::line(raw.get(CHECKED_BY), CHECKED_BY_LIMIT);
    let confirmed = match raw.trimmed(CONFIRMED) {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Fault::Missing),
    };
    let errors = &mut attempt.attempt.errors;
    let by = errors.take(CHECKED_BY, "case-checked-by-noun", by);
    let confirmed = errors.take(CONFIRMED, "case-confirmed-noun", confirmed);
    errors.in_order_of([CHECKED_BY, CONFIRMED, NOTE_CHECK]);
    if let Some(page) = attempt.refused().await? {
        return Ok(page);
    }
    let checked = Checked {
        by: by.unwrap_or_default(),
        confirmed: confirmed.unwrap_or_default(),
        note,
    };
    let (moment, seen) = (attempt.moment(), attempt.seen());
    let done = cases::record_fact_check(&app.store, &moment, seen, checked).await;
    if let Err(StoreError::Refused(Refusal::HasAPart)) = done {
        let errors = &mut attempt.attempt.errors;
        errors.say(CHECKED_BY, "case-checked-by-part");
        let page = load(&app, &admin, path.case, &attempt.attempt).await?;
        return Ok(page.unprocessable());
    }
    attempt
        .settle(NOTE_CHECK, done, "case-check-recorded")
        .await
}

/// Asks for the fact check anew.
async fn check_again(
    path: FactCheckRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut attempt = Try::new(&app, &admin, path.case, raw);
    let reason = attempt.attempt.reason(REASON_CHECK, true);
    if let Some(page) = attempt.refused().await? {
        return Ok(page);
    }
    let (moment, seen) = (attempt.moment(), attempt.seen());
    let done = cases::restart_fact_check(&app.store, &moment, seen, &reason).await;
    attempt.settle(REASON_CHECK, done, "case-check-again").await
}

/// Finds the case eligible or not.
async fn decide(
    path: Eligibility,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut attempt = Try::new(&app, &admin, path.case, raw);
    let event =
        case::Event::parse(attempt.attempt.raw.trimmed(EVENT)).map_err(|_| PageError::NotFound)?;
    let needed = event.needs_reason();
    let reason = attempt.attempt.reason(REASON_ELIGIBILITY, needed);
    if let Some(page) = attempt.refused().await? {
        return Ok(page);
    }
    let (moment, seen) = (attempt.moment(), attempt.seen());
    let done = cases::decide_eligibility(&app.store, &moment, seen, event, &reason).await;
    attempt
        .settle(REASON_ELIGIBILITY, done, "case-eligibility-decided")
        .await
}

/// Takes back that the case is eligible, or that it is not.
async fn reopen(
    path: EligibilityRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut attempt = Try::new(&app, &admin, path.case, raw);
    let reason = attempt.attempt.reason(REASON_REOPEN, true);
    if let Some(page) = attempt.refused().await? {
        return Ok(page);
    }
    let (moment, seen) = (attempt.moment(), attempt.seen());
    let event = case::Event::Reopen;
    let done = cases::decide_eligibility(&app.store, &moment, seen, event, &reason).await;
    attempt.settle(REASON_REOPEN, done, "case-reopened").await
}

/// Takes the case out by decision.
async fn disqualify(
    path: Disqualification,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut attempt = Try::new(&app, &admin, path.case, raw);
    let reason = attempt.attempt.reason(REASON_OUT, true);
    if let Some(page) = attempt.refused().await? {
        return Ok(page);
    }
    let (moment, seen) = (attempt.moment(), attempt.seen());
    let done = cases::disqualify(&app.store, &moment, seen, &reason).await;
    attempt.settle(REASON_OUT, done, "case-disqualified").await
}

/// Takes the case out because the nominee wishes it.
async fn withdraw(
    path: Withdrawal,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut attempt = Try::new(&app, &admin, path.case, raw);
    let note = attempt.attempt.reason(NOTE_WITHDRAWAL, false);
    if let Some(page) = attempt.refused().await? {
        return Ok(page);
    }
    let (moment, seen) = (attempt.moment(), attempt.seen());
    let done = cases::withdraw(&app.store, &moment, seen, &note).await;
    attempt
        .settle(NOTE_WITHDRAWAL, done, "case-withdrawn")
        .await
}
