//! What needs doing next in a season, in the order in which it is done.

use jiff::Timestamp;

use crate::{
    season::{Readiness, Season, Status},
    status::words,
};

mod later;
mod sooner;

pub use sooner::{SETTING_UP, beginning};

words! {
    /// Something that an administrator does once in a season, or as often as it comes up.
    pub enum Step as "step" {
        /// Say whose programme it is.
        Stewards = "stewards",
        /// Set up a season of it.
        Season = "season",
        /// Set every date.
        Dates = "dates",
        /// Name what is won.
        Categories = "categories",
        /// Write the yes-or-no rules of who may be put forward; a season can do without.
        EligibilityRules = "eligibility-rules",
        /// Write the questions.
        Questions = "questions",
        /// Write the criteria, and say what each point means.
        Criteria = "criteria",
        /// Say how it is decided.
        Rules = "rules",
        /// Have a version of the terms approved.
        Terms = "terms",
        /// Open the season for nominations.
        Open = "open",
        /// Let people know where they can nominate.
        Share = "share",
        /// Ask who judges, until as many as a case needs have accepted.
        Panel = "panel",
        /// Chase nominators who have not confirmed their address.
        Confirmations = "confirmations",
        /// Accept each nomination into a case, or find it ineligible.
        Screening = "screening",
        /// Tell each nominee, and record the answer.
        Acceptances = "acceptances",
        /// Have somebody at each nominee's body confirm the facts.
        FactChecks = "fact-checks",
        /// Find each case eligible or not.
        Eligibility = "eligibility",
        /// Have every administrator say in which cases they have an interest.
        OwnSheets = "own-sheets",
        /// Have the panel say in which cases they have an interest.
        Sheets = "sheets",
        /// Begin judging.
        BeginJudging = "begin-judging",
        /// Rule on the interests that judges declared.
        Rulings = "rulings",
        /// Answer what judges asked.
        Enquiries = "enquiries",
        /// Chase judges who have not begun.
        Judges = "judges",
        /// See that every case has the scorecards that it needs.
        Quorum = "quorum",
        /// Make the shortlist.
        Shortlist = "shortlist",
        /// The stage that is on is over: say who goes on to the next.
        NextStage = "next-stage",
        /// Lock the scorecards for the panel's meeting.
        BeginDeliberation = "begin-deliberation",
        /// Record what the panel resolved of each finalist.
        Outcome = "outcome",
        /// Sign the resolution off.
        Decide = "decide",
        /// Make the result public.
        Announce = "announce",
        /// Archive the season.
        Archive = "archive",
    }
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing is left to do.
    Done,
    /// It can be done now.
    Next,
    /// It waits for something else.
    Waiting,
}

words! {
    /// What a step waits for.
    pub enum WaitsFor as "what a step waits for" {
        /// The steps that stand before it.
        StepsAbove = "steps-above",
        /// The first nomination.
        Nominations = "nominations",
        /// The close of nominations.
        Close = "close",
        /// The first case.
        Cases = "cases",
        /// Judges, as many as a case needs.
        Panel = "panel",
        /// The first case on a judge's desk.
        Assignments = "assignments",
        /// A case with as many scorecards as it needs.
        Scorecards = "scorecards",
    }
}

/// A step with how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What is to be done.
    pub step: Step,
    /// How it stands.
    pub state: State,
    /// How many things are left to do; 0 where it is one thing.
    pub left: u64,
    /// By when.
    pub due_at: Option<Timestamp>,
    /// What it waits for, while it waits.
    pub waits_for: Option<WaitsFor>,
}

