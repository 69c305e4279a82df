//! Answering an invitation to be an administrator or a judge: `/accounts/invitations/{token}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::text;
use plaudit_store::memberships;
use plaudit_store::secrets::Token;
use plaudit_store::{Actor, StoreError};

use super::admit;
use super::code::form::{CODE, CodeForm};
use crate::http::actor::Visitor;
use crate::http::cookies;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::rate_limit::{Class, Client};
use crate::paths::accounts::{
    Invitation, InvitationAcceptance, InvitationCode, InvitationRefusal, InvitationRenewal,
};
use crate::paths::public::Home;
use crate::say;
use crate::state::App;

/// Why somebody declines, if they say.
const REASON: &str = "reason";
/// A few sentences are enough.
const REASON_WORDS: usize = 200;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(ask_code)
        .typed_post(try_code)
        .typed_get(look)
        .typed_post(accept)
        .typed_post(decline)
        .typed_post(renew)
}

fn token(text: &str) -> Result<Token, PageError> {
    Token::parse(text).ok_or(PageError::NotFound)
}

/// Asks for the code, for whom the letter's link does not reach.
async fn ask_code(_: InvitationCode, visitor: Visitor) -> Response {
    view::code(&visitor, &RawForm::default(), &FieldErrors::default()).into_response()
}

/// Leads to the invitation that the code stands for.
async fn try_code(
    _: InvitationCode,
    visitor: Visitor,
    client: Client,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let form = match CodeForm::parse(&raw) {
        Ok(form) => form,
        Err(errors) => return Ok(view::code(&visitor, &raw, &errors).unprocessable()),
    };
    app.limits.allow(Class::Code, &client.key())?;
    let moment = app.moment(visitor.actor());
    match memberships::exchange_code(&app.store, &moment, &form.email, &form.code).await {
        Ok(token) => {
            let token = token.text();
            Ok(Redirect::to(&Invitation { token }.to_string()).into_response())
        }
        Err(StoreError::Refused(Refusal::LinkSpent | Refusal::WrongCode { .. })) => {
            let mut errors = FieldErrors::default();
            errors.say(CODE, "invitation-code-wrong");
            Ok(view::code(&visitor, &raw, &errors).unprocessable())
        }
        Err(error) => Err(error.into()),
    }
}

/// Shows what is asked, with two buttons. Whatever follows links on its own answers nothing.
async fn look(
    path: Invitation,
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let token = token(&path.token)?;
    let offer = memberships::offer(&app.store, app.clock.now(), &token).await?;
    let (raw, errors) = (RawForm::default(), FieldErrors::default());
    Ok(view::page(&visitor, &path, &offer, &raw, &errors).into_response())
}

/// Says yes, and signs in: whoever holds the letter holds the address.
async fn accept(
    path: InvitationAcceptance,
    headers: HeaderMap,
    visitor: Visitor,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    cookies::check(&headers, &raw)?;
    let moment = app.moment(visitor.actor());
    match memberships::accept(&app.store, &moment, &token(&path.token)?).await {
        Ok(account) => admit(&app, account, &headers, None).await,
        Err(error) => back_to_invitation(path.token, error),
    }
}

/// Says no.
async fn decline(
    path: InvitationRefusal,
    visitor: Visitor,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut errors = raw.errors();
    let reason = text::optional_paragraphs(raw.get(REASON), Some(REASON_WORDS));
    let reason = errors.take(REASON, "invitation-reason-noun", reason);
    let Some(reason) = reason.filter(|_| errors.is_empty()) else {
        let token = token(&path.token)?;
        let offer = memberships::offer(&app.store, app.clock.now(), &token).await?;
        let path = Invitation { token: path.token };
        return Ok(view::page(&visitor, &path, &offer, &raw, &errors).unprocessable());
    };
    let reason = Some(reason).filter(|reason| !reason.is_empty());
    let moment = app.moment(visitor.actor());
    match memberships::decline(&app.store, &moment, &token(&path.token)?, reason).await {
        Ok(_) => Ok(Notice::plain(say!(visitor.words, "invitation-declined")).then(Home)),
        Err(error) => back_to_invitation(path.token, error),
    }
}

/// Sends a fresh letter to the address that the old one went to.
async fn renew(
    path: InvitationRenewal,
    visitor: Visitor,
    client: Client,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let token = token(&path.token)?;
    app.limits.allow(Class::Letter, &client.key())?;
    app.limits.allow(Class::LetterTo, &path.token)?;
    let moment = app.moment(Actor::Visitor);
    match memberships::renew(&app.store, &moment, &token).await {
        Ok(()) => {
            let path = Invitation { token: path.token };
            Ok(Notice::good(say!(visitor.words, "invitation-renewed")).then(path))
        }
        Err(error) => back_to_invitation(path.token, error),
    }
}

/// The invitation's own page says what can be done about a used link.
fn back_to_invitation(token: String, error: StoreError) -> Result<Response, PageError> {
    match error {
        StoreError::Refused(Refusal::LinkSpent) => {
            Ok(Redirect::to(&Invitation { token }.to_string()).into_response())
        }
        error => Err(error.into()),
    }
}
