//! Stories from end to end, across audiences.

mod award;
pub(crate) mod interview;
mod meeting;
mod nominator;
mod skating;
pub(crate) mod stages;
