//! How fast Plaudit is, beside what the same machine does without it, as one table: `tests/run speed`, or
//! `cargo bench --workspace --bench speed`.
//!
//! It measures on the database that the tests are on, which should be a durable one. What the figures mean, and a table
//! of them, is in the web crate's chapter on speed.

#![recursion_limit = "256"]

mod bench;
#[path = "public/filling.rs"]
#[expect(dead_code, reason = "the tests use the rest of it")]
mod filling;
#[path = "queries/rows.rs"]
mod rows;
#[expect(dead_code, unused_imports, reason = "the tests use the rest of it")]
mod support;

#[tokio::main]
async fn main() {
    bench::run().await;
}
