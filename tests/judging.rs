//! What judges see and do: the desk, the gate of a case, the scorecard.

mod desk;
mod interests;
pub(crate) mod panel;
mod scorecards;
mod scoring;
