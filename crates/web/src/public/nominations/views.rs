//! How a nominator's own pages look.

mod around;
mod check;
mod page;

pub(super) use around::{expired, renewed, withdrawal};
pub(super) use page::Page;
