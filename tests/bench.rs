//! What is measured, and what it must reach.

mod assignment;
mod bare;
mod files;
mod judges;
mod large;
mod load;
mod machine;
mod pages;
mod ranking;
mod server;

use std::time::Duration;

use plaudit_store::Address;

use crate::support::Database;

/// Something measured, and what it must reach.
pub(crate) struct Figure {
    what: String,
    measured: f64,
    wanted: f64,
    unit: &'static str,
    more_is_better: bool,
}

impl Figure {
    /// Something that must reach this.
    pub(crate) fn at_least(
        what: impl Into<String>,
        measured: f64,
        wanted: f64,
        unit: &'static str,
    ) -> Self {
        Self {
            what: what.into(),
            measured,
            wanted,
            unit,
            more_is_better: true,
        }
    }

    /// Something that must stay under this.
    pub(crate) fn at_most(
        what: impl Into<String>,
        measured: f64,
        wanted: f64,
        unit: &'static str,
    ) -> Self {
        Self {
            more_is_better: false,
            ..Self::at_least(what, measured, wanted, unit)
        }
    }

    fn is_reached(&self) -> bool {
        if self.more_is_better {
            self.measured >= self.wanted
        } else {
            self.measured <= self.wanted
        }
    }

    #[expect(clippy::print_stdout, reason = "the table is what this program is for")]
    fn print(&self) {
        let wanted = format!(
            "{} {}",
            if self.more_is_better { "≥" } else { "≤" },
            self.wanted
        );
        let reached = if self.is_reached() { "yes" } else { "no" };
        println!(
            "| {} | {:.2} {} | {wanted} {} | {reached} |",
            self.what, self.measured, self.unit, self.unit
        );
    }
}

/// The median in milliseconds.
pub(crate) fn median(times: impl IntoIterator<Item = Duration>) -> f64 {
    let mut times: Vec<_> = times.into_iter().collect();
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1_000.0
}

/// What so many of a hundred stay under, in milliseconds.
pub(crate) fn percentile(times: impl IntoIterator<Item = Duration>, of_hundred: usize) -> f64 {
    let mut times: Vec<_> = times.into_iter().collect();
    times.sort_unstable();
    let place = (times.len() * of_hundred).div_ceil(100).max(1) - 1;
    times[place].as_secs_f64() * 1_000.0
}

/// Measures everything, or only one of its `PARTS`, and prints one table.
#[expect(clippy::print_stdout, reason = "the table is what this program is for")]
pub(crate) async fn run() {
    let folder = tempfile::tempdir().expect("the system has room for a folder");
    let is_sqlite = matches!(Database::empty().address(), Address::Sqlite(_));
    println!(
        "{}, load {}, {}, {:.2} ms to make 4 KiB durable\n",
        machine::processor(),
        machine::load(),
        if is_sqlite { "SQLite" } else { "PostgreSQL" },
        machine::fsync_milliseconds(folder.path())
    );
    println!("| what | measured | wanted | reached |\n|---|---|---|---|");
    let named: Vec<String> = std::env::args()
        .filter(|arg| PARTS.contains(&&**arg))
        .collect();
    let wants = |part: &str| named.is_empty() || named.iter().any(|named| named == part);
    if is_sqlite && wants("pages") {
        print_all(server::idle().await);
        print_all(pages::judging().await);
        pages::long_list().await.print();
    }
    if is_sqlite && wants("judging") {
        judges::long_desk().await.print();
        print_all(judges::saving().await);
        assignment::planning().await.print();
    }
    if is_sqlite && wants("ranking") {
        print_all(ranking::rankings().await);
    }
    if wants("files") {
        print_all(files::files().await);
    }
    if wants("nominations") {
        // Asked more of at once than of any other database: SQLite shares its one flush between those who wait.
        print_all(server::busy(if is_sqlite { 1.5 } else { 0.4 }).await);
    }
}

/// What can be measured by itself.
const PARTS: [&str; 5] = ["pages", "judging", "ranking", "files", "nominations"];

fn print_all(figures: Vec<Figure>) {
    for figure in figures {
        figure.print();
    }
}
