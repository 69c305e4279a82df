//! A table that keeps its shape: on a phone each row becomes a block, in which every cell says its column's head.
use maud::{Markup, Render, html};

use super::fields;

/// A table: its rows, and for each column a head and what its cells hold.
pub struct Table<'a, R> {
    caption: String,
    rows: &'a [R],
    columns: Vec<Column<'a, R>>,
    caption_hidden: bool,
    line: Option<(usize, String)>,
}

/// Writes what a cell holds for a row.
type Write<'a, R> = Box<dyn Fn(&R, &mut String) + 'a>;

struct Column<'a, R> {
    label: String,
    kind: Kind,
    number: bool,
    sort: Option<(String, Option<Order>)>,
    cell: Write<'a, R>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Plain,
    Actions,
}

/// Which way a table is sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// From the first or the smallest.
    Ascending,
    /// From the last or the largest.
    Descending,
}

impl<'a, R> Table<'a, R> {
    /// A table without columns as yet; the caption says what it holds, and names the region that scrolls.
    pub fn new(caption: impl Into<String>, rows: &'a [R]) -> Self {
        Self {
            caption: caption.into(),
            rows,
            columns: Vec::new(),
            caption_hidden: false,
            line: None,
        }
    }

    /// The column that says what a row is about; every table has one.
    #[must_use]
    pub fn head<C: Render>(self, label: impl Into<String>, cell: impl Fn(&R) -> C + 'a) -> Self {
        self.column(label.into(), Kind::Head, false, cell)
    }

    /// The same where it is a number.
    #[must_use]
    pub fn head_number<C: Render>(
        self,
        label: impl Into<String>,
        cell: impl Fn(&R) -> C + 'a,
    ) -> Self {
        self.column(label.into(), Kind::Head, true, cell)
    }

    /// A column of words.
    #[must_use]
    pub fn words<C: Render>(self, label: impl Into<String>, cell: impl Fn(&R) -> C + 'a) -> Self {
        self.column(label.into(), Kind::Plain, false, cell)
    }

    /// A column of numbers, set to the right.
    #[must_use]
    pub fn numbers<C: Render>(self, label: impl Into<String>, cell: impl Fn(&R) -> C + 'a) -> Self {
        self.column(label.into(), Kind::Plain, true, cell)
    }

    /// A column of links and buttons, side by side.
    #[must_use]
    pub fn actions<C: Render>(self, label: impl Into<String>, cell: impl Fn(&R) -> C + 'a) -> Self {
        self.column(label.into(), Kind::Actions, false, cell)
    }

    /// Columns that are there only sometimes.
    #[must_use]
    pub fn when(self, wanted: bool, add: impl FnOnce(Self) -> Self) -> Self {
        if wanted { add(self) } else { self }
    }

    /// Lets the head of the column added last sort: where it leads, and the order if the table is sorted by it now.
    #[must_use]
    pub fn sorted(mut self, path: &impl ToString, now: Option<Order>) -> Self {
        if let Some(column) = self.columns.last_mut() {
            column.sort = Some((path.to_string(), now));
        }
        self
    }

    /// Draws a line with these words below the row at this index.
    #[must_use]
    pub fn line_below(mut self, index: usize, said: String) -> Self {
        self.line = Some((index, said));
        self
    }

    /// Leaves the caption to be heard only, where a heading says the same.
    #[must_use]
    pub fn caption_hidden(mut self) -> Self {
        self.caption_hidden = true;
        self
    }

    fn column<C: Render>(
        mut self,
        label: String,
        kind: Kind,
        number: bool,
        cell: impl Fn(&R) -> C + 'a,
    ) -> Self {
        self.columns.push(Column {
            label,
            kind,
            number,
            sort: None,
            cell: Box::new(move |row, buffer| cell(row).render_to(buffer)),
        });
        self
    }
}

impl<R> Render for Table<'_, R> {
    fn render(&self) -> Markup {
        let id = format!("table-{}", fields::id(&self.caption));
        // Two columns fit the narrowest phone as they are.
        let stacks = self.columns.len() > 2;
        html! {
            div.table-scroll .stacking[stacks] role="region" aria-labelledby=(id) tabindex="0" {
                table {
                    caption #(id) .visually-hidden[self.caption_hidden] { (self.caption) }
                    thead { tr { @for column in &self.columns { (head(column)) } } }
                    tbody {
                        @for (index, row) in self.rows.iter().enumerate() {
                            tr {
                                @for column in &self.columns {
                                    @if column.kind == Kind::Head {
                                        th .number[column.number] scope="row" { (Cell { column, row }) }
                                    } @else {
                                        td .number[column.number] data-label=(column.label) {
                                            div .actions[column.kind == Kind::Actions] { (Cell { column, row }) }
                                        }
                                    }
                                }
                            }
                            @if let Some((_, said)) = self.line.as_ref().filter(|(at, _)| *at == index) {
                                tr.cut { td colspan=(self.columns.len()) { (said) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What one cell holds, written where it belongs.
struct Cell<'c, 'a, R> {
    column: &'c Column<'a, R>,
    row: &'c R,
}

impl<R> Render for Cell<'_, '_, R> {
    fn render_to(&self, buffer: &mut String) {
        (self.column.cell)(self.row, buffer);
    }
}

fn head<R>(column: &Column<'_, R>) -> Markup {
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
