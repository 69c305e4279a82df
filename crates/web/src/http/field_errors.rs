//! All that is wrong with a form, at once, each at its field; the sentences are Fluent's.

use plaudit_domain::text::Fault;

use crate::words::{Value, Words};

/// What a field asks for, as a noun that fits into a sentence: "the nominee's name".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A key of the words.
    Key(&'static str),
    /// Words that somebody wrote: a question's.
    Text(String),
    /// Not known yet: "this field".
    Unnamed,
}

impl From<&'static str> for What {
    fn from(key: &'static str) -> Self {
        Self::Key(key)
    }
}

impl From<String> for What {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// What a message is filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// Words, shown as they are.
    Text(String),
    /// A whole number, which plurals follow.
    Number(usize),
}

/// What an error says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
    /// One of the faults that any field can have.
    Fault {
        /// What the field asks for.
        what: What,
        /// What is wrong with it.
        fault: Fault,
    },
    /// A sentence of its own.
    Own {
        /// Its key in the words.
        key: &'static str,
        /// What it is filled with.
        fills: Vec<(&'static str, Fill)>,
    },
}

/// One thing that is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name, which is also what the summary's link leads to.
    pub field: String,
    /// What is said about it.
    pub sentence: Sentence,
}

impl FieldError {
    /// The fault, unless the error is a sentence of its own.
    pub fn fault(&self) -> Option<&Fault> {
        match &self.sentence {
            Sentence::Fault { fault, .. } => Some(fault),
            Sentence::Own { .. } => None,
        }
    }

    /// The sentence, in these words.
    pub fn in_words(&self, words: &Words) -> String {
        let sentence = match &self.sentence {
            Sentence::Fault { what, fault } => {
                let what = match what {
                    What::Key(key) => words.get(key),
                    What::Text(text) => text.clone(),
                    What::Unnamed => words.get("fault-this-field"),
                };
                say_fault(words, &what, fault)
            }
            Sentence::Own { key, fills } => {
                let fills: Vec<(&str, Value<'_>)> = fills
                    .iter()
                    .map(|(name, fill)| {
                        let value = match fill {
                            Fill::Text(text) => Value::from(text.as_str()),
                            Fill::Number(number) => Value::from(*number),
                        };
                        (*name, value)
                    })
                    .collect();
                words.fill(key, &fills)
            }
        };
        capitalised(&sentence)
    }
}

fn say_fault(words: &Words, what: &str, fault: &Fault) -> String {
    let key = format!("fault-{}", fault.key());
    match fault {
        Fault::TooLong { limit, count } | Fault::TooManyWords { limit, count } => words.fill(
            &key,
            &[
                ("what", what.into()),
                ("limit", (*limit).into()),
                ("count", (*count).into()),
            ],
        ),
        Fault::Forbidden { character } => words.fill(
            &key,
            &[
                ("what", what.into()),
                ("character", character.as_str().into()),
            ],
        ),
        Fault::OutOfRange { lowest, highest } => {
            let (key, lowest, highest) = match (lowest, highest) {
                (Some(lowest), Some(highest)) => {
                    ("fault-out-of-range", lowest.as_str(), highest.as_str())
                }
                (Some(lowest), None) => ("fault-too-low", lowest.as_str(), ""),
                (None, Some(highest)) => ("fault-too-high", "", highest.as_str()),
                (None, None) => ("fault-malformed", "", ""),
            };
            words.fill(
                key,
                &[
                    ("what", what.into()),
                    ("lowest", lowest.into()),
                    ("highest", highest.into()),
                ],
            )
        }
        _ => words.fill(&key, &[("what", what.into())]),
    }
}

/// The sentence with a large first letter, since a noun may begin it.
fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// All that is wrong with a form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors {
    pub(super) errors: Vec<FieldError>,
}

impl FieldErrors {
    /// The value, or a note of what is wrong with it at this field.
    ///
    /// `errors.take("name", "set-up-your-name", text::line(raw.get("name"), NAME_LIMIT))`
    pub fn take<T>(
        &mut self,
        field: &str,
        what: impl Into<What>,
        value: Result<T, Fault>,
    ) -> Option<T> {
        let what = what.into();
        if let Some(error) = self.errors.iter_mut().find(|error| error.field == field) {
            // The bytes were already found wrong; now it is known what they were to be.
            if let Sentence::Fault {
                what: named @ What::Unnamed,
                ..
            } = &mut error.sentence
            {
                *named = what;
            }
            return None;
        }
        match value {
            Ok(value) => Some(value),
            Err(fault) => {
                self.fault(field, what, fault);
                None
            }
        }
    }

    /// Notes a fault. A field says one thing at a time: its first error stays.
    pub fn fault(&mut self, field: &str, what: impl Into<What>, fault: Fault) {
        let what = what.into();
        self.put(field, Sentence::Fault { what, fault });
    }

