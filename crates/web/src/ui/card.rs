//! Cards and figures of a dashboard or of a list of invitations.
use maud::{Markup, Render, html};

/// A grid of cards.
pub fn cards(cards: &[Card]) -> Markup {
    html! { div.cards { @for card in cards { (card) } } }
}

/// Something with a title, a body and perhaps a link that covers it.
pub struct Card {
    title: String,
    path: Option<String>,
    above: Option<Markup>,
    body: Markup,
}

impl Card {
    /// A card; its title is an `h2`.
    pub fn new(title: impl Into<String>, body: Markup) -> Self {
        Self {
            title: title.into(),
            path: None,
            above: None,
            body,
        }
    }

    /// Where its title leads.
    #[must_use]
    pub fn link(mut self, path: &impl ToString) -> Self {
        self.path = Some(path.to_string());
        self
    }

    /// What stands above the title, such as a status tag.
    #[must_use]
    pub fn above(mut self, above: Markup) -> Self {
        self.above = Some(above);
        self
    }
}

impl Render for Card {
    fn render(&self) -> Markup {
        html! {
            section.card {
                @if let Some(above) = &self.above { div.card-above { (above) } }
                h2 {
                    @match &self.path {
                        Some(path) => a href=(path) { (self.title) },
                        None => (self.title),
                    }
                }
                (self.body)
            }
        }
    }
}

/// A number with what it counts; leads to the list of what was counted.
pub struct Figure {
    /// The number, written out by [`crate::words::Words::number`].
    pub number: String,
    /// What it counts.
    pub label: String,
    /// The list behind it.
    pub path: Option<String>,
}

/// Figures in a row.
pub fn figures(figures: &[Figure]) -> Markup {
    html! {
        ul.figures {
            @for figure in figures {
                li {
                    span.figure-number { (figure.number) }
                    " "
                    @match &figure.path {
                        Some(path) => a.figure-label href=(path) { (figure.label) },
                        None => span.figure-label { (figure.label) },
                    }
                }
            }
        }
    }
}
