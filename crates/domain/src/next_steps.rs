//! What needs doing next in a season, in the order in which it is done.

use jiff::Timestamp;

use crate::{
    season::{Readiness, Season, Status},
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
        state: if tally.put_forward + tally.settled > 0 {
            State::Done
        } else if tally.in_judging > tally.below_quorum {
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
    steps.extend([
        of(Step::Rulings, tally.rulings, true, None),
        of(Step::Judges, tally.not_begun, tally.judges > 0, due),
        of(Step::Quorum, tally.below_quorum, judged, due),
        shortlist(season, tally),
        moves(Step::BeginDeliberation, ready, season.timetable.decision_at),
    ]);
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
mod tests {
    use super::*;
    use crate::{season::Timetable, text::Texts};

    fn season(status: Status) -> Season {
        Season {
            id: uuid::Uuid::nil().into(),
            programme: uuid::Uuid::nil().into(),
            name: "2027".into(),
            status,
            timetable: Timetable::default(),
            declaration: Texts::default(),
            claims: crate::season::ClaimsAsked::default(),
            revision: 1,
            version: 1,
        }
    }

    fn said(steps: &[NextStep]) -> Vec<String> {
        steps
            .iter()
            .map(|step| format!("{} {:?} {}", step.step, step.state, step.left))
            .collect()
    }

    #[test]
    fn a_season_opens_once_everything_before_it_is_done() {
        let mut ready = Readiness {
            terms_approved: true,
            dates_complete: true,
            has_questions: true,
            has_criteria: true,
            scales_described: true,
            has_category: true,
            rule_set: None,
        };
        let draft = season(Status::Draft);
        let tally = Tally::default();
        let steps = next_steps(&draft, Some(&ready), &tally);
        assert_eq!(
            said(&steps)[3..],
            ["criteria Next 0".to_owned(), "open Waiting 0".to_owned()]
        );
        ready.rule_set = Some(uuid::Uuid::nil().into());
        let steps = next_steps(&draft, Some(&ready), &tally);
        assert_eq!(
            said(&steps)[3..],
            ["criteria Done 0".to_owned(), "open Next 0".to_owned()]
        );
    }

    #[test]
    fn judging_begins_after_the_close_when_every_case_is_ready() {
        let mut tally = Tally {
            nominations: 3,
            unconfirmed: 1,
            cases: 2,
            eligible: 2,
            not_accepted: 1,
            ..Tally::default()
        };
        let steps = next_steps(&season(Status::Screening), None, &tally);
        assert_eq!(
            said(&steps),
            [
                "confirmations Next 1",
                "screening Done 0",
                "acceptances Next 1",
                "fact-checks Done 0",
                "eligibility Done 0",
                "begin-judging Waiting 2",
            ]
        );
        tally.not_accepted = 0;
        let last = |status| next_steps(&season(status), None, &tally)[5].state;
        assert_eq!(last(Status::Screening), State::Next);
        assert_eq!(last(Status::Open), State::Waiting);
    }

    #[test]
    fn the_shortlist_comes_when_a_case_has_its_scorecards() {
        let tally = |below_quorum| Tally {
            in_judging: 2,
            judges: 3,
            below_quorum,
            ..Tally::default()
        };
        let shortlist = |below| {
            let steps = next_steps(&season(Status::Judging), None, &tally(below));
            steps[3].state
        };
        assert_eq!(shortlist(2), State::Waiting);
        assert_eq!(shortlist(1), State::Next);
    }

    #[test]
    fn the_panel_meets_once_finalists_stand_and_no_interest_waits() {
        let mut tally = Tally {
            in_judging: 2,
            put_forward: 2,
            rulings: 1,
            ..Tally::default()
        };
        let last = |tally: &Tally| {
            let steps = next_steps(&season(Status::Judging), None, tally);
            said(&steps[3..])
        };
        assert_eq!(
            last(&tally),
            ["shortlist Done 0", "begin-deliberation Waiting 0"]
        );
        tally.rulings = 0;
        assert_eq!(last(&tally)[1], "begin-deliberation Next 0");
    }

    #[test]
    fn the_meeting_ends_when_every_finalist_has_a_result_and_leads_to_the_announcement() {
        let steps = |status, unsettled| {
            let tally = Tally {
                unsettled,
                put_forward: unsettled,
                settled: 2 - unsettled,
                ..Tally::default()
            };
            said(&next_steps(&season(status), None, &tally))
        };
        assert_eq!(
            steps(Status::Deliberation, 1)[1..],
            [
                "shortlist Done 0",
                "outcome Next 1",
                "decide Waiting 0",
                "announce Waiting 0"
            ]
        );
        assert_eq!(
            steps(Status::Deliberation, 0)[2..],
            ["outcome Done 0", "decide Next 0", "announce Waiting 0"]
        );
        assert_eq!(
            steps(Status::Decided, 0),
            ["outcome Done 0", "decide Done 0", "announce Next 0"]
        );
        assert_eq!(
            steps(Status::Announced, 0),
            ["announce Done 0", "archive Next 0"]
        );
    }

    #[test]
    fn a_season_that_is_over_asks_for_nothing() {
        for status in [Status::Archived, Status::Cancelled] {
            assert_eq!(next_steps(&season(status), None, &Tally::default()), []);
        }
    }
}
