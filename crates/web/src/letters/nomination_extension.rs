//! Tells a nominator that the close was put off for everybody, and what that means for what they sent.

use plaudit_domain::nomination::Status;
use plaudit_store::nominations::{AboutNomination, mint_letter_key};
use plaudit_store::reports::nomination;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::public::Nomination;
use crate::say;
use crate::shown::timetable::moment;

/// Writes it, with a link that was never seen before.
pub(super) async fn write(desk: &Desk<'_>, merge: &AboutNomination) -> Result<Written, Unwritten> {
    let store = &desk.app.store;
    let nomination = nomination::for_letter(store, merge.nomination).await?;
    let key = mint_letter_key(store, &desk.moment(), nomination.id).await?;
    let words = &desk.words;
    let programme = &nomination.programme.words;
    let title = programme.title.in_language(&words.language());
    let closes = nomination
        .season
        .timetable
        .closes_at
        .map(|at| moment(words, at, &programme.zone))
        .unwrap_or_default();
    let (nominator, nominee) = nomination
        .submission
        .as_ref()
        .map_or(("", ""), |said| (&said.nominator.name, &said.nominee.name));
    let number = nomination.number.as_str();
    let yours = if nomination.status == Status::Draft {
        say!(
            words,
            "letter-nomination-extension-unsent",
            nominee = nominee,
            number = number
        )
    } else {
        say!(
            words,
            "letter-nomination-extension-sent",
            nominee = nominee,
            number = number
        )
    };
    Ok(Written::new(say!(
        words,
        "letter-nomination-extension-subject",
        programme = title
    ))
    .say(say!(words, "letter-greeting", name = nominator))
    .say(say!(
        words,
        "letter-nomination-extension",
        programme = title,
        moment = closes
    ))
    .say(yours)
    .button(
        say!(words, "letter-nomination-button"),
        desk.link(Nomination { key: key.text() }),
    ))
}
