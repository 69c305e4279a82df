//! The form of a sift: what a case must show, why, and the three buttons.

use maud::{Markup, html};
use plaudit_domain::stage::Vote as Said;
use plaudit_store::reports::scorecard::Scorecard as Card;

use super::super::form::{COMMENT, SCORES, VERSION, version};
use super::super::vote::VOTE;
use super::keys;
use super::page::Shown;
use crate::http::field_errors::Messages;
use crate::paths::judging::Vote;
use crate::say;
use crate::ui::button::{Look, submit_as};
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::prose::prose;
use crate::words::Words;

/// Pass, fail or unsure, each a button that a key presses.
pub(super) fn form(words: &Words, card: &Card, shown: &Shown<'_>, messages: &Messages) -> Markup {
    let version = match version(shown.raw) {
        ..0 => card.kept.version,
        sent => sent,
    };
    let guidance = card
        .rules
        .stages
        .sift
        .as_ref()
        .map(|sift| sift.guidance.clone());
    let guidance = guidance.unwrap_or_default();
    let path = Vote {
        assignment: card.assignment,
    };
    let body = html! {
        (hidden(VERSION, &version))
        (Field::area(words, COMMENT, say!(words, "sift-reason"))
            .hint(say!(words, "sift-reason-hint"))
            .value(shown.raw.get(COMMENT))
            .error(messages.get(COMMENT))
            .rows(3)
            .optional())
        div.buttons data-sift {
            @for (look, vote) in [(Look::Secondary, Said::Pass), (Look::Secondary, Said::Fail), (Look::Secondary, Said::Unsure)] {
                (submit_as(look, &vote_in_words(words, vote), VOTE, vote.as_str()))
            }
        }
    };
    html! {
        div {
            h2 #(SCORES) tabindex="-1" { (say!(words, "sift-title")) }
            @if let Some(error) = messages.get(SCORES) { p.error { (error) } }
            div.stack {
                (prose(guidance.in_language(&words.language())))
                (Form::post(&path, body))
                (keys::opener(words))
            }
        }
        (keys::dialog(words, &keys::SIFT))
    }
}

/// What a vote is called.
pub(super) fn vote_in_words(words: &Words, vote: Said) -> String {
    words.get(&format!("sift-{vote}"))
}
