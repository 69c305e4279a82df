//! The cases of the pack as a file of its own.

mod view;

pub(super) use self::view::document;
