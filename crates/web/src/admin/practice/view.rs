//! How the practice case looks to who writes it.

use maud::{Markup, html};
use plaudit_domain::policy;
use plaudit_domain::rule_set::RuleSet;

use super::form::{CONTENT, NOMINEE, reason, score};
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::{Filled, VERSION};
use crate::admin::run::Run;
use crate::admin::view::{back_to_season, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Practice, PracticeRemoval};
use crate::say;
use crate::ui::button::{Look, PostButton, submit};
use crate::ui::fields::{Choice, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::words::Words;

/// The form; nothing to fill in once judging is over.
pub(super) fn show(
    admin: &Admin,
    run: &Run,
    rules: &RuleSet,
    filled: &Filled,
    is_written: bool,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "practice-admin-title");
    let season = run.season.id;
    let may_write = policy::may_write_practice(run.season.status).is_ok();
    let fields = [(NOMINEE, "practice-nominee"), (CONTENT, "practice-content")];
    let body = html! {
        (back_to_season(words, run))
        (top(words, filled, &fields))
        (Heading::new(&title).above(run.name()).lede(say!(words, "practice-admin-lede")))
        @if may_write {
            (form(words, season, rules, filled))
            @if is_written {
                (PostButton::new(Look::Warning, say!(words, "practice-remove"), &PracticeRemoval { season }))
            }
        } @else {
            p { (say!(words, "practice-over")) }
        }
    };
    run_page(admin, Section::Programmes, run, title, body)
}

fn form<'a>(
    words: &'a Words,
    season: plaudit_domain::ids::SeasonId,
    rules: &RuleSet,
    filled: &'a Filled,
) -> Form<'a> {
    let language = words.language();
    let fields = filled.fields(words);
    let points = |criterion: &plaudit_domain::criterion::Criterion| -> Vec<Choice> {
        std::iter::once(Choice::new("", say!(words, "practice-no-score")))
            .chain(criterion.scale.points().map(|(_, value)| {
                let value = value.to_string();
                Choice::new(value.clone(), value)
            }))
            .collect()
    };
    let answers: Markup = html! {
        @for criterion in &rules.criteria {
            @let title = criterion.title.in_language(&language);
            fieldset.group {
                legend { (title) }
                (fields.select(&score(criterion), say!(words, "practice-score", criterion = title), points(criterion)))
                (fields.area(&reason(criterion), say!(words, "practice-why", criterion = title)).rows(3))
            }
        }
    };
    Form::post(
        &Practice { season },
        html! {
            (hidden(VERSION, &filled.raw.trimmed(VERSION)))
            (fields.text(NOMINEE, say!(words, "practice-nominee")).hint(say!(words, "practice-nominee-hint")))
            (fields.area(CONTENT, say!(words, "practice-content")).rows(14))
            h2 { (say!(words, "practice-panel-answers")) }
            (answers)
            (submit(Look::Primary, &say!(words, "practice-save")))
        },
    )
}
