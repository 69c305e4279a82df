//! The moment that something is done: a receipt, a decision.
use maud::{Markup, html};

use super::mark::light;

/// A large panel with the page's `h1`, and below it what to keep, such as a number.
pub fn panel(title: &str, body: &Markup) -> Markup {
    html! { div.panel { (light()) h1 { (title) } div.panel-body { (body) } } }
}
