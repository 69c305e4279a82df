//! How the confidentiality terms look to who writes them.

use jiff::tz::TimeZone;
use maud::{Markup, Render, html};
use plaudit_domain::policy;
use plaudit_store::confidentiality::Version;
use plaudit_store::reports::confidentiality::{Register, Row};

use super::BODY;
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::{Filled, VERSION};
use crate::admin::run::Run;
use crate::admin::view::{back_to_season, locked, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Confidentiality, ConfidentialityRemoval};
use crate::paths::exports;
use crate::say;
use crate::shown::name::name;
use crate::ui::button::{Look, PostButton, submit};
use crate::ui::details::details;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::prose::prose;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The text in force, who accepted it, the form for the next version, and the versions before.
pub(super) fn show(admin: &Admin, run: &Run, register: &Register, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "confidentiality-admin-title");
    let may_write = policy::may_write_confidentiality(run.season.status).is_ok();
    let body = html! {
        (back_to_season(words, run))
        (top(words, filled, &[(BODY, "confidentiality-body")]))
        (Heading::new(&title).above(run.name()).lede(say!(words, "confidentiality-admin-lede")))
        @if let Some(version) = register.in_force() { (in_force(words, run, register, version)) }
        @if may_write {
            (form(words, run, register, filled))
        } @else {
            (locked(&say!(words, "confidentiality-over")))
        }
        (earlier(words, register, &run.zone()))
    };
    run_page(admin, Section::Programmes, run, title, body)
}

/// The text that is to be accepted, and who has.
fn in_force(words: &Words, run: &Run, register: &Register, version: &Version) -> Markup {
    let zone = run.zone();
    let season = run.season.id;
    html! {
        section.stack {
            h2 { (say!(words, "confidentiality-in-force", number = version.number)) }
            p.muted { (say!(words, "confidentiality-since", at = words.moment(version.written_at, &zone))) }
            (details(&say!(words, "confidentiality-read-it"), &prose(&version.body)))
            (digest(words, version))
        }
        section.stack {
            h2 { (say!(words, "confidentiality-who")) }
            p { (say!(words, "confidentiality-awaited", count = register.awaited())) }
            (who(words, register, &zone))
            p {
                (Link::new(say!(words, "confidentiality-export"), &exports::Confidentiality { season }))
                " · "
                (Link::new(say!(words, "confidentiality-sheet"), &exports::ConfidentialitySheet { season }))
            }
        }
    }
}

fn digest(words: &Words, version: &Version) -> Markup {
    html! { p.muted { (say!(words, "confidentiality-digest")) " " code.digest { (version.digest) } } }
}

fn who(words: &Words, register: &Register, zone: &TimeZone) -> Markup {
    let before = |row: &Row| -> Vec<String> {
        let now = register.in_force().map(|version| version.number);
        row.accepted
            .iter()
            .filter(|(number, _)| Some(*number) != now)
            .map(|(number, at)| {
                let at = words.moment_short(*at, zone);
                say!(
                    words,
                    "confidentiality-earlier-one",
                    number = *number,
                    at = at
                )
            })
            .collect()
    };
    Table::new(say!(words, "confidentiality-who"), &register.rows)
        .head(say!(words, "panels-name"), |row: &Row| name(&row.name))
        .words(say!(words, "panels-role-head"), |row| {
            words.get(&format!("role-title-{}", row.role))
        })
        .words(
            say!(words, "confidentiality-status"),
            |row| match register.accepted_at(row) {
                Some(at) => html! {
                    (status_tag(Tone::Good, &say!(words, "confidentiality-yes")))
                    " " (words.moment_short(at, zone))
                },
                None if row.status == plaudit_domain::membership::Status::Active => {
                    status_tag(Tone::Care, &say!(words, "confidentiality-not-yet"))
                }
                None => status_tag(Tone::Plain, &say!(words, "confidentiality-left")),
            },
        )
        .words(say!(words, "confidentiality-before"), |row| {
            html! { @for said in before(row) { div { (said) } } }
        })
        .caption_hidden()
        .render()
}

fn form(words: &Words, run: &Run, register: &Register, filled: &Filled) -> Markup {
    let season = run.season.id;
    let fields = filled.fields(words);
    let is_on = register.in_force().is_some();
    let (title, text, save) = if is_on {
        (
            say!(words, "confidentiality-next"),
            say!(words, "confidentiality-next-text"),
            say!(words, "confidentiality-save-next"),
        )
    } else {
        (
            say!(words, "confidentiality-first"),
            say!(words, "confidentiality-first-text"),
            say!(words, "confidentiality-save-first"),
        )
    };
    let form = Form::post(
        &Confidentiality { season },
        html! {
            (seen(filled))
            (fields.area(BODY, say!(words, "confidentiality-body")).hint(say!(words, "terms-body-hint")).rows(18))
            (submit(Look::Primary, &save))
        },
    );
    html! {
        section.stack {
            h2 { (title) }
            p { (text) }
            (form)
            @if is_on {
                (details(&say!(words, "confidentiality-stop"), &html! {
                    p { (say!(words, "confidentiality-stop-text")) }
                    (PostButton::new(
                        Look::Warning,
                        say!(words, "confidentiality-remove"),
                        &ConfidentialityRemoval { season },
                    ).with(VERSION, &filled.raw.trimmed(VERSION)))
                }))
            }
        }
    }
}

/// The versions that were in force before, each as it was.
fn earlier(words: &Words, register: &Register, zone: &TimeZone) -> Markup {
    let now = register.in_force().map(|version| version.number);
    let before: Vec<&Version> = register
        .versions
        .iter()
        .filter(|version| Some(version.number) != now)
        .collect();
    html! {
        @if !before.is_empty() {
            section.stack {
                h2 { (say!(words, "confidentiality-earlier")) }
                @for version in before {
                    @let at = words.moment(version.written_at, zone);
                    @if version.asks() {
                        (details(
                            &say!(words, "confidentiality-version", number = version.number, at = at),
                            &html! { (prose(&version.body)) (digest(words, version)) },
                        ))
                    } @else {
                        p { (say!(words, "confidentiality-none-from", number = version.number, at = at)) }
                    }
                }
            }
        }
    }
}
