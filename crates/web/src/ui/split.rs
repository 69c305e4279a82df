//! Reading beside working: a case's text with the scorecard next to it.
use maud::{Markup, html};

/// Two columns on a desk, the right one staying in view; one after the other on a phone.
pub fn split(reading: &Markup, working: &Markup) -> Markup {
    html! {
        div.split {
            div.reading { (reading) }
            div.working { (working) }
        }
    }
}
