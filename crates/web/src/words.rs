//! The words of every page and letter, looked up by key in the Fluent files of `words/`: a second language is a file there and nothing else.
mod calendar;
mod entries;
#[cfg(test)]
mod tidy;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

/// What a placeholder of a message can be filled with: a text or a number (plural forms follow the number).
pub type Value<'a> = fluent_bundle::FluentValue<'a>;

/// The language that is complete by test, and that speaks where another one has no message.
const FALLBACK: &str = "en";

#[derive(RustEmbed)]
#[folder = "src/words/"]
#[include = "*.ftl"]
struct Files;

struct Language {
    tag: LanguageIdentifier,
    bundle: FluentBundle<FluentResource>,
    /// The messages that are always the same, which most are: a long list asks for them thousands of times, and the reader of
    /// Fluent would make a tree of each and keep it.
    plain: HashMap<&'static str, &'static str>,
}

/// Every language that was embedded; a clone shares them.
#[derive(Clone)]
pub struct WordBook {
    languages: Arc<[Language]>,
}

/// The words in one language; a clone costs a reference count.
#[derive(Clone)]
pub struct Words {
    book: WordBook,
    chosen: usize,
}

impl WordBook {
    /// Reads the embedded files; the fallback language comes first.
    pub fn load() -> Self {
        let mut names: Vec<_> = Files::iter().collect();
        names.sort_by_key(|name| (*name != format!("{FALLBACK}.ftl"), name.clone()));
        Self {
            languages: names.iter().map(|name| read(name)).collect(),
        }
    }

    /// The best language for a browser's `Accept-Language` header, the fallback if there is none.
    pub fn language(&self, accepted: Option<&str>) -> Words {
        let mut wishes: Vec<(f32, &str)> = accepted
            .unwrap_or_default()
            .split(',')
            .filter_map(|wish| {
                let mut parts = wish.split(';').map(str::trim);
                let tag = parts.next()?;
                let weight = parts
                    .find_map(|part| part.strip_prefix("q="))
                    .map_or(Some(1.0), |weight| weight.parse().ok())?;
                (weight > 0.0).then_some((weight, tag))
            })
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        let chosen = wishes
            .iter()
            .filter_map(|(_, tag)| tag.parse::<LanguageIdentifier>().ok())
            .find_map(|wish| {
                self.languages
                    .iter()
                    .position(|known| known.tag.language == wish.language)
            })
            .unwrap_or_default();
        Words {
            book: self.clone(),
            chosen,
        }
    }

    /// The fallback language, for letters and tests that have no browser to ask.
    pub fn english(&self) -> Words {
        Words {
            book: self.clone(),
            chosen: 0,
        }
    }
}

impl Words {
    /// The tag for `<html lang>` and for texts that a programme keeps in several languages.
    pub fn language(&self) -> String {
        self.book.languages[self.chosen].tag.to_string()
    }

    /// A message without placeholders; an unknown key is shown as itself, and fails a test.
    pub fn get(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// A message with its placeholders filled; text is inserted as it is, so it must be escaped where it is shown.
    pub fn fill(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let values: FluentArgs<'_> = values.iter().map(ungrouped_names).collect();
        [self.chosen, 0]
            .into_iter()
            .find_map(|language| self.book.languages[language].say(key, &values))
            .unwrap_or_else(|| {
                tracing::error!(key, "a message has no words");
                key.to_owned()
            })
    }

    /// "a, b and c".
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                crate::say!(
                    self,
                    "words-list",
                    first = first.join(", "),
                    last = last.as_ref()
                )
            }
        }
    }

    /// A whole number with its thousands set apart: "12,345".
    pub fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = self.get("words-thousands");
        let mut text = String::from(if number < 0 { "−" } else { "" });
        for (place, digit) in digits.char_indices() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push_str(&separator);
            }
            text.push(digit);
        }
        text
    }

    /// A share of a hundred: "35%".
    pub fn percent(&self, percent: i64) -> String {
        crate::say!(self, "words-percent", number = self.number(percent))
    }

    /// A number that is kept in hundredths, with one or two places: 350 is "3.5", 325 "3.25", 300 "3".
    pub fn hundredths(&self, hundredths: i64) -> String {
        let whole = self.number(hundredths / 100);
        let sign = if hundredths < 0 && hundredths > -100 {
            "−"
        } else {
            ""
        };
        match (hundredths % 100).abs() {
            0 => whole,
            rest => {
                let places = format!("{rest:02}");
                format!(
                    "{sign}{whole}{}{}",
                    self.get("words-decimal"),
                    places.trim_end_matches('0')
                )
            }
        }
    }
}

impl Language {
    fn say(&self, key: &str, values: &FluentArgs<'_>) -> Option<String> {
        if let Some(text) = self.plain.get(key) {
            return Some((*text).to_owned());
        }
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text: Cow<'_, str> = self
            .bundle
            .format_pattern(pattern, Some(values), &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "a message is not completely filled");
        }
        Some(text.into_owned())
    }
}

