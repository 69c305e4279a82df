//! The receipt of a nomination: its number, what happens next, the private link, and a full copy of what was sent. Also
//! for one that was amended, and for one that came after the close.

use plaudit_store::nominations::{AboutNomination, letters, mint_letter_key};
use plaudit_store::reports::nomination::{self, Nomination as TheNomination};

use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::public::Nomination;
use crate::say;
use crate::shown::nomination::{Row, sent};
use crate::shown::timetable::moment;
use crate::words::Words;

/// The most characters of what reads well beside its name; anything longer stands under it.
const SHORT: usize = 40;

/// Writes it, with a link that was never seen before.
pub(super) async fn write(
    desk: &Desk<'_>,
    kind: &str,
    merge: &AboutNomination,
) -> Result<Written, Unwritten> {
    let store = &desk.app.store;
    let nomination = nomination::for_letter(store, merge.nomination).await?;
    let key = mint_letter_key(store, &desk.moment(), nomination.id).await?;
    let words = &desk.words;
    let programme = &nomination.programme.words;
    let title = programme.title.in_language(&words.language());
    let number = nomination.number.as_str();
    let (nominator, nominee) = nomination
        .submission
        .as_ref()
        .map_or(("", ""), |said| (&said.nominator.name, &said.nominee.name));
    let (subject, first) = match kind {
        letters::LATE => (
            say!(words, "letter-nomination-late-subject", number = number),
            say!(
                words,
                "letter-nomination-late",
                nominee = nominee,
                programme = title,
                number = number,
                contact = programme.contact.name.as_str()
            ),
        ),
        letters::AMENDED => (
            say!(words, "letter-nomination-amended-subject", number = number),
            say!(
                words,
                "letter-nomination-amended",
                nominee = nominee,
                programme = title,
                number = number
            ),
        ),
        _ => (
            say!(words, "letter-nomination-receipt-subject", number = number),
            say!(
                words,
                "letter-nomination-receipt",
                nominee = nominee,
                programme = title,
                number = number
            ),
        ),
    };
    let mut written = Written::new(subject)
        .answered_by(&programme.contact)
        .say(say!(words, "letter-greeting", name = nominator))
        .say(first);
    if kind != letters::LATE && nomination.confirmed_at.is_none() {
        written = written.say(say!(words, "letter-nomination-confirm"));
    }
    let closes_at = nomination.season.timetable.closes_at;
    let leads = if closes_at.is_none_or(|at| at > desk.moment().now) {
        "letter-nomination-link"
    } else {
        "letter-nomination-link-after"
    };
    written = written
        .say(words.get(leads))
        .button(
            say!(words, "letter-nomination-look-button"),
            desk.link(Nomination { key: key.text() }),
        )
        .say(say!(words, "letter-nomination-link-secret"));
    if kind != letters::LATE {
        written = what_happens_next(desk, &nomination, written);
    }
    written = written.heading(say!(words, "letter-nomination-copy"));
    for section in sent(words, &nomination) {
        written = copied(words, written.subheading(section.heading), section.rows);
    }
    Ok(written)
}

/// What stands in one section of what was sent, all of it in one form: short facts as such, or else what was said under what
/// was asked.
fn copied(words: &Words, written: Written, rows: Vec<Row>) -> Written {
    let said = |row: &Row| {
        if row.text.is_empty() {
            say!(words, "nomination-nothing")
        } else {
            row.text.clone()
        }
    };
    let is_short = |row: &Row| {
        let answer = said(row);
        row.label.chars().count() <= SHORT
            && answer.chars().count() <= SHORT
            && !answer.contains('\n')
            && !row.not_for_publication
    };
    if rows.iter().all(is_short) {
        let facts = rows.into_iter().map(|row| {
            let answer = said(&row);
            (row.label, answer)
        });
        return written.details(facts.collect());
    }
    rows.into_iter().fold(written, |written, row| {
        let answer = said(&row);
        let note = row
            .not_for_publication
            .then(|| say!(words, "nomination-not-for-publication"));
        written.answer(row.label, answer, note)
    })
}

/// The dates that are still to come, in the programme's zone.
fn what_happens_next(desk: &Desk<'_>, nomination: &TheNomination, written: Written) -> Written {
    let words = &desk.words;
    let zone = &nomination.programme.words.zone;
    let now = desk.moment().now;
    let dates = nomination.season.timetable.dates().into_iter();
    let dates = dates
        .filter_map(|(name, at)| {
            let at = at.filter(|at| *at > now)?;
            Some((
                words.get(&format!("timetable-{name}")),
                moment(words, at, zone),
            ))
        })
        .collect();
    written
        .heading(say!(words, "nomination-receipt-next-title"))
        .say(say!(words, "nomination-receipt-next-check"))
        .say(say!(words, "nomination-receipt-next-nominee"))
        .say(say!(words, "nomination-receipt-next-facts"))
        .say(say!(words, "nomination-receipt-next-judges"))
        .details(dates)
}
