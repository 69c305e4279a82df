//! A form as its page shows it: what is in it, what is wrong with it, and what somebody else saved meanwhile.

use axum::response::{IntoResponse, Response};
use plaudit_domain::text::{FIRST_LANGUAGE, Texts};

use crate::http::field_errors::{FieldErrors, Messages};
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::ui::fields::{Choice, Field};
use crate::words::Words;

/// The hidden field with the version or revision that the form was made from.
pub(super) const VERSION: &str = "version";

/// The buttons' field: which of them was pressed.
pub(super) const THEN: &str = "then";

/// The value of [`THEN`] that asks to save.
pub(super) const SAVE: &str = "save";

/// The value of [`THEN`] that asks to see the texts as they will look, and to save nothing.
pub(super) const PREVIEW: &str = "preview";

/// A form on its way to a page.
#[derive(Debug, Default)]
pub(super) struct Filled {
    /// What is in it, as it was typed.
    pub(super) raw: RawForm,
    /// What is wrong with it.
    pub(super) errors: FieldErrors,
    /// What is saved now, if that is not what the form was made from.
    pub(super) meanwhile: Option<RawForm>,
}

impl Filled {
    /// A form that nobody has sent yet.
    pub(super) fn fresh(raw: RawForm) -> Self {
        Self {
            raw,
            ..Self::default()
        }
    }

    /// A form that was refused.
    pub(super) fn wrong(raw: RawForm, errors: FieldErrors) -> Self {
        Self {
            raw,
            errors,
            meanwhile: None,
        }
    }

    /// A form whose subject somebody changed: it keeps what was typed, and goes on from what is saved now, so that
    /// sending it again means to.
    pub(super) fn stale(raw: RawForm, now: RawForm) -> Self {
        let version = now.get(VERSION).to_owned();
        Self {
            raw: raw.with(VERSION, &version),
            errors: FieldErrors::default(),
            meanwhile: Some(now),
        }
    }

    /// The page, with the status that goes with the form.
    pub(super) fn answer(&self, page: Answer) -> Response {
        if self.meanwhile.is_some() {
            page.conflict()
        } else if self.errors.is_empty() {
            page.into_response()
        } else {
            page.unprocessable()
        }
    }

    /// Its fields, for a view.
    pub(super) fn fields<'a>(&'a self, words: &'a Words) -> Fields<'a> {
        Fields {
            words,
            raw: &self.raw,
            messages: self.errors.in_words(words),
        }
    }
}

/// Fields that hold what was typed and say what is wrong with it.
pub(super) struct Fields<'a> {
    words: &'a Words,
    raw: &'a RawForm,
    messages: Messages,
}

impl<'a> Fields<'a> {
    fn filled(&self, name: &str, field: Field<'a>) -> Field<'a> {
        field
            .value(self.raw.get(name))
            .error(self.messages.get(name))
    }

    /// What is said at a field, for a group that shows it itself.
    pub(super) fn error(&self, name: &str) -> Option<&str> {
        self.messages.get(name)
    }

    pub(super) fn text(&self, name: &str, label: String) -> Field<'a> {
        self.filled(name, Field::text(self.words, name, label))
    }

    pub(super) fn area(&self, name: &str, label: String) -> Field<'a> {
        self.filled(name, Field::area(self.words, name, label))
    }

    pub(super) fn email(&self, name: &str, label: String) -> Field<'a> {
        self.filled(name, Field::email(self.words, name, label))
    }

    pub(super) fn telephone(&self, name: &str, label: String) -> Field<'a> {
        self.filled(name, Field::telephone(self.words, name, label))
    }

    pub(super) fn number(&self, name: &str, label: String) -> Field<'a> {
        self.filled(name, Field::number(self.words, name, label))
    }

    pub(super) fn date(&self, name: &str, label: String) -> Field<'a> {
        self.filled(name, Field::date(self.words, name, label))
    }

    pub(super) fn time(&self, name: &str, label: String) -> Field<'a> {
        self.filled(name, Field::time(self.words, name, label))
    }

    pub(super) fn select(&self, name: &str, label: String, choices: Vec<Choice>) -> Field<'a> {
        self.filled(name, Field::select(self.words, name, label, choices))
    }

    pub(super) fn radios(&self, name: &str, label: String, choices: Vec<Choice>) -> Field<'a> {
        self.filled(name, Field::radios(self.words, name, label, choices))
    }

    /// A single box to tick.
    pub(super) fn tick(&self, name: &str, label: String) -> Field<'a> {
        let choice = Choice::new(YES, label);
        let chosen: Vec<&str> = self.raw.all(name).collect();
        let field = Field::checkboxes(self.words, name, "", vec![choice]).chosen(&chosen);
        field.error(self.messages.get(name))
    }
}

/// The value of a box that is ticked.
pub(super) const YES: &str = "yes";

/// The version that the form was made from; one that cannot be read is older than any.
pub(super) fn version(raw: &RawForm) -> i64 {
    raw.trimmed(VERSION).parse().unwrap_or_default()
}

/// The same texts with this one in the first language.
pub(super) fn in_english(before: Option<&Texts>, text: String) -> Texts {
    before
        .cloned()
        .unwrap_or_default()
        .with(FIRST_LANGUAGE, text)
}
