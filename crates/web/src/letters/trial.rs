//! The letter that tries whether letters arrive.

pub use plaudit_store::trial_letters::TrialLetter as Merge;

use super::Desk;
use super::written::Written;
use crate::say;

/// Writes it.
pub(super) fn write(desk: &Desk<'_>) -> Written {
    let words = &desk.words;
    let host = desk.app.settings.public_url();
    Written::new(say!(words, "letter-trial-subject", host = host.host()))
        .say(say!(words, "letter-trial", host = host.host()))
        .say(say!(words, "letter-trial-headers"))
}
