//! Files: their columns, their cells, and who may have them.

pub(crate) mod files;
mod meeting;
mod office;
pub(crate) mod package;
mod packs;
pub(crate) mod publication;
mod registers;
