//! Instants and dates in words, with the zone always said, and read back from what a person typed.
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use super::Words;
use crate::say;

impl Words {
    /// An instant in full: "noon on Tuesday 2 March 2027 (Europe/London time, GMT)".
    pub fn moment(&self, at: Timestamp, zone: &TimeZone) -> String {
        let local = at.to_zoned_datetime(zone.clone());
        say!(
            self,
            "words-moment",
            time = self.time(local.time()),
            day = self.day(local.date()),
            zone = zone_name(&local),
            abbreviation = abbreviation(&local),
        )
    }

    /// An instant for a table's cell: "2 Mar 2027, 12:00 GMT".
    pub fn moment_short(&self, at: Timestamp, zone: &TimeZone) -> String {
        let local = at.to_zoned_datetime(zone.clone());
        say!(
            self,
            "words-moment-short",
            time = local.strftime("%H:%M").to_string(),
            day = self.day_short(local.date()),
            abbreviation = abbreviation(&local),
        )
    }

    /// A date in full: "Tuesday 2 March 2027".
    pub fn day(&self, date: Date) -> String {
        say!(
            self,
            "words-day",
            weekday = self.get(&format!(
                "words-weekday-{}",
                date.weekday().to_monday_one_offset()
            )),
            day = date.day().to_string(),
            month = self.month_name(date),
            year = date.year().to_string(),
        )
    }

    /// A date for a table's cell: "2 Mar 2027".
    pub fn day_short(&self, date: Date) -> String {
        say!(
            self,
            "words-day-short",
            day = date.day().to_string(),
            month = self.get(&format!("words-month-short-{}", date.month())),
            year = date.year().to_string(),
        )
    }

    /// A month: "March 2027".
    pub fn month(&self, date: Date) -> String {
        say!(
            self,
            "words-month",
            month = self.month_name(date),
            year = date.year().to_string()
        )
    }

    /// A time of day: "noon", "midnight", "9am", "4:30pm".
    pub fn time(&self, time: Time) -> String {
        match (time.hour(), time.minute()) {
            (12, 0) => return self.get("words-noon"),
            (0, 0) => return self.get("words-midnight"),
            _ => {}
        }
        let clock = match (time.hour() % 12, time.minute()) {
            (0, 0) => "12".to_owned(),
            (0, minute) => format!("12:{minute:02}"),
            (hour, 0) => hour.to_string(),
            (hour, minute) => format!("{hour}:{minute:02}"),
        };
        if time.hour() < 12 {
            say!(self, "words-morning", clock = clock)
        } else {
            say!(self, "words-afternoon", clock = clock)
        }
    }

    fn month_name(&self, date: Date) -> String {
        self.get(&format!("words-month-{}", date.month()))
    }
}

fn zone_name(local: &ZonedDateTime) -> String {
    local.time_zone().iana_name().unwrap_or("UTC").to_owned()
}

fn abbreviation(local: &ZonedDateTime) -> String {
    local.strftime("%Z").to_string()
}
