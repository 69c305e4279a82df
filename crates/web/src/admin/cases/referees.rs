//! The referees of a case: naming one, and taking one off, at `/admin/cases/{case}/referees`.

pub(super) mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::CaseId;
use plaudit_domain::person::{Email, NAME_LIMIT, Person};
use plaudit_domain::policy;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::text;
use plaudit_store::StoreError;
use plaudit_store::references;
use plaudit_store::reports::case::{CasePage, case_page};
use plaudit_store::reports::referees::{self, RefereeRow};

use crate::admin::deciding::Attempt;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Case, Cases, RefereeRemoval, Referees};
use crate::say;
use crate::state::App;

/// The forms' fields.
const NAME: &str = "name";
const EMAIL: &str = "email";
const ORGANISATION: &str = "organisation";
const REASON: &str = "reason";
/// The field that says that what stands in the way was read.
const GO_ON: &str = "go-on";
/// It was.
const YES: &str = "yes";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(ask)
        .typed_post(name)
        .typed_get(ask_to_take_off)
        .typed_post(take_off)
}

/// The case, if its referees can be changed now.
async fn open(app: &App, admin: &Admin, case: CaseId) -> Result<CasePage, PageError> {
    let case = case_page(&app.store, &admin.viewer(), case).await?;
    policy::may_change_referees(case.about.season.status, case.status)?;
    Ok(case)
}

/// The form that names one.
async fn ask(path: Referees, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let case = open(&app, &admin, path.case).await?;
    Ok(view::form(&admin, &case, &Attempt::default()))
}

/// Names one; where that puts somebody out of the case, it is said first.
async fn name(
    path: Referees,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let case = open(&app, &admin, path.case).await?;
    let mut attempt = Attempt::new(raw);
    let Some(referee) = parse(&mut attempt) else {
        return Ok(view::form(&admin, &case, &attempt).unprocessable());
    };
    let email = referee.email.as_ref();
    let struck = referees::struck(&app.store, &admin.viewer(), path.case, email).await?;
    if let Some(struck) = &struck
        && attempt.raw.get(GO_ON) != YES
    {
        let page = view::before(&admin, &case, &referee.name, struck, &attempt.raw);
        return Ok(page.unprocessable());
    }
    let (moment, seen) = (app.moment(admin.actor()), (path.case, attempt.version()));
    let (name, done) = (
        referee.name.clone(),
        references::name(&app.store, &moment, seen, referee).await,
    );
    if let Err(StoreError::Refused(Refusal::HasAPart)) = done {
        attempt.errors.say(EMAIL, "referees-in-the-case");
        return Ok(view::form(&admin, &case, &attempt).unprocessable());
    }
    match attempt.settle(NAME, done)? {
        Ok(_) => {
            let notice = Notice::good(say!(admin.words, "referees-named", name = name));
            // Whoever named themselves is kept from the case from here on.
            if struck.is_some_and(|struck| struck.is_viewer) {
                return Ok(notice.then(Cases));
            }
            Ok(notice.then(Case { case: path.case }))
        }
        Err(attempt) => {
            let case = open(&app, &admin, path.case).await?;
            Ok(attempt.again(view::form(&admin, &case, &attempt)))
        }
    }
}

/// Who it is, or all that is wrong with what was typed.
fn parse(attempt: &mut Attempt) -> Option<Person> {
    let raw = &attempt.raw;
    let name = text::line(raw.get(NAME), NAME_LIMIT);
    let email = match raw.trimmed(EMAIL) {
        "" => Ok(None),
        typed => Email::parse(typed).map(Some),
    };
    let organisation = text::optional_line(raw.get(ORGANISATION), NAME_LIMIT);
    let errors = &mut attempt.errors;
    let name = errors.take(NAME, "referees-name-noun", name);
    let email = errors.take(EMAIL, "referees-email-noun", email);
    let employer = errors.take(ORGANISATION, "referees-organisation-noun", organisation);
    if !errors.is_empty() {
        return None;
    }
    Some(Person {
        name: name?,
        email: email?,
        telephone: None,
        role: None,
        employer: employer?,
    })
}

/// One of the case's referees; another case's is not found.
fn one<'a>(case: &'a CasePage, path: &RefereeRemoval) -> Result<&'a RefereeRow, PageError> {
    let mut rows = case.referees.iter();
    rows.find(|row| row.reference == path.reference)
        .ok_or(PageError::NotFound)
}

/// What it means to take one off.
async fn ask_to_take_off(
    path: RefereeRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let case = open(&app, &admin, path.case).await?;
    let referee = one(&case, &path)?;
    Ok(view::removal(&admin, &case, referee, &Attempt::default()))
}

/// Takes one off.
async fn take_off(
    path: RefereeRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let case = open(&app, &admin, path.case).await?;
    let referee = one(&case, &path)?;
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, true);
    if !attempt.errors.is_empty() {
        return Ok(view::removal(&admin, &case, referee, &attempt).unprocessable());
    }
    let (moment, seen) = (app.moment(admin.actor()), (path.case, attempt.version()));
    let done = references::replace(&app.store, &moment, seen, path.reference, &reason).await;
    match attempt.settle(REASON, done)? {
        Ok(()) => {
            let name = view::named(&admin.words, referee);
            let notice = say!(admin.words, "referees-off-done", name = name);
            Ok(Notice::good(notice).then(Case { case: path.case }))
        }
        Err(attempt) => {
            let case = open(&app, &admin, path.case).await?;
            let referee = one(&case, &path)?;
            Ok(attempt.again(view::removal(&admin, &case, referee, &attempt)))
        }
    }
}
