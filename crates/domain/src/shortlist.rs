//! The shortlist: what the panel puts forward, and where it departs from what the ranking supports.

use crate::{
    case::{Event, Status},
    policy,
    refusal::Refusal,
    season::Season,
    stage::Kind,
    standing::{Place, Standing},
};

/// Whether this move departs from the ranking, so that it needs a reason: putting forward what lies outside the cut,
/// or passing over what lies within it or was never ranked.
pub fn departs(place: &Place, event: Event) -> bool {
    match event {
        Event::Shortlist | Event::Promote => !place.is_within_cut,
        Event::HoldInReserve => place.is_within_cut,
        Event::LeaveOut => place.is_within_cut || place.is_insufficient(),
        _ => false,
    }
}

/// How a case comes off what was decided of its place: what was left out is in judging again, as is what was put forward.
pub const fn undoing(status: Status) -> Event {
    match status {
        Status::NotShortlisted => Event::Readmit,
        _ => Event::UndoShortlist,
    }
}

/// What is left in judging at the resolution is not shortlisted: nothing else became of it. Where that departs from the ranking
/// somebody decides on it first, with a reason.
pub fn may_settle<'a>(rest: impl IntoIterator<Item = &'a Place>) -> Result<(), Refusal> {
    let departing = rest
        .into_iter()
        .filter(|place| departs(place, Event::LeaveOut))
        .count();
    match u64::try_from(departing).unwrap_or(u64::MAX) {
        0 => Ok(()),
        cases => Err(Refusal::Undecided { cases }),
    }
}

/// Once the finalists are interviewed the shortlist stays as it is, but for a reserve who moves up. Who is neither on it nor in
/// reserve may still be left out, and put back: every case has an end before the panel resolves.
pub fn may_change_in(stage: Kind, event: Event) -> Result<(), Refusal> {
    match (stage, event) {
        (Kind::Interview, Event::Promote | Event::LeaveOut | Event::Readmit)
        | (Kind::Sift | Kind::Scoring, _) => Ok(()),
        (Kind::Interview, _) => Err(Refusal::InterviewOn),
    }
}

/// Whether a case of this season may be moved so now.
pub fn may_move(season: &Season, event: Event) -> Result<(), Refusal> {
    policy::may_shortlist_in(season.status)?;
    may_change_in(season.stage, event)
}

/// How many cases may be put forward: the rule set's size, or more where cases are tied at the cut.
pub fn room(size: u32, standing: &Standing) -> u32 {
    let within = standing
        .places
        .iter()
        .filter(|place| place.is_within_cut)
        .count();
    size.max(u32::try_from(within).unwrap_or(u32::MAX))
}

/// There is room for one more finalist.
pub fn may_add(size: u32, standing: &Standing, already: u32) -> Result<(), Refusal> {
    if already < room(size, standing) {
        Ok(())
    } else {
        Err(Refusal::ShortlistFull { size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule_set::Method;
    use crate::standing::{Basis, Used};

    fn place(rank: Option<u32>, is_within_cut: bool) -> Place {
        Place {
            case: uuid::Uuid::nil().into(),
            rank,
            is_tied: false,
            received: if rank.is_some() { 3 } else { 2 },
            required: 3,
            recusals: 0,
            figures: None,
            is_below_merit_floor: false,
            is_within_cut,
            at_the_cut: None,
        }
    }

    #[test]
    fn only_a_departure_from_the_ranking_needs_a_reason() {
        let within = place(Some(1), true);
        let outside = place(Some(6), false);
        let unranked = place(None, false);
        let departures = |event| [&within, &outside, &unranked].map(|place| departs(place, event));
        assert_eq!(departures(Event::Shortlist), [false, true, true]);
        assert_eq!(departures(Event::HoldInReserve), [true, false, false]);
        assert_eq!(departures(Event::LeaveOut), [true, false, true]);
    }

    #[test]
    fn the_resolution_leaves_out_what_the_ranking_does_and_nothing_else() {
        let (within, outside, unranked) = (
            place(Some(1), true),
            place(Some(6), false),
            place(None, false),
        );
        assert_eq!(may_settle([&outside, &outside]), Ok(()));
        assert_eq!(
            may_settle([&outside, &within, &unranked]),
            Err(Refusal::Undecided { cases: 2 })
        );
    }

    #[test]
    fn what_was_left_out_and_what_was_put_forward_are_in_judging_again() {
        for status in [Status::NotShortlisted, Status::Shortlisted, Status::Reserve] {
            assert_eq!(
                status.after(undoing(status)),
                Ok(Status::InJudging),
                "{status}"
            );
        }
    }

    #[test]
    fn while_finalists_are_interviewed_a_reserve_moves_up_and_who_is_left_may_be_left_out() {
        let may = |stage| {
            [
                Event::Promote,
                Event::LeaveOut,
                Event::Readmit,
                Event::Shortlist,
                Event::HoldInReserve,
                Event::UndoShortlist,
            ]
            .map(|event| may_change_in(stage, event).is_ok())
        };
        assert_eq!(may(Kind::Scoring), [true; 6]);
        assert_eq!(
            may(Kind::Interview),
            [true, true, true, false, false, false]
        );
    }

    #[test]
    fn cases_tied_at_the_cut_all_find_room_and_no_more_than_those() {
        let standing = |within: usize| Standing {
            basis: Basis {
                asked: Method::Mean,
                used: Used::Method(Method::Mean),
                notes: Vec::new(),
            },
            places: vec![place(Some(1), true); within],
        };
        assert_eq!(may_add(2, &standing(3), 2), Ok(()));
        assert_eq!(
            may_add(2, &standing(3), 3),
            Err(Refusal::ShortlistFull { size: 2 })
        );
        assert_eq!(
            may_add(2, &standing(1), 2),
            Err(Refusal::ShortlistFull { size: 2 })
        );
    }
}
