//! A table that keeps its shape on a phone: it scrolls by itself, and its head says how it is sorted.
use maud::{Markup, Render, html};

use super::fields;

/// A table: `Table::new("Nominations", columns, rows)`, the rows being `tr`s of `th scope="row"` and `td`s.
pub struct Table {
    caption: String,
    columns: Vec<Column>,
    rows: Markup,
    caption_hidden: bool,
}

/// A column's head, and how its cells are set.
pub struct Column {
    label: String,
    number: bool,
    sort: Option<(String, Option<Order>)>,
}

/// Which way a table is sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// From the first or the smallest.
    Ascending,
    /// From the last or the largest.
    Descending,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            number: false,
            sort: None,
        }
    }

    /// A column of numbers, set to the right; give its cells the class `number`.
    pub fn numbers(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            number: true,
            sort: None,
        }
    }

    /// A head that sorts: where it leads, and the order if the table is sorted by it now.
    #[must_use]
    pub fn sorted(mut self, path: &impl ToString, now: Option<Order>) -> Self {
        self.sort = Some((path.to_string(), now));
        self
    }
}

impl Table {
    /// A table; the caption says what it holds, and names the region that scrolls.
    pub fn new(caption: impl Into<String>, columns: Vec<Column>, rows: Markup) -> Self {
        Self {
            caption: caption.into(),
            columns,
            rows,
            caption_hidden: false,
        }
    }

    /// Leaves the caption to be heard only, where a heading says the same.
    #[must_use]
    pub fn caption_hidden(mut self) -> Self {
        self.caption_hidden = true;
        self
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        let id = format!("table-{}", fields::id(&self.caption));
        html! {
            div.table-scroll role="region" aria-labelledby=(id) tabindex="0" {
                table {
                    caption #(id) .visually-hidden[self.caption_hidden] { (self.caption) }
                    thead { tr { @for column in &self.columns { (head(column)) } } }
                    tbody { (self.rows) }
                }
            }
        }
    }
}

fn head(column: &Column) -> Markup {
    let order = column.sort.as_ref().and_then(|(_, order)| *order);
    let said = order.map(|order| match order {
        Order::Ascending => "ascending",
        Order::Descending => "descending",
    });
    html! {
        th .number[column.number] scope="col" aria-sort=[said] {
            @match &column.sort {
                Some((path, _)) => a.sort href=(path) { (column.label) },
                None => (column.label),
            }
        }
    }
}
