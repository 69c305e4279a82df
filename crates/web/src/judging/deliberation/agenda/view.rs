//! How the agenda looks to those who meet.

use maud::{Markup, Render, html};
use plaudit_store::reports::deliberation::{CaseRow, Room};

use super::HOW;
use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::response::Answer;
use crate::judging::deliberation::view::{frame, names, nominee, problems};
use crate::paths::judging::{Agenda, AgendaItem, Deliberation};
use crate::say;
use crate::shown::status;
use crate::ui::button::{Look, PostButton};
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::table::Table;
use crate::words::Words;

/// The order, and what whoever keeps the meeting does with it.
pub(in crate::judging::deliberation) fn page(
    panellist: &Panellist,
    room: &Room,
    attempt: &Attempt,
) -> Answer {
    let words = &panellist.words;
    let category = room.category.id;
    let title = say!(words, "agenda-title");
    let keeps = room.keeps && room.is_open();
    let body = html! {
        (back(&Link::new(say!(words, "room-back"), &Deliberation { category })))
        (problems(words, attempt, &[]))
        (Heading::new(&title)
            .above(room.category.title.in_language(&words.language()))
            .lede(say!(words, "agenda-lede")))
        @if keeps {
            (PostButton::new(Look::Secondary, say!(words, "agenda-draw-up"), &Agenda { category }))
        }
        @if room.agenda.is_empty() {
            (empty(&say!(words, "agenda-empty-title"), &say!(words, "agenda-empty-text"), None))
        } @else {
            (table(words, room, (say!(words, "agenda-title"), &room.agenda), keeps.then_some(&["up", "down", "remove"])))
        }
        @if keeps && !room.besides.is_empty() {
            section.stack {
                h2 { (say!(words, "agenda-besides")) }
                p { (say!(words, "agenda-besides-text")) }
                (table(words, room, (say!(words, "agenda-besides"), &room.besides), Some(&["add"])))
            }
        }
    };
    frame(panellist, room, title, body)
}

fn table(
    words: &Words,
    room: &Room,
    (title, rows): (String, &[CaseRow]),
    ways: Option<&[&str]>,
) -> Markup {
    let category = room.category.id;
    Table::new(title, rows)
        .numbers(say!(words, "desk-case"), |row: &CaseRow| row.number)
        .head(
            say!(words, "case-nominee"),
            |row| html! { bdi { (nominee(words, row)) } },
        )
        .words(say!(words, "room-out"), |row| names(words, &row.out))
        .words(say!(words, "desk-status"), |row| {
            status::tag(words, row.status)
        })
        .when(ways.is_some(), |table| {
            table.actions(say!(words, "agenda-by-hand"), move |row| {
                let path = AgendaItem {
                    category,
                    case: row.case,
                };
                html! {
                    @for way in ways.unwrap_or_default() {
                        (PostButton::new(Look::Quiet, words.get(&format!("agenda-{way}")), &path)
                            .about(say!(words, "room-case", number = row.number))
                            .with(HOW, way))
                    }
                }
            })
        })
        .caption_hidden()
        .render()
}
