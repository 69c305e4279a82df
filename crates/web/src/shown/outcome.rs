//! What became of a season, as the public reads it: who won, who is commended.

use maud::{Markup, html};
use plaudit_store::reports::outcome::{CategoryOutcome, Honoured, Outcome};

use super::named;
use crate::say;
use crate::words::Words;

/// The result of an announced season, category by category.
pub fn result(words: &Words, outcome: &Outcome) -> Markup {
    html! {
        @for category in &outcome.categories { (of_category(words, category)) }
    }
}

fn of_category(words: &Words, outcome: &CategoryOutcome) -> Markup {
    html! {
        div.honours {
            h3 { (outcome.category.title.in_language(&words.language())) }
            @if outcome.awarded.is_empty() {
                p { (say!(words, "outcome-no-award")) }
            } @else {
                p.honours-kind { (say!(words, "outcome-awarded", count = outcome.awarded.len())) }
                ul.honoured { @for one in &outcome.awarded { li { (honoured(words, one)) } } }
            }
            @if !outcome.commended.is_empty() {
                p.honours-kind { (say!(words, "outcome-commended")) }
                ul.commended { @for one in &outcome.commended { li { (honoured(words, one)) } } }
            }
        }
    }
}

fn honoured(words: &Words, one: &Honoured) -> Markup {
    html! {
        bdi.honoured-name { (named::nominee_or_erased(words, one.name.as_deref())) }
        @if let Some(employer) = &one.employer { " " span.honoured-employer { (employer) } }
    }
}
