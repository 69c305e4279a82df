//! Time and fresh ids, read here and nowhere else: the system's, or a time that a test holds still.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use plaudit_store::{Actor, Ids, Moment};
use uuid::Uuid;

/// Tells the time to whatever must know it; clones tell the same time.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System,
    Shifted(SignedDuration),
    Still(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that shows this instant now, and runs on with the system's: the demo's.
    pub fn starting_at(at: Timestamp) -> Self {
        Self(Source::Shifted(at.duration_since(Self::system().now())))
    }

    /// A clock that stands at this instant until it is moved: for tests.
    pub fn still(at: Timestamp) -> Self {
        Self(Source::Still(Arc::new(Mutex::new(at))))
    }

    /// Now.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the time is read"
    )]
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => Timestamp::now(),
            Source::Shifted(by) => Timestamp::now() + *by,
            Source::Still(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Now, by this actor, with fresh ids: what every operation of the store wants to know.
    pub fn moment(&self, by: Actor) -> Moment {
        Moment::new(self.now(), by, self.ids())
    }

    /// Fresh ids.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where ids are made"
    )]
    pub fn ids(&self) -> Ids {
        Ids::new(Uuid::now_v7)
    }

    /// Moves a still clock forward, or back; the system's clock does as it likes.
    pub fn advance(&self, by: SignedDuration) {
        if let Source::Still(at) = &self.0 {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at += by;
        }
    }
}

/// Measures how long something took; it is never a date.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts measuring.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_still_clock_moves_only_when_moved() {
        let clock = Clock::still(Timestamp::UNIX_EPOCH);
        let same = clock.clone();
        assert_eq!(clock.now(), Timestamp::UNIX_EPOCH);
        same.advance(SignedDuration::from_mins(5));
        assert_eq!(clock.now().as_second(), 300);
    }
}
