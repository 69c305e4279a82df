//! How the interests look to whoever rules on them for the panel.

use maud::html;
use plaudit_store::reports::interests::{InterestRow, Interests};

use crate::http::actor::Chair;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::judging::{Desk, Ruling, Rulings};
use crate::say;
use crate::shown::ruling::{events, facts, form, table};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::page::{Layout, Place};
use crate::ui::tone::Tone;
use crate::words::Words;

fn season_name(words: &Words, listed: &Interests) -> String {
    let programme = &listed.about.programme.words.title;
    format!(
        "{} {}",
        programme.in_language(&words.language()),
        listed.about.season.name
    )
}

/// Those that wait, then those that were answered.
pub(super) fn list(chair: &Chair, listed: &Interests) -> Answer {
    let words = &chair.words;
    let title = say!(words, "rulings-title");
    let (waiting, answered): (Vec<&InterestRow>, Vec<&InterestRow>) =
        listed.rows.iter().partition(|row| row.waits());
    let season = listed.about.season.id;
    let path = |interest| Ruling { season, interest }.to_string();
    let body = html! {
        (link::back(&Link::new(say!(words, "desk-title"), &Desk)))
        (Heading::new(&title).above(season_name(words, listed)).lede(say!(words, "rulings-lede")))
        section.stack {
            h2 { (say!(words, "interests-waiting")) }
            @if waiting.is_empty() {
                (empty(&say!(words, "interests-empty-title"), &say!(words, "interests-empty-text"), None))
            } @else {
                (table(words, &waiting, "interests-waiting", path))
            }
        }
        @if !answered.is_empty() {
            section.stack {
                h2 { (say!(words, "interests-answered")) }
                (table(words, &answered, "interests-answered", path))
            }
        }
    };
    Answer::page(chair, Place::Judging, title, body)
        .layout(Layout::Wide)
        .liveried(&listed.about.programme)
}

/// One interest with what the judge wrote, what it would do to the quorum, and the ruling.
pub(super) fn ruling(
    chair: &Chair,
    listed: &Interests,
    row: &InterestRow,
    (raw, errors): (&RawForm, &FieldErrors),
) -> Answer {
    let words = &chair.words;
    let season = listed.about.season.id;
    let zone = listed.about.programme.words.zone.time_zone();
    let title = if row.waits() {
        say!(words, "interests-rule-title")
    } else {
        say!(words, "interests-recuse-title")
    };
    let path = Ruling {
        season,
        interest: row.id,
    };
    let body = html! {
        (link::back(&Link::new(say!(words, "rulings-title"), &Rulings { season })))
        (error_summary(words, errors.in_words(words).iter()))
        (Heading::new(&title).above(season_name(words, listed)))
        (facts(words, &zone, row))
        @if row.is_scored {
            (aside(Tone::Care, &html! { p { (say!(words, "interests-scored")) } }))
        }
        @if !events(row).is_empty() {
            @if row.left < listed.quorum {
                (aside(Tone::Bad, &html! {
                    p { (say!(words, "interests-would-be-short", left = row.left, quorum = listed.quorum)) }
                    p { (say!(words, "rulings-short-way-out")) }
                }))
            }
            (form(words, &path, row, (raw, errors)))
        }
    };
    Answer::page(chair, Place::Judging, title, body).liveried(&listed.about.programme)
}
