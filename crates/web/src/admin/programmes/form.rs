//! What is asked about a programme.

use jiff::Timestamp;
use jiff::tz::{TimeZone, db};
use plaudit_domain::accent::Accent;
use plaudit_domain::person::{Contact, Email, NAME_LIMIT, Telephone};
use plaudit_domain::programme::{Programme, ProgrammeWords, Slug};
use plaudit_domain::text::{self, Fault};
use plaudit_domain::window::Zone;

use crate::admin::filled::{Filled, VERSION, in_english};
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::paths;
use crate::say;
use crate::words::Words;

pub(super) const TITLE: &str = "title";
pub(super) const SLUG: &str = "slug";
pub(super) const PURPOSE: &str = "purpose";
pub(super) const ELIGIBILITY: &str = "eligibility";
pub(super) const DECISION: &str = "decision";
pub(super) const ZONE: &str = "zone";
pub(super) const ACCENT: &str = "accent";
pub(super) const CONTACT_NAME: &str = "contact-name";
pub(super) const CONTACT_EMAIL: &str = "contact-email";
pub(super) const CONTACT_TELEPHONE: &str = "contact-telephone";

/// Every field in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 10] = [
    (TITLE, "programmes-title"),
    (SLUG, "programmes-slug"),
    (PURPOSE, "programmes-purpose"),
    (ELIGIBILITY, "programmes-eligibility"),
    (DECISION, "programmes-decision"),
    (ZONE, "programmes-zone"),
    (ACCENT, "programmes-accent"),
    (CONTACT_NAME, "programmes-contact-name"),
    (CONTACT_EMAIL, "programmes-contact-email"),
    (CONTACT_TELEPHONE, "programmes-contact-telephone"),
];

/// The zone that a programme has until somebody chooses another.
const FIRST_ZONE: &str = "Europe/London";

/// Every zone by name, the first choice first.
pub(super) fn zones() -> Vec<String> {
    let others = db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| name.contains('/') && name != FIRST_ZONE);
    std::iter::once(FIRST_ZONE.to_owned())
        .chain(others)
        .collect()
}

/// The year that a season which is set up now is most likely called after.
pub(super) fn next_year(now: Timestamp) -> String {
    let year = now.to_zoned_datetime(TimeZone::UTC).year();
    (year + 1).to_string()
}

/// What the form for a new programme begins with.
pub(super) fn suggested(words: &Words, contact: &Contact) -> RawForm {
    RawForm::from_pairs([
        (DECISION, say!(words, "programmes-decision-suggestion")),
        (ZONE, FIRST_ZONE.to_owned()),
        (CONTACT_NAME, contact.name.clone()),
        (CONTACT_EMAIL, contact.email.to_string()),
        (CONTACT_TELEPHONE, contact.telephone.as_str().to_owned()),
    ])
}

/// What is written about a programme now.
pub(super) fn written(programme: &Programme) -> RawForm {
    let words = &programme.words;
    RawForm::from_pairs([
        (VERSION, programme.version.to_string()),
        (TITLE, words.title.first().to_owned()),
        (SLUG, words.slug.to_string()),
        (PURPOSE, words.purpose.first().to_owned()),
        (ELIGIBILITY, words.eligibility.first().to_owned()),
        (DECISION, words.decision.first().to_owned()),
        (ZONE, words.zone.name().to_owned()),
        (
            ACCENT,
            words
                .accent
                .map(|accent| accent.to_string())
                .unwrap_or_default(),
        ),
        (CONTACT_NAME, words.contact.name.clone()),
        (CONTACT_EMAIL, words.contact.email.to_string()),
        (
            CONTACT_TELEPHONE,
            words.contact.telephone.as_str().to_owned(),
        ),
    ])
}

/// The form again because another programme has this address.
pub(super) fn taken(raw: RawForm) -> Filled {
    let mut errors = FieldErrors::default();
    errors.say(SLUG, "programmes-slug-taken");
    // An address that was made from the title is shown, so that it can be told apart.
    let slug = typed_or_made(&raw);
    Filled::wrong(raw.with(SLUG, &slug), errors)
}

