//! Rows as a spreadsheet (XLSX), written row by row so that a long file takes no more memory than a short one.

use std::fmt::Display;

use futures_util::{Stream, StreamExt, pin_mut};
use plaudit_store::StoreError;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use tokio::sync::mpsc;

use super::{Cell, Cells, Line};
use crate::http::error::PageError;

/// How many rows a sheet holds, with its head: more go on in a further sheet.
const ROWS: u32 = 1_048_576;
/// How many letters a cell holds.
const LETTERS: usize = 32_767;
/// What stands at the end of a text that a cell cannot hold; the CSV file has all of it.
const GOES_ON: &str = "… [goes on in the CSV file]";
/// How many rows are handed to the writer at once.
const AT_ONCE: usize = 256;

/// The whole file.
pub(super) async fn book<L: Line, Name: AsRef<str>>(
    name: &str,
    columns: &[Name],
    lines: impl Stream<Item = Result<L, StoreError>> + Send,
) -> Result<Vec<u8>, PageError> {
    let (sender, receiver) = mpsc::channel(4);
    let title = name.to_owned();
    let columns: Vec<String> = columns
        .iter()
        .map(|name| name.as_ref().to_owned())
        .collect();
    let written = tokio::task::spawn_blocking(move || write(&title, &columns, receiver));
    pin_mut!(lines);
    let mut rows = Vec::with_capacity(AT_ONCE);
    while let Some(line) = lines.next().await {
        let mut cells = Cells::Xlsx(Vec::new());
        L::fill(&line?, &mut cells);
        if let Cells::Xlsx(cells) = cells {
            rows.push(cells);
        }
        if rows.len() == AT_ONCE && sender.send(std::mem::take(&mut rows)).await.is_err() {
            break;
        }
    }
    // If the writer is gone, its own answer says why.
    let _ = sender.send(rows).await;
    drop(sender);
    let bug = |error: &dyn Display| PageError::Bug(format!("{name}.xlsx: {error}"));
    written
        .await
        .map_err(|error| bug(&error))?
        .map_err(|error| bug(&error))
}

/// Writes what comes, until nothing more does.
fn write(
    name: &str,
    columns: &[String],
    mut rows: mpsc::Receiver<Vec<Vec<Cell>>>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new().set_bold();
    let mut sheets = 1;
    let mut sheet = begun(&mut book, name, columns, &head)?;
    let mut row = 1;
    while let Some(several) = rows.blocking_recv() {
        for cells in several {
            if row == ROWS {
                sheets += 1;
                sheet = begun(&mut book, &format!("{name} {sheets}"), columns, &head)?;
                row = 1;
            }
            put(sheet, row, &cells)?;
            row += 1;
        }
    }
    book.save_to_buffer()
}

/// A further sheet with its head, which stays in sight.
fn begun<'b>(
    book: &'b mut Workbook,
    name: &str,
    columns: &[String],
    head: &Format,
) -> Result<&'b mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, title) in (0..).zip(columns) {
        sheet.set_column_width(column, 18)?;
        sheet.write_string_with_format(0, column, title, head)?;
    }
    Ok(sheet)
}

fn put(sheet: &mut Worksheet, row: u32, cells: &[Cell]) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        match cell {
            Cell::Words(words) if words.chars().count() > LETTERS => {
                let room = LETTERS - GOES_ON.chars().count();
                let kept: String = words.chars().take(room).collect();
                sheet.write_string(row, column, format!("{kept}{GOES_ON}"))?;
            }
            Cell::Words(words) => {
                sheet.write_string(row, column, words)?;
            }
            Cell::Number(number) => {
                sheet.write_number(row, column, *number)?;
            }
            Cell::Empty => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use futures_util::stream;

    use super::*;

    struct Pair(String, f64);

    impl Line for Pair {
        fn fill(&self, cells: &mut Cells) {
            cells.text(&self.0);
            cells.number(self.1);
        }
    }

    async fn read_back(lines: Vec<Pair>) -> Vec<Vec<Data>> {
        let lines = stream::iter(lines.into_iter().map(Ok));
        let bytes = book("scores", &["words", "number"], lines)
            .await
            .expect("a book");
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it opens");
        let range = read.worksheet_range("scores").expect("its sheet");
        range.rows().map(<[Data]>::to_vec).collect()
    }

    #[tokio::test]
    async fn every_script_is_kept_formulas_are_words_and_numbers_are_numbers() {
        let words = [
            "=1+1",
            "+44 20",
            "Llŷr o Gyngor Sir Ynys Môn",
            "Łukasz Żółć",
            "مرحبا بالعالم",
            "well done 🎉👩🏽‍💻",
            "first line\nsecond, \"quoted\" & <b>",
            " spaces at both ends ",
        ];
        let lines = words.iter().map(|words| Pair((*words).to_owned(), -3.5));
        let rows = read_back(lines.collect()).await;
        assert_eq!(
            rows[0],
            ["words", "number"].map(|name| Data::String(name.into()))
        );
        for (row, words) in rows[1..].iter().zip(words) {
            assert_eq!(*row, [Data::String(words.to_owned()), Data::Float(-3.5)]);
        }
        assert_eq!(rows.len(), 1 + words.len());
    }

    #[tokio::test]
    async fn a_file_without_rows_has_its_head() {
        assert_eq!(read_back(Vec::new()).await.len(), 1);
    }

    #[tokio::test]
    async fn what_a_cell_cannot_hold_says_where_it_goes_on() {
        let rows = read_back(vec![Pair("ŵ".repeat(40_000), 1.0)]).await;
        let Data::String(words) = &rows[1][0] else {
            panic!("words");
        };
        assert_eq!(words.chars().count(), LETTERS);
        assert!(words.ends_with(GOES_ON));
    }

    #[tokio::test]
    async fn a_failure_on_the_way_is_told_before_anything_is_sent() {
        let lines = stream::iter([Ok(Pair("one".to_owned(), 1.0)), Err(StoreError::NotFound)]);
        let answer = book("scores", &["words", "number"], lines).await;
        assert!(matches!(answer, Err(PageError::NotFound)));
    }
}
