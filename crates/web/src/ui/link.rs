//! A label and where it leads.
use maud::{Markup, Render, html};

/// A link that makes sense when it is read out alone.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub path: String,
}

impl Link {
    /// A link.
    pub fn new(label: impl Into<String>, path: &impl ToString) -> Self {
        Self {
            label: label.into(),
            path: path.to_string(),
        }
    }
}

impl Render for Link {
    fn render(&self) -> Markup {
        html! { a href=(self.path) { (self.label) } }
    }
}

/// The way back, above the heading.
pub fn back(link: &Link) -> Markup {
    html! { p.back { a href=(link.path) { (link.label) } } }
}
