//! How the room looks on a screen: what is at hand and who must be out for it, what comes next, and who is there.

use maud::{Markup, Render, html};
use plaudit_domain::export::Export;
use plaudit_domain::policy;
use plaudit_domain::season::Category;
use plaudit_store::reports::deliberation::{AtHand, CaseRow, Room, Seat};
use plaudit_store::reports::names::Named;
use sha2::{Digest, Sha256};

use super::case::view as case_view;
use super::{CASE, PRESENT};
use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::response::Answer;
use crate::paths::exports::{CasePack, Meeting, MeetingSheet};
use crate::paths::judging::{
    Agenda, Attendance, CaseAtHand, DeliberatedCase, Deliberation, DeliberationEvents, Minutes,
    Panels,
};
use crate::say;
use crate::shown::{named, status};
use crate::ui::button::{Look, PostButton, link_button, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::{Layout, Place};
use crate::ui::tone::Tone;
use crate::words::Words;

/// A page of the room's.
pub(super) fn frame(
    panellist: &Panellist,
    room: &Room,
    title: impl Into<String>,
    body: Markup,
) -> Answer {
    Answer::page(panellist, Place::Judging, title, body)
        .layout(Layout::Wide)
        .liveried(&room.programme)
}

/// Why what was sent was refused; what has no field on the page leads to its beginning.
pub(super) fn problems(words: &Words, attempt: &Attempt, there: &[&str]) -> Markup {
    let messages = attempt.errors.in_words(words);
    let at = |field| {
        if there.contains(&field) {
            field
        } else {
            "main"
        }
    };
    error_summary(
        words,
        messages.iter().map(|(field, said)| (at(field), said)),
    )
}

/// The room.
pub(super) fn page(panellist: &Panellist, room: &Room, attempt: &Attempt) -> Answer {
    let words = &panellist.words;
    let title = say!(words, "deliberation-title");
    let live = live(words, room);
    let category = room.category.id;
    let above = format!(
        "{} {} · {}",
        room.programme.words.title.in_language(&words.language()),
        room.season.name,
        room.category.title.in_language(&words.language())
    );
    let body = html! {
        (back(&Link::new(say!(words, "panels-title"), &Panels)))
        (problems(words, attempt, &[]))
        (Heading::new(&title).above(above))
        // The script takes it away once the page is told what changes.
        p data-live-without="" { (say!(words, "room-reload")) " " (Link::new(say!(words, "room-reload-now"), &Deliberation { category })) }
        p.visually-hidden role="status" data-live-says="" {}
        div.stack.room #room data-live=(DeliberationEvents { category }) data-live-page=(Deliberation { category }) data-live-state=(state(&live)) data-live-said=(said(words, room)) {
            (live)
        }
    };
    frame(panellist, room, title, body)
}

/// The ways to the rooms of these categories.
pub(in crate::judging) fn room_links(words: &Words, categories: &[Category]) -> Markup {
    let label = |category: &Category| match categories {
        [_] => say!(words, "room-to-room"),
        _ => say!(
            words,
            "room-to-room-of",
            category = category.title.in_language(&words.language())
        ),
    };
    html! {
        @for category in categories {
            div.buttons {
                (link_button(Look::Primary, &Link::new(label(category), &Deliberation { category: category.id })))
            }
        }
    }
}

/// What tells two states of a screen apart.
pub(super) fn state(live: &Markup) -> String {
    let digest = Sha256::digest(live.0.as_bytes());
    hex::encode(&digest[..12])
}

/// What is said aloud when the screen changes.
fn said(words: &Words, room: &Room) -> String {
    match &room.at_hand {
        AtHand::Out => say!(words, "room-you-are-out"),
        AtHand::Nothing => say!(words, "room-nothing-at-hand"),
        AtHand::Case(case) => match room.agenda.iter().find(|row| row.case == *case) {
            Some(row) => say!(words, "room-now", case = case_name(words, row)),
            None => say!(words, "room-nothing-at-hand"),
        },
    }
}

