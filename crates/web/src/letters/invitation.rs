//! The letter that asks somebody to be an administrator or a judge.

pub use plaudit_store::memberships::InvitationLetter as Merge;
use plaudit_store::memberships::{self, Offer};

use super::written::Written;
use super::{Desk, Unwritten, the};
use crate::paths::accounts::{Invitation, InvitationCode};
use crate::say;
use crate::words::Words;

/// Writes it, with a link and a code that were never seen before, and what there is to do; whoever has answered meanwhile is not
/// reminded.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let store = &desk.app.store;
    let offer = memberships::offered(store, merge.membership).await?;
    // Sent again or reminded of: whoever has answered meanwhile is asked nothing.
    if !offer.is_live {
        return Err(Unwritten::Overtaken);
    }
    let minted = memberships::mint_invitation(store, &desk.moment(), merge.membership).await?;
    let words = &desk.words;
    let role = words.get(&format!("role-{}", merge.role));
    let a_role = words.get(&format!("role-a-{}", merge.role));
    let of_what = merge.of_what.as_str();
    let days = memberships::INVITATION_LASTS.as_hours() / 24;
    let subject = if merge.reminds {
        "letter-invitation-subject-again"
    } else {
        "letter-invitation-subject"
    };
    let mut letter = Written::new(say!(words, subject, role = role, what = of_what)).say(say!(
        words,
        "letter-greeting",
        name = merge.name.as_str()
    ));
    if merge.reminds {
        letter = letter.say(say!(words, "letter-invitation-again"));
    }
    let what = match offer.season.as_deref() {
        Some((programme, _)) => {
            letter = letter.answered_by(&programme.words.contact);
            the(words, of_what)
        }
        None => of_what.to_owned(),
    };
    letter = letter.say(say!(
        words,
        "letter-invitation-text",
        role = a_role,
        what = what
    ));
    for line in work(words, &offer) {
        letter = letter.say(line);
    }
    let code_page = desk.link(InvitationCode);
    Ok(letter
        .say(say!(words, "letter-invitation-open"))
        .button(
            say!(words, "letter-invitation-button"),
            desk.link(Invitation {
                token: minted.token.text(),
            }),
        )
        .point(
            say!(words, "letter-invitation-code", page = code_page.as_str()),
            code_page,
        )
        .code(minted.code.text())
        .say(say!(words, "letter-invitation-limits", days = days)))
}

/// What somebody would do on a panel, how much of it there is, and when: as far as it is known.
fn work(words: &Words, offer: &Offer) -> Vec<String> {
    let Some((programme, season)) = offer.season.as_deref() else {
        return Vec::new();
    };
    let zone = programme.words.zone.time_zone();
    let role = offer.membership.role;
    let ask = offer.membership.ask;
    let dates = season.timetable;
    let mut lines = vec![words.get(&format!("role-would-{role}"))];
    if role.scores() {
        if let (Some(cases), Some(minutes), Some(hours)) = (ask.cases, ask.minutes, ask.hours()) {
            lines.push(say!(
                words,
                "invitation-load-text",
                cases = cases,
                minutes = minutes,
                hours = hours
            ));
        }
        if let (Some(from), Some(to)) = (dates.closes_at, dates.judging_ends_at) {
            lines.push(say!(
                words,
                "letter-invitation-judging",
                from = words.moment(from, &zone),
                to = words.moment(to, &zone)
            ));
        }
    }
    if let Some(at) = dates.decision_at {
        let at = words.moment(at, &zone);
        lines.push(say!(words, "letter-invitation-meeting", at = at));
    }
    if let Some(at) = ask.answer_by {
        let at = words.moment(at, &zone);
        lines.push(say!(words, "letter-invitation-answer-by", at = at));
    }
    lines
}
