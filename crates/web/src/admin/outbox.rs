//! The letters that wait, went out or failed, and sending one again: `/admin/outbox`.

mod filter;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::outbox;
use plaudit_store::reports;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Outbox, Resending};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(list).typed_post(resend)
}

/// A page of letters.
async fn list(
    _: Outbox,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let asked = filter::read(&query);
    let outbox = reports::outbox::outbox(&app.store, &admin.viewer(), &asked).await?;
    let zone = app.zone().await?;
    let sends = app.settings.mail_server().is_some();
    Ok(view::page(&admin, &outbox, &asked, (&zone, sends)))
}

/// Sends a letter again, and goes back to the list as it was.
async fn resend(
    path: Resending,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let moment = app.moment(admin.actor());
    outbox::send_again(&app.store, &moment, path.letter).await?;
    let asked = filter::read(&raw);
    let list = Outbox.filtered(&asked, asked.page);
    Ok(Notice::good(say!(admin.words, "outbox-resent")).then_at(&list))
}
