//! The score form of the pack: its columns, its rows, and a filled one read back.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::csv::ReaderBuilder;
use plaudit_domain::ids::AssignmentId;
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::scorecard::Scores;
use plaudit_store::reports::pack::{Pack, PackCase};

use crate::http::form::RawForm;
use crate::http::sheet::{self, Cells};
use crate::judging::scorecards::form::{self as card, COMMENT, STRONGEST, WOULD_HAVE_HELPED};
use crate::say;
use crate::words::Words;

/// The field of the file, and of its text when it is sent once more.
pub(super) const FILE: &str = "file";
/// The value of a choice that takes what the form says.
pub(super) const TAKE_FORM: &str = "form";
/// The value of a choice that leaves what is kept.
pub(super) const KEEP: &str = "kept";

const FIRST: [&str; 4] = ["reference", "case", "nominee", "version"];
const LAST: [&str; 3] = ["comment", "strongest", "would_have_helped"];

/// The field of a choice.
pub(super) fn choice(assignment: AssignmentId) -> String {
    format!("choice[{assignment}]")
}

/// The file's first row.
pub(super) fn columns(rules: &RuleSet) -> Vec<String> {
    let criteria = rules.criteria.iter().map(|criterion| criterion.key.clone());
    FIRST
        .into_iter()
        .map(str::to_owned)
        .chain(criteria)
        .chain(LAST.into_iter().map(str::to_owned))
        .collect()
}

/// A row of the file.
pub(super) struct Line {
    pub(super) rules: Arc<RuleSet>,
    pub(super) case: PackCase,
}

impl sheet::Line for Line {
    fn fill(&self, cells: &mut Cells) {
        let PackCase {
            assignment,
            case,
            scores,
            version,
            ..
        } = &self.case;
        cells.number(assignment);
        cells.number(case.number);
        let nominee = case.nominee.as_ref();
        cells.text(nominee.map_or("", |nominee| nominee.name.as_str()));
        cells.number(version);
        for criterion in &self.rules.criteria {
            let steps = scores.steps.get(&criterion.id);
            cells.maybe_number(steps.and_then(|steps| criterion.scale.value(*steps)));
        }
        cells.text(&scores.comment);
        cells.text(&scores.strongest);
        cells.text(&scores.would_have_helped);
    }
}

/// A filled form, without fault.
pub(super) struct Filled {
    /// The file as it came, to be sent once more with choices.
    pub(super) text: String,
    pub(super) rows: Vec<FilledRow>,
}

/// One row of it beside what is kept.
pub(super) struct FilledRow {
    pub(super) assignment: AssignmentId,
    pub(super) number: i64,
    /// None where judges read without names.
    pub(super) nominee: Option<String>,
    pub(super) typed: Scores,
    pub(super) kept: Scores,
    pub(super) kept_version: i64,
    /// The version that the form was made from.
    seen: i64,
}

impl FilledRow {
    /// Whether it says anything that is not kept already.
    pub(super) fn is_new(&self) -> bool {
        self.typed != self.kept
    }

    /// Whether the scorecard was changed since the form was made, and says something else.
    fn clashes(&self) -> bool {
        self.is_new() && self.seen != self.kept_version && !self.kept.is_empty()
    }

    /// Whether it is to be saved: it clashes with nothing, or was chosen.
    pub(super) fn is_wanted(&self, choices: &RawForm) -> bool {
        !self.clashes() || choices.trimmed(&choice(self.assignment)) == TAKE_FORM
    }
}

impl Filled {
    /// The rows that clash and about which nothing was chosen.
    pub(super) fn undecided(&self, choices: &RawForm) -> Vec<&FilledRow> {
        self.rows
            .iter()
            .filter(|row| row.clashes())
            .filter(|row| {
                let chosen = choices.trimmed(&choice(row.assignment)).to_owned();
                ![TAKE_FORM, KEEP].contains(&chosen.as_str())
            })
            .collect()
    }
}

