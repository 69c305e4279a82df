//! A CSV file as people have it: with commas, semicolons or tabs, read whole, each record with its line.
//!
//! The `csv` crate reads a quote that is never closed as if the file ended well, and does not say on which line a record
//! begins when blank lines stand before it; here every fault is to be told with its line.

mod columns;
mod records;

use std::ops::Range;
use std::path::Path;

use plaudit_ranking::{NumberFault, Ratio};

use super::faults::{Faults, File, shown};
use columns::{Columns, name_of};

pub(super) use columns::Layout;

/// The records of one file, with the columns of its [`Layout`] only: the required ones, then the optional ones.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) file: File,
    text: String,
    /// Where each field of each record ends in the text.
    ends: Vec<u32>,
    lines: Vec<u32>,
    width: usize,
    has: Vec<bool>,
    has_decimal_commas: bool,
    /// Whether some records could not be read; their faults are told.
    pub(super) lacks_records: bool,
    /// What a reader should know though nothing is wrong.
    pub(super) notes: Vec<String>,
}

/// The most bytes of a file: places in it are counted in 32 bits.
const MOST_BYTES: usize = 4_000_000_000;

const SEPARATORS: [(u8, &str); 3] = [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs")];

impl Sheet {
    /// Reads a file; `None` when nothing in it can be made out. What is wrong is among the faults.
    pub(super) fn open(path: &Path, layout: Layout, faults: &mut Faults) -> Option<Self> {
        let file = faults.file(&path.to_string_lossy());
        match std::fs::read(path) {
            Ok(bytes) => Self::read(&bytes, file, layout, faults),
            Err(error) => {
                faults.of(file, format!("cannot be read: {error}"));
                None
            }
        }
    }

    /// The same from its bytes.
    pub(super) fn read(
        bytes: &[u8],
        file: File,
        layout: Layout,
        faults: &mut Faults,
    ) -> Option<Self> {
        let text = text_of(bytes, file, faults)?;
        let (text, skipped, told) = without_hint(text);
        let (separator, called) = told
            .or_else(|| separator_of(text, layout))
            .unwrap_or(SEPARATORS[0]);
        let mut sheet = Self {
            file,
            text: String::new(),
            ends: Vec::new(),
            lines: Vec::new(),
            width: layout.names().count(),
            has: Vec::new(),
            has_decimal_commas: separator != b',',
            lacks_records: false,
            notes: Vec::new(),
        };
        if separator != b',' {
            sheet.notes.push(format!(
                "the fields are separated by {called}, so a comma in a number is read as a decimal comma"
            ));
        }
        let mut columns: Option<Columns> = None;
        let mut is_hopeless = false;
        records::read(text.as_bytes(), separator, 1 + skipped, |record| {
            if is_hopeless {
                return;
            }
            if let Some(what) = record.fault {
                sheet.lacks_records = true;
                faults.at(file, record.fault_line, what);
            }
            match &columns {
                None => {
                    columns = Columns::of(&record, layout, file, faults, &mut sheet.notes);
                    is_hopeless = columns.is_none();
                }
                Some(columns) if record.fault.is_none() => {
                    sheet.take(&record, columns, faults);
                }
                Some(_) => {}
            }
        });
        if is_hopeless {
            return None;
        }
        let Some(columns) = columns else {
            let first = layout.described();
            faults.of(
                file,
                format!("the file is empty; its first line should name the columns {first}"),
            );
            return None;
        };
        sheet.has = columns.places.iter().map(Option::is_some).collect();
        Some(sheet)
    }

    /// The number of records.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether the file has this column of the layout.
    pub(super) fn has(&self, column: usize) -> bool {
        self.has[column]
    }

    /// The line on which a record begins.
    pub(super) fn line(&self, record: usize) -> u32 {
        self.lines[record]
    }

    /// A field, without the quotes around it; nothing where the file does not have the column.
    pub(super) fn field(&self, record: usize, column: usize) -> &str {
        let place = record * self.width + column;
        let from = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[range(from, self.ends[place])]
    }

    /// A field that must not be empty.
    pub(super) fn id(
        &self,
        record: usize,
        column: usize,
        called: &str,
        faults: &mut Faults,
    ) -> Option<&str> {
        let id = self.field(record, column);
        if id.is_empty() {
            faults.at(
                self.file,
                self.line(record),
                format!("the {called} is missing"),
            );
            return None;
        }
        Some(id)
    }

    /// A number, exactly.
    pub(super) fn number(
        &self,
        record: usize,
        column: usize,
        called: &str,
        faults: &mut Faults,
    ) -> Option<Ratio> {
        let text = self.field(record, column).trim();
        let what = if text.is_empty() {
            format!("the {called} is missing")
        } else {
            let commas = text.matches(',').count();
            let point = (self.has_decimal_commas && commas == 1 && !text.contains('.'))
                .then(|| text.replace(',', "."));
            match point.as_deref().unwrap_or(text).parse() {
                Ok(number) => return Some(number),
                Err(NumberFault::TooLarge) => format!(
                    "the {called} “{}” has too many digits to be counted exactly",
                    shown(text)
                ),
                Err(NumberFault::NotANumber)
                    if commas == 1 && text.replace(',', ".").parse::<Ratio>().is_ok() =>
                {
                    format!(
                        "the {called} “{}” has a decimal comma; write {}",
                        shown(text),
                        shown(&text.replace(',', "."))
                    )
                }
                Err(NumberFault::NotANumber) => {
                    format!("the {called} “{}” is not a number", shown(text))
                }
            }
        };
        faults.at(self.file, self.line(record), what);
        None
    }

    /// A whole number from nought to `most`.
    pub(super) fn whole(
        &self,
        record: usize,
        column: usize,
        called: &str,
        most: u32,
        faults: &mut Faults,
    ) -> Option<u32> {
        let number = self.number(record, column, called, faults)?;
        let whole = (number.denominator() == 1)
            .then(|| u32::try_from(number.numerator()).ok())
            .flatten()
            .filter(|whole| *whole <= most);
        if whole.is_none() {
            let text = shown(self.field(record, column));
            faults.at(
                self.file,
                self.line(record),
                format!("the {called} “{text}” is not a whole number from 0 to {most}"),
            );
        }
        whole
    }

    /// Keeps the columns of the layout, if the record has as many fields as it should.
    fn take(&mut self, record: &records::Record<'_>, columns: &Columns, faults: &mut Faults) {
        let (found, wanted) = (record.len(), columns.many);
        let is_over = (wanted..found).any(|place| !record.field(place).is_empty());
        let is_short = columns.needed > found;
        if is_over || is_short {
            let hint = if is_over && !self.has_decimal_commas {
                " (a comma within a field needs quotes around it; a number has a point, not a comma)"
            } else {
                ""
            };
            self.lacks_records = true;
            faults.at(
                self.file,
                record.line,
                format!("there are {found} fields where the first line names {wanted}{hint}"),
            );
            return;
        }
        for place in &columns.places {
            if let Some(place) = *place
                && place < found
            {
                self.text.push_str(record.field(place));
            }
            self.ends
                .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        }
        self.lines.push(record.line);
    }
}

fn range(from: u32, to: u32) -> Range<usize> {
    let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    place(from)..place(to)
}

/// The file's text, if it is one.
fn text_of<'a>(bytes: &'a [u8], file: File, faults: &mut Faults) -> Option<&'a str> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        faults.of(file, "the file is in UTF-16; save it as “CSV UTF-8”");
        return None;
    }
    if bytes.len() > MOST_BYTES {
        faults.of(file, "the file has more than 4,000,000,000 bytes");
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text);
    }
    for (line, bytes) in (1..).zip(records::lines(bytes)) {
        if std::str::from_utf8(bytes).is_err() {
            let text = shown(&String::from_utf8_lossy(bytes));
            faults.at(
                file,
                line,
                format!("“{text}” is not in UTF-8; save the file as “CSV UTF-8”"),
            );
        }
    }
    None
}

