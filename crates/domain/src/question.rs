//! Questions: what the form asks. A question has revisions, and an answer belongs to the one that it was asked by.

use jiff::civil::Date;

use crate::{
    ids::{QuestionId, QuestionRevisionId},
    status::words,
    text::{self, Fault, Texts},
};

words! {
    /// What kind of answer a question wants.
    pub enum Kind as "kind of question" {
        /// One line.
        ShortText = "short-text",
        /// Paragraphs, with a word limit.
        LongText = "long-text",
        /// One of several choices.
        OneOf = "one-of",
        /// Any number of several choices.
        SeveralOf = "several-of",
        /// A whole number.
        Number = "number",
        /// A day.
        Date = "date",
        /// A web address.
        Link = "link",
    }
}

/// The longest short text and link, in characters.
pub const SHORT_TEXT_LIMIT: usize = 500;

/// One of several choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is kept when it is chosen.
    pub key: String,
    /// What is read.
    pub title: Texts,
}

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question, whatever its revision.
    pub id: QuestionId,
    /// The revision that this is.
    pub revision: QuestionRevisionId,
    /// Its short name in files: `before`.
    pub key: String,
    /// The question itself.
    pub prompt: Texts,
    /// What helps to answer it.
    pub help: Texts,
    /// What kind of answer it wants, with its limits.
    pub asks: Asks,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether the answer is asked for so that it can be published; it cannot be marked as not for publication.
    pub for_publication: bool,
}

/// What kind of answer a question wants, with its limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// One line.
    ShortText,
    /// Paragraphs.
    LongText {
        /// The most words.
        word_limit: usize,
    },
    /// One of these.
    OneOf(Vec<Choice>),
    /// Any of these.
    SeveralOf(Vec<Choice>),
    /// A whole number.
    Number {
        /// The least.
        lowest: Option<i64>,
        /// The most.
        highest: Option<i64>,
    },
    /// A day.
    Date,
    /// A web address.
    Link,
}

impl Asks {
    /// The kind alone.
    pub fn kind(&self) -> Kind {
        match self {
            Self::ShortText => Kind::ShortText,
            Self::LongText { .. } => Kind::LongText,
            Self::OneOf(_) => Kind::OneOf,
            Self::SeveralOf(_) => Kind::SeveralOf,
            Self::Number { .. } => Kind::Number,
            Self::Date => Kind::Date,
            Self::Link => Kind::Link,
        }
    }
}

/// An answer that a question accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Left empty, where that is allowed.
    Empty,
    /// A line, paragraphs, or a web address.
    Text(String),
    /// Keys of choices, in the order of the question.
    Chosen(Vec<String>),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(Date),
}

impl Question {
    /// Reads what was typed: one value, or several where several may be chosen.
    pub fn answer(&self, typed: &[String]) -> Result<Answer, Fault> {
        let one = typed.first().map_or("", String::as_str);
        let empty = typed.iter().all(|value| value.trim().is_empty());
        if empty {
            return if self.required {
                Err(Fault::Missing)
            } else {
                Ok(Answer::Empty)
            };
        }
        if typed.len() > 1 && self.asks.kind() != Kind::SeveralOf {
            return Err(Fault::Repeated);
        }
        match &self.asks {
            Asks::ShortText => text::line(one, SHORT_TEXT_LIMIT).map(Answer::Text),
            Asks::LongText { word_limit } => {
                text::paragraphs(one, Some(*word_limit)).map(Answer::Text)
            }
            Asks::OneOf(choices) | Asks::SeveralOf(choices) => chosen(choices, typed),
            Asks::Number { lowest, highest } => number(one, *lowest, *highest),
            Asks::Date => day(one).map(Answer::Date),
            Asks::Link => link(one).map(Answer::Text),
        }
    }
}

fn chosen(choices: &[Choice], typed: &[String]) -> Result<Answer, Fault> {
    let typed: Vec<&str> = typed
        .iter()
        .map(|value| value.trim())
        .filter(|value| !value.is_empty())
        .collect();
    if typed
        .iter()
        .any(|value| !choices.iter().any(|choice| choice.key == *value))
    {
        return Err(Fault::NotAChoice);
    }
    let kept = choices
        .iter()
        .filter(|choice| typed.contains(&choice.key.as_str()));
    Ok(Answer::Chosen(
        kept.map(|choice| choice.key.clone()).collect(),
    ))
}

fn number(typed: &str, lowest: Option<i64>, highest: Option<i64>) -> Result<Answer, Fault> {
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != ',')
        .collect();
    let number: i64 = plain.parse().map_err(|_| Fault::Malformed)?;
    let within =
        lowest.is_none_or(|least| number >= least) && highest.is_none_or(|most| number <= most);
    if within {
        Ok(Answer::Number(number))
    } else {
        Err(Fault::OutOfRange {
            lowest: lowest.map(|n| n.to_string()),
            highest: highest.map(|n| n.to_string()),
        })
    }
}

/// Reads a day: `2027-03-04`, or as people in Britain write it, `4/3/2027` or `4 3 2027`.
pub fn day(typed: &str) -> Result<Date, Fault> {
    let typed = typed.trim();
    if let Ok(date) = typed.parse::<Date>() {
        return Ok(date);
    }
    let parts: Vec<&str> = typed
        .split(['/', ' ', '.', '-'])
        .filter(|part| !part.is_empty())
        .collect();
    let [day, month, year] = parts.as_slice() else {
        return Err(Fault::Malformed);
    };
    let parsed = (year.parse(), month.parse(), day.parse());
    let (Ok(year), Ok(month), Ok(day)) = parsed else {
        return Err(Fault::Malformed);
    };
    Date::new(year, month, day).map_err(|_| Fault::Malformed)
}

