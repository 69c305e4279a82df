//! The letter that reminds a judge of the cases that they can still score.

use plaudit_store::assignments;
pub use plaudit_store::assignments::ReminderLetter as Merge;

use super::written::Written;
use super::{Desk, Unwritten, the};
use crate::paths::judging;
use crate::say;

/// Writes it by what is left now; a case that the judge is out of is not spoken of, and whoever is done is not written to.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let words = &desk.words;
    let reminder = assignments::reminder(&desk.app.store, merge)
        .await?
        .ok_or(Unwritten::Overtaken)?;
    let programme = &reminder.programme.words;
    let season = format!(
        "{} {}",
        programme.title.in_language(&words.language()),
        reminder.season.name
    );
    let in_season = the(words, &season);
    let letter = Written::new(say!(
        words,
        "letter-judge-reminder-subject",
        season = season.as_str()
    ))
    .say(say!(words, "letter-greeting", name = reminder.name))
    .say(say!(
        words,
        "letter-judge-reminder-left",
        left = reminder.progress.left(),
        season = in_season
    ));
    let letter = match reminder.season.timetable.judging_ends_at {
        Some(due) => letter.say(say!(
            words,
            "letter-judge-reminder-due",
            at = words.moment(due, &programme.zone.time_zone())
        )),
        None => letter,
    };
    Ok(letter
        .answered_by(&programme.contact)
        .say(say!(words, "letter-judge-reminder-stop"))
        .button(
            say!(words, "letter-judge-reminder-button"),
            desk.link(judging::Desk),
        ))
}
