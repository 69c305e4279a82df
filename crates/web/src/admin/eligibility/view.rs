//! How eligibility rules look to an administrator.

use maud::{Markup, html};
use plaudit_domain::eligibility::{Answer as Wanted, Rule};
use plaudit_domain::policy;

use super::{FIELDS, HELP, PROMPT, WANTED};
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::Filled;
use crate::admin::part::view::{add, form_page, removal};
use crate::admin::part::{self, Part};
use crate::admin::run::Run;
use crate::admin::view::{back_to_season, onward, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::fields::{Choice, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::summary_list::SummaryList;
use crate::ui::table::Table;
use crate::words::Words;

fn wanted(words: &Words, answer: Wanted) -> String {
    match answer {
        Wanted::Yes => say!(words, "eligibility-yes"),
        Wanted::No => say!(words, "eligibility-no"),
        Wanted::Unsure => say!(words, "eligibility-unsure"),
    }
}

/// The rules in their order.
pub(super) fn list(admin: &Admin, run: &Run, rules: &[Rule]) -> Answer {
    let words = &admin.words;
    let title = say!(words, "eligibility-title");
    let season = run.season.id;
    let may_add = policy::may_change_questions(run.season.status).is_ok();
    let may_correct = policy::may_correct_words(run.season.status).is_ok();
    let new = Link::new(
        say!(words, "eligibility-new"),
        &admin::NewEligibilityRule { season },
    );
    let add = add(&new, rules.is_empty());
    let change = |rule: &Rule| {
        html! {
            @if may_correct {
                a href=(admin::EligibilityRule { season, rule: rule.id }) {
                    (say!(words, "eligibility-change"))
                    span.visually-hidden { " " (rule.prompt.in_language(&words.language())) }
                }
            }
        }
    };
    let table = Table::new(&title, rules)
        .head(
            say!(words, "eligibility-prompt"),
            |rule| html! { (rule.prompt.in_language(&words.language())) },
        )
        .words(say!(words, "eligibility-wanted"), |rule| {
            wanted(words, rule.wanted)
        })
        .words(say!(words, "eligibility-action"), change)
        .caption_hidden();
    let body = html! {
        (back_to_season(words, run))
        (Heading::new(&title).above(run.name()).lede(say!(words, "eligibility-lede")))
        (standing(words, run))
        @if rules.is_empty() {
            (empty(&say!(words, "eligibility-none-title"), &say!(words, "eligibility-none-text"), may_add.then_some(&add)))
        } @else {
            (table)
            @if may_add { p { (add) } }
        }
        (onward(words, run, Part::Eligibility))
    };
    run_page(admin, Section::Programmes, run, title, body)
}

/// What can still be changed.
fn standing(words: &Words, run: &Run) -> Markup {
    part::view::standing(
        run,
        &say!(words, "eligibility-words-only"),
        &say!(words, "eligibility-locked"),
    )
}

/// The form for another rule.
pub(super) fn new(admin: &Admin, run: &Run, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "eligibility-new");
    let path = admin::NewEligibilityRule {
        season: run.season.id,
    };
    let top = top(words, filled, &FIELDS);
    form_page(admin, run, title, &top, &form(words, run, &path, filled))
}

/// The form that changes a rule.
pub(super) fn edit(admin: &Admin, run: &Run, rule: &Rule, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "eligibility-edit-title");
    let season = run.season.id;
    let rule = rule.id;
    let below = html! {
        (standing(words, run))
        (form(words, run, &admin::EligibilityRule { season, rule }, filled))
        @if policy::may_change_questions(run.season.status).is_ok() {
            (removal(
                &say!(words, "eligibility-remove-summary"),
                &say!(words, "eligibility-remove-text"),
                say!(words, "eligibility-remove"),
                &admin::EligibilityRuleRemoval { season, rule },
            ))
        }
    };
    let top = top(words, filled, &FIELDS);
    form_page(admin, run, title, &top, &below)
}

fn form(words: &Words, run: &Run, path: &impl ToString, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let choices =
        [Wanted::Yes, Wanted::No].map(|answer| Choice::new(answer.as_str(), wanted(words, answer)));
    let said = Wanted::parse(filled.raw.get(WANTED)).map(|answer| wanted(words, answer));
    let body = html! {
        (seen(filled))
        (fields.text(PROMPT, say!(words, "eligibility-prompt")).hint(say!(words, "eligibility-prompt-hint")))
        (fields.area(HELP, say!(words, "eligibility-help")).rows(3).optional())
        @if policy::may_change_questions(run.season.status).is_ok() {
            (fields.radios(WANTED, say!(words, "eligibility-wanted"), choices.into()).inline())
        } @else {
            (hidden(WANTED, &filled.raw.get(WANTED)))
            (SummaryList::new().row(say!(words, "eligibility-wanted"), html! { (said.unwrap_or_default()) }))
        }
        (submit(Look::Primary, &say!(words, "eligibility-save")))
    };
    html! { (Form::post(path, body)) }
}
