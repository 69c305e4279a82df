//! How the form of a choice of columns looks.

use maud::{Markup, html};
use plaudit_domain::column_choice::{ColumnChoice, NAME_LIMIT};
use plaudit_domain::export::Export;

use super::form::{BLIND, COLUMNS, NAME, place};
use crate::admin::desk::{Section, run_page};
use crate::admin::files::view::file_name;
use crate::admin::filled::Filled;
use crate::admin::part::view::removal;
use crate::admin::run::Run;
use crate::admin::view::{seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::http::sheet::names_somebody;
use crate::paths::admin::{ColumnChoice as OneChoice, ColumnChoiceRemoval, Files, NewColumnChoice};
use crate::say;
use crate::shown::columns;
use crate::ui::button::{Look, submit};
use crate::ui::fields::Fieldset;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::words::Words;

/// The fields that may differ from what somebody else saved.
const FIELDS: [(&str, &str); 2] = [(NAME, "choice-name"), (BLIND, "choice-blind")];

/// The form for another choice.
pub(super) fn new(admin: &Admin, run: &Run, file: Export, filled: &Filled) -> Answer {
    let words = &admin.words;
    let path = NewColumnChoice {
        season: run.season.id,
        file: file.as_str().to_owned(),
    };
    let title = say!(words, "choice-new", file = file_name(words, file));
    framed(admin, run, title, filled, &form(words, &path, file, filled))
}

/// The form that changes a choice, and the way to remove it.
pub(super) fn edit(admin: &Admin, run: &Run, choice: &ColumnChoice, filled: &Filled) -> Answer {
    let words = &admin.words;
    let (season, id) = (run.season.id, choice.id);
    let file = choice.chosen.file;
    let path = OneChoice { season, choice: id };
    let title = say!(words, "choice-edit", name = choice.chosen.name.as_str());
    let below = html! {
        (form(words, &path, file, filled))
        (removal(
            &say!(words, "choice-remove-summary"),
            &say!(words, "choice-remove-text"),
            say!(words, "choice-remove"),
            &ColumnChoiceRemoval { season, choice: id },
        ))
    };
    framed(admin, run, title, filled, &below)
}

fn framed(admin: &Admin, run: &Run, title: String, filled: &Filled, below: &Markup) -> Answer {
    let words = &admin.words;
    let season = run.season.id;
    let body = html! {
        (back(&Link::new(say!(words, "files-title"), &Files { season })))
        (top(words, filled, &FIELDS))
        (Heading::new(&title).above(run.name()).lede(say!(words, "choice-lede")))
        (below)
    };
    run_page(admin, Section::Files, run, title, body)
}

fn form(words: &Words, path: &impl ToString, file: Export, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let all = columns::of(file);
    let body = html! {
        (seen(filled))
        (fields.text(NAME, say!(words, "choice-name")).hint(say!(words, "choice-name-hint", limit = NAME_LIMIT)))
        @if all.iter().any(|column| names_somebody(column)) {
            (fields.tick(BLIND, say!(words, "choice-blind")).hint(say!(words, "choice-blind-hint")))
        }
        (Fieldset {
            words,
            name: COLUMNS,
            legend: &say!(words, "choice-columns"),
            hint: Some(&say!(words, "choice-columns-hint")),
            error: fields.error(COLUMNS),
            body: html! {
                div.column-choices { @for column in &all { (one(words, file, column, filled)) } }
            },
        })
        (submit(Look::Primary, &say!(words, "choice-save")))
    };
    html! { (Form::post(path, body)) }
}

/// A column: whether it is wanted, what it holds, and its place.
fn one(words: &Words, file: Export, column: &str, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let is_ticked = filled.raw.all(COLUMNS).any(|each| each == column);
    let field = place(column);
    let id = field.replace("place", "column");
    html! {
        div.column-choice {
            div.choice {
                input #(id) type="checkbox" name=(COLUMNS) value=(column) checked[is_ticked]
                    aria-describedby={ (id) "-hint" };
                label for=(id) {
                    span.choice-label { (column) }
                    span.choice-hint id={ (id) "-hint" } { (words.get(&columns::meaning(file, column))) }
                }
            }
            (fields.number(&field, say!(words, "choice-place", column = column)))
        }
    }
}
