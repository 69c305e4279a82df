//! Who abstained from a case.

mod view;

pub(super) use self::view::list;
