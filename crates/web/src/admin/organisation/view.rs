//! How the organisation looks to an administrator.

use maud::html;

use super::form::{CONTACT_EMAIL, CONTACT_NAME, CONTACT_TELEPHONE, FIELDS, NAME};
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

/// The form that changes it.
pub(super) fn edit(admin: &Admin, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "organisation-title");
    let fields = filled.fields(words);
    let list = Link::new(say!(words, "people-title"), &admin::People);
    let form = Form::post(
        &admin::Organisation,
        html! {
            (seen(filled))
            (fields.text(NAME, say!(words, "organisation-name")).autocomplete("organization"))
            h2 { (say!(words, "organisation-contact-heading")) }
            p { (say!(words, "organisation-contact-text")) }
            (fields.text(CONTACT_NAME, say!(words, "organisation-contact-name")))
            (fields.email(CONTACT_EMAIL, say!(words, "organisation-contact-email")))
            (fields.telephone(CONTACT_TELEPHONE, say!(words, "organisation-contact-telephone")))
            (submit(Look::Primary, &say!(words, "organisation-save")))
        },
    );
    let body = html! {
        (back(&list))
        (top(words, filled, &FIELDS))
        (Heading::new(&title).lede(say!(words, "organisation-lede")))
        (form)
    };
    page(admin, Section::People, title, body)
}
