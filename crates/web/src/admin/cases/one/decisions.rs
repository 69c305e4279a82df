//! The decisions that are open on a case, each a small form.

mod view;

pub(super) use view::open;
