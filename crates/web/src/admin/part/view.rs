//! What the pages of a season's parts have in common: a list to which one adds, a form, and a removal below it.

use maud::{Markup, html};
use plaudit_domain::season::Status;

use crate::admin::desk::{Section, run_page};
use crate::admin::run::Run;
use crate::admin::view::{back_to_season, locked};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::ui::button::{Look, PostButton, link_button};
use crate::ui::details::details;
use crate::ui::heading::Heading;
use crate::ui::link::Link;

/// The button that adds to a list: while there is nothing in it, the thing to do.
pub(in crate::admin) fn add(link: &Link, is_first: bool) -> Markup {
    let look = if is_first {
        Look::Primary
    } else {
        Look::Secondary
    };
    link_button(look, link)
}

/// The page of one form: above its heading what is wrong with it, below it the form and what else there is to do.
pub(in crate::admin) fn form_page(
    admin: &Admin,
    run: &Run,
    title: String,
    top: &Markup,
    below: &Markup,
) -> Answer {
    let body = html! {
        (back_to_season(&admin.words, run))
        (top)
        (Heading::new(&title).above(run.name()))
        (below)
    };
    run_page(admin, Section::Programmes, run, title, body)
}

/// What can still be changed of what is asked: everything in a draft, the words while nominations are open, then
/// nothing.
pub(in crate::admin) fn standing(run: &Run, words_only: &str, nothing: &str) -> Markup {
    match run.season.status {
        Status::Draft => html! {},
        Status::Open => locked(words_only),
        _ => locked(nothing),
    }
}

/// The button that removes something, out of the way and with what it means.
pub(in crate::admin) fn removal(
    summary: &str,
    meaning: &str,
    button: impl Into<String>,
    path: &impl ToString,
) -> Markup {
    details(
        summary,
        &html! {
            p { (meaning) }
            (PostButton::new(Look::Warning, button, path))
        },
    )
}
