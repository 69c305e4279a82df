//! How the conflict policy looks to an administrator.

use maud::{Markup, html};
use plaudit_domain::interest::Kind;
use plaudit_domain::interest::conflicts::{Effect, Ruler};
use plaudit_domain::policy;
use plaudit_domain::rule_set::RuleSet;

use super::form::{FIELDS, RULER, YEARS, field};
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::Filled;
use crate::admin::run::Run;
use crate::admin::view::{back_to_season, rules_locked, rules_prepared, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::shown::interest;
use crate::ui::button::{Look, submit};
use crate::ui::fields::Choice;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::words::Words;

/// The policy: a form while the rules are a draft, a list once they are locked.
pub(super) fn show(admin: &Admin, run: &Run, rules: &RuleSet, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "conflicts-title");
    let season = run.season.id;
    let may_change = policy::may_change_rules(run.season.status, rules.status).is_ok();
    let body = html! {
        (back_to_season(words, run))
        (top(words, filled, &FIELDS))
        (Heading::new(&title).above(run.name()).lede(say!(words, "conflicts-lede")))
        @if may_change {
            (rules_prepared(words, run, rules))
            (form(words, run, filled))
        } @else {
            (rules_locked(words, rules))
            (interest::policy(words, &rules.conflict_policy()))
        }
        p { (Link::new(say!(words, "conflicts-to-rules"), &admin::Rules { season })) }
        p { (Link::new(say!(words, "domains-title"), &admin::Domains)) }
    };
    run_page(admin, Section::Programmes, run, title, body)
}

fn form(words: &Words, run: &Run, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let path = admin::Conflicts {
        season: run.season.id,
    };
    let effects = || -> Vec<Choice> {
        Effect::ALL
            .iter()
            .map(|each| Choice::new(each.as_str(), interest::effect(words, *each)))
            .collect()
    };
    let body = html! {
        (seen(filled))
        @for kind in Kind::CHOSEN {
            (fields.select(&field(kind), interest::kind(words, kind), effects()))
        }
        (fields.number(YEARS, say!(words, "conflicts-years")).hint(say!(words, "conflicts-years-hint")))
        (fields.radios(RULER, say!(words, "conflicts-ruler"), Ruler::ALL.iter().map(|each| {
            Choice::new(each.as_str(), interest::ruler(words, *each))
        }).collect()))
        p.muted { (say!(words, "conflicts-fixed")) }
        (submit(Look::Primary, &say!(words, "conflicts-save")))
    };
    html! { (Form::post(&path, body)) }
}
