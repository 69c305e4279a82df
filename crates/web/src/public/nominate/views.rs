//! How the nomination form looks.

mod asked;
mod both;
mod not_open;
mod page;

pub(super) use not_open::not_open;
pub(super) use page::Special;
pub(in crate::public) use page::{FormPage, anchor, device_draft};
