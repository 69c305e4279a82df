//! How it looks.

use maud::html;
use plaudit_store::reports::certainty::{Known, Sureness};

use crate::http::actor::Chair;
use crate::http::response::Answer;
use crate::paths::judging::{Desk, Diagnostics};
use crate::say;
use crate::shown::diagnostics::diagnostics;
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::{Layout, Place};
use crate::ui::tone::Tone;

/// The page.
pub(super) fn page(chair: &Chair, sureness: &Sureness) -> Answer {
    let words = &chair.words;
    let ranking = &sureness.ranking;
    let category = ranking.category.id;
    let title = say!(words, "diagnostics-title");
    let again = Link::new(say!(words, "certainty-again"), &Diagnostics { category });
    let body = html! {
        (back(&Link::new(say!(words, "desk-title"), &Desk)))
        (Heading::new(&title)
            .above(ranking.category.title.in_language(&words.language()))
            .lede(say!(words, "diagnostics-lede")))
        @match &sureness.known {
            Known::Now(certainty) => (diagnostics(words, &sureness.judges, &sureness.ranking.rows, certainty)),
            Known::Before(certainty) => {
                (aside(Tone::Care, &html! { p { (say!(words, "certainty-before")) } p { (again) } }))
                (diagnostics(words, &sureness.judges, &sureness.ranking.rows, certainty))
            },
            Known::NotYet => (empty(&say!(words, "certainty-not-yet-title"), &say!(words, "diagnostics-not-yet-text"), Some(&html! { (again) }))),
        }
    };
    Answer::page(chair, Place::Judging, title, body)
        .layout(Layout::Wide)
        .liveried(&ranking.about.programme)
}
