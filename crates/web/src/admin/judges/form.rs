//! What is asked to invite a judge.

use plaudit_domain::membership::{Role, Status};
use plaudit_domain::person::{Email, NAME_LIMIT};
use plaudit_domain::text::{self, Fault};
use plaudit_store::reports::judges::JudgeRow;

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

/// The judge's name.
pub(super) const NAME: &str = "name";
/// Where the invitation goes.
pub(super) const EMAIL: &str = "email";

/// What they would be.
pub(super) const ROLE: &str = "role";

/// Whom to invite, to be what.
pub(super) struct Asked {
    pub(super) name: String,
    pub(super) email: Email,
    pub(super) role: Role,
}

/// Reads whom to invite; whoever is on the panel is not asked twice, and there is one chair.
pub(super) fn parse(raw: &RawForm, panel: &[JudgeRow]) -> Result<Asked, FieldErrors> {
    let mut errors = raw.errors();
    let name = errors.take(
        NAME,
        "judges-name-noun",
        text::line(raw.get(NAME), NAME_LIMIT),
    );
    let email = Email::parse(raw.get(EMAIL)).and_then(|email| {
        let is_there = |row: &JudgeRow| row.email == email.as_str() && !row.may_be_invited_again();
        if panel.iter().any(is_there) {
            Err(Fault::Taken)
        } else {
            Ok(email)
        }
    });
    let email = errors.take(EMAIL, "judges-email-noun", email);
    // A form of an older page asks nothing else than a judge.
    let typed = match raw.get(ROLE) {
        "" => Role::Judge.as_str(),
        typed => typed,
    };
    let role = errors.take(ROLE, "judges-role-noun", role(typed));
    if role == Some(Role::Chair) && panel.iter().any(is_chair) {
        errors.say(ROLE, "judges-second-chair");
    }
    match (name, email, role) {
        (Some(name), Some(email), Some(role)) if errors.is_empty() => {
            Ok(Asked { name, email, role })
        }
        _ => Err(errors),
    }
}

/// A role on a panel.
pub(super) fn role(typed: &str) -> Result<Role, Fault> {
    Role::parse(typed)
        .ok()
        .filter(|role| role.is_on_panel())
        .ok_or(Fault::NotAChoice)
}

/// Whether this is the chair, or who was asked to be.
pub(super) fn is_chair(row: &JudgeRow) -> bool {
    row.role == Role::Chair && matches!(row.status, Status::Invited | Status::Active)
}
