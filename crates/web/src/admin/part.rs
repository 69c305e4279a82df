//! The parts in which a season is set up, in their order: each page leads on to the next.

pub(super) mod view;

use super::run::Run;
use crate::paths::admin;
use crate::say;
use crate::words::Words;

/// A part of what is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Name, dates and declaration.
    Dates,
    /// What is won.
    Categories,
    /// The yes-or-no rules.
    Eligibility,
    /// What the form asks.
    Questions,
    /// What is scored.
    Criteria,
    /// How it is decided.
    Rules,
    /// What the stewards agree to.
    Terms,
    /// The season itself, from where it is opened.
    Opening,
}

impl Part {
    /// The parts in their order.
    pub(super) const ALL: [Self; 8] = [
        Self::Dates,
        Self::Categories,
        Self::Eligibility,
        Self::Questions,
        Self::Criteria,
        Self::Rules,
        Self::Terms,
        Self::Opening,
    ];

    /// What comes after it.
    pub(super) fn next(self) -> Option<Self> {
        let place = Self::ALL.iter().position(|part| *part == self)?;
        Self::ALL.get(place + 1).copied()
    }

    /// Where it is set up.
    pub(super) fn path(self, run: &Run) -> String {
        let season = run.season.id;
        let programme = run.programme.id;
        match self {
            Self::Dates => admin::SeasonWords { season }.to_string(),
            Self::Categories => admin::Categories { season }.to_string(),
            Self::Eligibility => admin::EligibilityRules { season }.to_string(),
            Self::Questions => admin::Questions { season }.to_string(),
            Self::Criteria => admin::Criteria { season }.to_string(),
            Self::Rules => admin::Rules { season }.to_string(),
            Self::Terms => admin::TermsVersions { programme }.to_string(),
            Self::Opening => admin::Season { season }.to_string(),
        }
    }

    /// What it is called in a list of what is to be done.
    pub(super) fn title(self, words: &Words) -> String {
        match self {
            Self::Dates => say!(words, "part-dates"),
            Self::Categories => say!(words, "part-categories"),
            Self::Eligibility => say!(words, "part-eligibility"),
            Self::Questions => say!(words, "part-questions"),
            Self::Criteria => say!(words, "part-criteria"),
            Self::Rules => say!(words, "part-rules"),
            Self::Terms => say!(words, "part-terms"),
            Self::Opening => say!(words, "part-opening"),
        }
    }

    /// The words of the link that leads to it from the part before.
    pub(super) fn invitation(self, words: &Words) -> String {
        match self {
            Self::Dates => say!(words, "part-next-dates"),
            Self::Categories => say!(words, "part-next-categories"),
            Self::Eligibility => say!(words, "part-next-eligibility"),
            Self::Questions => say!(words, "part-next-questions"),
            Self::Criteria => say!(words, "part-next-criteria"),
            Self::Rules => say!(words, "part-next-rules"),
            Self::Terms => say!(words, "part-next-terms"),
            Self::Opening => say!(words, "part-next-opening"),
        }
    }
}
