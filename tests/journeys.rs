//! Stories from end to end, across audiences.
