//! Tells a nominator that the close was put off for everybody, and what that means for what they sent.

use plaudit_domain::nomination::Status;
use plaudit_store::nominations::AboutNomination;

use super::about_sent::AboutSent;
use super::written::Written;
use super::{Desk, Unwritten};
use crate::say;

/// Writes it, with a link that was never seen before.
pub(super) async fn write(desk: &Desk<'_>, merge: &AboutNomination) -> Result<Written, Unwritten> {
    let about = AboutSent::load(desk, merge).await?;
    let words = &desk.words;
    let (nominee, number) = (about.nominee.as_str(), about.nomination.number.as_str());
    let yours = if about.nomination.status == Status::Draft {
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
    let award = about.award.as_str();
    let subject = say!(
        words,
        "letter-nomination-extension-subject",
        programme = award
    );
    Ok(Written::new(subject)
        .answered_by(&about.programme().words.contact)
        .say(say!(
            words,
            "letter-greeting",
            name = about.nominator.as_str()
        ))
        .say(say!(
            words,
            "letter-nomination-extension",
            programme = award,
            moment = about.closes.as_str()
        ))
        .say(yours)
        .button(say!(words, "letter-nomination-button"), about.link))
}
