//! Says to a judge that the secretary has answered a question; neither the case nor the answer leaves the site.

use plaudit_store::accounts;
pub use plaudit_store::enquiries::AnsweredLetter as Merge;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::judging;
use crate::say;

/// Writes it.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let words = &desk.words;
    let account = accounts::get(&desk.app.store, merge.account).await?;
    Ok(Written::new(say!(words, "letter-enquiry-answered-subject"))
        .say(say!(words, "letter-greeting", name = account.name))
        .say(say!(words, "letter-enquiry-answered"))
        .button(
            say!(words, "letter-judge-reminder-button"),
            desk.link(judging::Desk),
        ))
}
