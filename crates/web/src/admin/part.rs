//! The parts in which a season is set up, in their order: each page leads on to the next.

pub(super) mod view;

use plaudit_domain::ids::{ProgrammeId, SeasonId};
use plaudit_domain::next_steps::{SETTING_UP, State, Step};

use super::run::Run;
use crate::paths::admin;
use crate::say;
use crate::ui::steps::StepState;
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
    /// The part that a step of setting up is about.
    pub(super) fn of(step: Step) -> Option<Self> {
        Some(match step {
            Step::Dates => Self::Dates,
            Step::Categories => Self::Categories,
            Step::EligibilityRules => Self::Eligibility,
            Step::Questions => Self::Questions,
            Step::Criteria => Self::Criteria,
            Step::Rules => Self::Rules,
            Step::Terms => Self::Terms,
            Step::Open => Self::Opening,
            _ => return None,
        })
    }

    /// What comes after it.
    pub(super) fn next(self) -> Option<Self> {
        SETTING_UP
            .into_iter()
            .filter_map(Self::of)
            .skip_while(|part| *part != self)
            .nth(1)
    }

    /// Where it is set up.
    pub(super) fn path(self, run: &Run) -> String {
        self.path_in(run.programme.id, run.season.id)
    }

    /// The same where only the ids are at hand.
    pub(super) fn path_in(self, programme: ProgrammeId, season: SeasonId) -> String {
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

/// How a step looks that stands so.
pub(super) const fn look(state: State) -> StepState {
    match state {
        State::Done => StepState::Done,
        State::Next => StepState::Next,
        State::Waiting => StepState::Blocked,
    }
}
