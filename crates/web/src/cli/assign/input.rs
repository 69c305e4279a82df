//! The files of `plaudit assign`: entries, judges, and pairs of them, every fault with its line.

use std::collections::{HashMap, HashSet};

use plaudit_ranking::{Demand, Load, Match, Problem};

use super::super::faults::{Faults, File, shown};
use super::super::sheet::{Layout, Sheet};
use super::AssignArguments;

const ENTRIES: Layout = Layout {
    required: &["entry"],
    optional: &["organisation", "track"],
};
const TRACK: usize = 2;
const JUDGES: Layout = Layout {
    required: &["judge", "min_load", "max_load"],
    optional: &["organisation"],
};
const MATCH: Layout = Layout {
    required: &["judge", "entry", "score"],
    optional: &["expert"],
};
const PAIRS: Layout = Layout {
    required: &["judge", "entry"],
    optional: &[],
};

/// An instance without fault, the track of each of its entries if they have any, and what a reader should know of the files.
pub(super) type Read = (Problem, Option<Vec<usize>>, Vec<(File, String)>);

/// Reads all files; `None` when anything is wrong with them.
pub(super) fn read(arguments: &AssignArguments, faults: &mut Faults) -> Option<Read> {
    let files = Files {
        entries: Sheet::open(&arguments.entries, ENTRIES, faults),
        judges: Sheet::open(&arguments.judges, JUDGES, faults),
        matches: (arguments.matches.as_ref()).and_then(|path| Sheet::open(path, MATCH, faults)),
        conflicts: (arguments.conflicts.as_ref()).and_then(|path| Sheet::open(path, PAIRS, faults)),
        fixed: (arguments.fixed.as_ref()).and_then(|path| Sheet::open(path, PAIRS, faults)),
    };
    files.problem(arguments.reviews, faults)
}

/// All files, as far as they were given and can be made out.
struct Files {
    entries: Option<Sheet>,
    judges: Option<Sheet>,
    matches: Option<Sheet>,
    conflicts: Option<Sheet>,
    fixed: Option<Sheet>,
}

impl Files {
    fn problem(&self, reviews: u32, faults: &mut Faults) -> Option<Read> {
        let entries = (self.entries.as_ref()).map(|sheet| entries(sheet, reviews, faults));
        let judges = self.judges.as_ref().map(|sheet| judges(sheet, faults));
        let matches = (self.matches.as_ref()).map(|sheet| matches(sheet, faults));
        let conflicts = self.conflicts.as_ref().map(|sheet| pairs(sheet, faults));
        let fixed = self.fixed.as_ref().map(|sheet| pairs(sheet, faults));
        if faults.is_empty() {
            let problem = Problem::new(
                entries?,
                judges?,
                matches.as_deref().unwrap_or_default(),
                conflicts.as_deref().unwrap_or_default(),
                fixed.as_deref().unwrap_or_default(),
            );
            if let Ok(problem) = problem {
                let tracks = self.tracks(&problem);
                return Some((problem, tracks, self.notes()));
            }
        }
        self.compare(faults);
        None
    }

    fn all(&self) -> impl Iterator<Item = &Sheet> {
        let all = [
            &self.entries,
            &self.judges,
            &self.matches,
            &self.conflicts,
            &self.fixed,
        ];
        all.into_iter().flatten()
    }

    /// The number of each entry's track; entries without one are together in one more.
    fn tracks(&self, problem: &Problem) -> Option<Vec<usize>> {
        let sheet = self.entries.as_ref().filter(|sheet| sheet.has(TRACK))?;
        let of: HashMap<&str, &str> = (0..sheet.len())
            .map(|record| (sheet.field(record, 0), sheet.field(record, TRACK).trim()))
            .collect();
        let tracks: Vec<&str> = (problem.entries().iter())
            .map(|one| of.get(one.entry.as_str()).copied().unwrap_or_default())
            .collect();
        let mut names = tracks.clone();
        names.sort_unstable();
        names.dedup();
        let number = |track: &&str| names.partition_point(|name| name < track);
        Some(tracks.iter().map(number).collect())
    }

