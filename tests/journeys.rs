//! Stories from end to end, across audiences.

mod nominator;
