//! Whether the browser keeps cookies: asked by the pages that sign in, before a link or code is spent in vain.

use axum::extract::Request;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;

use super::error::PageError;
use super::form::RawForm;

/// The hidden field of a form that needs a cookie to have been kept since its page was shown.
pub const FIELD: &str = "cookies-asked";

/// It says nothing of anybody, and goes to the pages that sign in alone.
const ASKED: HeaderValue =
    HeaderValue::from_static("plaudit_keeps=yes; Path=/accounts; HttpOnly; SameSite=Lax");

/// Gives a browser that has no cookie of ours one to keep.
pub(crate) async fn ask(request: Request, next: Next) -> Response {
    let is_new = request.method() == Method::GET && !request.headers().contains_key(COOKIE);
    let mut response = next.run(request).await;
    if is_new {
        give(response.headers_mut());
    }
    response
}

/// Puts the cookie into an answer.
pub(crate) fn give(headers: &mut HeaderMap) {
    headers.append(SET_COOKIE, ASKED);
}

/// Refuses a form whose page gave a cookie that did not come back.
pub(crate) fn check(headers: &HeaderMap, raw: &RawForm) -> Result<(), PageError> {
    if raw.has(FIELD) && !headers.contains_key(COOKIE) {
        return Err(PageError::NoCookies);
    }
    Ok(())
}
