//! What the first administrator is asked.

use plaudit_domain::person::{Contact, Email, NAME_LIMIT, Telephone};
use plaudit_domain::text;
use plaudit_store::organisations::SetUp;

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

pub(super) const ORGANISATION: &str = "organisation";
pub(super) const CONTACT_NAME: &str = "contact-name";
pub(super) const CONTACT_EMAIL: &str = "contact-email";
pub(super) const CONTACT_TELEPHONE: &str = "contact-telephone";
pub(super) const NAME: &str = "name";
pub(super) const EMAIL: &str = "email";

/// Reads what was typed, or says everything that is wrong with it.
pub(super) fn parse(raw: &RawForm) -> Result<SetUp, FieldErrors> {
    let mut errors = raw.errors();
    let organisation = errors.take(
        ORGANISATION,
        "set-up-organisation-noun",
        text::line(raw.get(ORGANISATION), NAME_LIMIT),
    );
    let contact_name = errors.take(
        CONTACT_NAME,
        "set-up-contact-name-noun",
        text::line(raw.get(CONTACT_NAME), NAME_LIMIT),
    );
    let contact_email = errors.take(
        CONTACT_EMAIL,
        "set-up-contact-email-noun",
        Email::parse(raw.get(CONTACT_EMAIL)),
    );
    let contact_telephone = errors.take(
        CONTACT_TELEPHONE,
        "set-up-contact-telephone-noun",
        Telephone::parse(raw.get(CONTACT_TELEPHONE)),
    );
    let name = errors.take(
        NAME,
        "set-up-name-noun",
        text::line(raw.get(NAME), NAME_LIMIT),
    );
    let email = errors.take(EMAIL, "set-up-email-noun", Email::parse(raw.get(EMAIL)));
    let contact =
        contact_name
            .zip(contact_email)
            .zip(contact_telephone)
            .map(|((name, email), telephone)| Contact {
                name,
                email,
                telephone,
            });
    match (organisation, contact, name, email) {
        (Some(organisation), Some(contact), Some(name), Some(email)) if errors.is_empty() => {
            Ok(SetUp {
                organisation,
                contact,
                name,
                email,
            })
        }
        _ => Err(errors),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_wrong_is_said_at_once_in_the_order_of_the_page() {
        let raw = RawForm::from_pairs([(CONTACT_EMAIL, "nobody"), (NAME, "Ann Lee")]);
        let errors = parse(&raw).expect_err("it is not complete");
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                ORGANISATION,
                CONTACT_NAME,
                CONTACT_EMAIL,
                CONTACT_TELEPHONE,
                EMAIL
            ]
        );
    }
}
