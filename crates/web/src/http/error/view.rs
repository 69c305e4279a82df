//! How an error looks: what happened, what was typed, and a way onward.

use axum::http::StatusCode;
use maud::{Markup, Render, html};

use super::PageError;
use crate::http::form::RawForm;
use crate::http::refusal;
use crate::paths;
use crate::say;
use crate::shown::name;
use crate::ui::button::{Look, link_button, submit};
use crate::ui::details::details;
use crate::ui::fields::hidden;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::{Contact, Frame, Page};
use crate::ui::prose::as_typed;
use crate::words::Words;

/// What an error page tells: all that is known of the request, of its reader, and of where they may want to go.
pub(crate) struct Told<'a> {
    /// The reader's language.
    pub(crate) words: &'a Words,
    /// What happened.
    pub(crate) error: &'a PageError,
    /// The address that was asked for.
    pub(crate) path: &'a str,
    /// Whether asking again changes nothing.
    pub(crate) is_safe: bool,
    /// The request's number.
    pub(crate) id: &'a str,
    /// What was typed, where sending it again may help.
    pub(crate) typed: Option<&'a RawForm>,
    /// As whom the reader is signed in.
    pub(crate) signed_in: Option<&'a str>,
    /// Where the reader may want to go.
    pub(crate) onward: &'a [Link],
    /// Whom to write to.
    pub(crate) contact: Option<&'a Contact>,
}

impl Told<'_> {
    /// The page in this frame.
    pub(super) fn page(&self, frame: &Frame) -> Markup {
        Page::new(frame, self.title(), self.render()).render()
    }

    fn title(&self) -> String {
        say!(self.words, &format!("error-{}-title", self.error.key()))
    }

    fn lede(&self) -> String {
        let minutes = match self.error {
            PageError::TooMany { wait } => wait.as_secs().div_ceil(60),
            _ => 0,
        };
        match self.error {
            PageError::Refused(refusal) => refusal::in_words(refusal, self.words),
            _ => self.words.fill(
                &format!("error-{}-text", self.error.key()),
                &[("minutes", minutes.into())],
            ),
        }
    }

    /// What was typed, and the button that sends it again.
    fn kept(&self, form: &RawForm) -> Markup {
        let words = self.words;
        html! {
            p { (say!(words, "error-typing-kept")) }
            form method="post" action=(self.path) {
                @for (name, value) in form.pairs() { (hidden(name, &value)) }
                (submit(Look::Primary, &say!(words, "error-send-again")))
            }
            @if texts(form).next().is_some() {
                (details(&say!(words, "error-what-you-typed"), &html! {
                    @for text in texts(form) { (as_typed(text)) }
                }))
            }
        }
    }

    /// Why there may be no such page, so that its reader can find the one that there is.
    fn reasons(&self) -> Markup {
        let words = self.words;
        html! {
            h2 { (say!(words, "error-not-found-why")) }
            ul {
                li { (say!(words, "error-not-found-mistyped")) }
                li { (say!(words, "error-not-found-link")) }
                @match self.signed_in {
                    Some(name) => li { (name::sentence(words, "error-not-found-role", name)) },
                    None => li { (say!(words, "error-not-found-signed-out")) },
                }
                li { (say!(words, "error-not-found-gone")) }
            }
        }
    }

    fn ways(&self) -> Markup {
        html! {
            h2 { (say!(self.words, "error-where")) }
            ul { @for link in self.onward { li { (link) } } }
        }
    }

    /// Whether somebody works at this address who nominates nobody.
    fn is_desk(&self) -> bool {
        ["/admin", "/judging"]
            .iter()
            .any(|desk| self.path.starts_with(desk))
    }

    /// The named human, with what to tell them.
    fn ask(&self) -> Markup {
        let words = self.words;
        let key = match self.error {
            PageError::NotFound => "error-ask-lost",
            PageError::Database(_) if !self.is_desk() => "error-ask-away",
            _ => "error-ask",
        };
        html! {
            @if let Some(contact) = self.contact {
                p {
                    (name::sentence(words, key, &contact.name))
                    " "
                    a href={ "mailto:" (contact.email) } { (contact.email) }
                }
            }
        }
    }
}

impl Render for Told<'_> {
    fn render(&self) -> Markup {
        let (words, error) = (self.words, self.error);
        let is_ours = matches!(
            error.status(),
            StatusCode::INTERNAL_SERVER_ERROR | StatusCode::SERVICE_UNAVAILABLE
        );
        html! {
            (Heading::new(self.title()).lede(self.lede()))
            @if let PageError::SignInFirst { .. } = error {
                p { a href=(paths::accounts::SignIn) target="_blank" rel="noopener" { (say!(words, "error-sign-in-elsewhere")) } }
            }
            @if let PageError::NoCookies = error { p { (say!(words, "error-no-cookies-allow")) } }
            @if let Some(form) = self.typed {
                (self.kept(form))
            } @else if self.is_safe && is_ours {
                p { (link_button(Look::Primary, &Link::new(say!(words, "error-try-again"), &self.path))) }
            } @else if !self.is_safe {
                p { (say!(words, "error-go-back")) }
            }
            @if let PageError::NotFound = error { (self.reasons()) }
            @if !is_ours { (self.ways()) }
            (self.ask())
            @if is_ours {
                p.muted { (say!(words, "error-reference", id = self.id)) }
            }
        }
    }
}

/// What was written rather than chosen: whatever has a space in it.
fn texts(form: &RawForm) -> impl Iterator<Item = &str> {
    form.pairs()
        .map(|(_, value)| value)
        .filter(|value| value.trim().contains(char::is_whitespace))
}
