//! What is asked to invite a judge.

use plaudit_domain::person::{Email, NAME_LIMIT};
use plaudit_domain::text::{self, Fault};

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

/// The judge's name.
pub(super) const NAME: &str = "name";
/// Where the invitation goes.
pub(super) const EMAIL: &str = "email";

/// Reads whom to invite; whoever is among the judges is not asked twice.
pub(super) fn parse(raw: &RawForm, there: &[&str]) -> Result<(String, Email), FieldErrors> {
    let mut errors = raw.errors();
    let name = errors.take(
        NAME,
        "judges-name-noun",
        text::line(raw.get(NAME), NAME_LIMIT),
    );
    let email = Email::parse(raw.get(EMAIL)).and_then(|email| {
        if there.contains(&email.as_str()) {
            Err(Fault::Taken)
        } else {
            Ok(email)
        }
    });
    let email = errors.take(EMAIL, "judges-email-noun", email);
    match name.zip(email) {
        Some(parsed) if errors.is_empty() => Ok(parsed),
        _ => Err(errors),
    }
}
