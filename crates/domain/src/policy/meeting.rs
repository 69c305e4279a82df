//! Who does what at the panel's meeting, and when a result may stand.

use super::may_preside;
use crate::{
    case::Event,
    deliberation::Count,
    membership::Role,
    refusal::Refusal,
    rule_set::{Deciding, Meeting},
};

/// The meeting is kept by whoever presides, and by the secretary, while they are not out. For calling cases and noting who is
/// there that is out of the case at hand; for recording results, and for opening and counting ballots, out of any case of the
/// category, since each is a rival of the others.
pub fn may_keep_meeting(role: Role, is_out: bool, chair_is_able: bool) -> Result<(), Refusal> {
    match role {
        Role::Secretary if is_out => Err(Refusal::Recused),
        Role::Secretary => Ok(()),
        role => may_preside(role, is_out, chair_is_able),
    }
}

/// Who votes: chair, deputy and judges who are out of none of the cases that the panel decides between, and have read
/// this one.
pub fn may_vote(
    role: Role,
    is_out: bool,
    is_out_of_a_rival: bool,
    has_read: bool,
) -> Result<(), Refusal> {
    if !role.scores() {
        Err(Refusal::OtherRole)
    } else if is_out {
        Err(Refusal::Recused)
    } else if is_out_of_a_rival {
        Err(Refusal::NoVote)
    } else if has_read {
        Ok(())
    } else {
        Err(Refusal::NotRead { judges: 1 })
    }
}

/// A result stands if enough voting judges are present, each of them has read the case, and, where the programme votes,
/// the ballot that was counted last supports it.
pub fn may_stand(
    meeting: Meeting,
    present: u32,
    unread: u32,
    counted: Option<&Count>,
    event: Event,
) -> Result<(), Refusal> {
    if present < meeting.quorum {
        return Err(Refusal::MeetingTooSmall {
            present,
            needed: meeting.quorum,
        });
    }
    if unread > 0 {
        return Err(Refusal::NotRead { judges: unread });
    }
    match (meeting.deciding, counted) {
        (Deciding::Consensus, _) => Ok(()),
        (Deciding::Ballot, None) => Err(Refusal::NoBallot),
        (Deciding::Ballot, Some(count)) => count.supports(event),
    }
}

/// Nothing of a category is decided, undone or moved once its resolution is signed.
pub fn may_still_decide(is_signed: bool) -> Result<(), Refusal> {
    if is_signed {
        Err(Refusal::Resolved)
    } else {
        Ok(())
    }
}

/// The resolution is signed by the chair; by the deputy where the chair is out of one of its cases, or there is none;
/// once every finalist has a result.
pub fn may_sign(
    role: Role,
    is_out: bool,
    chair_is_able: bool,
    unsettled: u64,
) -> Result<(), Refusal> {
    may_preside(role, is_out, chair_is_able)?;
    super::may_decide(unsettled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_presides_and_the_secretary_keep_the_meeting_in_cases_that_they_are_not_out_of() {
        assert_eq!(may_keep_meeting(Role::Secretary, false, true), Ok(()));
        assert_eq!(
            may_keep_meeting(Role::Secretary, true, true),
            Err(Refusal::Recused)
        );
        assert_eq!(may_keep_meeting(Role::Chair, false, true), Ok(()));
        assert_eq!(
            may_keep_meeting(Role::Chair, true, false),
            Err(Refusal::Recused)
        );
        assert_eq!(may_keep_meeting(Role::Deputy, false, false), Ok(()));
        for role in [Role::Deputy, Role::Judge, Role::Observer] {
            assert_eq!(
                may_keep_meeting(role, false, true),
                Err(Refusal::OtherRole),
                "{role}"
            );
        }
    }

    #[test]
    fn a_judge_votes_on_what_they_have_read_unless_they_are_out_of_it_or_of_a_rival() {
        assert_eq!(may_vote(Role::Judge, false, false, true), Ok(()));
        assert_eq!(
            may_vote(Role::Judge, true, true, true),
            Err(Refusal::Recused)
        );
        assert_eq!(
            may_vote(Role::Chair, false, true, true),
            Err(Refusal::NoVote)
        );
        assert_eq!(
            may_vote(Role::Deputy, false, false, false),
            Err(Refusal::NotRead { judges: 1 })
        );
        for role in [Role::Secretary, Role::Observer] {
            assert_eq!(
                may_vote(role, false, false, true),
                Err(Refusal::OtherRole),
                "{role}"
            );
        }
    }

    #[test]
    fn a_result_stands_with_a_quorum_that_has_read_and_a_majority_where_votes_are_taken() {
        let of = |deciding, quorum| Meeting { deciding, quorum };
        let stands = |meeting, present, unread, counted: Option<&Count>| {
            may_stand(meeting, present, unread, counted, Event::Award)
        };
        let talked = of(Deciding::Consensus, 3);
        assert_eq!(stands(talked, 3, 0, None), Ok(()));
        assert_eq!(
            stands(talked, 2, 0, None),
            Err(Refusal::MeetingTooSmall {
                present: 2,
                needed: 3
            })
        );
        assert_eq!(
            stands(talked, 3, 2, None),
            Err(Refusal::NotRead { judges: 2 })
        );
        let voted = of(Deciding::Ballot, 0);
        assert_eq!(stands(voted, 0, 0, None), Err(Refusal::NoBallot));
        assert_eq!(stands(voted, 3, 0, Some(&Count([2, 1, 0, 0]))), Ok(()));
        assert_eq!(
            stands(voted, 3, 0, Some(&Count([1, 1, 0, 0]))),
            Err(Refusal::NoMajority)
        );
    }

    #[test]
    fn the_chair_signs_or_the_deputy_in_their_place_and_nobody_before_all_is_settled() {
        assert_eq!(may_sign(Role::Chair, false, true, 0), Ok(()));
        assert_eq!(may_sign(Role::Deputy, false, false, 0), Ok(()));
        assert_eq!(
            may_sign(Role::Deputy, false, true, 0),
            Err(Refusal::OtherRole)
        );
        assert_eq!(
            may_sign(Role::Secretary, false, true, 0),
            Err(Refusal::OtherRole)
        );
        assert_eq!(
            may_sign(Role::Chair, false, true, 2),
            Err(Refusal::Unsettled { cases: 2 })
        );
        assert_eq!(may_still_decide(true), Err(Refusal::Resolved));
        assert_eq!(may_still_decide(false), Ok(()));
    }
}
