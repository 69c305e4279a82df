//! The life of a case, from the first nomination joined to it to what became of it.

use crate::status::{Life, NotPossible, words};

words! {
    /// Where a case stands.
    pub enum Status as "case status" {
        /// Nominations, references and the fact check are coming together. Every case begins here.
        Forming = "forming",
        /// An administrator found it within the rules.
        Eligible = "eligible",
        /// An administrator found it outside the rules.
        NotEligible = "not-eligible",
        /// Its assignments are published and judges read it.
        InJudging = "in-judging",
        /// Put forward to the deliberation: the nominee is a finalist.
        Shortlisted = "shortlisted",
        /// Next in line, should a finalist drop out.
        Reserve = "reserve",
        /// Judged, and not put forward. A case on which nobody has decided stays in judging until the resolution.
        NotShortlisted = "not-shortlisted",
        /// Won, alone or jointly; provisional until the resolution.
        Awarded = "awarded",
        /// Did not win, and is named with praise; provisional until the resolution.
        HighlyCommended = "highly-commended",
        /// A finalist that did not win; provisional until the resolution.
        NotAwarded = "not-awarded",
        /// Won, and the nominee declined the award: the prize is passed on by the panel, or goes to nobody.
        Declined = "declined",
        /// The award was taken back after the announcement; the roll of honour is corrected, not erased.
        Rescinded = "rescinded",
        /// Taken out because the nominee wished it, or no nomination was left.
        Withdrawn = "withdrawn",
        /// Taken out by decision.
        Disqualified = "disqualified",
    }
}

words! {
    /// What can happen to a case.
    pub enum Event as "case event" {
        /// An administrator decides that it is eligible.
        FindEligible = "find-eligible",
        /// An administrator decides that it is not.
        FindNotEligible = "find-not-eligible",
        /// An administrator takes either decision back; `policy` allows it until judging begins.
        Reopen = "reopen",
        /// Its assignments are published.
        BeginJudging = "begin-judging",
        /// An administrator or the chair puts it forward; the shortlist as a whole carries its reason.
        Shortlist = "shortlist",
        /// An administrator or the chair puts it next in line.
        HoldInReserve = "hold-in-reserve",
        /// It is told apart from those that are put forward or next in line: by hand, or with the resolution.
        LeaveOut = "leave-out",
        /// A reserve moves up to the shortlist that was already set.
        Promote = "promote",
        /// It is taken off the shortlist or the reserve; `policy` allows it until the resolution.
        UndoShortlist = "undo-shortlist",
        /// That it was left out is taken back, or the move to the next stage that left it out; `policy` allows it until the
        /// resolution.
        Readmit = "readmit",
        /// The panel awards, alone or jointly.
        Award = "award",
        /// The panel commends.
        Commend = "commend",
        /// The panel awards another case, or makes no award.
        NotAward = "not-award",
        /// What the panel resolved of it is taken back; `policy` allows it until the season is decided.
        UndoResolution = "undo-resolution",
        /// The nominee declines the award.
        Decline = "decline",
        /// The award is taken back; `policy` allows it from the announcement on.
        Rescind = "rescind",
        /// The nominee withdraws, at any time and without a reason, or its last nomination is withdrawn.
        Withdraw = "withdraw",
        /// An administrator, with the panel, takes it out.
        Disqualify = "disqualify",
    }
}

impl Event {
    /// Whether it may only happen with a reason, which the ledger keeps.
    pub const fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::FindNotEligible
                | Self::Reopen
                | Self::Promote
                | Self::UndoShortlist
                | Self::Readmit
                | Self::Award
                | Self::Commend
                | Self::NotAward
                | Self::UndoResolution
                | Self::Rescind
                | Self::Disqualify
        )
    }
}

impl Life for Status {
    const OF: &'static str = "case";
}

impl Status {
    /// The whole life of a case. A pair that is not listed cannot happen.
    ///
    /// Being withdrawn or disqualified can befall it in any status, and is the end of it.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Forming, Event::FindEligible) => Ok(Self::Eligible),
            (Self::Forming, Event::FindNotEligible) => Ok(Self::NotEligible),
            (Self::Eligible | Self::NotEligible, Event::Reopen) => Ok(Self::Forming),
            (Self::Eligible, Event::BeginJudging)
            | (Self::Shortlisted | Self::Reserve, Event::UndoShortlist)
            | (Self::NotShortlisted, Event::Readmit) => Ok(Self::InJudging),
            (Self::InJudging, Event::Shortlist)
            | (Self::Reserve, Event::Promote)
            | (Self::Awarded | Self::HighlyCommended | Self::NotAwarded, Event::UndoResolution) => {
                Ok(Self::Shortlisted)
            }
            (Self::InJudging, Event::HoldInReserve) => Ok(Self::Reserve),
            (Self::InJudging, Event::LeaveOut) => Ok(Self::NotShortlisted),
            (Self::Shortlisted, Event::Award) => Ok(Self::Awarded),
            (Self::Shortlisted, Event::Commend) => Ok(Self::HighlyCommended),
            (Self::Shortlisted, Event::NotAward) => Ok(Self::NotAwarded),
            (Self::Awarded, Event::Decline) => Ok(Self::Declined),
            (Self::Awarded, Event::Rescind) => Ok(Self::Rescinded),
            (Self::Withdrawn | Self::Disqualified, event) => Err(NotPossible {
                status: self,
                event,
            }),
            (_, Event::Withdraw) => Ok(Self::Withdrawn),
            (_, Event::Disqualify) => Ok(Self::Disqualified),
            (status, event) => Err(NotPossible { status, event }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Status};

    #[test]
    fn the_life_of_a_case_is_this_table() {
        insta::assert_snapshot!(crate::status::table(
            Status::ALL,
            Event::ALL,
            Status::after,
            Event::needs_reason
        ));
    }
}
