//! A nomination: one nominator's submitted form.

pub mod status;

use std::collections::BTreeMap;

use crate::{
    eligibility,
    ids::{CategoryId, EligibilityRuleId, QuestionRevisionId},
    person::Person,
    progress_claim::ProgressClaim,
    question,
    status::words,
};

pub use status::{Event, Status};

words! {
    /// How the nominator knows the nominee.
    pub enum Relationship as "relationship" {
        /// Works with the nominee.
        Colleague = "colleague",
        /// Manages the nominee.
        LineManager = "line-manager",
        /// Is a councillor at the nominee's body.
        Councillor = "councillor",
        /// Lives there, or uses what the nominee works on.
        Resident = "resident",
        /// Works for a body that works with the nominee's.
        Partner = "partner",
        /// Is the nominee.
        Themself = "self",
        /// Knows them in another way, and says how.
        Other = "other",
    }
}

/// An answer with the mark that it is not for publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedAnswer {
    /// What was answered.
    pub answer: question::Answer,
    /// Whether judges may read it but nobody may publish it.
    pub not_for_publication: bool,
}

/// Everything that a nominator submits, once every part of it is in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// What is to be won.
    pub category: CategoryId,
    /// Who is put forward.
    pub nominee: Person,
    /// Who puts them forward.
    pub nominator: Person,
    /// How the nominator knows the nominee.
    pub relationship: Relationship,
    /// In the nominator's words.
    pub relationship_words: Option<String>,
    /// The answers to the rules.
    pub eligibility: BTreeMap<EligibilityRuleId, eligibility::Answer>,
    /// The answers, by the revision of the question that was asked.
    pub answers: BTreeMap<QuestionRevisionId, MarkedAnswer>,
    /// What changed.
    pub claims: Vec<ProgressClaim>,
}

impl Submission {
    /// Whether somebody puts themself forward.
    pub fn is_self_nomination(&self) -> bool {
        self.relationship == Relationship::Themself
    }
}
