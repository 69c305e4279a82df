//! Rows as a CSV file that spreadsheets open without garbling or executing it, streamed.
//!
//! UTF-8 with a byte order mark (Excel asks for it; `?bom=no` leaves it out), RFC 4180 with CRLF,
//! line breaks within a cell kept.

use std::fmt::Display;

use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use csv::{ByteRecord, Terminator, Writer, WriterBuilder};
use futures_util::{Stream, StreamExt, stream};
use plaudit_store::StoreError;
use serde::Deserialize;

/// About how much of the file is sent at once, in bytes.
const CHUNK: usize = 64 * 1024;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// One kind of row of one file.
pub trait Line {
    /// Puts one cell for each of the file's columns.
    fn fill(&self, cells: &mut Cells);
}

/// The cells of the row that is being written.
#[derive(Debug, Default)]
pub struct Cells(ByteRecord);

impl Cells {
    /// Words, from wherever they come: made inert if a spreadsheet would run them.
    pub fn text(&mut self, text: &str) {
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            self.0.push_field(format!("'{text}").as_bytes());
        } else {
            self.0.push_field(text.as_bytes());
        }
    }

    /// Words, or an empty cell.
    pub fn maybe_text(&mut self, text: Option<&str>) {
        self.text(text.unwrap_or_default());
    }

    /// A number that we computed ourselves, so that -3.5 stays a number.
    pub fn number(&mut self, number: impl Display) {
        self.0.push_field(number.to_string().as_bytes());
    }

    /// A number that we computed ourselves, or an empty cell.
    pub fn maybe_number(&mut self, number: Option<impl Display>) {
        match number {
            Some(number) => self.number(number),
            None => self.empty(),
        }
    }

    /// Nothing: a cell for somebody to write in, or a value that there is not.
    pub fn empty(&mut self) {
        self.0.push_field(b"");
    }
}

/// What may be asked of a file in its address.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Options {
    #[serde(default)]
    bom: Option<String>,
}

impl Options {
    fn has_mark(&self) -> bool {
        self.bom.as_deref() != Some("no")
    }
}

/// The file as a download, written as fast as the client takes it; `columns` are its first row.
///
/// A failure on the way breaks the connection off, so that half a file is never taken for a whole one.
pub fn download<L: Line + 'static, Name: AsRef<str> + 'static>(
    name: &str,
    Query(options): &Query<Options>,
    columns: &[Name],
    lines: impl Stream<Item = Result<L, StoreError>> + Send + 'static,
) -> Response {
    let disposition = format!("attachment; filename=\"{}\"", plain_name(name));
    (
        [
            (
                CONTENT_TYPE,
                HeaderValue::from_static("text/csv; charset=utf-8"),
            ),
            (
                CONTENT_DISPOSITION,
                HeaderValue::try_from(disposition).expect("a plain name is a header's value"),
            ),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ],
        Body::from_stream(chunks(options.has_mark(), columns, lines)),
    )
        .into_response()
}

/// The file's name without anything that a header or a file system could take amiss.
fn plain_name(name: &str) -> String {
    name.chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_') {
                letter
            } else {
                '-'
            }
        })
        .collect()
}

/// The file in pieces of about [`CHUNK`] bytes.
fn chunks<L: Line, Name: AsRef<str>, Lines>(
    mark: bool,
    columns: &[Name],
    lines: Lines,
) -> impl Stream<Item = Result<Bytes, StoreError>> + Send + use<L, Name, Lines>
where
    Lines: Stream<Item = Result<L, StoreError>> + Send + 'static,
{
    let mut first = Vec::with_capacity(CHUNK);
    if mark {
        first.extend_from_slice(BYTE_ORDER_MARK);
    }
    let mut page = Page::onto(first);
    page.put(
        &columns
            .iter()
            .map(AsRef::as_ref)
            .collect::<Vec<&str>>()
            .into(),
    );
    stream::unfold(
        Some((page, Box::pin(lines))),
        async |state: Option<(Page, _)>| {
            let (mut page, mut lines) = state?;
            let mut cells = Cells::default();
            while page.length < CHUNK {
                match lines.next().await {
                    Some(Ok(line)) => {
                        cells.0.clear();
                        L::fill(&line, &mut cells);
                        page.put(&cells.0);
                    }
                    Some(Err(error)) => return Some((Err(error), None)),
                    None => return Some((Ok(page.bytes()), None)),
                }
            }
            Some((
                Ok(page.bytes()),
                Some((Page::onto(Vec::with_capacity(CHUNK)), lines)),
            ))
        },
    )
}

