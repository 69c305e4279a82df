//! The letter that asks somebody to be an administrator or a judge.

use plaudit_store::memberships;
pub use plaudit_store::memberships::InvitationLetter as Merge;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::accounts::{Invitation, InvitationCode};
use crate::say;

/// Writes it, with a link and a code that were never seen before.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let store = &desk.app.store;
    let minted = memberships::mint_invitation(store, &desk.moment(), merge.membership).await?;
    let words = &desk.words;
    let role = words.get(&format!("role-{}", merge.role));
    let a_role = words.get(&format!("role-a-{}", merge.role));
    let of_what = merge.of_what.as_str();
    let days = memberships::INVITATION_LASTS.as_hours() / 24;
    Ok(Written::new(say!(
        words,
        "letter-invitation-subject",
        role = role,
        what = of_what
    ))
    .say(say!(words, "letter-greeting", name = merge.name.as_str()))
    .say(say!(
        words,
        "letter-invitation-text",
        role = a_role,
        what = of_what
    ))
    .button(
        say!(words, "letter-invitation-button"),
        desk.link(Invitation {
            token: minted.token.text(),
        }),
    )
    .say(say!(
        words,
        "letter-invitation-code",
        page = desk.link(InvitationCode)
    ))
    .code(minted.code.text())
    .say(say!(words, "letter-invitation-limits", days = days)))
}
