//! What is shown instead of a plan where none is possible.

mod view;

pub(super) use view::impossible;
