//! How a case and its scorecard look: reading on the left, scoring beside it and in view.

use maud::{Markup, html};
use plaudit_domain::criterion::Criterion;
use plaudit_domain::ids::AssignmentId;
use plaudit_domain::policy;
use plaudit_domain::scorecard::{COMMENT_LIMIT, FEEDBACK_LIMIT, Scores};
use plaudit_domain::{assignment, interest, season};
use plaudit_store::reports::desk::{DeskRow, Step};
use plaudit_store::reports::scorecard::Scorecard as Card;

use super::form::{
    COMMENT, PRESSED, SAVE, SCORES, STRONGEST, SUBMIT, WOULD_HAVE_HELPED, score, version,
};
use crate::http::actor::Judge;
use crate::http::field_errors::{FieldErrors, Messages};
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::judging::{Desk, Gate, Scorecard, SubmissionRemoval};
use crate::say;
use crate::shown::case;
use crate::ui::button::{Look, PostButton, submit_as};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::{Autosave, Form, draft_sent};
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::page::{Layout, Place};
use crate::ui::prose::as_typed;
use crate::ui::scale::{Point, Scale};
use crate::ui::split::split;
use crate::ui::summary_list::SummaryList;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What stands in the form.
pub(super) struct Shown<'a> {
    raw: &'a RawForm,
    errors: Option<&'a FieldErrors>,
    other: Option<&'a Scores>,
}

impl<'a> Shown<'a> {
    /// A form that holds this, and nothing is wrong.
    pub(super) fn of(raw: &'a RawForm) -> Self {
        Self {
            raw,
            errors: None,
            other: None,
        }
    }

    /// With what is wrong with it.
    pub(super) fn wrong(self, errors: &'a FieldErrors) -> Self {
        Self {
            errors: Some(errors),
            ..self
        }
    }

    /// Typed while another window kept something else.
    pub(super) fn beside_what_is_kept(self, typed: &'a Scores) -> Self {
        Self {
            other: Some(typed),
            ..self
        }
    }
}

/// What this device calls the draft of a scorecard.
fn draft_name(assignment: AssignmentId) -> String {
    format!("scorecard-{assignment}")
}

/// The case, and the form or what was submitted.
pub(super) fn page(judge: &Judge, card: &Card, shown: &Shown<'_>) -> Answer {
    let words = &judge.words;
    let messages = shown
        .errors
        .map(|errors| errors.in_words(words))
        .unwrap_or_default();
    let title = card.case.nominee.name.clone();
    let may_score = policy::may_score(card.season.status, interest::Status::MayJudge, card.status);
    let working = if may_score.is_ok() {
        scoring(words, card, shown, &messages)
    } else {
        submitted(words, card)
    };
    let heading = Heading::new(&title)
        .above(case::place_on_desk(words, card.case.number, card.progress))
        .beside(beside(words, card));
    let heading = match case::employment(&card.case.nominee) {
        Some(employment) => heading.lede(employment),
        None => heading,
    };
    let body = html! {
        (link::back(&Link::new(say!(words, "scorecard-back"), &Desk)))
        (error_summary(words, messages.iter()))
        (heading)
        (split(&case::text(words, &card.case), &html! { (working) (interest_since(words, card)) }))
    };
    Answer::page(judge, Place::Judging, title, body)
        .layout(Layout::Full)
        .liveried(&card.programme)
}

/// The ways to the neighbours on the desk, and from the top of a phone to the scores.
fn beside(words: &Words, card: &Card) -> Markup {
    let to = |row: &DeskRow, key: &str| {
        let assignment = row.assignment;
        let label = say!(words, key, number = row.number);
        match row.step {
            Step::Gate | Step::Wait => Link::new(label, &Gate { assignment }),
            Step::Score | Step::GoOn | Step::Done => Link::new(label, &Scorecard { assignment }),
        }
    };
    html! {
        a href="#scores" { (say!(words, "scorecard-to-scores")) }
        @if let Some(row) = &card.previous { (to(row, "scorecard-previous")) }
        @if let Some(row) = &card.next { (to(row, "scorecard-next")) }
    }
}

/// The way back to the gate, for whoever learns only from the case that they know somebody in it.
fn interest_since(words: &Words, card: &Card) -> Markup {
    let gate = Gate {
        assignment: card.assignment,
    };
    html! {
        @if card.season.status == season::Status::Judging {
            p.screen-only { (Link::new(say!(words, "scorecard-interest-since"), &gate)) }
        }
    }
}

