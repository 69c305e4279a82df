//! A nomination: one nominator's submitted form.

pub mod status;

pub use status::{Event, Status};
