//! Files of rows that people take away, as CSV or as a spreadsheet (XLSX): the same cells in both.

mod csv;
mod xlsx;

use std::fmt::Display;
use std::sync::Arc;

use ::csv::ByteRecord;
use axum::body::Body;
use axum::extract::Query;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, TryStreamExt};
use plaudit_domain::export::Export;
use plaudit_store::StoreError;
use serde::Deserialize;

use super::error::PageError;
use crate::shown::columns;

/// What a file is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values, streamed.
    Csv,
    /// A spreadsheet, whole before its first byte is sent: it cannot be read before its end is written.
    Xlsx,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        })
    }
}

/// One kind of row of one file.
pub trait Line {
    /// Puts one cell for each of the file's columns.
    fn fill(&self, cells: &mut Cells);
}

/// The cells of the row that is being written.
#[derive(Debug)]
pub enum Cells {
    /// As CSV has them.
    Csv(ByteRecord),
    /// As a spreadsheet has them.
    Xlsx(Vec<Cell>),
}

/// What a cell of a spreadsheet holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, which are never run.
    Words(String),
    /// A number.
    Number(f64),
    /// Nothing.
    Empty,
}

impl Cells {
    /// Words, from wherever they come: inert, also if a spreadsheet would run them.
    pub fn text(&mut self, text: &str) {
        match self {
            Self::Csv(record) => csv::text(record, text),
            Self::Xlsx(cells) if text.is_empty() => cells.push(Cell::Empty),
            Self::Xlsx(cells) => cells.push(Cell::Words(text.to_owned())),
        }
    }

    /// Words, or an empty cell.
    pub fn maybe_text(&mut self, text: Option<&str>) {
        self.text(text.unwrap_or_default());
    }

    /// A number that we computed ourselves, so that -3.5 stays a number.
    pub fn number(&mut self, number: impl Display) {
        let number = number.to_string();
        match self {
            Self::Csv(record) => record.push_field(number.as_bytes()),
            Self::Xlsx(cells) => cells.push(match number.parse() {
                Ok(number) => Cell::Number(number),
                Err(_) => Cell::Words(number),
            }),
        }
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
        match self {
            Self::Csv(record) => record.push_field(b""),
            Self::Xlsx(cells) => cells.push(Cell::Empty),
        }
    }
}

/// What may be asked of a file in its address.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Options {
    #[serde(default)]
    bom: Option<String>,
    /// The columns that are wanted, in this order, with commas between; without it, all.
    #[serde(default)]
    columns: Option<String>,
    /// Whether what names a nominee or a nominator is left out.
    #[serde(default)]
    blind: Option<String>,
}

/// The columns that say who was put forward, by whom, and from where, in whichever file they are.
const NAMING: &[&str] = &[
    "details",
    "nominee",
    "nominee_email",
    "nominee_organisation",
    "nominee_role",
    "nominator",
    "nominator_email",
    "nominator_organisation",
    "nominator_role",
    "nominator_telephone",
    "organisation",
    "relationship",
    "relationship_words",
    "self_nomination",
    "sentence",
];

/// Whether a column says who was put forward, by whom, or from where, so that a file without names does not have it.
pub fn names_somebody(column: &str) -> bool {
    NAMING.contains(&column)
}

impl Options {
    fn has_mark(&self) -> bool {
        self.bom.as_deref() != Some("no")
    }

    /// The places of the columns that are asked for, in their order; nothing if all are. A column that the file does not
    /// have is not found, rather than missing from what somebody takes for the whole; those that it has one for each question
    /// or criterion are asked for together, and there may be none of them.
    fn chosen(
        &self,
        repeated: Option<&str>,
        columns: &[impl AsRef<str>],
    ) -> Result<Option<Vec<usize>>, PageError> {
        let is_blind = self.blind.as_deref() == Some("yes");
        let may_be_had = |place: &usize| !is_blind || !names_somebody(columns[*place].as_ref());
        let Some(asked) = &self.columns else {
            return Ok(is_blind.then(|| (0..columns.len()).filter(may_be_had).collect()));
        };
        let mut places = Vec::new();
        for name in asked.split(',').map(str::trim) {
            match name.strip_suffix('*') {
                Some(prefix) if repeated == Some(prefix) => places.extend(
                    (0..columns.len()).filter(|place| columns[*place].as_ref().starts_with(prefix)),
                ),
                _ => {
                    let place = columns.iter().position(|column| column.as_ref() == name);
                    places.push(place.filter(may_be_had).ok_or(PageError::NotFound)?);
                }
            }
        }
        if places.is_empty() {
            return Err(PageError::NotFound);
        }
        Ok(Some(places))
    }
}

/// A row of which only some cells are given.
struct Narrowed<L> {
    line: L,
    places: Option<Arc<[usize]>>,
}

