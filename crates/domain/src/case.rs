//! A case: all that judges read of one nominee in one category.

pub mod decision;
pub mod status;

pub use status::{Event, Status};
