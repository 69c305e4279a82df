//! How the terms look, and how they are printed.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use plaudit_domain::programme::Programme;
use plaudit_domain::season::Season;
use plaudit_domain::steward;
use plaudit_domain::terms::Status;
use plaudit_store::terms::Terms;

use super::{BODY, CHANGE, NOTE, REFUSAL};
use crate::admin::desk::{Section, page};
use crate::admin::filled::{Filled, PREVIEW, SAVE, THEN, VERSION};
use crate::admin::view::{back_to_programme, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::button::{Look, PostButton, buttons, link_button, submit, submit_as};
use crate::ui::details::details;
use crate::ui::empty::empty;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::prose::prose;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

const FIELDS: [(&str, &str); 1] = [(BODY, "terms-body")];

fn status(words: &Words, status: Status) -> Markup {
    match status {
        Status::Draft => status_tag(Tone::Plain, &say!(words, "terms-status-draft")),
        Status::UnderApproval => {
            status_tag(Tone::Active, &say!(words, "terms-status-under-approval"))
        }
        Status::Approved => status_tag(Tone::Good, &say!(words, "terms-status-approved")),
        Status::Superseded => status_tag(Tone::Plain, &say!(words, "terms-status-superseded")),
    }
}

/// Every version, the latest first.
pub(super) fn list(
    admin: &Admin,
    programme: &Programme,
    versions: &[Terms],
    season: Option<&Season>,
    zone: &TimeZone,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "terms-title");
    let id = programme.id;
    let next = link_button(
        if versions.is_empty() {
            Look::Primary
        } else {
            Look::Secondary
        },
        &Link::new(say!(words, "terms-new"), &admin::NewTerms { programme: id }),
    );
    let table = Table::new(&title, versions)
        .head(say!(words, "terms-version"), |version| {
            html! {
                a href=(admin::Terms { programme: id, terms: version.id }) {
                    (say!(words, "terms-version-number", number = version.number))
                }
            }
        })
        .words(say!(words, "terms-status"), |version| {
            status(words, version.status)
        })
        .words(say!(words, "terms-approved-at"), |version| {
            html! {
                @match version.approved_at {
                    Some(at) => (words.moment_short(at, zone)),
                    None => span.muted { (say!(words, "terms-not-approved")) },
                }
            }
        })
        .caption_hidden();
    let body = html! {
        (back_to_programme(words, programme))
        (Heading::new(&title)
            .above(programme.words.title.in_language(&words.language()))
            .lede(say!(words, "terms-lede")))
        @if versions.is_empty() {
            (empty(&say!(words, "terms-none-title"), &say!(words, "terms-none-text"), Some(&next)))
        } @else {
            (table)
            p { (next) }
        }
        @if let Some(season) = season {
            p.onward {
                (Link::new(say!(words, "terms-to-season", season = season.name.as_str()), &admin::Season { season: season.id }))
            }
        }
    };
    page(admin, Section::Programmes, title, body)
}

/// The form for the next version.
pub(super) fn new(admin: &Admin, programme: &Programme, filled: &Filled, preview: bool) -> Answer {
    let words = &admin.words;
    let title = say!(words, "terms-new-title");
    let path = admin::TermsVersions {
        programme: programme.id,
    };
    let body = html! {
        (back_to_programme(words, programme))
        (top(words, filled, &FIELDS))
        (Heading::new(&title)
            .above(programme.words.title.in_language(&words.language()))
            .lede(say!(words, "terms-new-lede")))
        (editor(words, &path, filled, preview))
    };
    page(admin, Section::Programmes, title, body)
}

fn editor(words: &Words, path: &impl ToString, filled: &Filled, preview: bool) -> Markup {
    let fields = filled.fields(words);
    let body = html! {
        (seen(filled))
        @if preview {
            section.card.stack #preview {
                h2 { (say!(words, "terms-preview-title")) }
                (prose(filled.raw.get(BODY)))
            }
        }
        (fields.area(BODY, say!(words, "terms-body")).hint(say!(words, "terms-body-hint")).rows(24))
        (buttons(&html! {
            (submit_as(Look::Primary, &say!(words, "terms-save"), THEN, SAVE))
            (submit_as(Look::Secondary, &say!(words, "terms-preview"), THEN, PREVIEW))
        }))
    };
    html! { (Form::post(path, body)) }
}

