//! The page that somebody wanted before they had to sign in, carried along until they have.

use axum::http::Uri;
use axum_extra::routing::TypedPath;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::form::RawForm;

/// The field, in the query and in forms.
pub const FIELD: &str = "return-to";

/// The most that is carried.
const LONGEST: usize = 1_000;

/// What would end the value or the query.
const IN_A_QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'=')
    .add(b'?');

/// One of our own pages, if that is what this is; another site's address is nothing.
pub fn parse(text: &str) -> Option<String> {
    let ours = text.starts_with('/')
        && !text.starts_with("//")
        && !text.contains(['\\', '\r', '\n', '\t'])
        && text.len() <= LONGEST
        && text.parse::<Uri>().is_ok_and(|uri| uri.host().is_none());
    ours.then(|| text.to_owned())
}

/// The page that the query asks to go on to.
pub fn of_query(uri: &Uri) -> Option<String> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    parse(query.get(FIELD))
}

/// This path's address, carrying the page to go on to.
pub fn carried_by(path: &impl TypedPath, page: Option<&str>) -> String {
    match page {
        Some(page) => format!("{path}?{FIELD}={}", utf8_percent_encode(page, IN_A_QUERY)),
        None => path.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths::accounts::SignIn;

    #[test]
    fn only_our_own_pages_are_gone_on_to() {
        assert_eq!(parse("/judging?page=2"), Some("/judging?page=2".to_owned()));
        for other in [
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "evil",
            "",
            "/a\nb",
        ] {
            assert_eq!(parse(other), None, "{other}");
        }
    }

    #[test]
    fn a_page_is_carried_whole() {
        let page = "/judging/scorecards/1?a=b&c=d e";
        let carried = carried_by(&SignIn, Some(page)).parse::<Uri>();
        assert!(carried.is_ok());
        let carried = carried_by(&SignIn, Some("/admin/nominations?q=a%20b&page=2"));
        let uri: Uri = carried.parse().expect("an address");
        assert_eq!(
            of_query(&uri),
            Some("/admin/nominations?q=a%20b&page=2".to_owned())
        );
    }
}
