//! The parts of the page.

pub(super) mod cases;
pub(super) mod judges;
