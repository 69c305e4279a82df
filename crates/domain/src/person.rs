//! People as they are written down, and the addresses at which they are reached.

use serde::{Deserialize, Serialize};

use crate::text::{self, Fault};

/// The longest name of a person or body, in characters.
pub const NAME_LIMIT: usize = 200;

/// An email address in the form in which it is compared and written to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Reads an address: one `@`, something before it, a domain with a dot after it, at most 254 characters,
    /// no white space. The whole is lower-cased, since no provider in use tells addresses apart by case.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let address = text::line(typed, 254)?;
        let (local, domain) = address.rsplit_once('@').ok_or(Fault::Malformed)?;
        let labels_are_whole = domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
        let local_is_plain = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local
                .chars()
                .all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
        if local_is_plain && labels_are_whole && domain.contains('.') {
            Ok(Self(address.to_lowercase()))
        } else {
            Err(Fault::Malformed)
        }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A telephone number as its owner writes it: digits, spaces and `+ ( ) - . , x`, with 5 to 20 digits, and `ext` or
/// `extension` before that of a desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Telephone(String);

impl Telephone {
    /// Reads a number, keeping its grouping.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let number = text::line(typed, 40)?;
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let plain = number
            .to_lowercase()
            .replace("extension", "x")
            .replace("ext", "x")
            .chars()
            .all(|c| c.is_ascii_digit() || " +()-./x,".contains(c));
        if plain && (5..=20).contains(&digits) {
            Ok(Self(number))
        } else {
            Err(Fault::Malformed)
        }
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Somebody as named on a form: what goes into the people's table, from where erasure can take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name, as it is to be written.
    pub name: String,
    /// Where letters go.
    pub email: Option<Email>,
    /// Where a voice answers.
    pub telephone: Option<Telephone>,
    /// The role or grade held.
    pub role: Option<String>,
    /// The body worked for.
    pub employer: Option<String>,
}

/// The named human being who answers questions, on every page and letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub name: String,
    /// By mail.
    pub email: Email,
    /// By telephone.
    pub telephone: Telephone,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_lower_case() {
        assert_eq!(
            Email::parse(" Ann.Lee@Marrowby.Example ").map(|e| e.to_string()),
            Ok("ann.lee@marrowby.example".into())
        );
    }

    #[rstest::rstest]
    #[case("ann")]
    #[case("ann@localhost")]
    #[case("ann lee@marrowby.example")]
    #[case("ann@marrowby..example")]
    #[case("@marrowby.example")]
    #[case("ann@-marrowby.example")]
    #[case("a,b@marrowby.example")]
    fn what_is_no_address_is_refused(#[case] typed: &str) {
        assert_eq!(Email::parse(typed), Err(Fault::Malformed));
    }

    #[test]
    fn a_telephone_number_keeps_its_grouping() {
        assert_eq!(
            Telephone::parse("+44 (0)1632 960 001")
                .as_ref()
                .map(Telephone::as_str),
            Ok("+44 (0)1632 960 001")
        );
        for typed in [
            "01632 960 555 ext 12",
            "01632 960 555, extension 12",
            "01632 960 555 Ext. 12",
            "01632 960 555 x12",
        ] {
            let read = Telephone::parse(typed);
            assert_eq!(read.as_ref().map(Telephone::as_str), Ok(typed));
        }
        for typed in ["ask Ann", "01632 960 555 after six", "ext"] {
            assert_eq!(Telephone::parse(typed), Err(Fault::Malformed), "{typed}");
        }
    }
}
