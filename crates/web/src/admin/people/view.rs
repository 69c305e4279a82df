//! How the administrators look.

use maud::{Markup, html};
use plaudit_domain::membership::Status;
use plaudit_store::accounts::Account;
use plaudit_store::memberships::Membership;

use super::{EMAIL, NAME};
use crate::admin::desk::{Section, page};
use crate::admin::filled::Filled;
use crate::admin::view::top;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::button::{Look, PostButton, buttons, submit};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

fn status(words: &Words, status: Status) -> Markup {
    match status {
        Status::Invited => status_tag(Tone::Active, &say!(words, "people-status-invited")),
        Status::Active => status_tag(Tone::Good, &say!(words, "people-status-active")),
        Status::Declined => status_tag(Tone::Care, &say!(words, "people-status-declined")),
        Status::Ended | Status::Suspended => {
            status_tag(Tone::Plain, &say!(words, "people-status-ended"))
        }
    }
}

/// Everybody who is, was or was asked to be an administrator, and a form that asks another.
pub(super) fn list(admin: &Admin, people: &[(Membership, Account)], filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "people-title");
    let fields = filled.fields(words);
    let active = people
        .iter()
        .filter(|(membership, _)| membership.status == Status::Active)
        .count();
    let table = Table::new(&title, people)
        .head(
            say!(words, "people-name"),
            |(_, account)| html! { bdi dir="auto" { (account.name) } },
        )
        .words(
            say!(words, "people-email"),
            |(_, account)| html! { (account.email) },
        )
        .words(say!(words, "people-status"), |(membership, _)| {
            status(words, membership.status)
        })
        .actions(say!(words, "people-action"), |(membership, account)| {
            actions(words, membership, account, active)
        })
        .caption_hidden();
    let form = Form::post(
        &admin::People,
        html! {
            (fields.text(NAME, say!(words, "people-name")))
            (fields.email(EMAIL, say!(words, "people-email")).hint(say!(words, "people-email-hint")))
            (submit(Look::Primary, &say!(words, "people-invite")))
        },
    );
    let only_one = if people
        .iter()
        .any(|(held, _)| held.status == Status::Invited)
    {
        say!(words, "people-only-one-invited")
    } else {
        say!(words, "people-only-one")
    };
    let body = html! {
        (top(words, filled, &[]))
        (Heading::new(&title).lede(say!(words, "people-lede", count = active)))
        @if active < 2 { (aside(Tone::Care, &html! { p { (only_one) } })) }
        (table)
        section.stack {
            h2 { (say!(words, "people-invite-title")) }
            p { (say!(words, "people-invite-text")) }
            (form)
        }
        p { (Link::new(say!(words, "people-organisation"), &admin::Organisation)) }
    };
    page(admin, Section::People, title, body).layout(Layout::Wide)
}

fn actions(words: &Words, membership: &Membership, account: &Account, active: usize) -> Markup {
    let removal = admin::AdministratorRemoval {
        membership: membership.id,
    };
    let letter = admin::AdministratorLetter {
        membership: membership.id,
    };
    let end = html! {
        a href=(removal) {
            (say!(words, "people-end"))
            span.visually-hidden { " " (account.name) }
        }
    };
    html! {
        @match membership.status {
            Status::Active if active > 1 => (end),
            Status::Active => span.muted { (say!(words, "people-last")) },
            Status::Invited => {
                (PostButton::new(Look::Quiet, say!(words, "people-again"), &letter).about(&account.name))
                (end)
            },
            Status::Declined | Status::Ended | Status::Suspended => {},
        }
    }
}

/// What it means to take the role away, and the button that does it.
pub(super) fn removal(admin: &Admin, membership: &Membership, account: &Account) -> Answer {
    let words = &admin.words;
    let path = admin::AdministratorRemoval {
        membership: membership.id,
    };
    let title = say!(words, "people-end-title", name = account.name.as_str());
    let text = if account.id == admin.account() {
        say!(words, "people-end-self")
    } else {
        say!(words, "people-end-text")
    };
    let list = Link::new(say!(words, "people-title"), &admin::People);
    let body = html! {
        (back(&list))
        (Heading::new(&title))
        p { (text) }
        (buttons(&html! {
            (PostButton::new(Look::Warning, say!(words, "people-end-send"), &path))
            (Link::new(say!(words, "people-stay"), &admin::People))
        }))
    };
    page(admin, Section::People, title, body)
}
