//! Who reads one case, and what it would cost to change it by hand, at `/admin/assignment/{season}/cases/{case}`.

pub(in crate::admin) mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{AccountId, CaseId, MembershipId};
use plaudit_store::plans::{self, Handed};
use plaudit_store::reports::plan::Made;
use uuid::Uuid;

use super::load_made;
use crate::admin::deciding::Attempt;
use crate::admin::filled::version;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::AssignedCase;
use crate::say;
use crate::state::App;

/// The judge who gives the case up: in the query and in the form.
const FROM: &str = "from";
/// Who takes it, with the case that comes back after a point.
const TO: &str = "to";
/// Why.
const REASON: &str = "reason";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_post(change)
}

impl AssignedCase {
    /// The choices instead of this judge.
    fn instead_of(&self, judge: MembershipId) -> String {
        format!("{self}?{FROM}={judge}")
    }
}

/// The account of a judge whom a form names by their membership.
fn account(made: &Made, named: &str) -> Option<AccountId> {
    let membership = Uuid::parse_str(named).ok()?;
    let found = made
        .judges
        .iter()
        .find(|judge| judge.membership.0 == membership);
    found.map(|judge| judge.id)
}

/// Who reads it, and what other choices there are.
async fn show(
    path: AssignedCase,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let (page, made) = load_made(&app, &admin, path.season).await?;
    let case = made.case(path.case).ok_or(PageError::NotFound)?;
    let from = account(&made, query.trimmed(FROM));
    Ok(view::page(
        &admin,
        &page,
        &made,
        case,
        from,
        &Attempt::default(),
    ))
}

/// Changes who reads it.
async fn change(
    path: AssignedCase,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (page, made) = load_made(&app, &admin, path.season).await?;
    let case = made.case(path.case).ok_or(PageError::NotFound)?;
    let seen = version(&raw);
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, false);
    let from = account(&made, attempt.raw.trimmed(FROM));
    let (to, exchange) = match attempt.raw.trimmed(TO).split_once('.') {
        Some((to, back)) => (account(&made, to), Uuid::parse_str(back).ok()),
        None => (account(&made, attempt.raw.trimmed(TO)), None),
    };
    if !attempt.errors.is_empty() {
        return Ok(view::page(&admin, &page, &made, case, from, &attempt).unprocessable());
    }
    let handed = Handed {
        case: case.id,
        from,
        to,
        exchange: exchange.map(CaseId::from),
        reason,
    };
    let moment = app.moment(admin.actor());
    let answer = plans::hand_over(&app.store, &moment, path.season, seen, handed).await;
    match attempt.settle(REASON, answer)? {
        Ok(()) => Ok(Notice::good(say!(admin.words, "assignment-changed")).then(path)),
        Err(attempt) => {
            let shown = view::page(&admin, &page, &made, case, from, &attempt);
            Ok(if attempt.stale {
                shown.conflict()
            } else {
                shown.unprocessable()
            })
        }
    }
}
