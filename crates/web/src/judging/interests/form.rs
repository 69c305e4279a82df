//! What is asked at the gate of a case.

use plaudit_domain::interest::{CHARACTER_LIMIT, Declaration, Kind, WORD_LIMIT};
use plaudit_domain::text::{self, Fault};

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

/// Which of the three answers.
pub(super) const ANSWER: &str = "interest";
/// What an interest rests on.
pub(super) const KIND: &str = "kind";
/// What the judge writes about it.
pub(super) const WORDS: &str = "words";
/// Why a judge steps out later.
pub(super) const REASON: &str = "reason";

/// There is no interest.
pub(super) const NONE: &str = "none";
/// There is one.
pub(super) const DECLARED: &str = "declared";
/// The judge cannot tell.
pub(super) const UNSURE: &str = "unsure";

/// Reads the answer. What is written beside "none" is left alone: nobody asked for it.
pub(super) fn parse(raw: &RawForm) -> Result<Declaration, FieldErrors> {
    let mut errors = raw.errors();
    let answer = match raw.trimmed(ANSWER) {
        NONE => Some(Declaration::None),
        DECLARED => {
            let kind = Kind::CHOSEN
                .into_iter()
                .find(|kind| kind.as_str() == raw.trimmed(KIND));
            if kind.is_none() {
                errors.say(KIND, "gate-kind-missing");
            }
            let words = errors.take(WORDS, "gate-words-noun", written(raw.get(WORDS)));
            kind.zip(words)
                .map(|(kind, words)| Declaration::Interest { kind, words })
        }
        UNSURE => errors
            .take(WORDS, "gate-words-noun", written(raw.get(WORDS)))
            .map(|words| Declaration::Unsure { words }),
        _ => {
            errors.say(ANSWER, "gate-answer-missing");
            None
        }
    };
    match answer {
        Some(answer) if errors.is_empty() => Ok(answer),
        _ => Err(errors),
    }
}

/// Reads why a judge steps out.
pub(super) fn parse_reason(raw: &RawForm) -> Result<String, FieldErrors> {
    let mut errors = raw.errors();
    let reason = errors.take(REASON, "gate-reason-noun", written(raw.get(REASON)));
    match reason {
        Some(reason) if errors.is_empty() => Ok(reason),
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
