//! How a programme's mark is chosen and looked at.

use maud::{Markup, html};
use plaudit_domain::mark::{LARGEST_MARK, MarkName};
use plaudit_domain::programme::Programme;

use super::FILE;
use crate::admin::desk::{Section, page as desk_page};
use crate::admin::filled::VERSION;
use crate::admin::view::back_to_programme;
use crate::http::actor::Admin;
use crate::http::field_errors::FieldErrors;
use crate::http::response::Answer;
use crate::paths::admin::{MarkRemoval, MarkTrial, ProgrammeMark};
use crate::say;
use crate::shown::mark::{grounds, no_mark, of_programme};
use crate::ui::button::{Look, PostButton, buttons, link_button, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The mark as it is, and the form for another.
pub(super) fn page(
    admin: &Admin,
    programme: &Programme,
    errors: &FieldErrors,
    stale: bool,
) -> Answer {
    let words = &admin.words;
    let messages = errors.in_words(words);
    let title = say!(words, "mark-title");
    let path = ProgrammeMark {
        programme: programme.id,
    };
    let removal = MarkRemoval {
        programme: programme.id,
    };
    let form = Form::post(
        &path,
        html! {
            (Field::file(words, FILE, say!(words, "mark-file"), ".svg,.png,image/svg+xml,image/png")
                .hint(say!(words, "mark-file-hint", limit = LARGEST_MARK / 1024))
                .error(messages.get(FILE)))
            (submit(Look::Primary, &say!(words, "mark-try")))
        },
    )
    .with_files();
    let body = html! {
        (back_to_programme(words, programme))
        (error_summary(words, messages.iter()))
        @if stale { (changed_meanwhile(words)) }
        (Heading::new(&title)
            .above(programme.words.title.in_language(&words.language()))
            .lede(say!(words, "mark-lede")))
        section.stack {
            h2 { (say!(words, "mark-now")) }
            (shown(words, programme, programme.mark.as_ref()))
            @if programme.mark.is_some() {
                (PostButton::new(Look::Warning, say!(words, "mark-remove"), &removal)
                    .with(VERSION, &programme.version))
                p.muted { (say!(words, "mark-remove-text")) }
            }
        }
        section.stack {
            h2 { @if programme.mark.is_some() { (say!(words, "mark-replace")) } @else { (say!(words, "mark-choose")) } }
            (form)
            p.muted { (say!(words, "mark-letters")) }
        }
    };
    desk_page(admin, Section::Programmes, title, body)
}

/// One picture beside the mark as it is.
pub(super) fn trial(admin: &Admin, programme: &Programme, name: &MarkName, stale: bool) -> Answer {
    let words = &admin.words;
    let title = say!(words, "mark-trial-title");
    let other = Link::new(
        say!(words, "mark-trial-other"),
        &ProgrammeMark {
            programme: programme.id,
        },
    );
    let path = MarkTrial {
        programme: programme.id,
        name: name.to_string(),
    };
    let is_used = programme.mark.as_ref() == Some(name);
    let body = html! {
        (back(&other))
        @if stale { (changed_meanwhile(words)) }
        (Heading::new(&title)
            .above(programme.words.title.in_language(&words.language()))
            .lede(say!(words, "mark-trial-lede")))
        @if is_used {
            (aside(Tone::Good, &html! { p { (say!(words, "mark-trial-used")) } }))
            (shown(words, programme, Some(name)))
            (buttons(&link_button(Look::Secondary, &other)))
        } @else {
            section.stack {
                h2 { (say!(words, "mark-trial-before")) }
                (shown(words, programme, programme.mark.as_ref()))
            }
            section.stack {
                h2 { (say!(words, "mark-trial-after")) }
                (shown(words, programme, Some(name)))
            }
            (Form::post(&path, html! {
                (crate::ui::fields::hidden(VERSION, &programme.version))
                (buttons(&html! {
                    (submit(Look::Primary, &say!(words, "mark-trial-use")))
                    (link_button(Look::Secondary, &other))
                }))
            }))
        }
    };
    desk_page(admin, Section::Programmes, title, body)
}

/// A picture, or Plaudit's own mark, on everything that it can stand on.
fn shown(words: &Words, programme: &Programme, name: Option<&MarkName>) -> Markup {
    html! {
        @match name {
            Some(name) => (grounds(words, &of_programme(&words.language(), programme, name))),
            None => { p { (say!(words, "mark-none")) } (no_mark(words)) }
        }
    }
}

fn changed_meanwhile(words: &Words) -> Markup {
    aside(
        Tone::Care,
        &html! {
            h2 #conflict { (say!(words, "mark-conflict-title")) }
            p { (say!(words, "mark-conflict-text")) }
        },
    )
}
