//! What is said once somebody was asked to take a role.

use plaudit_domain::person::Email;
use plaudit_store::accounts;

use crate::http::error::PageError;
use crate::http::notice::Notice;
use crate::say;
use crate::state::App;
use crate::words::Words;

/// That the invitation is on its way.
pub(super) fn sent(words: &Words, (name, email): (&str, &str)) -> Notice {
    Notice::good(say!(words, "invited", name = name, email = email))
}

/// The same of somebody who was asked first, under the name that was typed: if the address belongs to an account of
/// another name, it keeps that.
pub(super) async fn asked(
    app: &App,
    words: &Words,
    (typed, email): (&str, &Email),
) -> Result<Notice, PageError> {
    let account = accounts::find_by_email(&app.store, email).await?;
    Ok(match account {
        Some(account) if account.name != typed => Notice::good(say!(
            words,
            "invited-known-as",
            typed = typed,
            name = account.name.as_str(),
            email = email.as_str()
        )),
        _ => sent(words, (typed, email.as_str())),
    })
}
