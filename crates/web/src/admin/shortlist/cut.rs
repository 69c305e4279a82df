//! The cut as a preview.

mod view;

pub(super) use view::page;
