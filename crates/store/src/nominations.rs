//! Nominations: kept while they are typed, sent, amended, confirmed and withdrawn, each by a key that only its nominator
//! holds.
//!
//! A form carries a key before anything is kept; what is kept under it is one nomination, however often the form is
//! posted. What is typed and not sent lies in the nomination as raw pairs, valid or not; what was sent lies in rows.

mod chasing;
mod content;
mod draft;
mod first;
mod key;
mod sending;
mod stamp;
#[cfg(test)]
mod tests;
mod together;
mod withdrawal;

use plaudit_domain::{
    ids::{NominationId, SeasonId},
    nomination::Submission,
};
use serde::{Deserialize, Serialize};

use crate::secrets::Token;

pub use chasing::{chase_unconfirmed, remind};
pub(crate) use chasing::{tell_of_extension, tell_of_rules};
pub(crate) use content::{outlook, submissions};
pub(crate) use draft::Unsent;
pub use draft::{Draft, Kept, SentSince, keep_draft};
pub use key::{Held, LETTER_KEY_LASTS, confirm, find_by_key, mint_letter_key, renew_key};
pub use sending::{Outcome, Sent, amend, submit};
pub use stamp::{stamp, stamped_at};
pub(crate) use together::Sendings;
pub use withdrawal::withdraw_by_nominator;

/// What was typed into the form: names of fields and what stands in them, in the order of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// Everything that was typed under this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether nothing was typed at all, white space aside.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|(_, value)| value.trim().is_empty())
    }

    /// Whether putting `newer` in the place of this would lose words: something stands here that `newer` has not.
    fn would_lose_to(&self, newer: &Self) -> bool {
        self.0.iter().any(|(name, value)| {
            !value.trim().is_empty() && !newer.all(name).any(|other| other == value)
        })
    }

    /// Whether either has words that the other has not.
    fn differs_from(&self, other: &Self) -> bool {
        self.would_lose_to(other) || other.would_lose_to(self)
    }
}

/// A form that is sent: its key, what was typed, and what that amounts to.
#[derive(Clone, Debug)]
pub struct Sending {
    /// The form's key.
    pub key: Token,
    /// The season that the form was for.
    pub season: SeasonId,
    /// The version that the form was made from; 0 if nothing was kept yet.
    pub version: i64,
    /// What was typed, to tell whether another window holds something else.
    pub typed: Typed,
    /// What it amounts to.
    pub submission: Submission,
    /// The language in which letters are to be written.
    pub language: String,
}

/// What is merged into a letter about a nomination; the rest is read when it is sent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AboutNomination {
    /// Which nomination.
    pub nomination: NominationId,
}

/// The letters about nominations, by the names of their templates.
pub mod letters {
    /// The receipt: a number, what happens next, and a copy of all that was sent.
    pub const RECEIPT: &str = "nomination-receipt";
    /// The same for one that came after the close.
    pub const LATE: &str = "nomination-late";
    /// The copy of an amended nomination.
    pub const AMENDED: &str = "nomination-amended";
    /// The private link to a draft, or a new one for an expired link.
    pub const LINK: &str = "nomination-link";
    /// Asks for the confirmation that has not come.
    pub const REMINDER: &str = "nomination-reminder";
    /// Says that the close was put off, and until when.
    pub const EXTENSION: &str = "nomination-extension";
    /// Says that the rules were changed, why, and until when what was sent can be changed.
    pub const RULES: &str = "nomination-rules";
    /// Says that the nomination was withdrawn, and what that means.
    pub const WITHDRAWN: &str = "nomination-withdrawn";
}
