//! A status in a word or two.
use maud::{Markup, html};

use super::tone::Tone;

/// A tag with a status; the tone adds a colour and a mark, the text says it.
pub fn status_tag(tone: Tone, text: &str) -> Markup {
    html! { span.tag .(tone.class()) { (text) } }
}