/// How much of everything there is in a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Whether a stage comes after the one that is on.
    pub has_later_stage: bool,
    /// Whether the chair rules on interests, and no administrator does.
    pub chair_rules: bool,
    /// Nominations that were sent, whatever became of them.
    pub nominations: u64,
    /// Nominations that were sent and whose nominator has not confirmed.
    pub unconfirmed: u64,
    /// Nominations that wait for a decision.
    pub submitted: u64,
    /// Cases, except those taken out.
    pub cases: u64,
    /// Cases that are forming.
    pub forming: u64,
    /// Cases that are eligible and not yet with the judges.
    pub eligible: u64,
    /// Cases before judging whose nominee has not accepted.
    pub not_accepted: u64,
    /// Cases before judging whose nominee has not been told.
    pub not_told: u64,
    /// Cases before judging whose facts are not confirmed.
    pub not_checked: u64,
    /// Cases that judges read.
    pub in_judging: u64,
    /// Cases that are put forward or held in reserve.
    pub put_forward: u64,
    /// Cases that are left out of the shortlist.
    pub left_out: u64,
    /// Finalists of whom the panel's result is not recorded.
    pub unsettled: u64,
    /// Finalists of whom it is.
    pub settled: u64,
    /// Interests that wait for a ruling.
    pub rulings: u64,
    /// How many scorecards a case needs, and so how many judges.
    pub quorum: u64,
    /// Who was asked to judge and has not answered.
    pub invited: u64,
    /// Who accepted to judge.
    pub accepted: u64,
    /// Whether the panel has a sheet of interests: there is none where judges read without names.
    pub has_sheets: bool,
    /// Who accepted to judge and has not answered for every case on their sheet.
    pub sheets: u64,
    /// Cases on the sheet of whoever looks that they have not answered for.
    pub own_sheet: u64,
    /// Administrators who have not answered for every case on theirs, whoever looks among them.
    pub own_sheets: u64,
    /// Questions of judges that wait for an answer.
    pub enquiries: u64,
    /// Judges who have assignments.
    pub judges: u64,
    /// Judges who have assignments and have begun none.
    pub not_begun: u64,
    /// Cases in judging with fewer scorecards than the quorum.
    pub below_quorum: u64,
    /// Scorecards that count.
    pub received: u64,
    /// Scorecards that were asked for.
    pub assigned: u64,
}

/// The steps of this season in their order. `readiness` is asked of a draft only.
pub fn next_steps(season: &Season, readiness: Option<&Readiness>, tally: &Tally) -> Vec<NextStep> {
    match (season.status, readiness) {
        (Status::Draft, Some(readiness)) => sooner::setting_up(season, readiness),
        (Status::Open | Status::Screening, _) => sooner::screening(season, tally),
        (Status::Judging, _) => later::judging(season, tally),
        (Status::Deliberation | Status::Decided | Status::Announced, _) => {
            later::deciding(season, tally)
        }
        _ => Vec::new(),
    }
}

impl NextStep {
    /// A step that stands so, with nothing to count.
    const fn new(step: Step, state: State, due_at: Option<Timestamp>) -> Self {
        Self {
            step,
            state,
            left: 0,
            due_at,
            waits_for: None,
        }
    }

    /// One that is done, or can be done now.
    const fn done_if(step: Step, is_done: bool, due_at: Option<Timestamp>) -> Self {
        let state = if is_done { State::Done } else { State::Next };
        Self::new(step, state, due_at)
    }

    /// One that can be made now, unless it waits for something.
    const fn unless(step: Step, waits_for: Option<WaitsFor>, due_at: Option<Timestamp>) -> Self {
        let state = if waits_for.is_some() {
            State::Waiting
        } else {
            State::Next
        };
        Self {
            waits_for,
            ..Self::new(step, state, due_at)
        }
    }

    /// One that is done once nothing is left of it; it waits while there is nothing to begin with.
    const fn of(step: Step, left: u64, waits_for: Option<WaitsFor>) -> Self {
        let state = match (left, waits_for) {
            (0, None) => State::Done,
            (0, Some(_)) => State::Waiting,
            _ => State::Next,
        };
        let waits_for = match state {
            State::Waiting => waits_for,
            State::Done | State::Next => None,
        };
        Self {
            step,
            state,
            left,
            due_at: None,
            waits_for,
        }
    }

    const fn by(self, due_at: Option<Timestamp>) -> Self {
        Self { due_at, ..self }
    }
}

/// What is waited for while something is not so.
fn until(is_so: bool, waits_for: WaitsFor) -> Option<WaitsFor> {
    (!is_so).then_some(waits_for)
}

#[cfg(test)]
mod tests;
