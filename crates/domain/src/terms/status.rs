//! The life of one version of a programme's terms.

use crate::status::{Life, NotPossible, words};

words! {
    /// Where a version of the terms stands.
    pub enum Status as "terms status" {
        /// Being written. Every version begins here.
        Draft = "draft",
        /// Before the stewards' executives; its text does not change.
        UnderApproval = "under-approval",
        /// Every steward's executives have approved it: a season may open on it.
        Approved = "approved",
        /// A later version was approved in its place.
        Superseded = "superseded",
    }
}

words! {
    /// What can happen to a version of the terms.
    pub enum Event as "terms event" {
        /// An administrator puts it before the stewards' executives.
        SendForApproval = "send-for-approval",
        /// The last steward's executives have approved.
        Approve = "approve",
        /// An executive declines.
        Refuse = "refuse",
        /// Its text is to change, so it goes back to be written.
        Change = "change",
        /// A later version was approved.
        Supersede = "supersede",
    }
}

impl Event {
    /// Whether it may only happen with a reason, which the ledger keeps.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Refuse | Self::Change)
    }
}

impl Life for Status {
    const OF: &'static str = "terms";
}

impl Status {
    /// The whole life of a version of the terms. A pair that is not listed cannot happen.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Draft, Event::SendForApproval) => Ok(Self::UnderApproval),
            (Self::UnderApproval, Event::Approve) => Ok(Self::Approved),
            (Self::UnderApproval, Event::Refuse | Event::Change) => Ok(Self::Draft),
            (Self::Approved, Event::Supersede) => Ok(Self::Superseded),
            (status, event) => Err(NotPossible { status, event }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Status};

    #[test]
    fn the_life_of_the_terms_is_this_table() {
        insta::assert_snapshot!(crate::status::table(
            Status::ALL,
            Event::ALL,
            Status::after,
            Event::needs_reason
        ));
    }
}
