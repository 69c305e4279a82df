//! How questions look to an administrator, and the form as nominators will see it.

use maud::{Markup, html};
use plaudit_domain::eligibility::Rule;
use plaudit_domain::policy;
use plaudit_domain::question::{Asks, Kind, Question};

use super::form::{
    CHOICES, FIELDS, FOR_PUBLICATION, HELP, HIGHEST, KIND, LOWEST, PROMPT, REQUIRED, WORD_LIMIT,
};
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::{Fields, Filled, YES};
use crate::admin::part::view::{add, form_page, removal};
use crate::admin::part::{self, Part};
use crate::admin::run::Run;
use crate::admin::view::{back_to_season, onward, places, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::fields::{Choice, Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::summary_list::SummaryList;
use crate::ui::table::Table;
use crate::words::Words;

fn kind_in_words(words: &Words, kind: Kind) -> String {
    match kind {
        Kind::ShortText => say!(words, "questions-kind-short-text"),
        Kind::LongText => say!(words, "questions-kind-long-text"),
        Kind::OneOf => say!(words, "questions-kind-one-of"),
        Kind::SeveralOf => say!(words, "questions-kind-several-of"),
        Kind::Number => say!(words, "questions-kind-number"),
        Kind::Date => say!(words, "questions-kind-date"),
        Kind::Link => say!(words, "questions-kind-link"),
    }
}

/// The limits of an answer, if it has any.
fn limits(words: &Words, asks: &Asks) -> String {
    let number = |number: i64| words.number(number);
    match asks {
        Asks::LongText { word_limit } => say!(words, "questions-limit-words", limit = *word_limit),
        Asks::OneOf(choices) | Asks::SeveralOf(choices) => {
            say!(words, "questions-limit-choices", count = choices.len())
        }
        Asks::Number {
            lowest: Some(lowest),
            highest: Some(highest),
        } => say!(
            words,
            "questions-limit-range",
            lowest = number(*lowest),
            highest = number(*highest)
        ),
        Asks::Number {
            lowest: Some(lowest),
            highest: None,
        } => {
            say!(words, "questions-limit-lowest", lowest = number(*lowest))
        }
        Asks::Number {
            lowest: None,
            highest: Some(highest),
        } => {
            say!(words, "questions-limit-highest", highest = number(*highest))
        }
        _ => say!(words, "questions-limit-none"),
    }
}

/// The questions in their order.
pub(super) fn list(admin: &Admin, run: &Run, questions: &[Question]) -> Answer {
    let words = &admin.words;
    let title = say!(words, "questions-title");
    let season = run.season.id;
    let may_add = policy::may_change_questions(run.season.status).is_ok();
    let may_correct = policy::may_correct_words(run.season.status).is_ok();
    let new = Link::new(say!(words, "questions-new"), &admin::NewQuestion { season });
    let add = add(&new, questions.is_empty());
    let prompt = |question: &Question| question.prompt.in_language(&words.language()).to_owned();
    let placed: Vec<(usize, &Question)> = questions.iter().enumerate().collect();
    let table = Table::new(&title, &placed)
        .head(say!(words, "questions-prompt"), |(_, question)| prompt(question))
        .words(say!(words, "questions-kind"), |(_, question)| {
            kind_in_words(words, question.asks.kind())
        })
        .words(say!(words, "questions-limits"), |(_, question)| limits(words, &question.asks))
        .words(say!(words, "questions-required-column"), |(_, question)| {
            if question.required {
                say!(words, "questions-yes")
            } else {
                say!(words, "questions-no")
            }
        })
        .when(may_correct, |table| {
            table.actions(say!(words, "questions-action"), |(place, question)| {
                let id = question.id;
                html! {
                    a href=(admin::Question { season, question: id }) {
                        (say!(words, "questions-change"))
                        span.visually-hidden { " " (prompt(question)) }
                    }
                    @if may_add {
                        (places(words, &admin::QuestionPlace { season, question: id }, &prompt(question), *place, questions.len()))
                    }
                }
            })
        })
        .caption_hidden();
    let body = html! {
        (back_to_season(words, run))
        (Heading::new(&title).above(run.name()).lede(say!(words, "questions-lede")))
        (standing(words, run))
        @if questions.is_empty() {
            (empty(&say!(words, "questions-none-title"), &say!(words, "questions-none-text"), may_add.then_some(&add)))
        } @else {
            (table)
            @if may_add { p { (add) } }
        }
        p { (Link::new(say!(words, "questions-preview"), &admin::QuestionsPreview { season })) }
        (onward(words, run, Part::Questions))
    };
    run_page(admin, Section::Programmes, run, title, body).layout(crate::ui::page::Layout::Wide)
}

/// What can still be changed.
fn standing(words: &Words, run: &Run) -> Markup {
    part::view::standing(
        run,
        &say!(words, "questions-words-only"),
        &say!(words, "questions-locked"),
    )
}

/// The form for another question.
pub(super) fn new(admin: &Admin, run: &Run, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "questions-new");
    let path = admin::NewQuestion {
        season: run.season.id,
    };
    let top = top(words, filled, &FIELDS);
    form_page(admin, run, title, &top, &form(words, run, &path, filled))
}

/// The form that changes a question.
pub(super) fn edit(admin: &Admin, run: &Run, question: &Question, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "questions-edit-title");
    let season = run.season.id;
    let question = question.id;
    let below = html! {
        (standing(words, run))
        (form(words, run, &admin::Question { season, question }, filled))
        @if policy::may_change_questions(run.season.status).is_ok() {
            (removal(
                &say!(words, "questions-remove-summary"),
                &say!(words, "questions-remove-text"),
                say!(words, "questions-remove"),
                &admin::QuestionRemoval { season, question },
            ))
        }
    };
    let top = top(words, filled, &FIELDS);
    form_page(admin, run, title, &top, &below)
}

