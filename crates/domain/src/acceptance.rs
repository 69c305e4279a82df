//! The nominee's own word on being put forward: told, then accepting, declining or silent.

use crate::status::{Life, NotPossible, words};

words! {
    /// Where the acceptance by the nominee stands.
    pub enum Status as "acceptance status" {
        /// The nominee has not been told yet. Every acceptance begins here.
        Untold = "untold",
        /// The nominee has been told, with the privacy notice, and has not answered.
        Told = "told",
        /// The nominee accepts being put forward.
        Accepted = "accepted",
        /// The nominee does not wish to be put forward; judges learn nothing of the reason.
        Declined = "declined",
        /// The nominee did not answer in time.
        Silent = "silent",
        /// The nominee had accepted and has withdrawn, for good.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What can happen to an acceptance. The nominee causes each answer; an administrator may record one that came
    /// by letter or telephone.
    pub enum Event as "acceptance event" {
        /// The administrator tells the nominee: this is when the privacy clock stops.
        Tell = "tell",
        /// The nominee accepts, in time or late; `policy` allows it until the shortlist is set.
        Accept = "accept",
        /// The nominee declines.
        Decline = "decline",
        /// The time to answer is over.
        FallSilent = "fall-silent",
        /// The nominee had declined and accepts after all; `policy` allows it until the shortlist is set.
        AcceptAfterAll = "accept-after-all",
        /// That the nominee was told was recorded in error: the privacy clock runs again.
        Untell = "untell",
        /// The nominee had accepted and withdraws, at any time and without a reason.
        Withdraw = "withdraw",
    }
}

impl Event {
    /// Whether it may only happen with a reason, which the ledger keeps.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::AcceptAfterAll | Self::Untell)
    }
}

impl Life for Status {
    const OF: &'static str = "acceptance";
}

impl Status {
    /// The whole life of an acceptance. A pair that is not listed cannot happen.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Untold, Event::Tell) => Ok(Self::Told),
            (Self::Told, Event::Untell) => Ok(Self::Untold),
            (Self::Told | Self::Silent, Event::Accept)
            | (Self::Declined, Event::AcceptAfterAll) => Ok(Self::Accepted),
            (Self::Told, Event::Decline) => Ok(Self::Declined),
            (Self::Told, Event::FallSilent) => Ok(Self::Silent),
            (Self::Accepted, Event::Withdraw) => Ok(Self::Withdrawn),
            (status, event) => Err(NotPossible { status, event }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Status};

    #[test]
    fn the_life_of_an_acceptance_is_this_table() {
        insta::assert_snapshot!(crate::status::table(
            Status::ALL,
            Event::ALL,
            Status::after,
            Event::needs_reason
        ));
    }
}
