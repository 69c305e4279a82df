//! How typing a code looks.

use maud::{Markup, html};

use super::form::{CODE, EMAIL};
use crate::http::actor::Visitor;
use crate::http::field_errors::{FieldErrors, Messages};
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::http::{cookies, return_to};
use crate::paths::accounts::{SignIn, SignInCode};
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Place;
use crate::words::Words;

/// The address and the code, for signing in or to find an invitation.
pub(in crate::accounts) fn fields(words: &Words, raw: &RawForm, messages: &Messages) -> Markup {
    html! {
        (Field::email(words, EMAIL, say!(words, "code-email"))
            .autocomplete("email")
            .value(raw.get(EMAIL))
            .error(messages.get(EMAIL)))
        (Field::code(words, CODE, say!(words, "code-code"))
            .hint(say!(words, "code-code-hint"))
            .value(raw.get(CODE))
            .error(messages.get(CODE)))
    }
}

/// The page after asking for a letter. It says the same whether the address is known or not.
pub(super) fn page(visitor: &Visitor, raw: &RawForm, errors: &FieldErrors) -> Answer {
    let words = &visitor.words;
    let messages = errors.in_words(words);
    let asked = !raw.get(EMAIL).is_empty();
    let title = say!(
        words,
        if asked {
            "code-title-sent"
        } else {
            "code-title"
        }
    );
    let lede = if asked {
        say!(words, "code-lede-sent", email = raw.get(EMAIL))
    } else {
        say!(words, "code-lede")
    };
    let form = Form::post(
        &SignInCode,
        html! {
            (hidden(return_to::FIELD, &raw.get(return_to::FIELD)))
            (hidden(cookies::FIELD, &"yes"))
            (fields(words, raw, &messages))
            (submit(Look::Primary, &say!(words, "code-enter")))
        },
    );
    let body = html! {
        (error_summary(words, messages.iter()))
        (Heading::new(&title).lede(lede))
        (form)
        p { (Link::new(say!(words, "code-ask-again"), &SignIn)) }
    };
    Answer::page(visitor, Place::Public, title, body)
}
