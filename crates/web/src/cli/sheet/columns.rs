//! Which columns a file has, and which it must and may have.

use super::super::faults::{Faults, File, shown};
use super::records;

/// The columns that a file must have, and those that it may.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct Layout {
    pub(in crate::cli) required: &'static [&'static str],
    pub(in crate::cli) optional: &'static [&'static str],
}

impl Layout {
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.required.iter().chain(self.optional).copied()
    }

    /// `judge, entry, score (and criterion, if there is one)`.
    pub(super) fn described(&self) -> String {
        let required = self.required.join(", ");
        if self.optional.is_empty() {
            required
        } else {
            format!("{required}, and if need be {}", self.optional.join(", "))
        }
    }
}

/// A column's name as it is compared.
pub(super) fn name_of(text: &str) -> String {
    text.trim().trim_matches('"').trim().to_ascii_lowercase()
}

/// Where the columns of a layout stand in a file.
pub(super) struct Columns {
    pub(super) places: Vec<Option<usize>>,
    /// How many fields the first line has.
    pub(super) many: usize,
    /// How many a record must have: what it may lack at its end is optional.
    pub(super) needed: usize,
}

impl Columns {
    pub(super) fn of(
        header: &records::Record<'_>,
        layout: Layout,
        file: File,
        faults: &mut Faults,
        notes: &mut Vec<String>,
    ) -> Option<Self> {
        let names: Vec<String> = (0..header.len())
            .map(|place| name_of(header.field(place)))
            .collect();
        let place = |wanted: &str| names.iter().position(|name| name == wanted);
        let missing: Vec<&str> = (layout.required.iter().copied())
            .filter(|name| place(name).is_none())
            .collect();
        if !missing.is_empty() {
            let found = shown(&names.join(", "));
            let (columns, first) = (missing.join(", "), layout.described());
            faults.at(
                file,
                header.line,
                format!("the first line must name the columns {first}; it says “{found}”, without {columns}"),
            );
            return None;
        }
        for name in layout.names() {
            if names.iter().filter(|found| *found == name).count() > 1 {
                faults.at(
                    file,
                    header.line,
                    format!("two columns are called “{name}”"),
                );
                return None;
            }
        }
        let unused: Vec<String> = (names.iter())
            .filter(|name| !name.is_empty() && !layout.names().any(|known| known == *name))
            .map(|name| shown(name))
            .collect();
        match unused.as_slice() {
            [] => {}
            [one] => notes.push(format!("the column {one} is not used")),
            many => notes.push(format!("the columns {} are not used", many.join(", "))),
        }
        let needed = (layout.required.iter())
            .filter_map(|name| place(name))
            .max();
        Some(Self {
            places: layout.names().map(place).collect(),
            many: names.len(),
            needed: needed.map_or(0, |place| place + 1),
        })
    }
}
