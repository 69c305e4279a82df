//! A fact check: somebody at the employing body, not the nominator, confirms employment, facts and permission to
//! publish.
//!
//! It is asked for, opened and answered exactly as a reference is, so it shares the reference's life.

pub use crate::reference::{Event, Status};
