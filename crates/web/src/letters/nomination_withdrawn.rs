//! Says that a nomination was withdrawn, so that nobody withdraws another's unseen.

use plaudit_store::nominations::AboutNomination;
use plaudit_store::reports::nomination;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::say;

/// Writes it; there is nothing to follow.
pub(super) async fn write(desk: &Desk<'_>, merge: &AboutNomination) -> Result<Written, Unwritten> {
    let nomination = nomination::for_letter(&desk.app.store, merge.nomination).await?;
    let words = &desk.words;
    let (nominator, nominee) = nomination
        .submission
        .as_ref()
        .map_or(("", ""), |said| (&said.nominator.name, &said.nominee.name));
    let contact = &nomination.programme.words.contact;
    let number = nomination.number.as_str();
    Ok(Written::new(say!(
        words,
        "letter-nomination-withdrawn-subject",
        number = number
    ))
    .answered_by(contact)
    .say(say!(words, "letter-greeting", name = nominator))
    .say(say!(
        words,
        "letter-nomination-withdrawn",
        nominee = nominee,
        number = number
    ))
    .say(say!(
        words,
        "letter-nomination-withdrawn-not-you",
        contact = contact.name.as_str()
    )))
}