/// All that changes while the panel meets. Whoever is out sees that, and nothing besides.
pub(super) fn live(words: &Words, room: &Room) -> Markup {
    html! {
        @if let AtHand::Out = room.at_hand {
            section.room-out {
                h2 { (say!(words, "room-you-are-out")) }
                p { (say!(words, "room-you-are-out-text")) }
            }
        } @else {
            (standing(words, room))
            @if room.is_open() { (at_hand(words, room)) }
            (agenda(words, room))
            (sheet(words, room))
            (attendance(words, room))
        }
    }
}

/// The agenda on paper, for whoever keeps the meeting.
fn sheet(words: &Words, room: &Room) -> Markup {
    let category = room.category.id;
    html! {
        @if room.role.runs_panel() && !room.agenda.is_empty() {
            p {
                (Link::new(say!(words, "meeting-file"), &Meeting { category })) " · "
                (Link::new(say!(words, "file-as-sheet"), &MeetingSheet { category }))
            }
        }
        @if policy::may_export(room.role, Export::CasePack).is_ok() && policy::has_file(room.season.status, Export::Meeting).is_ok() {
            p { (Link::new(say!(words, "case-pack-of-finalists"), &format!("{}?of=finalists", CasePack { category }))) }
        }
    }
}

/// Where the meeting stands as a whole.
fn standing(words: &Words, room: &Room) -> Markup {
    let category = room.category.id;
    let minutes = Link::new(say!(words, "minutes-title"), &Minutes { category });
    html! {
        @if room.signed_at.is_some() {
            (aside(Tone::Good, &html! { p { (say!(words, "room-signed")) } }))
            div.buttons { (link_button(Look::Primary, &minutes)) }
        } @else if !room.is_open() {
            (aside(Tone::Plain, &html! { p { (say!(words, "room-not-open")) } }))
        } @else if room.signs && room.is_settled() {
            (aside(Tone::Active, &html! {
                p { (say!(words, "room-all-settled")) }
                div.buttons { (link_button(Look::Primary, &Link::new(say!(words, "minutes-to-sign"), &Minutes { category }))) }
            }))
        }
    }
}

fn at_hand(words: &Words, room: &Room) -> Markup {
    let category = room.category.id;
    let row = match &room.at_hand {
        AtHand::Case(case) => room.agenda.iter().find(|row| row.case == *case),
        AtHand::Nothing | AtHand::Out => None,
    };
    html! {
        section.room-case {
            @match row {
                None => {
                    h2 { (say!(words, "room-nothing-at-hand")) }
                    p { (say!(words, "room-nothing-text")) }
                }
                Some(row) => {
                    p.heading-above { (say!(words, "room-at-hand")) }
                    div.room-title {
                        h2 { bdi { (case_name(words, row)) } }
                        (status::tag(words, row.status))
                    }
                    @if let Some(employer) = &row.employer { p { bdi { (employer) } } }
                    (must_be_out(words, row))
                    (case_view::figures(words, room, row))
                    (case_view::ballot(words, room, row))
                    div.buttons {
                        (link_button(Look::Secondary, &Link::new(open_label(words, room), &DeliberatedCase { category, case: row.case })))
                    }
                    @if room.keeps {
                        (PostButton::new(Look::Quiet, say!(words, "room-put-down"), &CaseAtHand { category }).with(CASE, &""))
                    }
                }
            }
        }
    }
}

fn open_label(words: &Words, room: &Room) -> String {
    if room.records {
        say!(words, "room-decide")
    } else {
        say!(words, "room-look")
    }
}

/// Who must be out: read first, before anything is said of the case.
pub(super) fn must_be_out(words: &Words, row: &CaseRow) -> Markup {
    html! {
        @if row.out.is_empty() {
            p { (say!(words, "room-nobody-out")) }
        } @else {
            (aside(Tone::Care, &html! {
                p { strong { (say!(words, "room-must-be-out")) } " " (names(words, &row.out)) }
            }))
        }
    }
}

/// Several people in a row.
pub(super) fn names(words: &Words, people: &[Named]) -> Markup {
    html! {
        @for (index, one) in people.iter().enumerate() {
            @if index > 0 { ", " }
            bdi { (named::say(words, one)) }
        }
    }
}

/// The nominee of a case, as it is called here.
pub(super) fn nominee(words: &Words, row: &CaseRow) -> String {
    named::nominee_or_erased(words, row.nominee.as_deref())
}

/// A case with its number.
pub(super) fn case_name(words: &Words, row: &CaseRow) -> String {
    say!(
        words,
        "named-case",
        number = row.number,
        nominee = nominee(words, row)
    )
}

