//! What some readers want to know more about, folded away.
use maud::{Markup, html};

/// A summary that opens onto its body; print opens it.
pub fn details(summary: &str, body: &Markup) -> Markup {
    html! { details { summary { (summary) } div.details-body { (body) } } }
}
