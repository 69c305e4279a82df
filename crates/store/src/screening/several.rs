//! Several nominations at once, as a preview showed them. Each is a move of its own, with its own facts: one that somebody
//! changed meanwhile is left as it is, and does not hold the others up.

use std::collections::BTreeMap;

use plaudit_domain::{
    ids::{CaseId, NominationId},
    refusal::Refusal,
};

use super::{Destination, Seen, accept, tell_apart};
use crate::{Moment, Store, StoreError};

/// Where one of several accepted nominations goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A case of its own.
    NewCase,
    /// A case that is there already.
    Case(CaseId),
    /// The case of another that is accepted before it.
    With(NominationId),
}

/// What became of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Several {
    /// How many were moved.
    pub moved: usize,
    /// How many were left as they are.
    pub left: usize,
}

impl Several {
    pub(crate) fn count<T>(
        &mut self,
        done: Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        match done {
            Ok(done) => {
                self.moved += 1;
                Ok(Some(done))
            }
            Err(StoreError::Refused(_) | StoreError::Stale | StoreError::NotFound) => {
                self.left += 1;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

/// Accepts several nominations, in this order.
pub async fn accept_several(
    store: &Store,
    moment: &Moment,
    chosen: &[(Seen, Place)],
) -> Result<Several, StoreError> {
    let mut several = Several::default();
    let mut cases: BTreeMap<NominationId, CaseId> = BTreeMap::new();
    for &(seen, place) in chosen {
        let destination = match place {
            Place::NewCase => Some(Destination::NewCase),
            Place::Case(case) => Some(Destination::Case(case)),
            Place::With(other) => cases.get(&other).copied().map(Destination::Case),
        };
        let done = match destination {
            Some(destination) => accept(store, moment, seen, destination).await,
            None => Err(StoreError::NotFound),
        };
        if let Some(case) = several.count(done)? {
            cases.insert(seen.0, case);
        }
    }
    Ok(several)
}

/// Tells several nominations apart from their cases again.
pub async fn tell_several_apart(
    store: &Store,
    moment: &Moment,
    chosen: &[Seen],
    reason: &str,
) -> Result<Several, StoreError> {
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded.into());
    }
    let mut several = Several::default();
    for &seen in chosen {
        several.count(tell_apart(store, moment, seen, reason).await)?;
    }
    Ok(several)
}
