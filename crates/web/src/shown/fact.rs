//! A fact of the ledger as a sentence, with what else it records.

use jiff::Timestamp;
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

/// The details whose names in the ledger are no words of the page.
const NAMED: &[&str] = &[
    "closes",
    "closes-at",
    "digest",
    "event",
    "lot-seed",
    "on",
    "out",
    "submitted-count",
    "what",
];

/// The details that are so or not, and that are said as a whole.
const SO_OR_NOT: &[&str] = &["by-whoever-presides", "departs", "empty", "late"];

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

/// What else the fact records, a line each: reasons and notes first; instants on this zone's clock.
pub fn details(words: &Words, fact: &FactRow, zone: &TimeZone) -> Markup {
    let (spoken, other) = parted(fact, |name, detail| on_the_page(words, name, detail, zone));
    html! {
        @for said in spoken { p.fact-words { (said) } }
        @if !other.is_empty() { p.muted { (other.join("; ")) } }
    }
}

/// The same for a file, as it is recorded: what somebody wrote, and the rest.
pub fn details_said(words: &Words, fact: &FactRow) -> (Vec<String>, Vec<String>) {
    parted(fact, |name, detail| {
        let value = value(words, detail, None);
        say!(
            words,
            "history-detail",
            name = plain(words, name),
            value = value
        )
    })
}

/// What somebody wrote, and what else is recorded and not in the sentence.
fn parted(fact: &FactRow, said: impl Fn(&str, &DetailRow) -> String) -> (Vec<String>, Vec<String>) {
    let is_spoken =
        |detail: &DetailRow| matches!(detail, DetailRow::Words(_) | DetailRow::Silenced);
    let is_said = |name: &str| {
        // That a season moved says which step it took.
        SAID.contains(&name) || (name == "event" && fact.kind == FactKind::SeasonMoved)
    };
    let details = || {
        fact.details
            .iter()
            .map(|(name, detail)| (name.as_str(), detail))
    };
    let spoken = details().filter(|(_, detail)| is_spoken(detail));
    // An empty list says nothing: a vote has no scores.
    let is_empty =
        |detail: &DetailRow| matches!(detail, DetailRow::List(items) if items.is_empty());
    let other = details()
        .filter(|(name, detail)| !is_spoken(detail) && !is_said(name) && !is_empty(detail));
    (
        spoken.map(|(name, detail)| said(name, detail)).collect(),
        other.map(|(name, detail)| said(name, detail)).collect(),
    )
}

/// A detail in words.
fn on_the_page(words: &Words, name: &str, detail: &DetailRow, zone: &TimeZone) -> String {
    let name = name.replace('_', "-");
    let whole = match detail {
        DetailRow::Plain(word) if SO_OR_NOT.contains(&name.as_str()) => Some(word),
        _ => None,
    };
    if let Some(word @ ("true" | "false")) = whole.map(String::as_str) {
        return words.get(&format!("history-detail-{name}-{word}"));
    }
    let label = if NAMED.contains(&name.as_str()) {
        words.get(&format!("history-detail-{name}"))
    } else {
        plain(words, &name)
    };
    let value = value(words, detail, Some(zone));
    say!(words, "history-detail", name = label, value = value)
}

/// What kind a fact is of, in a word or two.
pub fn kind(words: &Words, kind: FactKind) -> String {
    words.get(&format!("fact-kind-{kind}"))
}

fn value(words: &Words, detail: &DetailRow, zone: Option<&TimeZone>) -> String {
    match detail {
        DetailRow::Plain(word) => match (zone, word.parse::<Timestamp>()) {
            (Some(zone), Ok(at)) => words.moment_short(at, zone),
            _ => plain(words, word),
        },
        DetailRow::Named(named) => named::say(words, named),
        DetailRow::Score(criterion, points) => score(words, criterion, points),
        DetailRow::List(items) => items
            .iter()
            .map(|item| value(words, item, zone))
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
                    (details(words, fact, zone))
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
            .flat_map(|kind| [format!("history-{kind}"), format!("fact-kind-{kind}")])
            .filter(|key| words.get(key) == *key)
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn every_detail_with_words_of_its_own_has_them() {
        let words = WordBook::load().english();
        let whole = SO_OR_NOT
            .iter()
            .flat_map(|name| ["true", "false"].map(|so| format!("{name}-{so}")));
        let missing: Vec<String> = NAMED
            .iter()
            .map(|name| (*name).to_owned())
            .chain(whole)
            .map(|name| format!("history-detail-{name}"))
            .filter(|key| words.get(key) == *key)
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn a_detail_is_said_in_words_and_an_instant_on_the_programmes_clock() {
        let words = WordBook::load().english();
        let zone = TimeZone::get("Europe/London").expect("a zone");
        let said =
            |name, word: &str| on_the_page(&words, name, &DetailRow::Plain(word.to_owned()), &zone);
        assert_eq!(said("empty", "true"), "no nomination was left in it");
        assert_eq!(said("role", "deputy-chair"), "role: deputy chair");
        assert_eq!(
            said("closes_at", "2026-11-29T16:34:30Z"),
            "nominations close: 29 Nov 2026, 16:34 GMT"
        );
    }
}
