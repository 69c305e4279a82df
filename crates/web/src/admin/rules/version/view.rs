//! How a later version of published rules is prepared and asked for.

use maud::{Markup, html};
use plaudit_domain::rule_set::{RuleSet, changes};

use super::{Open, REASON};
use crate::admin::desk::{Section, run_page};
use crate::admin::filled::Filled;
use crate::admin::seasons::form::{day, time};
use crate::admin::view::{back_to_season, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Conflicts, Criteria, Rules, RulesVersion, RulesVersionDraft, RulesVersionDraftRemoval,
};
use crate::say;
use crate::shown::changed_rules::in_words;
use crate::ui::button::{Look, PostButton, submit};
use crate::ui::details::details;
use crate::ui::fields::Fieldset;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What changes, why, and the new close; or how to begin.
pub(super) fn page(admin: &Admin, open: &Open, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "rules-version-title");
    let season = open.run.season.id;
    let number = open.rules.number + 1;
    let body = html! {
        (back_to_season(words, &open.run))
        (top(words, filled, &[]))
        (Heading::new(&title).above(open.run.name()))
        (aside(Tone::Care, &html! {
            p { (say!(words, "rules-version-lede", number = number)) }
            @if open.begun > 0 { p { (say!(words, "rules-version-scores", count = open.begun)) } }
        }))
        @match &open.later {
            None => {
                p { (say!(words, "rules-version-how")) }
                div.buttons { (PostButton::new(Look::Primary, say!(words, "rules-version-begin"), &RulesVersionDraft { season })) }
            }
            Some(later) => {
                (prepared(words, open, later))
                (publication(words, open, filled))
                (details(&say!(words, "rules-version-give-up"), &html! {
                    p { (say!(words, "rules-version-give-up-text")) }
                    div.buttons { (PostButton::new(Look::Warning, say!(words, "rules-version-give-up"), &RulesVersionDraftRemoval { season })) }
                }))
            }
        }
    };
    run_page(admin, Section::Programmes, &open.run, title, body)
}

/// Where it is changed, and how it differs so far.
fn prepared(words: &Words, open: &Open, later: &RuleSet) -> Markup {
    let season = open.run.season.id;
    let found = changes(&open.rules, later);
    html! {
        section.stack {
            h2 { (say!(words, "rules-version-changes")) }
            @if found.is_empty() {
                p { (say!(words, "rules-version-none-yet")) }
            } @else {
                ul { @for change in &found { li { (in_words(words, change)) } } }
            }
            p { (say!(words, "rules-version-where")) }
            ul {
                li { (Link::new(say!(words, "criteria-list-title"), &Criteria { season })) }
                li { (Link::new(say!(words, "rules-title"), &Rules { season })) }
                li { (Link::new(say!(words, "conflicts-title"), &Conflicts { season })) }
            }
        }
    }
}

fn publication(words: &Words, open: &Open, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let path = RulesVersion {
        season: open.run.season.id,
    };
    let zone = open.run.programme.words.zone.name();
    let form = Form::post(
        &path,
        html! {
            (seen(filled))
            h2 { (say!(words, "rules-version-why")) }
            (Fieldset {
                words,
                name: "closes",
                legend: &say!(words, "seasons-extension-date"),
                hint: Some(&say!(words, "seasons-extension-hint", zone = zone)),
                error: None,
                body: html! {
                    (fields.date(&day("closes"), say!(words, "seasons-day")))
                    (fields.time(&time("closes"), say!(words, "seasons-time")))
                },
            })
            (fields.area(REASON, say!(words, "seasons-reason")).hint(say!(words, "rules-version-reason-hint")).rows(3))
            (submit(Look::Primary, &say!(words, "rules-version-publish")))
        },
    );
    html! { (form) }
}
