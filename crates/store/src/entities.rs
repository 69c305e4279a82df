//! The rows as they lie in the tables. None of these types leaves the crate.

#![expect(unreachable_pub, reason = "the derive writes public items")]

pub(crate) mod abstentions;
pub(crate) mod accounts;
pub(crate) mod answers;
pub(crate) mod assignments;
pub(crate) mod cases;
pub(crate) mod categories;
pub(crate) mod criteria;
pub(crate) mod decisions;
pub(crate) mod dismissals;
pub(crate) mod eligibility_rules;
pub(crate) mod enquiries;
pub(crate) mod fact_words;
pub(crate) mod facts;
pub(crate) mod interests;
pub(crate) mod letters;
pub(crate) mod marks;
pub(crate) mod memberships;
pub(crate) mod nominations;
pub(crate) mod organisations;
pub(crate) mod people;
pub(crate) mod person_keys;
pub(crate) mod plan_judges;
pub(crate) mod plan_pairs;
pub(crate) mod plans;
pub(crate) mod practice_cases;
pub(crate) mod programmes;
pub(crate) mod progress_claims;
pub(crate) mod question_revisions;
pub(crate) mod questions;
pub(crate) mod reminding;
pub(crate) mod rule_set_corrections;
pub(crate) mod rule_sets;
pub(crate) mod scorecards;
pub(crate) mod scores;
pub(crate) mod seasons;
pub(crate) mod server_keys;
pub(crate) mod sessions;
pub(crate) mod sheets;
pub(crate) mod stages;
pub(crate) mod stewards;
pub(crate) mod terms;
pub(crate) mod tokens;