    fn notes(&self) -> Vec<(File, String)> {
        self.all()
            .flat_map(|sheet| sheet.notes.iter().map(|note| (sheet.file, note.clone())))
            .collect()
    }

    /// Tells what only shows when the files are seen together: ids that are given twice, unknown ids, pairs that are given
    /// twice, and fixed pairs in conflict.
    fn compare(&self, faults: &mut Faults) {
        let entries = self
            .entries
            .as_ref()
            .map(|sheet| ids(sheet, "entry", faults));
        let judges = self
            .judges
            .as_ref()
            .map(|sheet| ids(sheet, "judge", faults));
        for sheet in [&self.matches, &self.conflicts, &self.fixed]
            .into_iter()
            .flatten()
        {
            for (column, called, known, of) in [
                (0, "judge", &judges, &self.judges),
                (1, "entry", &entries, &self.entries),
            ] {
                let (Some(known), Some(of)) = (known, of) else {
                    continue;
                };
                // An id may stand on a line that could not be read.
                if of.lacks_records {
                    continue;
                }
                let of = shown(faults.name(of.file));
                for record in 0..sheet.len() {
                    let id = sheet.field(record, column);
                    if !id.is_empty() && !known.contains(id) {
                        let what = format!("{called} “{}” is not in {of}", shown(id));
                        faults.at(sheet.file, sheet.line(record), what);
                    }
                }
            }
        }
        for sheet in [&self.matches, &self.fixed].into_iter().flatten() {
            let mut lines = HashMap::new();
            for record in 0..sheet.len() {
                let pair = (sheet.field(record, 0), sheet.field(record, 1));
                let line = sheet.line(record);
                let first = *lines.entry(pair).or_insert(line);
                if first != line {
                    let what = format!(
                        "{} is given twice; the first is on line {first}",
                        named(pair)
                    );
                    faults.at(sheet.file, line, what);
                }
            }
        }
        if let Some(fixed) = &self.fixed {
            self.fixed_in_conflict(fixed, faults);
        }
    }

    fn fixed_in_conflict(&self, fixed: &Sheet, faults: &mut Faults) {
        let conflicts: HashMap<(&str, &str), u32> = (self.conflicts.iter())
            .flat_map(|sheet| {
                (0..sheet.len()).map(|record| {
                    let pair = (sheet.field(record, 0), sheet.field(record, 1));
                    (pair, sheet.line(record))
                })
            })
            .collect();
        let from = |sheet: &'_ Option<Sheet>, column: usize| -> HashMap<String, String> {
            (sheet.iter())
                .flat_map(|sheet| (0..sheet.len()).map(move |record| (sheet, record)))
                .map(|(sheet, record)| (sheet.field(record, 0), sheet.field(record, column)))
                .filter(|(_, organisation)| !organisation.is_empty())
                .map(|(id, organisation)| (id.to_owned(), organisation.to_owned()))
                .collect()
        };
        let (of_entry, of_judge) = (from(&self.entries, 1), from(&self.judges, 3));
        for record in 0..fixed.len() {
            let pair = (fixed.field(record, 0), fixed.field(record, 1));
            let line = fixed.line(record);
            if let (Some(conflict), Some(sheet)) = (conflicts.get(&pair), &self.conflicts) {
                let file = shown(faults.name(sheet.file));
                let what = format!(
                    "{} is fixed, and in conflict on line {conflict} of {file}",
                    named(pair)
                );
                faults.at(fixed.file, line, what);
            }
            if let (Some(one), Some(other)) = (of_judge.get(pair.0), of_entry.get(pair.1))
                && one == other
            {
                let what = format!(
                    "{} is fixed, and both are from “{}”",
                    named(pair),
                    shown(one)
                );
                faults.at(fixed.file, line, what);
            }
        }
    }
}

