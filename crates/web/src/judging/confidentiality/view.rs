//! How the confidentiality terms look to who is asked to accept them.

use maud::{Markup, Render, html};
use plaudit_store::reports::confidentiality::Own;

use super::VERSION;
use crate::http::actor::Panellist;
use crate::http::response::Answer;
use crate::paths::judging::ConfidentialityAcceptance;
use crate::say;
use crate::ui::button::{Look, PostButton};
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::notice::aside;
use crate::ui::page::Place;
use crate::ui::prose::prose;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The text in force on each of one's panels, those to be accepted first.
pub(super) fn page(panellist: &Panellist, asked: &[Own]) -> Answer {
    let words = &panellist.words;
    let title = say!(words, "confidentiality-title");
    let (accepted, awaited): (Vec<&Own>, Vec<&Own>) =
        asked.iter().partition(|own| own.accepted_at.is_some());
    let body = html! {
        (Heading::new(&title).lede(say!(words, "confidentiality-lede")))
        @if asked.is_empty() {
            (empty(&say!(words, "confidentiality-none-title"), &say!(words, "confidentiality-none-text"), None))
        }
        @for own in awaited.into_iter().chain(accepted) { (one(words, own)) }
    };
    let answer = Answer::page(panellist, Place::Judging, title, body);
    match asked {
        [only] => answer.liveried(&only.programme),
        _ => answer,
    }
}

fn one(words: &Words, own: &Own) -> Markup {
    let zone = own.programme.words.zone.time_zone();
    let season = own.season.id;
    let about = format!(
        "{} {}",
        own.programme.words.title.in_language(&words.language()),
        own.season.name
    );
    let since = words.moment(own.version.written_at, &zone);
    html! {
        section.stack {
            h2 { (about) }
            p.muted { (say!(words, "confidentiality-version", number = own.version.number, at = since)) }
            (prose(&own.version.body))
            @match own.accepted_at {
                Some(at) => (aside(Tone::Good, &html! {
                    p { (say!(words, "confidentiality-accepted-at", at = words.moment(at, &zone))) }
                })),
                None => {
                    p { (say!(words, "confidentiality-record")) }
                    (PostButton::new(
                        Look::Primary,
                        say!(words, "confidentiality-accept"),
                        &ConfidentialityAcceptance { season },
                    ).with(VERSION, &own.version.number).render())
                }
            }
        }
    }
}
