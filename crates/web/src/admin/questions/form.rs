//! What is asked about a question.

use plaudit_domain::question::{Asks, Kind, Question};
use plaudit_domain::text::{self, Fault, LONG_TEXT_LIMIT};
use plaudit_store::questions::QuestionWords;

use super::choices;
use crate::admin::filled::{VERSION, YES, in_english};
use crate::admin::key;
use crate::admin::run::Run;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

pub(super) const PROMPT: &str = "prompt";
pub(super) const HELP: &str = "help";
pub(super) const KIND: &str = "kind";
pub(super) const WORD_LIMIT: &str = "word-limit";
pub(super) const CHOICES: &str = "choices";
pub(super) const LOWEST: &str = "lowest";
pub(super) const HIGHEST: &str = "highest";
pub(super) const REQUIRED: &str = "required";
pub(super) const FOR_PUBLICATION: &str = "for-publication";

/// Every field in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 9] = [
    (PROMPT, "questions-prompt"),
    (HELP, "questions-help"),
    (KIND, "questions-kind"),
    (WORD_LIMIT, "questions-word-limit"),
    (CHOICES, "questions-choices"),
    (LOWEST, "questions-lowest"),
    (HIGHEST, "questions-highest"),
    (REQUIRED, "questions-required"),
    (FOR_PUBLICATION, "questions-for-publication"),
];

/// The longest question, in characters.
const PROMPT_LIMIT: usize = 500;

/// The most words that may be asked for: more than this nobody reads ten times.
const MOST_WORDS: usize = 5_000;

/// What the form for a new question begins with.
pub(super) fn suggested() -> RawForm {
    RawForm::from_pairs([
        (KIND, Kind::LongText.as_str()),
        (WORD_LIMIT, "200"),
        (REQUIRED, YES),
    ])
}

/// What is written about a question now.
pub(super) fn written(run: &Run, question: &Question) -> RawForm {
    let whole = |number: &Option<i64>| number.map_or_else(String::new, |number| number.to_string());
    let raw = RawForm::from_pairs([
        (VERSION, run.season.revision.to_string()),
        (PROMPT, question.prompt.first().to_owned()),
        (HELP, question.help.first().to_owned()),
        (KIND, question.asks.kind().as_str().to_owned()),
    ]);
    let raw = match &question.asks {
        Asks::LongText { word_limit } => raw.with(WORD_LIMIT, &word_limit.to_string()),
        Asks::OneOf(choices) | Asks::SeveralOf(choices) => {
            raw.with(CHOICES, &choices::as_lines(choices))
        }
        Asks::Number { lowest, highest } => raw
            .with(LOWEST, &whole(lowest))
            .with(HIGHEST, &whole(highest)),
        Asks::ShortText | Asks::Date | Asks::Link => raw,
    };
    [
        (REQUIRED, question.required),
        (FOR_PUBLICATION, question.for_publication),
    ]
    .into_iter()
    .filter(|(_, ticked)| *ticked)
    .fold(raw, |raw, (name, _)| raw.with(name, YES))
}

/// Reads what was typed, or says everything that is wrong with it. What belongs to another kind is not read.
///
/// A question that is there keeps its key; a new one gets one that no other has.
pub(super) fn parse(
    raw: &RawForm,
    before: Option<&Question>,
    there: &[Question],
) -> Result<QuestionWords, FieldErrors> {
    let mut errors = raw.errors();
    let prompt = errors.take(
        PROMPT,
        "questions-prompt-noun",
        text::line(raw.get(PROMPT), PROMPT_LIMIT),
    );
    let help = errors.take(
        HELP,
        "questions-help-noun",
        text::optional_paragraphs(raw.get(HELP), None),
    );
    let kind = errors.take(
        KIND,
        "questions-kind-noun",
        Kind::parse(raw.get(KIND)).map_err(|_| Fault::NotAChoice),
    );
    let asks = kind.and_then(|kind| asks(raw, &mut errors, kind, before));
    match (prompt, help, asks) {
        (Some(prompt), Some(help), Some(asks)) if errors.is_empty() => Ok(QuestionWords {
            key: match before {
                Some(before) => before.key.clone(),
                None => key::made_from(&prompt, "question", |key| {
                    there.iter().any(|other| other.key == key)
                }),
            },
            prompt: in_english(before.map(|question| &question.prompt), prompt),
            help: in_english(before.map(|question| &question.help), help),
            asks,
            required: raw.has(REQUIRED),
            for_publication: raw.has(FOR_PUBLICATION),
        }),
        _ => {
            errors.in_order_of(FIELDS.map(|(name, _)| name));
            Err(errors)
        }
    }
}

