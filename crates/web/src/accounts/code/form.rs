//! A code and the address that it was sent to.

use plaudit_domain::person::Email;
use plaudit_domain::text::Fault;
use plaudit_store::secrets::Code;

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::return_to;

/// The address that the letter went to.
pub(in crate::accounts) const EMAIL: &str = "email";
/// The code in the letter.
pub(in crate::accounts) const CODE: &str = "code";

/// What signs in, or leads to an invitation, on any device.
#[derive(Debug)]
pub(in crate::accounts) struct CodeForm {
    pub(in crate::accounts) email: Email,
    pub(in crate::accounts) code: Code,
    /// Where to go afterwards.
    pub(in crate::accounts) return_to: Option<String>,
}

impl CodeForm {
    /// Reads what was typed or pasted, or says what is wrong with it.
    pub(in crate::accounts) fn parse(raw: &RawForm) -> Result<Self, FieldErrors> {
        let mut errors = raw.errors();
        let email = errors.take(EMAIL, "code-email-noun", Email::parse(raw.get(EMAIL)));
        let code = match raw.trimmed(CODE) {
            "" => Err(Fault::Missing),
            typed => Code::parse(typed).ok_or(Fault::Malformed),
        };
        let code = errors.take(CODE, "code-noun", code);
        match (email, code) {
            (Some(email), Some(code)) if errors.is_empty() => Ok(Self {
                email,
                code,
                return_to: return_to::parse(raw.get(return_to::FIELD)),
            }),
            _ => Err(errors),
        }
    }
}
