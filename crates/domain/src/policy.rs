//! Who may do what, and when: one pure `may_…` per capability, asked by the operation (to refuse) and by the view (to
//! show or hide). That somebody holds the role at all is asked before; another's things are not found.

use jiff::Timestamp;

#[cfg(test)]
use crate::assignment;
use crate::{
    acceptance, case,
    export::Export,
    fact_check, interest,
    membership::Role,
    nomination,
    refusal::Refusal,
    season::{self, Timetable},
    status::NotPossible,
};

mod deciding;
mod meeting;
mod panel;
mod planning;
mod rules;
mod scoring;
mod standing;

pub use deciding::{
    may_decide, may_package, may_publish_results, may_put_forward, may_resolve, may_resolve_in,
    may_see_diagnostics, may_shortlist, may_shortlist_in,
};
pub use meeting::{may_keep_meeting, may_sign, may_stand, may_still_decide, may_vote};
pub use panel::{may_change_panel, may_join_panel, may_preside, may_write_confidentiality};
pub use planning::{may_begin_with, may_move_stage, may_plan, may_stop_planning};
pub use rules::{may_change_rules, may_correct_rules, may_renew_rules};
pub use scoring::{
    may_abstain, may_answer_enquiry, may_enquire, may_reopen, may_reopen_for, may_score,
    may_write_practice,
};
pub use standing::{
    is_early, may_announce, may_change_season, may_find_eligible, may_record_answer, may_take_up,
};

/// A form may be filled in and saved while the season is open, and until the close.
pub fn may_nominate(
    status: season::Status,
    timetable: &Timetable,
    received_at: Timestamp,
) -> Result<(), Refusal> {
    if let Some(closed_at) = timetable
        .closes_at
        .filter(|closes_at| received_at > *closes_at)
    {
        return Err(Refusal::Closed { closed_at });
    }
    match status {
        // A request that was received in time may be answered just after the close has moved the season on.
        season::Status::Screening if timetable.closes_at.is_some() => Ok(()),
        season::Status::Open
            if timetable
                .opens_at
                .is_none_or(|opens_at| received_at >= opens_at) =>
        {
            Ok(())
        }
        season::Status::Open | season::Status::Draft => Err(Refusal::NotOpenYet {
            opens_at: timetable.opens_at,
        }),
        _ => Err(Refusal::Closed {
            closed_at: timetable.closes_at.unwrap_or(received_at),
        }),
    }
}

/// A nominator may amend what was sent until the close, unless it has been decided on; what was returned, while the
/// season is screened.
pub fn may_amend(
    nomination: nomination::Status,
    season: season::Status,
    timetable: &Timetable,
    received_at: Timestamp,
) -> Result<(), Refusal> {
    use nomination::Status::{Draft, Returned, Submitted};
    match nomination {
        Draft | Submitted => may_nominate(season, timetable, received_at),
        Returned => may_screen(season),
        status => Err(NotPossible {
            status,
            event: "amend",
        }
        .into()),
    }
}

/// A nominator may withdraw until judging begins.
pub fn may_withdraw_as_nominator(season: season::Status) -> Result<(), Refusal> {
    use season::Status::{Draft, Open, Screening};
    match season {
        Draft | Open | Screening => Ok(()),
        _ => Err(Refusal::JudgingBegun),
    }
}

/// Questions and eligibility rules may be added, removed and changed in substance until the season opens.
pub fn may_change_questions(season: season::Status) -> Result<(), Refusal> {
    if season == season::Status::Draft {
        Ok(())
    } else {
        Err(Refusal::Locked)
    }
}

/// Dates may be moved while the season is a draft. Once it is open, its opening stays, and its close may come neither
/// before now nor earlier than was said; once it is closed, the close stays too, unless it is put off for everybody. None
/// moves any more once the season is over.
pub fn may_change_dates(
    season: season::Status,
    before: &Timetable,
    after: &Timetable,
    now: Timestamp,
) -> Result<(), Refusal> {
    use season::Status::{Draft, Open};
    let opening_stays = before.opens_at == after.opens_at;
    let close_stays = before.closes_at == after.closes_at;
    let close_later = after.closes_at >= before.closes_at && after.closes_at > Some(now);
    may_change_season(season)?;
    match season {
        _ if !after.out_of_order().is_empty() => Err(Refusal::Incomplete(vec!["dates"])),
        Draft => Ok(()),
        Open if opening_stays && (close_stays || close_later) => Ok(()),
        Open => Err(Refusal::Locked),
        _ if opening_stays && close_stays => Ok(()),
        _ => Err(Refusal::Locked),
    }
}

