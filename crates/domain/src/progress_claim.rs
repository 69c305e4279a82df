//! Progress claims: what changed, before and after, from when to when, and what shows it.

use crate::text::Fault;

/// A month of a year, as a claim gives its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: i16,
    month: u8,
}

impl Month {
    /// Reads `2026-03` (what a browser's month field sends), `3/2026`, `March 2026` or `Mar 2026`; years 1950 to 2100.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        const NAMES: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        let typed = typed.trim().to_lowercase();
        if typed.is_empty() {
            return Err(Fault::Missing);
        }
        let parts: Vec<&str> = typed
            .split(['-', '/', ' ', '.'])
            .filter(|part| !part.is_empty())
            .collect();
        let [first, second] = parts.as_slice() else {
            return Err(Fault::Malformed);
        };
        let (month, year) = if first.len() == 4 {
            (second, first)
        } else {
            (first, second)
        };
        let named = NAMES
            .iter()
            .position(|name| month.len() >= 3 && month.starts_with(name));
        let month = match named {
            Some(index) => u8::try_from(index + 1).map_err(|_| Fault::Malformed)?,
            None => month.parse().map_err(|_| Fault::Malformed)?,
        };
        let year: i16 = year.parse().map_err(|_| Fault::Malformed)?;
        if (1950..=2100).contains(&year) && (1..=12).contains(&month) {
            Ok(Self { year, month })
        } else {
            Err(Fault::OutOfRange {
                lowest: Some("1950".into()),
                highest: Some("2100".into()),
            })
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }
}

impl std::fmt::Display for Month {
    /// Writes `2026-03`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// The most words of each text of a claim.
pub const WORD_LIMIT: usize = 100;
/// The most claims of one nomination.
pub const CLAIMS_LIMIT: u32 = 8;

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressClaim {
    /// How it was.
    pub before: String,
    /// How it is now.
    pub after: String,
    /// When the change began.
    pub from: Month,
    /// When it was done; none if it goes on.
    pub to: Option<Month>,
    /// What shows it.
    pub shown_by: String,
}

impl ProgressClaim {
    /// Refuses a claim that ends before it begins.
    pub fn check_order(from: Month, to: Option<Month>) -> Result<(), Fault> {
        if to.is_some_and(|to| to < from) {
            Err(Fault::EndsBeforeStart)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_people_write_them() {
        for typed in [
            "2026-03",
            "3/2026",
            "03 2026",
            "March 2026",
            "mar 2026",
            "2026 March",
        ] {
            assert_eq!(
                Month::parse(typed).map(|month| month.to_string()),
                Ok("2026-03".into()),
                "{typed}"
            );
        }
        assert_eq!(
            Month::parse("13/2026").map_err(|fault| fault.key()),
            Err("out-of-range")
        );
        assert_eq!(Month::parse("last spring"), Err(Fault::Malformed));
    }

    #[test]
    fn a_claim_does_not_end_before_it_begins() {
        let month = |typed| Month::parse(typed).expect("a month");
        assert_eq!(
            ProgressClaim::check_order(month("2026-03"), Some(month("2026-03"))),
            Ok(())
        );
        assert_eq!(
            ProgressClaim::check_order(month("2026-03"), Some(month("2026-02"))),
            Err(Fault::EndsBeforeStart),
        );
    }
}
