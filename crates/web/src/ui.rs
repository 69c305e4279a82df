//! The looks: components that know nothing of nominations.
pub mod page;
