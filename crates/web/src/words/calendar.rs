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

    /// The time of day of an instant: "12:00 GMT".
    pub fn clock(&self, at: Timestamp, zone: &TimeZone) -> String {
        let local = at.to_zoned_datetime(zone.clone());
        say!(
            self,
            "words-clock",
            time = local.strftime("%H:%M").to_string(),
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

/// Reading back what a person typed in one of the ways in which dates are written; what cannot be read is `None`.
impl Words {
    /// A date, day first: "2 March 2027", "2 Mar 2027", "2/3/2027", "2.3.2027", or as machines write it, "2027-03-02".
    pub fn read_day(&self, typed: &str) -> Option<Date> {
        let parts = parts(typed);
        match parts.as_slice() {
            [year, month, day] if is_year(year) => self.date(year, month, day),
            // We write the weekday ourselves, so it is read over.
            [day, month, year] | [_, day, month, year] => self.date(year, month, day),
            _ => None,
        }
    }

    /// The first day of a month: "March 2027", "3/2027", "2027-03".
    pub fn read_month(&self, typed: &str) -> Option<Date> {
        match parts(typed).as_slice() {
            [year, month] if is_year(year) => self.date(year, month, "1"),
            [month, year] => self.date(year, month, "1"),
            _ => None,
        }
    }

    /// A time of day: "noon", "midnight", "9am", "4.30 pm", "16:30".
    pub fn read_time(&self, typed: &str) -> Option<Time> {
        let typed = typed.trim().to_lowercase();
        if typed == self.get("words-noon") {
            return Time::new(12, 0, 0, 0).ok();
        }
        if typed == self.get("words-midnight") {
            return Time::new(0, 0, 0, 0).ok();
        }
        let half = ["am", "pm"]
            .into_iter()
            .find_map(|half| Some((typed.strip_suffix(half)?.trim_end(), half)));
        let (clock, half) =
            half.map_or((typed.as_str(), None), |(clock, half)| (clock, Some(half)));
        let (hour, minute) = match clock.split_once([':', '.']) {
            Some((hour, minute)) => (hour, minute.parse().ok()?),
            None => (clock, 0),
        };
        let hour: i8 = hour.parse().ok()?;
        let hour = match half {
            None => hour,
            Some(_) if !(1..=12).contains(&hour) => return None,
            Some("am") => hour % 12,
            Some(_) => hour % 12 + 12,
        };
        // A bare "9" may be a slip for anything.
        (half.is_some() || clock.contains([':', '.'])).then_some(())?;
        Time::new(hour, minute, 0, 0).ok()
    }

    fn date(&self, year: &str, month: &str, day: &str) -> Option<Date> {
        is_year(year).then_some(())?;
        Date::new(
            year.parse().ok()?,
            self.month_number(month)?,
            day.parse().ok()?,
        )
        .ok()
    }

    fn month_number(&self, typed: &str) -> Option<i8> {
        typed.parse().ok().or_else(|| {
            (1..=12).find(|month| {
                ["words-month", "words-month-short"]
                    .iter()
                    .any(|family| self.get(&format!("{family}-{month}")).to_lowercase() == typed)
            })
        })
    }
}

/// Two digits could be any century.
fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|letter| letter.is_ascii_digit())
}

fn parts(typed: &str) -> Vec<String> {
    typed
        .to_lowercase()
        .split(|letter: char| letter.is_whitespace() || "/.-,".contains(letter))
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use crate::words::WordBook;

    #[test]
    fn a_date_is_read_in_the_ways_people_write_it() {
        let words = WordBook::load().english();
        for typed in [
            "2 March 2027",
            " 2 mar 2027 ",
            "2/3/2027",
            "02.03.2027",
            "2027-03-02",
            "2 3 2027",
            "Tuesday 2 March 2027",
            "Tuesday, 2 March 2027",
        ] {
            assert_eq!(words.read_day(typed), Some(date(2027, 3, 2)), "{typed}");
        }
        for typed in [
            "",
            "2 March",
            "2/3/27",
            "30/2/2027",
            "March 2027",
            "2 Mars 2027",
            "1 2 3 4 5",
            "٢ March 2027",
        ] {
            assert_eq!(words.read_day(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_written_date_reads_back_as_itself() {
        let words = WordBook::load().english();
        for month in 1..=12 {
            let day = date(2028, month, 29);
            assert_eq!(words.read_day(&words.day(day)), Some(day));
            assert_eq!(words.read_day(&words.day_short(day)), Some(day));
            assert_eq!(
                words.read_month(&words.month(day)),
                Some(day.first_of_month())
            );
        }
    }

    #[test]
    fn a_time_is_read_in_the_ways_people_write_it() {
        let words = WordBook::load().english();
        let said = [
            "noon", "Midnight", "9am", "12am", "12 pm", "4.30 pm", "16:30", "09:05",
        ];
        let read = said.map(|typed| words.read_time(typed));
        let meant = [
            (12, 0),
            (0, 0),
            (9, 0),
            (0, 0),
            (12, 0),
            (16, 30),
            (16, 30),
            (9, 5),
        ];
        assert_eq!(
            read,
            meant.map(|(hour, minute)| Some(time(hour, minute, 0, 0)))
        );
        for typed in ["", "9", "25:00", "13pm", "0am", "9:61", "nine", "pm"] {
            assert_eq!(words.read_time(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_written_time_reads_back_as_itself() {
        let words = WordBook::load().english();
        for hour in 0..24 {
            for minute in [0, 1, 30, 59] {
                let at = time(hour, minute, 0, 0);
                assert_eq!(words.read_time(&words.time(at)), Some(at));
            }
        }
    }
}
