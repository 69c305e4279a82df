//! How setting up looks.

use maud::html;

use super::form::{CONTACT_EMAIL, CONTACT_NAME, CONTACT_TELEPHONE, EMAIL, NAME, ORGANISATION};
use crate::http::actor::Visitor;
use crate::http::cookies;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::accounts::{SetUp, SignIn};
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Place;

/// The form that is filled in once.
pub(super) fn page(visitor: &Visitor, path: &SetUp, raw: &RawForm, errors: &FieldErrors) -> Answer {
    let words = &visitor.words;
    let messages = errors.in_words(words);
    let title = say!(words, "set-up-title");
    let form = Form::post(
        path,
        html! {
            (hidden(cookies::FIELD, &"yes"))
            h2 { (say!(words, "set-up-organisation-heading")) }
            (Field::text(words, ORGANISATION, say!(words, "set-up-organisation"))
                .hint(say!(words, "set-up-organisation-hint"))
                .autocomplete("organization")
                .value(raw.get(ORGANISATION))
                .error(messages.get(ORGANISATION)))
            h2 { (say!(words, "set-up-contact-heading")) }
            p { (say!(words, "set-up-contact-text")) }
            (Field::text(words, CONTACT_NAME, say!(words, "set-up-contact-name"))
                .value(raw.get(CONTACT_NAME))
                .error(messages.get(CONTACT_NAME)))
            (Field::email(words, CONTACT_EMAIL, say!(words, "set-up-contact-email"))
                .value(raw.get(CONTACT_EMAIL))
                .error(messages.get(CONTACT_EMAIL)))
            (Field::telephone(words, CONTACT_TELEPHONE, say!(words, "set-up-contact-telephone"))
                .value(raw.get(CONTACT_TELEPHONE))
                .error(messages.get(CONTACT_TELEPHONE)))
            h2 { (say!(words, "set-up-you-heading")) }
            p { (say!(words, "set-up-you-text")) }
            (Field::text(words, NAME, say!(words, "set-up-name"))
                .autocomplete("name")
                .value(raw.get(NAME))
                .error(messages.get(NAME)))
            (Field::email(words, EMAIL, say!(words, "set-up-email"))
                .hint(say!(words, "set-up-email-hint"))
                .autocomplete("email")
                .value(raw.get(EMAIL))
                .error(messages.get(EMAIL)))
            (submit(Look::Primary, &say!(words, "set-up-send")))
        },
    );
    let body = html! {
        (error_summary(words, messages.iter()))
        (Heading::new(&title).lede(say!(words, "set-up-lede")))
        (form)
    };
    Answer::page(visitor, Place::Public, title, body)
}

/// The page behind the link once it has been used.
pub(super) fn done_already(visitor: &Visitor) -> Answer {
    let words = &visitor.words;
    let title = say!(words, "set-up-done-already-title");
    let body = html! {
        (Heading::new(&title).lede(say!(words, "set-up-done-already-lede")))
        p { (Link::new(say!(words, "frame-sign-in"), &SignIn)) }
    };
    Answer::page(visitor, Place::Public, title, body)
}
