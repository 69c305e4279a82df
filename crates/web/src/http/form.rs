//! What a browser posted, read so that extraction never fails on content: what is wrong becomes a
//! field error, and everything typed can be shown again.

use std::collections::BTreeSet;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode;
use plaudit_domain::text::Fault;

use super::error::PageError;
use super::field_errors::{FieldError, FieldErrors, Sentence, What};

/// The most that a posted form may weigh, in bytes. The longest form that the questions allow is a
/// tenth of this.
pub const LARGEST_FORM: usize = 1024 * 1024;

/// The most fields that are read; whoever posts more is not a browser with one of our pages.
const MOST_FIELDS: usize = 5_000;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Field {
    name: String,
    text: String,
    fault: Option<Fault>,
}

/// The name and value pairs of a posted form, in order, as they were typed.
///
/// Line breaks are `\n`, whatever the browser sent. Names that nobody asks for are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawForm {
    fields: Vec<Field>,
}

impl RawForm {
    /// Reads the pairs of an `application/x-www-form-urlencoded` body.
    pub fn from_bytes(body: &[u8]) -> Self {
        let fields = body
            .split(|byte| *byte == b'&')
            .filter(|pair| !pair.is_empty())
            .take(MOST_FIELDS)
            .map(|pair| {
                let middle = pair.iter().position(|byte| *byte == b'=');
                let (name, value) = match middle {
                    Some(at) => (&pair[..at], &pair[at + 1..]),
                    None => (pair, &[][..]),
                };
                let (name, _) = decode(name);
                let (text, fault) = decode(value);
                Field { name, text, fault }
            })
            .collect();
        Self { fields }
    }

    /// A form as if it had been typed: what a page shows when it is opened to change something.
    pub fn from_pairs<N: Into<String>, V: Into<String>>(
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let fields = pairs
            .into_iter()
            .map(|(name, text)| Field {
                name: name.into(),
                text: text.into(),
                fault: None,
            })
            .collect();
        Self { fields }
    }

    /// The names of all fields, as they came.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|field| field.name.as_str())
    }

    /// The first value of this name as it was typed; empty when there is none.
    ///
    /// A name that is posted twice keeps its first value, as the page puts its own field first.
    pub fn get(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|field| field.name == name)
            .map_or("", |field| field.text.as_str())
    }

    /// The first value of this name without the space around it.
    pub fn trimmed(&self, name: &str) -> &str {
        self.get(name).trim()
    }

    /// Every value of this name, in order: the boxes that were ticked.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields
            .iter()
            .filter(move |field| field.name == name)
            .map(|field| field.text.as_str())
    }

    /// Whether this name was posted at all: whether a button was pressed or a box ticked.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// Which numbers occur in names such as `claim[2].before`, ascending, each once.
    pub fn indices(&self, list: &str) -> Vec<usize> {
        let numbers: BTreeSet<usize> = self
            .fields
            .iter()
            .filter_map(|field| {
                let rest = field.name.strip_prefix(list)?.strip_prefix('[')?;
                rest.split_once(']')?.0.parse().ok()
            })
            .collect();
        numbers.into_iter().collect()
    }

    /// Which keys occur in names such as `answer[<id>]`, in the order they were posted, each once.
    pub fn keys<'a>(&'a self, list: &str) -> Vec<&'a str> {
        let mut keys: Vec<&str> = Vec::new();
        for field in &self.fields {
            let key = field
                .name
                .strip_prefix(list)
                .and_then(|rest| rest.strip_prefix('['))
                .and_then(|rest| rest.split_once(']'))
                .map(|(key, _)| key);
            if let Some(key) = key
                && !keys.contains(&key)
            {
                keys.push(key);
            }
        }
        keys
    }

    /// Everything that was posted, in order: what a page must keep so that nothing typed is lost.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields
            .iter()
            .map(|field| (field.name.as_str(), field.text.as_str()))
    }

    /// Whether nothing was posted.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The same form with one more value, or with this name's value put in the place of the old.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|field| field.name != name);
        self.fields.push(Field {
            name: name.to_owned(),
            text: value.to_owned(),
            fault: None,
        });
        self
    }

    /// The errors that every `parse` begins with: fields whose bytes cannot be kept, by name.
    pub fn errors(&self) -> FieldErrors {
        let errors = self
            .fields
            .iter()
            .filter_map(|field| {
                Some(FieldError {
                    field: field.name.clone(),
                    sentence: Sentence::Fault {
                        what: What::Unnamed,
                        fault: field.fault.clone()?,
                    },
                })
            })
            .collect();
        FieldErrors { errors }
    }
}

