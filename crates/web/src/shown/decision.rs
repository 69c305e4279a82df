//! A decision as a small form: what it is about, a reason where one is needed, and the button that takes it.

use jiff::tz::TimeZone;
use maud::{Markup, Render, html};
use plaudit_store::reports::shortlist::DecisionRow;

use super::named;
use crate::say;
use crate::ui::button::{Look, submit_as};
use crate::ui::details::details;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::notice::aside;
use crate::ui::prose::as_typed;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The hidden field that says which state of things was decided on.
pub const VERSION: &str = "version";

/// A decision that is open to whoever sees the page.
pub struct Decision<'a> {
    words: &'a Words,
    action: String,
    version: i64,
    title: String,
    hint: Option<String>,
    reason: Option<Reason>,
    more: Option<Markup>,
    buttons: Vec<(Look, String, &'static str, &'static str)>,
    folded: bool,
}

struct Reason {
    field: &'static str,
    label: String,
    typed: String,
    error: Option<String>,
    needed: bool,
}

impl<'a> Decision<'a> {
    /// A decision that posts to this path, about the thing in this version.
    pub fn new(
        words: &'a Words,
        action: &impl ToString,
        version: i64,
        title: impl Into<String>,
    ) -> Self {
        Self {
            words,
            action: action.to_string(),
            version,
            title: title.into(),
            hint: None,
            reason: None,
            more: None,
            buttons: Vec::new(),
            folded: false,
        }
    }

    /// What comes of it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Asks why; `typed` and `error` are those of the last try.
    #[must_use]
    pub fn reason(
        mut self,
        field: &'static str,
        label: impl Into<String>,
        typed: &str,
        error: Option<&str>,
    ) -> Self {
        self.reason = Some(Reason {
            field,
            label: label.into(),
            typed: typed.to_owned(),
            error: error.map(str::to_owned),
            needed: true,
        });
        self
    }

    /// Takes the decision without a reason too.
    #[must_use]
    pub fn optional(mut self) -> Self {
        if let Some(reason) = &mut self.reason {
            reason.needed = false;
        }
        self
    }

    /// Further fields, before the reason.
    #[must_use]
    pub fn fields(mut self, more: Markup) -> Self {
        self.more = Some(more);
        self
    }

    /// A button, which sends `name` with `value`.
    #[must_use]
    pub fn button(
        mut self,
        look: Look,
        label: impl Into<String>,
        name: &'static str,
        value: &'static str,
    ) -> Self {
        self.buttons.push((look, label.into(), name, value));
        self
    }

    /// Folds it away, where it is seldom wanted; it stays open after a try.
    #[must_use]
    pub fn folded(mut self) -> Self {
        self.folded = true;
        self
    }
}

impl Render for Decision<'_> {
    fn render(&self) -> Markup {
        let failed = self
            .reason
            .as_ref()
            .is_some_and(|reason| reason.error.is_some());
        if self.folded && !failed {
            return details(&self.title, &self.form());
        }
        html! {
            section.decision {
                h3 { (self.title) }
                (self.form())
            }
        }
    }
}

impl Decision<'_> {
    fn form(&self) -> Markup {
        let body = html! {
            @if let Some(hint) = &self.hint { p { (hint) } }
            (hidden(VERSION, &self.version))
            @if let Some(more) = &self.more { (more) }
            @if let Some(reason) = &self.reason {
                (Field::area(self.words, reason.field, &reason.label)
                    .rows(3)
                    .value(&reason.typed)
                    .error(reason.error.as_deref())
                    .required(reason.needed))
            }
            div.buttons {
                @for (look, label, name, value) in &self.buttons {
                    (submit_as(*look, label, name, value))
                }
            }
        };
        html! { (Form::post(&self.action, body)) }
    }
}

/// What was decided, by whom, when and why, and whether it was undone.
pub fn decided(words: &Words, decisions: &[DecisionRow], zone: &TimeZone) -> Markup {
    html! {
        ol.history {
            @for decision in decisions {
                li {
                    p {
                        strong { (words.get(&format!("decision-{}", decision.kind))) }
                        " "
                        (say!(
                            words,
                            "decision-by",
                            name = named::say(words, &decision.by),
                            at = words.moment_short(decision.at, zone)
                        ))
                    }
                    @if decision.departs { p { (say!(words, "decision-departs")) } }
                    @if !decision.reason.is_empty() { (as_typed(&decision.reason)) }
                    @if let Some((at, reason)) = &decision.undone {
                        p { (say!(words, "decision-undone", at = words.moment_short(*at, zone))) }
                        @if !reason.is_empty() { (as_typed(reason)) }
                    }
                }
            }
        }
    }
}

/// What somebody else decided while this was being decided, and what was typed, so that nothing of it is lost.
pub fn overtaken(words: &Words, decisions: &[DecisionRow], zone: &TimeZone, typed: &str) -> Markup {
    let body = html! {
        p { (say!(words, "deciding-stale")) }
        @if let Some(last) = decisions.first() { (decided(words, std::slice::from_ref(last), zone)) }
        @if !typed.trim().is_empty() { (self::typed(words, typed)) }
    };
    aside(Tone::Care, &body)
}

/// What was typed into a form that is not there any more.
pub fn typed(words: &Words, typed: &str) -> Markup {
    html! {
        p { strong { (say!(words, "deciding-typed")) } }
        (as_typed(typed))
    }
}

#[cfg(test)]
mod tests {
    use plaudit_domain::case::decision::Kind;

    use crate::words::WordBook;

    #[test]
    fn every_kind_of_decision_has_words() {
        let words = WordBook::load().english();
        let missing: Vec<String> = Kind::ALL
            .iter()
            .map(|kind| format!("decision-{kind}"))
            .filter(|key| words.get(key) == *key)
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }
}
