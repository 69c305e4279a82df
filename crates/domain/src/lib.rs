//! What Plaudit decides: nominations, cases, criteria, scorecards, rule sets, statuses and permissions.
//!
//! Nothing here does I/O, reads the clock or makes an id: what is needed comes in as an argument, so that a decision
//! can fail only by refusing, and a refusal is a value with its facts.

pub mod accent;
pub mod acceptance;
pub mod assignment;
pub mod biography;
pub mod case;
pub mod column_choice;
pub mod criterion;
pub mod deliberation;
pub mod eligibility;
pub mod export;
pub mod fact;
pub mod fact_check;
pub mod ids;
pub mod interest;
pub mod mark;
pub mod membership;
pub mod next_steps;
pub mod nomination;
pub mod person;
pub mod plan;
pub mod policy;
pub mod programme;
pub mod progress;
pub mod progress_claim;
pub mod publication;
pub mod question;
pub mod quorum;
pub mod reference;
pub mod refusal;
pub mod reminding;
pub mod rule_set;
pub mod scorecard;
pub mod season;
pub mod shortlist;
pub mod stage;
pub mod standing;
pub mod status;
pub mod steward;
pub mod terms;
pub mod text;
pub mod window;
