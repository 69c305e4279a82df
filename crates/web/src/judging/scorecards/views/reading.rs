//! Reading every finalist before any is scored: what is left to read, and the button that says that this one is.

use maud::{Markup, html};
use plaudit_store::reports::scorecard::Scorecard as Card;

use super::super::form::SCORES;
use crate::paths::judging::{Reading, Scorecard};
use crate::say;
use crate::ui::button::{Look, PostButton};
use crate::ui::link::Link;
use crate::words::Words;

/// Stands in the scorecard's place until every finalist is read.
pub(super) fn list(words: &Words, card: &Card) -> Markup {
    let assignment = card.assignment;
    let is_left = card.unread.iter().any(|one| one.assignment == assignment);
    let others = || {
        card.unread
            .iter()
            .filter(|one| one.assignment != assignment)
    };
    html! {
        div {
            h2 #(SCORES) tabindex="-1" { (say!(words, "scorecard-title")) }
            p { (say!(words, "reading-first", count = card.unread.len())) }
            @if is_left {
                (PostButton::new(Look::Primary, say!(words, "reading-confirm"), &Reading { assignment }))
            } @else {
                p { (say!(words, "reading-this-is")) }
            }
            @if others().next().is_some() {
                p { (say!(words, "reading-left")) }
                ul {
                    @for one in others() {
                        li { (Link::new(say!(words, "reading-case", number = one.number), &Scorecard { assignment: one.assignment })) }
                    }
                }
            }
        }
    }
}
