//! Typing a sign-in letter's code, on the device that asked for it or on any other: `/accounts/code`.

pub(super) mod form;
pub(super) mod view;

use axum::Router;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use axum_extra::routing::{RouterExt, TypedPath};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use plaudit_domain::person::Email;
use plaudit_domain::refusal::Refusal;
use plaudit_store::{StoreError, accounts};

use super::admit;
use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::rate_limit::{Class, Client};
use crate::http::{cookies, return_to};
use crate::paths::accounts::SignInCode;
use crate::state::App;
use form::{CODE, CodeForm, EMAIL};

/// Remembers, on this browser only, which address asked for a letter.
const ASKED: &str = "plaudit_asked";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(ask).typed_post(enter)
}

/// Sends the browser here to wait for the letter, with the address remembered.
pub(super) fn await_letter(app: &App, email: &Email, return_to: Option<&str>) -> Response {
    let mut response = Redirect::to(&return_to::carried_by(&SignInCode, return_to)).into_response();
    let value = utf8_percent_encode(email.as_str(), NON_ALPHANUMERIC).to_string();
    let cookie = Cookie::build((ASKED, value))
        .path(SignInCode::PATH)
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.settings.public_url().is_secure())
        .build();
    let lasts = accounts::LETTER_LASTS.as_secs();
    let cookie = HeaderValue::try_from(format!("{cookie}; Max-Age={lasts}"))
        .expect("what is encoded is plain ASCII");
    response.headers_mut().append(SET_COOKIE, cookie);
    response
}

/// Asks for the code, and for the address unless this browser remembers it.
async fn ask(_: SignInCode, visitor: Visitor, headers: HeaderMap, uri: Uri) -> Response {
    let jar = CookieJar::from_headers(&headers);
    let asked = jar.get(ASKED).map_or("", Cookie::value);
    let email = percent_decode_str(asked).decode_utf8_lossy();
    let return_to = return_to::of_query(&uri).unwrap_or_default();
    let raw = RawForm::from_pairs([
        (EMAIL, email.as_ref()),
        (return_to::FIELD, return_to.as_str()),
    ]);
    view::page(&visitor, &raw, &FieldErrors::default()).into_response()
}

/// Signs in, once. A wrong code and an unknown address answer alike.
async fn enter(
    _: SignInCode,
    headers: HeaderMap,
    visitor: Visitor,
    client: Client,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    cookies::check(&headers, &raw)?;
    let form = match CodeForm::parse(&raw) {
        Ok(form) => form,
        Err(errors) => return Ok(view::page(&visitor, &raw, &errors).unprocessable()),
    };
    app.limits.allow(Class::Code, &client.key())?;
    let moment = app.moment(visitor.actor());
    match accounts::sign_in_by_code(&app.store, &moment, &form.email, &form.code).await {
        Ok(account) => admit(&app, account, &headers, form.return_to).await,
        Err(StoreError::Refused(Refusal::LinkSpent | Refusal::WrongCode { .. })) => {
            let mut errors = FieldErrors::default();
            errors.say(CODE, "code-wrong");
            Ok(view::page(&visitor, &raw, &errors).unprocessable())
        }
        Err(error) => Err(error.into()),
    }
}
