//! When judges are reminded by themselves: so many days before their scores are due.

pub mod invitations;

use jiff::{SignedDuration, Timestamp};

use crate::text::Fault;

/// How many reminders a season may send by itself.
const MOST: usize = 3;
/// The most days before the due date.
const LONGEST: u32 = 60;

/// The days before the due date on which judges with something left are reminded, the earliest first; never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days(Vec<u32>);

impl Days {
    /// Reads days such as "7, 1"; nothing typed is no reminder at all.
    pub fn parse(text: &str) -> Result<Option<Self>, Fault> {
        let mut days = text
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().map_err(|_| Fault::Malformed))
            .collect::<Result<Vec<u32>, _>>()?;
        days.sort_unstable_by(|left, right| right.cmp(left));
        days.dedup();
        if days.iter().any(|day| !(1..=LONGEST).contains(day)) {
            return Err(Fault::OutOfRange {
                lowest: Some("1".to_owned()),
                highest: Some(LONGEST.to_string()),
            });
        }
        if days.len() > MOST {
            return Err(Fault::Malformed);
        }
        Ok(Some(Self(days)).filter(|days| !days.0.is_empty()))
    }

    /// As they are typed and kept.
    pub fn text(&self) -> String {
        let days: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        days.join(", ")
    }

    /// The next reminder after this instant.
    pub fn next(&self, due_at: Timestamp, after: Timestamp) -> Option<Timestamp> {
        self.instants(due_at).find(|at| *at > after)
    }

    /// Whether a reminder is due: one of the days has come since the last, and the scores are not overdue.
    pub fn is_due(&self, due_at: Timestamp, last: Timestamp, now: Timestamp) -> bool {
        now < due_at && self.next(due_at, last).is_some_and(|at| at <= now)
    }

    fn instants(&self, due_at: Timestamp) -> impl Iterator<Item = Timestamp> {
        self.0
            .iter()
            .map(move |days| due_at - SignedDuration::from_hours(24 * i64::from(*days)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_whole_numbers_in_any_order_and_few() {
        let read = |text| Days::parse(text).map(|days| days.map(|days| days.text()));
        assert_eq!(read("1,  7 7"), Ok(Some("7, 1".to_owned())));
        assert_eq!(read(" "), Ok(None));
        for odd in ["soon", "-1", "1 2 3 4"] {
            assert_eq!(read(odd), Err(Fault::Malformed), "{odd}");
        }
        let range = Fault::OutOfRange {
            lowest: Some("1".to_owned()),
            highest: Some("60".to_owned()),
        };
        for odd in ["0", "7, 61"] {
            assert_eq!(read(odd), Err(range.clone()), "{odd}");
        }
    }

    #[test]
    fn a_reminder_is_due_once_for_each_day_and_never_after_the_due_date() {
        let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
        let days = Days::parse("7, 1").expect("days").expect("some");
        let due = at("2027-05-13T11:00:00Z");
        let is_due = |last: &str, now: &str| days.is_due(due, at(last), at(now));
        assert!(!is_due("2027-04-01T09:00:00Z", "2027-05-06T10:59:59Z"));
        assert!(is_due("2027-04-01T09:00:00Z", "2027-05-06T11:00:00Z"));
        assert!(!is_due("2027-05-06T11:00:01Z", "2027-05-12T10:00:00Z"));
        assert!(is_due("2027-05-06T11:00:01Z", "2027-05-12T11:00:00Z"));
        assert!(!is_due("2027-05-12T11:00:01Z", "2027-05-13T10:00:00Z"));
        assert!(!is_due("2027-04-01T09:00:00Z", "2027-05-13T11:00:00Z"));
    }
}
