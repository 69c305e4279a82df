//! Several cases at once, as a preview showed them. Each is a move of its own, with its own facts: one that somebody changed
//! meanwhile is left as it is, and does not hold the others up.

use plaudit_domain::{
    acceptance,
    case::{Event, Status},
    fact_check,
    refusal::Refusal,
};

use super::{Seen, decide_eligibility, record_acceptance};
use crate::{Moment, Store, StoreError, screening::Several};

/// What can be done with several cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// Their nominees were told.
    Tell,
    /// That they were told was recorded in error.
    Untell,
    /// They are within the rules: those whose nominees accepted and whose facts are confirmed.
    FindEligible,
    /// That they are is taken back.
    Reopen,
}

impl Together {
    /// Whether it may only be done with a reason.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Untell | Self::Reopen)
    }

    /// Whether it is open for a case that stands so.
    pub fn is_open(
        self,
        status: Status,
        acceptance: acceptance::Status,
        fact_check: fact_check::Status,
    ) -> bool {
        match self {
            Self::Tell => is_here(status) && acceptance.after(acceptance::Event::Tell).is_ok(),
            Self::Untell => is_here(status) && acceptance == acceptance::Status::Told,
            Self::FindEligible => {
                status == Status::Forming
                    && acceptance == acceptance::Status::Accepted
                    && fact_check == fact_check::Status::Received
            }
            // What is not eligible was refused for a reason of its own, and is reopened by itself.
            Self::Reopen => status == Status::Eligible,
        }
    }
}

/// Whether a case is in the season still.
fn is_here(status: Status) -> bool {
    !matches!(status, Status::Withdrawn | Status::Disqualified)
}

/// Does this with several cases, in this order; `words` are the reason, or a note where none is needed.
pub async fn do_together(
    store: &Store,
    moment: &Moment,
    chosen: &[Seen],
    what: Together,
    words: &str,
) -> Result<Several, StoreError> {
    if what.needs_reason() && words.trim().is_empty() {
        return Err(Refusal::ReasonNeeded.into());
    }
    let mut several = Several::default();
    for &seen in chosen {
        let done = match what {
            Together::Tell => {
                record_acceptance(store, moment, seen, acceptance::Event::Tell, words).await
            }
            Together::Untell => {
                record_acceptance(store, moment, seen, acceptance::Event::TakeBack, words).await
            }
            Together::FindEligible => {
                decide_eligibility(store, moment, seen, Event::FindEligible, words).await
            }
            Together::Reopen => decide_eligibility(store, moment, seen, Event::Reopen, words).await,
        };
        several.count(done)?;
    }
    Ok(several)
}
