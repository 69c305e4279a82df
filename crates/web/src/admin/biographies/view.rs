//! How the biographies of a panel look to an administrator.

use maud::{Markup, Render, html};
use plaudit_domain::policy;
use plaudit_store::reports::biographies::{Panel, Row};

use crate::admin::desk::{self, Section};
use crate::admin::filled::Filled;
use crate::admin::view::top;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Biographies, Biography, BiographyRemoval, More, PanelPublication, PanelPublicationRemoval,
};
use crate::paths::public;
use crate::say;
use crate::shown::biography::fields;
use crate::shown::name::name;
use crate::ui::button::{Look, PostButton, submit};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::page::Layout;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Everybody on the panel, and the switch.
pub(super) fn list(admin: &Admin, panel: &Panel) -> Answer {
    let words = &admin.words;
    let title = say!(words, "biographies-title");
    let season = panel.about.season.id;
    let page = public::Programme {
        programme: panel.about.programme.words.slug.to_string(),
    };
    let body = html! {
        (back(&Link::new(say!(words, "more-title"), &More { season })))
        (Heading::new(&title).above(desk::season_name(words, &panel.about)).lede(say!(words, "biographies-lede")))
        @if panel.is_shown {
            p { (say!(words, "biographies-is-on")) " " (Link::new(say!(words, "biographies-look"), &page)) }
        } @else {
            p { (say!(words, "biographies-is-off")) }
            @if may_change(panel) { (PostButton::new(Look::Primary, say!(words, "biographies-switch-on"), &PanelPublication { season })) }
        }
        @if !panel.rows.is_empty() { (table(words, panel)) }
        @if panel.is_shown {
            (PostButton::new(Look::Secondary, say!(words, "biographies-switch-off"), &PanelPublicationRemoval { season }))
        }
    };
    desk::season_page(admin, Section::Judges, &panel.about, title, body)
}

/// Whether anything may still be written; taking down is always possible.
fn may_change(panel: &Panel) -> bool {
    policy::may_change_season(panel.about.season.status).is_ok()
}

fn table(words: &Words, panel: &Panel) -> Markup {
    let season = panel.about.season.id;
    Table::new(say!(words, "biographies-title"), &panel.rows)
        .head(say!(words, "panels-name"), |row: &Row| name(&row.name))
        .words(say!(words, "panels-role-head"), |row| {
            words.get(&format!("role-title-{}", row.role))
        })
        .words(say!(words, "judges-status"), |row| state(words, row))
        .words(say!(words, "judges-actions"), |row| {
            let path = Biography {
                season,
                membership: row.membership,
            };
            html! {
                @if may_change(panel) || row.is_agreed { a href=(path) { (say!(words, "biographies-edit")) span.visually-hidden { " " (row.name) } } }
            }
        })
        .caption_hidden()
        .render()
}

fn state(words: &Words, row: &Row) -> Markup {
    let (tone, key) = match (&row.biography, row.is_agreed) {
        (None, _) => (Tone::Plain, "biographies-none"),
        (Some(_), true) => (Tone::Good, "biographies-agreed"),
        (Some(_), false) => (Tone::Care, "biographies-not-agreed"),
    };
    status_tag(tone, &say!(words, key))
}

/// What one of them says, to be changed or taken off the page.
pub(super) fn one(admin: &Admin, panel: &Panel, row: &Row, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "biographies-one", name = row.name.as_str());
    let (season, membership) = (panel.about.season.id, row.membership);
    let form = Form::post(
        &Biography { season, membership },
        html! {
            (fields(words, &filled.raw, &filled.errors))
            (submit(Look::Primary, &say!(words, "biography-save")))
        },
    );
    let labels = [
        ("name", "biography-name"),
        ("affiliation", "biography-affiliation"),
        ("words", "biography-words"),
    ];
    let body = html! {
        (back(&Link::new(say!(words, "biographies-title"), &Biographies { season })))
        (top(words, filled, &labels))
        (Heading::new(&title).above(desk::season_name(words, &panel.about)))
        (state(words, row))
        @if may_change(panel) {
            p { (say!(words, "biographies-edit-text")) }
            (form)
        }
        @if row.is_agreed {
            (PostButton::new(Look::Secondary, say!(words, "biographies-hide"), &BiographyRemoval { season, membership }).about(&row.name))
        }
    };
    desk::season_page(admin, Section::Judges, &panel.about, title, body).layout(Layout::Narrow)
}
