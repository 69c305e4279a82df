//! Instants and the windows between them, in a named zone.

use jiff::{
    Timestamp, ZonedDateTime,
    civil::DateTime,
    tz::{AmbiguousOffset, TimeZone},
};
use serde::{Deserialize, Serialize};

use crate::text::Fault;

/// A named time zone of the IANA database, such as `Europe/London`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(String);

impl Zone {
    /// Reads a zone's name; only names that the zone database knows are zones.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let name = typed.trim();
        if name.is_empty() {
            return Err(Fault::Missing);
        }
        TimeZone::get(name).map_err(|_| Fault::NotAChoice)?;
        Ok(Self(name.to_owned()))
    }

    /// The zone's name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The instant as clocks in the zone show it.
    pub fn show(&self, at: Timestamp) -> ZonedDateTime {
        at.to_zoned_datetime(self.time_zone())
    }

    /// The instant at which clocks in the zone show this, or `Malformed` where the hour is skipped in spring.
    /// Where an hour comes twice in autumn, the earlier one is meant.
    pub fn instant(&self, shown: DateTime) -> Result<Timestamp, Fault> {
        let ambiguous = self.time_zone().to_ambiguous_zoned_datetime(shown);
        if matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
            return Err(Fault::Malformed);
        }
        ambiguous
            .earlier()
            .map(|zoned| zoned.timestamp())
            .map_err(|_| Fault::Malformed)
    }

    /// The zone's rules, by which instants are shown.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.0).unwrap_or(TimeZone::UTC)
    }
}

impl Default for Zone {
    /// Coordinated Universal Time, where nobody has chosen a zone yet.
    fn default() -> Self {
        Self("UTC".to_owned())
    }
}

impl TryFrom<String> for Zone {
    type Error = String;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::parse(&name).map_err(|_| format!("no such time zone: {name}"))
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.0
    }
}

/// A stretch of time, from its first instant to its last, both within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first instant within.
    pub opens_at: Timestamp,
    /// The last instant within: what is received by then counts.
    pub closes_at: Timestamp,
}

impl Window {
    /// A window, unless it would end before it begins.
    pub fn new(opens_at: Timestamp, closes_at: Timestamp) -> Result<Self, Fault> {
        if closes_at <= opens_at {
            Err(Fault::EndsBeforeStart)
        } else {
            Ok(Self {
                opens_at,
                closes_at,
            })
        }
    }

    /// Whether something received at this instant came within the window.
    pub fn holds(&self, received_at: Timestamp) -> bool {
        (self.opens_at..=self.closes_at).contains(&received_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn london() -> Zone {
        Zone::parse("Europe/London").expect("London keeps a time")
    }

    #[test]
    fn noon_in_london_is_eleven_utc_in_summer() {
        let noon = london()
            .instant(date(2027, 6, 1).at(12, 0, 0, 0))
            .expect("noon is no skipped hour");
        assert_eq!(noon.to_string(), "2027-06-01T11:00:00Z");
    }

    #[test]
    fn an_hour_that_clocks_skip_is_refused_and_one_that_comes_twice_is_the_earlier() {
        assert_eq!(
            london().instant(date(2027, 3, 28).at(1, 30, 0, 0)),
            Err(Fault::Malformed)
        );
        let twice = london()
            .instant(date(2027, 10, 31).at(1, 30, 0, 0))
            .expect("it comes, twice");
        assert_eq!(twice.to_string(), "2027-10-31T00:30:00Z");
    }

    #[test]
    fn what_is_received_at_the_deadline_counts() {
        let closes_at: Timestamp = "2027-03-04T12:00:00Z".parse().expect("an instant");
        let window = Window::new(
            "2027-01-11T09:00:00Z".parse().expect("an instant"),
            closes_at,
        )
        .expect("a window");
        assert!(window.holds(closes_at));
        assert!(!window.holds(closes_at + jiff::SignedDuration::from_micros(1)));
        assert_eq!(
            Window::new(closes_at, closes_at),
            Err(Fault::EndsBeforeStart)
        );
    }

    #[test]
    fn a_zone_must_be_known() {
        assert_eq!(Zone::parse("Europe/Marrowby"), Err(Fault::NotAChoice));
    }
}
