//! How the page of the results package looks.

mod publishing;

use maud::{Markup, html};
use plaudit_store::reports::package::About;
use plaudit_store::reports::publication::Publishing;

use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::package::public::Made;
use crate::paths::admin::Ranking;
use crate::paths::exports::Package;
use crate::say;
use crate::ui::button::{Look, buttons, link_button};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::tone::Tone;
use crate::words::Words;

pub(super) use publishing::DIGEST;

/// The page: what it is, a warning, the file, how it is checked, the key, and what of it everybody may have.
pub(super) fn page(
    admin: &Admin,
    about: &About,
    publishing: &Publishing,
    made: Option<&Made>,
) -> Answer {
    let words = &admin.words;
    let category = about.category.id;
    let title = say!(words, "package-title");
    let body = html! {
        (back(&Link::new(say!(words, "ranking-title"), &Ranking { category })))
        (Heading::new(&title)
            .above(about.category.title.in_language(&words.language()))
            .lede(say!(words, "package-lede")))
        (aside(Tone::Care, &html! {
            p { strong { (say!(words, "package-care")) } }
            p { (say!(words, "package-care-text", judges = about.judges, cases = about.cases)) }
        }))
        @if about.is_locked {
            (buttons(&link_button(Look::Primary, &Link::new(say!(words, "package-download"), &Package { category }))))
            p.muted { (say!(words, "package-recorded")) }
        } @else {
            p { (say!(words, "package-not-yet")) }
        }
        (holds(words))
        (checked(words, about))
        (publishing::section(words, about, publishing, made))
    };
    desk::season_page(admin, Section::Ranking, &about.about, title, body)
}

fn holds(words: &Words) -> Markup {
    html! {
        section.stack {
            h2 { (say!(words, "package-holds")) }
            ul {
                li { (say!(words, "package-holds-rules")) }
                li { (say!(words, "package-holds-scores")) }
                li { (say!(words, "package-holds-results")) }
                li { (say!(words, "package-holds-ledger")) }
                li { (say!(words, "package-holds-scripts")) }
            }
            p { (say!(words, "package-holds-not")) }
        }
    }
}

fn checked(words: &Words, about: &About) -> Markup {
    let key = hex::encode(about.public_key);
    html! {
        section.stack {
            h2 { (say!(words, "package-check")) }
            p { (say!(words, "package-check-text")) }
            p { code { "plaudit verify results-package.zip --public-key " (key) } }
            p { (say!(words, "package-check-scripts")) }
        }
        section.stack {
            h2 { (say!(words, "package-key")) }
            p { (say!(words, "package-key-text")) }
            p { code { (key) } }
        }
    }
}
