//! The page of a form that cannot be filled in now: not yet, or no more.

use jiff::Timestamp;
use maud::html;
use plaudit_store::reports::home::{Standing, standing};
use plaudit_store::reports::nomination_form::NominationForm;

use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::paths::public::{Programme, ProgrammeForm};
use crate::say;
use crate::shown::name;
use crate::shown::timetable::moment;
use crate::ui::button::{Look, buttons, link_button};
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Place;

/// The page of a form that cannot be filled in now: not yet, or no more.
pub(in crate::public) fn not_open(
    visitor: &Visitor,
    form: &NominationForm,
    now: Timestamp,
) -> Answer {
    let words = &visitor.words;
    let programme = &form.programme.words;
    let dates = &form.season.timetable;
    let at = |instant| moment(words, instant, &programme.zone);
    let standing = standing(&form.season, now);
    let coming = standing == Some(Standing::Coming);
    let (title, lede) = if coming {
        let opens = dates.opens_at.map(&at).unwrap_or_default();
        (
            say!(words, "nominate-not-yet-title"),
            say!(words, "nominate-not-yet", moment = opens),
        )
    } else {
        let closed = dates.closes_at.map(&at).unwrap_or_default();
        (
            say!(words, "nominate-closed-title"),
            say!(words, "nominate-closed", moment = closed),
        )
    };
    let path = Programme {
        programme: programme.slug.to_string(),
    };
    let read = ProgrammeForm {
        programme: programme.slug.to_string(),
    };
    let body = html! {
        (Heading::new(&title).above(programme.title.in_language(&words.language())).lede(lede))
        section.stack {
            h2 { (say!(words, "nominate-next")) }
            ul {
                @if coming {
                    li { (say!(words, "nominate-not-yet-ready")) }
                    @if let Some(closes) = dates.closes_at {
                        li { (say!(words, "nominate-not-yet-until", moment = at(closes))) }
                    }
                } @else {
                    @if standing == Some(Standing::Closed) { li { (say!(words, "nominate-closed-judged")) } }
                    @if let Some(announced) = dates.announcement_at.filter(|at| standing == Some(Standing::Closed) && *at > now) {
                        li { (say!(words, "nominate-closed-next", moment = at(announced))) }
                    }
                    li { (say!(words, "nominate-closed-sent")) }
                    @if standing == Some(Standing::Closed) { li { (say!(words, "nominate-closed-late")) } }
                }
            }
        }
        p {
            (name::sentence(words, "nominate-closed-ask", &programme.contact.name))
            " "
            a href={ "mailto:" (programme.contact.email) } { (programme.contact.email) }
            ", " (programme.contact.telephone.as_str()) "."
        }
        (buttons(&html! {
            (link_button(Look::Primary, &Link::new(say!(words, "nominate-to-programme"), &path)))
            @if coming {
                (link_button(Look::Secondary, &Link::new(say!(words, "nominate-read-first"), &read)))
            }
        }))
    };
    Answer::page(visitor, Place::Public, title, body).liveried(&form.programme)
}
