//! What is asked on a sheet of interests: for each case, one of three answers.

use plaudit_domain::ids::CaseId;
use plaudit_domain::interest::{CHARACTER_LIMIT, Declaration, Kind, Status, WORD_LIMIT};
use plaudit_domain::text::{self, Fault};
use plaudit_store::reports::sheet::{Sheet, SheetRow};

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

/// Which cases the page showed: a case that has come since is not answered for.
pub(super) const SHOWN: &str = "case";
/// Which button it was.
pub(super) const DO: &str = "do";
/// The button that answers all the rest.
pub(super) const NONE_FOR_THE_REST: &str = "none-for-the-rest";

/// There is no interest.
pub(super) const NONE: &str = "none";
/// There is one.
pub(super) const DECLARED: &str = "declared";
/// They cannot tell.
pub(super) const UNSURE: &str = "unsure";

const ANSWER: &str = "answer";
const KIND: &str = "kind";
const WORDS: &str = "words";

/// The field with the answer for a case.
pub(super) fn answer(case: CaseId) -> String {
    format!("{ANSWER}-{case}")
}

/// The field with what an interest rests on.
pub(super) fn kind(case: CaseId) -> String {
    format!("{KIND}-{case}")
}

/// The field with what is written about it.
pub(super) fn words(case: CaseId) -> String {
    format!("{WORDS}-{case}")
}

/// Whether a field holds something that is typed.
pub(super) fn is_answer(name: &str) -> bool {
    [ANSWER, KIND, WORDS].iter().any(|field| {
        name.strip_prefix(field)
            .is_some_and(|rest| rest.starts_with('-'))
    })
}

/// What stands in the fields of a case: what was typed, or else what was answered before.
pub(super) fn answered(raw: &RawForm, row: &SheetRow) -> String {
    let typed = raw.trimmed(&answer(row.case));
    match (typed, row.status) {
        ("", Status::None) => NONE.to_owned(),
        (typed, _) => typed.to_owned(),
    }
}

/// Reads every answer that was given, or says all that is wrong with them; what is not answered is left for later, unless the
/// button says that there is no interest in it.
pub(super) fn parse(
    raw: &RawForm,
    sheet: &Sheet,
) -> Result<Vec<(CaseId, Declaration)>, FieldErrors> {
    let mut errors = raw.errors();
    let rest = raw.get(DO) == NONE_FOR_THE_REST;
    let shown: Vec<&str> = raw.all(SHOWN).collect();
    let mut answers = Vec::new();
    for row in sheet.rows().filter(|row| row.is_asked()) {
        if !shown.contains(&row.case.to_string().as_str()) {
            continue;
        }
        let answer = match raw.trimmed(&answer(row.case)) {
            NONE => Some(Declaration::None),
            DECLARED => interest(raw, row.case, &mut errors),
            UNSURE => {
                written(raw, row.case, &mut errors).map(|words| Declaration::Unsure { words })
            }
            _ if rest && row.status == Status::Asked => Some(Declaration::None),
            _ => None,
        };
        answers.extend(answer.map(|answer| (row.case, answer)));
    }
    if errors.is_empty() {
        Ok(answers)
    } else {
        Err(errors)
    }
}

fn interest(raw: &RawForm, case: CaseId, errors: &mut FieldErrors) -> Option<Declaration> {
    let chosen = Kind::CHOSEN
        .into_iter()
        .find(|each| each.as_str() == raw.trimmed(&kind(case)));
    if chosen.is_none() {
        errors.say(&kind(case), "gate-kind-missing");
    }
    let words = written(raw, case, errors);
    chosen
        .zip(words)
        .map(|(kind, words)| Declaration::Interest { kind, words })
}

fn written(raw: &RawForm, case: CaseId, errors: &mut FieldErrors) -> Option<String> {
    let name = words(case);
    let typed = raw.get(&name);
    let count = typed.chars().count();
    let read = if count > CHARACTER_LIMIT {
        Err(Fault::TooLong {
            limit: CHARACTER_LIMIT,
            count,
        })
    } else {
        text::paragraphs(typed, Some(WORD_LIMIT))
    };
    errors.take(&name, "gate-words-noun", read)
}
