//! Says to a judge that whoever presides has opened their scorecard again, of which case, and why; nothing that they wrote in it.

use plaudit_store::reopenings;
pub use plaudit_store::reopenings::ReopenedLetter as Merge;

use super::about_case::AboutCase;
use super::written::Written;
use super::{Desk, Unwritten};
use crate::say;

/// Writes it.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let words = &desk.words;
    let about = AboutCase::load(desk, merge.account, merge.season, merge.assignment).await?;
    let reason = match merge.assignment {
        Some(assignment) => reopenings::reason(&desk.app.store, assignment).await?,
        None => None,
    };
    let subject = say!(
        words,
        "letter-scorecard-reopened-subject",
        number = merge.number,
        season = about.award.as_str()
    );
    let happened = say!(words, "letter-scorecard-reopened");
    Ok(about.letter(desk, subject, happened, reason))
}
