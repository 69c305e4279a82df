//! What people type, kept exactly: bounded lines and texts, and texts that exist in several languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text as it is searched and compared: lower case, without accents, apostrophes and dashes as keyboards type them, its words
/// one space apart.
///
/// `Siân  ŴYN` and `sian wyn` are alike by it; what is shown is never folded.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|character| !is_combining_mark(*character))
        .map(|character| match character {
            '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' => '\'',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            other => other,
        })
        .collect();
    plain
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Why a typed value cannot be taken. Each names its limit, so that the message can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed where something is needed.
    Missing,
    /// More characters than fit.
    TooLong {
        /// The most characters that fit.
        limit: usize,
        /// How many there are.
        count: usize,
    },
    /// More words than were asked for.
    TooManyWords {
        /// The most words.
        limit: usize,
        /// How many there are.
        count: usize,
    },
    /// A character that cannot be kept, by its code point: NUL, say.
    Forbidden {
        /// Its name in the Unicode manner, `U+0000`.
        character: String,
    },
    /// A line break where only one line fits.
    LineBreak,
    /// The bytes were not text.
    NotText,
    /// Not of the form that is needed (a date, a number, an address, a link).
    Malformed,
    /// A number or a date outside what is allowed.
    OutOfRange {
        /// The least allowed, as text.
        lowest: Option<String>,
        /// The most allowed, as text.
        highest: Option<String>,
    },
    /// Not one of the choices offered.
    NotAChoice,
    /// The same thing given twice where once is meant.
    Repeated,
    /// Ends before it begins.
    EndsBeforeStart,
    /// Must be agreed to.
    NotAgreed,
    /// Already used by another.
    Taken,
}

impl Fault {
    /// The last part of the key under which its sentence is looked up.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too-long",
            Self::TooManyWords { .. } => "too-many-words",
            Self::Forbidden { .. } => "forbidden",
            Self::LineBreak => "line-break",
            Self::NotText => "not-text",
            Self::Malformed => "malformed",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NotAChoice => "not-a-choice",
            Self::Repeated => "repeated",
            Self::EndsBeforeStart => "ends-before-start",
            Self::NotAgreed => "not-agreed",
            Self::Taken => "taken",
        }
    }
}

/// How many words a text has: runs of characters between white space, which is how word processors count.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The first character that cannot be kept, if any: controls other than tab and line feed, and non-characters.
///
/// Emoji, right-to-left text and combining characters are all kept, byte for byte.
fn forbidden(text: &str) -> Option<char> {
    text.chars().find(|&character| {
        (character.is_control() && !matches!(character, '\t' | '\n'))
            || matches!(u32::from(character) & 0xFFFF, 0xFFFE | 0xFFFF)
    })
}

fn refuse_forbidden(text: &str) -> Result<(), Fault> {
    match forbidden(text) {
        Some(character) => Err(Fault::Forbidden {
            character: format!("U+{:04X}", u32::from(character)),
        }),
        None => Ok(()),
    }
}

fn refuse_long(text: &str, limit: usize) -> Result<(), Fault> {
    let count = text.chars().count();
    if count > limit {
        Err(Fault::TooLong { limit, count })
    } else {
        Ok(())
    }
}

/// Reads a single line of at most `limit` characters; white space around it goes, nothing within it does.
pub fn line(typed: &str, limit: usize) -> Result<String, Fault> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Fault::Missing);
    }
    if text.contains(['\n', '\r']) {
        return Err(Fault::LineBreak);
    }
    refuse_forbidden(text)?;
    refuse_long(text, limit)?;
    Ok(text.to_owned())
}

/// Reads a single line that may be left empty.
pub fn optional_line(typed: &str, limit: usize) -> Result<Option<String>, Fault> {
    if typed.trim().is_empty() {
        Ok(None)
    } else {
        line(typed, limit).map(Some)
    }
}

