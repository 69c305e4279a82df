//! The life of a season, from the draft of its rules to the archive.

use crate::status::{Life, NotPossible, words};

words! {
    /// Where a season stands.
    pub enum Status as "season status" {
        /// Being set up: questions, criteria and dates may still change freely. Every season begins here.
        Draft = "draft",
        /// Nominations are received, and the rule set is locked and published.
        Open = "open",
        /// Nominations are closed; the administrator decides which are eligible.
        Screening = "screening",
        /// Judges score.
        Judging = "judging",
        /// Scores are locked and the panel meets.
        Deliberation = "deliberation",
        /// The panel has resolved; nobody outside may know yet.
        Decided = "decided",
        /// The result is public.
        Announced = "announced",
        /// Past, and read-only.
        Archived = "archived",
        /// Called off before anything was announced.
        Cancelled = "cancelled",
    }
}

words! {
    /// What can happen to a season. The administrator causes each of them; the close and the announcement may also
    /// come by themselves, at their set minute.
    pub enum Event as "season event" {
        /// Terms approved, dates complete, rule set locked: `policy` asks for all three.
        Open = "open",
        /// The close has come.
        Close = "close",
        /// The close is put off for everybody, and the nominators are told.
        Extend = "extend",
        /// Screening is finished and the cases go to the judges.
        BeginJudging = "begin-judging",
        /// Judging is broken off to screen again.
        ReturnToScreening = "return-to-screening",
        /// Scorecards are locked for the panel's meeting.
        BeginDeliberation = "begin-deliberation",
        /// The meeting is broken off because more scores are wanted.
        ReturnToJudging = "return-to-judging",
        /// The panel's resolution is signed off.
        Decide = "decide",
        /// The result becomes public.
        Announce = "announce",
        /// Nothing is left to do.
        Archive = "archive",
        /// There will be no result.
        Cancel = "cancel",
    }
}

impl Event {
    /// Whether it may only happen with a reason, which the ledger keeps.
    pub const fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::Extend | Self::ReturnToScreening | Self::ReturnToJudging | Self::Cancel
        )
    }
}

impl Life for Status {
    const OF: &'static str = "season";
}

impl Status {
    /// The whole life of a season. A pair that is not listed cannot happen.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Draft, Event::Open) | (Self::Screening, Event::Extend) => Ok(Self::Open),
            (Self::Open, Event::Close) | (Self::Judging, Event::ReturnToScreening) => {
                Ok(Self::Screening)
            }
            (Self::Screening, Event::BeginJudging)
            | (Self::Deliberation, Event::ReturnToJudging) => Ok(Self::Judging),
            (Self::Judging, Event::BeginDeliberation) => Ok(Self::Deliberation),
            (Self::Deliberation, Event::Decide) => Ok(Self::Decided),
            (Self::Decided, Event::Announce) => Ok(Self::Announced),
            (Self::Announced, Event::Archive) => Ok(Self::Archived),
            (
                Self::Draft
                | Self::Open
                | Self::Screening
                | Self::Judging
                | Self::Deliberation
                | Self::Decided,
                Event::Cancel,
            ) => Ok(Self::Cancelled),
            (status, event) => Err(NotPossible { status, event }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Status};

    #[test]
    fn the_life_of_a_season_is_this_table() {
        insta::assert_snapshot!(crate::status::table(
            Status::ALL,
            Event::ALL,
            Status::after,
            Event::needs_reason
        ));
    }
}