/// What comes. A screen may be seen by everybody in the room, so a case for which somebody must be out is a number here until it
/// is at hand.
fn agenda(words: &Words, room: &Room) -> Markup {
    let category = room.category.id;
    html! {
        section.stack {
            h2 { (say!(words, "agenda-title")) }
            @if room.agenda.is_empty() {
                (empty(&say!(words, "agenda-empty-title"), &say!(words, "agenda-empty-text"), None))
            } @else {
                ol.room-agenda {
                    @for row in &room.agenda { (item(words, room, row)) }
                }
            }
            @if room.keeps && room.is_open() {
                div.buttons { (link_button(Look::Quiet, &Link::new(say!(words, "agenda-change"), &Agenda { category }))) }
            }
        }
    }
}

fn item(words: &Words, room: &Room, row: &CaseRow) -> Markup {
    let category = room.category.id;
    let is_at_hand = matches!(room.at_hand, AtHand::Case(case) if case == row.case);
    let is_told = row.out.is_empty() || is_at_hand || room.signed_at.is_some();
    html! {
        li aria-current=[is_at_hand.then_some("true")] {
            span {
                @if is_told {
                    bdi { (case_name(words, row)) } " " (status::tag(words, row.status))
                } @else {
                    (say!(words, "room-case", number = row.number))
                    " " span.muted { (say!(words, "room-must-be-out")) " " (names(words, &row.out)) }
                }
            }
            @if room.keeps && room.is_open() && !is_at_hand {
                (PostButton::new(Look::Secondary, say!(words, "room-call"), &CaseAtHand { category })
                    .about(say!(words, "room-case", number = row.number))
                    .with(CASE, &row.case))
            }
        }
    }
}

fn attendance(words: &Words, room: &Room) -> Markup {
    let category = room.category.id;
    let quorum = room.rules.meeting.quorum;
    html! {
        section.stack {
            h2 { (say!(words, "room-attendance")) }
            @if quorum > 0 { p { (say!(words, "room-quorum", count = quorum)) } }
            ul {
                @for seat in &room.seats { li { (seated(words, seat)) } }
            }
            @if room.keeps && room.is_open() {
                div.buttons { (link_button(Look::Quiet, &Link::new(say!(words, "room-attendance-note"), &Attendance { category }))) }
            }
        }
    }
}

fn seated(words: &Words, seat: &Seat) -> Markup {
    let key = if seat.is_present {
        "room-present"
    } else {
        "room-not-present"
    };
    html! {
        bdi { (named::say(words, &seat.name)) } ", "
        (words.get(&format!("role-title-{}", seat.role))) ": " (words.get(key))
    }
}

/// Who is there, to be ticked.
pub(super) fn attendance_page(panellist: &Panellist, room: &Room, attempt: &Attempt) -> Answer {
    let words = &panellist.words;
    let category = room.category.id;
    let title = say!(words, "room-attendance-note");
    let keeps = room.keeps && room.is_open();
    let there: &[&str] = if keeps { &[PRESENT] } else { &[] };
    let body = html! {
        (back(&Link::new(say!(words, "room-back"), &Deliberation { category })))
        (problems(words, attempt, there))
        (Heading::new(&title))
        @if keeps {
            (form(words, room, attempt))
        } @else {
            ul { @for seat in &room.seats { li { (seated(words, seat)) } } }
        }
    };
    frame(panellist, room, title, body)
}

fn form(words: &Words, room: &Room, attempt: &Attempt) -> Markup {
    let category = room.category.id;
    let messages = attempt.errors.in_words(words);
    let choices = room
        .seats
        .iter()
        .map(|seat| Choice::new(seat.account.to_string(), named::say(words, &seat.name)))
        .collect();
    let there = room.seats.iter().filter(|seat| seat.is_present);
    let present: Vec<String> = there.map(|seat| seat.account.to_string()).collect();
    let body = html! {
        (Field::checkboxes(words, PRESENT, say!(words, "room-who-is-there"), choices).chosen(&present).error(messages.get(PRESENT)).optional())
        (submit(Look::Primary, &say!(words, "room-attendance-save")))
    };
    Form::post(&Attendance { category }, body).render()
}
