//! The terms: a programme's agreed text, in versions.

pub mod status;

pub use status::{Event, Status};
