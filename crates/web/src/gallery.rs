//! Every component and every shown thing in each of its states, for eyes, snapshots and axe: `/gallery`, in development and the demo only.
mod cases;
mod diagnostics;
mod errors;
mod fields;
mod forms;
mod lists;
mod minutes;
mod nominations;
mod packs;
mod pages;
mod progress;
mod records;
mod rules;
mod samples;
mod saving;
mod statuses;
#[cfg(test)]
mod tests;
mod texts;

pub use packs::pack;

use maud::{Markup, Render, html};

use crate::paths::server::{Gallery, GalleryRoom};
use crate::ui::button::{Look, link_button};
use crate::ui::card::{Card, cards};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::Notice;
use crate::ui::page::{Frame, Identity, Layout, Livery, NavigationItem, Page, Place};
use crate::ui::tone::Tone;
use crate::words::Words;

/// A page of the gallery: things that are looked at together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// What is read.
    Texts,
    /// What is pressed and sent.
    Forms,
    /// What is filled in.
    Fields,
    /// Many things, one thing, and nothing.
    Lists,
    /// Where something stands.
    Statuses,
    /// Nominations as they are read.
    Nominations,
    /// Cases, and what they are judged by.
    Cases,
    /// Decisions and facts.
    Records,
    /// What is shown in place of a page.
    Errors,
    /// A page that is a column to read.
    Narrow,
    /// A page that takes all the width there is.
    Full,
}

impl Room {
    /// All rooms, in the order of the index.
    pub const ALL: [Self; 11] = [
        Self::Texts,
        Self::Forms,
        Self::Fields,
        Self::Lists,
        Self::Statuses,
        Self::Nominations,
        Self::Cases,
        Self::Records,
        Self::Errors,
        Self::Narrow,
        Self::Full,
    ];

    /// The room's word in its URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Forms => "forms",
            Self::Fields => "fields",
            Self::Lists => "lists",
            Self::Statuses => "statuses",
            Self::Nominations => "nominations",
            Self::Cases => "cases",
            Self::Records => "records",
            Self::Errors => "errors",
            Self::Narrow => "narrow",
            Self::Full => "full",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Texts => "Texts, headings and notices",
            Self::Forms => "Forms and buttons",
            Self::Fields => "Fields",
            Self::Lists => "Lists and dashboards",
            Self::Statuses => "Names, dates and statuses",
            Self::Nominations => "Nominations",
            Self::Cases => "Cases and criteria",
            Self::Records => "Decisions and records",
            Self::Errors => "Errors",
            Self::Narrow => "A narrow page",
            Self::Full => "A full page",
        }
    }

    fn exhibits(self, words: &Words) -> Vec<Exhibit> {
        match self {
            Self::Texts => texts::all(words),
            Self::Forms => forms::all(words),
            Self::Fields => fields::all(words),
            Self::Lists => lists::all(words),
            Self::Statuses => statuses::all(words),
            Self::Nominations => nominations::all(words),
            Self::Cases => cases::all(words),
            Self::Records => records::all(words),
            Self::Errors => errors::all(words),
            Self::Narrow => pages::narrow(words),
            Self::Full => pages::full(words),
        }
    }

    fn layout(self) -> Layout {
        match self {
            Self::Narrow => Layout::Narrow,
            Self::Full => Layout::Full,
            _ => Layout::Wide,
        }
    }

    /// Only a public page has its heading on a curtain.
    fn heading(self) -> Heading {
        match self {
            Self::Narrow => pages::curtain(self.title()),
            _ => Heading::new(self.title()).above("Gallery"),
        }
    }
}

/// Something that is shown, with when it is used and each of its states. Sentences of the gallery are for developers,
/// and not translated.
struct Exhibit {
    id: &'static str,
    name: &'static str,
    when: &'static str,
    states: Vec<(String, Markup)>,
}

impl Exhibit {
    fn new(id: &'static str, name: &'static str, when: &'static str) -> Self {
        Self {
            id,
            name,
            when,
            states: Vec::new(),
        }
    }

    fn state(mut self, name: impl Into<String>, body: &impl Render) -> Self {
        self.states.push((name.into(), body.render()));
        self
    }
}

impl Render for Exhibit {
    fn render(&self) -> Markup {
        html! {
            section.stack #(self.id) aria-labelledby={ (self.id) "-title" } {
                h2 id={ (self.id) "-title" } { (self.name) }
                p { (self.when) }
                @for (state, body) in &self.states {
                    div.stack {
                        p.muted { (state) }
                        (body)
                    }
                }
            }
        }
    }
}

