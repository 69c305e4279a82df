//! What to do next: the steps of a long job with what is done, what is next and what must wait for it.
use maud::{Markup, Render, html};

use super::status_tag::status_tag;
use super::tone::Tone;
use crate::say;
use crate::words::Words;

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// It is done.
    Done,
    /// It can be done now.
    Next,
    /// It waits for another step; the note says for which.
    Blocked,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    /// How it stands.
    pub state: StepState,
    /// What is to be done.
    pub title: String,
    /// Where it is done.
    pub path: Option<String>,
    /// What is missing, or what came of it.
    pub note: Option<String>,
}

/// The steps in the order in which they are taken.
pub struct Steps<'a> {
    /// The visitor's language.
    pub words: &'a Words,
    /// The steps.
    pub steps: &'a [Step],
}

impl Render for Steps<'_> {
    fn render(&self) -> Markup {
        html! { ol.steps { @for step in self.steps { (self.step(step)) } } }
    }
}

impl Steps<'_> {
    fn step(&self, step: &Step) -> Markup {
        let (class, tone, text) = match step.state {
            StepState::Done => ("done", Tone::Good, say!(self.words, "steps-done")),
            StepState::Next => ("next", Tone::Active, say!(self.words, "steps-next")),
            StepState::Blocked => ("blocked", Tone::Plain, say!(self.words, "steps-blocked")),
        };
        html! {
            li.step .(class) {
                div.step-text {
                    p.step-title {
                        @match (&step.path, step.state) {
                            (Some(path), StepState::Done | StepState::Next) => a href=(path) { (step.title) },
                            _ => (step.title),
                        }
                    }
                    @if let Some(note) = &step.note { p.step-note { (note) } }
                }
                (status_tag(tone, &text))
            }
        }
    }
}
