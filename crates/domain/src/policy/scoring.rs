//! What judges may do with their scorecards, and what surrounds them.

use super::may_read_case;
use crate::{assignment, interest, refusal::Refusal, season};

/// A judge may score while the season is in judging, the case is open to them and their scorecard is not submitted.
pub fn may_score(
    season: season::Status,
    interest: interest::Status,
    assignment: assignment::Status,
) -> Result<(), Refusal> {
    may_move_scorecard(season, interest, assignment, assignment::Event::SaveScores)
}

/// A judge may take a submitted scorecard back until it is locked.
pub fn may_reopen(
    season: season::Status,
    interest: interest::Status,
    assignment: assignment::Status,
) -> Result<(), Refusal> {
    // What the panel meets on stays as it was locked.
    if season == season::Status::Deliberation {
        may_read_case(interest)?;
        return Err(Refusal::MeetingBegun);
    }
    may_move_scorecard(season, interest, assignment, assignment::Event::Reopen)
}

/// Whoever presides opens a scorecard again that is in or locked, while judging goes on; not while the panel meets on what
/// is locked: the meeting is broken off before.
pub fn may_reopen_for(
    season: season::Status,
    assignment: assignment::Status,
) -> Result<(), Refusal> {
    match season {
        season::Status::Judging => {
            assignment.after(assignment::Event::ReopenByChair)?;
            Ok(())
        }
        season::Status::Deliberation => Err(Refusal::MeetingBegun),
        _ => Err(Refusal::NotJudging),
    }
}

/// A judge may abstain from a case that is open to them while their scorecard is not submitted.
pub fn may_abstain(
    season: season::Status,
    interest: interest::Status,
    assignment: assignment::Status,
) -> Result<(), Refusal> {
    may_move_scorecard(season, interest, assignment, assignment::Event::Abstain)
}

/// A judge may ask the secretary about a case that is open to them, while the season is in judging.
pub fn may_enquire(season: season::Status, interest: interest::Status) -> Result<(), Refusal> {
    may_read_case(interest)?;
    may_answer_enquiry(season)
}

/// The secretary answers while the season is in judging, so that every judge of the case can still weigh it.
pub fn may_answer_enquiry(season: season::Status) -> Result<(), Refusal> {
    match season {
        season::Status::Judging => Ok(()),
        _ => Err(Refusal::NotJudging),
    }
}

/// The practice case is written until judging ends: it is no part of what the season is judged by.
pub fn may_write_practice(season: season::Status) -> Result<(), Refusal> {
    use season::Status::{Draft, Judging, Open, Screening};
    match season {
        Draft | Open | Screening | Judging => Ok(()),
        _ => Err(Refusal::NotJudging),
    }
}

/// What a judge does with a scorecard of their own is done in judging, and in a case that is open to them.
fn may_move_scorecard(
    season: season::Status,
    interest: interest::Status,
    assignment: assignment::Status,
    event: assignment::Event,
) -> Result<(), Refusal> {
    may_read_case(interest)?;
    if season != season::Status::Judging {
        return Err(Refusal::NotJudging);
    }
    assignment.after(event)?;
    Ok(())
}
