//! When, by whom and with which fresh ids an operation happens; the store reads no clock and makes no id by itself.

use std::{fmt, sync::Arc};

use chrono::{DateTime, Utc};
use jiff::{Timestamp, Unit};
use plaudit_domain::ids::AccountId;
use uuid::Uuid;

use crate::StoreError;

/// Who causes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who is signed in.
    Account(AccountId),
    /// A visitor without an account: a nominator, say.
    Visitor,
    /// The system itself: the close, the sealer, the console.
    System,
}

impl Actor {
    /// The account, if it is one.
    pub fn account(self) -> Option<AccountId> {
        match self {
            Self::Account(id) => Some(id),
            Self::Visitor | Self::System => None,
        }
    }
}

/// A source of fresh ids, UUID version 7.
#[derive(Clone)]
pub struct Ids(Arc<dyn Fn() -> Uuid + Send + Sync>);

impl Ids {
    /// Ids from this source.
    pub fn new(source: impl Fn() -> Uuid + Send + Sync + 'static) -> Self {
        Self(Arc::new(source))
    }

    /// The next one.
    pub fn fresh(&self) -> Uuid {
        (self.0)()
    }
}

impl fmt::Debug for Ids {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ids")
    }
}

/// When, by whom and with which fresh ids an operation happens.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The instant, cut to microseconds, which is what both databases keep.
    pub now: Timestamp,
    /// Who causes it.
    pub by: Actor,
    ids: Ids,
}

impl Moment {
    /// This instant, by this actor, with ids from this source.
    pub fn new(now: Timestamp, by: Actor, ids: Ids) -> Self {
        Self {
            now: to_microseconds(now),
            by,
            ids,
        }
    }

    /// The same instant, by another: whoever answers a letter is its account, signed in or not.
    #[must_use]
    pub fn acted_by(&self, by: Actor) -> Self {
        Self { by, ..self.clone() }
    }

    /// A fresh id of the kind that is wanted.
    pub fn id<T: From<Uuid>>(&self) -> T {
        T::from(self.ids.fresh())
    }

    /// The instant as the entities hold it.
    pub(crate) fn at(&self) -> DateTime<Utc> {
        stored(self.now)
    }
}

fn to_microseconds(at: Timestamp) -> Timestamp {
    at.round(
        jiff::TimestampRound::new()
            .smallest(Unit::Microsecond)
            .mode(jiff::RoundMode::Trunc),
    )
    .unwrap_or(at)
}

/// An instant as the entities hold it.
pub(crate) fn stored(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(to_microseconds(at).as_microsecond()).unwrap_or_default()
}

/// An instant as the domain holds it.
pub(crate) fn read(at: DateTime<Utc>) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(at.timestamp_micros()).map_err(StoreError::unreadable)
}

/// An instant that may be missing.
pub(crate) fn read_maybe(at: Option<DateTime<Utc>>) -> Result<Option<Timestamp>, StoreError> {
    at.map(read).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_cut_to_what_both_databases_keep() {
        let at: Timestamp = "2027-03-04T12:00:00.123456789Z"
            .parse()
            .expect("an instant");
        let moment = Moment::new(at, Actor::System, Ids::new(Uuid::nil));
        assert_eq!(moment.now.to_string(), "2027-03-04T12:00:00.123456Z");
        assert_eq!(read(moment.at()).expect("it reads back"), moment.now);
    }
}
