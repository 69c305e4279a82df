//! When an invitation that nobody answers is sent again by itself: a week after it was sent, twice, and never after its answer was
//! due.

use jiff::{SignedDuration, Timestamp};

/// How often at most.
pub const MOST: u32 = 2;

/// How long somebody is left in peace.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Whether an invitation is to be sent again now: it was sent, or last sent again, `last`, and sent again so often.
pub fn is_due(
    last: Timestamp,
    sent_again: u32,
    answer_by: Option<Timestamp>,
    now: Timestamp,
) -> bool {
    sent_again < MOST && now >= last + PATIENCE && answer_by.is_none_or(|by| now < by)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * day)
    }

    #[test]
    fn a_week_passes_before_each_and_there_are_two() {
        assert!(!is_due(day(0), 0, None, day(6)));
        assert!(is_due(day(0), 0, None, day(7)));
        assert!(!is_due(day(7), 1, None, day(13)));
        assert!(is_due(day(7), 1, None, day(14)));
        assert!(!is_due(day(14), 2, None, day(99)));
    }

    #[test]
    fn nobody_is_reminded_of_what_is_no_longer_asked() {
        assert!(is_due(day(0), 0, Some(day(8)), day(7)));
        assert!(!is_due(day(0), 0, Some(day(7)), day(7)));
    }
}
