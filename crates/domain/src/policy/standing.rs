//! What may still be changed of a season as a whole: nothing once its result is public, or it was called off.

use jiff::Timestamp;

use super::may_change_panel;
use crate::{
    acceptance, case, fact_check,
    refusal::Refusal,
    season::{Status, Timetable},
    status::NotPossible,
};

/// Whatever is set up or recorded in a season may be changed until its result is announced or it is called off. From then on it
/// can only be read: what is public was decided by what stands there.
pub fn may_change_season(season: Status) -> Result<(), Refusal> {
    use Status::{
        Announced, Archived, Cancelled, Decided, Deliberation, Draft, Judging, Open, Screening,
    };
    match season {
        Draft | Open | Screening | Judging | Deliberation | Decided => Ok(()),
        Announced | Archived | Cancelled => Err(Refusal::SeasonOver),
    }
}

/// What a nominee was told and answered is recorded while the season goes on, and taken back until the case goes to the judges.
/// That they withdraw is theirs to say at any time.
pub fn may_record_answer(
    season: Status,
    case: case::Status,
    event: acceptance::Event,
) -> Result<(), Refusal> {
    use case::Status::{Eligible, Forming, NotEligible};
    if event == acceptance::Event::Withdraw {
        return Ok(());
    }
    may_change_season(season)?;
    if event == acceptance::Event::TakeBack && !matches!(case, Forming | NotEligible | Eligible) {
        return Err(NotPossible {
            status: case,
            event,
        }
        .into());
    }
    Ok(())
}

/// A case is found eligible once its nominee has accepted and its facts are confirmed: what would speak against it is known by
/// then.
pub fn may_find_eligible(
    acceptance: acceptance::Status,
    fact_check: fact_check::Status,
) -> Result<(), Refusal> {
    if acceptance != acceptance::Status::Accepted {
        return Err(Refusal::NotAccepted);
    }
    if fact_check == fact_check::Status::Received {
        Ok(())
    } else {
        Err(Refusal::NotFactChecked)
    }
}

/// A role on a panel is taken up as long as the panel can change; turning it down changes nobody's panel.
pub fn may_take_up(season: Status) -> Result<(), Refusal> {
    may_change_panel(season)
}

/// The result is announced at the published time or later. Earlier it needs a reason: people were told another time.
pub fn may_announce(
    timetable: &Timetable,
    now: Timestamp,
    has_reason: bool,
) -> Result<(), Refusal> {
    if is_early(timetable, now) && !has_reason {
        Err(Refusal::ReasonNeeded)
    } else {
        Ok(())
    }
}

/// Whether it is before the published time of the announcement.
pub fn is_early(timetable: &Timetable, now: Timestamp) -> bool {
    timetable.announcement_at.is_some_and(|at| now < at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::may_change_dates;

    const OVER: [Status; 3] = [Status::Announced, Status::Archived, Status::Cancelled];

    fn refused(may: impl Fn(Status) -> Result<(), Refusal>) -> Vec<Status> {
        (Status::ALL.iter().copied())
            .filter(|season| may(*season).is_err())
            .collect()
    }

    #[test]
    fn nothing_of_a_season_changes_from_the_announcement_on_or_once_it_is_called_off() {
        assert_eq!(refused(may_change_season), OVER);
        let now = "2027-11-01T12:00:00Z".parse().expect("an instant");
        let dates = Timetable::default();
        for season in OVER {
            assert_eq!(may_change_season(season), Err(Refusal::SeasonOver));
            assert_eq!(
                may_change_dates(season, &dates, &dates, now),
                Err(Refusal::SeasonOver)
            );
        }
        let stays = |season| may_change_dates(season, &dates, &dates, now);
        assert_eq!(refused(stays), OVER);
    }

    #[test]
    fn an_answer_is_recorded_until_then_and_a_withdrawal_for_ever() {
        for event in acceptance::Event::ALL {
            let may = |season| may_record_answer(season, case::Status::Eligible, *event);
            let expected = match event {
                acceptance::Event::Withdraw => Vec::new(),
                _ => OVER.to_vec(),
            };
            assert_eq!(refused(may), expected, "{event}");
        }
    }

    #[test]
    fn an_answer_is_taken_back_until_the_case_goes_to_the_judges() {
        use case::Status::{Eligible, Forming, NotEligible};
        let event = acceptance::Event::TakeBack;
        let allowed: Vec<_> = (case::Status::ALL.iter().copied())
            .filter(|case| may_record_answer(Status::Screening, *case, event).is_ok())
            .collect();
        assert_eq!(allowed, [Forming, Eligible, NotEligible]);
    }

    #[test]
    fn a_case_is_eligible_once_its_nominee_accepted_and_its_facts_are_confirmed() {
        for acceptance in acceptance::Status::ALL {
            for check in fact_check::Status::ALL {
                let expected = match (acceptance, check) {
                    (acceptance::Status::Accepted, fact_check::Status::Received) => Ok(()),
                    (acceptance::Status::Accepted, _) => Err(Refusal::NotFactChecked),
                    _ => Err(Refusal::NotAccepted),
                };
                assert_eq!(may_find_eligible(*acceptance, *check), expected);
            }
        }
    }

    #[test]
    fn a_panel_says_why_it_no_longer_changes() {
        assert_eq!(may_take_up(Status::Deliberation), Ok(()));
        assert_eq!(may_take_up(Status::Decided), Err(Refusal::PanelResolved));
        for season in OVER {
            assert_eq!(may_take_up(season), Err(Refusal::SeasonOver));
        }
    }

    #[test]
    fn an_announcement_before_its_published_time_needs_a_reason() {
        let at: Timestamp = "2027-10-13T10:00:00Z".parse().expect("an instant");
        let dates = Timetable {
            announcement_at: Some(at),
            ..Timetable::default()
        };
        let early = at - jiff::SignedDuration::from_micros(1);
        assert_eq!(
            may_announce(&dates, early, false),
            Err(Refusal::ReasonNeeded)
        );
        assert_eq!(may_announce(&dates, early, true), Ok(()));
        assert_eq!(may_announce(&dates, at, false), Ok(()));
        assert_eq!(may_announce(&Timetable::default(), early, false), Ok(()));
    }
}
