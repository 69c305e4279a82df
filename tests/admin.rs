//! What administrators see and do: the dashboard, nominations, cases, judges, the shortlist, the record.

mod assignment;
mod cases;
mod certainty;
mod conflicts;
pub(crate) mod deliberation;
mod interests;
mod invitation_letters;
mod judges;
mod later_stages;
mod mail;
mod marks;
mod nominations;
mod panel_changes;
mod panel_roles;
mod progress;
mod published_rules;
mod record;
mod rulings;
mod setup_criteria;
mod setup_people;
mod setup_programmes;
mod setup_questions;
mod setup_seasons;
mod setup_terms;
pub(crate) mod setup_world;
mod several;
pub(crate) mod shortlist;
