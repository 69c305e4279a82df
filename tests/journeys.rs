//! Stories from end to end, across audiences.

mod award;
mod interview;
mod meeting;
mod nominator;
pub(crate) mod stages;
