//! What is measured, and what it must reach.

mod assignment;
mod bare;
mod judges;
mod load;
mod machine;
mod pages;
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

/// Measures everything, or with `judging` only what panels wait for, and prints one table.
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
    if std::env::args().any(|arg| arg == "judging") {
        judging().await;
        return;
    }
    if is_sqlite {
        for figure in server::idle().await {
            figure.print();
        }
        for figure in pages::judging().await {
            figure.print();
        }
        pages::long_list().await.print();
        judging().await;
    }
    // Asked more of at once than of any other database: SQLite shares its one flush between those who wait.
    let times_bare = if is_sqlite { 1.5 } else { 0.4 };
    for figure in server::busy(times_bare).await {
        figure.print();
    }
}

/// What a large panel waits for.
async fn judging() {
    judges::long_desk().await.print();
    for figure in judges::saving().await {
        figure.print();
    }
    assignment::planning().await.print();
}