fn form(words: &Words, run: &Run, path: &impl ToString, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let may_change = policy::may_change_questions(run.season.status).is_ok();
    let body = html! {
        (seen(filled))
        (fields.text(PROMPT, say!(words, "questions-prompt")))
        (fields.area(HELP, say!(words, "questions-help")).hint(say!(words, "questions-help-hint")).rows(3).optional())
        @if may_change {
            (substance(words, &fields))
        } @else {
            (as_it_stays(words, filled))
        }
        (submit(Look::Primary, &say!(words, "questions-save")))
    };
    html! { (Form::post(path, body)) }
}

/// What is asked for. A style shows only what belongs to the chosen kind; without it all is shown, and says for which.
fn substance(words: &Words, fields: &Fields<'_>) -> Markup {
    let kinds = Kind::ALL
        .iter()
        .map(|kind| Choice::new(kind.as_str(), kind_in_words(words, *kind)))
        .collect();
    html! {
        div.kinds {
            (fields.radios(KIND, say!(words, "questions-kind"), kinds))
            div.for-kind.for-long-text {
                (fields.number(WORD_LIMIT, say!(words, "questions-word-limit")).hint(say!(words, "questions-word-limit-hint")))
            }
            div.for-kind.for-choices {
                (fields.area(CHOICES, say!(words, "questions-choices")).hint(say!(words, "questions-choices-hint")).rows(6))
            }
            div.for-kind.for-number {
                (fields.number(LOWEST, say!(words, "questions-lowest")).hint(say!(words, "questions-number-hint")).optional())
                (fields.number(HIGHEST, say!(words, "questions-highest")).hint(say!(words, "questions-number-hint")).optional())
            }
        }
        (fields.tick(REQUIRED, say!(words, "questions-required")))
        (fields.tick(FOR_PUBLICATION, say!(words, "questions-for-publication")).hint(say!(words, "questions-for-publication-hint")))
    }
}

