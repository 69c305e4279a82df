//! Says to a judge that the secretary has answered a question; neither question nor answer leaves the site.

pub use plaudit_store::enquiries::AnsweredLetter as Merge;

use super::about_case::AboutCase;
use super::written::Written;
use super::{Desk, Unwritten};
use crate::say;

/// Writes it.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let words = &desk.words;
    let about = AboutCase::load(desk, merge.account, merge.season, merge.assignment).await?;
    let subject = say!(
        words,
        "letter-enquiry-answered-subject",
        season = about.award.as_str()
    );
    let happened = say!(words, "letter-enquiry-answered");
    Ok(about.letter(desk, subject, happened, None))
}
