//! A programme's accent: the colours that its pages make of it, and what was changed so that words can be read.

use maud::{Markup, html};
use plaudit_domain::accent::Accent;

use crate::say;
use crate::words::Words;

/// The colour with its digits, and beside it what each theme makes of it.
pub fn accent(words: &Words, accent: Accent) -> Markup {
    let (light, dark) = (accent.light(), accent.dark());
    html! {
        p { (swatch(accent)) " " code { (accent) } }
        @if !accent.is_readable() {
            p { (say!(words, "accent-darkened", colour = light.brand.to_string())) }
        }
        p.muted {
            (swatch(light.stage)) (swatch(light.brand)) (swatch(light.soft)) " " (say!(words, "accent-light", colour = light.brand.to_string())) br;
            (swatch(dark.stage)) (swatch(dark.brand)) (swatch(dark.soft)) " " (say!(words, "accent-dark", colour = dark.brand.to_string()))
        }
    }
}

/// A colour to look at; its digits stand beside it as text.
fn swatch(colour: Accent) -> Markup {
    html! {
        svg.swatch viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" {
            rect width="24" height="24" fill=(colour) {}
        }
    }
}
