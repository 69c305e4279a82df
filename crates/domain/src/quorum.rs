//! Whether cases still get the scorecards that they need, and what becomes of that when somebody leaves the panel.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    assignment,
    ids::{AccountId, CaseId},
    interest,
};

/// What an assignment still gives its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// A scorecard that is in, and counts.
    Received,
    /// A scorecard that can still come.
    Expected,
    /// None.
    Nothing,
}

impl Promise {
    /// What it gives, while its judge is on the panel and scores, or no longer is and does.
    pub fn of(
        assignment: assignment::Status,
        interest: interest::Status,
        is_scoring: bool,
    ) -> Self {
        use assignment::Status::{Published, Scoring};
        if assignment.counts() {
            Self::Received
        } else if is_scoring
            && matches!(assignment, Published | Scoring)
            && interest != interest::Status::Recused
        {
            Self::Expected
        } else {
            Self::Nothing
        }
    }
}

/// One judge with one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The case.
    pub case: CaseId,
    /// The judge.
    pub judge: AccountId,
    /// What it gives.
    pub promise: Promise,
}

/// The scorecards of one case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// How many are in.
    pub received: u32,
    /// How many can still come.
    pub expected: u32,
}

impl Outlook {
    /// Whether the case cannot reach the quorum any more.
    pub fn is_below(self, quorum: u32) -> bool {
        self.received + self.expected < quorum
    }
}

/// What somebody's going does with their scorecards that are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// They stay and count.
    Counts,
    /// They are set aside.
    SetAside,
}

/// Who has which cases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seats(Vec<Seat>);

impl Seats {
    /// These.
    pub fn new(seats: Vec<Seat>) -> Self {
        Self(seats)
    }

    /// Every case with what it has and may get.
    pub fn outlook(&self) -> BTreeMap<CaseId, Outlook> {
        Self::count(self.0.iter().copied())
    }

    /// The same when this judge is gone.
    pub fn without(&self, judge: AccountId, submitted: Submitted) -> BTreeMap<CaseId, Outlook> {
        Self::count(self.0.iter().map(|seat| {
            let stays = seat.promise == Promise::Received && submitted == Submitted::Counts;
            if seat.judge == judge && !stays {
                Seat {
                    promise: Promise::Nothing,
                    ..*seat
                }
            } else {
                *seat
            }
        }))
    }

    /// The same when nothing more comes: what judging ends with now.
    pub fn as_it_stands(&self) -> BTreeMap<CaseId, Outlook> {
        let mut outlook = self.outlook();
        for case in outlook.values_mut() {
            case.expected = 0;
        }
        outlook
    }

    /// The cases in which this judge's promise is this.
    pub fn of_judge(&self, judge: AccountId, promise: Promise) -> BTreeSet<CaseId> {
        self.0
            .iter()
            .filter(|seat| seat.judge == judge && seat.promise == promise)
            .map(|seat| seat.case)
            .collect()
    }

    /// Who still owes scorecards, and how many.
    pub fn owed(&self) -> BTreeMap<AccountId, u32> {
        let mut owed = BTreeMap::new();
        for seat in &self.0 {
            if seat.promise == Promise::Expected {
                *owed.entry(seat.judge).or_default() += 1;
            }
        }
        owed
    }

    fn count(seats: impl Iterator<Item = Seat>) -> BTreeMap<CaseId, Outlook> {
        let mut outlook: BTreeMap<CaseId, Outlook> = BTreeMap::new();
        for seat in seats {
            let case = outlook.entry(seat.case).or_default();
            match seat.promise {
                Promise::Received => case.received += 1,
                Promise::Expected => case.expected += 1,
                Promise::Nothing => {}
            }
        }
        outlook
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn seat(case: u128, judge: u128, promise: Promise) -> Seat {
        Seat {
            case: CaseId(Uuid::from_u128(case)),
            judge: AccountId(Uuid::from_u128(judge)),
            promise,
        }
    }

    fn seats() -> Seats {
        Seats::new(vec![
            seat(1, 1, Promise::Received),
            seat(1, 2, Promise::Expected),
            seat(1, 3, Promise::Nothing),
            seat(2, 1, Promise::Expected),
            seat(2, 2, Promise::Expected),
        ])
    }

    fn counted(outlook: &BTreeMap<CaseId, Outlook>) -> Vec<(u32, u32)> {
        outlook
            .values()
            .map(|case| (case.received, case.expected))
            .collect()
    }

    #[test]
    fn a_scorecard_that_is_in_counts_though_its_judge_has_left() {
        use assignment::Status::{Locked, Published, Scoring, Submitted};
        let none = interest::Status::None;
        for status in [Submitted, Locked] {
            assert_eq!(Promise::of(status, none, false), Promise::Received);
        }
        for status in [Published, Scoring] {
            assert_eq!(Promise::of(status, none, true), Promise::Expected);
            assert_eq!(Promise::of(status, none, false), Promise::Nothing);
            let recused = interest::Status::Recused;
            assert_eq!(Promise::of(status, recused, true), Promise::Nothing);
        }
        let abstained = assignment::Status::Abstained;
        assert_eq!(Promise::of(abstained, none, true), Promise::Nothing);
    }

    #[test]
    fn whoever_goes_takes_what_is_not_in_and_more_only_if_it_is_set_aside() {
        let seats = seats();
        let judge = AccountId(Uuid::from_u128(1));
        assert_eq!(counted(&seats.outlook()), [(1, 1), (0, 2)]);
        let left = seats.without(judge, Submitted::Counts);
        assert_eq!(counted(&left), [(1, 1), (0, 1)]);
        let suspended = seats.without(judge, Submitted::SetAside);
        assert_eq!(counted(&suspended), [(0, 1), (0, 1)]);
        assert_eq!(counted(&seats.as_it_stands()), [(1, 0), (0, 0)]);
    }

    #[test]
    fn a_case_is_below_the_quorum_once_no_scorecard_can_make_up_for_it() {
        let outlook = Outlook {
            received: 1,
            expected: 2,
        };
        assert!(!outlook.is_below(3));
        assert!(outlook.is_below(4));
    }

    #[test]
    fn what_is_owed_is_counted_for_each_judge() {
        let owed: Vec<u32> = seats().owed().into_values().collect();
        assert_eq!(owed, [1, 2]);
        let judge = AccountId(Uuid::from_u128(1));
        assert_eq!(seats().of_judge(judge, Promise::Received).len(), 1);
    }
}
