//! A fact of the ledger as a sentence, with what else it records.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use plaudit_domain::criterion::Points;
use plaudit_domain::fact::FactKind;
use plaudit_domain::text::Texts;
use plaudit_store::reports::history::{DetailRow, FactRow};

use super::named;
use crate::say;

use crate::words::{Value, Words};

/// The details that the sentence itself says.
const SAID: &[&str] = &["from", "to", "status"];

/// What happened, in a sentence: who did what to what.
pub fn sentence(words: &Words, fact: &FactRow) -> String {
    let by = match &fact.by {
        Some(by) => named::say(words, by),
        None => say!(words, "history-nobody"),
    };
    let subject = match &fact.subject {
        Some(subject) => named::say(words, subject),
        // What was taken away was of no one season.
        None if fact.kind == FactKind::Exported => say!(words, "history-whole"),
        None => say!(words, "named-unknown"),
    };
    let status = ["to", "status"]
        .iter()
        .find_map(|name| match fact.details.get(*name) {
            Some(DetailRow::Plain(word)) => Some(plain(words, word)),
            _ => None,
        })
        .unwrap_or_default();
    let values: [(&str, Value<'_>); 3] = [
        ("actor", by.into()),
        ("subject", subject.into()),
        ("status", status.into()),
    ];
    words.fill(&format!("history-{}", fact.kind), &values)
}

/// A word of the product as it is read: `in-judging` is "in judging".
fn plain(words: &Words, word: &str) -> String {
    match word {
        "true" => say!(words, "history-yes"),
        "false" => say!(words, "history-no"),
        word if word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-') =>
        {
            word.replace('-', " ")
        }
        word => word.to_owned(),
    }
}

/// What else the fact records, a line each: reasons and notes first.
pub fn details(words: &Words, fact: &FactRow) -> Markup {
    let (spoken, other) = details_said(words, fact);
    html! {
        @for said in spoken { p.fact-words { (said) } }
        @if !other.is_empty() { p.muted { (other.join("; ")) } }
    }
}

/// The same as sentences: what somebody wrote, and the rest.
pub fn details_said(words: &Words, fact: &FactRow) -> (Vec<String>, Vec<String>) {
    let is_spoken =
        |detail: &DetailRow| matches!(detail, DetailRow::Words(_) | DetailRow::Silenced);
    let said = |(name, detail): (&String, &DetailRow)| {
        let value = value(words, detail);
        say!(
            words,
            "history-detail",
            name = plain(words, name),
            value = value
        )
    };
    let details = || fact.details.iter();
    let spoken = details().filter(|(_, detail)| is_spoken(detail));
    let other =
        details().filter(|(name, detail)| !is_spoken(detail) && !SAID.contains(&name.as_str()));
    (spoken.map(said).collect(), other.map(said).collect())
}

fn value(words: &Words, detail: &DetailRow) -> String {
    match detail {
        DetailRow::Plain(word) => plain(words, word),
        DetailRow::Named(named) => named::say(words, named),
        DetailRow::Score(criterion, points) => score(words, criterion, points),
        DetailRow::List(items) => items
            .iter()
            .map(|item| value(words, item))
            .collect::<Vec<_>>()
            .join(", "),
        DetailRow::Words(text) => text.clone(),
        DetailRow::Silenced => say!(words, "history-silenced"),
    }
}

/// A score with its criterion, and what it was before where it was changed.
fn score(words: &Words, criterion: &Texts, points: &[Option<Points>]) -> String {
    let said = |points: &Option<Points>| match points {
        Some(points) => points.to_string(),
        None => say!(words, "history-no-score"),
    };
    let criterion = criterion.in_language(&words.language()).to_owned();
    match points {
        [before, after] => say!(
            words,
            "history-score-changed",
            criterion = criterion,
            before = said(before),
            after = said(after)
        ),
        points => say!(
            words,
            "history-score",
            criterion = criterion,
            points = points.iter().map(said).collect::<String>()
        ),
    }
}

/// Several facts as a history, the earliest first.
pub fn history(words: &Words, facts: &[FactRow], zone: &TimeZone) -> Markup {
    html! {
        ol.history {
            @for fact in facts {
                li {
                    p.history-when { (words.moment_short(fact.at, zone)) }
                    p { (sentence(words, fact)) }
                    (details(words, fact))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WordBook;

    #[test]
    fn every_kind_of_fact_has_its_sentence() {
        let words = WordBook::load().english();
        let missing: Vec<String> = FactKind::ALL
            .iter()
            .map(|kind| format!("history-{kind}"))
            .filter(|key| words.get(key) == *key)
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }
}
