//! The ranking as CSV: a row for each entry, numbers in full.

use std::io::{self, Write};

use csv::Writer;

use super::{Outcome, names};

/// The columns, in their order.
const COLUMNS: [&str; 10] = [
    "rank",
    "entry",
    "reviews",
    "raw_mean",
    "score",
    "standard_error",
    "p_top_k",
    "rank_low",
    "rank_high",
    "status",
];

/// Writes it; what is not known is empty.
pub(super) fn write(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    let mut rows = Writer::from_writer(out);
    rows.write_record(COLUMNS).map_err(of_writing)?;
    for entry in &outcome.report.entries {
        let chance = entry.chance;
        rows.write_record([
            whole(entry.rank),
            entry.entry.clone(),
            entry.reviews.to_string(),
            number(entry.raw_mean),
            number(entry.score),
            number(entry.standard_error),
            number(chance.map(|chance| chance.probability())),
            whole(chance.map(|chance| chance.rank_low)),
            whole(chance.map(|chance| chance.rank_high)),
            names::standing(entry.standing).to_owned(),
        ])
        .map_err(of_writing)?;
    }
    rows.flush()
}

/// Why a row could not be written, as the stream has it: whoever reads may have seen enough.
pub(in crate::cli) fn of_writing(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn whole(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// The shortest digits that mean this very number.
fn number(number: Option<f64>) -> String {
    // Nought has no sign.
    number
        .map(|number| (number + 0.0).to_string())
        .unwrap_or_default()
}
