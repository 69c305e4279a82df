//! Being built.

pub mod acceptance;
pub mod assignment;
pub mod case;
pub mod fact_check;
pub mod interest;
pub mod nomination;
pub mod reference;
pub mod season;
pub mod status;
pub mod steward;
pub mod terms;
