//! "There is a problem": all errors of a form at once, each a link to its field.
use maud::{Markup, html};

use super::fields;
use crate::say;
use crate::words::Words;

/// The summary at the top of a refused form, nothing without errors; each error is its field's name and its sentence.
pub fn error_summary<'a>(
    words: &Words,
    errors: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Markup {
    let errors: Vec<_> = errors.into_iter().collect();
    html! {
        @if !errors.is_empty() {
            div.error-summary role="alert" tabindex="-1" autofocus {
                h2 { (say!(words, "error-summary-title")) }
                ul {
                    @for (name, sentence) in errors {
                        li { a href={ "#" (fields::id(name)) } { (sentence) } }
                    }
                }
            }
        }
    }
}
