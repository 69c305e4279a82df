//! How an error looks: what happened, what was typed, and a way onward.

use axum::http::StatusCode;
use maud::{Markup, Render, html};

use super::{Asked, PageError};
use crate::http::actor::Visitor;
use crate::http::form::RawForm;
use crate::http::refusal;
use crate::paths;
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::details::details;
use crate::ui::fields::hidden;
use crate::ui::heading::Heading;
use crate::ui::page::{Page, Place};
use crate::ui::prose::as_typed;

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
    let lede = match error {
        PageError::Refused(refusal) => refusal::in_words(refusal, words),
        _ => words.fill(&format!("error-{key}-text"), &[("minutes", minutes.into())]),
    };
    let body = html! {
        (Heading::new(&title).lede(lede))
        @if let PageError::SignInFirst { .. } = error {
            p { a href=(paths::accounts::SignIn) target="_blank" rel="noopener" { (say!(words, "error-sign-in-elsewhere")) } }
        }
        @if let Some(form) = typed {
            p { (say!(words, "error-typing-kept")) }
            form method="post" action=(asked.uri.path()) {
                @for (name, value) in form.pairs() { (hidden(name, &value)) }
                (submit(Look::Primary, &say!(words, "error-send-again")))
            }
            (details(&say!(words, "error-what-you-typed"), &html! {
                @for text in texts(form) { (as_typed(text)) }
            }))
        } @else if asked.method.is_safe() {
            @if let PageError::NotFound = error { p { (say!(words, "error-not-found-lost-link")) } }
            @if let PageError::Database(_) | PageError::Bug(_) = error {
                p { a href=(asked.uri.path()) { (say!(words, "error-try-again")) } }
            }
            p { a href=(paths::public::Home) { (say!(words, "error-to-the-start")) } }
        } @else {
            p { (say!(words, "error-go-back")) " " a href=(paths::public::Home) { (say!(words, "error-to-the-start")) } }
        }
        @if error.status() == StatusCode::INTERNAL_SERVER_ERROR || error.status() == StatusCode::SERVICE_UNAVAILABLE {
            p.muted { (say!(words, "error-reference", id = asked.id.as_str())) }
        }
    };
    Page::new(&visitor.frame(Place::Public), title, body).render()
}

/// What was written rather than chosen: whatever has a space in it.
fn texts(form: &RawForm) -> impl Iterator<Item = &str> {
    form.pairs()
        .map(|(_, value)| value)
        .filter(|value| value.trim().contains(char::is_whitespace))
}
