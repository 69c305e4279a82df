//! How categories look to an administrator.

use maud::html;
use plaudit_domain::policy;
use plaudit_domain::season::Category;

use super::TITLE;
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::Filled;
use crate::admin::part::Part;
use crate::admin::part::view::form_page;
use crate::admin::run::Run;
use crate::admin::view::{back_to_season, locked, onward, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::button::{Look, PostButton, submit};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::table::Table;

/// The categories, and a form for another.
pub(super) fn list(admin: &Admin, run: &Run, categories: &[Category], filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "categories-title");
    let season = run.season.id;
    let may_change = policy::may_change_questions(run.season.status).is_ok();
    let fields = filled.fields(words);
    let actions = |category: &Category| {
        let title = category.title.in_language(&words.language());
        let id = category.id;
        html! {
            a href=(admin::Category { season, category: id }) {
                (say!(words, "categories-rename"))
                span.visually-hidden { " " (title) }
            }
            @if categories.len() > 1 {
                " "
                (PostButton::new(Look::Quiet, say!(words, "categories-remove"), &admin::CategoryRemoval { season, category: id }).about(title))
            }
        }
    };
    let table = Table::new(&title, categories)
        .head(
            say!(words, "categories-name"),
            |category| html! { (category.title.in_language(&words.language())) },
        )
        .when(may_change, |table| {
            table.words(say!(words, "categories-action"), actions)
        })
        .caption_hidden();
    let form = Form::post(
        &admin::Categories { season },
        html! {
            (fields.text(TITLE, say!(words, "categories-name")).hint(say!(words, "categories-name-hint")))
            (submit(Look::Secondary, &say!(words, "categories-add")))
        },
    );
    let body = html! {
        (back_to_season(words, run))
        (top(words, filled, &[]))
        (Heading::new(&title).above(run.name()).lede(say!(words, "categories-lede")))
        @if !may_change { (locked(&say!(words, "categories-locked"))) }
        (table)
        @if may_change {
            section.stack {
                h2 { (say!(words, "categories-add-title")) }
                (form)
            }
        }
        (onward(words, run, Part::Categories))
    };
    run_page(admin, Section::Programmes, run, title, body)
}

/// The form that renames a category.
pub(super) fn edit(admin: &Admin, run: &Run, category: &Category, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "categories-rename-title");
    let path = admin::Category {
        season: run.season.id,
        category: category.id,
    };
    let fields = filled.fields(words);
    let form = Form::post(
        &path,
        html! {
            (seen(filled))
            (fields.text(TITLE, say!(words, "categories-name")))
            (submit(Look::Primary, &say!(words, "categories-save")))
        },
    );
    let top = top(words, filled, &[(TITLE, "categories-name")]);
    form_page(admin, run, title, &top, &html! { (form) })
}
