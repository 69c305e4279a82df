//! What changed from one version of a rule set to the next, in words.

use plaudit_domain::rule_set::{Change, TieBreak};
use plaudit_domain::text::Texts;

use crate::say;
use crate::words::Words;

/// One difference, with both values.
pub fn in_words(words: &Words, change: &Change) -> String {
    let language = words.language();
    let title = |texts: &Texts| texts.in_language(&language).to_owned();
    let percent = |hundredths: u64| {
        let number = i64::try_from(hundredths).unwrap_or(i64::MAX);
        say!(words, "words-percent", number = words.hundredths(number))
    };
    let ties = |rules: &[TieBreak]| {
        let said: Vec<String> = rules
            .iter()
            .map(|rule| words.get(&format!("criteria-tie-{rule}")))
            .collect();
        if said.is_empty() {
            say!(words, "how-we-judge-no-ties")
        } else {
            words.list(&said)
        }
    };
    match change {
        Change::Method(from, to) => say!(
            words,
            "how-we-judge-change-method",
            before = words.get(&format!("ranking-by-{from}")),
            after = words.get(&format!("ranking-by-{to}"))
        ),
        Change::MeritFloor(from, to) => say!(
            words,
            "how-we-judge-change-floor",
            before = percent((*from).into()),
            after = percent((*to).into())
        ),
        Change::Quorum(from, to) => {
            say!(
                words,
                "how-we-judge-change-quorum",
                before = *from,
                after = *to
            )
        }
        Change::ShortlistSize(from, to) => {
            say!(
                words,
                "how-we-judge-change-size",
                before = *from,
                after = *to
            )
        }
        Change::TieBreak(from, to) => say!(
            words,
            "how-we-judge-change-ties",
            before = ties(from),
            after = ties(to)
        ),
        Change::AtTheCut(from, to) => say!(
            words,
            "how-we-judge-change-choice",
            what = say!(words, "rules-at-the-cut"),
            before = words.get(&format!("rules-at-the-cut-{from}")),
            after = words.get(&format!("rules-at-the-cut-{to}"))
        ),
        Change::Reading(from, to) => say!(
            words,
            "how-we-judge-change-choice",
            what = say!(words, "rules-reading"),
            before = words.get(&format!("rules-reading-{from}")),
            after = words.get(&format!("rules-reading-{to}"))
        ),
        Change::OthersScores(from, to) => say!(
            words,
            "how-we-judge-change-choice",
            what = say!(words, "rules-others"),
            before = words.get(&format!("rules-others-{from}")),
            after = words.get(&format!("rules-others-{to}"))
        ),
        Change::Deciding(from, to) => say!(
            words,
            "how-we-judge-change-choice",
            what = say!(words, "rules-deciding"),
            before = words.get(&format!("rules-deciding-{from}")),
            after = words.get(&format!("rules-deciding-{to}"))
        ),
        Change::MeetingQuorum(from, to) => say!(
            words,
            "how-we-judge-change-choice",
            what = say!(words, "rules-meeting-quorum"),
            before = words.number((*from).into()),
            after = words.number((*to).into())
        ),
        Change::Share(of, from, to) => say!(
            words,
            "how-we-judge-change-share",
            criterion = title(of),
            before = percent(*from),
            after = percent(*to)
        ),
        Change::Scale(of) => say!(words, "how-we-judge-change-scale", criterion = title(of)),
        Change::Words(of) => say!(words, "how-we-judge-change-words", criterion = title(of)),
        Change::Added(of) => say!(words, "how-we-judge-change-added", criterion = title(of)),
        Change::Removed(of) => say!(words, "how-we-judge-change-removed", criterion = title(of)),
    }
}