/// Nominations are closed once their close has passed, and not before: people were promised until then.
pub fn may_close(timetable: &Timetable, now: Timestamp) -> Result<(), Refusal> {
    match timetable.closes_at {
        Some(due_at) if now <= due_at => Err(Refusal::NotYetDue { due_at }),
        _ => Ok(()),
    }
}

/// The close may be put off to an instant still to come, before what follows it.
pub fn may_extend(before: &Timetable, after: &Timetable, now: Timestamp) -> Result<(), Refusal> {
    let later = after.closes_at > before.closes_at && after.closes_at > Some(now);
    if later && after.out_of_order().is_empty() {
        Ok(())
    } else {
        Err(Refusal::Incomplete(vec!["dates"]))
    }
}

/// Words may be corrected while nominations are open too; what is asked stays the same.
pub fn may_correct_words(season: season::Status) -> Result<(), Refusal> {
    match season {
        season::Status::Draft | season::Status::Open => Ok(()),
        _ => Err(Refusal::Locked),
    }
}

/// Nominations are decided on while they come in and while they are screened.
pub fn may_screen(season: season::Status) -> Result<(), Refusal> {
    use season::Status::{Open, Screening};
    match season {
        Open | Screening => Ok(()),
        season::Status::Draft => Err(Refusal::NotOpenYet { opens_at: None }),
        _ => Err(Refusal::JudgingBegun),
    }
}

/// A nominee who did not accept in time may still accept until the shortlist is set, and not after; nor is it taken back then that
/// they did not.
pub fn may_record_acceptance(
    acceptance: acceptance::Status,
    event: acceptance::Event,
    shortlist_is_set: bool,
) -> Result<(), Refusal> {
    use acceptance::Event::{Accept, AcceptAfterAll, TakeBack};
    use acceptance::Status::{Declined, Silent};
    acceptance.after(event)?;
    let comes_in = matches!(
        (acceptance, event),
        (Declined | Silent, Accept | AcceptAfterAll | TakeBack)
    );
    if comes_in && shortlist_is_set {
        Err(Refusal::ShortlistSet)
    } else {
        Ok(())
    }
}

/// A case goes to the judges when it is eligible, its nominee accepts and its facts are confirmed; once screening is
/// over, or later if it was late.
pub fn may_begin_judging(
    season: season::Status,
    case: case::Status,
    acceptance: acceptance::Status,
    fact_check: fact_check::Status,
) -> Result<(), Refusal> {
    if !matches!(season, season::Status::Screening | season::Status::Judging) {
        return Err(Refusal::NotJudging);
    }
    case.after(case::Event::BeginJudging)?;
    // What it was found eligible with may have been taken back since.
    may_find_eligible(acceptance, fact_check)
}

/// A nomination may be joined to a case until that case is decided on for good.
pub fn may_join(case: case::Status) -> Result<(), Refusal> {
    match case {
        case::Status::Forming | case::Status::Eligible => Ok(()),
        status => Err(NotPossible {
            status,
            event: "join",
        }
        .into()),
    }
}

/// The fact check is recorded, and asked for again, until the case goes to the judges.
pub fn may_record_fact_check(case: case::Status) -> Result<(), Refusal> {
    match case {
        case::Status::Forming | case::Status::NotEligible | case::Status::Eligible => Ok(()),
        status => Err(NotPossible {
            status,
            event: "record-fact-check",
        }
        .into()),
    }
}

/// Referees are named and taken off while nominations come in, are screened and judged: whoever is one judges none of it, so
/// that nothing changes any more once the panel meets on what is locked.
pub fn may_change_referees(season: season::Status, case: case::Status) -> Result<(), Refusal> {
    use case::Status::{Eligible, Forming, InJudging, NotEligible, Reserve, Shortlisted};
    match season {
        season::Status::Open | season::Status::Screening | season::Status::Judging => {}
        season::Status::Deliberation => return Err(Refusal::MeetingBegun),
        _ => return Err(Refusal::NotJudging),
    }
    match case {
        Forming | NotEligible | Eligible | InJudging | Shortlisted | Reserve => Ok(()),
        status => Err(NotPossible {
            status,
            event: "change-referees",
        }
        .into()),
    }
}

