//! The letter that tells a judge that cases lie on their desk: how many, until when, and where; never whose.

use plaudit_store::assignments;
pub use plaudit_store::assignments::CasesLetter as Merge;

use super::written::Written;
use super::{Desk, Unwritten, the};
use crate::paths::judging;
use crate::say;

/// Writes it by what is there now; a case that the judge is out of is not spoken of.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let words = &desk.words;
    let told = assignments::told(&desk.app.store, merge)
        .await?
        .ok_or(Unwritten::Overtaken)?;
    let programme = &told.programme.words;
    let season = format!(
        "{} {}",
        programme.title.in_language(&words.language()),
        told.season.name
    );
    let in_season = the(words, &season);
    let subject = say!(
        words,
        "letter-judge-cases-subject",
        season = season.as_str()
    );
    let mut letter = Written::new(subject)
        .say(say!(words, "letter-greeting", name = told.name))
        .say(say!(
            words,
            "letter-judge-cases-left",
            left = told.progress.left(),
            season = in_season
        ));
    let due = told.season.timetable.judging_ends_at;
    if let Some(due) = due.filter(|at| *at > desk.moment().now) {
        let at = words.moment(due, &programme.zone.time_zone());
        letter = letter.say(say!(words, "letter-judge-cases-due", at = at));
    }
    Ok(letter
        .answered_by(&programme.contact)
        .say(say!(words, "letter-judge-cases-how"))
        .button(
            say!(words, "letter-judge-reminder-button"),
            desk.link(judging::Desk),
        ))
}
