//! Asking for a letter that signs in, and using its link: `/accounts/sign-in`.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::refusal::Refusal;
use plaudit_store::secrets::Token;
use plaudit_store::tokens::{self, Purpose, Standing};
use plaudit_store::{StoreError, accounts};

use super::{admit, code};
use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::rate_limit::Client;
use crate::http::{cookies, return_to, session};
use crate::paths::accounts::{SignIn, SignInLink, SignInRenewal};
use crate::state::App;
use form::SignInForm;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(ask)
        .typed_post(send)
        .typed_get(look)
        .typed_post(enter)
        .typed_post(renew)
}

/// Asks for the address, unless somebody is signed in already.
async fn ask(_: SignIn, headers: HeaderMap, visitor: Visitor, uri: Uri) -> Response {
    let return_to = return_to::of_query(&uri);
    if let (Some(signed_in), None) = (&visitor.signed_in, &return_to) {
        return Redirect::to(&Visitor::place_of_work(&signed_in.roles)).into_response();
    }
    let raw = RawForm::from_pairs([(return_to::FIELD, return_to.unwrap_or_default())]);
    // Signing out takes the cookie away: who still brings it was signed out by somebody else, or by time.
    let has_ended = visitor.signed_in.is_none() && session::is_carried(&headers);
    view::ask(&visitor, &raw, &FieldErrors::default(), has_ended).into_response()
}

/// Sends a letter if the address is known, and never says whether it is.
async fn send(
    _: SignIn,
    visitor: Visitor,
    client: Client,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let form = match SignInForm::parse(&raw) {
        Ok(form) => form,
        Err(errors) => return Ok(view::ask(&visitor, &raw, &errors, false).unprocessable()),
    };
    if app.limits.allow_sign_in(&client, form.email.as_str())? {
        let moment = app.moment(visitor.actor());
        accounts::ask_to_sign_in(
            &app.store,
            &moment,
            &form.email,
            visitor.words.language(),
            form.return_to.clone(),
        )
        .await?;
    }
    Ok(code::await_letter(
        &app,
        &form.email,
        form.return_to.as_deref(),
    ))
}

/// Shows a button, and as whom it signs in, so that nobody works in another's name without noticing. Whatever follows
/// links on its own signs nobody in.
async fn look(
    path: SignInLink,
    visitor: Visitor,
    uri: Uri,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let token = Token::parse(&path.token).ok_or(PageError::NotFound)?;
    let now = app.clock.now();
    match tokens::look(&app.store, now, Purpose::SignIn, &token).await? {
        Standing::Live(id) => {
            let account = accounts::get(&app.store, id.into()).await?;
            let return_to = return_to::of_query(&uri);
            Ok(view::enter(&visitor, &path, &account.name, return_to.as_deref()).into_response())
        }
        Standing::Spent(_) => {
            Ok(view::spent(&visitor, &SignInRenewal { token: path.token }).into_response())
        }
        Standing::Unknown => Err(PageError::NotFound),
    }
}

/// Signs in, once.
async fn enter(
    path: SignInLink,
    headers: HeaderMap,
    visitor: Visitor,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    cookies::check(&headers, &raw)?;
    let token = Token::parse(&path.token).ok_or(PageError::NotFound)?;
    let moment = app.moment(visitor.actor());
    match accounts::sign_in_by_link(&app.store, &moment, &token).await {
        Ok(account) => {
            let return_to = return_to::parse(raw.get(return_to::FIELD));
            admit(&app, account, &headers, return_to).await
        }
        // The page itself says what can be done now.
        Err(StoreError::Refused(Refusal::LinkSpent)) => {
            Ok(Redirect::to(&path.to_string()).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Sends a fresh letter to the address that the old one went to.
async fn renew(
    path: SignInRenewal,
    visitor: Visitor,
    client: Client,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let token = Token::parse(&path.token).ok_or(PageError::NotFound)?;
    let now = app.clock.now();
    let account = match tokens::look(&app.store, now, Purpose::SignIn, &token).await? {
        Standing::Live(id) | Standing::Spent(id) => accounts::get(&app.store, id.into()).await?,
        Standing::Unknown => return Err(PageError::NotFound),
    };
    if app.limits.allow_sign_in(&client, account.email.as_str())? {
        let moment = app.moment(visitor.actor());
        let language = visitor.words.language();
        accounts::ask_to_sign_in(&app.store, &moment, &account.email, language, None).await?;
    }
    Ok(code::await_letter(&app, &account.email, None))
}
