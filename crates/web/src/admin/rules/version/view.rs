//! How a later version of published rules is asked for.

use maud::html;
use plaudit_domain::rule_set::RuleSet;

use super::{REASON, weight_field};
use crate::admin::desk::{Section, page as desk_page};
use crate::admin::filled::Filled;
use crate::admin::rules::view::settings;
use crate::admin::run::Run;
use crate::admin::seasons::form::{day, time};
use crate::admin::view::{back_to_season, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::RulesVersion;
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::fields::Fieldset;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::notice::aside;
use crate::ui::tone::Tone;

/// What counts, why it changes, and the new close.
pub(super) fn page(admin: &Admin, run: &Run, rules: &RuleSet, filled: &Filled) -> Answer {
    let words = &admin.words;
    let fields = filled.fields(words);
    let language = words.language();
    let title = say!(words, "rules-version-title");
    let path = RulesVersion {
        season: run.season.id,
    };
    let zone = run.programme.words.zone.name();
    let form = Form::post(
        &path,
        html! {
            (seen(filled))
            h2 { (say!(words, "rules-version-weights")) }
            @for criterion in &rules.criteria {
                (fields.number(&weight_field(criterion), criterion.title.in_language(&language).to_owned()))
            }
            (settings(words, filled))
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
    let body = html! {
        (back_to_season(words, run))
        (top(words, filled, &[]))
        (Heading::new(&title).above(run.name()))
        (aside(Tone::Care, &html! { p { (say!(words, "rules-version-lede", number = rules.number + 1)) } }))
        (form)
    };
    desk_page(admin, Section::Programmes, title, body)
}
