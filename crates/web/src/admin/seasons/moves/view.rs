//! How a move of a season is asked about.

use maud::{Markup, html};
use plaudit_domain::ids::CategoryId;
use plaudit_domain::next_steps::Tally;
use plaudit_domain::season::Event;
use plaudit_store::reports::quorum::Quorum;
use plaudit_store::reports::shortlist::UndecidedRow;

use super::{Before, REASON, announcement};
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::Filled;
use crate::admin::run::Run;
use crate::admin::seasons::form::{day, time};
use crate::admin::view::{back_to_season, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::shown::named;
use crate::ui::button::{Look, buttons, submit};
use crate::ui::fields::Fieldset;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::summary_list::SummaryList;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What is done, as the button says it.
pub(in crate::admin::seasons) fn label(words: &Words, event: Event) -> String {
    match event {
        Event::Open => say!(words, "seasons-open"),
        Event::Close => say!(words, "seasons-close"),
        Event::Extend => say!(words, "seasons-extend"),
        Event::BeginJudging => say!(words, "seasons-begin-judging"),
        Event::ReturnToScreening => say!(words, "seasons-return-to-screening"),
        Event::BeginDeliberation => say!(words, "seasons-begin-deliberation"),
        Event::ReturnToJudging => say!(words, "seasons-return-to-judging"),
        Event::Decide => say!(words, "seasons-decide"),
        Event::Announce => say!(words, "seasons-announce"),
        Event::Archive => say!(words, "seasons-archive"),
        Event::Cancel => say!(words, "seasons-cancel"),
    }
}

/// What will happen.
pub(in crate::admin::seasons) fn effect(words: &Words, event: Event) -> String {
    match event {
        Event::Open => say!(words, "seasons-open-effect"),
        Event::Close => say!(words, "seasons-close-effect"),
        Event::Extend => say!(words, "seasons-extend-effect"),
        Event::BeginJudging => say!(words, "seasons-begin-judging-effect"),
        Event::ReturnToScreening => say!(words, "seasons-return-to-screening-effect"),
        Event::BeginDeliberation => say!(words, "seasons-begin-deliberation-effect"),
        Event::ReturnToJudging => say!(words, "seasons-return-to-judging-effect"),
        Event::Decide => say!(words, "seasons-decide-effect"),
        Event::Announce => say!(words, "seasons-announce-effect"),
        Event::Archive => say!(words, "seasons-archive-effect"),
        Event::Cancel => say!(words, "seasons-cancel-effect"),
    }
}

/// What has happened.
pub(super) fn done(words: &Words, event: Event) -> String {
    match event {
        Event::Open => say!(words, "seasons-open-done"),
        Event::Close => say!(words, "seasons-close-done"),
        Event::Extend => say!(words, "seasons-extend-done"),
        Event::BeginJudging => say!(words, "seasons-begin-judging-done"),
        Event::ReturnToScreening => say!(words, "seasons-return-to-screening-done"),
        Event::BeginDeliberation => say!(words, "seasons-begin-deliberation-done"),
        Event::ReturnToJudging => say!(words, "seasons-return-to-judging-done"),
        Event::Decide => say!(words, "seasons-decide-done"),
        Event::Announce => say!(words, "seasons-announce-done"),
        Event::Archive => say!(words, "seasons-archive-done"),
        Event::Cancel => say!(words, "seasons-cancel-done"),
    }
}

/// Whether people or their work are hurt if it is done in error.
pub(in crate::admin::seasons) fn is_grave(event: Event) -> bool {
    event == Event::Cancel
}

/// The page that says what a move will do, with the button that does it.
pub(super) fn ask(
    admin: &Admin,
    run: &Run,
    event: Event,
    before: &Before,
    action: &str,
    filled: &Filled,
) -> Answer {
    let words = &admin.words;
    let fields = filled.fields(words);
    let title = label(words, event);
    let look = if is_grave(event) {
        Look::Warning
    } else {
        Look::Primary
    };
    let season = admin::Season {
        season: run.season.id,
    };
    let zone = run.programme.words.zone.name();
    let form = Form::post(
        &action,
        html! {
            @if event == Event::Extend {
                (Fieldset {
                    words,
                    name: "closes",
                    legend: &say!(words, "seasons-extension-date"),
                    hint: Some(&say!(words, "seasons-extension-hint", zone = zone)),
                    error: None,
                    body: html! {
                        (fields.date(&day("closes"), say!(words, "seasons-day")))
                        (fields.time(&time("closes"), say!(words, "seasons-time")))
                    },
                })
            }
            @if event.needs_reason() || before.missing.is_some() || before.departs() {
                (fields.area(REASON, say!(words, "seasons-reason")).hint(say!(words, "seasons-reason-hint")).rows(3)
                    .required(event.needs_reason() || before.departs()))
            }
            (buttons(&html! {
                (submit(look, &title))
                (Link::new(say!(words, "seasons-stay"), &season))
            }))
        },
    );
    let body = html! {
        (back_to_season(words, run))
        (top(words, filled, &[]))
        (Heading::new(&title).above(run.name()))
        p { (effect(words, event)) }
        @if let Some(tally) = &before.tally {
            @if event == Event::BeginJudging { (with(words, run, tally)) } @else { (waiting(words, run, tally)) }
        }
        @if let Some(missing) = &before.missing { (without(words, missing)) }
        (undecided(words, event, &before.undecided))
        @if let Some(found) = &before.announcement { (announcement::view::before(words, run, found)) }
        (form)
    };
    run_page(admin, Section::Programmes, run, title, body)
}

/// What waits for somebody when the scores would be locked.
fn waiting(words: &Words, run: &Run, tally: &Tally) -> Markup {
    let season = run.season.id;
    html! {
        @if tally.rulings + tally.enquiries > 0 {
            (aside(Tone::Care, &html! {
                @if tally.rulings > 0 {
                    p { (Link::new(say!(words, "seasons-waits-rulings", count = tally.rulings), &admin::Interests { season }.waiting())) }
                }
                @if tally.enquiries > 0 {
                    p { (Link::new(say!(words, "seasons-waits-enquiries", count = tally.enquiries), &admin::Enquiries { season }.waiting())) }
                }
            }))
        }
    }
}

/// What judging would begin with: what is ready, and what waits.
fn with(words: &Words, run: &Run, tally: &Tally) -> Markup {
    let season = run.season.id;
    let number = |count: u64| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let linked = |count: u64, path: String| html! { (Link::new(number(count), &path)) };
    let stay = tally.submitted + tally.forming;
    let list = SummaryList::new()
        .row(
            say!(words, "seasons-begin-cases"),
            linked(tally.eligible, admin::Cases.of_season(season)),
        )
        .row(
            say!(words, "seasons-begin-judges"),
            linked(tally.accepted, admin::Judges { season }.to_string()),
        )
        .row(
            say!(words, "seasons-begin-invited"),
            html! { (number(tally.invited)) },
        )
        .row(
            say!(words, "seasons-begin-quorum"),
            html! { (number(tally.quorum)) },
        );
    let interests = admin::Interests { season }.to_string();
    let list = if tally.has_sheets {
        list.row(
            say!(words, "seasons-begin-sheets"),
            linked(tally.sheets, interests.clone()),
        )
    } else {
        list
    };
    let list = list.row(
        say!(words, "seasons-begin-rulings"),
        linked(tally.rulings, interests),
    );
    html! {
        (list)
        @if tally.accepted < tally.quorum {
            (aside(Tone::Care, &html! { p { (say!(words, "seasons-begin-too-few", count = tally.accepted, quorum = tally.quorum)) } }))
        }
        @if stay + tally.not_accepted + tally.not_checked > 0 {
            (aside(Tone::Care, &html! { p { (say!(words, "seasons-begin-behind")) } }))
        }
    }
}

/// The cases on which nobody has decided, and what becomes of them.
fn undecided(words: &Words, event: Event, rows: &[UndecidedRow]) -> Markup {
    let mut categories: Vec<CategoryId> = rows.iter().map(|row| row.category).collect();
    categories.dedup();
    let text = if event == Event::Decide {
        say!(words, "seasons-undecided-close", count = rows.len())
    } else {
        say!(words, "seasons-undecided-text", count = rows.len())
    };
    html! {
        @if !rows.is_empty() {
            h2 { (say!(words, "seasons-undecided-title")) }
            p { (text) }
            @for category in categories {
                ul {
                    @for case in rows.iter().filter(|row| row.category == category) {
                        li { (say!(words, "judges-quorum-case", number = case.number, nominee = named::nominee_or_erased(words, case.nominee.as_deref()))) }
                    }
                }
                p { (Link::new(say!(words, "shortlist-rest"), &admin::Rest { category })) }
            }
        }
    }
}

/// Whose scorecards are missing, and which cases have too few: what the season would go on without.
fn without(words: &Words, missing: &Quorum) -> Markup {
    let owing = missing.owing();
    let below = missing.below_as_it_stands();
    html! {
        @if owing.is_empty() && below.is_empty() {
            p { (say!(words, "seasons-nothing-missing")) }
        }
        @if !owing.is_empty() {
            h2 { (say!(words, "seasons-missing-title")) }
            p { (say!(words, "seasons-missing-text")) }
            ul {
                @for judge in &owing {
                    li { (say!(words, "seasons-missing-judge", name = judge.name.as_str(), count = judge.missing)) }
                }
            }
        }
        @if !below.is_empty() {
            h2 { (say!(words, "seasons-below-title")) }
            p { (say!(words, "seasons-below-text", quorum = missing.needed)) }
            ul {
                @for case in &below {
                    li {
                        (Link::new(
                            say!(words, "judges-quorum-case", number = case.number, nominee = named::nominee_or_erased(words, case.nominee.as_deref())),
                            &admin::Case { case: case.case },
                        ))
                        " "
                        span.muted { (say!(words, "seasons-below-has", count = case.outlook.received)) }
                    }
                }
            }
        }
    }
}
