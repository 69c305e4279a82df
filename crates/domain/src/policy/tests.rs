//! The edges of single permissions: deadlines to the microsecond, quorums, floors.

use super::*;

fn timetable() -> Timetable {
    Timetable {
        opens_at: Some("2027-01-11T09:00:00Z".parse().expect("an instant")),
        closes_at: Some("2027-03-04T12:00:00Z".parse().expect("an instant")),
        ..Timetable::default()
    }
}

#[test]
fn a_nomination_received_at_the_deadline_counts_and_a_later_one_does_not() {
    let timetable = timetable();
    let closed_at = timetable.closes_at.expect("a close");
    assert_eq!(
        may_nominate(season::Status::Open, &timetable, closed_at),
        Ok(())
    );
    let late = closed_at + jiff::SignedDuration::from_micros(1);
    assert_eq!(
        may_nominate(season::Status::Open, &timetable, late),
        Err(Refusal::Closed { closed_at })
    );
}

#[test]
fn what_was_received_in_time_counts_though_the_season_has_moved_on() {
    let timetable = timetable();
    let closed_at = timetable.closes_at.expect("a close");
    let late = closed_at + jiff::SignedDuration::from_micros(1);
    let screening = season::Status::Screening;
    assert_eq!(may_nominate(screening, &timetable, closed_at), Ok(()));
    assert_eq!(
        may_nominate(screening, &timetable, late),
        Err(Refusal::Closed { closed_at })
    );
    assert!(may_nominate(season::Status::Judging, &timetable, closed_at).is_err());
}

#[test]
fn nothing_is_received_before_the_opening() {
    let early = "2027-01-11T08:59:59Z".parse().expect("an instant");
    let expected = Err(Refusal::NotOpenYet {
        opens_at: timetable().opens_at,
    });
    assert_eq!(
        may_nominate(season::Status::Open, &timetable(), early),
        expected
    );
    assert_eq!(
        may_nominate(season::Status::Draft, &timetable(), early),
        expected
    );
}

#[test]
fn a_case_opens_only_after_the_question_of_interests() {
    use interest::Status;
    let answers: Vec<_> = Status::ALL
        .iter()
        .map(|status| may_read_case(*status))
        .collect();
    assert_eq!(
        answers,
        [
            Err(Refusal::InterestNotDeclared),
            Ok(()),
            Err(Refusal::RulingPending),
            Err(Refusal::RulingPending),
            Ok(()),
            Err(Refusal::Recused),
        ],
    );
}

#[test]
fn scores_are_saved_in_judging_only_and_not_after_a_submit() {
    use assignment::Status;
    let none = interest::Status::None;
    assert_eq!(
        may_score(season::Status::Judging, none, Status::Scoring),
        Ok(())
    );
    assert_eq!(
        may_score(season::Status::Deliberation, none, Status::Scoring),
        Err(Refusal::NotJudging)
    );
    assert!(may_score(season::Status::Judging, none, Status::Submitted).is_err());
    assert_eq!(
        may_reopen(season::Status::Judging, none, Status::Submitted),
        Ok(())
    );
    assert!(may_reopen(season::Status::Judging, none, Status::Locked).is_err());
}

#[test]
fn the_shortlist_wants_quorum_and_merit() {
    let may = |received, merit| {
        may_shortlist(
            season::Status::Judging,
            case::Status::InJudging,
            received,
            3,
            merit,
        )
    };
    assert_eq!(may(3, true), Ok(()));
    assert_eq!(
        may(2, true),
        Err(Refusal::NoQuorum {
            received: 2,
            needed: 3
        })
    );
    assert_eq!(may(3, false), Err(Refusal::BelowMeritFloor));
}
