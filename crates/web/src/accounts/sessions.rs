//! One's own sessions, on every device, and signing out: `/accounts/sessions`.

mod device;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::sessions;

use crate::http::actor::{Signed, Visitor};
use crate::http::error::PageError;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::http::session;
use crate::paths::accounts::{SessionRemoval, Sessions, SignOut};
use crate::paths::public::Home;
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_post(remove)
        .typed_post(sign_out)
}

/// Where one is signed in.
async fn list(_: Sessions, signed: Signed, State(app): State<App>) -> Result<Answer, PageError> {
    let sessions = sessions::list(&app.store, app.clock.now(), signed.account()).await?;
    let zone = app.zone().await?;
    Ok(view::page(&signed, &sessions, &zone))
}

/// Signs out of another device.
async fn remove(
    path: SessionRemoval,
    signed: Signed,
    State(app): State<App>,
) -> Result<Response, PageError> {
    sessions::remove(&app.store, signed.account(), path.session).await?;
    Ok(Notice::good(say!(signed.words, "sessions-removed")).then(Sessions))
}

/// Signs out of this device; whoever is not signed in is out already.
async fn sign_out(
    _: SignOut,
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Response, PageError> {
    if let Some(signed_in) = &visitor.signed_in {
        sessions::remove(&app.store, signed_in.account.id, signed_in.session.id).await?;
    }
    let mut response = Notice::good(say!(visitor.words, "sessions-signed-out")).then(Home);
    let cookie = session::ended(&app);
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}