/// A spreadsheet's first line `sep=;`, taken away, with how many lines that were and what it says.
fn without_hint(text: &str) -> (&str, u32, Option<(u8, &'static str)>) {
    let line = text.lines().next().unwrap_or_default();
    let told = line.strip_prefix("sep=").and_then(|separator| {
        (SEPARATORS.iter()).find(|(byte, _)| separator.as_bytes() == [*byte])
    });
    match told {
        Some(told) => {
            let rest = &text[line.len()..];
            let rest = rest.strip_prefix('\r').unwrap_or(rest);
            (rest.strip_prefix('\n').unwrap_or(rest), 1, Some(*told))
        }
        None => (text, 0, None),
    }
}

/// The separator with which the first line names the most of the columns; `None` when none of them does.
fn separator_of(text: &str, layout: Layout) -> Option<(u8, &'static str)> {
    let first = records::first_line(text);
    let named = |separator: u8| {
        let names: Vec<String> = first.split(char::from(separator)).map(name_of).collect();
        (layout.names())
            .filter(|name| names.iter().any(|found| found == name))
            .count()
    };
    let best = (SEPARATORS.iter().rev()).max_by_key(|(separator, _)| named(*separator))?;
    (named(best.0) > 0).then_some(*best)
}

#[cfg(test)]
mod tests;
