//! How criteria look to an administrator.

use maud::{Markup, Render, html};
use plaudit_domain::criterion::Criterion;
use plaudit_domain::policy;
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::stage::Kind;

use super::form::{
    FIELDS, GUIDANCE, HIGHEST, LOWEST, STEP, TITLE, WEIGHT, described_points, descriptor, scale,
};
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::Filled;
use crate::admin::part::Part;
use crate::admin::part::view::{add, form_page, removal};
use crate::admin::run::Run;
use crate::admin::view::{
    back_to_season, onward, places, rules_locked, rules_prepared, seen, top, top_with,
};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::shown;
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Layout;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

fn may_change(run: &Run, rules: &RuleSet) -> bool {
    policy::may_change_rules(run.season.status, rules.status).is_ok()
}

/// The criteria in their order, to be changed while the rule set is a draft, to be read afterwards.
pub(super) fn list(admin: &Admin, run: &Run, rules: &RuleSet, may_correct: bool) -> Answer {
    let words = &admin.words;
    let title = say!(words, "criteria-list-title");
    let season = run.season.id;
    let may_change = may_change(run, rules);
    let new = Link::new(say!(words, "criteria-new"), &admin::NewCriterion { season });
    let add = add(&new, rules.criteria.is_empty());
    let body = html! {
        (back_to_season(words, run))
        (Heading::new(&title).above(run.name()).lede(say!(words, "criteria-lede")))
        @if may_change { (rules_prepared(words, run, rules)) } @else { (rules_locked(words, rules)) }
        @if rules.criteria.is_empty() {
            (empty(&say!(words, "criteria-none-title"), &say!(words, "criteria-none-text"), may_change.then_some(&add)))
        } @else {
            (table(words, run, rules, may_change))
            @if may_correct { (corrections(words, run, rules)) }
            @if may_change { p { (add) } }
            section.stack {
                h2 { (say!(words, "criteria-descriptors")) }
                (shown::criteria::criteria(words, rules))
            }
        }
        @if rules.stages.interview.is_some() { (of_interview(words, run, rules, may_change)) }
        (onward(words, run, Part::Criteria))
    };
    run_page(admin, Section::Programmes, run, title, body).layout(Layout::Wide)
}

/// The criteria of the interview, under those of the scoring.
fn of_interview(words: &Words, run: &Run, rules: &RuleSet, may_change: bool) -> Markup {
    let season = run.season.id;
    let rules = rules.clone().in_stage(Kind::Interview);
    let new = admin::NewCriterion { season }.of_stage(Kind::Interview);
    html! {
        section.stack {
            h2 { (say!(words, "criteria-of-interview")) }
            @if rules.criteria.is_empty() {
                p { (say!(words, "criteria-of-interview-none")) }
            } @else {
                (table(words, run, &rules, may_change))
                (shown::criteria::criteria(words, &rules))
            }
            @if may_change { p { (Link::new(say!(words, "criteria-of-interview-new"), &new)) } }
        }
    }
}

/// The ways to correct words of criteria that are published.
fn corrections(words: &Words, run: &Run, rules: &RuleSet) -> Markup {
    let season = run.season.id;
    html! {
        p { (say!(words, "criteria-correct-text")) }
        ul {
            @for criterion in rules.every_criterion() {
                li {
                    (Link::new(
                        say!(words, "criteria-correct", criterion = criterion.title.in_language(&words.language())),
                        &admin::CriterionCorrection { season, criterion: criterion.id },
                    ))
                }
            }
        }
        p { (Link::new(say!(words, "rules-version-link"), &admin::RulesVersion { season })) }
    }
}

