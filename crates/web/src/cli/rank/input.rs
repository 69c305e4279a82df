//! The files of `plaudit rank`: scores and criteria, every fault with its line.

mod criteria;
mod reviews;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use plaudit_ranking::{Fault, Ratio, Score, Scores};

use super::super::faults::{Faults, File, shown};
use super::super::sheet::{Layout, Sheet};

pub(super) use criteria::{CRITERIA, Known};
use reviews::Reviews;

/// The columns of SCORES, in their order.
pub(super) const SCORES: Layout = Layout {
    required: &["judge", "entry", "score"],
    optional: &["criterion", "review_weight", "judging_order"],
};
const JUDGE: usize = 0;
const ENTRY: usize = 1;
const SCORE: usize = 2;
const OF: usize = 3;

/// What stands for the only criterion where scores name none.
const ONLY: &str = "score";

/// Scores without fault, (judge, entry) in the order in which reviews were made as far as it is known, and what a reader
/// should know of the files.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) scores: Scores,
    pub(super) order: Vec<(String, String)>,
    pub(super) notes: Vec<(File, String)>,
}

/// Reads the files; `None` when anything is wrong with them.
pub(super) fn open(scores: &Path, criteria: Option<&Path>, faults: &mut Faults) -> Option<Read> {
    let scores = Sheet::open(scores, SCORES, faults);
    match criteria {
        None => read(&scores?, None, faults),
        Some(path) => {
            let criteria = Sheet::open(path, CRITERIA, faults);
            // What is wrong with the criteria is told even if the scores cannot be made out.
            let known = criteria.as_ref().map(|sheet| Known::read(sheet, faults));
            read(&scores?, Some(&known?), faults)
        }
    }
}

/// The scores of a file, by these criteria if there are any.
pub(super) fn read(sheet: &Sheet, known: Option<&Known>, faults: &mut Faults) -> Option<Read> {
    let mut rows = Rows::default();
    let only = match known {
        Some(known) if !sheet.has(OF) => match known.criteria.as_slice() {
            [one] => one.id.clone(),
            _ if known.is_faulty => return None,
            many => {
                let what = format!(
                    "there is no column criterion, and {} has {} criteria",
                    shown(faults.name(known.file)),
                    many.len()
                );
                faults.at(sheet.file, 1, what);
                return None;
            }
        },
        _ => ONLY.to_owned(),
    };
    for record in 0..sheet.len() {
        rows.take(sheet, record, &only, known, faults);
    }
    if rows.scores.is_empty()
        && rows.unjudged.is_empty()
        && rows.unread.is_empty()
        && !sheet.lacks_records
    {
        faults.of(sheet.file, "there is no score under the first line");
        return None;
    }
    let entries = rows.unjudged.iter().copied();
    let mut notes: Vec<(File, String)> = (sheet.notes.iter())
        .map(|note| (sheet.file, note.clone()))
        .collect();
    let read = match known {
        None => Scores::on_own_scale(entries, &rows.scores),
        Some(known) => {
            notes.extend(known.notes.iter().map(|note| (known.file, note.clone())));
            Scores::new(known.criteria.clone(), entries, &rows.scores)
        }
    };
    match read {
        Ok(scores) => {
            let order = rows.reviews.order(sheet, faults);
            let scores = rows.reviews.weigh(scores, sheet, faults)?;
            Some(Read {
                scores,
                order,
                notes,
            })
        }
        Err(found) => {
            rows.tell(sheet, known, &found, faults);
            None
        }
    }
}

/// The rows of SCORES that could be read.
#[derive(Debug, Default)]
struct Rows<'a> {
    scores: Vec<Score<'a>>,
    /// For each score its record.
    records: Vec<usize>,
    /// Entries that are listed without a judge.
    unjudged: Vec<&'a str>,
    /// Reviews (judge, entry) of which a score could not be read, so that nothing is said of what they lack.
    unread: HashSet<(&'a str, &'a str)>,
    /// What is said of whole reviews.
    reviews: Reviews<'a>,
}

impl<'a> Rows<'a> {
    fn take(
        &mut self,
        sheet: &'a Sheet,
        record: usize,
        only: &'a str,
        known: Option<&Known>,
        faults: &mut Faults,
    ) {
        let (judge, text) = (
            sheet.field(record, JUDGE),
            sheet.field(record, SCORE).trim(),
        );
        if judge.is_empty() && text.is_empty() {
            self.unjudged
                .extend(sheet.id(record, ENTRY, "entry", faults));
            return;
        }
        let judge = sheet.id(record, JUDGE, "judge", faults);
        let entry = sheet.id(record, ENTRY, "entry", faults);
        let criterion = if sheet.has(OF) {
            sheet.id(record, OF, "criterion", faults)
        } else {
            Some(only)
        };
        let is_left_out = ["", "na", "n/a"].contains(&text.to_ascii_lowercase().as_str())
            && criterion.is_some_and(|id| known.is_some_and(|known| known.allows_missing(id)));
        if is_left_out {
            return;
        }
        let value = sheet.number(record, SCORE, "score", faults);
        match (judge, entry, criterion, value) {
            (Some(judge), Some(entry), Some(criterion), Some(value)) => {
                self.scores.push(Score {
                    judge,
                    entry,
                    criterion,
                    value,
                });
                self.records.push(record);
                self.reviews.take(sheet, record, faults);
            }
            (judge, entry, ..) => {
                self.unread.extend(judge.zip(entry));
            }
        }
    }

