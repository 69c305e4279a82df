//! What somebody on a panel says of themselves: how it looks in public, what is asked, and how it is read.

use maud::{Markup, html};
use plaudit_domain::biography::{AFFILIATION_LIMIT, WORD_LIMIT};
use plaudit_domain::person::NAME_LIMIT;
use plaudit_domain::text;
use plaudit_store::biographies::{Biography, BiographyWords};
use plaudit_store::reports::biographies::PublicBiography;

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::say;
use crate::ui::fields::{Field, hidden};
use crate::ui::prose::as_typed;
use crate::words::Words;

const NAME: &str = "name";
const AFFILIATION: &str = "affiliation";
const WORDS: &str = "words";
const VERSION: &str = "version";

/// Somebody who judges, as anybody may know them.
pub(crate) fn public(words: &Words, one: &PublicBiography) -> Markup {
    html! {
        div {
            h3 { bdi { (one.said.name) } }
            p.muted {
                (words.get(&format!("role-title-{}", one.role)))
                @if let Some(affiliation) = &one.said.affiliation { " · " bdi { (affiliation) } }
            }
            (as_typed(&one.said.words))
        }
    }
}

/// What is written now; the name is the one that the panel knows while nothing is.
pub(crate) fn written(kept: Option<&Biography>, name: &str) -> RawForm {
    let nothing = || BiographyWords {
        name: name.to_owned(),
        ..BiographyWords::default()
    };
    let said = kept.map_or_else(nothing, |kept| kept.said.clone());
    let version = kept.map_or(0, |kept| kept.version);
    RawForm::from_pairs([
        (VERSION, version.to_string()),
        (NAME, said.name),
        (AFFILIATION, said.affiliation.unwrap_or_default()),
        (WORDS, said.words),
    ])
}

/// The version that the form was made from.
pub(crate) fn version(raw: &RawForm) -> i64 {
    raw.trimmed(VERSION).parse().unwrap_or_default()
}

/// The fields, as they were typed.
pub(crate) fn fields(words: &Words, raw: &RawForm, errors: &FieldErrors) -> Markup {
    let messages = errors.in_words(words);
    html! {
        (hidden(VERSION, &raw.trimmed(VERSION)))
        (Field::text(words, NAME, say!(words, "biography-name"))
            .value(raw.get(NAME)).error(messages.get(NAME)))
        (Field::text(words, AFFILIATION, say!(words, "biography-affiliation"))
            .hint(say!(words, "biography-affiliation-hint")).optional()
            .value(raw.get(AFFILIATION)).error(messages.get(AFFILIATION)))
        (Field::area(words, WORDS, say!(words, "biography-words"))
            .hint(say!(words, "biography-words-hint", limit = WORD_LIMIT)).rows(6)
            .value(raw.get(WORDS)).error(messages.get(WORDS)))
    }
}

/// Reads what was typed, or says everything that is wrong with it.
pub(crate) fn parse(raw: &RawForm) -> Result<BiographyWords, FieldErrors> {
    let mut errors = raw.errors();
    let name = text::line(raw.get(NAME), NAME_LIMIT);
    let name = errors.take(NAME, "biography-name-noun", name);
    let affiliation = text::optional_line(raw.get(AFFILIATION), AFFILIATION_LIMIT);
    let affiliation = errors.take(AFFILIATION, "biography-affiliation-noun", affiliation);
    let words = text::paragraphs(raw.get(WORDS), Some(WORD_LIMIT));
    let words = errors.take(WORDS, "biography-words-noun", words);
    match (name, affiliation, words) {
        (Some(name), Some(affiliation), Some(words)) if errors.is_empty() => Ok(BiographyWords {
            name,
            affiliation,
            words,
        }),
        _ => Err(errors),
    }
}
