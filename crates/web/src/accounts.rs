//! Coming in and going out: by letter and without passwords, at `/accounts`.

mod code;
mod interests;
mod invitations;
mod sessions;
mod set_up;
mod sign_in;

use axum::Router;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Redirect, Response};
use plaudit_domain::ids::AccountId;
use plaudit_store::memberships;

use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::http::{cookies, session};
use crate::state::App;

/// The pages of this area. Nobody need be signed in for them, except to see one's sessions.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(sign_in::routes())
        .merge(code::routes())
        .merge(set_up::routes())
        .merge(invitations::routes())
        .merge(sessions::routes())
        .merge(interests::routes())
        .layer(from_fn(cookies::ask))
}

/// Signs this browser in and sends it to the page it wanted, or to where this person's work is.
async fn admit(
    app: &App,
    account: AccountId,
    headers: &HeaderMap,
    return_to: Option<String>,
) -> Result<Response, PageError> {
    let cookie = session::start(app, account, headers).await?;
    let page = match return_to {
        Some(page) => page,
        None => Visitor::place_of_work(&memberships::roles(&app.store, account).await?),
    };
    let mut response = Redirect::to(&page).into_response();
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}
