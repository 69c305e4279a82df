//! The nomination that was begun in this browser: a cookie for as long as the browser is open, so that a form that was
//! saved by itself is found again.

use axum::http::{HeaderMap, HeaderValue};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use jiff::Timestamp;
use plaudit_domain::nomination::Status;
use plaudit_store::reports::nomination;
use plaudit_store::reports::nomination_form::NominationForm;
use plaudit_store::secrets::Token;

use super::posted::Posted;
use crate::http::error::PageError;
use crate::paths::public::NominationForm as FormPath;
use crate::shown::nomination_form::field;
use crate::state::App;

const COOKIE: &str = "plaudit_begun";

/// A draft that waits in this browser.
#[derive(Clone, Debug)]
pub(in crate::public) struct Begun {
    /// Its form.
    pub(in crate::public) path: FormPath,
    /// Whom it is for, as far as that was typed.
    pub(in crate::public) nominee: Option<String>,
    /// When it was last kept.
    pub(in crate::public) kept_at: Timestamp,
}

/// The draft of this form that was begun in this browser and not sent.
pub(super) async fn find(
    app: &App,
    headers: &HeaderMap,
    form: &NominationForm,
) -> Result<Option<Begun>, PageError> {
    let jar = CookieJar::from_headers(headers);
    let Some(key) = jar
        .get(COOKIE)
        .and_then(|cookie| Token::parse(cookie.value()))
    else {
        return Ok(None);
    };
    let found = nomination::by_key(&app.store, app.clock.now(), &key).await?;
    Ok(found
        .map(|(_, nomination)| nomination)
        .filter(|nomination| nomination.season.id == form.season.id)
        .filter(|nomination| nomination.status == Status::Draft)
        .map(|nomination| Begun {
            path: FormPath { key: key.text() },
            nominee: nomination.typed.as_ref().and_then(|typed| {
                let name = typed.all(field::NOMINEE_NAME).next()?.trim();
                (!name.is_empty()).then(|| name.to_owned())
            }),
            kept_at: nomination.updated_at,
        }))
}

/// Remembers the form in this browser, or forgets it once it is sent.
pub(super) fn cookie(app: &App, posted: &Posted, sent: bool) -> HeaderValue {
    let mut cookie = Cookie::build((COOKIE, posted.key.text()))
        .path("/nominate")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.settings.public_url().is_secure())
        .build();
    if sent {
        cookie.make_removal();
    }
    HeaderValue::try_from(cookie.to_string()).expect("a token in hexadecimal digits is plain ASCII")
}