/// `+` and `%41` undone, line breaks made one kind; what is not Unicode is shown as far as it can be.
fn decode(raw: &[u8]) -> (String, Option<Fault>) {
    let spaced: Vec<u8> = raw
        .iter()
        .map(|byte| if *byte == b'+' { b' ' } else { *byte })
        .collect();
    let bytes: Vec<u8> = percent_decode(&spaced).collect();
    let (text, fault) = match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => {
            let nul = Fault::Forbidden {
                character: "U+0000".to_owned(),
            };
            (text.replace('\0', "\u{fffd}"), Some(nul))
        }
        Ok(text) => (text, None),
        Err(error) => (
            String::from_utf8_lossy(error.as_bytes()).replace('\0', "\u{fffd}"),
            Some(Fault::NotText),
        ),
    };
    (text.replace("\r\n", "\n").replace('\r', "\n"), fault)
}

impl<S: Send + Sync> FromRequest<S> for RawForm {
    type Rejection = PageError;

    async fn from_request(request: Request, _: &S) -> Result<Self, PageError> {
        let is_form = is_form(request.headers());
        let body = to_bytes(request.into_body(), LARGEST_FORM)
            .await
            .map_err(|_| PageError::TooLarge)?;
        // A button without fields posts no body, and some clients then send no type either.
        if is_form || body.is_empty() {
            Ok(Self::from_bytes(&body))
        } else {
            Err(PageError::NotAForm)
        }
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|kind| kind.split(';').next())
        .is_some_and(|kind| {
            kind.trim()
                .eq_ignore_ascii_case("application/x-www-form-urlencoded")
        })
}

/// What the answered request had posted; it travels with the answer, so that whatever went wrong on
/// the way, the error page can keep what was typed.
#[derive(Debug, Clone)]
pub(crate) struct Typed(pub(crate) RawForm);

/// Reads a posted form before anybody else does, whole or not at all, and hands it on both ways.
pub(crate) async fn keep(request: Request, next: Next) -> Response {
    if request.method().is_safe() || !is_form(request.headers()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_FORM).await else {
        return PageError::TooLarge.into_response();
    };
    let mut response = next
        .run(Request::from_parts(parts, Body::from(body.clone())))
        .await;
    if response.status().is_client_error() || response.status().is_server_error() {
        let typed = Typed(RawForm::from_bytes(&body));
        response.extensions_mut().insert(typed);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_kept_exactly() {
        let form = RawForm::from_bytes(
            "name=Si%C3%A2n+%F0%9F%8E%89&note=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7&empty=&flag"
                .as_bytes(),
        );
        assert_eq!(form.get("name"), "Siân 🎉");
        assert_eq!(form.get("note"), "مرحبا");
        assert_eq!(form.get("empty"), "");
        assert!(form.has("flag"));
        assert!(form.errors().is_empty());
    }

    #[test]
    fn line_breaks_are_of_one_kind() {
        let form = RawForm::from_bytes(b"text=a%0D%0Ab%0Dc%0Ad");
        assert_eq!(form.get("text"), "a\nb\nc\nd");
    }

    #[test]
    fn bytes_that_are_no_text_are_an_error_at_their_field() {
        let form = RawForm::from_bytes(b"good=yes&name=Zo%E9&note=a%00b");
        let errors = form.errors();
        let faults: Vec<_> = errors
            .iter()
            .map(|error| (error.field.as_str(), error.fault()))
            .collect();
        let nul = Fault::Forbidden {
            character: "U+0000".to_owned(),
        };
        assert_eq!(
            faults,
            [("name", Some(&Fault::NotText)), ("note", Some(&nul))]
        );
        assert_eq!(form.get("name"), "Zo\u{fffd}");
        assert_eq!(form.get("note"), "a\u{fffd}b");
        assert_eq!(form.get("good"), "yes");
    }

    #[test]
    fn a_name_posted_twice_keeps_its_first_value_and_boxes_keep_all() {
        let form = RawForm::from_bytes(b"size=small&size=large");
        assert_eq!(form.get("size"), "small");
        assert_eq!(form.all("size").collect::<Vec<_>>(), ["small", "large"]);
    }

    #[test]
    fn numbered_and_keyed_names_are_found() {
        let form = RawForm::from_bytes(
            b"claim[10].before=x&claim%5B2%5D.after=y&claim[2].before=z&claim[x].a=1&answer[q1]=a",
        );
        assert_eq!(form.indices("claim"), [2, 10]);
        assert_eq!(form.keys("answer"), ["q1"]);
        assert_eq!(form.get("claim[2].after"), "y");
    }
}
