//! CRITERIA: what each criterion weighs, and its scale.

use std::collections::HashMap;

use plaudit_ranking::{Criterion, Direction, Missing, Scale, ScaleFault};

use super::super::super::faults::{Faults, File, shown};
use super::super::super::sheet::{Layout, Sheet};

/// The columns of CRITERIA, in their order.
pub(in crate::cli::rank) const CRITERIA: Layout = Layout {
    required: &["criterion", "weight", "lowest", "highest", "step"],
    optional: &["direction", "missing"],
};

/// The criteria, as far as they can be made out.
#[derive(Debug)]
pub(in crate::cli::rank) struct Known {
    pub(super) criteria: Vec<Criterion>,
    /// For each criterion that was named, the words of its scale; also where something is wrong with it.
    pub(super) scales: HashMap<String, String>,
    pub(super) is_faulty: bool,
    pub(super) file: File,
    pub(super) notes: Vec<String>,
}

impl Known {
    pub(in crate::cli::rank) fn read(sheet: &Sheet, faults: &mut Faults) -> Self {
        let mut known = Self {
            criteria: Vec::new(),
            scales: HashMap::new(),
            is_faulty: sheet.lacks_records,
            file: sheet.file,
            notes: sheet.notes.clone(),
        };
        let mut lines: HashMap<&str, u32> = HashMap::new();
        for record in 0..sheet.len() {
            let line = sheet.line(record);
            let id = sheet.id(record, 0, "criterion", faults);
            if let Some(id) = id
                && let Some(first) = lines.insert(id, line)
            {
                lines.insert(id, first);
                let what = format!(
                    "criterion “{}” is given twice; the first is on line {first}",
                    shown(id)
                );
                faults.at(sheet.file, line, what);
            }
            let words = |column| shown(sheet.field(record, column));
            if let Some(id) = id {
                let scale = format!("from {} to {} in steps of {}", words(2), words(3), words(4));
                known.scales.entry(id.to_owned()).or_insert(scale);
            }
            match (id, criterion(sheet, record, faults)) {
                (Some(id), Some(criterion)) if lines.get(id) == Some(&line) => {
                    known.criteria.push(criterion);
                }
                _ => known.is_faulty = true,
            }
        }
        if sheet.len() == 0 && !known.is_faulty {
            faults.of(sheet.file, "there is no criterion under the first line");
            known.is_faulty = true;
        }
        if !known.is_faulty && known.criteria.iter().all(|one| one.weight == 0) {
            faults.of(
                sheet.file,
                "the weights sum to nought; at least one criterion must count",
            );
            known.is_faulty = true;
        }
        known
    }

    pub(super) fn allows_missing(&self, id: &str) -> bool {
        (self.criteria.iter()).any(|one| one.id == id && one.missing == Missing::Allowed)
    }
}

/// One criterion; each of its fields is looked at, so that every fault is told.
fn criterion(sheet: &Sheet, record: usize, faults: &mut Faults) -> Option<Criterion> {
    let weight = sheet.whole(record, 1, "weight", u32::MAX, faults);
    let lowest = sheet.number(record, 2, "lowest score", faults);
    let highest = sheet.number(record, 3, "highest score", faults);
    let step = sheet.number(record, 4, "step", faults);
    let direction = choice(sheet, record, 5, &DIRECTIONS, faults);
    let missing = choice(sheet, record, 6, &MISSING, faults);
    let scale = match Scale::new(lowest?, highest?, step?) {
        Ok(scale) => scale,
        Err(fault) => {
            let words = |column| shown(sheet.field(record, column));
            let (lowest, highest, step) = (words(2), words(3), words(4));
            let what = match fault {
                ScaleFault::Empty { .. } => {
                    format!("the lowest score {lowest} is not below the highest, {highest}")
                }
                ScaleFault::StepNotPositive { .. } => format!("the step {step} is not above 0"),
                ScaleFault::StepDoesNotFit { .. } => {
                    format!("steps of {step} do not lead from {lowest} to {highest}")
                }
                ScaleFault::TooManySteps => format!(
                    "steps of {step} make more than {} from {lowest} to {highest}",
                    Scale::MOST_STEPS
                ),
                ScaleFault::NumberTooLarge { .. } => {
                    "a number of the scale is beyond a hundred million, or has more than eight decimal places"
                        .to_owned()
                }
            };
            faults.at(sheet.file, sheet.line(record), what);
            return None;
        }
    };
    Some(Criterion {
        id: sheet.field(record, 0).to_owned(),
        weight: weight?,
        scale,
        direction: direction?,
        missing: missing?,
    })
}

/// The words for one thing: the first is the one that faults name.
type Words<T> = [(&'static [&'static str], T); 2];

const DIRECTIONS: Words<Direction> = [
    (
        &["higher", "higher-is-better", "up", ""],
        Direction::HigherIsBetter,
    ),
    (
        &["lower", "lower-is-better", "down"],
        Direction::LowerIsBetter,
    ),
];

const MISSING: Words<Missing> = [
    (&["required", "refused", "no", ""], Missing::Refused),
    (
        &["allowed", "na-allowed", "optional", "yes"],
        Missing::Allowed,
    ),
];

fn choice<T: Copy>(
    sheet: &Sheet,
    record: usize,
    column: usize,
    words: &Words<T>,
    faults: &mut Faults,
) -> Option<T> {
    let text = sheet.field(record, column);
    let word = text.trim().to_ascii_lowercase().replace(['_', ' '], "-");
    let found = (words.iter()).find(|(known, _)| known.contains(&word.as_str()));
    if found.is_none() {
        let [one, other] = words.each_ref().map(|(known, _)| known[0]);
        let what = format!("“{}” is neither {one} nor {other}", shown(text));
        faults.at(sheet.file, sheet.line(record), what);
    }
    found.map(|(_, meaning)| *meaning)
}
