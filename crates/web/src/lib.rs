//! What Plaudit asks and shows: the pages, the letters, the files and the command line.

mod accounts;
pub mod assets;
pub mod cli;
pub mod clock;
pub mod config;
pub mod http;
pub mod letters;
pub mod paths;
pub mod router;
pub mod serve;
mod server;
pub mod state;
pub mod ui;
pub mod words;
