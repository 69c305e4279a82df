//! How scorecards look that may be opened again.

use maud::{Markup, Render, html};
use plaudit_store::reports::reopenings::{ReopeningRow, Reopenings as Found};

use super::is_offered;
use crate::http::actor::Chair;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::note::NOTE;
use crate::http::response::Answer;
use crate::paths::judging::{Panels, Reopening, Reopenings};
use crate::say;
use crate::shown::{case, named};
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::{Layout, Place};
use crate::ui::table::Table;
use crate::words::Words;

/// Every scorecard that is in, each with the way to open it again.
pub(super) fn list(chair: &Chair, found: &Found) -> Answer {
    let words = &chair.words;
    let title = say!(words, "reopenings-title");
    let body = html! {
        (link::back(&Link::new(say!(words, "panels-title"), &Panels)))
        (Heading::new(&title).above(season(words, found)).lede(say!(words, "reopenings-lede")))
        @if !is_offered(found.season.status) { p { (say!(words, "refusal-meeting-begun")) } }
        @if found.rows.is_empty() {
            (empty(&say!(words, "reopenings-empty-title"), &say!(words, "reopenings-empty-text"), None))
        } @else {
            (table(words, found))
        }
    };
    Answer::page(chair, Place::Judging, title, body)
        .layout(Layout::Wide)
        .liveried(&found.programme)
}

fn season(words: &Words, found: &Found) -> String {
    let programme = found.programme.words.title.in_language(&words.language());
    format!("{programme} {}", found.season.name)
}

fn table(words: &Words, found: &Found) -> Markup {
    let zone = found.programme.words.zone.time_zone();
    let season = found.season.id;
    let is_offered = is_offered(found.season.status);
    Table::new(say!(words, "reopenings-title"), &found.rows)
        .head(say!(words, "desk-case"), |row: &ReopeningRow| {
            case::called_in_full(words, row.number, row.nominee.as_deref())
        })
        .words(say!(words, "reopenings-judge"), |row| {
            named::say(words, &row.judge)
        })
        .words(say!(words, "reopenings-submitted"), |row| {
            row.submitted_at
                .map(|at| words.moment_short(at, &zone))
                .unwrap_or_default()
        })
        .words(say!(words, "desk-status"), |row| {
            if row.is_locked {
                say!(words, "reopenings-locked")
            } else {
                say!(words, "reopenings-in")
            }
        })
        .when(is_offered, |table| {
            table.actions(say!(words, "reopenings-action"), move |row| {
                let path = Reopening {
                    season,
                    assignment: row.assignment,
                };
                Link::new(say!(words, "reopening-open"), &path)
            })
        })
        .caption_hidden()
        .render()
}

/// What opening it again means, with what was typed and what is wrong with it.
pub(super) fn ask(
    chair: &Chair,
    found: &Found,
    row: &ReopeningRow,
    (raw, errors): (&RawForm, &FieldErrors),
) -> Answer {
    let words = &chair.words;
    let messages = errors.in_words(words);
    let title = say!(words, "reopening-title");
    let path = Reopening {
        season: found.season.id,
        assignment: row.assignment,
    };
    let called = case::called_in_full(words, row.number, row.nominee.as_deref());
    let judge = named::say(words, &row.judge);
    let form = Form::post(
        &path,
        html! {
            (Field::area(words, NOTE, say!(words, "reopening-reason")).hint(say!(words, "reopening-reason-hint"))
                .value(raw.get(NOTE)).error(messages.get(NOTE)).rows(4))
            (submit(Look::Primary, &say!(words, "reopening-open")))
        },
    );
    let body = html! {
        (link::back(&Link::new(say!(words, "reopenings-title"), &Reopenings { season: found.season.id })))
        (error_summary(words, messages.iter()))
        (Heading::new(&title).above(called))
        p { (say!(words, "reopening-text", judge = judge)) }
        (form)
    };
    Answer::page(chair, Place::Judging, title, body).liveried(&found.programme)
}