fn table(words: &Words, run: &Run, rules: &RuleSet, may_change: bool) -> Markup {
    let season = run.season.id;
    let title = |criterion: &Criterion| criterion.title.in_language(&words.language()).to_owned();
    let count = rules.criteria.len();
    let placed: Vec<(usize, &Criterion)> = rules.criteria.iter().enumerate().collect();
    Table::new(say!(words, "criteria-list-title"), &placed)
        .head(say!(words, "criteria-title"), |(_, criterion)| {
            html! {
                (title(criterion))
                @if may_change && !criterion.is_described() {
                    " " (status_tag(Tone::Care, &say!(words, "criteria-undescribed")))
                }
            }
        })
        .numbers(say!(words, "criteria-weight"), |(_, criterion)| criterion.weight)
        .numbers(say!(words, "criteria-share"), |(_, criterion)| {
            shown::criteria::share(words, rules, criterion)
        })
        .words(say!(words, "criteria-scale"), |(_, criterion)| scale_in_words(words, criterion))
        .when(may_change, |table| {
            table.actions(say!(words, "criteria-action"), |(place, criterion)| {
                let id = criterion.id;
                html! {
                    a href=(admin::Criterion { season, criterion: id }) {
                        (say!(words, "criteria-change"))
                        span.visually-hidden { " " (title(criterion)) }
                    }
                    (places(words, &admin::CriterionPlace { season, criterion: id }, &title(criterion), *place, count))
                }
            })
        })
        .caption_hidden()
        .render()
}

fn scale_in_words(words: &Words, criterion: &Criterion) -> String {
    let scale = criterion.scale;
    say!(
        words,
        "criteria-scale-text",
        lowest = scale.lowest().to_string(),
        highest = scale.highest().to_string(),
        step = scale.step().to_string(),
    )
}

/// The form for another criterion.
pub(super) fn new(admin: &Admin, path: &str, run: &Run, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "criteria-new");
    let top = top(words, filled, &FIELDS);
    form_page(admin, run, title, &top, &form(words, &path, filled))
}

/// The form that changes a criterion.
pub(super) fn edit(admin: &Admin, run: &Run, criterion: &Criterion, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "criteria-edit-title");
    let season = run.season.id;
    let top = top_with(words, filled, may_differ(words, criterion));
    let criterion = criterion.id;
    let below = html! {
        (form(words, &admin::Criterion { season, criterion }, filled))
        (removal(
            &say!(words, "criteria-remove-summary"),
            &say!(words, "criteria-remove-text"),
            say!(words, "criteria-remove"),
            &admin::CriterionRemoval { season, criterion },
        ))
    };
    form_page(admin, run, title, &top, &below)
}

/// Every field that may differ from what somebody else saved: also what each point of the saved scale means.
fn may_differ(words: &Words, criterion: &Criterion) -> Vec<(String, String)> {
    let fields = FIELDS.map(|(name, label)| (name.to_owned(), words.get(label)));
    let points = criterion.scale.points().map(|(_, value)| {
        let label = say!(words, "criteria-descriptor", point = value.to_string());
        (descriptor(value), label)
    });
    fields.into_iter().chain(points).collect()
}

/// The fields follow the scale that the form speaks of; while that is none, what was typed about points stays.
fn form(words: &Words, path: &impl ToString, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let points: Vec<String> = match scale(&filled.raw) {
        Some(scale) => scale.points().map(|(_, value)| value.to_string()).collect(),
        None => described_points(&filled.raw),
    };
    let body = html! {
        (seen(filled))
        (fields.text(TITLE, say!(words, "criteria-title")))
        (fields.area(GUIDANCE, say!(words, "criteria-guidance")).hint(say!(words, "criteria-guidance-hint")).rows(4).optional())
        (fields.number(WEIGHT, say!(words, "criteria-weight")).hint(say!(words, "criteria-weight-hint")))
        h2 { (say!(words, "criteria-scale")) }
        p { (say!(words, "criteria-scale-lede")) }
        (fields.number(LOWEST, say!(words, "criteria-lowest")))
        (fields.number(HIGHEST, say!(words, "criteria-highest")))
        (fields.number(STEP, say!(words, "criteria-step")).hint(say!(words, "criteria-step-hint")))
        h2 { (say!(words, "criteria-descriptors")) }
        p { (say!(words, "criteria-descriptors-text")) }
        @for value in points {
            (fields.text(&descriptor(&value), say!(words, "criteria-descriptor", point = value.as_str())))
        }
        (submit(Look::Primary, &say!(words, "criteria-save")))
    };
    html! { (Form::post(path, body)) }
}