/// What stays as it is once nominations are open, read only; it is sent along so that nothing else is meant.
fn as_it_stays(words: &Words, filled: &Filled) -> Markup {
    let raw = &filled.raw;
    let kind = Kind::parse(raw.get(KIND)).map(|kind| kind_in_words(words, kind));
    let ticked = |name| {
        if raw.has(name) {
            say!(words, "questions-yes")
        } else {
            say!(words, "questions-no")
        }
    };
    let mut list = SummaryList::new().row(
        say!(words, "questions-kind"),
        html! { (kind.unwrap_or_default()) },
    );
    for (name, label) in [
        (WORD_LIMIT, say!(words, "questions-word-limit")),
        (CHOICES, say!(words, "questions-choices")),
        (LOWEST, say!(words, "questions-lowest")),
        (HIGHEST, say!(words, "questions-highest")),
    ] {
        if !raw.get(name).is_empty() {
            list = list.row(label, html! { div.as-typed { (raw.get(name)) } });
        }
    }
    let list = list
        .row(
            say!(words, "questions-required-column"),
            html! { (ticked(REQUIRED)) },
        )
        .row(
            say!(words, "questions-for-publication"),
            html! { (ticked(FOR_PUBLICATION)) },
        );
    html! {
        @for name in [KIND, WORD_LIMIT, CHOICES, LOWEST, HIGHEST, REQUIRED, FOR_PUBLICATION] {
            @if raw.has(name) { (hidden(name, &raw.get(name))) }
        }
        (list)
    }
}

/// The form as nominators will see it; nothing on it can be sent.
pub(super) fn preview(admin: &Admin, run: &Run, rules: &[Rule], questions: &[Question]) -> Answer {
    let words = &admin.words;
    let title = say!(words, "questions-preview-title");
    let language = words.language();
    let body = html! {
        div.screen-only { (back_to_season(words, run)) }
        (Heading::new(&title).above(run.name()).lede(say!(words, "questions-preview-lede")))
        @if rules.is_empty() && questions.is_empty() {
            (empty(&say!(words, "questions-none-title"), &say!(words, "questions-none-text"), None))
        }
        fieldset.preview disabled {
            legend.visually-hidden { (title) }
            @for rule in rules {
                (ruled(words, rule))
            }
            @for question in questions { (asked(words, question)) }
            (Field::checkboxes(words, "declaration", "", vec![Choice::new(YES, run.season.declaration.in_language(&language))]))
        }
    };
    run_page(admin, Section::Programmes, run, title, body)
}

fn ruled<'a>(words: &'a Words, rule: &Rule) -> Field<'a> {
    let language = words.language();
    let choices = vec![
        Choice::new("yes", say!(words, "questions-yes")),
        Choice::new("no", say!(words, "questions-no")),
        Choice::new("unsure", say!(words, "questions-unsure")),
    ];
    let name = format!("rule[{}]", rule.id);
    let field = Field::radios(words, name, rule.prompt.in_language(&language), choices);
    helped(field, rule.help.in_language(&language))
}

fn helped<'a>(field: Field<'a>, help: &str) -> Field<'a> {
    if help.is_empty() {
        field
    } else {
        field.hint(help)
    }
}

fn asked<'a>(words: &'a Words, question: &Question) -> Field<'a> {
    let language = words.language();
    let name = format!("answer[{}]", question.id);
    let prompt = question.prompt.in_language(&language);
    let choices = |choices: &[plaudit_domain::question::Choice]| {
        choices
            .iter()
            .map(|choice| Choice::new(&choice.key, choice.title.in_language(&language)))
            .collect()
    };
    let field = match &question.asks {
        Asks::ShortText => Field::text(words, name, prompt),
        Asks::LongText { word_limit } => Field::area(words, name, prompt)
            .word_limit(u32::try_from(*word_limit).ok())
            .grand(),
        Asks::OneOf(of) => Field::radios(words, name, prompt, choices(of)),
        Asks::SeveralOf(of) => Field::checkboxes(words, name, prompt, choices(of)),
        Asks::Number { .. } => Field::number(words, name, prompt),
        Asks::Date => Field::date(words, name, prompt),
        Asks::Link => Field::link(words, name, prompt),
    };
    helped(field, question.help.in_language(&language)).required(question.required)
}
