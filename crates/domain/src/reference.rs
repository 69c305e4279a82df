//! A reference: what a referee, asked by link and code, writes about the nominee.

use crate::status::{Life, NotPossible, words};

words! {
    /// Where a reference stands; a fact check has the same life (`fact_check`).
    pub enum Status as "reference status" {
        /// Asked for by letter. Every reference begins here.
        Requested = "requested",
        /// The person pressed the page's button; following the link alone changes nothing, since mail scanners do.
        Opened = "opened",
        /// Written and sent, for good.
        Received = "received",
        /// The person would rather not.
        Declined = "declined",
        /// Not sent in time.
        Expired = "expired",
        /// Somebody else was asked instead.
        Replaced = "replaced",
    }
}

words! {
    /// What can happen to a reference or a fact check.
    pub enum Event as "reference event" {
        /// The first POST of the page's button, by the person who was asked.
        Open = "open",
        /// The person who was asked sends it.
        Receive = "receive",
        /// The person who was asked declines.
        Decline = "decline",
        /// The time for it is over.
        Expire = "expire",
        /// The nominator or an administrator asks somebody else.
        Replace = "replace",
    }
}

impl Event {
    /// Whether it may only happen with a reason: none of them undoes another, so none does.
    pub const fn needs_reason(self) -> bool {
        match self {
            Self::Open | Self::Receive | Self::Decline | Self::Expire | Self::Replace => false,
        }
    }
}

impl Life for Status {
    const OF: &'static str = "reference";
}

impl Status {
    /// The whole life of a reference or a fact check. A pair that is not listed cannot happen.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Requested, Event::Open) => Ok(Self::Opened),
            (Self::Opened, Event::Receive) => Ok(Self::Received),
            (Self::Opened, Event::Decline) => Ok(Self::Declined),
            (Self::Requested | Self::Opened, Event::Expire) => Ok(Self::Expired),
            (Self::Requested | Self::Opened, Event::Replace) => Ok(Self::Replaced),
            (status, event) => Err(NotPossible { status, event }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Status};

    #[test]
    fn the_life_of_a_reference_is_this_table() {
        insta::assert_snapshot!(crate::status::table(
            Status::ALL,
            Event::ALL,
            Status::after,
            Event::needs_reason
        ));
    }
}