/// The most characters of any long text, beyond every word limit; it bounds what is kept, not what is asked.
pub const LONG_TEXT_LIMIT: usize = 100_000;

/// Reads a text of several paragraphs: line ends become `\n`, white space at the end goes, the rest stays.
pub fn paragraphs(typed: &str, word_limit: Option<usize>) -> Result<String, Fault> {
    let unified = typed.replace("\r\n", "\n").replace('\r', "\n");
    let text = unified.trim_end();
    if text.trim().is_empty() {
        return Err(Fault::Missing);
    }
    refuse_forbidden(text)?;
    refuse_long(text, LONG_TEXT_LIMIT)?;
    let count = words(text);
    match word_limit {
        Some(limit) if count > limit => Err(Fault::TooManyWords { limit, count }),
        _ => Ok(text.to_owned()),
    }
}

/// Reads a text that may be left empty.
pub fn optional_paragraphs(typed: &str, word_limit: Option<usize>) -> Result<String, Fault> {
    if typed.trim().is_empty() {
        Ok(String::new())
    } else {
        paragraphs(typed, word_limit)
    }
}

/// One text in several languages, by language tag (`en`, `cy`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<String, String>);

/// The language that every text has, and that stands in where another is missing.
pub const FIRST_LANGUAGE: &str = "en";

impl Texts {
    /// A text in the first language only.
    pub fn english(text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(FIRST_LANGUAGE.to_owned(), text.into())]))
    }

    /// The text in this language, else in the first, else empty.
    pub fn in_language(&self, language: &str) -> &str {
        self.0
            .get(language)
            .or_else(|| self.0.get(FIRST_LANGUAGE))
            .map_or("", String::as_str)
    }

    /// The text in the first language.
    pub fn first(&self) -> &str {
        self.in_language(FIRST_LANGUAGE)
    }

    /// The same texts with this one in this language.
    #[must_use]
    pub fn with(mut self, language: &str, text: impl Into<String>) -> Self {
        self.0.insert(language.to_owned(), text.into());
        self
    }

    /// Whether there is nothing to read in any language.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(String::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_every_script_and_refuses_nul_by_name() {
        for kept in ["Siân Ŵyn", "👩🏽‍💻 Zoë", "مرحبا", "e\u{301}", "a\u{200f}b"] {
            assert_eq!(line(kept, 200), Ok(kept.to_owned()));
        }
        assert_eq!(
            line("a\0b", 200),
            Err(Fault::Forbidden {
                character: "U+0000".into()
            })
        );
        assert_eq!(line("two\nlines", 200), Err(Fault::LineBreak));
        assert_eq!(line("  \t ", 200), Err(Fault::Missing));
        assert_eq!(line("abc", 2), Err(Fault::TooLong { limit: 2, count: 3 }));
    }

    #[test]
    fn folded_texts_are_alike_whatever_their_case_accents_and_spaces() {
        assert_eq!(fold(" Siân  ŴYN\t"), "sian wyn");
        assert_eq!(fold("Sia\u{302}n Wyn"), "sian wyn");
        assert_eq!(fold("100%_Ltd"), "100%_ltd");
        assert_eq!(fold("O’Dowd–Hart"), fold("o'dowd-hart"));
    }

    #[test]
    fn paragraphs_unify_line_ends_and_count_words() {
        assert_eq!(
            paragraphs("one\r\n\r\ntwo \n", None),
            Ok("one\n\ntwo".into())
        );
        assert_eq!(
            paragraphs("a b c", Some(2)),
            Err(Fault::TooManyWords { limit: 2, count: 3 })
        );
        assert_eq!(optional_paragraphs(" \r\n", None), Ok(String::new()));
    }

    #[test]
    fn a_missing_language_falls_back_to_the_first() {
        let texts = Texts::english("Programme").with("cy", "Rhaglen");
        assert_eq!(texts.in_language("cy"), "Rhaglen");
        assert_eq!(texts.in_language("gd"), "Programme");
    }
}
