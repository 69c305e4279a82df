//! The whole of Plaudit, driven through its router.

mod tidy;
