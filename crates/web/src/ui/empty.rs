//! A list with nothing in it: why, and what to do about it.
use maud::{Markup, html};

/// A designed nothing: what is missing, what will make it come, and the way to that if there is one.
pub fn empty(title: &str, text: &str, onward: Option<&Markup>) -> Markup {
    html! {
        div.empty {
            p.empty-title { (title) }
            p { (text) }
            @if let Some(onward) = onward { div.buttons { (onward) } }
        }
    }
}
