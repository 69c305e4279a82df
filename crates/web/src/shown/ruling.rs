//! An interest that is ruled on: what is known of it, what is asked, and how the answer is read.

use jiff::tz::TimeZone;
use maud::{Markup, Render, html};
use plaudit_domain::ids::InterestId;
use plaudit_domain::interest::{CHARACTER_LIMIT, Event, WORD_LIMIT};
use plaudit_domain::text::{self, Fault};
use plaudit_store::interests::Ruling;
use plaudit_store::reports::interests::InterestRow;

use super::interest;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::fields::{Choice, Field};
use crate::ui::form::Form;
use crate::ui::prose::as_typed;
use crate::ui::summary_list::SummaryList;
use crate::ui::table::Table;
use crate::words::Words;

/// Which way it is ruled.
pub(crate) const RULING: &str = "ruling";
/// Why.
pub(crate) const REASON: &str = "reason";

/// The ways in which this interest can be ruled on.
pub(crate) fn events(row: &InterestRow) -> &'static [Event] {
    if row.waits() {
        &[Event::RuleMayJudge, Event::RuleRecused]
    } else if row.status.is_open() {
        &[Event::Recuse]
    } else {
        &[]
    }
}

/// Reads a ruling; each has a reason, which the judge may read. Where there is but one way, nobody is asked for it.
pub(crate) fn parse(raw: &RawForm, row: &InterestRow) -> Result<Ruling, FieldErrors> {
    let mut errors = raw.errors();
    let events = events(row);
    let event = match events {
        [only] => Some(*only),
        _ => events
            .iter()
            .copied()
            .find(|event| event.as_str() == raw.trimmed(RULING)),
    };
    if event.is_none() {
        errors.say(RULING, "interests-ruling-missing");
    }
    let reason = errors.take(REASON, "interests-reason-noun", written(raw.get(REASON)));
    match event.zip(reason) {
        Some((event, reason)) if errors.is_empty() => Ok(Ruling { event, reason }),
        _ => Err(errors),
    }
}

fn written(typed: &str) -> Result<String, Fault> {
    let count = typed.chars().count();
    if count > CHARACTER_LIMIT {
        return Err(Fault::TooLong {
            limit: CHARACTER_LIMIT,
            count,
        });
    }
    text::paragraphs(typed, Some(WORD_LIMIT))
}

/// Interests with the way to rule on each, where it can be ruled on.
pub(crate) fn table(
    words: &Words,
    rows: &[&InterestRow],
    caption: &str,
    path: impl Fn(InterestId) -> String,
) -> Markup {
    let action = |row: &&InterestRow| {
        html! {
            @if !events(row).is_empty() {
                a href=(path(row.id)) {
                    @if row.waits() { (say!(words, "interests-rule")) } @else { (say!(words, "interests-recuse")) }
                    span.visually-hidden { " " (row.judge) ", " (row.nominee) }
                }
            }
        }
    };
    Table::new(words.get(caption), rows)
        .head(say!(words, "interests-judge"), |row| html! { bdi { (row.judge) } })
        .numbers(say!(words, "interests-case"), |row| row.number)
        .words(say!(words, "interests-nominee"), |row| {
            html! { bdi { (row.nominee) } @if let Some(employer) = &row.employer { " " span.under { (employer) } } }
        })
        .words(say!(words, "interests-answer"), |row| interest::answer(words, row.status, row.kind))
        .words(say!(words, "interests-status"), |row| interest::status(words, row.status))
        .words(say!(words, "interests-actions"), action)
        .caption_hidden()
        .render()
}

/// What is known of an interest, and what the judge wrote.
pub(crate) fn facts(words: &Words, zone: &TimeZone, row: &InterestRow) -> Markup {
    let nominee = html! {
        bdi { (row.nominee) }
        @if let Some(employer) = &row.employer { ", " (employer) }
    };
    let mut list = SummaryList::new()
        .row(
            say!(words, "interests-judge"),
            html! { bdi { (row.judge) } },
        )
        .row(say!(words, "interests-case"), html! { (row.number) })
        .row(say!(words, "interests-nominee"), nominee)
        .row(
            say!(words, "interests-answer"),
            html! { (interest::answer(words, row.status, row.kind)) },
        );
    if !row.words.is_empty() {
        list = list.row(say!(words, "interests-words"), as_typed(&row.words));
    }
    if let Some(effect) = row.effect.filter(|effect| effect.event().is_some()) {
        list = list.row(
            say!(words, "interests-by-the-rules"),
            html! { (interest::effect(words, effect)) },
        );
    }
    if let Some(at) = row.declared_at {
        list = list.row(
            say!(words, "interests-declared-at"),
            html! { (words.moment(at, zone)) },
        );
    }
    if !row.ruling_reason.is_empty() {
        list = list.row(
            say!(words, "interests-ruled-before"),
            as_typed(&row.ruling_reason),
        );
    }
    html! { (list) }
}

/// The ruling, to be filled in: the choice where it waits for one, and the reason.
pub(crate) fn form(
    words: &Words,
    path: &impl ToString,
    row: &InterestRow,
    (raw, errors): (&RawForm, &FieldErrors),
) -> Markup {
    let messages = errors.in_words(words);
    let form = Form::post(
        path,
        html! {
            @if row.waits() {
                (Field::radios(words, RULING, say!(words, "interests-ruling"), choices(words))
                    .value(raw.get(RULING)).error(messages.get(RULING)))
            }
            (Field::area(words, REASON, say!(words, "interests-reason"))
                .hint(say!(words, "interests-reason-hint"))
                .value(raw.get(REASON)).error(messages.get(REASON)).rows(4))
            @if row.waits() {
                (submit(Look::Primary, &say!(words, "interests-record")))
            } @else {
                (submit(Look::Warning, &say!(words, "interests-recuse")))
            }
        },
    );
    html! { (form) }
}

fn choices(words: &Words) -> Vec<Choice> {
    vec![
        Choice::new(
            Event::RuleMayJudge.as_str(),
            say!(words, "interests-may-judge"),
        )
        .hint(say!(words, "interests-may-judge-hint")),
        Choice::new(
            Event::RuleRecused.as_str(),
            say!(words, "interests-recused"),
        )
        .hint(say!(words, "interests-recused-hint")),
    ]
}
