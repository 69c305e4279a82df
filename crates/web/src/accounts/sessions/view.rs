//! How one's sessions look.

use maud::html;
use plaudit_domain::window::Zone;
use plaudit_store::sessions::Session;

use super::device;
use crate::http::actor::{Signed, Visitor};
use crate::http::response::Answer;
use crate::paths::accounts::{SessionRemoval, Sessions};
use crate::say;
use crate::ui::button::{Look, PostButton};
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::{Layout, Place};
use crate::ui::table::Table;

/// Every device that is signed in, this one marked.
pub(super) fn page(signed: &Signed, sessions: &[Session], zone: &Zone) -> Answer {
    let words = &signed.words;
    let title = say!(words, "sessions-title");
    let name = |session: &Session| match device::parts(&session.device) {
        (Some(browser), Some(system)) => {
            say!(
                words,
                "sessions-browser-on",
                browser = browser,
                system = system
            )
        }
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => say!(words, "sessions-unknown-device"),
    };
    let end = |session: &Session| {
        html! {
            @if session.id != signed.signed_in.session.id {
                (PostButton::new(Look::Quiet, say!(words, "sessions-remove"), &SessionRemoval { session: session.id })
                    .about(name(session)))
            }
        }
    };
    let table = Table::new(&title, sessions)
        .head(say!(words, "sessions-device"), |session| {
            let name = name(session);
            if session.id == signed.signed_in.session.id {
                say!(words, "sessions-this", device = name)
            } else {
                name
            }
        })
        .words(
            say!(words, "sessions-since", zone = zone.name()),
            |session| words.moment_short(session.created_at, &zone.time_zone()),
        )
        .words(
            say!(words, "sessions-seen", zone = zone.name()),
            |session| words.moment_short(session.seen_at, &zone.time_zone()),
        )
        .when(sessions.len() > 1, |table| {
            table.words(say!(words, "sessions-end"), end)
        })
        .caption_hidden();
    let work = Visitor::place_of_work(&signed.signed_in.roles);
    let body = html! {
        @if work != Sessions.to_string() { (link::back(&Link::new(say!(words, "sessions-back"), &work))) }
        (Heading::new(&title).lede(say!(words, "sessions-lede", count = sessions.len())))
        (table)
    };
    Answer::page(signed, Place::Public, title, body).layout(Layout::Wide)
}