/// What there is to see: each room in each mood, and each exhibit with when it is used.
pub fn index(words: &Words) -> Markup {
    let rooms: Vec<Card> = Room::ALL
        .into_iter()
        .map(|room| Card::new(room.title(), contents(words, room)).above(moods(room)))
        .collect();
    let body = html! {
        (Heading::new("The looks of Plaudit")
            .above("Gallery")
            .lede("Every component and every thing of an award, in each of its states. What is not here is not yet part of the house.")
            .beside(html! {
                (link_button(Look::Primary, &Link::new("Texts", &path(Place::Public, Room::Texts))))
                (Link::new("Cases", &path(Place::Judging, Room::Cases)))
            })
            .grand())
        (cards(&rooms))
    };
    let frame = Frame {
        navigation: Vec::new(),
        identity: None,
        notice: None,
        contact: None,
        ..frame(words, Place::Public, Room::Texts)
    };
    Page::new(&frame, "Gallery", body)
        .layout(Layout::Wide)
        .render()
}

fn path(place: Place, room: Room) -> GalleryRoom {
    GalleryRoom {
        place: place.as_str().to_owned(),
        room: room.as_str().to_owned(),
    }
}

fn mood(place: Place) -> &'static str {
    match place {
        Place::Public => "Public",
        Place::Judging => "Judging",
        Place::Administration => "Administration",
    }
}

fn moods(room: Room) -> Markup {
    html! {
        @for (at, place) in Place::ALL.into_iter().enumerate() {
            @if at > 0 { " · " }
            a href=(path(place, room)) { (mood(place)) span.visually-hidden { ": " (room.title()) } }
        }
    }
}

fn contents(words: &Words, room: Room) -> Markup {
    let place = Place::Administration;
    html! {
        ul {
            @for Exhibit { id, name, when, .. } in room.exhibits(words) {
                li { a href={ (path(place, room)) "#" (id) } { (name) } ": " (when) }
            }
        }
    }
}

/// One room in one of the three moods.
pub fn room(words: &Words, place: Place, room: Room) -> Markup {
    let body = html! { @for exhibit in room.exhibits(words) { (exhibit) } };
    around(words, place, room, &body)
}

/// The page of a room around what is in it.
fn around(words: &Words, place: Place, room: Room, body: &Markup) -> Markup {
    let way_back = back(&Link::new("Everything in the gallery", &Gallery));
    let body = html! {
        @if room == Room::Narrow {
            // A curtain hangs from the masthead.
            (room.heading()) (way_back)
        } @else {
            (way_back) (room.heading())
        }
        (body)
    };
    Page::new(&frame(words, place, room), room.title(), body)
        .layout(room.layout())
        .failed([Room::Forms, Room::Narrow].contains(&room))
        .render()
}

fn frame(words: &Words, place: Place, room: Room) -> Frame {
    let frame = usual(words, place, room);
    match room {
        Room::Narrow => Frame {
            livery: pages::livery(),
            notice: None,
            contact: None,
            ..frame
        },
        Room::Full => Frame {
            skip: Some(pages::skip()),
            ..frame
        },
        _ => frame,
    }
}

/// The frame of most pages.
fn usual(words: &Words, place: Place, room: Room) -> Frame {
    Frame {
        words: words.clone(),
        place,
        organisation: "Society of Local Systems".to_owned(),
        home: "/".to_owned(),
        programme: Some(Link::new("IT-progress award", &"/it-progress")),
        livery: Livery::default(),
        navigation: Place::ALL
            .into_iter()
            .map(|other| NavigationItem {
                link: Link::new(mood(other), &path(other, room)),
                current: other == place,
            })
            .collect(),
        identity: (place != Place::Public).then(|| Identity {
            name: "Morwenna Achterberg-Okonkwo".to_owned(),
            role: Some("Administrator".to_owned()),
            sign_out: "/sign-out".to_owned(),
        }),
        sign_in: (place == Place::Public).then(|| Link::new("Sign in", &"/sign-in")),
        notice: Some(Notice::new(Tone::Good, "Your scores are saved.")),
        contact: Some(samples::contact()),
        skip: None,
        footer: vec![Link::new("Your sessions", &"/accounts/sessions")],
    }
}
