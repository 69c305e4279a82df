//! Stories from end to end, across audiences.

mod award;
mod nominator;
mod stages;
