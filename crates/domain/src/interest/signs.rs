//! Signs of a conflict: what somebody and a case have in common, found before anybody declares. A sign is a suggestion with
//! its reason; a person confirms or dismisses it.

use std::collections::BTreeSet;

use super::Kind;
use crate::{status::words, text};

words! {
    /// What somebody has in common with a case.
    pub enum Sign as "sign of a conflict" {
        /// They are the nominee, by their address.
        Nominee = "nominee",
        /// They are a nominator, by their address.
        Nominator = "nominator",
        /// They are a referee, by their address.
        Referee = "referee",
        /// The nominee, a nominator or a referee bears their name, under another address.
        Namesake = "namesake",
        /// They have the nominee's employer.
        Employer = "employer",
        /// Their address has the domain of the nominee's, a nominator's or a referee's.
        Domain = "domain",
        /// In an earlier season one of them nominated the other, or was their referee.
        EarlierSeason = "earlier-season",
    }
}

impl Sign {
    /// Of what kind the interest would be.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Nominee | Self::Nominator | Self::Referee => Kind::Part,
            Self::Employer | Self::Domain => Kind::Employer,
            Self::EarlierSeason => Kind::Support,
            Self::Namesake => Kind::Other,
        }
    }

    /// Whether nothing is left to be confirmed: whoever has a part in a case is out of it.
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Nominee | Self::Nominator | Self::Referee)
    }
}

/// Somebody, as far as is known: a judge, or whoever is about to be invited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Somebody {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: Option<String>,
    /// Whom they work for.
    pub employer: Option<String>,
}

/// A case by its people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concerned {
    /// Who was put forward.
    pub nominee: Somebody,
    /// Who put them forward.
    pub nominators: Vec<Somebody>,
    /// Who is to write a reference.
    pub referees: Vec<Somebody>,
}

/// A sign with the likeness that it rests on: the address, the name, the employer or the domain that both have.
pub type Found = (Sign, String);

/// Domains at which anybody may have an address: two people who share one have nothing else in common by that.
///
/// Kept as data; an organisation changes the list.
pub const SHARED_DOMAINS: [&str; 12] = [
    "aol.com",
    "btinternet.com",
    "gmail.com",
    "gmx.com",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "me.com",
    "outlook.com",
    "proton.me",
    "yahoo.com",
];

/// What somebody has in common with a case, the strongest first. `shared` are the domains that are no sign.
pub fn signs(somebody: &Somebody, case: &Concerned, shared: &BTreeSet<String>) -> Vec<Found> {
    let mut found = Vec::new();
    let address = somebody.email.as_deref().map(str::to_lowercase);
    let has_address = |other: &Somebody| {
        address.is_some() && other.email.as_deref().map(str::to_lowercase) == address
    };
    if has_address(&case.nominee) {
        found.push((Sign::Nominee, address.clone().unwrap_or_default()));
    }
    if case.nominators.iter().any(has_address) {
        found.push((Sign::Nominator, address.clone().unwrap_or_default()));
    }
    if case.referees.iter().any(has_address) {
        found.push((Sign::Referee, address.clone().unwrap_or_default()));
    }
    let everybody = || {
        std::iter::once(&case.nominee)
            .chain(&case.nominators)
            .chain(&case.referees)
    };
    let name = text::fold(&somebody.name);
    let namesake = everybody().find(|other| text::fold(&other.name) == name && !has_address(other));
    if let Some(namesake) = namesake.filter(|_| !name.is_empty()) {
        found.push((Sign::Namesake, namesake.name.clone()));
    }
    let employer = |of: &Somebody| text::fold(of.employer.as_deref().unwrap_or_default());
    let theirs = employer(somebody);
    if !theirs.is_empty() && theirs == employer(&case.nominee) {
        let likeness = somebody.employer.clone().unwrap_or_default();
        found.push((Sign::Employer, likeness));
    }
    let own_domain = somebody.email.as_deref().and_then(domain);
    let same_domain = own_domain
        .filter(|domain| !shared.contains(domain))
        .filter(|own| {
            everybody()
                .filter(|other| !has_address(other))
                .filter_map(|other| domain(other.email.as_deref()?))
                .any(|other| other == *own)
        });
    if let Some(domain) = same_domain {
        found.push((Sign::Domain, domain));
    }
    found
}

/// The domain of an address, in lower case.
pub fn domain(address: &str) -> Option<String> {
    address
        .rsplit_once('@')
        .map(|(_, domain)| domain.trim().to_lowercase())
        .filter(|domain| !domain.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somebody(name: &str, email: &str, employer: &str) -> Somebody {
        Somebody {
            name: name.into(),
            email: Some(email.into()),
            employer: Some(employer.into()),
        }
    }

    fn case() -> Concerned {
        Concerned {
            nominee: somebody("Wren Ashby", "wren@marrowby.example", "Marrowby Council"),
            nominators: vec![somebody("Sam Holt", "sam.holt@gmail.com", "Self-employed")],
            referees: vec![somebody(
                "Ida Frost",
                "ida@ferndale.example",
                "Ferndale Trust",
            )],
        }
    }

    fn found(name: &str, email: &str, employer: &str) -> Vec<(Sign, String)> {
        let shared = SHARED_DOMAINS.map(ToOwned::to_owned).into();
        signs(&somebody(name, email, employer), &case(), &shared)
    }

    #[test]
    fn each_sign_says_what_it_rests_on() {
        assert_eq!(
            found("W. Ashby", "Wren@Marrowby.example", "marrowby  council"),
            [
                (Sign::Nominee, "wren@marrowby.example".to_owned()),
                (Sign::Employer, "marrowby  council".to_owned()),
            ]
        );
        assert_eq!(
            found("Sam Holt", "sam.holt@gmail.com", ""),
            [(Sign::Nominator, "sam.holt@gmail.com".to_owned())]
        );
        assert_eq!(
            found("Jo Lane", "jo@marrowby.example", ""),
            [(Sign::Domain, "marrowby.example".to_owned())]
        );
        assert_eq!(
            found("SAM HOLT", "sam@elsewhere.example", ""),
            [(Sign::Namesake, "Sam Holt".to_owned())]
        );
    }

    #[test]
    fn a_referee_is_known_by_their_address_and_otherwise_alike_as_a_nominator_is() {
        assert_eq!(
            found("Ida Frost", "Ida@Ferndale.example", "Ferndale Trust"),
            [(Sign::Referee, "ida@ferndale.example".to_owned())]
        );
        assert_eq!(
            found("Ida Frost", "ida.frost@gmail.com", ""),
            [(Sign::Namesake, "Ida Frost".to_owned())]
        );
        assert_eq!(
            found("Jo Lane", "jo@ferndale.example", ""),
            [(Sign::Domain, "ferndale.example".to_owned())]
        );
        let certain: Vec<_> = Sign::ALL.iter().filter(|sign| sign.is_certain()).collect();
        assert_eq!(certain, [&Sign::Nominee, &Sign::Nominator, &Sign::Referee]);
    }

    #[test]
    fn a_webmail_domain_and_an_empty_employer_are_no_sign() {
        assert_eq!(found("Jo Lane", "jo.lane@gmail.com", ""), []);
        let mut nobody = case();
        nobody.nominee.employer = None;
        let jo = somebody("Jo Lane", "jo@elsewhere.example", "");
        assert_eq!(signs(&jo, &nobody, &BTreeSet::new()), []);
    }
}
