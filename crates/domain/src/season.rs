//! A season: one yearly run of a programme.

pub mod status;

use jiff::Timestamp;

use crate::{
    ids::{CategoryId, ProgrammeId, RuleSetId, SeasonId, StageId},
    progress_claim::CLAIMS_LIMIT,
    stage,
    text::{self, Fault, Texts},
    window::Window,
};

pub use status::{Event, Status};

/// The dates of a season, in their order. Each is an instant; the programme's zone says how it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timetable {
    /// Nominations open.
    pub opens_at: Option<Timestamp>,
    /// Nominations close: what is received by then counts.
    pub closes_at: Option<Timestamp>,
    /// Scorecards are due.
    pub judging_ends_at: Option<Timestamp>,
    /// The panel decides.
    pub decision_at: Option<Timestamp>,
    /// The result becomes public.
    pub announcement_at: Option<Timestamp>,
}

impl Timetable {
    /// The dates with their names, in their order.
    pub fn dates(&self) -> [(&'static str, Option<Timestamp>); 5] {
        [
            ("opens", self.opens_at),
            ("closes", self.closes_at),
            ("judging-ends", self.judging_ends_at),
            ("decision", self.decision_at),
            ("announcement", self.announcement_at),
        ]
    }

    /// The names of the dates that come before a date which should precede them.
    pub fn out_of_order(&self) -> Vec<(&'static str, Fault)> {
        let mut faults = Vec::new();
        let mut latest: Option<Timestamp> = None;
        for (name, date) in self.dates() {
            let Some(date) = date else { continue };
            if latest.is_some_and(|latest| date <= latest) {
                faults.push((name, Fault::EndsBeforeStart));
            }
            latest = latest.max(Some(date));
        }
        faults
    }

    /// The names of the dates that are still to be set.
    pub fn missing(&self) -> Vec<&'static str> {
        self.dates()
            .into_iter()
            .filter(|(_, date)| date.is_none())
            .map(|(name, _)| name)
            .collect()
    }

    /// The window in which nominations are received, once both of its ends are set.
    pub fn nominations(&self) -> Option<Window> {
        Window::new(self.opens_at?, self.closes_at?).ok()
    }
}

/// A season as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// Its id.
    pub id: SeasonId,
    /// Whose season it is.
    pub programme: ProgrammeId,
    /// What it is called: `2027`.
    pub name: String,
    /// Where it stands.
    pub status: Status,
    /// Which pass of its judging is on, or comes first.
    pub stage: stage::Kind,
    /// Its dates.
    pub timetable: Timetable,
    /// What a nominator declares.
    pub declaration: Texts,
    /// How many progress claims it asks for.
    pub claims: ClaimsAsked,
    /// Grows with every change that a visitor could see.
    pub revision: i64,
    /// Grows with every change.
    pub version: i64,
}

impl Season {
    /// Whether this is its name as people read it, whatever its capitals and accents.
    pub fn is_called(&self, name: &str) -> bool {
        text::fold(&self.name) == text::fold(name)
    }
}

/// How many progress claims a nomination has; where there may be none, the form does not ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimsAsked {
    least: u32,
    most: u32,
}

impl ClaimsAsked {
    /// From `least` to `most`, of which there are at most [`CLAIMS_LIMIT`].
    pub fn new(least: u32, most: u32) -> Result<Self, Fault> {
        if most > CLAIMS_LIMIT {
            return Err(Fault::OutOfRange {
                lowest: Some("0".to_owned()),
                highest: Some(CLAIMS_LIMIT.to_string()),
            });
        }
        if least > most {
            return Err(Fault::EndsBeforeStart);
        }
        Ok(Self { least, most })
    }

    /// The least that a nomination needs.
    pub fn least(self) -> u32 {
        self.least
    }

    /// The most that it may have.
    pub fn most(self) -> u32 {
        self.most
    }
}

impl Default for ClaimsAsked {
    /// At least one, at most five.
    fn default() -> Self {
        Self { least: 1, most: 5 }
    }
}

/// What is won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// Its name.
    pub title: Texts,
}

/// One pass of judging.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// Which it is.
    pub kind: stage::Kind,
    /// Its name.
    pub title: Texts,
}

/// What must be there before a season may open; what is missing is named.
#[expect(
    clippy::struct_excessive_bools,
    reason = "a list of things that are there or not"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// A version of the terms is approved.
    pub terms_approved: bool,
    /// Every date is set and in order.
    pub dates_complete: bool,
    /// There is something to ask.
    pub has_questions: bool,
    /// There is something to score, and the weights count for something.
    pub has_criteria: bool,
    /// Every point of every scale says what it means.
    pub scales_described: bool,
    /// There is a category to win.
    pub has_category: bool,
    /// There are yes-or-no rules of who may be put forward; a season can open without.
    pub has_eligibility_rules: bool,
    /// The draft rule set to lock.
    pub rule_set: Option<RuleSetId>,
}

impl Readiness {
    /// What is still missing, by its key; empty when the season may open.
    pub fn missing(&self) -> Vec<&'static str> {
        [
            ("terms", self.terms_approved),
            ("dates", self.dates_complete),
            ("questions", self.has_questions),
            ("criteria", self.has_criteria),
            ("descriptors", self.scales_described),
            ("category", self.has_category),
            ("rule-set", self.rule_set.is_some()),
        ]
        .into_iter()
        .filter(|(_, there)| !there)
        .map(|(key, _)| key)
        .collect()
    }

    /// Whether every part of the season itself is there, whatever its programme's terms wait for.
    pub fn is_set_up(&self) -> bool {
        self.missing().iter().all(|key| *key == "terms")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn dates_come_one_after_another_and_the_missing_are_named() {
        let timetable = Timetable {
            opens_at: Some(at("2027-01-11T09:00:00Z")),
            closes_at: Some(at("2027-03-04T12:00:00Z")),
            judging_ends_at: Some(at("2027-03-04T12:00:00Z")),
            decision_at: None,
            announcement_at: Some(at("2027-10-13T10:00:00Z")),
        };
        assert_eq!(
            timetable.out_of_order(),
            [("judging-ends", Fault::EndsBeforeStart)]
        );
        assert_eq!(timetable.missing(), ["decision"]);
    }

    #[test]
    fn a_season_that_is_not_ready_says_what_is_missing() {
        let ready = Readiness {
            terms_approved: false,
            dates_complete: true,
            has_questions: true,
            has_criteria: false,
            scales_described: false,
            has_category: true,
            has_eligibility_rules: false,
            rule_set: None,
        };
        assert_eq!(
            ready.missing(),
            ["terms", "criteria", "descriptors", "rule-set"]
        );
        assert!(!ready.is_set_up());
        let all_but_terms = Readiness {
            has_criteria: true,
            scales_described: true,
            rule_set: Some(uuid::Uuid::nil().into()),
            ..ready
        };
        assert_eq!(all_but_terms.missing(), ["terms"]);
        assert!(all_but_terms.is_set_up());
    }
}
