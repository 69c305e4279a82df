//! Tells a nominator that the rules were changed to which they wrote, why, and until when they can answer to that.

use plaudit_store::nominations::{AboutNomination, mint_letter_key};
use plaudit_store::reports::nomination;
use plaudit_store::rule_sets;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::public::{HowWeJudge, Nomination};
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
    let reason = rule_sets::versions(store, nomination.season.id)
        .await?
        .into_iter()
        .find_map(|version| version.reason)
        .unwrap_or_default();
    Ok(Written::new(say!(
        words,
        "letter-nomination-rules-subject",
        programme = title
    ))
    .say(say!(words, "letter-greeting", name = nominator))
    .say(say!(
        words,
        "letter-nomination-rules",
        programme = title,
        page = desk.link(HowWeJudge {
            programme: programme.slug.to_string()
        })
    ))
    .say(say!(
        words,
        "letter-nomination-rules-reason",
        reason = reason.as_str()
    ))
    .say(say!(
        words,
        "letter-nomination-rules-yours",
        nominee = nominee,
        number = nomination.number.as_str(),
        moment = closes
    ))
    .button(
        say!(words, "letter-nomination-button"),
        desk.link(Nomination { key: key.text() }),
    ))
}
