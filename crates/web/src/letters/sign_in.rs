//! The letter that signs in: a link, and a code for whom a link cannot reach.

use plaudit_store::accounts;
pub use plaudit_store::accounts::SignInLetter as Merge;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::http::return_to;
use crate::paths::accounts::{SignInCode, SignInLink};
use crate::say;

/// Writes it, with a link and a code that were never seen before.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let minted = accounts::mint_sign_in(&desk.app.store, &desk.moment(), merge.account).await?;
    let link = SignInLink {
        token: minted.token.text(),
    };
    let link = return_to::carried_by(&link, merge.return_to.as_deref());
    let words = &desk.words;
    let code_page = desk.link(SignInCode);
    let minutes = accounts::LETTER_LASTS.as_mins();
    Ok(Written::new(say!(words, "letter-sign-in-subject"))
        .say(say!(words, "letter-greeting", name = merge.name.as_str()))
        .say(say!(words, "letter-sign-in-link"))
        .button(say!(words, "letter-sign-in-button"), desk.link(link))
        .point(
            say!(words, "letter-sign-in-code", page = code_page.as_str()),
            code_page,
        )
        .code(minted.code.text())
        .say(say!(words, "letter-sign-in-limits", minutes = minutes))
        .say(say!(words, "letter-sign-in-not-you")))
}
