//! How the things of the domain look wherever they are shown: to the public, to judges and to administrators alike.

pub mod accent;
pub mod biography;
pub mod case;
pub mod changed_rules;
pub mod criteria;
pub mod decision;
pub mod diagnostics;
pub mod enquiry;
pub mod fact;
pub mod history_asked;
pub mod interest;
pub mod mark;
pub mod measures;
pub mod minutes;
pub mod name;
pub mod named;
pub mod nomination;
pub mod nomination_form;
pub mod outcome;
pub mod progress;
pub mod ruling;
pub mod season;
pub mod stages;
pub mod status;
pub mod timetable;
