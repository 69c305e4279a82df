//! The life of a nomination, from the nominator's draft to its place in a case.
//!
//! That the nominator's address is confirmed is a fact with a time and no status: an unconfirmed nomination that was
//! sent in time counts, and is chased.

use crate::status::{Life, NotPossible, words};

words! {
    /// Where a nomination stands.
    pub enum Status as "nomination status" {
        /// Being written, or received after the close. Every nomination begins here, if only for a moment.
        Draft = "draft",
        /// Sent, and waiting for the administrator.
        Submitted = "submitted",
        /// Given back to the nominator, with a note and a date.
        Returned = "returned",
        /// Joined to a case.
        Accepted = "accepted",
        /// Against the rules of eligibility, by an administrator's decision.
        Ineligible = "ineligible",
        /// Not completed in time; still readable.
        Lapsed = "lapsed",
        /// Taken back, for good.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What can happen to a nomination.
    pub enum Event as "nomination event" {
        /// The nominator sends it, for the first time or after completing it; until the close.
        Submit = "submit",
        /// An administrator gives it back for completion; the reason is the note that the nominator reads.
        Return = "return",
        /// An administrator joins it to a case.
        Accept = "accept",
        /// An administrator takes it out of the case to which it was joined.
        TellApart = "tell-apart",
        /// An administrator decides that it is not eligible.
        FindIneligible = "find-ineligible",
        /// An administrator takes that decision back.
        Reopen = "reopen",
        /// Its time ran out: the close for a draft, the date of its return for a returned one.
        Lapse = "lapse",
        /// The season's close is put off, so a lapsed draft may be finished; the reason is the extension's.
        Extend = "extend",
        /// An administrator admits it after the close.
        AdmitLate = "admit-late",
        /// The nominator takes it back; `policy` allows that until judging begins.
        WithdrawByNominator = "withdraw-by-nominator",
        /// The nominee takes it back, at any time and without a reason.
        WithdrawByNominee = "withdraw-by-nominee",
    }
}

impl Event {
    /// Whether it may only happen with a reason, which the ledger keeps.
    pub const fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::Return
                | Self::TellApart
                | Self::FindIneligible
                | Self::Reopen
                | Self::Extend
                | Self::AdmitLate
        )
    }
}

impl Life for Status {
    const OF: &'static str = "nomination";
}

impl Status {
    /// The whole life of a nomination. A pair that is not listed cannot happen.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Draft | Self::Returned, Event::Submit)
            | (Self::Accepted, Event::TellApart)
            | (Self::Ineligible, Event::Reopen)
            | (Self::Lapsed, Event::AdmitLate) => Ok(Self::Submitted),
            (Self::Submitted, Event::Return) => Ok(Self::Returned),
            (Self::Submitted, Event::Accept) => Ok(Self::Accepted),
            (Self::Submitted, Event::FindIneligible) => Ok(Self::Ineligible),
            (Self::Draft | Self::Returned, Event::Lapse) => Ok(Self::Lapsed),
            (Self::Lapsed, Event::Extend) => Ok(Self::Draft),
            (
                Self::Draft
                | Self::Submitted
                | Self::Returned
                | Self::Accepted
                | Self::Ineligible
                | Self::Lapsed,
                Event::WithdrawByNominator | Event::WithdrawByNominee,
            ) => Ok(Self::Withdrawn),
            (status, event) => Err(NotPossible { status, event }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Status};

    #[test]
    fn the_life_of_a_nomination_is_this_table() {
        insta::assert_snapshot!(crate::status::table(
            Status::ALL,
            Event::ALL,
            Status::after,
            Event::needs_reason
        ));
    }
}
