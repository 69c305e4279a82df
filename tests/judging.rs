//! What judges see and do: the desk, the gate of a case, the scorecard.

mod abstention;
mod biographies;
mod blind;
mod confidentiality;
pub(crate) mod deliberation;
mod desk;
mod diagnostics;
mod enquiries;
mod interests;
mod pack;
pub(crate) mod panel;
mod parts;
mod practice;
mod progress;
mod refused;
mod reopenings;
mod rulings;
mod scorecards;
mod scoring;
