//! What is asked to rule on an interest.

use plaudit_domain::interest::{CHARACTER_LIMIT, Event, WORD_LIMIT};
use plaudit_domain::text::{self, Fault};
use plaudit_store::interests::Ruling;
use plaudit_store::reports::interests::InterestRow;

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

/// Which way it is ruled.
pub(super) const RULING: &str = "ruling";
/// Why.
pub(super) const REASON: &str = "reason";

/// The ways in which this interest can be ruled on.
pub(super) fn events(row: &InterestRow) -> &'static [Event] {
    if row.waits() {
        &[Event::RuleMayJudge, Event::RuleRecused]
    } else if row.status.is_open() {
        &[Event::Recuse]
    } else {
        &[]
    }
}

/// Reads a ruling; each has a reason, which the judge may read. Where there is but one way, nobody is asked for it.
pub(super) fn parse(raw: &RawForm, row: &InterestRow) -> Result<Ruling, FieldErrors> {
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