/// Which role may take which file away; whoever may not is told that there is no such file.
///
/// Of the panel's files whoever keeps a meeting has its sheet, which holds what its room shows them; the others wait until
/// what is kept from the recused is kept from their files too.
pub fn may_export(role: Role, export: Export) -> Result<(), Refusal> {
    match (role, export) {
        (
            Role::Administrator,
            Export::Nominations
            | Export::Cases
            | Export::Scores
            | Export::Judges
            | Export::Conflicts
            | Export::History
            | Export::Ranking
            | Export::Shortlist
            | Export::Confidentiality
            | Export::Package,
        )
        | (Role::Administrator | Role::Chair | Role::Deputy, Export::Meeting)
        | (Role::Administrator | Role::Chair | Role::Deputy | Role::Secretary, Export::CasePack)
        | (Role::Judge, Export::Pack) => Ok(()),
        _ => Err(Refusal::OtherRole),
    }
}

/// Whether a season has come so far that such a file holds anything; a page of files says so where it has not.
pub fn has_file(season: season::Status, export: Export) -> Result<(), Refusal> {
    use season::Status::{Announced, Archived, Decided, Deliberation, Judging};
    match export {
        Export::Scores | Export::Ranking | Export::Shortlist => match season {
            Judging | Deliberation | Decided | Announced | Archived => Ok(()),
            _ => Err(Refusal::NotJudging),
        },
        Export::Meeting => match season {
            Deliberation | Decided | Announced | Archived => Ok(()),
            _ => Err(Refusal::NotDeliberating),
        },
        Export::Package => may_package(season),
        Export::Nominations
        | Export::Cases
        | Export::Judges
        | Export::Conflicts
        | Export::History
        | Export::Pack
        | Export::CasePack
        | Export::Confidentiality => Ok(()),
    }
}

/// A judge may open a case's content once the question of interests is answered, and answered well.
pub fn may_read_case(interest: interest::Status) -> Result<(), Refusal> {
    match interest {
        interest::Status::None | interest::Status::MayJudge => Ok(()),
        interest::Status::Asked => Err(Refusal::InterestNotDeclared),
        interest::Status::Declared | interest::Status::Unsure => Err(Refusal::RulingPending),
        interest::Status::Recused => Err(Refusal::Recused),
    }
}

/// The question of interests is answered from screening on, and anew until the case has opened; a conflict that is found
/// later is told while the season is in judging.
pub fn may_declare(
    season: season::Status,
    interest: interest::Status,
    event: interest::Event,
) -> Result<(), Refusal> {
    use interest::Event::{RuleMayJudge, RuleRecused};
    if interest == interest::Status::Recused {
        return Err(Refusal::Recused);
    }
    if matches!(event, RuleMayJudge | RuleRecused) {
        return Err(Refusal::RulingPending);
    }
    let in_time = match event {
        interest::Event::Recuse => season == season::Status::Judging,
        _ => may_answer_sheet(season).is_ok(),
    };
    if !in_time {
        return Err(Refusal::NotJudging);
    }
    interest.after(event)?;
    Ok(())
}

/// The sheet of interests is answered once there are cases to be asked about, and until the scores are locked.
pub fn may_answer_sheet(season: season::Status) -> Result<(), Refusal> {
    match season {
        season::Status::Screening | season::Status::Judging => Ok(()),
        _ => Err(Refusal::NotJudging),
    }
}

/// Whoever rules on interests does so from the screening's end until the panel has resolved.
pub fn may_rule(
    season: season::Status,
    interest: interest::Status,
    event: interest::Event,
) -> Result<(), Refusal> {
    use interest::Event::{Recuse, RuleMayJudge, RuleRecused};
    use season::Status::{Deliberation, Judging, Screening};
    if !matches!(event, RuleMayJudge | RuleRecused | Recuse) {
        return Err(Refusal::InterestNotDeclared);
    }
    if !matches!(season, Screening | Judging | Deliberation) {
        return Err(Refusal::NotJudging);
    }
    interest.after(event)?;
    Ok(())
}

#[cfg(test)]
mod table;

#[cfg(test)]
mod tests;
