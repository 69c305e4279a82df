//! Stories from end to end, across audiences.

mod administrator;
mod nominator;
