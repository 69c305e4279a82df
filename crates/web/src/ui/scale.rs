//! The points of a scale beside each other, each described, and a way to choose none, for one criterion of a scorecard.
use maud::{Markup, Render, html};

use super::fields;
use crate::say;
use crate::words::Words;

/// One criterion's scale: radios, a row of points on a wide page and a list on a phone.
pub struct Scale<'a> {
    /// For the error's prefix.
    pub words: &'a Words,
    /// The field's name.
    pub name: &'a str,
    /// The criterion, as the group's legend.
    pub legend: &'a str,
    /// What is asked, and how much it counts.
    pub hint: Option<&'a str>,
    /// The points from lowest to highest.
    pub points: &'a [Point],
    /// The value that was chosen, as it came; empty if none was.
    pub chosen: &'a str,
    /// What is wrong with it.
    pub error: Option<&'a str>,
}

/// One point of a scale.
#[derive(Clone, Debug)]
pub struct Point {
    /// What is sent and shown large.
    pub value: String,
    /// What it means.
    pub descriptor: String,
}

impl Render for Scale<'_> {
    fn render(&self) -> Markup {
        let id = fields::id(self.name);
        let described_by = [self.hint.map(|_| "hint"), self.error.map(|_| "error")]
            .into_iter()
            .flatten()
            .map(|part| format!("{id}-{part}"))
            .collect::<Vec<_>>()
            .join(" ");
        html! {
            fieldset.field.scale .wrong[self.error.is_some()]
                aria-describedby=[(!described_by.is_empty()).then_some(described_by)]
            {
                legend { (self.legend) }
                @if let Some(hint) = self.hint { p.hint id={ (id) "-hint" } { (hint) } }
                @if let Some(error) = self.error { (fields::error_line(self.words, &id, error)) }
                div.scale-points {
                    @for (index, point) in self.points.iter().enumerate() {
                        @let id = if index == 0 { id.clone() } else { format!("{id}-{}", index + 1) };
                        div.scale-point {
                            input #(id) type="radio" name=(self.name) value=(point.value) checked[point.value == self.chosen];
                            label for=(id) {
                                span.scale-value { (point.value) }
                                " "
                                span.scale-descriptor { (point.descriptor) }
                            }
                        }
                    }
                }
                @let none = format!("{id}-none");
                div.scale-none {
                    input #(none) type="radio" name=(self.name) value="" checked[self.chosen.is_empty()];
                    label for=(none) { (say!(self.words, "scale-none")) }
                }
            }
        }
    }
}
