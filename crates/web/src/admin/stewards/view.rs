//! How stewards look.

use maud::{Markup, html};
use plaudit_domain::programme::{Programme, Steward};
use plaudit_domain::steward::Status;

use super::NAME;
use super::proof::ADDRESSES;
use crate::admin::desk::{Section, page};
use crate::admin::filled::Filled;
use crate::admin::view::{back_to_programme, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::button::{Look, PostButton, buttons, link_button, submit};
use crate::ui::empty::empty;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The stewards, a form for another, and one for the addresses that the proof is mailed to.
pub(super) fn list(
    admin: &Admin,
    programme: &Programme,
    filled: &Filled,
    proof: &Filled,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "stewards-title");
    let fields = filled.fields(words);
    let path = admin::Stewards {
        programme: programme.id,
    };
    let retire = |steward: &Steward| {
        html! {
            @if steward.status == Status::Active {
                a href=(admin::StewardName { programme: programme.id, steward: steward.id }) {
                    (say!(words, "stewards-rename"))
                    span.visually-hidden { " " (steward.name) }
                }
                " "
                a href=(admin::StewardRetirement { programme: programme.id, steward: steward.id }) {
                    (say!(words, "stewards-retire"))
                    span.visually-hidden { " " (steward.name) }
                }
            }
        }
    };
    let table = Table::new(&title, &programme.stewards)
        .head(
            say!(words, "stewards-name"),
            |steward| html! { (steward.name) },
        )
        .words(say!(words, "stewards-status"), |steward| {
            match steward.status {
                Status::Active => status_tag(Tone::Good, &say!(words, "stewards-active")),
                Status::Retired => status_tag(Tone::Plain, &say!(words, "stewards-status-retired")),
            }
        })
        .words(say!(words, "stewards-action"), retire)
        .caption_hidden();
    let form = Form::post(
        &path,
        html! {
            (fields.text(NAME, say!(words, "stewards-name")).hint(say!(words, "stewards-name-hint")).autocomplete("organization"))
            (submit(Look::Primary, &say!(words, "stewards-add")))
        },
    );
    let next = Link::new(
        say!(words, "stewards-next"),
        &admin::Programme {
            programme: programme.id,
        },
    );
    let body = html! {
        (back_to_programme(words, programme))
        (top(words, filled, &[]))
        (top(words, proof, &[(ADDRESSES, "stewards-proof-addresses")]))
        (Heading::new(&title)
            .above(programme.words.title.in_language(&words.language()))
            .lede(say!(words, "stewards-lede")))
        @if programme.stewards.is_empty() {
            (empty(&say!(words, "stewards-none-title"), &say!(words, "stewards-none-text"), None))
        } @else {
            (table)
        }
        section.stack {
            h2 { (say!(words, "stewards-add-title")) }
            (form)
        }
        @if !programme.stewards.is_empty() { (proof_form(words, programme, proof)) }
        @if !programme.stewards.is_empty() {
            p.onward { (link_button(Look::Secondary, &next)) }
        }
    };
    page(admin, Section::Programmes, title, body)
}

/// Where the ledger's head is mailed to.
fn proof_form(words: &Words, programme: &Programme, filled: &Filled) -> Markup {
    let path = admin::StewardsProof {
        programme: programme.id,
    };
    let fields = filled.fields(words);
    let form = Form::post(
        &path,
        html! {
            (seen(filled))
            (fields.area(ADDRESSES, say!(words, "stewards-proof-addresses"))
                .hint(say!(words, "stewards-proof-addresses-hint"))
                .optional()
                .rows(3))
            (submit(Look::Secondary, &say!(words, "stewards-proof-save")))
        },
    );
    html! {
        section.stack {
            h2 { (say!(words, "stewards-proof-title")) }
            p { (say!(words, "stewards-proof-text")) }
            (form)
        }
    }
}

/// What it means that a steward retires, and the button that does it.
pub(super) fn retirement(admin: &Admin, programme: &Programme, steward: &Steward) -> Answer {
    let words = &admin.words;
    let path = admin::StewardRetirement {
        programme: programme.id,
        steward: steward.id,
    };
    let stay = Link::new(
        say!(words, "stewards-stay"),
        &admin::Stewards {
            programme: programme.id,
        },
    );
    let title = say!(
        words,
        "stewards-retirement-title",
        name = steward.name.as_str()
    );
    let body = html! {
        (back_to_programme(words, programme))
        (Heading::new(&title).above(programme.words.title.in_language(&words.language())))
        p { (say!(words, "stewards-retirement-text")) }
        p { (say!(words, "stewards-retirement-last")) }
        (buttons(&html! {
            (PostButton::new(Look::Warning, say!(words, "stewards-retirement-send"), &path))
            (stay)
        }))
    };
    page(admin, Section::Programmes, title, body)
}
