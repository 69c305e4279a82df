//! What all statuses of the domain share: words that the database keeps, and the refusal of a move that is not listed.

use thiserror::Error;

/// The refusal of a move that the life of a thing does not list.
///
/// It says what was asked of what, so that a page can name both; whose turn it is and until when is asked of
/// `policy`, not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("“{event}” is not possible while the status is “{status}”")]
pub struct NotPossible<Status, Event> {
    /// The status that the thing has, and keeps.
    pub status: Status,
    /// What was asked for.
    pub event: Event,
}

/// A status with a life: whose it is.
pub trait Life: std::fmt::Display {
    /// Whose status it is, as a refusal names it: `nomination`, `season` …
    const OF: &'static str;
}

/// A stored word that names no value of its type: the row was written by a later version, or by hand.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("“{word}” is no {of}")]
pub struct UnknownWord {
    /// What the word should have been, as in "season status".
    pub of: &'static str,
    /// The word as it was read.
    pub word: String,
}

/// A fieldless enum whose every value has one lasting word: in the database, in the ledger and in CSV files.
///
/// The words are a promise: to rename one is a migration, and breaks sealed facts.
#[macro_export]
macro_rules! words {
    (
        $(#[$about:meta])*
        pub enum $Name:ident as $of:literal {
            $( $(#[$about_value:meta])* $Value:ident = $word:literal, )+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name {
            $( $(#[$about_value])* $Value, )+
        }

        impl $Name {
            /// Each value once, in the order of the declaration.
            pub const ALL: &[Self] = &[$( Self::$Value, )+];

            /// The lasting word for this value, the one that `parse` reads back.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$Value => $word, )+ }
            }

            /// Reads a word that `as_str` wrote; no other spelling is understood.
            pub fn parse(word: &str) -> Result<Self, $crate::status::UnknownWord> {
                match word {
                    $( $word => Ok(Self::$Value), )+
                    other => Err($crate::status::UnknownWord { of: $of, word: other.to_owned() }),
                }
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.as_str())
            }
        }
    };
}

#[doc(inline)]
pub use crate::words;

/// The full status × event table of one life, for its snapshot: a changed life-cycle is a changed table in review.
#[cfg(test)]
pub(crate) fn table<Status, Event>(
    statuses: &[Status],
    events: &[Event],
    after: impl Fn(Status, Event) -> Result<Status, NotPossible<Status, Event>>,
    needs_reason: impl Fn(Event) -> bool,
) -> String
where
    Status: Copy + PartialEq + std::fmt::Debug + std::fmt::Display,
    Event: Copy + PartialEq + std::fmt::Debug + std::fmt::Display,
{
    let mut lines = Vec::new();
    for &status in statuses {
        lines.push(status.to_string());
        let mut refused = Vec::new();
        for &event in events {
            match after(status, event) {
                Ok(next) => {
                    let reason = if needs_reason(event) { " (reason)" } else { "" };
                    lines.push(format!("    {event}{reason} → {next}"));
                }
                Err(refusal) => {
                    assert_eq!(refusal, NotPossible { status, event });
                    refused.push(event.to_string());
                }
            }
        }
        lines.push(format!("    refuses: {}", refused.join(", ")));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{NotPossible, UnknownWord};
    use crate::season::status::{Event, Status};

    #[test]
    fn every_word_reads_back_as_the_value_that_wrote_it() {
        for &status in Status::ALL {
            assert_eq!(Status::parse(status.as_str()), Ok(status));
        }
        for &event in Event::ALL {
            assert_eq!(Event::parse(event.as_str()), Ok(event));
        }
    }

    #[test]
    fn a_word_in_another_spelling_is_refused_by_name() {
        assert_eq!(
            Status::parse("Open"),
            Err(UnknownWord {
                of: "season status",
                word: "Open".to_owned()
            }),
        );
    }

    #[test]
    fn a_refused_move_says_what_was_asked_of_what() {
        let refusal = NotPossible {
            status: Status::Draft,
            event: Event::Announce,
        };
        assert_eq!(
            refusal.to_string(),
            "“announce” is not possible while the status is “draft”"
        );
    }
}
