//! How the page of all that can be switched on looks.

use maud::{Markup, html};

use crate::admin::desk::{Section, run_page};
use crate::admin::run::Run;
use crate::admin::view::back_to_season;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Assignment, Biographies, Confidentiality, Progress, Stages};
use crate::say;
use crate::ui::card::{Card, cards};
use crate::ui::heading::Heading;
use crate::ui::status_tag::status_tag;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Everything that there is, and whether it is on.
pub(super) fn page(admin: &Admin, run: &Run, switches: &[(&str, bool)]) -> Answer {
    let words = &admin.words;
    let season = run.season.id;
    let title = say!(words, "more-title");
    let path = |key: &str| match key {
        "assignment" => Assignment { season }.to_string(),
        "stages" => Stages { season }.to_string(),
        "confidentiality" => Confidentiality { season }.to_string(),
        "biographies" => Biographies { season }.to_string(),
        _ => Progress { season }.to_string(),
    };
    let all: Vec<Card> = switches
        .iter()
        .map(|(key, is_on)| {
            let text = words.get(&format!("more-{key}-text"));
            Card::new(words.get(&format!("more-{key}")), html! { p { (text) } })
                .link(&path(key))
                .above(switch(words, *is_on))
        })
        .collect();
    let body = html! {
        (back_to_season(words, run))
        (Heading::new(&title).above(run.name()).lede(say!(words, "more-lede")))
        (cards(&all))
    };
    run_page(admin, Section::Programmes, run, title, body)
}

fn switch(words: &Words, is_on: bool) -> Markup {
    if is_on {
        status_tag(Tone::Good, &say!(words, "more-on"))
    } else {
        status_tag(Tone::Plain, &say!(words, "more-off"))
    }
}
