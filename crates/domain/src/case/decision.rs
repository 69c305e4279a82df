//! Decisions on a case: what an administrator or the panel made of it, with a reason, and undone with another.

use super::{Event, Status};
use crate::status::words;

words! {
    /// What was decided.
    pub enum Kind as "kind of decision" {
        /// It is within the rules.
        Eligible = "eligible",
        /// It is outside the rules.
        NotEligible = "not-eligible",
        /// Somebody at the nominee's body confirmed the facts.
        FactsConfirmed = "facts-confirmed",
        /// Somebody at the nominee's body did not confirm them.
        FactsNotConfirmed = "facts-not-confirmed",
        /// It is put forward.
        Shortlisted = "shortlisted",
        /// It is next in line.
        Reserve = "reserve",
        /// It moved up from the reserve.
        Promoted = "promoted",
        /// It is not put forward.
        NotShortlisted = "not-shortlisted",
        /// It won, alone or jointly.
        Awarded = "awarded",
        /// It did not win, and is named with praise.
        HighlyCommended = "highly-commended",
        /// It did not win.
        NotAwarded = "not-awarded",
        /// It was taken out by decision.
        Disqualified = "disqualified",
        /// It was taken out because the nominee wished it.
        Withdrawn = "withdrawn",
    }
}

/// Which decision a move of a case is; none for the moves that undo one or that nobody decides case by case.
pub const fn of(event: Event) -> Option<Kind> {
    match event {
        Event::FindEligible => Some(Kind::Eligible),
        Event::FindNotEligible => Some(Kind::NotEligible),
        Event::Shortlist => Some(Kind::Shortlisted),
        Event::HoldInReserve => Some(Kind::Reserve),
        Event::Promote => Some(Kind::Promoted),
        Event::LeaveOut => Some(Kind::NotShortlisted),
        Event::Award => Some(Kind::Awarded),
        Event::Commend => Some(Kind::HighlyCommended),
        Event::NotAward => Some(Kind::NotAwarded),
        Event::Disqualify => Some(Kind::Disqualified),
        Event::Withdraw => Some(Kind::Withdrawn),
        _ => None,
    }
}

/// Which decisions a move undoes; empty for a move that undoes none.
pub const fn undone_by(event: Event) -> &'static [Kind] {
    match event {
        Event::Reopen => &[Kind::Eligible, Kind::NotEligible],
        Event::UndoShortlist => &[Kind::Shortlisted, Kind::Reserve, Kind::Promoted],
        Event::Readmit => &[Kind::NotShortlisted],
        Event::UndoResolution => &[Kind::Awarded, Kind::HighlyCommended, Kind::NotAwarded],
        _ => &[],
    }
}

/// Whether a decision says who is put forward.
pub const fn is_of_shortlist(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Shortlisted | Kind::Reserve | Kind::Promoted | Kind::NotShortlisted
    )
}

/// Whether a case in this status was laid before the judges, so that the ranking speaks of it.
pub const fn is_ranked(status: Status) -> bool {
    matches!(
        status,
        Status::InJudging
            | Status::Shortlisted
            | Status::Reserve
            | Status::NotShortlisted
            | Status::Awarded
            | Status::HighlyCommended
            | Status::NotAwarded
            | Status::Declined
            | Status::Rescinded
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_that_a_person_decides_is_a_decision_and_every_undo_names_what_it_undoes() {
        let said: Vec<String> = Event::ALL
            .iter()
            .map(|event| {
                let undone: Vec<_> = undone_by(*event).iter().map(Kind::to_string).collect();
                let kind = of(*event).map_or("-", Kind::as_str);
                format!("{event}: {kind}; undoes {}", undone.join(", "))
            })
            .collect();
        insta::assert_snapshot!(said.join("\n"));
    }
}
