//! What is asked about e-mail domains: one a line.

use std::collections::BTreeSet;

use plaudit_domain::text::Fault;

use crate::admin::filled::VERSION;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

pub(super) const DOMAINS: &str = "domains";

/// The field with the key of its label.
pub(super) const FIELDS: [(&str, &str); 1] = [(DOMAINS, "domains-list")];

/// The most domains, and the longest of them.
const MOST: usize = 1_000;
const LONGEST: usize = 253;

/// The list as it is now.
pub(super) fn written(version: i64, domains: &BTreeSet<String>) -> RawForm {
    let list: Vec<&str> = domains.iter().map(String::as_str).collect();
    RawForm::from_pairs([(VERSION, version.to_string()), (DOMAINS, list.join("\n"))])
}

/// Reads the list, in lower case and without what stands before an at sign.
pub(super) fn parse(raw: &RawForm) -> Result<BTreeSet<String>, FieldErrors> {
    let mut errors = raw.errors();
    let read = errors.take(DOMAINS, "domains-noun", domains(raw.get(DOMAINS)));
    match read {
        Some(domains) if errors.is_empty() => Ok(domains),
        _ => Err(errors),
    }
}

fn domains(typed: &str) -> Result<BTreeSet<String>, Fault> {
    let mut domains = BTreeSet::new();
    for line in typed.lines() {
        let line = line.trim().to_lowercase();
        let domain = line.rsplit('@').next().unwrap_or_default();
        if domain.is_empty() {
            continue;
        }
        let fits = domain
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'));
        if !fits || !domain.contains('.') || domain.len() > LONGEST {
            return Err(Fault::Malformed);
        }
        domains.insert(domain.to_owned());
    }
    if domains.len() > MOST {
        return Err(Fault::OutOfRange {
            lowest: None,
            highest: Some(MOST.to_string()),
        });
    }
    Ok(domains)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stands_for_its_domain_and_a_word_for_nothing() {
        let read = |typed: &str| domains(typed).map(|list| list.into_iter().collect::<Vec<_>>());
        assert_eq!(
            read(" Gmail.com \n\n@post.example\r\nann@mail.example"),
            Ok(vec![
                "gmail.com".to_owned(),
                "mail.example".to_owned(),
                "post.example".to_owned()
            ])
        );
        assert_eq!(read(""), Ok(Vec::new()));
        assert_eq!(read("gmail"), Err(Fault::Malformed));
        assert_eq!(read("a b.example"), Err(Fault::Malformed));
    }
}
