//! What is asked about the organisation.

use plaudit_domain::person::{Contact, Email, NAME_LIMIT, Telephone};
use plaudit_domain::text;
use plaudit_store::organisations::Organisation;

use crate::admin::filled::VERSION;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

pub(super) const NAME: &str = "name";
pub(super) const CONTACT_NAME: &str = "contact-name";
pub(super) const CONTACT_EMAIL: &str = "contact-email";
pub(super) const CONTACT_TELEPHONE: &str = "contact-telephone";

/// Every field in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 4] = [
    (NAME, "organisation-name"),
    (CONTACT_NAME, "organisation-contact-name"),
    (CONTACT_EMAIL, "organisation-contact-email"),
    (CONTACT_TELEPHONE, "organisation-contact-telephone"),
];

/// What is written about it now.
pub(super) fn written(organisation: &Organisation) -> RawForm {
    let contact = &organisation.contact;
    RawForm::from_pairs([
        (VERSION, organisation.version.to_string()),
        (NAME, organisation.name.clone()),
        (CONTACT_NAME, contact.name.clone()),
        (CONTACT_EMAIL, contact.email.to_string()),
        (CONTACT_TELEPHONE, contact.telephone.as_str().to_owned()),
    ])
}

/// Reads what was typed, or says everything that is wrong with it.
pub(super) fn parse(raw: &RawForm) -> Result<(String, Contact), FieldErrors> {
    let mut errors = raw.errors();
    let organisation = errors.take(
        NAME,
        "organisation-name-noun",
        text::line(raw.get(NAME), NAME_LIMIT),
    );
    let name = errors.take(
        CONTACT_NAME,
        "organisation-contact-name-noun",
        text::line(raw.get(CONTACT_NAME), NAME_LIMIT),
    );
    let email = errors.take(
        CONTACT_EMAIL,
        "organisation-contact-email-noun",
        Email::parse(raw.get(CONTACT_EMAIL)),
    );
    let telephone = errors.take(
        CONTACT_TELEPHONE,
        "organisation-contact-telephone-noun",
        Telephone::parse(raw.get(CONTACT_TELEPHONE)),
    );
    match (organisation, name, email, telephone) {
        (Some(organisation), Some(name), Some(email), Some(telephone)) if errors.is_empty() => {
            let contact = Contact {
                name,
                email,
                telephone,
            };
            Ok((organisation, contact))
        }
        _ => Err(errors),
    }
}
