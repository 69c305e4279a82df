//! Stories from end to end, across audiences.

mod award;
mod nominator;
pub(crate) mod stages;