/// One version: to be rewritten, waited for or read, as it stands.
pub(super) fn show(
    admin: &Admin,
    programme: &Programme,
    version: &Terms,
    filled: &Filled,
    preview: bool,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "terms-show-title", number = version.number);
    let path = admin::Terms {
        programme: programme.id,
        terms: version.id,
    };
    let body = html! {
        (back_to_programme(words, programme))
        (top(words, filled, &FIELDS))
        (Heading::new(&title)
            .above(programme.words.title.in_language(&words.language()))
            .beside(status(words, version.status)))
        @match version.status {
            Status::Draft => {
                (editor(words, &path, filled, preview))
                (circulation(words, programme, version))
            },
            Status::UnderApproval => {
                p { (say!(words, "terms-under-approval-text")) }
                (prose(version.body.in_language(&words.language())))
                (outcome(words, filled, programme, version))
            },
            Status::Approved | Status::Superseded => {
                (approval(words, programme, version))
                (prose(version.body.in_language(&words.language())))
                p.screen-only.muted { (say!(words, "terms-print")) }
            },
        }
        p.onward.screen-only {
            (Link::new(say!(words, "terms-all"), &admin::TermsVersions { programme: programme.id }))
        }
    };
    page(admin, Section::Programmes, title, body)
}

/// The button that puts a draft before the executives, once there are stewards to approve it.
fn circulation(words: &Words, programme: &Programme, version: &Terms) -> Markup {
    let path = admin::TermsCirculation {
        programme: programme.id,
        terms: version.id,
    };
    let stewards: Vec<&str> = programme
        .stewards
        .iter()
        .filter(|steward| steward.status == steward::Status::Active)
        .map(|steward| steward.name.as_str())
        .collect();
    html! {
        section.stack {
            h2 { (say!(words, "terms-circulation-title")) }
            @if stewards.is_empty() {
                p { (say!(words, "terms-circulation-nobody")) }
                p { (Link::new(say!(words, "terms-circulation-add"), &admin::Stewards { programme: programme.id })) }
            } @else {
                p { (say!(words, "terms-circulation-text", stewards = words.list(&stewards))) }
                (PostButton::new(Look::Secondary, say!(words, "terms-circulation-send"), &path).with(VERSION, &version.version))
            }
        }
    }
}

/// What came of it, recorded by hand.
fn outcome(words: &Words, filled: &Filled, programme: &Programme, version: &Terms) -> Markup {
    let fields = &filled.fields(words);
    let (programme, terms) = (programme.id, version.id);
    let approval = Form::post(
        &admin::TermsApproval { programme, terms },
        html! {
            (seen(filled))
            (fields.area(NOTE, say!(words, "terms-note")).hint(say!(words, "terms-note-hint")).rows(3))
            (submit(Look::Primary, &say!(words, "terms-approve")))
        },
    );
    let refusal = Form::post(
        &admin::TermsRefusal { programme, terms },
        html! {
            (seen(filled))
            (fields.area(REFUSAL, say!(words, "terms-refusal")).hint(say!(words, "terms-refusal-hint")).rows(3))
            (submit(Look::Secondary, &say!(words, "terms-refuse")))
        },
    );
    let change = Form::post(
        &admin::TermsCirculationRemoval { programme, terms },
        html! {
            (seen(filled))
            (fields.area(CHANGE, say!(words, "terms-change")).hint(say!(words, "terms-change-hint")).rows(3))
            (submit(Look::Secondary, &say!(words, "terms-take-back")))
        },
    );
    let open = |field: &str, summary: &str, form: &Form<'_>| {
        html! {
            @if fields.error(field).is_some() {
                section.stack { h3 { (summary) } (form) }
            } @else {
                (details(summary, &html! { (form) }))
            }
        }
    };
    html! {
        section.stack {
            h2 { (say!(words, "terms-outcome-title")) }
            (approval)
            (open(REFUSAL, &say!(words, "terms-refused-summary"), &refusal))
            (open(CHANGE, &say!(words, "terms-change-summary"), &change))
        }
    }
}

fn approval(words: &Words, programme: &Programme, version: &Terms) -> Markup {
    let zone = crate::admin::run::zone(programme);
    html! {
        @if let Some(at) = version.approved_at {
            (aside(Tone::Good, &html! {
                p { (say!(words, "terms-approved-on", moment = words.moment(at, &zone))) }
                @if let Some(note) = &version.approval_note { p.as-typed { (note) } }
            }))
        }
    }
}
