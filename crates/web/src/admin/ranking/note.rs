//! What a reader should know of a ranking's method, in sentences.

use plaudit_domain::standing::{Note, Unavailable};

use crate::say;
use crate::words::Words;

/// One note as a sentence.
pub(super) fn sentence(words: &Words, note: Note) -> String {
    match note {
        Note::MeanInstead(why) => {
            let why = unavailable(words, why);
            say!(words, "method-note-mean-instead", why = why)
        }
        Note::PerfectAgreement => say!(words, "method-note-perfect"),
        Note::NotDistinguished => say!(words, "method-note-not-distinguished"),
        Note::Apart => say!(words, "method-note-apart"),
        Note::NoSeverity => say!(words, "method-note-no-severity"),
        Note::EvenSpread => say!(words, "method-note-even-spread"),
        Note::TrimmedOfSome => say!(words, "method-note-trimmed"),
    }
}

pub(super) fn unavailable(words: &Words, why: Unavailable) -> String {
    match why {
        Unavailable::NoReviews => say!(words, "method-why-none"),
        Unavailable::NotSeparable => say!(words, "method-why-not-separable"),
        Unavailable::AllEqual => say!(words, "method-why-all-equal"),
        Unavailable::FewJudges { judges } => say!(words, "method-why-judges", judges = judges),
        Unavailable::FewEntries { entries } => say!(words, "method-why-cases", cases = entries),
        Unavailable::LittleFreedom { .. } => say!(words, "method-why-freedom"),
        Unavailable::NotSolvable => say!(words, "method-why-not-solvable"),
    }
}
