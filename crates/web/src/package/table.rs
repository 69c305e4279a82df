//! The package's tables: CSV with a line end after each row, and no cell that needs quotation marks of a person's words.

use csv::{Reader, StringRecord, Writer};

use super::fault::Fault;

/// A table that is being written.
pub(super) struct Rows(Writer<Vec<u8>>);

impl Rows {
    pub(super) fn new<'a>(columns: impl IntoIterator<Item = &'a str>) -> Self {
        let mut rows = Self(Writer::from_writer(Vec::new()));
        rows.push(columns.into_iter().map(str::to_owned));
        rows
    }

    pub(super) fn push(&mut self, cells: impl IntoIterator<Item = String>) {
        let written = self.0.write_record(cells);
        written.expect("memory takes every row, and rows have a cell for each column");
    }

    pub(super) fn text(self) -> String {
        let bytes = self.0.into_inner().expect("memory takes what was buffered");
        String::from_utf8(bytes).expect("cells are words")
    }
}

/// Reads a member's rows, each by a function that answers none for a row that is none.
pub(super) fn read<T>(
    member: &'static str,
    text: &str,
    columns: &[&str],
    mut row: impl FnMut(&StringRecord) -> Option<T>,
) -> Result<Vec<T>, Fault> {
    let fault = |line: usize, why: &str| Fault::Unreadable {
        member,
        line,
        why: why.to_owned(),
    };
    let mut reader = Reader::from_reader(text.as_bytes());
    let head = reader
        .headers()
        .map_err(|_| fault(1, "it names no columns"))?;
    if !head.iter().eq(columns.iter().copied()) {
        return Err(fault(1, "its columns are other ones"));
    }
    (reader.records().zip(2..))
        .map(|(record, line)| {
            let record = record.map_err(|_| fault(line, "it is no row"))?;
            row(&record).ok_or_else(|| fault(line, "it does not fit the rules or the cases"))
        })
        .collect()
}

/// A number as a table gives it: as many digits as tell it from every other.
pub(super) fn number(number: Option<f64>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}
