//! How the interests of a season's judges look.

use maud::{Markup, html};
use plaudit_store::StoreError;
use plaudit_store::reports::interests::{InterestRow, Interests as Listed};

use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::refusal::in_words;
use crate::http::response::Answer;
use crate::paths::admin::{Interests, Judges, Ruling};
use crate::say;
use crate::shown::ruling::{events, facts, form as ruling_form};
use crate::ui::error_summary::error_summary;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::tone::Tone;
use crate::words::Words;

pub(super) fn season_name(words: &Words, listed: &Listed) -> String {
    let programme = &listed.about.programme.words.title;
    format!(
        "{} {}",
        programme.in_language(&words.language()),
        listed.about.season.name
    )
}

/// One interest with what the judge wrote, and the ruling.
pub(super) fn ruling(
    admin: &Admin,
    listed: &Listed,
    row: &InterestRow,
    refusal: Option<&str>,
    (raw, errors): (&RawForm, &FieldErrors),
) -> Answer {
    let words = &admin.words;
    let messages = errors.in_words(words);
    let season = listed.about.season.id;
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
        (link::back(&Link::new(say!(words, "interests-title"), &Interests { season })))
        (error_summary(words, messages.iter()))
        (Heading::new(&title).above(season_name(words, listed)))
        (facts(words, &listed.about.programme.words.zone.time_zone(), row))
        @if row.is_scored {
            (aside(Tone::Care, &html! { p { (say!(words, "interests-scored")) } }))
        }
        @match refusal {
            _ if events(row).is_empty() => {},
            Some(refusal) => (aside(Tone::Plain, &html! { p { (refusal) } })),
            None => {
                (short_warning(words, listed, row.left))
                (ruling_form(words, &path, row, (raw, errors)))
            },
        }
    };
    let page = desk::season_page_at(
        admin,
        Section::Judges,
        &listed.about,
        (title, body),
        &|season| Interests { season }.to_string(),
    );
    page.layout(Layout::Narrow)
}

/// What the rules say to whoever may not rule on this interest; that it is not theirs to see is no page at all.
pub(super) fn refusal(
    admin: &Admin,
    may: Result<(), StoreError>,
) -> Result<Option<String>, PageError> {
    match may {
        Ok(()) => Ok(None),
        Err(StoreError::Refused(refusal)) => Ok(Some(in_words(&refusal, &admin.words))),
        Err(error) => Err(error.into()),
    }
}

/// What it would mean for the quorum if this judge were out of the case: said before the button.
pub(super) fn short_warning(words: &Words, listed: &Listed, left: u32) -> Markup {
    let season = listed.about.season.id;
    html! {
        @if left < listed.quorum {
            (aside(Tone::Bad, &html! {
                p { (say!(words, "interests-would-be-short", left = left, quorum = listed.quorum)) }
                p { (Link::new(say!(words, "interests-invite"), &Judges { season })) }
            }))
        }
    }
}
