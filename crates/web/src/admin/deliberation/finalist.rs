//! One finalist.

mod view;

pub(super) use view::page;
