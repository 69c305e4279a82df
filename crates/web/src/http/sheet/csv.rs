//! Rows as a CSV file that spreadsheets open without garbling or executing it, streamed.
//!
//! UTF-8 with a byte order mark (Excel asks for it; `?bom=no` leaves it out), RFC 4180 with CRLF,
//! line breaks within a cell kept.

use axum::body::Bytes;
use csv::{ByteRecord, Terminator, Writer, WriterBuilder};
use futures_util::{Stream, StreamExt, stream};
use plaudit_store::StoreError;

use super::{Cells, Line};

/// About how much of the file is sent at once, in bytes.
const CHUNK: usize = 64 * 1024;

pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Puts a cell of words, made inert if a spreadsheet would run them.
pub(super) fn text(record: &mut ByteRecord, text: &str) {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        record.push_field(format!("'{text}").as_bytes());
    } else {
        record.push_field(text.as_bytes());
    }
}

/// The file in pieces of about [`CHUNK`] bytes.
pub(super) fn chunks<L: Line, Name: AsRef<str>, Lines>(
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
            let mut cells = Cells::Csv(ByteRecord::new());
            while page.length < CHUNK {
                match lines.next().await {
                    Some(Ok(line)) => {
                        L::fill(&line, &mut cells);
                        if let Cells::Csv(record) = &mut cells {
                            page.put(record);
                            record.clear();
                        }
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
}
