//! Which entries can be compared at all: the connected parts of the graph of entries and judges.

use crate::table::Table;

/// The parts of a table that no review links.
///
/// An entry and a judge belong together when the judge reviewed the entry, and so on from one to the next. Between two
/// parts, severity and merit cannot be told apart by the data. Parts are numbered by their first entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Components {
    pub(crate) count: usize,
    pub(crate) of_entry: Vec<usize>,
    pub(crate) of_judge: Vec<usize>,
}

impl Components {
    /// Finds the parts by union and find; near-linear in reviews.
    pub(crate) fn of(table: &Table) -> Self {
        let entries = table.entries();
        let mut union = Union::new(entries + table.judges);
        for entry in 0..entries {
            for (judge, _) in table.of(entry) {
                union.join(entry, entries + judge);
            }
        }
        let mut number = vec![None; entries + table.judges];
        let mut count = 0;
        let mut part = |node: usize, union: &mut Union| {
            let root = union.root(node);
            *number[root].get_or_insert_with(|| {
                count += 1;
                count - 1
            })
        };
        let of_entry = (0..entries).map(|entry| part(entry, &mut union)).collect();
        let of_judge = (0..table.judges)
            .map(|judge| part(entries + judge, &mut union))
            .collect();
        Self {
            count,
            of_entry,
            of_judge,
        }
    }
}

/// Disjoint sets that can be joined.
#[derive(Debug, Clone)]
pub(crate) struct Union(Vec<usize>);

impl Union {
    /// Every element by itself.
    pub(crate) fn new(elements: usize) -> Self {
        Self((0..elements).collect())
    }

    /// The element that stands for the whole set.
    pub(crate) fn root(&mut self, mut element: usize) -> usize {
        while self.0[element] != element {
            self.0[element] = self.0[self.0[element]];
            element = self.0[element];
        }
        element
    }

    /// Makes one set of two; `false` when they were one already. The smaller number stands for both.
    pub(crate) fn join(&mut self, left: usize, right: usize) -> bool {
        let (left, right) = (self.root(left), self.root(right));
        self.0[left.max(right)] = left.min(right);
        left != right
    }
}
