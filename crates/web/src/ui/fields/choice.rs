//! Fields that are chosen from.
use maud::{Markup, html};

use super::Field;

/// One of the things that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    value: String,
    label: String,
    hint: Option<String>,
}

impl Choice {
    /// What is sent, and what is read.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
        }
    }

    /// A second line of explanation; not shown by a select.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

pub(super) fn select(field: &Field<'_>, choices: &[Choice], id: &str) -> Markup {
    html! {
        select
            #(id)
            name=(field.name)
            aria-describedby=[field.described_by(id, None)]
            aria-invalid=[field.error.is_some().then_some("true")]
        {
            @for choice in choices {
                option value=(choice.value) selected[choice.value == field.value] { (choice.label) }
            }
        }
    }
}

pub(super) fn radios(field: &Field<'_>, choices: &[Choice], inline: bool, id: &str) -> Markup {
    let options = choices.iter().enumerate().map(|(index, choice)| {
        option(
            "radio",
            field,
            choice,
            &option_id(id, index),
            choice.value == field.value,
        )
    });
    group(
        field,
        id,
        &html! { div.choices .inline[inline] { @for option in options { (option) } } },
    )
}

pub(super) fn checkboxes(
    field: &Field<'_>,
    choices: &[Choice],
    chosen: &[String],
    id: &str,
) -> Markup {
    let options = choices.iter().enumerate().map(|(index, choice)| {
        option(
            "checkbox",
            field,
            choice,
            &option_id(id, index),
            chosen.contains(&choice.value),
        )
    });
    let options = html! { div.choices { @for option in options { (option) } } };
    // A single box carries its own question: a group around it would say it twice.
    if choices.len() == 1 && field.label.is_empty() {
        return html! {
            div.field .wrong[field.error.is_some()] { (field.hint_and_error(id)) (options) }
        };
    }
    group(field, id, &options)
}

/// The first option has the field's own id, so that the error summary leads to it.
fn option_id(id: &str, index: usize) -> String {
    if index == 0 {
        id.to_owned()
    } else {
        format!("{id}-{}", index + 1)
    }
}

fn option(kind: &str, field: &Field<'_>, choice: &Choice, id: &str, checked: bool) -> Markup {
    let alone = field.label.is_empty();
    html! {
        div.choice {
            input
                #(id)
                type=(kind)
                name=(field.name)
                value=(choice.value)
                checked[checked]
                aria-describedby=[described_by(field, choice, id, alone)];
            label for=(id) {
                span.choice-label { (choice.label) }
                @if let Some(hint) = &choice.hint { span.choice-hint id={ (id) "-choice-hint" } { (hint) } }
            }
        }
    }
}

fn described_by(field: &Field<'_>, choice: &Choice, id: &str, alone: bool) -> Option<String> {
    let own = choice.hint.is_some().then(|| format!("{id}-choice-hint"));
    let group = if alone {
        field.described_by(id, None)
    } else {
        None
    };
    match (group, own) {
        (Some(group), Some(own)) => Some(format!("{group} {own}")),
        (group, own) => group.or(own),
    }
}

fn group(field: &Field<'_>, id: &str, options: &Markup) -> Markup {
    html! {
        fieldset.field .wrong[field.error.is_some()] .grand[field.grand]
            aria-describedby=[field.described_by(id, None)]
        {
            legend { (field.label_text()) }
            (field.hint_and_error(id))
            (options)
        }
    }
}