struct Page {
    writer: Writer<Vec<u8>>,
    length: usize,
}

impl Page {
    fn onto(start: Vec<u8>) -> Self {
        Self {
            length: start.len(),
            writer: WriterBuilder::new()
                .terminator(Terminator::CRLF)
                .from_writer(start),
        }
    }

    fn put(&mut self, record: &ByteRecord) {
        // Commas between the cells and CRLF after them; quotation marks are not counted.
        self.length += record.as_slice().len() + record.len() + 1;
        self.writer
            .write_byte_record(record)
            .expect("memory takes every row, and rows have a cell for each column");
    }

    fn bytes(self) -> Bytes {
        Bytes::from(
            self.writer
                .into_inner()
                .expect("memory takes what was buffered"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Pair(&'static str, f64);

    const COLUMNS: [&str; 2] = ["words", "number"];

    impl Line for Pair {
        fn fill(&self, cells: &mut Cells) {
            cells.text(self.0);
            cells.number(self.1);
        }
    }

    async fn file(mark: bool, lines: Vec<Pair>) -> String {
        let lines = stream::iter(lines.into_iter().map(Ok));
        let parts: Vec<Bytes> = chunks(mark, &COLUMNS, lines)
            .map(|part| part.expect("these lines do not fail"))
            .collect()
            .await;
        String::from_utf8(parts.concat()).expect("the file is UTF-8")
    }

    #[tokio::test]
    async fn the_file_begins_with_its_mark_unless_asked_otherwise() {
        assert_eq!(file(true, vec![]).await, "\u{feff}words,number\r\n");
        assert_eq!(file(false, vec![]).await, "words,number\r\n");
    }

    #[tokio::test]
    async fn words_that_would_run_are_inert_and_our_own_numbers_are_numbers() {
        let lines = ["=1+1", "+44 20", "-2", "@SUM(A1)", "\tx", "\rx", "a=b"];
        let lines = lines.map(|words| Pair(words, -3.5)).into();
        assert_eq!(
            file(false, lines).await,
            "words,number\r\n'=1+1,-3.5\r\n'+44 20,-3.5\r\n'-2,-3.5\r\n'@SUM(A1),-3.5\r\n\
             '\tx,-3.5\r\n\"'\rx\",-3.5\r\na=b,-3.5\r\n"
        );
    }

    #[tokio::test]
    async fn line_breaks_quotes_and_every_script_are_kept() {
        let lines = vec![
            Pair("first line\nsecond, \"quoted\"", 1.0),
            Pair("Llŷr o Gyngor Sir Ynys Môn", 2.0),
            Pair("مرحبا بالعالم", 3.0),
            Pair("well done 🎉👩🏽‍💻", 4.0),
        ];
        let text = file(true, lines).await;
        let mut reader = csv::Reader::from_reader(&text.as_bytes()[BYTE_ORDER_MARK.len()..]);
        let words: Vec<String> = reader
            .records()
            .map(|record| record.expect("the file parses")[0].to_owned())
            .collect();
        assert_eq!(
            words,
            [
                "first line\nsecond, \"quoted\"",
                "Llŷr o Gyngor Sir Ynys Môn",
                "مرحبا بالعالم",
                "well done 🎉👩🏽‍💻"
            ]
        );
    }

    #[tokio::test]
    async fn a_long_file_comes_in_pieces_and_loses_nothing() {
        let lines = stream::iter((0..20_000).map(|_| Ok(Pair("some words to fill the row", 7.0))));
        let parts: Vec<Bytes> = chunks(false, &COLUMNS, lines)
            .map(|part| part.expect("these lines do not fail"))
            .collect()
            .await;
        assert!(parts.len() > 5);
        assert!(parts.iter().all(|part| part.len() < CHUNK + 1_000));
        let whole = parts.concat();
        assert_eq!(
            csv::Reader::from_reader(&whole[..]).records().count(),
            20_000
        );
    }

    #[test]
    fn a_files_name_is_plain() {
        assert_eq!(plain_name("a \"b\"\r\n.csv"), "a--b---.csv");
    }
}
