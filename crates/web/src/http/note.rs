//! A form with one text of bounded length: why a judge abstains, a question to the secretary, its answer.

use plaudit_domain::scorecard::NOTE_CHARACTERS;
use plaudit_domain::text::{self, Fault};

use super::field_errors::FieldErrors;
use super::form::RawForm;

/// The field.
pub(crate) const NOTE: &str = "note";

/// Reads it; `what` is the key of its noun.
pub(crate) fn parse(raw: &RawForm, what: &'static str) -> Result<String, FieldErrors> {
    let mut errors = raw.errors();
    let note = errors.take(NOTE, what, bounded(raw.get(NOTE)));
    match note {
        Some(note) if errors.is_empty() => Ok(note),
        _ => Err(errors),
    }
}

fn bounded(typed: &str) -> Result<String, Fault> {
    let (limit, count) = (NOTE_CHARACTERS, typed.chars().count());
    if count > limit {
        return Err(Fault::TooLong { limit, count });
    }
    text::paragraphs(typed, None)
}
