//! One case of the shortlist.

mod view;

pub(super) use view::page;
