//! An assignment: one judge reads and scores one case in one stage.

use crate::status::{Life, NotPossible, words};

words! {
    /// Where an assignment stands.
    pub enum Status as "assignment status" {
        /// Planned; the judge does not see it. Every assignment begins here.
        Proposed = "proposed",
        /// On the judge's desk, and nothing scored yet.
        Published = "published",
        /// The judge has kept scores, and not submitted.
        Scoring = "scoring",
        /// The judge's scorecard is in, and counts.
        Submitted = "submitted",
        /// The scorecard is frozen for the deliberation.
        Locked = "locked",
        /// The judge could not score the case and said why.
        Abstained = "abstained",
        /// Given to another judge.
        Reassigned = "reassigned",
        /// The judge stepped out of the case because of a conflict, for good.
        Recused = "recused",
        /// The judge was suspended from the panel.
        Suspended = "suspended",
        /// The season goes on without this scorecard, by decision.
        NotCompleted = "not-completed",
    }
}

words! {
    /// What can happen to an assignment.
    pub enum Event as "assignment event" {
        /// An administrator lays it on the judge's desk.
        Publish = "publish",
        /// Its judge keeps scores, all or some.
        SaveScores = "save-scores",
        /// Its judge submits; a scorecard that is filled in one go is saved first.
        Submit = "submit",
        /// Its judge takes the submission back; `policy` allows it until the lock.
        Reopen = "reopen",
        /// The chair opens it again, as a rule after the lock; `policy` refuses it once the deliberation has begun.
        ReopenByChair = "reopen-by-chair",
        /// The panel's scores are frozen.
        Lock = "lock",
        /// Its judge abstains.
        Abstain = "abstain",
        /// An administrator gives it to another judge.
        Reassign = "reassign",
        /// A conflict took its judge out of the case: the interest says which.
        Recuse = "recuse",
        /// Its judge is suspended from the panel.
        Suspend = "suspend",
        /// An administrator decides to go on without it.
        GoOnWithout = "go-on-without",
    }
}

impl Event {
    /// Whether it may only happen with a reason, which the ledger keeps.
    ///
    /// A judge who reopens before the lock gives none: the change itself is a fact with both values.
    pub const fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::ReopenByChair | Self::Abstain | Self::Suspend | Self::GoOnWithout
        )
    }
}

impl Life for Status {
    const OF: &'static str = "assignment";
}

impl Status {
    /// The whole life of an assignment. A pair that is not listed cannot happen.
    ///
    /// A recusal stays a recusal whatever comes after, so that nothing later hides it.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Proposed, Event::Publish) => Ok(Self::Published),
            (Self::Published | Self::Scoring, Event::SaveScores)
            | (Self::Submitted, Event::Reopen)
            | (Self::Submitted | Self::Locked, Event::ReopenByChair) => Ok(Self::Scoring),
            (Self::Scoring, Event::Submit) => Ok(Self::Submitted),
            (Self::Submitted, Event::Lock) => Ok(Self::Locked),
            (Self::Published | Self::Scoring, Event::Abstain) => Ok(Self::Abstained),
            (Self::Published | Self::Scoring, Event::Reassign) => Ok(Self::Reassigned),
            (Self::Locked | Self::Recused, event)
            | (Self::Suspended, event @ Event::Suspend)
            | (Self::NotCompleted, event @ Event::GoOnWithout) => Err(NotPossible {
                status: self,
                event,
            }),
            (_, Event::Recuse) => Ok(Self::Recused),
            (_, Event::Suspend) => Ok(Self::Suspended),
            (_, Event::GoOnWithout) => Ok(Self::NotCompleted),
            (status, event) => Err(NotPossible { status, event }),
        }
    }

    /// Whether the judge's scorecard counts in the ranking.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Submitted | Self::Locked)
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Status};

    #[test]
    fn the_life_of_an_assignment_is_this_table() {
        insta::assert_snapshot!(crate::status::table(
            Status::ALL,
            Event::ALL,
            Status::after,
            Event::needs_reason
        ));
    }

    #[test]
    fn only_a_scorecard_that_was_submitted_and_not_taken_back_counts() {
        let counting: Vec<_> = Status::ALL
            .iter()
            .copied()
            .filter(|status| status.counts())
            .collect();
        assert_eq!(counting, [Status::Submitted, Status::Locked]);
    }
}
