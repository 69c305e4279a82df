//! What the tests stand on: a database of their own, the application over it, and browsers without a screen.

mod client;
mod database;
pub(crate) mod form;
mod letters;
mod page;
pub(crate) mod people;
pub(crate) mod server;
mod site;
pub(crate) mod site_map;
pub(crate) mod stage;
mod wire;

pub(crate) use client::Client;
pub(crate) use database::Database;
pub(crate) use letters::Letter;
pub(crate) use page::Page;
pub(crate) use site::{SESSION, Site};
pub(crate) use stage::{Stage, instant};
