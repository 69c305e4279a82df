//! From an empty programme to the beginning of judging.

use super::{NextStep, State, Step, Tally, WaitsFor, until};
use crate::season::{Readiness, Season, Status};

/// The parts in which a season is set up, in the order in which they are best done, and its opening.
pub const SETTING_UP: [Step; 8] = [
    Step::Dates,
    Step::Categories,
    Step::EligibilityRules,
    Step::Questions,
    Step::Criteria,
    Step::Rules,
    Step::Terms,
    Step::Open,
];

/// The steps of a programme that has no season yet.
pub fn beginning(has_stewards: bool, has_approved_terms: bool) -> Vec<NextStep> {
    vec![
        NextStep::done_if(Step::Stewards, has_stewards, None),
        NextStep::done_if(Step::Season, false, None),
        NextStep::done_if(Step::Terms, has_approved_terms, None),
    ]
}

pub(super) fn setting_up(season: &Season, ready: &Readiness) -> Vec<NextStep> {
    let opens_at = season.timetable.opens_at;
    let missing = until(ready.missing().is_empty(), WaitsFor::StepsAbove);
    SETTING_UP
        .into_iter()
        .map(|step| {
            let is_done = match step {
                Step::Dates => ready.dates_complete,
                Step::Categories => ready.has_category,
                Step::EligibilityRules => ready.has_eligibility_rules,
                Step::Questions => ready.has_questions,
                Step::Criteria => ready.has_criteria && ready.scales_described,
                Step::Rules => ready.rule_set.is_some(),
                Step::Terms => ready.terms_approved,
                _ => return NextStep::unless(step, missing, opens_at),
            };
            NextStep::done_if(step, is_done, opens_at)
        })
        .collect()
}

/// While nominations come in, and until judging begins. What can be done before the first nomination stands first.
pub(super) fn screening(season: &Season, tally: &Tally) -> Vec<NextStep> {
    let is_open = season.status == Status::Open;
    let nominations = until(tally.nominations > 0, WaitsFor::Nominations);
    let cases = until(tally.cases > 0, WaitsFor::Cases);
    let mut steps = Vec::new();
    if is_open {
        steps.push(NextStep::done_if(
            Step::Share,
            tally.nominations > 0,
            season.timetable.closes_at,
        ));
    }
    steps.push(NextStep::of(
        Step::Panel,
        tally.quorum.saturating_sub(tally.accepted),
        None,
    ));
    steps.extend([
        confirmations(season, tally, nominations),
        NextStep::of(Step::Screening, tally.submitted, nominations),
    ]);
    if !is_open {
        steps.push(NextStep::of(Step::OwnSheets, tally.own_sheets, cases));
    }
    steps.extend([
        NextStep::of(Step::Acceptances, tally.not_accepted, cases),
        NextStep::of(Step::FactChecks, tally.not_checked, cases),
        NextStep::of(Step::Eligibility, tally.forming, cases),
    ]);
    if !is_open && tally.has_sheets {
        let eligible = until(tally.eligible > 0, WaitsFor::StepsAbove);
        steps.push(NextStep::of(Step::Sheets, tally.sheets, eligible));
    }
    if tally.rulings > 0 {
        steps.push(NextStep::of(Step::Rulings, tally.rulings, None));
    }
    steps.push(NextStep {
        left: tally.eligible,
        ..NextStep::unless(Step::BeginJudging, before_judging(season, tally), None)
    });
    steps
}

/// After the close nobody is chased any more: what was sent in time counts, confirmed or not.
fn confirmations(season: &Season, tally: &Tally, waits_for: Option<WaitsFor>) -> NextStep {
    let step = NextStep::of(Step::Confirmations, tally.unconfirmed, waits_for);
    if season.status == Status::Open {
        return step.by(season.timetable.closes_at);
    }
    match step.state {
        State::Next => NextStep {
            state: State::Done,
            ..step
        },
        State::Done | State::Waiting => step,
    }
}

/// What judging had better wait for. That an interest waits for a ruling is none of it: its judge waits, and nobody else.
fn before_judging(season: &Season, tally: &Tally) -> Option<WaitsFor> {
    let decided = tally.submitted == 0
        && tally.forming == 0
        && tally.not_accepted == 0
        && tally.not_checked == 0;
    [
        until(season.status == Status::Screening, WaitsFor::Close),
        until(tally.cases > 0, WaitsFor::Cases),
        until(tally.accepted >= tally.quorum, WaitsFor::Panel),
        until(decided && tally.eligible > 0, WaitsFor::StepsAbove),
    ]
    .into_iter()
    .flatten()
    .next()
}
