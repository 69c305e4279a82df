//! What a rule set says of the panel's meeting: how it comes to a result, and how many must be there.

use crate::status::words;

words! {
    /// How the panel comes to a result.
    #[derive(Default)]
    pub enum Deciding as "way of deciding" {
        /// By talking until nobody objects.
        #[default]
        Consensus = "consensus",
        /// By a ballot on each finalist.
        Ballot = "ballot",
    }
}

/// The rules of the meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// How results come about.
    pub deciding: Deciding,
    /// How many judges with a vote must be present for a result; 0 where the rule set asks for none.
    pub quorum: u32,
}
