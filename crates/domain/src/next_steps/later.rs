//! From the beginning of judging to the archive.

use super::{NextStep, State, Step, Tally, WaitsFor, until};
use crate::{
    season::{Season, Status},
    stage::Kind,
};

fn shortlist(season: &Season, tally: &Tally) -> NextStep {
    let due_at = season.timetable.decision_at;
    let is_begun = tally.put_forward + tally.settled + tally.left_out > 0;
    // It is made once nobody waits: a case on which nobody decided is left to do.
    if is_begun && tally.in_judging == 0 {
        return NextStep::new(Step::Shortlist, State::Done, due_at);
    }
    let may_begin = is_begun || tally.in_judging > tally.below_quorum;
    let step = NextStep::unless(
        Step::Shortlist,
        until(may_begin, WaitsFor::Scorecards),
        due_at,
    );
    NextStep {
        left: if is_begun { tally.in_judging } else { 0 },
        ..step
    }
}

/// What judges asked, while any of it waits for an answer.
fn enquiries(tally: &Tally) -> Option<NextStep> {
    (tally.enquiries > 0).then(|| NextStep::of(Step::Enquiries, tally.enquiries, None))
}

pub(super) fn judging(season: &Season, tally: &Tally) -> Vec<NextStep> {
    let due = season.timetable.judging_ends_at;
    let before_judges = until(
        tally.in_judging + tally.put_forward + tally.left_out > 0,
        WaitsFor::Assignments,
    );
    let assigned = until(tally.judges > 0, WaitsFor::Assignments);
    let mut steps = Vec::new();
    if tally.submitted + tally.eligible > 0 {
        steps.push(NextStep::of(Step::Screening, tally.submitted, None));
        steps.push(NextStep::of(Step::BeginJudging, tally.eligible, None));
    }
    steps.push(NextStep::of(Step::Rulings, tally.rulings, None));
    steps.extend(enquiries(tally));
    let chased = NextStep::of(Step::Judges, tally.not_begun, assigned);
    let quorum = NextStep::of(Step::Quorum, tally.below_quorum, before_judges);
    if season.stage == Kind::Sift {
        let is_voted = tally.in_judging > 0 && tally.below_quorum == 0 && tally.rulings == 0;
        steps.extend([
            chased,
            quorum,
            NextStep::unless(Step::NextStage, until(is_voted, WaitsFor::StepsAbove), None),
        ]);
        return steps;
    }
    steps.push(chased.by(due));
    if season.stage == Kind::Scoring {
        steps.push(quorum.by(due));
        steps.push(shortlist(season, tally));
    }
    let onward = if tally.has_later_stage {
        Step::NextStage
    } else {
        Step::BeginDeliberation
    };
    // A panel may put nobody forward, and make no award.
    let is_shortlisted = tally.put_forward > 0 || tally.in_judging == 0 && tally.left_out > 0;
    let ready = is_shortlisted && tally.rulings == 0;
    steps.push(NextStep::unless(
        onward,
        until(ready, WaitsFor::StepsAbove),
        season.timetable.decision_at,
    ));
    steps
}

/// From the panel's meeting to the end. A meeting that resolves on no finalist makes no award.
pub(super) fn deciding(season: &Season, tally: &Tally) -> Vec<NextStep> {
    let dates = &season.timetable;
    let done = |step| NextStep::new(step, State::Done, None);
    let above = |is_so| until(is_so, WaitsFor::StepsAbove);
    match season.status {
        Status::Deliberation => {
            let mut steps = vec![NextStep::of(Step::Rulings, tally.rulings, None)];
            steps.extend(enquiries(tally));
            steps.extend([
                shortlist(season, tally),
                NextStep::of(Step::Outcome, tally.unsettled, None).by(dates.decision_at),
                NextStep::unless(Step::Decide, above(tally.unsettled == 0), dates.decision_at),
                NextStep::unless(Step::Announce, above(false), dates.announcement_at),
            ]);
            steps
        }
        Status::Decided => vec![
            done(Step::Outcome),
            done(Step::Decide),
            NextStep::unless(Step::Announce, None, dates.announcement_at),
        ],
        _ => vec![
            done(Step::Announce),
            NextStep::unless(Step::Archive, None, None),
        ],
    }
}
