//! A refusal of the domain, as a sentence.

use plaudit_domain::refusal::Refusal;

use crate::words::{Value, Words};

/// What was refused and why, in these words.
pub fn in_words(refusal: &Refusal, words: &Words) -> String {
    let key = format!("refusal-{}", refusal.key());
    let fills: Vec<(&str, Value<'_>)> = match refusal {
        Refusal::NotPossible {
            thing,
            status,
            event,
        } => vec![
            ("thing", (*thing).into()),
            ("status", status.as_str().into()),
            ("event", event.as_str().into()),
        ],
        Refusal::Incomplete(missing) => {
            let missing: Vec<String> = missing
                .iter()
                .map(|key| words.get(&format!("missing-{key}")))
                .collect();
            vec![("missing", words.list(&missing).into())]
        }
        Refusal::ScoresMissing { missing } => vec![("missing", (*missing).into())],
        Refusal::NoQuorum { received, needed } => {
            vec![
                ("received", (*received).into()),
                ("needed", (*needed).into()),
            ]
        }
        Refusal::ShortlistFull { size } => vec![("size", (*size).into())],
        Refusal::WrongCode { tries_left } => vec![("tries", (*tries_left).into())],
        _ => Vec::new(),
    };
    words.fill(&key, &fills)
}
