//! What Plaudit asks and shows: the pages, the letters, the files and the command line.
pub mod assets;
pub mod ui;
pub mod words;
