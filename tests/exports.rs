//! Files: their columns, their cells, and who may have them.

mod files;
pub(crate) mod package;
mod registers;
