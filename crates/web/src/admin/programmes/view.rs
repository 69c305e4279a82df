//! How programmes look to an administrator.

use jiff::tz::TimeZone;
use maud::{Markup, Render, html};
use plaudit_domain::programme::Programme;
use plaudit_domain::season::Season;
use plaudit_domain::{steward, terms};
use plaudit_store::shipped::Award;
use plaudit_store::terms::Terms;

use super::form::{
    ACCENT, CONTACT_EMAIL, CONTACT_NAME, CONTACT_TELEPHONE, DECISION, ELIGIBILITY, FIELDS, PURPOSE,
    SLUG, TITLE, ZONE, accent, zones,
};
use crate::admin::desk::{Section, page};
use crate::admin::filled::{Filled, PREVIEW, SAVE, THEN};
use crate::admin::view::{back_to_programme, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::shown;
use crate::ui::button::{Look, PostButton, buttons, link_button, submit_as};
use crate::ui::card::{Card, cards};
use crate::ui::empty::empty;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::mark::mark;
use crate::ui::page::Layout;
use crate::ui::prose::prose;
use crate::ui::steps::{Step, StepState, Steps};
use crate::ui::summary_list::SummaryList;
use crate::ui::table::Table;
use crate::words::Words;

/// Every programme, and the ways to set another up.
pub(super) fn list(
    admin: &Admin,
    programmes: &[Programme],
    seasons: &[Season],
    shipped: Option<&Award>,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "programmes-list-title");
    let from_nothing = Link::new(say!(words, "programmes-new"), &admin::NewProgramme);
    let ways = html! {
        @if let Some(award) = shipped {
            section.stack {
                h2 { (say!(words, "programmes-shipped-title", award = award.title.as_str())) }
                p { (say!(words, "programmes-shipped-text")) }
                (PostButton::new(
                    Look::Primary,
                    say!(words, "programmes-shipped-send", award = award.title.as_str()),
                    &admin::ShippedProgramme,
                ))
            }
        }
        section.stack {
            h2 { (say!(words, "programmes-new-title")) }
            p { (say!(words, "programmes-new-text")) }
            p { (link_button(if shipped.is_some() { Look::Secondary } else { Look::Primary }, &from_nothing)) }
        }
    };
    let body = html! {
        (Heading::new(&title).lede(say!(words, "programmes-list-lede")))
        @if programmes.is_empty() {
            (empty(&say!(words, "programmes-none-title"), &say!(words, "programmes-none-text"), None))
        } @else {
            (cards(&programmes.iter().map(|programme| card(words, programme, seasons)).collect::<Vec<_>>()))
        }
        (ways)
    };
    page(admin, Section::Programmes, title, body).layout(Layout::Wide)
}

fn card(words: &Words, programme: &Programme, seasons: &[Season]) -> Card {
    let latest = seasons
        .iter()
        .find(|season| season.programme == programme.id);
    let path = admin::Programme {
        programme: programme.id,
    };
    let card = Card::new(
        programme.words.title.in_language(&words.language()),
        html! {
            p.muted { "/" (programme.words.slug) }
            @match latest {
                Some(season) => p {
                    (Link::new(
                        say!(words, "programmes-season", season = season.name.as_str()),
                        &admin::Season { season: season.id },
                    ))
                },
                None => p { (say!(words, "programmes-no-season")) },
            }
        },
    )
    .link(&path);
    match latest {
        Some(season) => card.above(shown::season::status(words, season.status)),
        None => card,
    }
}

/// The form for a programme from nothing.
pub(super) fn new(admin: &Admin, filled: &Filled, preview: bool) -> Answer {
    let words = &admin.words;
    let title = say!(words, "programmes-new-title");
    let list = Link::new(say!(words, "programmes-back-to-list"), &admin::Programmes);
    let body = html! {
        (back(&list))
        (top(words, filled, &FIELDS))
        (Heading::new(&title).lede(say!(words, "programmes-new-lede")))
        (form(words, &admin::Programmes, filled, preview, &say!(words, "programmes-new-send")))
    };
    page(admin, Section::Programmes, title, body)
}