impl<L: Line> Line for Narrowed<L> {
    fn fill(&self, cells: &mut Cells) {
        let Some(places) = &self.places else {
            return self.line.fill(cells);
        };
        match cells {
            Cells::Csv(given) => {
                let mut whole = Cells::Csv(ByteRecord::new());
                self.line.fill(&mut whole);
                if let Cells::Csv(whole) = whole {
                    given.extend(places.iter().filter_map(|place| whole.get(*place)));
                }
            }
            Cells::Xlsx(given) => {
                let mut whole = Cells::Xlsx(Vec::new());
                self.line.fill(&mut whole);
                if let Cells::Xlsx(whole) = whole {
                    given.extend(places.iter().filter_map(|place| whole.get(*place).cloned()));
                }
            }
        }
    }
}

/// The file as a download; `columns` are its first row, and `name` is without its extension.
///
/// CSV is written as fast as the client takes it, and a failure on the way breaks the connection off, so that half a
/// file is never taken for a whole one.
///
/// # Errors
/// That the file has no such column; or what reading the lines of a spreadsheet failed with. Nothing was sent by then.
pub async fn download<L: Line + 'static, Name: AsRef<str> + 'static>(
    format: Format,
    name: &str,
    Query(options): &Query<Options>,
    columns: &[Name],
    lines: impl Stream<Item = Result<L, StoreError>> + Send + 'static,
) -> Result<Response, PageError> {
    let repeated = Export::parse(name).ok().and_then(columns::repeated);
    let chosen = options.chosen(repeated, columns)?;
    let name_of = |place: &usize| columns[*place].as_ref().to_owned();
    let columns: Vec<String> = match &chosen {
        Some(places) => places.iter().map(name_of).collect(),
        None => (0..columns.len()).map(|place| name_of(&place)).collect(),
    };
    let places: Option<Arc<[usize]>> = chosen.map(Arc::from);
    let lines = lines.map_ok(move |line| Narrowed {
        line,
        places: places.clone(),
    });
    let body = match format {
        Format::Csv => Body::from_stream(csv::chunks(options.has_mark(), &columns, lines)),
        Format::Xlsx => Body::from(xlsx::book(name, &columns, lines).await?),
    };
    let name = format!("{}.{}", plain_name(name), format.extension());
    let disposition = format!("attachment; filename=\"{name}\"");
    let head = [
        (CONTENT_TYPE, format.content_type()),
        (
            CONTENT_DISPOSITION,
            HeaderValue::try_from(disposition).expect("a plain name is a header's value"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((head, body).into_response())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_is_plain() {
        assert_eq!(plain_name("a \"b\"\r\n.csv"), "a--b---.csv");
    }

    fn asking(columns: Option<&str>, blind: Option<&str>) -> Options {
        Options {
            bom: None,
            columns: columns.map(str::to_owned),
            blind: blind.map(str::to_owned),
        }
    }

    #[test]
    fn repeated_columns_are_chosen_together_where_the_file_has_them() {
        let columns = ["rank", "mean", "mean_reach", "mean_effect", "method"];
        let chosen = |asked, repeated, columns: &[&str]| {
            asking(Some(asked), None)
                .chosen(repeated, columns)
                .ok()
                .flatten()
        };
        let means = Some("mean_");
        assert_eq!(chosen("mean_*,rank", means, &columns), Some(vec![2, 3, 0]));
        assert_eq!(chosen("rank,mean_*", means, &columns[..1]), Some(vec![0]));
        assert_eq!(chosen("mean_*", means, &columns[..1]), None, "no column");
        assert_eq!(
            chosen("rank,mean_*", None, &columns),
            None,
            "no such family"
        );
        assert_eq!(chosen("rank,*", means, &columns), None);
        assert_eq!(chosen("rank,answer_*", means, &columns), None);
        assert_eq!(chosen("mean_effect", means, &columns), Some(vec![3]));
    }

    #[test]
    fn columns_are_chosen_by_name_and_what_names_somebody_is_left_out_of_a_blind_file() {
        let columns = ["case", "nominee", "organisation", "rank"];
        let chosen = |asked: Option<&str>, blind: Option<&str>| {
            asking(asked, blind).chosen(None, &columns).ok()
        };
        assert_eq!(chosen(None, None), Some(None));
        assert_eq!(chosen(None, Some("yes")), Some(Some(vec![0, 3])));
        assert_eq!(chosen(Some("rank, case"), None), Some(Some(vec![3, 0])));
        assert_eq!(chosen(Some("rank,score"), None), None, "no such column");
        assert_eq!(chosen(Some("rank,nominee"), Some("yes")), None);
    }

    #[test]
    fn a_spreadsheet_has_numbers_words_and_nothing() {
        let mut cells = Cells::Xlsx(Vec::new());
        cells.text("=1+1");
        cells.number(-3.5);
        cells.number("60.00");
        cells.maybe_text(None);
        let Cells::Xlsx(cells) = cells else {
            panic!("it stays a spreadsheet's row");
        };
        let words = Cell::Words("=1+1".to_owned());
        assert_eq!(
            cells,
            [words, Cell::Number(-3.5), Cell::Number(60.0), Cell::Empty]
        );
    }
}
