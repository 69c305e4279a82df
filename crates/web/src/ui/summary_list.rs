//! What was said, question by question, with a way to change it: for checking answers and for showing one thing.
use maud::{Markup, Render, html};

use super::link::Link;

/// A list of keys and values.
#[derive(Default)]
pub struct SummaryList {
    rows: Vec<SummaryRow>,
}

struct SummaryRow {
    key: String,
    value: Markup,
    change: Option<Link>,
    about: Option<String>,
}

impl SummaryList {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// A further key and its value.
    #[must_use]
    pub fn row(mut self, key: impl Into<String>, value: Markup) -> Self {
        self.rows.push(SummaryRow {
            key: key.into(),
            value,
            change: None,
            about: None,
        });
        self
    }

    /// A further key whose value can be changed; the link is heard with the key.
    #[must_use]
    pub fn row_with(self, key: impl Into<String>, value: Markup, change: Link) -> Self {
        self.row_about(key, value, change, None)
    }

    /// The same where several lists on a page have this key: the link is heard with what this one is about, too.
    #[must_use]
    pub fn row_about(
        mut self,
        key: impl Into<String>,
        value: Markup,
        change: Link,
        about: Option<&str>,
    ) -> Self {
        self.rows.push(SummaryRow {
            key: key.into(),
            value,
            change: Some(change),
            about: about.map(str::to_owned),
        });
        self
    }
}

impl Render for SummaryList {
    fn render(&self) -> Markup {
        html! {
            dl.summary-list {
                @for row in &self.rows {
                    div {
                        dt { (row.key) }
                        dd { (row.value) }
                        @if let Some(change) = &row.change {
                            dd.change {
                                a href=(change.path) { (change.label) span.visually-hidden { " " (row.key) @if let Some(about) = &row.about { ", " (about) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}
