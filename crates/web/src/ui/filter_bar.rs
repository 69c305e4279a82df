//! The filters of a list: a form that gets, so that they stand in the URL.
use maud::{Markup, html};

use super::button::{Look, submit};
use super::link::Link;

/// Fields in a row, a button, and a link that clears them if any is set.
pub fn filter_bar(
    action: &impl ToString,
    fields: &Markup,
    label: &str,
    clear: Option<&Link>,
) -> Markup {
    html! {
        form.filter-bar method="get" action=(action.to_string()) role="search" {
            (fields)
            div.buttons {
                (submit(Look::Secondary, label))
                @if let Some(clear) = clear { (clear) }
            }
        }
    }
}