/// Reads what was typed, or says everything that is wrong with it. Other languages stay as they were.
pub(super) fn parse(
    raw: &RawForm,
    before: Option<&ProgrammeWords>,
) -> Result<ProgrammeWords, FieldErrors> {
    let mut errors = raw.errors();
    let title = errors.take(
        TITLE,
        "programmes-title-noun",
        text::line(raw.get(TITLE), NAME_LIMIT),
    );
    // Where it would be made from a name that is missing, the name is all that must be typed.
    let slug = title
        .is_some()
        .then(|| Slug::parse(&typed_or_made(raw)))
        .and_then(|slug| errors.take(SLUG, "programmes-slug-noun", slug))
        .filter(|slug| {
            let reserved = paths::is_reserved(slug.as_str());
            if reserved {
                errors.say(SLUG, "programmes-slug-reserved");
            }
            !reserved
        });
    let mut long = |name, noun| errors.take(name, noun, text::paragraphs(raw.get(name), None));
    let purpose = long(PURPOSE, "programmes-purpose-noun");
    let eligibility = long(ELIGIBILITY, "programmes-eligibility-noun");
    let decision = long(DECISION, "programmes-decision-noun");
    let zone = errors.take(ZONE, "programmes-zone-noun", zone(raw.trimmed(ZONE)));
    let accent = accent(raw).unwrap_or_else(|_| {
        errors.say(ACCENT, "programmes-accent-wrong");
        None
    });
    let name = errors.take(
        CONTACT_NAME,
        "programmes-contact-name-noun",
        text::line(raw.get(CONTACT_NAME), NAME_LIMIT),
    );
    let email = errors.take(
        CONTACT_EMAIL,
        "programmes-contact-email-noun",
        Email::parse(raw.get(CONTACT_EMAIL)),
    );
    let telephone = errors.take(
        CONTACT_TELEPHONE,
        "programmes-contact-telephone-noun",
        Telephone::parse(raw.get(CONTACT_TELEPHONE)),
    );
    if !errors.is_empty() {
        errors.in_order_of(FIELDS.map(|(name, _)| name));
        return Err(errors);
    }
    let read = || {
        Some(ProgrammeWords {
            slug: slug?,
            title: in_english(before.map(|words| &words.title), title?),
            purpose: in_english(before.map(|words| &words.purpose), purpose?),
            eligibility: in_english(before.map(|words| &words.eligibility), eligibility?),
            decision: in_english(before.map(|words| &words.decision), decision?),
            zone: zone?,
            contact: Contact {
                name: name?,
                email: email?,
                telephone: telephone?,
            },
            accent,
        })
    };
    read().ok_or(errors)
}

/// The colour that was typed, if one was.
pub(super) fn accent(raw: &RawForm) -> Result<Option<Accent>, Fault> {
    match Accent::parse(raw.get(ACCENT)) {
        Err(Fault::Missing) => Ok(None),
        read => read.map(Some),
    }
}

/// The zone of this name, however its letters are set.
fn zone(typed: &str) -> Result<Zone, Fault> {
    let known = zones()
        .into_iter()
        .find(|name| name.eq_ignore_ascii_case(typed));
    Zone::parse(known.as_deref().unwrap_or(typed))
}

/// The address that was typed, or one made from the title.
fn typed_or_made(raw: &RawForm) -> String {
    let typed = raw.trimmed(SLUG);
    if typed.is_empty() {
        made_from(raw.get(TITLE))
    } else {
        typed.to_owned()
    }
}

/// An address made from a title: its letters and digits in lower case, dashes between the words.
fn made_from(title: &str) -> String {
    let plain: String = title
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let mut made = String::new();
    for word in plain.split_whitespace() {
        if made.len() + word.len() >= 60 {
            break;
        }
        if !made.is_empty() {
            made.push('-');
        }
        made.push_str(word);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> RawForm {
        RawForm::from_pairs([
            (TITLE, "Library Friend of the Year!"),
            (PURPOSE, "For friends."),
            (ELIGIBILITY, "- Anybody"),
            (DECISION, "By a panel."),
            (ZONE, "europe/paris"),
            (CONTACT_NAME, "Ann Lee"),
            (CONTACT_EMAIL, "ann@society.example"),
            (CONTACT_TELEPHONE, "01632 960001"),
        ])
    }

    #[test]
    fn an_address_is_made_from_the_title_and_a_zone_is_found_in_any_case() {
        let words = parse(&typed(), None).expect("it is complete");
        assert_eq!(words.slug.as_str(), "library-friend-of-the-year");
        assert_eq!(words.zone.name(), "Europe/Paris");
    }

    #[test]
    fn an_address_of_ours_is_refused() {
        for slug in ["admin", "nominate", "winners"] {
            let errors = parse(&typed().with(SLUG, slug), None).expect_err("it is reserved");
            let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
            assert_eq!(fields, [SLUG], "{slug}");
        }
    }

    #[test]
    fn a_colour_is_read_and_what_is_none_is_refused() {
        let words = |typed_colour| parse(&typed().with(ACCENT, typed_colour), None);
        let accent = words("0B5D5E").expect("it is a colour").accent;
        assert_eq!(
            accent.map(|accent| accent.to_string()).as_deref(),
            Some("#0b5d5e")
        );
        assert_eq!(words(" ").expect("none is needed").accent, None);
        for wrong in ["teal", "#0b5d5e;}", "url(x)"] {
            let errors = words(wrong).expect_err("it is no colour");
            let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
            assert_eq!(fields, [ACCENT], "{wrong}");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once_in_the_order_of_the_page() {
        let errors = parse(&RawForm::default(), None).expect_err("nothing was typed");
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        let others = FIELDS.map(|(name, _)| name);
        let needed: Vec<_> = others
            .into_iter()
            .filter(|name| ![SLUG, ACCENT].contains(name))
            .collect();
        assert_eq!(fields, needed);
    }

    #[test]
    fn other_languages_stay() {
        let mut before = parse(&typed(), None).expect("it is complete");
        before.title = before.title.with("cy", "Cyfaill");
        let words = parse(&typed().with(TITLE, "Another"), Some(&before)).expect("complete");
        assert_eq!(words.title.in_language("cy"), "Cyfaill");
        assert_eq!(words.title.first(), "Another");
    }
}
