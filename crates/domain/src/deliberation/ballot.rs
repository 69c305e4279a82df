//! A ballot of the panel on one finalist: counted, never kept by voter, and what its count supports.

use crate::{case::Event, refusal::Refusal, status::words};

words! {
    /// What a paper of the ballot says.
    pub enum Choice as "choice on a ballot" {
        /// It should win, alone or jointly.
        Award = "award",
        /// It should be named with praise.
        Commend = "commend",
        /// It should win nothing.
        NotAward = "not-award",
        /// None of these.
        Abstain = "abstain",
    }
}

impl Choice {
    /// The result that it is for; none for an abstention.
    pub const fn event(self) -> Option<Event> {
        match self {
            Self::Award => Some(Event::Award),
            Self::Commend => Some(Event::Commend),
            Self::NotAward => Some(Event::NotAward),
            Self::Abstain => None,
        }
    }
}

/// How many papers say what, by the order of [`Choice::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count(pub [u32; Choice::ALL.len()]);

impl Count {
    /// How many say this.
    pub fn of(&self, choice: Choice) -> u32 {
        self.0[choice as usize]
    }

    /// One more says this.
    pub fn add(&mut self, choice: Choice, papers: u32) {
        self.0[choice as usize] += papers;
    }

    /// How many papers there are.
    pub fn papers(&self) -> u32 {
        self.0.iter().sum()
    }

    /// Refuses a result for which not more than half of those voted who did not abstain. There is no casting vote: a tie
    /// is talked over and voted on again.
    pub fn supports(&self, event: Event) -> Result<(), Refusal> {
        let votes = |choice: Choice| choice.event().map_or(0, |_| self.of(choice));
        let all: u32 = Choice::ALL.iter().map(|choice| votes(*choice)).sum();
        let those: u32 = (Choice::ALL.iter())
            .filter(|choice| choice.event() == Some(event))
            .map(|choice| votes(*choice))
            .sum();
        if those * 2 > all {
            Ok(())
        } else {
            Err(Refusal::NoMajority)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_needs_more_than_half_of_those_who_did_not_abstain() {
        let count = |papers| Count(papers);
        assert_eq!(count([2, 1, 0, 4]).supports(Event::Award), Ok(()));
        assert_eq!(
            count([2, 1, 0, 4]).supports(Event::Commend),
            Err(Refusal::NoMajority)
        );
        assert_eq!(
            count([2, 1, 1, 0]).supports(Event::Award),
            Err(Refusal::NoMajority),
            "half is no majority"
        );
        assert_eq!(
            count([0, 0, 0, 3]).supports(Event::NotAward),
            Err(Refusal::NoMajority)
        );
        assert_eq!(count([0, 0, 1, 3]).supports(Event::NotAward), Ok(()));
    }

    #[test]
    fn papers_are_counted_by_what_they_say() {
        let mut count = Count::default();
        for choice in [Choice::Award, Choice::Abstain, Choice::Award] {
            count.add(choice, 1);
        }
        assert_eq!(count, Count([2, 0, 0, 1]));
        assert_eq!((count.of(Choice::Award), count.papers()), (2, 3));
    }
}
