//! The page's one `h1`, with what stands above and below it.
use maud::{Markup, Render, html};

use super::mark::light;

/// The heading of a page: `Heading::new("Nominations").lede("24 for 20 nominees")`.
pub struct Heading {
    title: String,
    above: Option<String>,
    lede: Option<String>,
    beside: Option<Markup>,
    grand: bool,
}

impl Heading {
    /// The title alone.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            above: None,
            lede: None,
            beside: None,
            grand: false,
        }
    }

    /// What the page belongs to, small, above the title and part of the heading.
    #[must_use]
    pub fn above(mut self, above: impl Into<String>) -> Self {
        self.above = Some(above.into());
        self
    }

    /// A sentence below the title.
    #[must_use]
    pub fn lede(mut self, lede: impl Into<String>) -> Self {
        self.lede = Some(lede.into());
        self
    }

    /// Buttons or a status tag: beside the title of a desk's page, below that of a public one.
    #[must_use]
    pub fn beside(mut self, beside: Markup) -> Self {
        self.beside = Some(beside);
        self
    }

    /// A full-width opening for a public page.
    #[must_use]
    pub fn grand(mut self) -> Self {
        self.grand = true;
        self
    }
}

impl Render for Heading {
    fn render(&self) -> Markup {
        html! {
            div.heading .grand[self.grand] {
                @if self.grand { (light()) }
                div.heading-text {
                    h1 {
                        @if let Some(above) = &self.above { span.heading-above { (above) } " " }
                        (self.title)
                    }
                    @if let Some(lede) = &self.lede { p.lede { (lede) } }
                }
                @if let Some(beside) = &self.beside { div.heading-beside { (beside) } }
            }
        }
    }
}
