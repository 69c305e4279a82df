//! How far judging is: what became of each case that was given to a judge, and whether a case can still reach its quorum.

use crate::{assignment, interest};

/// Where one judge is with one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The scorecard is in.
    Done,
    /// Something is scored, and not submitted.
    Begun,
    /// Nothing is scored.
    NotBegun,
    /// The case is shut until somebody rules on the judge's interest.
    Waiting,
    /// The judge is recused.
    Out,
    /// No scorecard will come: the judge abstained, was suspended, or the season goes on without it.
    Without,
}

impl Stand {
    /// Where a judge is; nothing where the case was never theirs to see, or is another's now.
    pub const fn of(assignment: assignment::Status, interest: interest::Status) -> Option<Self> {
        use assignment::Status as A;
        use interest::Status as I;
        match (assignment, interest) {
            (A::Proposed | A::Reassigned, _) => None,
            (A::Recused, _) | (_, I::Recused) => Some(Self::Out),
            (A::Submitted | A::Locked, _) => Some(Self::Done),
            (A::Abstained | A::Suspended | A::NotCompleted, _) => Some(Self::Without),
            (A::Published | A::Scoring, I::Declared | I::Unsure) => Some(Self::Waiting),
            (A::Scoring, _) => Some(Self::Begun),
            (A::Published, _) => Some(Self::NotBegun),
        }
    }
}

/// How many of each there are, for a judge or for a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Scorecards that are in.
    pub done: usize,
    /// Scorecards that are begun.
    pub begun: usize,
    /// Scorecards that are not begun.
    pub not_begun: usize,
    /// Those that wait for a ruling.
    pub waiting: usize,
    /// Recusals.
    pub out: usize,
    /// Scorecards that will not come.
    pub without: usize,
}

impl Tally {
    /// Counts some more.
    pub const fn add(&mut self, stand: Stand, count: usize) {
        let of = match stand {
            Stand::Done => &mut self.done,
            Stand::Begun => &mut self.begun,
            Stand::NotBegun => &mut self.not_begun,
            Stand::Waiting => &mut self.waiting,
            Stand::Out => &mut self.out,
            Stand::Without => &mut self.without,
        };
        *of += count;
    }

    /// Scorecards that are asked for, in or not.
    pub const fn cases(self) -> usize {
        self.done + self.begun + self.not_begun + self.waiting
    }

    /// Scorecards that can be worked on now.
    pub const fn left(self) -> usize {
        self.begun + self.not_begun
    }

    /// Whether a case with these scorecards has its quorum, or can still have it.
    pub fn quorum(self, needed: u32) -> Quorum {
        let needed = usize::try_from(needed).unwrap_or(usize::MAX);
        let missing = needed.saturating_sub(self.done);
        if missing == 0 {
            Quorum::Reached
        } else if missing <= self.left() {
            Quorum::Short { missing }
        } else if missing <= self.left() + self.waiting {
            Quorum::Hanging { missing }
        } else {
            Quorum::Impossible {
                lacking: missing - self.left() - self.waiting,
            }
        }
    }
}

/// Whether a case has the scorecards that it needs to be ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// It has.
    Reached,
    /// Some are missing, and there are judges who can still give them.
    Short {
        /// How many are missing.
        missing: usize,
    },
    /// It cannot have them unless a ruling lets a judge in.
    Hanging {
        /// How many are missing.
        missing: usize,
    },
    /// It cannot have them with the judges that it has.
    Impossible {
        /// How many judges it lacks.
        lacking: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_short_hanging_or_impossible_by_who_can_still_score_it() {
        let tally = |done, left, waiting| Tally {
            done,
            not_begun: left,
            waiting,
            ..Tally::default()
        };
        let quorum = [
            tally(3, 0, 0),
            tally(1, 2, 0),
            tally(1, 1, 1),
            tally(1, 0, 1),
            tally(0, 0, 0),
        ]
        .map(|tally| tally.quorum(3));
        assert_eq!(
            quorum,
            [
                Quorum::Reached,
                Quorum::Short { missing: 2 },
                Quorum::Hanging { missing: 2 },
                Quorum::Impossible { lacking: 1 },
                Quorum::Impossible { lacking: 3 },
            ]
        );
    }

    #[test]
    fn every_assignment_stands_somewhere_by_its_status_and_its_interest() {
        let mut table = Vec::new();
        for assignment in assignment::Status::ALL {
            for interest in interest::Status::ALL {
                let stand = Stand::of(*assignment, *interest);
                table.push(format!("{assignment:14} {interest:10} {stand:?}"));
            }
        }
        insta::assert_snapshot!(table.join("\n"));
    }
}
