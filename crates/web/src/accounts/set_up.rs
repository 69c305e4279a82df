//! Setting the house up, once, by the link that the server printed at its first start: `/accounts/set-up/{token}`.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::refusal::Refusal;
use plaudit_store::secrets::Token;
use plaudit_store::tokens::{self, Purpose, Standing};
use plaudit_store::{StoreError, organisations};

use crate::http::actor::Visitor;
use crate::http::cookies;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::session;
use crate::paths::accounts::SetUp;
use crate::paths::admin::Dashboard;
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(ask).typed_post(set_up)
}

/// Asks who the organisation is, or says that it is already known.
async fn ask(path: SetUp, visitor: Visitor, State(app): State<App>) -> Result<Response, PageError> {
    let token = Token::parse(&path.token).ok_or(PageError::NotFound)?;
    let now = app.clock.now();
    let standing = tokens::look(&app.store, now, Purpose::SetUp, &token).await?;
    match (standing, &visitor.organisation) {
        (Standing::Unknown, _) => Err(PageError::NotFound),
        (Standing::Live(_), None) => {
            let (raw, errors) = (RawForm::default(), FieldErrors::default());
            Ok(view::page(&visitor, &path, &raw, &errors).into_response())
        }
        (Standing::Live(_) | Standing::Spent(_), _) => {
            Ok(view::done_already(&visitor).into_response())
        }
    }
}

/// Makes the organisation and its first administrator, and signs them in.
async fn set_up(
    path: SetUp,
    headers: HeaderMap,
    visitor: Visitor,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let token = Token::parse(&path.token).ok_or(PageError::NotFound)?;
    let now = app.clock.now();
    let Standing::Live(_) = tokens::look(&app.store, now, Purpose::SetUp, &token).await? else {
        return ask(path, visitor, State(app)).await;
    };
    cookies::check(&headers, &raw)?;
    let set_up = match form::parse(&raw) {
        Ok(set_up) => set_up,
        Err(errors) => return Ok(view::page(&visitor, &path, &raw, &errors).unprocessable()),
    };
    let moment = app.moment(visitor.actor());
    let account = match organisations::set_up(&app.store, &moment, &token, set_up).await {
        Ok(account) => account,
        Err(StoreError::Refused(Refusal::LinkSpent)) => {
            return ask(path, visitor, State(app)).await;
        }
        Err(error) => return Err(error.into()),
    };
    let cookie = session::start(&app, account, &headers).await?;
    let mut response = Notice::good(say!(visitor.words, "set-up-done")).then(Dashboard);
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}
