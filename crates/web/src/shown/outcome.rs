//! What became of a season, as the public reads it: who won, who is commended.

use maud::{Markup, html};
use plaudit_domain::programme::Slug;
use plaudit_store::reports::outcome::{CategoryOutcome, Honoured, Outcome};

use super::named;
use crate::paths::public::PublicResults;
use crate::say;
use crate::ui::details::details;
use crate::ui::link::Link;
use crate::words::Words;

/// Where what is published of a result lies, and what it is signed under.
#[derive(Debug, Clone, Copy)]
pub struct Published<'a> {
    /// Whose result it is.
    pub programme: &'a Slug,
    /// The installation's key.
    pub public_key: &'a [u8; 32],
}

/// The result of an announced season, category by category, and what is published of it.
pub fn result(words: &Words, outcome: &Outcome, published: &Published<'_>) -> Markup {
    let is_any = (outcome.categories.iter()).any(|category| category.is_published);
    html! {
        @for category in &outcome.categories { (of_category(words, category, published.programme)) }
        @if is_any {
            (details(&say!(words, "outcome-check"), &html! {
                p { (say!(words, "outcome-check-text")) }
                p { code.digest { (hex::encode(published.public_key)) } }
            }))
        }
    }
}

fn of_category(words: &Words, outcome: &CategoryOutcome, programme: &Slug) -> Markup {
    let file = PublicResults {
        programme: programme.to_string(),
        category: outcome.category.id,
    };
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
            @if outcome.is_published {
                p { (Link::new(say!(words, "outcome-published"), &file)) }
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
