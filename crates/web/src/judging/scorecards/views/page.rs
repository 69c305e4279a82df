//! How a case and its scorecard look: reading on the left, scoring beside it and in view.

use maud::{Markup, html};
use plaudit_domain::ids::AssignmentId;
use plaudit_domain::interest;
use plaudit_domain::policy;
use plaudit_domain::scorecard::Scores;
use plaudit_domain::stage::Kind;
use plaudit_store::reports::desk::{DeskRow, Step};
use plaudit_store::reports::scorecard::Scorecard as Card;

use super::super::form::SCORES;
use super::{around, reading, scoring, sift, submitted};
use crate::http::actor::Judge;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::judging::{Desk, Gate, Scorecard};
use crate::say;
use crate::shown::case;
use crate::ui::error_summary::error_summary;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::{Layout, Place};
use crate::ui::split::split;
use crate::words::Words;

/// What stands in the form.
pub(in super::super) struct Shown<'a> {
    pub(super) raw: &'a RawForm,
    errors: Option<&'a FieldErrors>,
    pub(super) other: Option<&'a Scores>,
}

impl<'a> Shown<'a> {
    /// A form that holds this, and nothing is wrong.
    pub(in super::super) fn of(raw: &'a RawForm) -> Self {
        Self {
            raw,
            errors: None,
            other: None,
        }
    }

    /// With what is wrong with it.
    pub(in super::super) fn wrong(self, errors: &'a FieldErrors) -> Self {
        Self {
            errors: Some(errors),
            ..self
        }
    }

    /// Typed while another window kept something else.
    pub(in super::super) fn beside_what_is_kept(self, typed: &'a Scores) -> Self {
        Self {
            other: Some(typed),
            ..self
        }
    }
}

/// What this device calls the draft of a scorecard, which is its judge's own.
pub(super) fn draft_name(assignment: AssignmentId) -> String {
    format!("own-scorecard-{assignment}")
}

/// The case, and the form or what was submitted.
pub(in super::super) fn page(judge: &Judge, card: &Card, shown: &Shown<'_>) -> Answer {
    let words = &judge.words;
    let messages = shown
        .errors
        .map(|errors| errors.in_words(words))
        .unwrap_or_default();
    let nominee = card.case.nominee.as_ref();
    let title = case::called(
        words,
        card.case.number,
        nominee.map(|nominee| nominee.name.as_str()),
    );
    let may_score = policy::may_score(card.season.status, interest::Status::MayJudge, card.status);
    let working = if may_score.is_ok() && !card.unread.is_empty() {
        reading::list(words, card)
    } else if may_score.is_ok() && card.season.stage == Kind::Sift {
        sift::form(words, card, shown, &messages)
    } else if may_score.is_ok() {
        scoring::form(words, card, shown, &messages)
    } else {
        submitted::list(words, card)
    };
    let heading = Heading::new(&title)
        .above(case::place_on_desk(words, card.case.number, card.progress))
        .beside(beside(words, card));
    let heading = match nominee.and_then(case::employment) {
        Some(employment) => heading.lede(employment),
        None => heading,
    };
    let body = html! {
        (link::back(&Link::new(say!(words, "scorecard-back"), &Desk)))
        (error_summary(words, messages.iter()))
        (split(
            &html! {
                (heading)
                @if nominee.is_none() { p.muted { (say!(words, "case-blind")) } }
                (appointment(words, card))
                (around::questions(words, card))
                (case::text(words, &card.case))
            },
            &html! { (working) (around::ways_out(words, card)) },
        ))
    };
    Answer::page(judge, Place::Judging, title, body)
        .layout(Layout::Full)
        .liveried(&card.programme)
        .framed(|frame| {
            let scores = format!("#{SCORES}");
            frame.skip = Some(Link::new(say!(words, "scorecard-to-scores"), &scores));
        })
}

/// When and where the finalist is met.
fn appointment(words: &Words, card: &Card) -> Markup {
    html! {
        @if let Some(said) = &card.appointment {
            p { strong { (say!(words, "reading-appointment")) } " " (said) }
        }
    }
}

/// The ways to the neighbours on the desk.
fn beside(words: &Words, card: &Card) -> Markup {
    let to = |row: &DeskRow| {
        let assignment = row.assignment;
        match row.step {
            Step::Gate | Step::Wait => Gate { assignment }.to_string(),
            Step::Score | Step::GoOn | Step::Done => Scorecard { assignment }.to_string(),
        }
    };
    html! {
        @if let Some(row) = &card.previous {
            a href=(to(row)) data-previous-case { (say!(words, "scorecard-previous", number = row.number)) }
        }
        @if let Some(row) = &card.next {
            a href=(to(row)) data-next-case { (say!(words, "scorecard-next", number = row.number)) }
        }
    }
}