fn scoring(words: &Words, card: &Card, shown: &Shown<'_>, messages: &Messages) -> Markup {
    let raw = shown.raw;
    let path = Scorecard {
        assignment: card.assignment,
    };
    let version = match version(raw) {
        // The form as it was opened carries none yet.
        ..0 => card.kept.version,
        sent => sent,
    };
    let form = Form::post(
        &path,
        html! {
            @for criterion in &card.rules.criteria { (scale(words, card, criterion, raw, messages)) }
            (total(words, card))
            (comment(words, raw, messages))
            (feedback(words, raw, messages))
            div.buttons {
                (submit_as(Look::Primary, &say!(words, "scorecard-submit"), PRESSED, SUBMIT))
                (submit_as(Look::Secondary, &say!(words, "scorecard-save"), PRESSED, SAVE))
            }
        },
    )
    .autosave(Autosave {
        words,
        path: path.to_string(),
        draft: draft_name(card.assignment),
        version: version.to_string(),
    });
    html! {
        div #(SCORES) tabindex="-1" {
            h2 { (say!(words, "scorecard-title")) }
            @if let Some(error) = messages.get(SCORES) { p.error { (error) } }
            @if let Some(typed) = shown.other { (differences(words, card, typed)) }
            (form)
        }
    }
}

fn scale(
    words: &Words,
    card: &Card,
    criterion: &Criterion,
    raw: &RawForm,
    messages: &Messages,
) -> Markup {
    let language = words.language();
    let name = score(criterion.id);
    let share = i64::try_from(card.rules.share(criterion)).unwrap_or_default();
    let weight = say!(words, "scorecard-weight", share = words.hundredths(share));
    let guidance = criterion.guidance.in_language(&language);
    let hint = format!("{weight} {guidance}");
    let points: Vec<Point> = criterion
        .scale
        .points()
        .map(|(steps, value)| Point {
            value: value.to_string(),
            descriptor: descriptor(criterion, steps, &language),
        })
        .collect();
    html! {
        (Scale {
            words,
            name: &name,
            legend: criterion.title.in_language(&language),
            hint: Some(hint.trim()),
            points: &points,
            chosen: raw.trimmed(&name),
            error: messages.get(&name),
        })
    }
}

fn descriptor(criterion: &Criterion, steps: i64, language: &str) -> String {
    criterion
        .descriptors
        .get(&steps)
        .map_or_else(String::new, |texts| texts.in_language(language).to_owned())
}

/// The judge's own weighted total as it was last kept, which the script follows; nobody else's is known here.
fn total(words: &Words, card: &Card) -> Markup {
    let total = total_in_words(words, &card.kept.scores, &card.rules.criteria);
    html! {
        p.muted data-total hidden[total.is_none()] { (total.unwrap_or_default()) }
    }
}

/// A weighted total in words, once every criterion has its score.
pub(super) fn total_in_words(
    words: &Words,
    scores: &Scores,
    criteria: &[Criterion],
) -> Option<String> {
    let total = scores.total(criteria)?;
    Some(say!(
        words,
        "scorecard-total",
        total = words.hundredths(i64::from(total))
    ))
}

fn comment(words: &Words, raw: &RawForm, messages: &Messages) -> Markup {
    html! {
        (Field::area(words, COMMENT, say!(words, "scorecard-comment"))
            .hint(say!(words, "scorecard-comment-hint"))
            .optional().value(raw.get(COMMENT)).error(messages.get(COMMENT))
            .word_limit(u32::try_from(COMMENT_LIMIT).ok()).rows(5))
    }
}

fn feedback(words: &Words, raw: &RawForm, messages: &Messages) -> Markup {
    let limit = u32::try_from(FEEDBACK_LIMIT).ok();
    html! {
        (Field::area(words, STRONGEST, say!(words, "scorecard-strongest"))
            .hint(say!(words, "scorecard-nominee-hint"))
            .optional().value(raw.get(STRONGEST)).error(messages.get(STRONGEST))
            .word_limit(limit).rows(3))
        (Field::area(words, WOULD_HAVE_HELPED, say!(words, "scorecard-would-have-helped"))
            .hint(say!(words, "scorecard-nominee-hint"))
            .optional().value(raw.get(WOULD_HAVE_HELPED)).error(messages.get(WOULD_HAVE_HELPED))
            .word_limit(limit).rows(3))
    }
}

