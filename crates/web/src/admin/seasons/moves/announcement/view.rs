//! How an announcement looks before it is made.

use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};

use super::Announcement;
use crate::admin::run::Run;
use crate::say;
use crate::shown::outcome;
use crate::ui::notice::aside;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The names as the public will read them, and how far it is from the published time.
pub(in crate::admin::seasons::moves) fn before(
    words: &Words,
    run: &Run,
    found: &Announcement,
) -> Markup {
    let published = outcome::Published {
        programme: &run.programme.words.slug,
        public_key: &found.public_key,
    };
    let language = words.language();
    html! {
        section.stack {
            h2 { (say!(words, "seasons-announce-preview")) }
            div.stack { (outcome::result(words, &found.preview.outcome, &published)) }
            @for category in &found.preview.kept {
                p { (say!(words, "seasons-announce-kept", category = category.title.in_language(&language))) }
            }
        }
        @if let Some(at) = run.season.timetable.announcement_at {
            @let tone = if found.is_early { Tone::Care } else { Tone::Plain };
            (aside(tone, &html! { p { (how_far(words, run, at, found.now)) } }))
        }
    }
}

fn how_far(words: &Words, run: &Run, at: Timestamp, now: Timestamp) -> String {
    let moment = words.moment(at, &run.zone());
    let span = span(words, now.duration_since(at).abs());
    if now < at {
        say!(
            words,
            "seasons-announce-early",
            span = span,
            moment = moment
        )
    } else {
        say!(words, "seasons-announce-late", span = span, moment = moment)
    }
}

/// A length of time in the largest unit of which there are two, or in minutes.
fn span(words: &Words, long: SignedDuration) -> String {
    let (hours, minutes) = (long.as_hours(), long.as_mins());
    if hours >= 48 {
        say!(words, "span-days", count = hours / 24)
    } else if minutes >= 60 {
        say!(words, "span-hours", count = hours)
    } else {
        say!(words, "span-minutes", count = minutes)
    }
}
