//! What the tests stand on: a database of their own, the application over it, and browsers without a screen.

mod client;
mod database;
mod form;
mod letters;
mod page;
mod wire;

pub(crate) use client::Client;
pub(crate) use database::Database;
pub(crate) use letters::Letter;
pub(crate) use page::Page;
