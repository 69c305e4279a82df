//! A season: one yearly run of a programme.

pub mod status;

pub use status::{Event, Status};
