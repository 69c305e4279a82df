//! Says to a judge that whoever presides has opened their scorecard again; neither the case nor the reason leaves the site.

use plaudit_store::accounts;
pub use plaudit_store::reopenings::ReopenedLetter as Merge;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::judging;
use crate::say;

/// Writes it.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let words = &desk.words;
    let account = accounts::get(&desk.app.store, merge.account).await?;
    let subject = say!(
        words,
        "letter-scorecard-reopened-subject",
        number = merge.number
    );
    Ok(Written::new(subject)
        .say(say!(words, "letter-greeting", name = account.name))
        .say(say!(words, "letter-scorecard-reopened"))
        .button(
            say!(words, "letter-judge-reminder-button"),
            desk.link(judging::Desk),
        ))
}
