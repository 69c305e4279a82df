//! One sentence about what was just done, carried by a cookie to the next page and shown once.

use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use axum_extra::routing::TypedPath;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::ui::notice;
use crate::ui::tone::Tone;

const COOKIE: &str = "plaudit_notice";

/// The most that is carried, in bytes: browsers drop a cookie of more than 4096.
const LONGEST: usize = 1_000;

/// A sentence on its way to the next page: `Notice::good(words).then(path)`.
#[derive(Debug, Clone)]
pub struct Notice {
    tone: Tone,
    text: String,
}

impl Notice {
    /// It is done.
    pub fn good(text: impl Into<String>) -> Self {
        Self::new(Tone::Good, text)
    }

    /// It matters, and nothing is wrong.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(Tone::Plain, text)
    }

    /// It went wrong, or needs care.
    pub fn bad(text: impl Into<String>) -> Self {
        Self::new(Tone::Bad, text)
    }

    fn new(tone: Tone, text: impl Into<String>) -> Self {
        let mut text = text.into();
        let end = text.floor_char_boundary(LONGEST);
        text.truncate(end);
        Self { tone, text }
    }

    /// Sends the browser to this page by GET, which shows the sentence.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "the handler is done with its path, and reads as a sentence"
    )]
    pub fn then(self, path: impl TypedPath) -> Response {
        self.then_at(&path.to_string())
    }

    /// The same for a page of ours with something asked for in its address.
    pub fn then_at(self, location: &str) -> Response {
        let mut response = Redirect::to(location).into_response();
        let mark = match self.tone {
            Tone::Good => 'g',
            Tone::Bad => 'b',
            _ => 'p',
        };
        let value = format!(
            "{mark}{}",
            utf8_percent_encode(&self.text, NON_ALPHANUMERIC)
        );
        let cookie = Cookie::build((COOKIE, value))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .build();
        set(response.headers_mut(), &cookie);
        response
    }
}

/// The sentence that the last answer left, if any.
pub(crate) fn left(headers: &HeaderMap) -> Option<notice::Notice> {
    let jar = CookieJar::from_headers(headers);
    let value = jar.get(COOKIE)?.value().to_owned();
    let mut rest = value.chars();
    let tone = match rest.next()? {
        'g' => Tone::Good,
        'p' => Tone::Plain,
        'b' => Tone::Bad,
        _ => return None,
    };
    let text = percent_decode_str(rest.as_str()).decode_utf8().ok()?;
    Some(notice::Notice {
        tone,
        text: text.into_owned(),
    })
}

/// Takes the sentence away once a page has shown it.
pub(crate) async fn clear(request: Request, next: Next) -> Response {
    let shown = request.method() == Method::GET
        && CookieJar::from_headers(request.headers())
            .get(COOKIE)
            .is_some();
    let mut response = next.run(request).await;
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if shown && is_page {
        let mut cookie = Cookie::build((COOKIE, "")).path("/").build();
        cookie.make_removal();
        set(response.headers_mut(), &cookie);
    }
    response
}

fn set(headers: &mut HeaderMap, cookie: &Cookie<'_>) {
    let value = HeaderValue::try_from(cookie.to_string()).expect("what is encoded is plain ASCII");
    headers.append(SET_COOKIE, value);
}

#[cfg(test)]
mod tests {
    use axum::http::header::{COOKIE as COOKIE_HEADER, LOCATION};

    use super::*;
    use crate::paths::public::Home;

    #[test]
    fn a_sentence_reaches_the_next_page_whole() {
        let response = Notice::good("Siân’s scores; all, are saved: 100 %").then(Home);
        assert_eq!(response.headers()[LOCATION], "/");
        let cookie = response.headers()[SET_COOKIE].to_str().expect("ASCII");
        let given = cookie.split(';').next().expect("a cookie");
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE_HEADER, given.parse().expect("a header"));
        let left = left(&headers).expect("a notice");
        assert_eq!(left.text, "Siân’s scores; all, are saved: 100 %");
        assert_eq!(left.tone, Tone::Good);
    }

    #[test]
    fn a_cookie_that_we_did_not_write_is_no_notice() {
        let mut headers = HeaderMap::new();
        headers.insert(
            COOKIE_HEADER,
            HeaderValue::from_static("plaudit_notice=%ff"),
        );
        assert!(left(&headers).is_none());
    }
}
