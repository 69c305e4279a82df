//! How a move of a season is asked about.

use maud::html;
use plaudit_domain::season::Event;

use super::REASON;
use crate::admin::desk::{Section, page};
use crate::admin::filled::Filled;
use crate::admin::run::Run;
use crate::admin::seasons::form::{day, time};
use crate::admin::view::{back_to_season, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::button::{Look, buttons, submit};
use crate::ui::fields::Fieldset;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
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
pub(super) fn ask(admin: &Admin, run: &Run, event: Event, action: &str, filled: &Filled) -> Answer {
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
            @if event.needs_reason() {
                (fields.area(REASON, say!(words, "seasons-reason")).hint(say!(words, "seasons-reason-hint")).rows(3))
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
        (form)
    };
    page(admin, Section::Programmes, title, body)
}
