//! How a judge's own scores are spread, on their desk.

mod view;

pub(super) use self::view::table;