fn asks(
    raw: &RawForm,
    errors: &mut FieldErrors,
    kind: Kind,
    before: Option<&Question>,
) -> Option<Asks> {
    let choices = |errors: &mut FieldErrors| {
        let old = match before.map(|question| &question.asks) {
            Some(Asks::OneOf(choices) | Asks::SeveralOf(choices)) => choices.as_slice(),
            _ => &[],
        };
        errors.take(
            CHOICES,
            "questions-choices-noun",
            choices::parse(raw.get(CHOICES), old),
        )
    };
    Some(match kind {
        Kind::ShortText => Asks::ShortText,
        Kind::LongText => Asks::LongText {
            word_limit: errors.take(
                WORD_LIMIT,
                "questions-word-limit-noun",
                word_limit(raw.trimmed(WORD_LIMIT)),
            )?,
        },
        Kind::OneOf => Asks::OneOf(choices(errors)?),
        Kind::SeveralOf => Asks::SeveralOf(choices(errors)?),
        Kind::Number => {
            let lowest = errors.take(LOWEST, "questions-lowest-noun", whole(raw.get(LOWEST)));
            let highest = errors.take(HIGHEST, "questions-highest-noun", whole(raw.get(HIGHEST)));
            let (lowest, highest) = (lowest?, highest?);
            if let (Some(lowest), Some(highest)) = (lowest, highest)
                && highest < lowest
            {
                errors.say(HIGHEST, "questions-highest-under-lowest");
            }
            Asks::Number { lowest, highest }
        }
        Kind::Date => Asks::Date,
        Kind::Link => Asks::Link,
    })
}

fn word_limit(typed: &str) -> Result<usize, Fault> {
    const { assert!(MOST_WORDS < LONG_TEXT_LIMIT) };
    if typed.is_empty() {
        return Err(Fault::Missing);
    }
    let limit: usize = typed.parse().map_err(|_| Fault::Malformed)?;
    if (1..=MOST_WORDS).contains(&limit) {
        Ok(limit)
    } else {
        Err(Fault::OutOfRange {
            lowest: Some("1".to_owned()),
            highest: Some(MOST_WORDS.to_string()),
        })
    }
}

/// A whole number that may be left out.
fn whole(typed: &str) -> Result<Option<i64>, Fault> {
    let plain: String = typed
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != ',')
        .collect();
    if plain.is_empty() {
        return Ok(None);
    }
    plain.parse().map(Some).map_err(|_| Fault::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(kind: &str) -> RawForm {
        RawForm::from_pairs([(PROMPT, "What did it cost?"), (KIND, kind)])
    }

    fn fields(errors: &FieldErrors) -> Vec<&str> {
        errors.iter().map(|error| error.field.as_str()).collect()
    }

    #[test]
    fn only_what_belongs_to_the_kind_is_read() {
        let raw = raw("number")
            .with(WORD_LIMIT, "many")
            .with(LOWEST, "-5")
            .with(HIGHEST, "1,000");
        let words = parse(&raw, None, &[]).expect("it is complete");
        assert_eq!(
            words.asks,
            Asks::Number {
                lowest: Some(-5),
                highest: Some(1000)
            }
        );
        assert_eq!(words.key, "what_did_it_cost");
        assert!(!words.required);
    }

    #[test]
    fn every_kind_says_what_it_needs() {
        let wrong = |raw: &RawForm| parse(raw, None, &[]).expect_err("it is incomplete");
        assert_eq!(fields(&wrong(&raw("long-text"))), [WORD_LIMIT]);
        assert_eq!(fields(&wrong(&raw("one-of"))), [CHOICES]);
        assert_eq!(fields(&wrong(&raw("several-of"))), [CHOICES]);
        assert_eq!(fields(&wrong(&raw("poem"))), [KIND]);
        let upside_down = raw("number").with(LOWEST, "9").with(HIGHEST, "1");
        assert_eq!(fields(&wrong(&upside_down)), [HIGHEST]);
        assert_eq!(fields(&wrong(&RawForm::default())), [PROMPT, KIND]);
        for kind in ["short-text", "date", "link"] {
            assert!(parse(&raw(kind), None, &[]).is_ok(), "{kind}");
        }
    }
}
