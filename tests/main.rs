//! The whole of Plaudit, driven through its router.

mod support;
mod tidy;
