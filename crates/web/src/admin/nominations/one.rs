//! One nomination: what was said in it, beside the decisions that are open on it.

mod view;

pub(super) use view::page;
