//! How judging ends: what is put forward, what the panel resolves, and when the season is decided.

use crate::{case, refusal::Refusal, season, status::NotPossible};

/// A case may be shortlisted while its scores are being looked at, if it reaches the quorum and the merit floor.
pub fn may_shortlist(
    season: season::Status,
    case: case::Status,
    received: u32,
    quorum: u32,
    reaches_merit_floor: bool,
) -> Result<(), Refusal> {
    may_shortlist_in(season)?;
    case.after(case::Event::Shortlist)?;
    may_put_forward(received, quorum, reaches_merit_floor)
}

/// What the scorecards must say of a case that is put forward or held in reserve: no reason departs from it.
pub fn may_put_forward(
    received: u32,
    quorum: u32,
    reaches_merit_floor: bool,
) -> Result<(), Refusal> {
    if received < quorum {
        return Err(Refusal::NoQuorum {
            received,
            needed: quorum,
        });
    }
    if reaches_merit_floor {
        Ok(())
    } else {
        Err(Refusal::BelowMeritFloor)
    }
}

/// The shortlist is made and unmade in judging and deliberation, before the resolution.
pub fn may_shortlist_in(season: season::Status) -> Result<(), Refusal> {
    match season {
        season::Status::Judging | season::Status::Deliberation => Ok(()),
        _ => Err(Refusal::NotJudging),
    }
}

/// What the panel resolved is recorded, and taken back, while the season is in deliberation.
pub fn may_resolve_in(season: season::Status) -> Result<(), Refusal> {
    match season {
        season::Status::Deliberation => Ok(()),
        _ => Err(Refusal::NotDeliberating),
    }
}

/// A finalist wins, is commended or wins nothing, and until the season is decided that can be taken back.
pub fn may_resolve(
    season: season::Status,
    case: case::Status,
    event: case::Event,
) -> Result<(), Refusal> {
    use case::Event::{Award, Commend, NotAward, UndoResolution};
    may_resolve_in(season)?;
    if !matches!(event, Award | Commend | NotAward | UndoResolution) {
        return Err(NotPossible {
            status: case,
            event,
        }
        .into());
    }
    case.after(event)?;
    Ok(())
}

/// The results package is made of scores that nobody can change any more.
pub fn may_package(season: season::Status) -> Result<(), Refusal> {
    are_locked(season)
}

/// What of a category's results may be told in public: once its resolution is signed, or, where nobody was there to sign one,
/// the season is decided.
pub fn may_publish_results(season: season::Status, is_signed: bool) -> Result<(), Refusal> {
    may_package(season)?;
    if is_signed || season != season::Status::Deliberation {
        Ok(())
    } else {
        Err(Refusal::NotResolved)
    }
}

/// What the scores say of the panel is shown to who chairs it once nobody can change a score any more: it must not move one.
pub fn may_see_diagnostics(season: season::Status) -> Result<(), Refusal> {
    are_locked(season)
}

/// Refuses while a score may still change.
fn are_locked(season: season::Status) -> Result<(), Refusal> {
    match season {
        season::Status::Deliberation
        | season::Status::Decided
        | season::Status::Announced
        | season::Status::Archived => Ok(()),
        _ => Err(Refusal::NotLockedYet),
    }
}

/// A season is decided once every finalist's result is recorded. That nobody won is a result.
pub fn may_decide(unsettled: u64) -> Result<(), Refusal> {
    match unsettled {
        0 => Ok(()),
        cases => Err(Refusal::Unsettled { cases }),
    }
}
