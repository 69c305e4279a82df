//! What needs doing next in a season, in the order in which it is done.

use jiff::Timestamp;

use crate::{
    season::{Readiness, Season, Status},
    stage::Kind,
    status::words,
};

words! {
    /// Something that an administrator does once in a season, or as often as it comes up.
    pub enum Step as "step" {
        /// Have a version of the terms approved.
        Terms = "terms",
        /// Set every date.
        Dates = "dates",
        /// Write the questions.
        Questions = "questions",
        /// Write the criteria, and name what is won.
        Criteria = "criteria",
        /// Open the season for nominations.
        Open = "open",
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
        /// Hand the cases to the judges.
        BeginJudging = "begin-judging",
        /// Rule on the interests that judges declared.
        Rulings = "rulings",
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
        /// Close the books.
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
    /// Cases before judging whose facts are not confirmed.
    pub not_checked: u64,
    /// Cases that judges read.
    pub in_judging: u64,
    /// Cases that are put forward or held in reserve.
    pub put_forward: u64,
    /// Finalists of whom the panel's result is not recorded.
    pub unsettled: u64,
    /// Finalists of whom it is.
    pub settled: u64,
    /// Interests that wait for a ruling.
    pub rulings: u64,
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
        (Status::Draft, Some(readiness)) => setting_up(season, readiness),
        (Status::Open | Status::Screening, _) => screening(season, tally),
        (Status::Judging, _) => judging(season, tally),
        (Status::Deliberation | Status::Decided | Status::Announced, _) => deciding(season, tally),
        _ => Vec::new(),
    }
}

fn setting_up(season: &Season, ready: &Readiness) -> Vec<NextStep> {
    let opens_at = season.timetable.opens_at;
    let step = |step, done: bool| NextStep {
        step,
        state: if done { State::Done } else { State::Next },
        left: 0,
        due_at: opens_at,
    };
    let complete = ready.missing().is_empty();
    vec![
        step(Step::Terms, ready.terms_approved),
        step(Step::Dates, ready.dates_complete),
        step(Step::Questions, ready.has_questions),
        step(
            Step::Criteria,
            ready.has_criteria
                && ready.scales_described
                && ready.has_category
                && ready.rule_set.is_some(),
        ),
        NextStep {
            step: Step::Open,
            state: if complete {
                State::Next
            } else {
                State::Waiting
            },
            left: 0,
            due_at: opens_at,
        },
    ]
}

/// A step that is done once nothing is left of it; it waits while there is nothing to begin with.
fn of(step: Step, left: u64, any: bool, due_at: Option<Timestamp>) -> NextStep {
    let state = match (left, any) {
        (0, true) => State::Done,
        (0, false) => State::Waiting,
        _ => State::Next,
    };
    NextStep {
        step,
        state,
        left,
        due_at,
    }
}

fn screening(season: &Season, tally: &Tally) -> Vec<NextStep> {
    let closes_at = season.timetable.closes_at;
    let any = tally.nominations > 0;
    let cases = tally.cases > 0;
    let all_decided = tally.submitted == 0 && tally.forming == 0;
    let may_begin = season.status == Status::Screening
        && all_decided
        && tally.eligible > 0
        && tally.not_accepted == 0
        && tally.not_checked == 0;
    vec![
        of(Step::Confirmations, tally.unconfirmed, any, closes_at),
        of(Step::Screening, tally.submitted, any, None),
        of(Step::Acceptances, tally.not_accepted, cases, None),
        of(Step::FactChecks, tally.not_checked, cases, None),
        of(Step::Eligibility, tally.forming, cases, None),
        NextStep {
            step: Step::BeginJudging,
            state: if may_begin {
                State::Next
            } else {
                State::Waiting
            },
            left: tally.eligible,
            due_at: None,
        },
    ]
}

fn shortlist(season: &Season, tally: &Tally) -> NextStep {
    NextStep {
        step: Step::Shortlist,
        // It is made once nobody waits: a case on which nobody decided is left to do.
        state: if tally.put_forward + tally.settled > 0 && tally.in_judging == 0 {
            State::Done
        } else if tally.put_forward + tally.settled > 0 || tally.in_judging > tally.below_quorum {
            State::Next
        } else {
            State::Waiting
        },
        left: 0,
        due_at: season.timetable.decision_at,
    }
}

fn judging(season: &Season, tally: &Tally) -> Vec<NextStep> {
    let due = season.timetable.judging_ends_at;
    let judged = tally.in_judging + tally.put_forward > 0;
    let ready = tally.put_forward > 0 && tally.rulings == 0;
    let mut steps = Vec::new();
    if tally.submitted + tally.eligible > 0 {
        steps.push(of(Step::Screening, tally.submitted, true, None));
        steps.push(of(Step::BeginJudging, tally.eligible, true, None));
    }
    if season.stage == Kind::Sift {
        let is_voted = tally.in_judging > 0 && tally.below_quorum == 0 && tally.rulings == 0;
        steps.extend([
            of(Step::Rulings, tally.rulings, true, None),
            of(Step::Judges, tally.not_begun, tally.judges > 0, None),
            of(Step::Quorum, tally.below_quorum, judged, None),
            moves(Step::NextStage, is_voted, None),
        ]);
        return steps;
    }
    steps.extend([
        of(Step::Rulings, tally.rulings, true, None),
        of(Step::Judges, tally.not_begun, tally.judges > 0, due),
    ]);
    if season.stage == Kind::Scoring {
        steps.push(of(Step::Quorum, tally.below_quorum, judged, due));
        steps.push(shortlist(season, tally));
    }
    let onward = if tally.has_later_stage {
        Step::NextStage
    } else {
        Step::BeginDeliberation
    };
    steps.push(moves(onward, ready, season.timetable.decision_at));
    steps
}

/// A move of the season, which can be made now or waits for what stands before it.
fn moves(step: Step, ready: bool, due_at: Option<Timestamp>) -> NextStep {
    NextStep {
        step,
        state: if ready { State::Next } else { State::Waiting },
        left: 0,
        due_at,
    }
}

/// From the panel's meeting to the end. A meeting that resolves on no finalist makes no award.
fn deciding(season: &Season, tally: &Tally) -> Vec<NextStep> {
    let dates = &season.timetable;
    let done = |step| NextStep {
        step,
        state: State::Done,
        left: 0,
        due_at: None,
    };
    let outcome = of(Step::Outcome, tally.unsettled, true, dates.decision_at);
    match season.status {
        Status::Deliberation => vec![
            of(Step::Rulings, tally.rulings, true, None),
            shortlist(season, tally),
            outcome,
            moves(Step::Decide, tally.unsettled == 0, dates.decision_at),
            moves(Step::Announce, false, dates.announcement_at),
        ],
        Status::Decided => vec![
            done(Step::Outcome),
            done(Step::Decide),
            moves(Step::Announce, true, dates.announcement_at),
        ],
        _ => vec![done(Step::Announce), moves(Step::Archive, true, None)],
    }
}

#[cfg(test)]
mod tests;
