//! A sentence that must be noticed: what the last action came to, or what is special about this page.
use maud::{Markup, Render, html};

use super::tone::Tone;

/// A banner above the content; announced at once when it is bad news, and when it can be otherwise.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Whether it went well.
    pub tone: Tone,
    /// One sentence.
    pub text: String,
}

impl Notice {
    /// A notice.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self {
            tone,
            text: text.into(),
        }
    }
}

impl Render for Notice {
    fn render(&self) -> Markup {
        let role = if self.tone == Tone::Bad {
            "alert"
        } else {
            "status"
        };
        html! { div.notice .(self.tone.class()) role=(role) { p { (self.text) } } }
    }
}

/// A part of the page that is set apart for its importance, and is not news: nothing announces it.
pub fn aside(tone: Tone, body: &Markup) -> Markup {
    html! { div.notice .(tone.class()) { (body) } }
}