    /// Notes an error with a sentence of its own.
    pub fn say(&mut self, field: &str, key: &'static str) {
        self.say_filled(field, key, Vec::new());
    }

    /// Notes an error with a sentence of its own that is filled.
    pub fn say_filled(&mut self, field: &str, key: &'static str, fills: Vec<(&'static str, Fill)>) {
        self.put(field, Sentence::Own { key, fills });
    }

    fn put(&mut self, field: &str, sentence: Sentence) {
        if self.of(field).is_none() {
            self.errors.push(FieldError {
                field: field.to_owned(),
                sentence,
            });
        }
    }

    /// Only the errors at fields that the page shows: what nobody asks for is ignored, however broken.
    #[must_use]
    pub fn only(mut self, is_shown: impl Fn(&str) -> bool) -> Self {
        self.errors.retain(|error| is_shown(&error.field));
        self
    }

    /// What is wrong with this field, if anything.
    pub fn of(&self, field: &str) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == field)
    }

    /// Every error as its sentence in these words, for the view.
    pub fn in_words(&self, words: &Words) -> Messages {
        let sentences = self.errors.iter();
        Messages(
            sentences
                .map(|error| (error.field.clone(), error.in_words(words)))
                .collect(),
        )
    }

    /// Every error, in order.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.errors.iter()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// Puts the errors into the order in which the page shows its fields, so that the summary reads
    /// from top to bottom; fields that are not named stay behind, as they came.
    pub fn in_order_of<'a>(&mut self, fields: impl IntoIterator<Item = &'a str>) {
        let order: Vec<&str> = fields.into_iter().collect();
        self.errors.sort_by_key(|error| {
            order
                .iter()
                .position(|field| *field == error.field)
                .unwrap_or(usize::MAX)
        });
    }
}

/// The sentences of a form's errors, each with its field's name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Messages(Vec<(String, String)>);

impl Messages {
    /// What is said at this field, if anything.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.iter()
            .find(|(name, _)| *name == field)
            .map(|(_, sentence)| sentence)
    }

    /// Every field and its sentence, in order, for the summary on top of the page.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(field, sentence)| (field.as_str(), sentence.as_str()))
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use plaudit_domain::text;

    use super::*;
    use crate::words::WordBook;

    #[test]
    fn a_field_says_one_thing_and_the_summary_follows_the_page() {
        let mut errors = FieldErrors::default();
        errors.fault("b", "fault-this-field", Fault::Missing);
        errors.say("a", "first");
        errors.say("a", "again");
        errors.in_order_of(["a", "b"]);
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["a", "b"]);
        assert_eq!(
            errors.of("a").map(|error| &error.sentence),
            Some(&Sentence::Own {
                key: "first",
                fills: vec![]
            })
        );
    }

    #[test]
    fn every_fault_has_its_sentence() {
        let words = WordBook::load().english();
        let faults = [
            text::line("", 9),
            text::line("much too long", 9),
            text::paragraphs("three words here", Some(2)),
            text::line("a\nb", 9),
            text::line("a\u{1}b", 9),
            Err(Fault::NotText),
            Err(Fault::Malformed),
            Err(Fault::OutOfRange {
                lowest: Some("1".to_owned()),
                highest: Some("5".to_owned()),
            }),
            Err(Fault::OutOfRange {
                lowest: None,
                highest: Some("5".to_owned()),
            }),
            Err(Fault::OutOfRange {
                lowest: Some("1".to_owned()),
                highest: None,
            }),
            Err(Fault::NotAChoice),
            Err(Fault::Repeated),
            Err(Fault::EndsBeforeStart),
            Err(Fault::NotAgreed),
            Err(Fault::Taken),
        ];
        let said: Vec<String> = faults
            .into_iter()
            .filter_map(Result::err)
            .map(|fault| {
                let mut errors = FieldErrors::default();
                errors.fault("field", "the sum".to_owned(), fault);
                let messages = errors.in_words(&words);
                messages.get("field").unwrap_or_default().to_owned()
            })
            .collect();
        assert_eq!(
            said,
            [
                "Enter the sum",
                "The sum must be 9 characters or fewer; it has 13",
                "The sum must be 2 words or fewer; it has 3",
                "The sum must fit on one line",
                "The sum has a character that cannot be kept (U+0001)",
                "The sum could not be read as text; type it again",
                "The sum is not in the right form",
                "The sum must be from 1 to 5",
                "The sum must be 5 or less",
                "The sum must be 1 or more",
                "Choose the sum from the list",
                "The sum is given twice",
                "The sum ends before it begins",
                "Agree to the sum to go on",
                "The sum is already in use"
            ]
        );
    }
}
