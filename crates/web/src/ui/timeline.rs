//! A timetable as a line with where we are on it.
use maud::{Markup, Render, html};

use crate::say;
use crate::words::Words;

/// Where a date stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It is over.
    Past,
    /// It is what we are in, or wait for next.
    Now,
    /// It comes later.
    Later,
}

/// One date of a timetable.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Where it stands today.
    pub when: When,
    /// What happens.
    pub what: String,
    /// Its date, time and zone in words.
    pub date: String,
}

/// A timetable.
pub struct Timeline<'a> {
    /// The visitor's language.
    pub words: &'a Words,
    /// The dates in their order.
    pub milestones: &'a [Milestone],
}

impl Render for Timeline<'_> {
    fn render(&self) -> Markup {
        html! {
            ol.timeline {
                @for milestone in self.milestones {
                    li .(milestone.when.class()) aria-current=[(milestone.when == When::Now).then_some("step")] {
                        p.timeline-what {
                            (milestone.what)
                            @if milestone.when == When::Past { span.visually-hidden { " " (say!(self.words, "timeline-past")) } }
                        }
                        p.timeline-date { (milestone.date) }
                    }
                }
            }
        }
    }
}

impl When {
    fn class(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Now => "now",
            Self::Later => "later",
        }
    }
}
