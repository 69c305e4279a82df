//! How it looks what would stand in the way of inviting somebody to judge.

use maud::{Markup, Render, html};
use plaudit_domain::ids::SeasonId;
use plaudit_store::reports::Surroundings;

use super::{First, GO_ON, Late, YES};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::admin::Judges;
use crate::say;
use crate::shown::interest;
use crate::ui::button::{Look, link_button, submit};
use crate::ui::fields::hidden;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Each likeness with what it rests on, and the two ways on; what was typed goes along.
pub(in crate::admin::judges) fn page(
    admin: &Admin,
    about: &Surroundings,
    first: &First<'_>,
    raw: &RawForm,
) -> Answer {
    let words = &admin.words;
    let season: SeasonId = about.season.id;
    let found = first.found;
    let title = if found.is_empty() {
        say!(words, "judges-late-title", name = first.name)
    } else {
        say!(words, "in-the-way-title", name = first.name)
    };
    let certain = found.iter().any(|each| each.sign.is_certain());
    let table = Table::new(say!(words, "suggested-heading"), found)
        .head(
            say!(words, "interests-nominee"),
            |each| html! { bdi { (each.nominee) } @if let Some(employer) = &each.employer { " " span.under { (employer) } } },
        )
        .words(say!(words, "in-the-way-number"), |each| each.number.clone())
        .words(say!(words, "suggested-sign"), |each| {
            interest::sign(words, each.sign, &each.likeness)
        })
        .caption_hidden()
        .render();
    let form = Form::post(
        &Judges { season },
        html! {
            @for (field, value) in raw.pairs().filter(|(field, _)| *field != GO_ON) { (hidden(field, &value)) }
            (hidden(GO_ON, &YES))
            div.buttons {
                (submit(Look::Primary, &say!(words, "in-the-way-go-on")))
                (link_button(Look::Secondary, &Link::new(say!(words, "in-the-way-leave"), &Judges { season })))
            }
        },
    );
    let body = html! {
        (link::back(&Link::new(say!(words, "judges-title"), &Judges { season })))
        @if found.is_empty() {
            (Heading::new(&title).above(desk::season_name(words, about)))
        } @else {
            (Heading::new(&title).above(desk::season_name(words, about)).lede(say!(words, "in-the-way-lede")))
            (table)
            @if certain { (aside(Tone::Care, &html! { p { (say!(words, "in-the-way-part")) } })) }
        }
        @if let Some(late) = first.late {
            @if !found.is_empty() { h2 { (say!(words, "judges-late-title", name = first.name)) } }
            (consequences(words, about, late))
        }
        (form)
    };
    desk::season_page(admin, Section::Judges, about, title, body)
}

/// What it means that judging has begun: what they read, by when, and what it does to the quorum.
fn consequences(words: &Words, about: &Surroundings, late: &Late) -> Markup {
    let zone = about.programme.words.zone.time_zone();
    let more = &late.more;
    html! {
        ul {
            @if late.is_planned {
                li { (say!(words, "judges-late-planned")) }
            } @else {
                li { (say!(words, "judges-late-reads", count = more.cases)) }
                li { (say!(words, "judges-late-counts")) }
                li { (say!(words, "judges-late-rescues", count = more.rescued, quorum = late.needed)) }
                @if more.rescued + more.short > 0 { li { (say!(words, "judges-late-short", count = more.short)) } }
            }
            @if let Some(at) = about.season.timetable.judging_ends_at {
                li { (say!(words, "judges-late-due", at = words.moment(at, &zone))) }
            }
            li { (say!(words, "judges-late-record")) }
        }
    }
}
