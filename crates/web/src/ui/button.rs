//! Buttons: they change something, so they post; what only leads somewhere is a link, at most one that looks like a button.
use maud::{Markup, Render, html};

use super::link::Link;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one thing that the page is for.
    #[default]
    Primary,
    /// Another way on.
    Secondary,
    /// Something that people or their work are hurt by when pressed in error.
    Warning,
    /// A small thing in a row of many.
    Quiet,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Warning => "warning",
            Self::Quiet => "quiet",
        }
    }
}

/// Submits the form that it stands in.
pub fn submit(look: Look, label: &str) -> Markup {
    html! { button.button .(look.class()) type="submit" { (label) } }
}

/// The same once it was pressed and while nobody has answered, as the script leaves it; only the gallery makes it itself.
pub fn sent(look: Look, label: &str) -> Markup {
    html! { button.button .(look.class()) type="submit" aria-disabled="true" { (label) } }
}

/// Submits the form that it stands in and says by a field which button was pressed.
pub fn submit_as(look: Look, label: &str, name: &str, value: &str) -> Markup {
    html! { button.button .(look.class()) type="submit" name=(name) value=(value) { (label) } }
}

/// Submits the form that it stands in to another path than the form's own.
pub fn submit_to(look: Look, label: &str, path: &impl ToString) -> Markup {
    html! { button.button .(look.class()) type="submit" formaction=(path.to_string()) { (label) } }
}

/// A link that looks like a button, for the way onward.
pub fn link_button(look: Look, link: &Link) -> Markup {
    html! { a.button .(look.class()) href=(link.path) { (link.label) } }
}

/// A form of its own with nothing but a button.
pub struct PostButton {
    look: Look,
    label: String,
    about: Option<String>,
    action: String,
    values: Vec<(String, String)>,
}

impl PostButton {
    /// A button that posts to this path.
    pub fn new(look: Look, label: impl Into<String>, action: &impl ToString) -> Self {
        Self {
            look,
            label: label.into(),
            about: None,
            action: action.to_string(),
            values: Vec::new(),
        }
    }

    /// What it acts on, heard and not seen, where many buttons say the same.
    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = Some(about.into());
        self
    }

    /// A hidden field.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: &impl ToString) -> Self {
        self.values.push((name.into(), value.to_string()));
        self
    }
}

impl Render for PostButton {
    fn render(&self) -> Markup {
        html! {
            form.post-button method="post" action=(self.action) {
                @for (name, value) in &self.values { input type="hidden" name=(name) value=(value); }
                button.button .(self.look.class()) type="submit" {
                    (self.label)
                    @if let Some(about) = &self.about { span.visually-hidden { " " (about) } }
                }
            }
        }
    }
}

/// Buttons in a row, the primary first.
pub fn buttons(body: &Markup) -> Markup {
    html! { div.buttons { (body) } }
}
