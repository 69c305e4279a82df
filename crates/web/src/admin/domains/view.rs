//! How the e-mail domains that are no sign of a conflict look.

use maud::html;

use super::form::{DOMAINS, FIELDS};
use crate::admin::desk::{Section, page};
use crate::admin::filled::Filled;
use crate::admin::view::{seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};

/// The form that changes the list.
pub(super) fn edit(admin: &Admin, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "domains-title");
    let fields = filled.fields(words);
    let form = Form::post(
        &admin::Domains,
        html! {
            (seen(filled))
            (fields.area(DOMAINS, say!(words, "domains-list")).hint(say!(words, "domains-hint")).rows(14).optional())
            (submit(Look::Primary, &say!(words, "domains-save")))
        },
    );
    let body = html! {
        (back(&Link::new(say!(words, "people-title"), &admin::People)))
        (top(words, filled, &FIELDS))
        (Heading::new(&title).lede(say!(words, "domains-lede")))
        (form)
    };
    page(admin, Section::People, title, body)
}