fn read(name: &str) -> Language {
    let tag: LanguageIdentifier = name
        .trim_end_matches(".ftl")
        .parse()
        .expect("a words file is named for its language");
    let file = Files::get(name).expect("the name came from the embedded files");
    let text: &'static str = match file.data {
        Cow::Borrowed(bytes) => str::from_utf8(bytes).expect("the words are UTF-8"),
        // Never, as the files are embedded; and if it were, the words would last as long as the program.
        Cow::Owned(bytes) => String::from_utf8(bytes)
            .expect("the words are UTF-8")
            .leak(),
    };
    let (plain, rest) = entries::apart(text);
    let resource = FluentResource::try_new(rest).unwrap_or_else(|(resource, errors)| {
        tracing::error!(name, ?errors, "a words file has errors");
        resource
    });
    let mut bundle = FluentBundle::new_concurrent(vec![tag.clone()]);
    // The marks keep a right-to-left name from turning a sentence round, but they end up in CSV, subjects and copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    if let Err(errors) = bundle.add_resource(resource) {
        tracing::error!(name, ?errors, "a words file says a key twice");
    }
    if let Some(key) = plain.keys().find(|key| bundle.has_message(key)) {
        tracing::error!(name, key, "a words file says a key twice");
    }
    Language { tag, bundle, plain }
}

/// A value as a message takes it: what is called `number` names a thing, a case or a version, and is no count of things.
fn ungrouped_names<'a>((name, value): &(&'a str, Value<'a>)) -> (&'a str, Value<'a>) {
    match value {
        Value::Number(number) if *name == "number" => {
            let mut number = number.clone();
            number.options.use_grouping = false;
            (name, Value::Number(number))
        }
        value => (name, value.clone()),
    }
}

/// A count with commas between its thousands.
fn grouped<M>(value: &Value<'_>, _: &M) -> Option<String> {
    let Value::Number(number) = value else {
        return None;
    };
    let plain = number.as_string();
    let digits = plain.len();
    let is_long = number.options.use_grouping && digits > 3;
    if !is_long || !plain.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mut grouped = String::with_capacity(digits + digits / 3);
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (digits - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    Some(grouped)
}

/// `say!(words, "key")`, or `say!(words, "key", name = person, count = 3)`: the message, its placeholders filled.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:expr) => {
        $words.get($key)
    };
    ($words:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $words.fill($key, &[$((stringify!($name), $crate::words::Value::from($value))),+])
    };
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    use super::*;

    fn words() -> Words {
        WordBook::load().english()
    }

    #[test]
    fn a_browser_gets_its_best_known_language_and_else_english() {
        let book = WordBook::load();
        for accepted in [
            None,
            Some("en-GB"),
            Some("xx, en;q=0.5"),
            Some(";;q=,,"),
            Some("*"),
        ] {
            assert_eq!(book.language(accepted).language(), "en");
        }
    }

    #[test]
    fn an_unknown_key_is_shown_as_itself() {
        assert_eq!(words().fill("no-such-key", &[]), "no-such-key");
    }

    #[test]
    fn a_moment_always_says_its_zone() {
        let zone = TimeZone::get("Europe/London").expect("the zone is in the bundled table");
        let winter = date(2027, 3, 2)
            .at(12, 0, 0, 0)
            .to_zoned_datetime(zone.clone())
            .expect("noon exists");
        let summer = date(2027, 7, 1)
            .at(16, 30, 0, 0)
            .to_zoned_datetime(zone.clone())
            .expect("it exists");
        let said = [winter, summer].map(|at| {
            (
                words().moment(at.timestamp(), &zone),
                words().moment_short(at.timestamp(), &zone),
            )
        });
        assert_eq!(
            said,
            [
                (
                    "noon on Tuesday 2 March 2027 (Europe/London time, GMT)".to_owned(),
                    "2 Mar 2027, 12:00 GMT".to_owned()
                ),
                (
                    "4:30pm on Thursday 1 July 2027 (Europe/London time, BST)".to_owned(),
                    "1 Jul 2027, 16:30 BST".to_owned()
                ),
            ]
        );
    }

    #[test]
    fn numbers_are_set_as_english_sets_them() {
        let words = words();
        let said = [0, 999, 1000, 1_234_567, -45_000].map(|number| words.number(number));
        assert_eq!(said, ["0", "999", "1,000", "1,234,567", "−45,000"]);
        let said = [300, 350, 325, -25, 8305].map(|number| words.hundredths(number));
        assert_eq!(said, ["3", "3.5", "3.25", "−0.25", "83.05"]);
        assert_eq!(words.percent(35), "35%");
    }

    #[test]
    fn a_list_ends_with_and() {
        let words = words();
        let said = [&[][..], &["a"], &["a", "b"], &["a", "b", "c"]].map(|items| words.list(items));
        assert_eq!(said, ["", "a", "a and b", "a, b and c"]);
    }
}
