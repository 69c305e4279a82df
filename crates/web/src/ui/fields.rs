//! One question of a form: label, hint before the field, the error in the summary's very words, and the field with what was typed.
mod choice;
mod text;

use maud::{Markup, Render, html};

pub use self::choice::Choice;
use crate::say;
use crate::words::Words;

/// A field, built up: `Field::text(w, "name", label).hint(…).value(&form.name).error(errors.get("name"))`.
pub struct Field<'a> {
    words: &'a Words,
    name: String,
    label: String,
    hint: Option<String>,
    value: String,
    error: Option<String>,
    optional: bool,
    grand: bool,
    kind: Kind,
}

enum Kind {
    Line(text::Line),
    Area(text::Area),
    File(&'static str),
    Select(Vec<Choice>),
    Radios {
        choices: Vec<Choice>,
        inline: bool,
    },
    Checkboxes {
        choices: Vec<Choice>,
        chosen: Vec<String>,
    },
}

/// The element's id for a field's name: what the error summary links to. Brackets would not be valid in a fragment.
pub fn id(name: &str) -> String {
    name.chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect()
}

/// A field that is not seen.
pub fn hidden(name: &str, value: &impl ToString) -> Markup {
    html! { input type="hidden" name=(name) value=(value.to_string()); }
}

impl<'a> Field<'a> {
    fn new(
        words: &'a Words,
        name: impl Into<String>,
        label: impl Into<String>,
        kind: Kind,
    ) -> Self {
        Self {
            words,
            name: name.into(),
            label: label.into(),
            hint: None,
            value: String::new(),
            error: None,
            optional: false,
            grand: false,
            kind,
        }
    }

    /// One of several from a closed list; for up to about eight, radios are kinder.
    pub fn select(
        words: &'a Words,
        name: impl Into<String>,
        label: impl Into<String>,
        choices: Vec<Choice>,
    ) -> Self {
        Self::new(words, name, label, Kind::Select(choices))
    }

    /// One of several, all in view.
    pub fn radios(
        words: &'a Words,
        name: impl Into<String>,
        label: impl Into<String>,
        choices: Vec<Choice>,
    ) -> Self {
        Self::new(
            words,
            name,
            label,
            Kind::Radios {
                choices,
                inline: false,
            },
        )
    }

    /// Several of several, sent as one pair each; say which are chosen with [`Field::chosen`].
    pub fn checkboxes(
        words: &'a Words,
        name: impl Into<String>,
        label: impl Into<String>,
        choices: Vec<Choice>,
    ) -> Self {
        Self::new(
            words,
            name,
            label,
            Kind::Checkboxes {
                choices,
                chosen: Vec::new(),
            },
        )
    }

    /// What helps to answer, before the field.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What was typed or chosen, exactly as it came.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// The chosen values of checkboxes.
    #[must_use]
    pub fn chosen<S: AsRef<str>>(mut self, values: &[S]) -> Self {
        if let Kind::Checkboxes { chosen, .. } = &mut self.kind {
            *chosen = values
                .iter()
                .map(|value| value.as_ref().to_owned())
                .collect();
        }
        self
    }

    /// What is wrong with it, in the words of the error summary.
    #[must_use]
    pub fn error(mut self, error: Option<&str>) -> Self {
        self.error = error.map(str::to_owned);
        self
    }

    /// Says "(optional)" after the label; what is not marked is needed.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Marks it optional unless it is required, where that is data.
    #[must_use]
    pub fn required(mut self, required: bool) -> Self {
        self.optional = !required;
        self
    }

    /// A large label, for a page's long questions.
    #[must_use]
    pub fn grand(mut self) -> Self {
        self.grand = true;
        self
    }

    /// Radios beside each other, for two short answers.
    #[must_use]
    pub fn inline(mut self) -> Self {
        if let Kind::Radios { inline, .. } = &mut self.kind {
            *inline = true;
        }
        self
    }

    fn label_text(&self) -> Markup {
        html! {
            (self.label)
            @if self.optional { " " span.optional { (say!(self.words, "fields-optional")) } }
        }
    }

    fn hint_and_error(&self, id: &str) -> Markup {
        html! {
            @if let Some(hint) = &self.hint { p.hint id={ (id) "-hint" } { (hint) } }
            @if let Some(error) = &self.error { (error_line(self.words, id, error)) }
        }
    }

    /// What describes the field to a screen reader, in the order in which it is seen.
    fn described_by(&self, id: &str, also: Option<&str>) -> Option<String> {
        let parts: Vec<String> = [
            self.hint.is_some().then_some("hint"),
            self.error.is_some().then_some("error"),
            also,
        ]
        .into_iter()
        .flatten()
        .map(|part| format!("{id}-{part}"))
        .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let id = id(&self.name);
        let control = match &self.kind {
            Kind::Line(line) => text::line(self, line, &id),
            Kind::Area(area) => text::area(self, area, &id),
            Kind::File(accepted) => text::file(self, accepted, &id),
            Kind::Select(choices) => choice::select(self, choices, &id),
            Kind::Radios { choices, inline } => return choice::radios(self, choices, *inline, &id),
            Kind::Checkboxes { choices, chosen } => {
                return choice::checkboxes(self, choices, chosen, &id);
            }
        };
        html! {
            div.field .wrong[self.error.is_some()] .grand[self.grand] {
                label for=(id) { (self.label_text()) }
                (self.hint_and_error(&id))
                (control)
            }
        }
    }
}

/// Several fields under one question; the error belongs to the group and its id is the name's.
pub struct Fieldset<'a> {
    /// For the error's prefix.
    pub words: &'a Words,
    /// What the error summary links to.
    pub name: &'a str,
    /// The question.
    pub legend: &'a str,
    /// What helps to answer it.
    pub hint: Option<&'a str>,
    /// What is wrong with the group.
    pub error: Option<&'a str>,
    /// The fields.
    pub body: Markup,
}

impl Render for Fieldset<'_> {
    fn render(&self) -> Markup {
        let id = id(self.name);
        html! {
            fieldset.field.group #(id) .wrong[self.error.is_some()] tabindex="-1" {
                legend { (self.legend) }
                @if let Some(hint) = self.hint { p.hint { (hint) } }
                @if let Some(error) = self.error { (error_line(self.words, &id, error)) }
                (self.body)
            }
        }
    }
}

pub(super) fn error_line(words: &Words, id: &str, error: &str) -> Markup {
    html! {
        p.error id={ (id) "-error" } {
            span.visually-hidden { (say!(words, "fields-error")) " " }
            (error)
        }
    }
}
