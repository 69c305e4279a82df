//! How the name of a steward is corrected.

use maud::html;
use plaudit_domain::programme::{Programme, Steward};

use super::SEEN;
use crate::admin::desk::{Section, page as desk_page};
use crate::admin::filled::Filled;
use crate::admin::stewards::NAME;
use crate::admin::view::{back_to_programme, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{StewardName, Stewards};
use crate::say;
use crate::ui::button::{Look, buttons, submit};
use crate::ui::fields::hidden;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;

/// The name, to be corrected.
pub(super) fn page(
    admin: &Admin,
    programme: &Programme,
    steward: &Steward,
    filled: &Filled,
) -> Answer {
    let words = &admin.words;
    let fields = filled.fields(words);
    let title = say!(words, "stewards-rename-title");
    let list = Stewards {
        programme: programme.id,
    };
    let path = StewardName {
        programme: programme.id,
        steward: steward.id,
    };
    let form = Form::post(
        &path,
        html! {
            (hidden(SEEN, &filled.raw.get(SEEN)))
            (fields.text(NAME, say!(words, "stewards-name")).autocomplete("organization"))
            (buttons(&html! {
                (submit(Look::Primary, &say!(words, "stewards-rename-send")))
                (Link::new(say!(words, "stewards-stay"), &list))
            }))
        },
    );
    let body = html! {
        (back_to_programme(words, programme))
        (top(words, filled, &[]))
        (Heading::new(&title).above(programme.words.title.in_language(&words.language())))
        p { (say!(words, "stewards-rename-text")) }
        (form)
    };
    desk_page(admin, Section::Programmes, title, body)
}
