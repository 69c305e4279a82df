//! Asks a nominator once more to confirm their address; the nomination counts all the same.

use plaudit_store::nominations::{AboutNomination, mint_letter_key};
use plaudit_store::reports::nomination;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::public::Nomination;
use crate::say;

/// Writes it, with a link that was never seen before.
pub(super) async fn write(desk: &Desk<'_>, merge: &AboutNomination) -> Result<Written, Unwritten> {
    let store = &desk.app.store;
    let nomination = nomination::for_letter(store, merge.nomination).await?;
    let key = mint_letter_key(store, &desk.moment(), nomination.id).await?;
    let words = &desk.words;
    let (nominator, nominee) = nomination
        .submission
        .as_ref()
        .map_or(("", ""), |said| (&said.nominator.name, &said.nominee.name));
    let number = nomination.number.as_str();
    Ok(Written::new(say!(
        words,
        "letter-nomination-reminder-subject",
        number = number
    ))
    .answered_by(&nomination.programme.words.contact)
    .say(say!(words, "letter-greeting", name = nominator))
    .say(say!(
        words,
        "letter-nomination-reminder",
        nominee = nominee,
        number = number
    ))
    .button(
        say!(words, "letter-nomination-confirm-button"),
        desk.link(Nomination { key: key.text() }),
    )
    .say(say!(words, "letter-nomination-reminder-counts"))
    .say(say!(words, "letter-nomination-not-you")))
}
