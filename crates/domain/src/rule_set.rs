//! The rule set: the version of criteria, method, merit floor, quorum, shortlist size and tie-break that a season is
//! judged by. It is a draft until the season opens, and locked from then on.

use serde_json::json;

use crate::{
    criterion::Criterion, fact::canonical, ids::RuleSetId, interest::conflicts::ConflictPolicy,
    status::words,
};

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
    }
}

words! {
    /// A way to tell apart cases with the same total, in the order of the rule set.
    pub enum TieBreak as "tie-break" {
        /// The means of the criteria, one after another from the heaviest.
        Criteria = "criteria",
        /// Who more judges placed above the other, among those who scored both.
        HeadToHead = "head-to-head",
    }
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
    /// What declared interests lead to; none where the season was set up before there was a policy.
    pub conflicts: Option<ConflictPolicy>,
    /// What is scored, in its order.
    pub criteria: Vec<Criterion>,
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

    /// Whether there is something to score that counts.
    pub fn is_complete(&self) -> bool {
        self.total_weight() > 0 && self.quorum > 0 && self.shortlist_size > 0
    }

    /// What declared interests lead to.
    pub fn conflict_policy(&self) -> ConflictPolicy {
        self.conflicts
            .clone()
            .unwrap_or_else(ConflictPolicy::by_hand)
    }

    /// The text that is sealed when the rule set is locked: everything that can change a result, and every word that
    /// judges and nominators read.
    pub fn content(&self) -> String {
        let criteria: Vec<_> = self
            .criteria
            .iter()
            .map(|criterion| {
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
            })
            .collect();
        let mut content = json!({
            "number": self.number,
            "method": self.method.as_str(),
            "merit_floor": self.merit_floor,
            "quorum": self.quorum,
            "shortlist_size": self.shortlist_size,
            "tie_break": self.tie_break.iter().map(|rule| rule.as_str()).collect::<Vec<_>>(),
            "criteria": criteria,
        });
        if let Some(conflicts) = &self.conflicts {
            content["conflicts"] = conflicts.to_json();
        }
        canonical(&content)
    }
}
