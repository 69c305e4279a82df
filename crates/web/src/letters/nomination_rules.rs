//! Tells a nominator that the rules were changed to which they wrote, why, and until when they can answer to that.

use plaudit_store::nominations::AboutNomination;
use plaudit_store::rule_sets;

use super::about_sent::AboutSent;
use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::public::HowWeJudge;
use crate::say;

/// Writes it, with a link that was never seen before.
pub(super) async fn write(desk: &Desk<'_>, merge: &AboutNomination) -> Result<Written, Unwritten> {
    let about = AboutSent::load(desk, merge).await?;
    let words = &desk.words;
    let award = about.award.as_str();
    let reason = rule_sets::versions(&desk.app.store, about.nomination.season.id)
        .await?
        .into_iter()
        .find_map(|version| version.reason)
        .unwrap_or_default();
    let page = HowWeJudge {
        programme: about.programme().words.slug.to_string(),
    };
    let subject = say!(words, "letter-nomination-rules-subject", programme = award);
    let page = desk.link(page);
    Ok(Written::new(subject)
        .answered_by(&about.programme().words.contact)
        .say(say!(
            words,
            "letter-greeting",
            name = about.nominator.as_str()
        ))
        .point(
            say!(
                words,
                "letter-nomination-rules",
                programme = award,
                page = page.as_str()
            ),
            page,
        )
        .say(say!(
            words,
            "letter-nomination-rules-reason",
            reason = reason.as_str()
        ))
        .say(say!(
            words,
            "letter-nomination-rules-yours",
            nominee = about.nominee.as_str(),
            number = about.nomination.number.as_str(),
            moment = about.closes.as_str()
        ))
        .button(say!(words, "letter-nomination-button"), about.link))
}
