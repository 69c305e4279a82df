//! How signing in looks.

use maud::html;

use super::form::EMAIL;
use crate::http::actor::Visitor;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::http::{cookies, return_to};
use crate::paths::accounts::{SignIn, SignInCode, SignInLink, SignInRenewal};
use crate::say;
use crate::ui::button::{Look, PostButton, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::page::Place;
use crate::ui::tone::Tone;

/// The page that asks for an address, and says so where this browser was signed in and is no more.
pub(super) fn ask(
    visitor: &Visitor,
    raw: &RawForm,
    errors: &FieldErrors,
    has_ended: bool,
) -> Answer {
    let words = &visitor.words;
    let messages = errors.in_words(words);
    let title = say!(words, "sign-in-title");
    let form = Form::post(
        &SignIn,
        html! {
            (hidden(return_to::FIELD, &raw.get(return_to::FIELD)))
            (Field::email(words, EMAIL, say!(words, "sign-in-email"))
                .hint(say!(words, "sign-in-email-hint"))
                .autocomplete("email")
                .value(raw.get(EMAIL))
                .error(messages.get(EMAIL)))
            (submit(Look::Primary, &say!(words, "sign-in-send")))
        },
    );
    let body = html! {
        (error_summary(words, messages.iter()))
        (Heading::new(&title).lede(say!(words, "sign-in-lede")))
        @if has_ended {
            (aside(Tone::Care, &html! { p { (say!(words, "sign-in-ended")) } }))
        }
        (form)
        p { (Link::new(say!(words, "sign-in-have-code"), &SignInCode)) }
    };
    Answer::page(visitor, Place::Public, title, body)
}

/// The page behind a letter's link: one button.
pub(super) fn enter(
    visitor: &Visitor,
    path: &SignInLink,
    name: &str,
    return_to: Option<&str>,
) -> Answer {
    let words = &visitor.words;
    let title = say!(words, "sign-in-enter-title");
    let body = html! {
        (Heading::new(&title).lede(say!(words, "sign-in-enter-lede", name = name)))
        (PostButton::new(Look::Primary, say!(words, "sign-in-enter"), path)
            .with(return_to::FIELD, &return_to.unwrap_or_default())
            .with(cookies::FIELD, &"yes"))
    };
    Answer::page(visitor, Place::Public, title, body)
}

/// The page behind a link that was used or has expired: a button that sends a new one.
pub(super) fn spent(visitor: &Visitor, renewal: &SignInRenewal) -> Answer {
    let words = &visitor.words;
    let title = say!(words, "sign-in-spent-title");
    let body = html! {
        (Heading::new(&title).lede(say!(words, "sign-in-spent-lede")))
        (PostButton::new(Look::Primary, say!(words, "sign-in-spent-send"), renewal))
        p { (Link::new(say!(words, "sign-in-spent-other"), &SignIn)) }
    };
    Answer::page(visitor, Place::Public, title, body)
}
