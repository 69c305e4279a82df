//! The demo's files, as they are read.

use std::collections::BTreeMap;

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    StoreError,
    shipped::{Award, AwardCriterion},
};

fn read<T: DeserializeOwned>(json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(StoreError::unreadable)
}

const SECOND: &str = include_str!("second_programme.json");
const THIRD: &str = include_str!("third_programme.json");

/// The society, its panel, and the dates of its season.
#[derive(Deserialize)]
pub(super) struct Panel {
    pub(super) organisation: Organisation,
    pub(super) season: Season,
    pub(super) stewards: Vec<Steward>,
    pub(super) administrators: Vec<Member>,
    pub(super) judges: Vec<Judge>,
    pub(super) attending: Vec<Attending>,
    pub(super) interests: Vec<Interest>,
    pub(super) confidentiality: Vec<String>,
}

impl Panel {
    pub(super) fn read() -> Result<Self, StoreError> {
        read(include_str!("panel.json"))
    }
}

#[derive(Deserialize)]
pub(super) struct Organisation {
    pub(super) name: String,
    pub(super) contact: Contact,
}

#[derive(Deserialize)]
pub(super) struct Contact {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) telephone: String,
}

/// Dates as clocks in the zone show them.
#[derive(Deserialize)]
pub(super) struct Season {
    pub(super) title: String,
    pub(super) zone: String,
    pub(super) opens_at: String,
    pub(super) closes_at: String,
    pub(super) judging_begins_at: String,
    pub(super) judging_ends_at: String,
    pub(super) decision_at: String,
    pub(super) announcement_at: String,
    pub(super) demo_now: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Steward {
    pub(super) name: String,
}

#[derive(Deserialize)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) email: String,
}

/// A judge with a manner of their own: `severity` is added to what the case deserves, out of 100, so that a positive
/// one is lenient; `noise` is the standard deviation of what chance adds.
#[derive(Deserialize)]
pub(super) struct Judge {
    #[serde(flatten)]
    pub(super) member: Member,
    #[serde(flatten)]
    pub(super) public: Public,
    pub(super) role: String,
    pub(super) severity: f64,
    pub(super) noise: f64,
}

/// What somebody on the panel says of themselves in public.
#[derive(Deserialize)]
pub(super) struct Public {
    pub(super) organisation: String,
    pub(super) biography: String,
}

/// Somebody who sits on the panel and scores nothing.
#[derive(Deserialize)]
pub(super) struct Attending {
    #[serde(flatten)]
    pub(super) member: Member,
    #[serde(flatten)]
    pub(super) public: Public,
    pub(super) role: String,
}

#[derive(Deserialize)]
pub(super) struct Interest {
    pub(super) judge: String,
    pub(super) nominee: String,
    pub(super) status: String,
    pub(super) kind: String,
    pub(super) words: String,
}

/// The nominations of the first season, and what judges say of them.
#[derive(Deserialize)]
pub(super) struct First {
    pub(super) nominations: Vec<Nomination>,
    pub(super) scorecard_words: BTreeMap<String, ScorecardWords>,
}

impl First {
    pub(super) fn read() -> Result<Self, StoreError> {
        read(include_str!("it_progress.json"))
    }
}

#[derive(Clone, Deserialize)]
pub(super) struct ScorecardWords {
    pub(super) comments: Vec<String>,
    pub(super) strongest: Vec<String>,
    pub(super) would_have_helped: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Nomination {
    pub(super) nominee: Person,
    pub(super) nominator: Person,
    pub(super) referee: Option<Person>,
    pub(super) relationship: String,
    pub(super) relationship_words: String,
    pub(super) eligibility: BTreeMap<String, String>,
    pub(super) answers: BTreeMap<String, Value>,
    #[serde(default)]
    pub(super) claims: Vec<Claim>,
    pub(super) screening: Option<Screening>,
    #[serde(default)]
    pub(super) profile: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) telephone: Option<String>,
    pub(super) role: Option<String>,
    #[serde(alias = "organisation")]
    pub(super) employer: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Claim {
    pub(super) before: String,
    pub(super) after: String,
    pub(super) from: String,
    pub(super) to: Option<String>,
    pub(super) shown_by: String,
}

#[derive(Deserialize)]
pub(super) struct Screening {
    pub(super) decision: String,
    pub(super) reason: Option<String>,
}

/// The season before the one that is open in the second programme: who judged it, what came in, and what became of it.
#[derive(Deserialize)]
pub(super) struct Earlier {
    pub(super) season: Season,
    pub(super) judges: Vec<Judge>,
    pub(super) nominations: Vec<Nomination>,
    pub(super) scorecard_words: BTreeMap<String, ScorecardWords>,
    pub(super) winner: String,
    pub(super) winner_reason: String,
    pub(super) commended_reason: String,
}

impl Earlier {
    pub(super) fn read() -> Result<Self, StoreError> {
        read(include_str!("earlier_season.json"))
    }
}

/// The second programme beside its award: who runs it, its dates, and what came in so far.
#[derive(Deserialize)]
pub(super) struct Second {
    pub(super) steward: Steward,
    pub(super) contact: Contact,
    pub(super) season: Season,
    pub(super) nominations: Vec<Nomination>,
}

impl Second {
    pub(super) fn read() -> Result<Self, StoreError> {
        read(SECOND)
    }

    /// The award of the same file.
    pub(super) fn award() -> Result<Award, StoreError> {
        Award::parse(SECOND).map_err(StoreError::unreadable)
    }
}

/// The third programme beside its award: its stages, its panel, what came in, and how far its sift is.
#[derive(Deserialize)]
pub(super) struct Third {
    pub(super) steward: Steward,
    pub(super) contact: Contact,
    pub(super) season: Season,
    pub(super) stages: Stages,
    pub(super) interview: AwardCriterion,
    pub(super) judges: Vec<Judge>,
    pub(super) nominations: Vec<Nomination>,
    pub(super) votes: Vec<Votes>,
}

/// What its rules say of its sift and its interview.
#[derive(Deserialize)]
pub(super) struct Stages {
    pub(super) votes: u32,
    pub(super) guidance: String,
    pub(super) quorum: u32,
    pub(super) carried: u32,
}

/// What a judge said of its nominations in their order, as far as they have come, each with why.
#[derive(Deserialize)]
pub(super) struct Votes {
    pub(super) judge: String,
    pub(super) said: Vec<String>,
    pub(super) comments: Vec<String>,
}

impl Third {
    pub(super) fn read() -> Result<Self, StoreError> {
        read(THIRD)
    }

    /// The award of the same file.
    pub(super) fn award() -> Result<Award, StoreError> {
        Award::parse(THIRD).map_err(StoreError::unreadable)
    }
}
