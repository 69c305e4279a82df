//! The panel's meeting: in which order its cases come, who may vote, and what a vote supports.

pub mod agenda;
pub mod ballot;

pub use agenda::{Agenda, Item};
pub use ballot::{Choice, Count};
