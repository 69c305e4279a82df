//! A steward: a body that owns a programme jointly with others.

use crate::status::{Life, NotPossible, words};

words! {
    /// Where a stewardship stands.
    pub enum Status as "stewardship status" {
        /// The body's executives approve the terms. Every stewardship begins here.
        Active = "active",
        /// The body has left; its rights passed or lapsed as the last approved terms say.
        Retired = "retired",
    }
}

words! {
    /// What can happen to a stewardship.
    pub enum Event as "stewardship event" {
        /// The body leaves the programme.
        Retire = "retire",
    }
}

impl Event {
    /// Whether it may only happen with a reason: to retire undoes nothing, so it does not.
    pub const fn needs_reason(self) -> bool {
        match self {
            Self::Retire => false,
        }
    }
}

impl Life for Status {
    const OF: &'static str = "steward";
}

impl Status {
    /// The whole life of a stewardship. A pair that is not listed cannot happen.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Active, Event::Retire) => Ok(Self::Retired),
            (status, event) => Err(NotPossible { status, event }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Status};

    #[test]
    fn the_life_of_a_stewardship_is_this_table() {
        insta::assert_snapshot!(crate::status::table(
            Status::ALL,
            Event::ALL,
            Status::after,
            Event::needs_reason
        ));
    }
}
