//! The rule set: the version of criteria, method, merit floor, quorum, shortlist size and tie-break that a season is
//! judged by. It is a draft until the season opens, and locked from then on.

mod changes;
mod choices;
mod meeting;

use serde_json::json;

use crate::{
    criterion::Criterion, fact::canonical, ids::RuleSetId, interest::conflicts::ConflictPolicy,
    stage::Stages, status::words,
};

pub use changes::{Change, changes};
pub use choices::{AtTheCut, OthersScores, Reading};
pub use meeting::{Deciding, Meeting};

words! {
    /// Whether a rule set may still be changed.
    pub enum Status as "rule set status" {
        /// Being written.
        Draft = "draft",
        /// What the season is judged by.
        Locked = "locked",
        /// Locked once, replaced by a later version with a reason.
        Superseded = "superseded",
    }
}

words! {
    /// How a ranking is made of scorecards.
    pub enum Method as "method" {
        /// The mean of the weighted totals.
        Mean = "mean",
        /// What the scores say of a case once its judges' severity is taken out, and its standard error.
        Calibrated = "calibrated",
        /// The same, after judges who use more of the scale than others are brought to the common spread.
        CalibratedSpread = "calibrated-spread",
        /// The mean without one highest and one lowest total, where there are four or more.
        Trimmed = "trimmed-mean",
        /// Each judge's totals in standard deviations from their own mean.
        ZScore = "z-score",
        /// Each judge's order alone.
        Borda = "borda",
    }
}

impl Method {
    /// Whether it says how surely a case has its total.
    pub const fn has_standard_error(self) -> bool {
        matches!(self, Self::Calibrated | Self::CalibratedSpread)
    }

    /// Whether its total says how good a case is. An order alone does not: with it, the merit floor is compared with
    /// the mean.
    pub const fn measures_merit(self) -> bool {
        !matches!(self, Self::Borda)
    }
}

words! {
    /// A way to tell apart cases with the same total, in the order of the rule set.
    pub enum TieBreak as "tie-break" {
        /// The means of the criteria, one after another from the heaviest.
        Criteria = "criteria",
        /// Who more judges placed above the other, among those who scored both.
        HeadToHead = "head-to-head",
        /// The total less its standard error: what is better known of two equals.
        LowerBound = "lower-bound",
    }
}

impl TieBreak {
    /// Whether it can tell anything apart with this method.
    pub const fn works_with(self, method: Method) -> bool {
        match self {
            Self::Criteria | Self::HeadToHead => true,
            Self::LowerBound => method.has_standard_error(),
        }
    }
}

/// What a view tries, and nothing is decided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// Another method.
    pub method: Option<Method>,
    /// Another merit floor, in hundredths of a percent.
    pub merit_floor: Option<u32>,
    /// Another number of finalists.
    pub shortlist_size: Option<u32>,
}

/// What a season is judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSet {
    /// Its id.
    pub id: RuleSetId,
    /// Its version, from 1.
    pub number: u32,
    /// Whether it may still be changed.
    pub status: Status,
    /// How the ranking is made.
    pub method: Method,
    /// The least that may be shortlisted or win, in hundredths of a percent: 6000 is 60 %.
    pub merit_floor: u32,
    /// How many scorecards a case needs to be ranked.
    pub quorum: u32,
    /// How many finalists there may be.
    pub shortlist_size: u32,
    /// What tells apart cases with the same total; what it leaves tied stays tied.
    pub tie_break: Vec<TieBreak>,
    /// What happens where the cut falls between cases that stay tied.
    pub at_the_cut: AtTheCut,
    /// What a lot at the cut is drawn from; set when the rule set is locked, where it draws lots.
    pub lot_seed: Option<String>,
    /// Whether judges read whom a case concerns.
    pub reading: Reading,
    /// When a judge sees what the others gave.
    pub others_scores: OthersScores,
    /// How the panel comes to its results, and with how many.
    pub meeting: Meeting,
    /// What declared interests lead to; none where the season was set up before there was a policy.
    pub conflicts: Option<ConflictPolicy>,
    /// What is scored, in its order.
    pub criteria: Vec<Criterion>,
    /// What comes before and after the scoring; nothing in the small award.
    pub stages: Stages,
    /// SHA-256 of the locked text, in hexadecimal.
    pub digest: Option<String>,
}

