//! What judges see and do: the desk, the gate of a case, the scorecard.

mod abstention;
mod desk;
mod enquiries;
mod interests;
mod pack;
pub(crate) mod panel;
mod practice;
mod refused;
mod scorecards;
mod scoring;
