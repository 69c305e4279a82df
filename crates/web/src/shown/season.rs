//! Where a season stands, in words and as a tag.

use maud::Markup;
use plaudit_domain::season::Status;

use crate::say;
use crate::ui::status_tag::status_tag;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Where a season stands, as a tag.
pub fn status(words: &Words, status: Status) -> Markup {
    status_tag(tone(status), &status_in_words(words, status))
}

/// Where a season stands, in a word or two.
pub fn status_in_words(words: &Words, status: Status) -> String {
    match status {
        Status::Draft => say!(words, "season-status-draft"),
        Status::Open => say!(words, "season-status-open"),
        Status::Screening => say!(words, "season-status-screening"),
        Status::Judging => say!(words, "season-status-judging"),
        Status::Deliberation => say!(words, "season-status-deliberation"),
        Status::Decided => say!(words, "season-status-decided"),
        Status::Announced => say!(words, "season-status-announced"),
        Status::Archived => say!(words, "season-status-archived"),
        Status::Cancelled => say!(words, "season-status-cancelled"),
    }
}

fn tone(status: Status) -> Tone {
    match status {
        Status::Draft | Status::Archived => Tone::Plain,
        Status::Open | Status::Screening | Status::Judging | Status::Deliberation => Tone::Active,
        Status::Decided => Tone::Care,
        Status::Announced => Tone::Good,
        Status::Cancelled => Tone::Bad,
    }
}
