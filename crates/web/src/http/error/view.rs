//! How an error looks: what happened, what was typed, and a way onward.

use axum::http::StatusCode;
use maud::{Markup, Render, html};

use super::{Asked, PageError};
use crate::http::actor::Visitor;
use crate::http::form::RawForm;
use crate::http::refusal;
use crate::paths;
use crate::say;
use crate::ui::page::{Page, Place};

/// The page for this error; with what was typed, and a button that sends it again, where that helps.
pub(super) fn page(
    visitor: &Visitor,
    error: &PageError,
    asked: &Asked,
    typed: Option<&RawForm>,
) -> Markup {
    let words = &visitor.words;
    let key = error.key();
    let title = say!(words, &format!("error-{key}-title"));
    let minutes = match error {
        PageError::TooMany { wait } => wait.as_secs().div_ceil(60),
        _ => 0,
    };
    let body = html! {
        h1 { (title) }
        @match error {
            PageError::Refused(refusal) => p.lead { (refusal::in_words(refusal, words)) },
            _ => p.lead { (words.fill(&format!("error-{key}-text"), &[("minutes", minutes.into())])) },
        }
        @if let PageError::SignInFirst { .. } = error {
            p { a href=(paths::accounts::SignIn) target="_blank" rel="noopener" { (say!(words, "error-sign-in-elsewhere")) } }
        }
        @if let Some(form) = typed {
            p { (say!(words, "error-typing-kept")) }
            form method="post" action=(asked.uri.path()) {
                @for (name, value) in form.pairs() {
                    input type="hidden" name=(name) value=(value);
                }
                button type="submit" { (say!(words, "error-send-again")) }
            }
            details {
                summary { (say!(words, "error-what-you-typed")) }
                @for (_, value) in form.pairs() {
                    @if value.contains(char::is_whitespace) { p.typed { (value) } }
                }
            }
        } @else if asked.method.is_safe() {
            p { a href=(paths::public::Home) { (say!(words, "error-to-the-start")) } }
        } @else {
            p { (say!(words, "error-go-back")) " " a href=(paths::public::Home) { (say!(words, "error-to-the-start")) } }
        }
        @if error.status() == StatusCode::INTERNAL_SERVER_ERROR || error.status() == StatusCode::SERVICE_UNAVAILABLE {
            p.reference { (say!(words, "error-reference", id = asked.id.as_str())) }
        }
    };
    Page::new(&visitor.frame(Place::Public), title, body).render()
}
