//! What a scorecard asks.

use plaudit_domain::criterion::{Criterion, Points};
use plaudit_domain::ids::CriterionId;
use plaudit_domain::scorecard::{
    COMMENT_CHARACTERS, COMMENT_LIMIT, FEEDBACK_CHARACTERS, FEEDBACK_LIMIT, Scores,
};
use plaudit_domain::text::{self, Fault};

use crate::http::field_errors::{FieldErrors, Fill};
use crate::http::form::RawForm;
use crate::words::Words;

/// The version that the form was made from.
pub(super) const VERSION: &str = "version";
/// Which button was pressed.
pub(super) const PRESSED: &str = "do";
/// The button that submits.
pub(super) const SUBMIT: &str = "submit";
/// The button that saves and leads back.
pub(super) const SAVE: &str = "save";
/// All scores together.
pub(in crate::judging) const SCORES: &str = "scores";
/// The comment for the panel.
pub(in crate::judging) const COMMENT: &str = "comment";
/// For the nominee: what was strongest.
pub(in crate::judging) const STRONGEST: &str = "strongest";
/// For the nominee: what would have helped.
pub(in crate::judging) const WOULD_HAVE_HELPED: &str = "would-have-helped";

/// The field of a criterion's score.
pub(in crate::judging) fn score(criterion: CriterionId) -> String {
    format!("score[{criterion}]")
}

/// The version that was sent; one that no scorecard has if there was none.
pub(super) fn version(raw: &RawForm) -> i64 {
    raw.trimmed(VERSION).parse().unwrap_or(-1)
}

/// The form as if it had been typed.
pub(super) fn of(criteria: &[Criterion], scores: &Scores) -> RawForm {
    let points = criteria.iter().filter_map(|criterion| {
        let steps = scores.steps.get(&criterion.id)?;
        let value = criterion.scale.value(*steps)?;
        Some((score(criterion.id), value.to_string()))
    });
    let texts = [
        (COMMENT, &scores.comment),
        (STRONGEST, &scores.strongest),
        (WOULD_HAVE_HELPED, &scores.would_have_helped),
    ]
    .map(|(name, text)| (name.to_owned(), text.clone()));
    RawForm::from_pairs(points.chain(texts))
}

/// Reads what is there: scores may be missing and texts too wordy, but nothing may be there that cannot be kept.
pub(in crate::judging) fn parse_draft(
    words: &Words,
    raw: &RawForm,
    criteria: &[Criterion],
) -> Result<Scores, FieldErrors> {
    let language = words.language();
    let mut errors = raw.errors();
    let mut scores = Scores::default();
    for criterion in criteria {
        let name = score(criterion.id);
        let typed = raw.trimmed(&name);
        if typed.is_empty() {
            continue;
        }
        let title = criterion.title.in_language(&language).to_owned();
        if let Some(steps) = errors.take(&name, title, steps(criterion, typed)) {
            scores.steps.insert(criterion.id, steps);
        }
    }
    let known = |key: &str| {
        criteria
            .iter()
            .any(|criterion| criterion.id.to_string() == key)
    };
    if raw.keys("score").into_iter().any(|key| !known(key)) {
        errors.say(SCORES, "scorecard-unknown-criterion");
    }
    let mut text = |name: &str, what: &'static str, limit: usize| {
        errors
            .take(name, what, bounded(raw.get(name), limit))
            .unwrap_or_default()
    };
    scores.comment = text(COMMENT, "scorecard-comment-noun", COMMENT_CHARACTERS);
    scores.strongest = text(STRONGEST, "scorecard-strongest-noun", FEEDBACK_CHARACTERS);
    scores.would_have_helped = text(
        WOULD_HAVE_HELPED,
        "scorecard-would-have-helped-noun",
        FEEDBACK_CHARACTERS,
    );
    if errors.is_empty() {
        Ok(scores)
    } else {
        Err(errors)
    }
}

/// What still keeps a draft from being submitted, in the order of the form.
pub(in crate::judging) fn unfinished(
    words: &Words,
    draft: &Scores,
    criteria: &[Criterion],
) -> FieldErrors {
    let language = words.language();
    let mut errors = FieldErrors::default();
    for criterion in criteria {
        if !draft.steps.contains_key(&criterion.id) {
            let title = criterion.title.in_language(&language).to_owned();
            errors.say_filled(
                &score(criterion.id),
                "scorecard-score-missing",
                vec![("criterion", Fill::Text(title))],
            );
        }
    }
    for (name, what, typed, limit) in [
        (
            COMMENT,
            "scorecard-comment-noun",
            &draft.comment,
            COMMENT_LIMIT,
        ),
        (
            STRONGEST,
            "scorecard-strongest-noun",
            &draft.strongest,
            FEEDBACK_LIMIT,
        ),
        (
            WOULD_HAVE_HELPED,
            "scorecard-would-have-helped-noun",
            &draft.would_have_helped,
            FEEDBACK_LIMIT,
        ),
    ] {
        errors.take(name, what, text::optional_paragraphs(typed, Some(limit)));
    }
    errors
}

fn steps(criterion: &Criterion, typed: &str) -> Result<i64, Fault> {
    let value = Points::parse(typed)?;
    let scale = criterion.scale;
    scale.steps_to(value).ok_or_else(|| {
        if value < scale.lowest() || value > scale.highest() {
            Fault::OutOfRange {
                lowest: Some(scale.lowest().to_string()),
                highest: Some(scale.highest().to_string()),
            }
        } else {
            Fault::NotAChoice
        }
    })
}

fn bounded(typed: &str, limit: usize) -> Result<String, Fault> {
    let count = typed.chars().count();
    if count > limit {
        return Err(Fault::TooLong { limit, count });
    }
    text::optional_paragraphs(typed, None)
}