/// Reads a web address: `http` or `https`, a host with a dot, no white space. What plainly begins with a host's name, as
/// people write it, is one by `https`.
pub fn link(typed: &str) -> Result<String, Fault> {
    let mut address = text::line(typed, SHORT_TEXT_LIMIT)?;
    if begins_with_host(&address) {
        address.insert_str(0, "https://");
    }
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))
        .ok_or(Fault::Malformed)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = host.contains('.') && !host.starts_with('.') && !host.contains('@');
    if plain && !address.contains(char::is_whitespace) {
        Ok(address)
    } else {
        Err(Fault::Malformed)
    }
}

/// What a file's name ends with, where a host's would end with the name of a country or the like.
const FILES: [&str; 12] = [
    "csv", "doc", "docx", "jpeg", "jpg", "odt", "pdf", "png", "ppt", "pptx", "txt", "xlsx",
];

/// Whether it begins with the name of a host: `www.example.org/hall`, `example.org`.
fn begins_with_host(address: &str) -> bool {
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let are_plain = labels.iter().all(|label| {
        let is_plain = label.chars().all(|c| c.is_alphanumeric() || c == '-');
        is_plain && !label.is_empty() && !label.starts_with('-')
    });
    let last = labels.last().copied().unwrap_or_default();
    let is_country_or_the_like = last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic)
        && !FILES.contains(&last.to_lowercase().as_str());
    labels.len() > 1 && are_plain && is_country_or_the_like
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(asks: Asks, required: bool) -> Question {
        Question {
            id: uuid::Uuid::nil().into(),
            revision: uuid::Uuid::nil().into(),
            key: "q".into(),
            prompt: Texts::english("?"),
            help: Texts::default(),
            asks,
            required,
            for_publication: false,
        }
    }

    fn typed(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| (*value).to_owned()).collect()
    }

    fn choices() -> Vec<Choice> {
        ["hall", "library"]
            .map(|key| Choice {
                key: key.into(),
                title: Texts::english(key),
            })
            .to_vec()
    }

    #[test]
    fn an_empty_answer_is_missing_only_where_one_is_required() {
        assert_eq!(
            question(Asks::ShortText, true).answer(&typed(&[" "])),
            Err(Fault::Missing)
        );
        assert_eq!(
            question(Asks::ShortText, false).answer(&typed(&[])),
            Ok(Answer::Empty)
        );
    }

    #[test]
    fn a_long_text_names_its_limit_and_the_count() {
        let asks = Asks::LongText { word_limit: 3 };
        assert_eq!(
            question(asks, true).answer(&typed(&["one two three four"])),
            Err(Fault::TooManyWords { limit: 3, count: 4 }),
        );
    }

    #[test]
    fn choices_are_kept_in_the_order_of_the_question_and_others_refused() {
        let several = question(Asks::SeveralOf(choices()), true);
        let both = Ok(Answer::Chosen(vec!["hall".into(), "library".into()]));
        assert_eq!(several.answer(&typed(&["library", "hall", "hall"])), both);
        assert_eq!(several.answer(&typed(&["church"])), Err(Fault::NotAChoice));
        let one = question(Asks::OneOf(choices()), true);
        assert_eq!(
            one.answer(&typed(&["hall", "library"])),
            Err(Fault::Repeated)
        );
    }

    #[test]
    fn numbers_may_be_grouped_and_must_be_in_range() {
        let asks = question(
            Asks::Number {
                lowest: Some(1),
                highest: Some(5000),
            },
            true,
        );
        assert_eq!(asks.answer(&typed(&["1,250"])), Ok(Answer::Number(1250)));
        assert_eq!(
            asks.answer(&typed(&["0"])),
            Err(Fault::OutOfRange {
                lowest: Some("1".into()),
                highest: Some("5000".into())
            }),
        );
        assert_eq!(asks.answer(&typed(&["many"])), Err(Fault::Malformed));
    }

    #[test]
    fn days_are_read_as_britons_write_them() {
        let expected = jiff::civil::date(2027, 3, 4);
        for written in ["2027-03-04", "4/3/2027", "04 03 2027", "4.3.2027"] {
            assert_eq!(day(written), Ok(expected), "{written}");
        }
        assert_eq!(day("30/2/2027"), Err(Fault::Malformed));
    }

    #[test]
    fn a_link_leads_to_the_web() {
        assert_eq!(
            link("https://marrowby.example/a?b=c"),
            Ok("https://marrowby.example/a?b=c".into())
        );
        for (typed, meant) in [
            ("www.hall.example/plans", "https://www.hall.example/plans"),
            ("hall.example", "https://hall.example"),
        ] {
            assert_eq!(link(typed), Ok(meant.into()));
        }
        for other in [
            "javascript:alert(1)",
            "plans.pdf",
            "gwen@hall.example",
            "www.hall.example, since last spring",
            "e.g. the hall",
            "none",
            "https://a b.example",
            "ftp://marrowby.example",
            "https://marrowby",
        ] {
            assert_eq!(link(other), Err(Fault::Malformed), "{other}");
        }
    }
}
