//! The private link to a nomination: for a draft that was saved, or because an earlier link has expired.

use plaudit_store::nominations::{AboutNomination, mint_letter_key};
use plaudit_store::reports::nomination;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::public::Nomination;
use crate::say;
use crate::shown::timetable::moment;

/// Writes it, with a link that was never seen before. Whom it goes to is not named: the address was only typed.
pub(super) async fn write(desk: &Desk<'_>, merge: &AboutNomination) -> Result<Written, Unwritten> {
    let store = &desk.app.store;
    let nomination = nomination::for_letter(store, merge.nomination).await?;
    let key = mint_letter_key(store, &desk.moment(), nomination.id).await?;
    let words = &desk.words;
    let programme = &nomination.programme.words;
    let title = programme.title.in_language(&words.language());
    let mut written = Written::new(say!(
        words,
        "letter-nomination-link-subject",
        programme = title
    ))
    .answered_by(&programme.contact)
    .say(say!(
        words,
        "letter-nomination-link-text",
        programme = title
    ))
    .button(
        say!(words, "letter-nomination-button"),
        desk.link(Nomination { key: key.text() }),
    )
    .say(say!(words, "letter-nomination-link-secret"));
    if let Some(closes_at) = nomination.season.timetable.closes_at
        && nomination.submission.is_none()
    {
        let closes = moment(words, closes_at, &programme.zone);
        written = written.say(say!(words, "letter-nomination-link-until", moment = closes));
    }
    Ok(written.say(say!(words, "letter-nomination-not-you")))
}
