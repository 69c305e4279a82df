//! The ways from a season to what it came to.

mod view;

pub(super) use view::results;