impl RuleSet {
    /// The sum of the weights.
    pub fn total_weight(&self) -> u64 {
        self.criteria
            .iter()
            .map(|criterion| u64::from(criterion.weight))
            .sum()
    }

    /// A criterion's share of the whole, in hundredths of a percent, rounded to the nearest.
    pub fn share(&self, criterion: &Criterion) -> u64 {
        let total = self.total_weight().max(1);
        (u64::from(criterion.weight) * 10_000 + total / 2) / total
    }

    /// The same rules with what a view tries in their place.
    #[must_use]
    pub fn tried(self, what_if: &WhatIf) -> Self {
        Self {
            method: what_if.method.unwrap_or(self.method),
            merit_floor: what_if.merit_floor.unwrap_or(self.merit_floor),
            shortlist_size: what_if.shortlist_size.unwrap_or(self.shortlist_size),
            ..self
        }
    }

    /// Whether there is something to score that counts.
    pub fn is_complete(&self) -> bool {
        self.total_weight() > 0 && self.quorum > 0 && self.shortlist_size > 0
    }

    /// What declared interests lead to.
    pub fn conflict_policy(&self) -> ConflictPolicy {
        let policy = self
            .conflicts
            .clone()
            .unwrap_or_else(ConflictPolicy::by_hand);
        match self.reading {
            Reading::Open => policy,
            // Whoever rules learns whom the case concerns, and the chair reads and scores as the others do.
            Reading::Blind => policy.ruled_by_administrators(),
        }
    }

    /// The text that is sealed when the rule set is locked: everything that can change a result, and every word that
    /// judges and nominators read.
    pub fn content(&self) -> String {
        let mut content = json!({
            "number": self.number,
            "method": self.method.as_str(),
            "merit_floor": self.merit_floor,
            "quorum": self.quorum,
            "shortlist_size": self.shortlist_size,
            "tie_break": self.tie_break.iter().map(|rule| rule.as_str()).collect::<Vec<_>>(),
            "criteria": in_full(&self.criteria),
        });
        if let Some(conflicts) = &self.conflicts {
            content["conflicts"] = conflicts.to_json();
        }
        if self.stages.are_on() {
            content["stages"] = self.stages.to_json();
        }
        if let Some(interview) = &self.stages.interview {
            content["interview_criteria"] = in_full(&interview.criteria);
        }
        // What is left as it usually is stands in no text, so that seals made before there was a choice still hold.
        if self.at_the_cut != AtTheCut::default() {
            content["at_the_cut"] = json!(self.at_the_cut.as_str());
        }
        if let Some(seed) = &self.lot_seed {
            content["lot_seed"] = json!(seed);
        }
        if self.reading != Reading::default() {
            content["reading"] = json!(self.reading.as_str());
        }
        if self.others_scores != OthersScores::default() {
            content["others_scores"] = json!(self.others_scores.as_str());
        }
        if self.meeting.deciding != Deciding::default() {
            content["deciding"] = json!(self.meeting.deciding.as_str());
        }
        if self.meeting.quorum > 0 {
            content["meeting_quorum"] = json!(self.meeting.quorum);
        }
        canonical(&content)
    }
}

/// Every word and number of these criteria.
fn in_full(criteria: &[Criterion]) -> serde_json::Value {
    let one = |criterion: &Criterion| {
        let descriptors: serde_json::Map<_, _> = criterion
            .descriptors
            .iter()
            .map(|(steps, words)| (steps.to_string(), json!(words)))
            .collect();
        json!({
            "key": criterion.key,
            "title": criterion.title,
            "guidance": criterion.guidance,
            "weight": criterion.weight,
            "lowest": criterion.scale.lowest().to_string(),
            "highest": criterion.scale.highest().to_string(),
            "step": criterion.scale.step().to_string(),
            "descriptors": descriptors,
        })
    };
    criteria.iter().map(one).collect()
}
