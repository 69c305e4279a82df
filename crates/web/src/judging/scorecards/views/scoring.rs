//! The form of a scorecard: each criterion with its points described, the comments, and how much is done and saved.

use maud::{Markup, html};
use plaudit_domain::criterion::Criterion;
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::scorecard::{COMMENT_LIMIT, FEEDBACK_LIMIT, Scores};
use plaudit_store::reports::scorecard::Scorecard as Card;

use super::super::form::{
    COMMENT, PRESSED, SAVE, SCORES, STRONGEST, SUBMIT, WOULD_HAVE_HELPED, score, version,
};
use super::keys;
use super::page::{Shown, draft_name};
use crate::http::field_errors::Messages;
use crate::http::form::RawForm;
use crate::paths::judging::Scorecard;
use crate::say;
use crate::shown::two_versions::{after_sending, differences};
use crate::ui::button::{Look, submit_as};
use crate::ui::fields::Field;
use crate::ui::form::{Autosave, Form};
use crate::ui::scale::{Point, Scale};
use crate::words::Words;

/// How many milliseconds a change waits for its save at most: with the way to the server, two seconds.
const AT_LATEST: u32 = 1_200;

/// The criteria, the comments and the buttons; saved while they are filled in.
pub(super) fn form(words: &Words, card: &Card, shown: &Shown<'_>, messages: &Messages) -> Markup {
    let raw = shown.raw;
    let path = Scorecard {
        assignment: card.assignment,
    };
    let version = match version(raw) {
        // The form as it was opened carries none yet.
        ..0 => card.kept.version,
        sent => sent,
    };
    let form = Form::post(
        &path,
        html! {
            div data-both hidden {}
            @for criterion in &card.rules.criteria { (scale(words, &card.rules, criterion, (raw, messages))) }
            (total(words, card))
            (comment(words, raw, messages))
            (feedback(words, raw, messages))
            div.buttons {
                (submit_as(Look::Primary, &say!(words, "scorecard-submit"), PRESSED, SUBMIT))
                (submit_as(Look::Secondary, &say!(words, "scorecard-save"), PRESSED, SAVE))
            }
        },
    )
    .autosave(Autosave {
        words,
        path: path.to_string(),
        draft: draft_name(card.assignment),
        version: version.to_string(),
        kept_at: None,
        within: Some(AT_LATEST),
        beside: Some(beside_the_state(words, card, raw)),
    })
    .scored_by_keys();
    html! {
        div {
            h2 #(SCORES) tabindex="-1" { (say!(words, "scorecard-title")) }
            @if let Some(error) = messages.get(SCORES) { p.error { (error) } }
            @if let Some(typed) = shown.other {
                (after_sending(words, &path, &differences(words, &card.rules.criteria, &card.kept.scores, typed)))
            }
            (form)
        }
        (keys::dialog(words, &keys::KEYS))
    }
}

/// What stands beside the state of saving, always in view: how many criteria have a score, and the keys.
fn beside_the_state(words: &Words, card: &Card, raw: &RawForm) -> Markup {
    let criteria = &card.rules.criteria;
    let scored = criteria
        .iter()
        .filter(|criterion| !raw.trimmed(&score(criterion.id)).is_empty())
        .count();
    let of = criteria.len();
    html! {
        p {
            a.to-scores href={ "#" (SCORES) } { (say!(words, "scorecard-to-scores-short")) }
            " "
            span data-scored=(say!(words, "scorecard-scored", done = "{done}", of = of)) {
                (say!(words, "scorecard-scored", done = scored, of = of))
            }
        }
        (keys::opener(words))
    }
}

/// A criterion with its points, each described.
pub(in crate::judging) fn scale(
    words: &Words,
    rules: &RuleSet,
    criterion: &Criterion,
    (raw, messages): (&RawForm, &Messages),
) -> Markup {
    let language = words.language();
    let name = score(criterion.id);
    let share = i64::try_from(rules.share(criterion)).unwrap_or_default();
    let weight = say!(words, "scorecard-weight", share = words.hundredths(share));
    let guidance = criterion.guidance.in_language(&language);
    let hint = format!("{weight} {guidance}");
    let points: Vec<Point> = criterion
        .scale
        .points()
        .map(|(steps, value)| Point {
            value: value.to_string(),
            descriptor: descriptor(criterion, steps, &language),
        })
        .collect();
    html! {
        (Scale {
            words,
            name: &name,
            legend: criterion.title.in_language(&language),
            hint: Some(hint.trim()),
            points: &points,
            chosen: raw.trimmed(&name),
            error: messages.get(&name),
        })
    }
}

/// What a point of a criterion means, or nothing.
pub(super) fn descriptor(criterion: &Criterion, steps: i64, language: &str) -> String {
    criterion
        .descriptors
        .get(&steps)
        .map_or_else(String::new, |texts| texts.in_language(language).to_owned())
}

/// The judge's own weighted total as it was last kept, which the script follows; nobody else's is known here.
pub(super) fn total(words: &Words, card: &Card) -> Markup {
    let total = total_in_words(words, &card.kept.scores, &card.rules.criteria);
    html! {
        p.muted data-total hidden[total.is_none()] { (total.unwrap_or_default()) }
    }
}

/// A weighted total in words, once every criterion has its score.
pub(in super::super) fn total_in_words(
    words: &Words,
    scores: &Scores,
    criteria: &[Criterion],
) -> Option<String> {
    let total = scores.total(criteria)?;
    Some(say!(
        words,
        "scorecard-total",
        total = words.hundredths(i64::from(total))
    ))
}

fn comment(words: &Words, raw: &RawForm, messages: &Messages) -> Markup {
    html! {
        (Field::area(words, COMMENT, say!(words, "scorecard-comment"))
            .hint(say!(words, "scorecard-comment-hint"))
            .optional().value(raw.get(COMMENT)).error(messages.get(COMMENT))
            .word_limit(u32::try_from(COMMENT_LIMIT).ok()).rows(5))
    }
}

fn feedback(words: &Words, raw: &RawForm, messages: &Messages) -> Markup {
    let limit = u32::try_from(FEEDBACK_LIMIT).ok();
    html! {
        (Field::area(words, STRONGEST, say!(words, "scorecard-strongest"))
            .hint(say!(words, "scorecard-nominee-hint"))
            .optional().value(raw.get(STRONGEST)).error(messages.get(STRONGEST))
            .word_limit(limit).rows(3))
        (Field::area(words, WOULD_HAVE_HELPED, say!(words, "scorecard-would-have-helped"))
            .hint(say!(words, "scorecard-nominee-hint"))
            .optional().value(raw.get(WOULD_HAVE_HELPED)).error(messages.get(WOULD_HAVE_HELPED))
            .word_limit(limit).rows(3))
    }
}
