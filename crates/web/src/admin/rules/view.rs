//! How the rules for deciding look to an administrator.

use maud::{Markup, html};
use plaudit_domain::policy;
use plaudit_domain::rule_set::{
    AtTheCut, Deciding, Method, OthersScores, Reading, RuleSet, TieBreak,
};

use super::form::{
    AT_THE_CUT, DECIDING, FIELDS, MEETING_QUORUM, MERIT_FLOOR, METHOD, OTHERS_SCORES, QUORUM,
    READING, SHORTLIST_SIZE, TIE_BREAKS,
};
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::Filled;
use crate::admin::part::Part;
use crate::admin::run::Run;
use crate::admin::view::{back_to_season, onward, rules_locked, rules_prepared, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::fields::Choice;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::summary_list::SummaryList;
use crate::words::Words;

fn method(words: &Words, method: Method) -> String {
    words.get(&format!("rules-method-{method}"))
}

fn tie_break(words: &Words, rule: TieBreak) -> String {
    words.get(&format!("rules-tie-{rule}"))
}

/// The methods to choose from, each with what it is good for.
pub(in crate::admin) fn methods(words: &Words) -> Vec<Choice> {
    Method::ALL
        .iter()
        .map(|each| {
            Choice::new(each.as_str(), method(words, *each))
                .hint(words.get(&format!("rules-method-hint-{each}")))
        })
        .collect()
}

/// The rules: a form while they are a draft, a list once they are locked.
pub(super) fn show(admin: &Admin, run: &Run, rules: &RuleSet, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "rules-title");
    let may_change = policy::may_change_rules(run.season.status, rules.status).is_ok();
    let body = html! {
        (back_to_season(words, run))
        (top(words, filled, &FIELDS))
        (Heading::new(&title).above(run.name()).lede(say!(words, "rules-lede")))
        @if may_change {
            (rules_prepared(words, run, rules))
            (form(words, run, filled))
        } @else {
            (rules_locked(words, rules))
            (list(words, rules))
        }
        p { (Link::new(say!(words, "conflicts-title"), &admin::Conflicts { season: run.season.id })) }
        (onward(words, run, Part::Rules))
    };
    run_page(admin, Section::Programmes, run, title, body)
}

fn form(words: &Words, run: &Run, filled: &Filled) -> Markup {
    let path = admin::Rules {
        season: run.season.id,
    };
    let body = html! {
        (seen(filled))
        (settings(words, filled))
        (submit(Look::Primary, &say!(words, "rules-save")))
    };
    html! { (Form::post(&path, body)) }
}

/// The fields of a draft.
fn settings(words: &Words, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let ties = |none: String| {
        std::iter::once(Choice::new("", none))
            .chain(
                TieBreak::ALL
                    .iter()
                    .map(|rule| Choice::new(rule.as_str(), tie_break(words, *rule))),
            )
            .collect::<Vec<_>>()
    };
    let [first, second, third] = TIE_BREAKS;
    html! {
        (fields.radios(METHOD, say!(words, "rules-method"), methods(words)))
        (fields.number(MERIT_FLOOR, say!(words, "rules-merit-floor")).hint(say!(words, "rules-merit-floor-hint")).suffix("%"))
        (fields.number(QUORUM, say!(words, "rules-quorum")).hint(say!(words, "rules-quorum-hint")))
        (fields.number(SHORTLIST_SIZE, say!(words, "rules-shortlist-size")).hint(say!(words, "rules-shortlist-size-hint")))
        h2 { (say!(words, "rules-ties")) }
        p { (say!(words, "rules-ties-text")) }
        (fields.select(first, say!(words, "rules-tie-break-1"), ties(say!(words, "rules-tie-none"))))
        (fields.select(second, say!(words, "rules-tie-break-2"), ties(say!(words, "rules-tie-none"))))
        (fields.select(third, say!(words, "rules-tie-break-3"), ties(say!(words, "rules-tie-none"))))
        (fields.select(AT_THE_CUT, say!(words, "rules-at-the-cut"), choices(words, "rules-at-the-cut", AtTheCut::ALL))
            .hint(say!(words, "rules-at-the-cut-hint")))
        h2 { (say!(words, "rules-reading-title")) }
        (fields.radios(READING, say!(words, "rules-reading"), choices(words, "rules-reading", Reading::ALL))
            .hint(say!(words, "rules-reading-hint")))
        (fields.select(OTHERS_SCORES, say!(words, "rules-others"), choices(words, "rules-others", OthersScores::ALL))
            .hint(say!(words, "rules-others-hint")))
        h2 { (say!(words, "rules-meeting-title")) }
        (fields.radios(DECIDING, say!(words, "rules-deciding"), choices(words, "rules-deciding", Deciding::ALL))
            .hint(say!(words, "rules-deciding-hint")))
        (fields.number(MEETING_QUORUM, say!(words, "rules-meeting-quorum")).hint(say!(words, "rules-meeting-quorum-hint")))
    }
}

/// What can be chosen, each in words.
fn choices(words: &Words, key: &str, all: &[impl ToString]) -> Vec<Choice> {
    all.iter()
        .map(|each| {
            let value = each.to_string();
            let label = words.get(&format!("{key}-{value}"));
            Choice::new(value, label)
        })
        .collect()
}

fn list(words: &Words, rules: &RuleSet) -> SummaryList {
    let floor = say!(
        words,
        "words-percent",
        number = words.hundredths(rules.merit_floor.into())
    );
    let ties: Vec<String> = rules
        .tie_break
        .iter()
        .map(|rule| tie_break(words, *rule))
        .collect();
    SummaryList::new()
        .row(
            say!(words, "rules-method"),
            html! { (method(words, rules.method)) },
        )
        .row(say!(words, "rules-merit-floor"), html! { (floor) })
        .row(say!(words, "rules-quorum"), html! { (rules.quorum) })
        .row(
            say!(words, "rules-shortlist-size"),
            html! { (rules.shortlist_size) },
        )
        .row(
            say!(words, "rules-ties"),
            html! {
                ol { @for tie in &ties { li { (tie) } } }
            },
        )
        .row(
            say!(words, "rules-at-the-cut"),
            html! { (words.get(&format!("rules-at-the-cut-{}", rules.at_the_cut))) },
        )
        .row(
            say!(words, "rules-reading"),
            html! { (words.get(&format!("rules-reading-{}", rules.reading))) },
        )
        .row(
            say!(words, "rules-others"),
            html! { (words.get(&format!("rules-others-{}", rules.others_scores))) },
        )
        .row(
            say!(words, "rules-deciding"),
            html! { (words.get(&format!("rules-deciding-{}", rules.meeting.deciding))) },
        )
        .row(
            say!(words, "rules-meeting-quorum"),
            html! { (rules.meeting.quorum) },
        )
}
