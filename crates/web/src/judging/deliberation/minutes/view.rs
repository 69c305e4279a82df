//! How the minutes look to those who met.

use maud::html;
use plaudit_store::reports::deliberation::minutes::Minutes;

use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::response::Answer;
use crate::judging::deliberation::view::problems;
use crate::paths::judging::{Deliberation, Resolution};
use crate::say;
use crate::shown::decision::VERSION;
use crate::shown::minutes;
use crate::ui::button::{Look, PostButton};
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Place;
use crate::ui::tone::Tone;

/// The minutes, and the button that signs them.
pub(in crate::judging::deliberation) fn page(
    panellist: &Panellist,
    found: &Minutes,
    attempt: &Attempt,
) -> Answer {
    let words = &panellist.words;
    let category = found.category.id;
    let body = html! {
        (back(&Link::new(say!(words, "room-back"), &Deliberation { category })))
        (problems(words, attempt, &[]))
        @if attempt.stale { (aside(Tone::Care, &html! { p { (say!(words, "minutes-stale")) } })) }
        (minutes::minutes(words, found))
        @if found.signs {
            section.stack.screen-only {
                h2 { (say!(words, "minutes-sign-title")) }
                @if found.unsettled() > 0 {
                    p { (say!(words, "minutes-unsettled", cases = found.unsettled())) }
                } @else {
                    p { (say!(words, "minutes-sign-text")) }
                    @if found.present.is_empty() { (aside(Tone::Care, &html! { p { (say!(words, "minutes-nobody-noted")) } })) }
                    @if found.undecided > 0 { p { (say!(words, "minutes-sign-rest", count = found.undecided)) } }
                    (PostButton::new(Look::Primary, say!(words, "minutes-sign"), &Resolution { category }).with(VERSION, &found.revision))
                }
            }
        }
    };
    Answer::page(
        panellist,
        Place::Judging,
        say!(words, "minutes-title"),
        body,
    )
    .liveried(&found.programme)
}