/// Reads a filled form, or says everything that is wrong with it, each fault with its line.
pub(super) fn read(words: &Words, bytes: &[u8], pack: &Pack) -> Result<Filled, Vec<String>> {
    let Ok(text) = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) else {
        return Err(vec![say!(words, "pack-not-text")]);
    };
    if text.trim().is_empty() {
        return Err(vec![say!(words, "pack-empty")]);
    }
    // The reader counts a record as beginning between the two bytes of the line end before it.
    let text = text.replace("\r\n", "\n");
    let text = text.as_str();
    if text.matches('"').count() % 2 == 1 {
        return Err(vec![say!(words, "pack-open-quote")]);
    }
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let head: Vec<String> = match reader.headers() {
        Ok(head) => head.iter().map(|name| name.trim().to_lowercase()).collect(),
        Err(_) => return Err(vec![say!(words, "pack-not-text")]),
    };
    let place = |name: &str| head.iter().position(|column| column == name);
    let missing: Vec<String> = columns(&pack.rules)
        .into_iter()
        .filter(|name| !["case", "nominee"].contains(&name.as_str()) && place(name).is_none())
        .collect();
    if !missing.is_empty() {
        return Err(vec![say!(
            words,
            "pack-columns-missing",
            columns = words.list(&missing)
        )]);
    }
    let mut faults = Vec::new();
    let mut rows: BTreeMap<AssignmentId, FilledRow> = BTreeMap::new();
    for record in reader.records() {
        let Ok(record) = record else {
            faults.push(say!(words, "pack-not-text"));
            continue;
        };
        let line = record.position().map_or(0, |place| begins_on(text, place));
        let cell = |name: &str| {
            let cell = place(name)
                .and_then(|at| record.get(at))
                .unwrap_or_default();
            unquoted(cell).to_owned()
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match row(words, pack, &cell) {
            Ok(row) if rows.contains_key(&row.assignment) => {
                let fault = say!(words, "pack-row-twice", number = row.number);
                faults.push(said_at(words, line, &fault));
            }
            Ok(row) => {
                rows.insert(row.assignment, row);
            }
            Err(found) => faults.extend(found.iter().map(|fault| said_at(words, line, fault))),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Filled {
        text: text.to_owned(),
        rows: rows.into_values().collect(),
    })
}

/// The line on which a record begins, whatever blank lines stand before it.
fn begins_on(text: &str, place: &::csv::Position) -> u64 {
    let start = usize::try_from(place.byte()).unwrap_or(usize::MAX);
    let rest = text.get(start..).unwrap_or_default();
    let blank = rest.bytes().take_while(|byte| *byte == b'\n').count();
    place.line() + u64::try_from(blank).unwrap_or_default()
}

fn said_at(words: &Words, line: u64, fault: &str) -> String {
    say!(words, "pack-line", line = line, fault = fault)
}

/// One row: that of a case in the pack, with scores on their scales and texts within their limits.
fn row(
    words: &Words,
    pack: &Pack,
    cell: &impl Fn(&str) -> String,
) -> Result<FilledRow, Vec<String>> {
    let reference = cell("reference");
    let found = reference
        .trim()
        .parse::<AssignmentId>()
        .ok()
        .and_then(|id| pack.cases.iter().find(|case| case.assignment == id));
    let Some(case) = found else {
        return Err(vec![say!(words, "pack-unknown-case")]);
    };
    let scores = pack
        .rules
        .criteria
        .iter()
        .map(|criterion| (card::score(criterion.id), cell(&criterion.key)));
    let texts = [COMMENT, STRONGEST, WOULD_HAVE_HELPED]
        .into_iter()
        .zip(LAST)
        .map(|(field, column)| (field.to_owned(), cell(column)));
    let raw = RawForm::from_pairs(scores.chain(texts));
    let typed = card::parse_draft(words, &raw, &pack.rules.criteria).map_err(|errors| {
        let messages = errors.in_words(words);
        messages
            .iter()
            .map(|(_, message)| message.to_owned())
            .collect::<Vec<_>>()
    })?;
    let number = case.case.number;
    if typed != case.scores && !case.is_open(&pack.season) {
        return Err(vec![say!(words, "pack-row-shut", number = number)]);
    }
    Ok(FilledRow {
        assignment: case.assignment,
        number,
        nominee: case.case.nominee.as_ref().map(|one| one.name.clone()),
        typed,
        kept: case.scores.clone(),
        kept_version: case.version,
        seen: cell("version").trim().parse().unwrap_or(-1),
    })
}

/// A cell without the mark that kept a spreadsheet from running it.
fn unquoted(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}

/// What separates the first line's cells; spreadsheets in many countries write semicolons.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|separator| first.matches(char::from(*separator)).count())
        .unwrap_or(b',')
}
