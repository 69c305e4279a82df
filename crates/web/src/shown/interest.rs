//! An interest of a judge in a case: what it rests on, and where it stands.

use maud::Markup;
use plaudit_domain::interest::{Kind, Status};

use crate::say;
use crate::ui::status_tag::status_tag;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What an interest rests on.
pub fn kind(words: &Words, kind: Kind) -> String {
    let key = match kind {
        Kind::Part => "interest-kind-part",
        Kind::Employer => "interest-kind-employer",
        Kind::Family => "interest-kind-family",
        Kind::LineManagement => "interest-kind-line-management",
        Kind::Supplier => "interest-kind-supplier",
        Kind::Other => "interest-kind-other",
    };
    words.get(key)
}

/// What was answered: none, unsure, or what the interest rests on.
pub fn answer(words: &Words, status: Status, kind: Option<Kind>) -> String {
    match (kind, status) {
        (Some(kind), _) => self::kind(words, kind),
        (None, Status::None) => say!(words, "interest-answer-none"),
        (None, _) => say!(words, "interest-answer-unsure"),
    }
}

/// Where it stands, as a tag.
pub fn status(words: &Words, status: Status) -> Markup {
    let (tone, key) = match status {
        Status::Asked => (Tone::Plain, "interest-asked"),
        Status::None => (Tone::Good, "interest-none"),
        Status::Declared | Status::Unsure => (Tone::Care, "interest-waits"),
        Status::MayJudge => (Tone::Good, "interest-may-judge"),
        Status::Recused => (Tone::Plain, "interest-recused"),
    };
    status_tag(tone, &say!(words, key))
}
