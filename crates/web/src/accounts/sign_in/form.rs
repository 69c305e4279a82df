//! What is asked of whoever wants to sign in.

use plaudit_domain::person::Email;

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::return_to;

/// The address that signs in.
pub(super) const EMAIL: &str = "email";

/// Whom to send a letter, and where they want to go.
#[derive(Debug)]
pub(super) struct SignInForm {
    pub(super) email: Email,
    pub(super) return_to: Option<String>,
}

impl SignInForm {
    /// Reads what was typed, or says what is wrong with it.
    pub(super) fn parse(raw: &RawForm) -> Result<Self, FieldErrors> {
        let mut errors = raw.errors();
        let email = errors.take(EMAIL, "sign-in-email-noun", Email::parse(raw.get(EMAIL)));
        match email {
            Some(email) if errors.is_empty() => Ok(Self {
                email,
                return_to: return_to::parse(raw.get(return_to::FIELD)),
            }),
            _ => Err(errors),
        }
    }
}
