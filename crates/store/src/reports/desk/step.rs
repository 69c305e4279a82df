//! What is to be done with a case on the desk, and how far a judge has come.

use plaudit_domain::{assignment, interest};

use super::DeskRow;

/// What is to be done with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Answer the question of interests.
    Gate,
    /// Wait for the ruling.
    Wait,
    /// Read it and score.
    Score,
    /// Go on with a draft.
    GoOn,
    /// Nothing: the scorecard is in.
    Done,
}

impl Step {
    /// Whether the judge can do something about it now.
    pub fn is_to_do(self) -> bool {
        matches!(self, Self::Gate | Self::Score | Self::GoOn)
    }

    pub(super) fn of(interest: interest::Status, assignment: assignment::Status) -> Option<Self> {
        use assignment::Status::{Locked, Published, Scoring, Submitted};
        match (interest, assignment) {
            (interest::Status::Recused, _) => None,
            (_, Submitted | Locked) => Some(Self::Done),
            (interest::Status::Asked, Published | Scoring) => Some(Self::Gate),
            (interest::Status::Declared | interest::Status::Unsure, Published | Scoring) => {
                Some(Self::Wait)
            }
            (_, Published) => Some(Self::Score),
            (_, Scoring) => Some(Self::GoOn),
            // What was given away, abandoned or taken over is no longer on the desk.
            _ => None,
        }
    }
}

/// How far a judge has come with the cases of a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many scorecards are in.
    pub done: usize,
    /// How many cases are on the desk.
    pub of: usize,
}

impl Progress {
    pub(in crate::reports) fn of(rows: &[DeskRow]) -> Self {
        Self {
            done: rows.iter().filter(|row| row.step == Step::Done).count(),
            of: rows.len(),
        }
    }
}
