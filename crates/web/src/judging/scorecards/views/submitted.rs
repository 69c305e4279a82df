//! A scorecard that is in, or that can no longer be written.

use maud::{Markup, html};
use plaudit_domain::stage::Kind;
use plaudit_domain::{assignment, interest, policy, season};
use plaudit_store::reports::scorecard::Scorecard as Card;

use super::super::form::SCORES;
use super::others;
use super::page::draft_name;
use super::scoring::{descriptor, total};
use super::sift;
use crate::paths::judging::SubmissionRemoval;
use crate::say;
use crate::ui::button::{Look, PostButton};
use crate::ui::form::draft_sent;
use crate::ui::prose::as_typed;
use crate::ui::summary_list::SummaryList;
use crate::words::Words;

/// What was put down, when it can no longer or not now be changed.
pub(super) fn list(words: &Words, card: &Card) -> Markup {
    let language = words.language();
    let zone = card.programme.words.zone.time_zone();
    let mut list = SummaryList::new();
    if let Some(vote) = card.kept.scores.vote {
        let said = sift::vote_in_words(words, vote);
        list = list.row(say!(words, "sift-vote"), html! { strong { (said) } });
    }
    for criterion in &card.rules.criteria {
        let value = html! {
            @match card.kept.scores.steps.get(&criterion.id) {
                Some(steps) => {
                    @if let Some(value) = criterion.scale.value(*steps) { strong { (value) } " " }
                    (descriptor(criterion, *steps, &language))
                },
                None => span.muted { (say!(words, "scorecard-nothing")) },
            }
        };
        list = list.row(criterion.title.in_language(&language), value);
    }
    for (key, text) in [
        ("scorecard-comment", &card.kept.scores.comment),
        ("scorecard-strongest", &card.kept.scores.strongest),
        (
            "scorecard-would-have-helped",
            &card.kept.scores.would_have_helped,
        ),
    ] {
        if !text.is_empty() {
            list = list.row(words.get(key), as_typed(text));
        }
    }
    let may_reopen =
        policy::may_reopen(card.season.status, interest::Status::MayJudge, card.status);
    let reopen = match card.season.stage {
        Kind::Sift => say!(words, "sift-reopen"),
        Kind::Scoring | Kind::Interview => say!(words, "scorecard-reopen"),
    };
    html! {
        (draft_sent(&draft_name(card.assignment)))
        div.stack {
            h2 #(SCORES) tabindex="-1" { (say!(words, "scorecard-title")) }
            @match card.kept.submitted_at {
                Some(at) => p { (say!(words, "scorecard-submitted-at", at = words.moment(at, &zone))) },
                None => p { (not_in(words, card)) },
            }
            (total(words, card))
            (list)
            (others::table(words, card))
            @if may_reopen.is_ok() {
                (PostButton::new(Look::Secondary, reopen, &SubmissionRemoval { assignment: card.assignment }))
                p.muted { (say!(words, "scorecard-reopen-text")) }
            } @else if card.status == assignment::Status::Locked {
                p { (say!(words, "scorecard-locked")) }
            }
        }
    }
}

fn not_in(words: &Words, card: &Card) -> String {
    match card.season.status {
        season::Status::Judging if card.status == assignment::Status::Abstained => {
            say!(words, "scorecard-abstained")
        }
        season::Status::Judging => say!(words, "scorecard-not-yours"),
        _ => say!(words, "scorecard-not-judging"),
    }
}