    /// Tells the faults that only show when all scores are seen together.
    fn tell(&self, sheet: &Sheet, known: Option<&Known>, found: &[Fault], faults: &mut Faults) {
        let mut first: HashMap<(&str, &str, &str), u32> = HashMap::new();
        let mut reviews: HashMap<(&str, &str), u32> = HashMap::new();
        for (score, &record) in self.scores.iter().zip(&self.records) {
            let line = sheet.line(record);
            (first.entry((score.judge, score.entry, score.criterion))).or_insert(line);
            reviews.entry((score.judge, score.entry)).or_insert(line);
        }
        let is_doubtful = sheet.lacks_records || known.is_some_and(|known| known.is_faulty);
        let by = |judge: &str, entry: &str| {
            format!("judge “{}”, entry “{}”", shown(judge), shown(entry))
        };
        let row = |row: usize| (sheet.line(self.records[row]), &self.scores[row]);
        for fault in found {
            let (line, what) = match fault {
                Fault::UnknownCriterion {
                    row: at, criterion, ..
                } => {
                    // A criterion whose own line is wrong is known all the same.
                    if known.is_some_and(|known| known.scales.contains_key(criterion)) {
                        continue;
                    }
                    let file = known.map_or("", |known| faults.name(known.file));
                    let id = shown(criterion);
                    (
                        row(*at).0,
                        format!("criterion “{id}” is not in {}", shown(file)),
                    )
                }
                Fault::OffScale {
                    row: at, criterion, ..
                } => {
                    let scale = known.and_then(|known| known.scales.get(criterion));
                    let text = shown(sheet.field(self.records[*at], SCORE).trim());
                    let scale = scale.map_or("", String::as_str);
                    let what = format!(
                        "the score {text} is not on the scale of “{}”, {scale}",
                        shown(criterion)
                    );
                    (row(*at).0, what)
                }
                Fault::ScoredTwice {
                    row: at,
                    judge,
                    entry,
                    criterion,
                } => {
                    let (line, score) = row(*at);
                    let earlier = first.get(&(score.judge, score.entry, score.criterion));
                    let on = if sheet.has(OF) {
                        format!(", criterion “{}”", shown(criterion))
                    } else {
                        String::new()
                    };
                    let earlier = earlier.map_or(0, |line| *line);
                    let what = format!(
                        "{}{on}: scored twice; the first is on line {earlier}",
                        by(judge, entry)
                    );
                    (line, what)
                }
                Fault::Incomplete { judge, entry, .. }
                | Fault::TooLittleAnswered { judge, entry } => {
                    let review = (judge.as_str(), entry.as_str());
                    if is_doubtful || self.unread.contains(&review) {
                        continue;
                    }
                    let line = reviews.get(&review).copied().unwrap_or(0);
                    let what = match fault {
                        Fault::Incomplete { missing, .. } => {
                            let ids: Vec<String> = missing
                                .iter()
                                .map(|id| format!("“{}”", shown(id)))
                                .collect();
                            format!("{}: no score on {}", by(judge, entry), ids.join(", "))
                        }
                        _ => format!(
                            "{}: scored on less than half of the criteria's weight",
                            by(judge, entry)
                        ),
                    };
                    (line, what)
                }
                // Told already where the criteria were read.
                Fault::NoCriteria | Fault::ZeroWeights | Fault::CriterionTwice { .. } => continue,
                Fault::TooFine => (self.finest(sheet), fault.to_string()),
                Fault::TooManyScores => (0, fault.to_string()),
            };
            faults.at(sheet.file, line, what);
        }
    }

    /// The line of the score that needs the most digits.
    fn finest(&self, sheet: &Sheet) -> u32 {
        let digits = |value: Ratio| {
            value
                .numerator()
                .unsigned_abs()
                .max(value.denominator().unsigned_abs())
        };
        (self.scores.iter().zip(&self.records))
            .max_by_key(|(score, record)| (digits(score.value), std::cmp::Reverse(**record)))
            .map_or(0, |(_, record)| sheet.line(*record))
    }
}
