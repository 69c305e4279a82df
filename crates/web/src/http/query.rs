//! The part of an address after its question mark: built pair by pair, and tidied of the pairs that say nothing.

use std::fmt::{self, Display, Write as _};

use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// An address with what it asks for.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    text: String,
    asks: bool,
}

impl Address {
    /// A page that is asked for nothing yet.
    pub(crate) fn of(path: impl Display) -> Self {
        Self {
            text: path.to_string(),
            asks: false,
        }
    }

    /// Asks for this too, unless it is nothing.
    pub(crate) fn with(mut self, name: &str, value: impl Display) -> Self {
        let value = value.to_string();
        if !value.is_empty() {
            let sign = if self.asks { '&' } else { '?' };
            let value = utf8_percent_encode(&value, PLAIN);
            let _ = write!(self.text, "{sign}{name}={value}");
            self.asks = true;
        }
        self
    }

    /// The same for what may be asked for or not.
    pub(crate) fn with_some(self, name: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// This page of a list; the first goes without saying.
    pub(crate) fn page(self, name: &str, page: u64) -> Self {
        self.with_some(name, (page > 1).then_some(page))
    }
}

/// What needs no escaping: all that ids, words and dates are made of.
const PLAIN: &percent_encoding::AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');

impl Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// Sends a browser whose form left fields empty to the same page without them: an address that is sent on or kept says
/// what is asked for, and no more.
pub(crate) async fn tidied(request: Request, next: Next) -> Response {
    let uri = request.uri();
    let tidy = uri.query().and_then(without_blanks);
    match tidy {
        Some(query) if request.method() == Method::GET => {
            let path = uri.path();
            let target = match query.as_str() {
                "" => path.to_owned(),
                query => format!("{path}?{query}"),
            };
            Redirect::to(&target).into_response()
        }
        _ => next.run(request).await,
    }
}

/// The query without the pairs that have no value, if there is one.
fn without_blanks(query: &str) -> Option<String> {
    let is_blank = |pair: &&str| {
        pair.split_once('=')
            .is_none_or(|(_, value)| value.is_empty())
    };
    let pairs: Vec<&str> = query.split('&').collect();
    pairs.iter().any(is_blank).then(|| {
        let kept: Vec<&str> = pairs.into_iter().filter(|pair| !is_blank(pair)).collect();
        kept.join("&")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_for_what_is_something_and_escapes_it() {
        let address = Address::of("/admin/cases")
            .with("search", "Siân & 100%")
            .with("status", "")
            .with_some("by", None::<&str>)
            .page("page", 1);
        assert_eq!(
            address.to_string(),
            "/admin/cases?search=Si%C3%A2n%20%26%20100%25"
        );
        assert_eq!(Address::of("/x").page("page", 2).to_string(), "/x?page=2");
    }

    #[test]
    fn what_says_nothing_is_left_out_and_all_else_stays_as_it_was() {
        assert_eq!(
            without_blanks("a=1&b=&c=x%20y&d"),
            Some("a=1&c=x%20y".into())
        );
        assert_eq!(without_blanks("a=&b="), Some(String::new()));
        assert_eq!(without_blanks("a=1&a=2"), None);
    }
}
