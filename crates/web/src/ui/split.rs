//! Reading beside working: a case's text with the scorecard next to it.
use maud::{Markup, html};

/// Two columns on a desk, the right one staying in view; one after the other on a phone.
pub fn split(reading: &Markup, working: &Markup) -> Markup {
    columns(reading, working, true)
}

/// The same where what is worked on is as long as what is read, and the page scrolls as a whole.
pub fn split_level(reading: &Markup, working: &Markup) -> Markup {
    columns(reading, working, false)
}

fn columns(reading: &Markup, working: &Markup, stays: bool) -> Markup {
    html! {
        div.split {
            div.reading { (reading) }
            div.working .stays[stays] { (working) }
        }
    }
}