/// A pair of judge and entry in words.
fn named((judge, entry): (&str, &str)) -> String {
    format!("judge “{}” with entry “{}”", shown(judge), shown(entry))
}

fn entries(sheet: &Sheet, reviews: u32, faults: &mut Faults) -> Vec<Demand> {
    if sheet.len() == 0 && !sheet.lacks_records {
        faults.of(sheet.file, "there is no entry under the first line");
    }
    (0..sheet.len())
        .filter_map(|record| {
            Some(Demand {
                entry: sheet.id(record, 0, "entry", faults)?.to_owned(),
                reviews,
                organisation: organisation(sheet, record, 1),
            })
        })
        .collect()
}

fn judges(sheet: &Sheet, faults: &mut Faults) -> Vec<Load> {
    if sheet.len() == 0 && !sheet.lacks_records {
        faults.of(sheet.file, "there is no judge under the first line");
    }
    (0..sheet.len())
        .filter_map(|record| {
            let judge = sheet.id(record, 0, "judge", faults);
            let least = sheet.whole(record, 1, "min_load", MOST_LOAD, faults);
            let most = sheet.whole(record, 2, "max_load", MOST_LOAD, faults);
            let (judge, least, most) = (judge?.to_owned(), least?, most?);
            if least > most {
                let what = format!("the min_load {least} is above the max_load {most}");
                faults.at(sheet.file, sheet.line(record), what);
            }
            Some(Load {
                judge,
                least,
                most,
                organisation: organisation(sheet, record, 3),
            })
        })
        .collect()
}

/// Nobody makes more reviews.
const MOST_LOAD: u32 = 1_000_000_000;

fn organisation(sheet: &Sheet, record: usize, column: usize) -> Option<String> {
    let organisation = sheet.field(record, column);
    (!organisation.is_empty()).then(|| organisation.to_owned())
}

fn matches<'a>(sheet: &'a Sheet, faults: &mut Faults) -> Vec<Match<'a>> {
    (0..sheet.len())
        .filter_map(|record| {
            let judge = sheet.id(record, 0, "judge", faults);
            let entry = sheet.id(record, 1, "entry", faults);
            let score = sheet.whole(record, 2, "score", Problem::HIGHEST_SCORE, faults);
            let is_expert = is_expert(sheet, record, faults);
            Some(Match {
                judge: judge?,
                entry: entry?,
                score: score?,
                is_expert: is_expert?,
            })
        })
        .collect()
}

fn is_expert(sheet: &Sheet, record: usize, faults: &mut Faults) -> Option<bool> {
    let text = sheet.field(record, 3).trim();
    match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "true" | "1" => Some(true),
        "no" | "n" | "false" | "0" | "" => Some(false),
        _ => {
            let what = format!("“{}” is neither yes nor no", shown(text));
            faults.at(sheet.file, sheet.line(record), what);
            None
        }
    }
}

fn pairs<'a>(sheet: &'a Sheet, faults: &mut Faults) -> Vec<(&'a str, &'a str)> {
    (0..sheet.len())
        .filter_map(|record| {
            let judge = sheet.id(record, 0, "judge", faults);
            let entry = sheet.id(record, 1, "entry", faults);
            judge.zip(entry)
        })
        .collect()
}

/// The ids of a file; one that is given twice is a fault.
fn ids<'a>(sheet: &'a Sheet, called: &str, faults: &mut Faults) -> HashSet<&'a str> {
    let mut lines = HashMap::new();
    for record in 0..sheet.len() {
        let (id, line) = (sheet.field(record, 0), sheet.line(record));
        let first = *lines.entry(id).or_insert(line);
        if first != line {
            let what = format!(
                "{called} “{}” is given twice; the first is on line {first}",
                shown(id)
            );
            faults.at(sheet.file, line, what);
        }
    }
    lines.into_keys().collect()
}

#[cfg(test)]
mod tests;