/// The form that changes what is written about a programme.
pub(super) fn edit(admin: &Admin, programme: &Programme, filled: &Filled, preview: bool) -> Answer {
    let words = &admin.words;
    let title = say!(words, "programmes-edit-title");
    let path = admin::ProgrammeWords {
        programme: programme.id,
    };
    let body = html! {
        (back_to_programme(words, programme))
        (top(words, filled, &FIELDS))
        (Heading::new(&title).above(programme.words.title.in_language(&words.language())))
        (form(words, &path, filled, preview, &say!(words, "programmes-edit-send")))
    };
    page(admin, Section::Programmes, title, body)
}

fn form(words: &Words, path: &impl ToString, filled: &Filled, preview: bool, send: &str) -> Markup {
    let fields = filled.fields(words);
    let texts = html! {
        (fields.area(PURPOSE, say!(words, "programmes-purpose")).hint(say!(words, "programmes-purpose-hint")).rows(5))
        (fields.area(ELIGIBILITY, say!(words, "programmes-eligibility")).hint(say!(words, "programmes-eligibility-hint")).rows(8))
        (fields.area(DECISION, say!(words, "programmes-decision")).hint(say!(words, "programmes-decision-hint")).rows(10))
    };
    let body = html! {
        (seen(filled))
        @if preview { (previewed(words, filled)) }
        (fields.text(TITLE, say!(words, "programmes-title")).hint(say!(words, "programmes-title-hint")))
        (fields.text(SLUG, say!(words, "programmes-slug")).hint(say!(words, "programmes-slug-hint")))
        (texts)
        (fields.text(ZONE, say!(words, "programmes-zone")).hint(say!(words, "programmes-zone-hint")).suggest(zones()))
        (fields.text(ACCENT, say!(words, "programmes-accent")).hint(say!(words, "programmes-accent-hint")).optional().short())
        h2 { (say!(words, "programmes-contact-heading")) }
        p { (say!(words, "programmes-contact-text")) }
        (fields.text(CONTACT_NAME, say!(words, "programmes-contact-name")))
        (fields.email(CONTACT_EMAIL, say!(words, "programmes-contact-email")))
        (fields.telephone(CONTACT_TELEPHONE, say!(words, "programmes-contact-telephone")))
        (buttons(&html! {
            (submit_as(Look::Primary, send, THEN, SAVE))
            (submit_as(Look::Secondary, &say!(words, "programmes-preview"), THEN, PREVIEW))
        }))
    };
    html! { (Form::post(path, body)) }
}

/// The texts as they will look, from what was typed.
fn previewed(words: &Words, filled: &Filled) -> Markup {
    html! {
        section.card.stack #preview {
            h2 { (say!(words, "programmes-preview-title")) }
            p.muted { (say!(words, "programmes-preview-text")) }
            @if let Ok(Some(chosen)) = accent(&filled.raw) {
                h3 { (say!(words, "programmes-accent")) }
                (shown::accent::accent(words, chosen))
            }
            h3 { (say!(words, "programmes-purpose")) }
            (prose(filled.raw.get(PURPOSE)))
            h3 { (say!(words, "programmes-eligibility")) }
            (prose(filled.raw.get(ELIGIBILITY)))
            h3 { (say!(words, "programmes-decision")) }
            (prose(filled.raw.get(DECISION)))
        }
    }
}

/// What the page of one programme shows.
pub(super) struct Shown<'a> {
    pub(super) programme: &'a Programme,
    pub(super) terms: &'a [Terms],
    /// The latest first.
    pub(super) seasons: &'a [Season],
    /// Whether every part of the latest season is there.
    pub(super) is_set_up: bool,
}

