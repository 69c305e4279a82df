//! How the things of the domain look wherever they are shown: to the public, to judges and to administrators alike.

pub mod case;
pub mod criteria;
pub mod interest;
pub mod name;
pub mod nomination;
pub mod nomination_form;
pub mod season;
pub mod timetable;
pub mod decision;
pub mod fact;
pub mod named;
pub mod status;
