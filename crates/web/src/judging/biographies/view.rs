//! How one's own public biography is written.

use maud::{Render, html};
use plaudit_store::reports::biographies::Own;

use super::{AGREES, YES};
use crate::http::actor::Panellist;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::judging::{Biography, BiographyRemoval, Panels};
use crate::paths::public;
use crate::say;
use crate::shown::biography::fields;
use crate::ui::button::{Look, PostButton, submit};
use crate::ui::details::details;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Place;
use crate::ui::prose::as_typed;
use crate::ui::tone::Tone;

/// The form, what an administrator changed meanwhile, and the way to erase it.
pub(super) fn page(
    panellist: &Panellist,
    own: &Own,
    raw: &RawForm,
    errors: &FieldErrors,
    is_stale: bool,
) -> Answer {
    let words = &panellist.words;
    let title = say!(words, "biography-title");
    let season = own.season.id;
    let name = format!(
        "{} {}",
        own.programme.words.title.in_language(&words.language()),
        own.season.name
    );
    let page = Link::new(
        say!(words, "biography-where"),
        &public::Programme {
            programme: own.programme.words.slug.to_string(),
        },
    );
    let is_hidden = own
        .biography
        .as_ref()
        .is_some_and(|kept| kept.agreed_at.is_none());
    let chosen: Vec<&str> = raw.all(AGREES).collect();
    let agree =
        Choice::new(YES, say!(words, "biography-agree")).hint(say!(words, "biography-agree-hint"));
    let form = Form::post(
        &Biography { season },
        html! {
            (fields(words, raw, errors))
            (Field::checkboxes(words, AGREES, "", vec![agree]).chosen(&chosen))
            (submit(Look::Primary, &say!(words, "biography-save")))
        },
    );
    let body = html! {
        (back(&Link::new(say!(words, "panels-title"), &Panels)))
        (error_summary(words, errors.in_words(words).iter()))
        (Heading::new(&title).above(name).lede(say!(words, "biography-lede")))
        p { (page) }
        @if let Some(kept) = own.biography.as_ref().filter(|_| is_stale) {
            (aside(Tone::Care, &html! {
                p { (say!(words, "biography-changed-meanwhile")) }
                (as_typed(&kept.said.words))
            }))
        } @else if is_hidden {
            (aside(Tone::Care, &html! { p { (say!(words, "biography-waits")) } }))
        }
        (form)
        @if own.biography.is_some() {
            (details(&say!(words, "biography-erase-title"), &html! {
                p { (say!(words, "biography-erase-text")) }
                (PostButton::new(Look::Warning, say!(words, "biography-erase"), &BiographyRemoval { season }).render())
            }))
        }
    };
    Answer::page(panellist, Place::Judging, title, body).liveried(&own.programme)
}