/// One programme.
pub(super) fn show(admin: &Admin, shown: &Shown<'_>, zone: &TimeZone) -> Answer {
    let Shown {
        programme, seasons, ..
    } = *shown;
    let words = &admin.words;
    let language = words.language();
    let about = &programme.words;
    let title = about.title.in_language(&language).to_owned();
    let id = programme.id;
    let list = Link::new(say!(words, "programmes-back-to-list"), &admin::Programmes);
    let change = || {
        Link::new(
            say!(words, "programmes-change"),
            &admin::ProgrammeWords { programme: id },
        )
    };
    let next_season = Link::new(
        say!(words, "programmes-new-season"),
        &admin::NewSeason { programme: id },
    );
    let body = html! {
        (back(&list))
        (Heading::new(&title).lede(say!(words, "programmes-show-lede")))
        (Steps { words, steps: &steps(words, shown) })
        section.stack {
            h2 { (say!(words, "programmes-seasons")) }
            @if seasons.is_empty() {
                (empty(&say!(words, "programmes-no-season"), &say!(words, "programmes-no-season-text"), Some(&link_button(Look::Primary, &next_season))))
            } @else {
                (season_table(words, seasons, zone))
                p { (link_button(Look::Secondary, &next_season)) }
            }
        }
        section.stack {
            h2 { (say!(words, "programmes-about")) }
            (SummaryList::new()
                .row_with(say!(words, "programmes-title"), html! { (title) }, change())
                .row_with(say!(words, "programmes-slug"), html! { "/" (about.slug) }, change())
                .row_with(say!(words, "programmes-purpose"), prose(about.purpose.in_language(&language)), change())
                .row_with(say!(words, "programmes-eligibility"), prose(about.eligibility.in_language(&language)), change())
                .row_with(say!(words, "programmes-decision"), prose(about.decision.in_language(&language)), change())
                .row_with(say!(words, "programmes-zone"), html! { (about.zone.name()) }, change())
                .row_with(say!(words, "programmes-accent"), html! {
                    @match about.accent {
                        Some(chosen) => (shown::accent::accent(words, chosen)),
                        None => (say!(words, "programmes-accent-none")),
                    }
                }, change())
                .row_with(say!(words, "programmes-mark"), html! {
                    @match &programme.mark {
                        Some(name) => (mark(Some(&shown::mark::of_programme(&language, programme, name)))),
                        None => (say!(words, "programmes-accent-none")),
                    }
                }, Link::new(say!(words, "programmes-change"), &admin::ProgrammeMark { programme: id }))
                .row_with(say!(words, "programmes-contact-heading"), html! {
                    (about.contact.name) br; (about.contact.email) br; (about.contact.telephone.as_str())
                }, change()))
        }
    };
    page(admin, Section::Programmes, title.clone(), body).layout(Layout::Wide)
}

fn season_table(words: &Words, seasons: &[Season], zone: &TimeZone) -> Markup {
    Table::new(say!(words, "programmes-seasons"), seasons)
        .head(
            say!(words, "programmes-season-name"),
            |season| html! { a href=(admin::Season { season: season.id }) { (season.name) } },
        )
        .words(say!(words, "programmes-season-status"), |season| {
            shown::season::status(words, season.status)
        })
        .words(say!(words, "programmes-season-closes"), |season| {
            html! {
                @match season.timetable.closes_at {
                    Some(at) => (words.moment_short(at, zone)),
                    None => span.muted { (say!(words, "season-date-not-set")) },
                }
            }
        })
        .caption_hidden()
        .render()
}

/// What is set up for the programme, and what comes next.
fn steps(words: &Words, shown: &Shown<'_>) -> Vec<Step> {
    let Shown {
        programme,
        terms,
        seasons,
        is_set_up,
    } = *shown;
    let id = programme.id;
    let active = programme
        .stewards
        .iter()
        .filter(|steward| steward.status == steward::Status::Active)
        .count();
    let approved = terms
        .iter()
        .find(|version| version.status == terms::Status::Approved);
    let done = |is_done| {
        if is_done {
            StepState::Done
        } else {
            StepState::Next
        }
    };
    vec![
        Step {
            state: StepState::Done,
            title: say!(words, "programmes-step-words"),
            path: Some(admin::ProgrammeWords { programme: id }.to_string()),
            note: None,
        },
        Step {
            state: done(active > 0),
            title: say!(words, "programmes-step-stewards"),
            path: Some(admin::Stewards { programme: id }.to_string()),
            note: Some(say!(words, "programmes-step-stewards-note", count = active)),
        },
        Step {
            state: done(is_set_up),
            title: say!(words, "programmes-step-season"),
            path: Some(match seasons.first() {
                Some(season) => admin::Season { season: season.id }.to_string(),
                None => admin::NewSeason { programme: id }.to_string(),
            }),
            note: Some(if seasons.is_empty() || is_set_up {
                say!(words, "programmes-step-season-note")
            } else {
                say!(words, "programmes-step-season-parts")
            }),
        },
        Step {
            state: done(approved.is_some()),
            title: say!(words, "programmes-step-terms"),
            path: Some(admin::TermsVersions { programme: id }.to_string()),
            note: Some(match approved {
                Some(version) => say!(
                    words,
                    "programmes-step-terms-approved",
                    number = version.number
                ),
                None => say!(words, "programmes-step-terms-note"),
            }),
        },
    ]
}