/// Where this form and what another window kept differ: both values.
fn differences(words: &Words, card: &Card, typed: &Scores) -> Markup {
    let language = words.language();
    let kept = &card.kept.scores;
    let nothing = || say!(words, "scorecard-nothing");
    let mut list = SummaryList::new();
    for criterion in &card.rules.criteria {
        let (theirs, mine) = (
            kept.steps.get(&criterion.id),
            typed.steps.get(&criterion.id),
        );
        if theirs != mine {
            let value = |steps: Option<&i64>| {
                steps
                    .and_then(|steps| criterion.scale.value(*steps))
                    .map_or_else(nothing, |value| value.to_string())
            };
            let title = criterion.title.in_language(&language);
            let both = both(words, &value(theirs), &value(mine));
            list = list.row(title, both);
        }
    }
    for (key, theirs, mine) in [
        ("scorecard-comment", &kept.comment, &typed.comment),
        ("scorecard-strongest", &kept.strongest, &typed.strongest),
        (
            "scorecard-would-have-helped",
            &kept.would_have_helped,
            &typed.would_have_helped,
        ),
    ] {
        if theirs != mine {
            let said = |text: &String| {
                if text.is_empty() {
                    nothing()
                } else {
                    text.clone()
                }
            };
            list = list.row(words.get(key), both(words, &said(theirs), &said(mine)));
        }
    }
    let path = Scorecard {
        assignment: card.assignment,
    };
    aside(
        Tone::Care,
        &html! {
            h3 { (say!(words, "scorecard-stale-title")) }
            p { (say!(words, "scorecard-stale-text")) }
            (list)
            p { (Link::new(say!(words, "scorecard-stale-use-kept"), &path)) }
        },
    )
}

fn both(words: &Words, kept: &str, typed: &str) -> Markup {
    html! {
        p { strong { (say!(words, "scorecard-stale-kept")) } }
        (as_typed(kept))
        p { strong { (say!(words, "scorecard-stale-typed")) } }
        (as_typed(typed))
    }
}

/// What was put down, when it can no longer or not now be changed.
fn submitted(words: &Words, card: &Card) -> Markup {
    let language = words.language();
    let zone = card.programme.words.zone.time_zone();
    let mut list = SummaryList::new();
    for criterion in &card.rules.criteria {
        let value = html! {
            @match card.kept.scores.steps.get(&criterion.id) {
                Some(steps) => {
                    @if let Some(value) = criterion.scale.value(*steps) { strong { (value) } " " }
                    (descriptor(criterion, *steps, &language))
                },
                None => span.muted { (say!(words, "scorecard-nothing")) },
            }
        };
        list = list.row(criterion.title.in_language(&language), value);
    }
    for (key, text) in [
        ("scorecard-comment", &card.kept.scores.comment),
        ("scorecard-strongest", &card.kept.scores.strongest),
        (
            "scorecard-would-have-helped",
            &card.kept.scores.would_have_helped,
        ),
    ] {
        if !text.is_empty() {
            list = list.row(words.get(key), as_typed(text));
        }
    }
    let may_reopen =
        policy::may_reopen(card.season.status, interest::Status::MayJudge, card.status);
    html! {
        (draft_sent(&draft_name(card.assignment)))
        div #(SCORES) tabindex="-1" {
            h2 { (say!(words, "scorecard-title")) }
            @match card.kept.submitted_at {
                Some(at) => p { (say!(words, "scorecard-submitted-at", at = words.moment(at, &zone))) },
                None => p { (not_in(words, card)) },
            }
            (total(words, card))
            (list)
            @if may_reopen.is_ok() {
                (PostButton::new(Look::Secondary, say!(words, "scorecard-reopen"), &SubmissionRemoval { assignment: card.assignment }))
                p.muted { (say!(words, "scorecard-reopen-text")) }
            } @else if card.status == assignment::Status::Locked {
                p { (say!(words, "scorecard-locked")) }
            }
        }
    }
}

fn not_in(words: &Words, card: &Card) -> String {
    match card.season.status {
        season::Status::Judging => say!(words, "scorecard-not-yours"),
        _ => say!(words, "scorecard-not-judging"),
    }
}
