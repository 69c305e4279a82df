//! A programme: an award and its stewards, year after year.

use serde::{Deserialize, Serialize};

use crate::{
    accent::Accent,
    ids::{ProgrammeId, StewardId},
    mark::MarkName,
    person::Contact,
    steward,
    text::{Fault, Texts},
    window::Zone,
};

/// The part of a programme's address that names it: lower-case letters, digits and single dashes, 2 to 60 of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    /// Reads a slug. Which first segments the site itself needs is the web's to refuse.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let slug = typed.trim();
        if slug.is_empty() {
            return Err(Fault::Missing);
        }
        if slug.len() > 60 {
            return Err(Fault::TooLong {
                limit: 60,
                count: slug.len(),
            });
        }
        let parts_are_plain = slug.split('-').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        });
        if parts_are_plain && slug.len() >= 2 {
            Ok(Self(slug.to_owned()))
        } else {
            Err(Fault::Malformed)
        }
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an administrator writes about a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeWords {
    /// Where it is found.
    pub slug: Slug,
    /// Its name.
    pub title: Texts,
    /// What it is for, in Markdown.
    pub purpose: Texts,
    /// Who may be put forward and by whom, in Markdown.
    pub eligibility: Texts,
    /// How it is judged and decided, in Markdown.
    pub decision: Texts,
    /// The zone in which its deadlines are meant.
    pub zone: Zone,
    /// Who answers questions.
    pub contact: Contact,
    /// The colour of its pages; none is Plaudit's own.
    pub accent: Option<Accent>,
}

/// A programme as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// What is written about it.
    pub words: ProgrammeWords,
    /// The picture that stands for it; none is Plaudit's own mark.
    pub mark: Option<MarkName>,
    /// Its stewards, in their order.
    pub stewards: Vec<Steward>,
    /// How often it has been changed.
    pub version: i64,
}

/// A body that owns a programme jointly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steward {
    /// Its id.
    pub id: StewardId,
    /// Its name.
    pub name: String,
    /// Whether it still is one.
    pub status: steward::Status,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("IT-progress")]
    #[case("it--progress")]
    #[case("-it")]
    #[case("a")]
    #[case("it progress")]
    #[case("rhaglen-ŵ")]
    fn a_slug_is_plain(#[case] typed: &str) {
        assert_eq!(Slug::parse(typed), Err(Fault::Malformed));
    }

    #[test]
    fn a_plain_slug_is_kept() {
        assert_eq!(
            Slug::parse(" it-progress ").map(|slug| slug.to_string()),
            Ok("it-progress".into())
        );
    }
}
