//! What some readers want to know more about, folded away.
use maud::{Markup, html};

/// A summary that opens onto its body; print opens it.
pub fn details(summary: &str, body: &Markup) -> Markup {
    folded(summary, body, false)
}

/// The same as somebody finds it who opened it.
pub fn details_open(summary: &str, body: &Markup) -> Markup {
    folded(summary, body, true)
}

fn folded(summary: &str, body: &Markup, is_open: bool) -> Markup {
    html! { details open[is_open] { summary { (summary) } div.details-body { (body) } } }
}
