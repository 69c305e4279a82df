//! The letters that wait, went out or failed, and sending one again: `/admin/outbox`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::outbox::{self, LetterStatus};
use plaudit_store::reports;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Outbox, Resending};
use crate::say;
use crate::state::App;

/// The query's names.
const STATUS: &str = "status";
const PAGE: &str = "page";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(list).typed_post(resend)
}

impl Outbox {
    /// The list of letters in this state.
    pub(super) fn with_status(self, status: LetterStatus) -> String {
        format!("{self}?{STATUS}={status}")
    }
}

/// A page of letters.
async fn list(
    _: Outbox,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let status = LetterStatus::parse(query.trimmed(STATUS)).ok();
    let page = query.trimmed(PAGE).parse().unwrap_or(1);
    let outbox = reports::outbox::outbox(&app.store, &admin.viewer(), status, page).await?;
    let zone = app.zone().await?;
    let sends = app.settings.mail_server().is_some();
    Ok(view::page(&admin, &outbox, status, (&zone, sends)))
}

/// Sends a letter again.
async fn resend(
    path: Resending,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let moment = app.moment(admin.actor());
    outbox::send_again(&app.store, &moment, path.letter).await?;
    Ok(Notice::good(say!(admin.words, "outbox-resent")).then(Outbox))
}
