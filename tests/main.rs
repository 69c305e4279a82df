//! The whole of Plaudit, driven through its router.
//!
//! A page's tests lie in the folder of its area: `admin/shortlist.rs` tests `/admin/shortlist/…`. A test begins with
//! `Site::at(Stage::…)`, asks it through a `Client` (`site.visitor()`, `site.signed_in(JUDGES[0])`), and reads `Page`s,
//! `Form`s and `Letter`s; see `support`.

mod accounts;
mod admin;
mod commands;
mod crash;
mod exports;
mod guards;
mod journeys;
mod judging;
mod leaks;
mod letters;
mod permissions;
mod public;
mod queries;
mod server;
mod support;
mod tidy;
