//! The cookie that a signed-in browser carries: a random token whose digest is all that is kept.

use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, HeaderValue};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use jiff::SignedDuration;
use plaudit_domain::ids::AccountId;
use plaudit_store::secrets::Token;
use plaudit_store::sessions::{self, Beginning};
use plaudit_store::{Actor, StoreError};

use crate::state::App;

const COOKIE: &str = "plaudit_session";

/// The same where people reach us by https: browsers let no neighbouring host set a cookie that is called so.
const SECURE_COOKIE: &str = "__Host-plaudit_session";

/// How long a session lasts without being used.
pub const LASTS: SignedDuration = SignedDuration::from_hours(24 * 14);

/// How long a session lasts at the most, however much it is used: whoever came by its cookie unseen is out then, and a
/// judge who works through a panel's month still signs in once.
pub const ENDS: SignedDuration = SignedDuration::from_hours(24 * 30);

/// How long a session that is used goes on before it is written down that it is.
pub const SEEN_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// The most that is kept of what a browser says of itself.
const LONGEST_DEVICE: usize = 200;

/// Whether the request carries a session at all, valid or not.
pub(crate) fn is_carried(headers: &HeaderMap) -> bool {
    let jar = CookieJar::from_headers(headers);
    jar.get(COOKIE).is_some() || jar.get(SECURE_COOKIE).is_some()
}

/// The token that the request carries.
pub(crate) fn carried(app: &App, headers: &HeaderMap) -> Option<Token> {
    Token::parse(CookieJar::from_headers(headers).get(name(app))?.value())
}

fn name(app: &App) -> &'static str {
    if app.settings.public_url().is_secure() {
        SECURE_COOKIE
    } else {
        COOKIE
    }
}

/// What the browser says of itself, so that its owner knows it again in the list of sessions.
pub(crate) fn device(headers: &HeaderMap) -> String {
    let device = headers
        .get(USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    device.chars().take(LONGEST_DEVICE).collect()
}

/// Signs the account in on this browser: the cookie to be set with the answer.
///
/// A fresh token every time, so that one planted before the sign-in is worth nothing after it. The session that this
/// browser had before ends: nobody could sign it out any more.
pub(crate) async fn start(
    app: &App,
    account: AccountId,
    headers: &HeaderMap,
) -> Result<HeaderValue, StoreError> {
    let moment = app.moment(Actor::Account(account));
    let beginning = Beginning {
        account,
        device: device(headers),
        lasts: LASTS,
        instead_of: carried(app, headers),
    };
    let token = sessions::start(&app.store, &moment, beginning).await?;
    // The browser keeps the cookie to the last; whether the session was left unused is for us to know.
    Ok(cookie(app, token.text(), Some(ENDS)))
}

/// The cookie that takes the session's cookie away.
pub(crate) fn ended(app: &App) -> HeaderValue {
    cookie(app, String::new(), None)
}

fn cookie(app: &App, value: String, lasts: Option<SignedDuration>) -> HeaderValue {
    let mut cookie = Cookie::build((name(app), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.settings.public_url().is_secure())
        .build();
    let attributes = if let Some(lasts) = lasts {
        format!("; Max-Age={}", lasts.as_secs())
    } else {
        cookie.make_removal();
        String::new()
    };
    HeaderValue::try_from(format!("{cookie}{attributes}"))
        .expect("a token in hexadecimal digits is plain ASCII")
}
