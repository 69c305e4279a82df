//! What is asked about a practice case.

use plaudit_domain::criterion::{Criterion, Points};
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::text::{self, Fault};
use plaudit_store::practice::{PanelAnswer, PracticeCase, PracticeWords};

use crate::admin::filled::VERSION;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::words::Words;

pub(super) const NOMINEE: &str = "nominee";
pub(super) const CONTENT: &str = "content";

const NOMINEE_LIMIT: usize = 200;

/// The field of what the panel gives a criterion.
pub(super) fn score(criterion: &Criterion) -> String {
    format!("score[{}]", criterion.key)
}

/// The field of why.
pub(super) fn reason(criterion: &Criterion) -> String {
    format!("reason[{}]", criterion.key)
}

/// What is written now.
pub(super) fn written(kept: Option<&PracticeCase>, rules: &RuleSet) -> RawForm {
    let nothing = PracticeWords::default();
    let (words, version) = kept.map_or((&nothing, 0), |kept| (&kept.words, kept.version));
    let answers = rules.criteria.iter().flat_map(|criterion| {
        let answer = words.answers.get(&criterion.key);
        let value = answer.and_then(|answer| criterion.scale.value(answer.steps));
        [
            (
                score(criterion),
                value.map_or_else(String::new, |value| value.to_string()),
            ),
            (
                reason(criterion),
                answer.map_or_else(String::new, |answer| answer.reason.clone()),
            ),
        ]
    });
    let pairs = [
        (VERSION.to_owned(), version.to_string()),
        (NOMINEE.to_owned(), words.nominee.clone()),
        (CONTENT.to_owned(), words.content.clone()),
    ];
    RawForm::from_pairs(pairs.into_iter().chain(answers))
}

/// Reads what was typed, or says everything that is wrong with it.
pub(super) fn parse(
    words: &Words,
    raw: &RawForm,
    rules: &RuleSet,
) -> Result<PracticeWords, FieldErrors> {
    let language = words.language();
    let mut errors = raw.errors();
    let nominee = errors.take(
        NOMINEE,
        "practice-nominee-noun",
        text::line(raw.get(NOMINEE), NOMINEE_LIMIT),
    );
    let content = errors.take(
        CONTENT,
        "practice-content-noun",
        text::paragraphs(raw.get(CONTENT), None),
    );
    let mut practice = PracticeWords {
        nominee: nominee.unwrap_or_default(),
        content: content.unwrap_or_default(),
        ..PracticeWords::default()
    };
    for criterion in &rules.criteria {
        let title = || criterion.title.in_language(&language).to_owned();
        let steps = errors.take(
            &score(criterion),
            title(),
            steps(criterion, raw.trimmed(&score(criterion))),
        );
        let why = errors.take(
            &reason(criterion),
            "practice-reason-noun",
            text::paragraphs(raw.get(&reason(criterion)), None),
        );
        if let (Some(steps), Some(reason)) = (steps, why) {
            let answer = PanelAnswer { steps, reason };
            practice.answers.insert(criterion.key.clone(), answer);
        }
    }
    if errors.is_empty() {
        Ok(practice)
    } else {
        Err(errors)
    }
}

fn steps(criterion: &Criterion, typed: &str) -> Result<i64, Fault> {
    let value = Points::parse(typed)?;
    criterion.scale.steps_to(value).ok_or(Fault::NotAChoice)
}
