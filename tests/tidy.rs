//! The architecture as a test: what ARCHITECTURE.md promises, and what to do when it is not kept.
//!
//! Each rule is a function from the sources to the places that break it, so that every rule is itself
//! tested against a planted breach.

mod floors;
mod gallery;
mod licences;
mod names;
mod places;
mod routes;
mod snapshots;
mod sources;

/// Fails with what to do, and every place at once.
fn nothing_breaks(rule: &str, places: &[String]) {
    assert!(places.is_empty(), "\n{rule}\n  {}\n", places.join("\n  "));
}
