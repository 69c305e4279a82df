//! Statuses in a word or two, with the tone that each has everywhere.

use maud::Markup;
use plaudit_domain::{acceptance, assignment, case, fact_check, nomination};
use plaudit_store::outbox::LetterStatus;

use crate::ui::status_tag::status_tag;
use crate::ui::tone::Tone;
use crate::words::Words;

/// A status that has words and a tone.
pub trait Shown: Copy {
    /// Whose status it is: the part of its key after `status-`.
    const OF: &'static str;

    /// Its lasting word: the last part of its key.
    fn word(self) -> &'static str;

    /// Its tone.
    fn tone(self) -> Tone;
}

/// The status in words.
pub fn say<S: Shown>(words: &Words, status: S) -> String {
    words.get(&format!("status-{}-{}", S::OF, status.word()))
}

/// The status as a tag.
pub fn tag<S: Shown>(words: &Words, status: S) -> Markup {
    status_tag(status.tone(), &say(words, status))
}

macro_rules! shown {
    ($( $Status:ty as $of:literal { $( $tone:ident: $( $Value:ident )|+ ; )+ } )+) => {
        $(
            impl Shown for $Status {
                const OF: &'static str = $of;

                fn word(self) -> &'static str {
                    self.as_str()
                }

                fn tone(self) -> Tone {
                    match self { $( $( Self::$Value )|+ => Tone::$tone, )+ }
                }
            }
        )+

        /// Every key that a status can ask for, so that a test finds the missing.
        #[cfg(test)]
        fn keys() -> Vec<String> {
            let mut keys = Vec::new();
            $( keys.extend(<$Status>::ALL.iter().map(|status| format!("status-{}-{status}", $of))); )+
            keys
        }
    };
}

shown! {
    nomination::Status as "nomination" {
        Plain: Draft | Lapsed | Withdrawn;
        Care: Submitted | Returned;
        Good: Accepted;
        Bad: Ineligible;
    }
    case::Status as "case" {
        Care: Forming;
        Good: Eligible;
        Active: InJudging;
        Honour: Shortlisted | Awarded | HighlyCommended;
        Plain: Reserve | NotShortlisted | NotAwarded | Declined | Withdrawn;
        Bad: NotEligible | Rescinded | Disqualified;
    }
    acceptance::Status as "acceptance" {
        Care: Untold | Silent;
        Active: Told;
        Good: Accepted;
        Bad: Declined | Withdrawn;
    }
    fact_check::Status as "fact-check" {
        Care: Requested | Expired;
        Active: Opened;
        Good: Received;
        Bad: Declined;
        Plain: Replaced;
    }
    assignment::Status as "assignment" {
        Plain: Proposed | Published | Reassigned | NotCompleted;
        Active: Scoring;
        Good: Submitted | Locked;
        Care: Abstained | Recused | Suspended;
    }
    LetterStatus as "letter" {
        Active: Queued;
        Good: Sent;
        Bad: Failed;
        Plain: Overtaken;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WordBook;

    #[test]
    fn every_status_has_words() {
        let words = WordBook::load().english();
        let missing: Vec<String> = keys()
            .into_iter()
            .filter(|key| words.get(key) == *key)
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }
}
