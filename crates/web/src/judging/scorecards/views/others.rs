//! What the other judges of a case gave, beside one's own scorecard, where the rule set shows it.

use maud::{Markup, Render, html};
use plaudit_store::reports::scorecard::Scorecard as Card;

use crate::say;
use crate::ui::prose::as_typed;
use crate::ui::table::Table;
use crate::words::Words;

/// A row for each scorecard with its points, and what each says to the panel; nobody is named.
pub(super) fn table(words: &Words, card: &Card) -> Markup {
    let Some(others) = &card.others else {
        return html! {};
    };
    if others.is_empty() {
        return html! { p.muted { (say!(words, "others-none")) } };
    }
    let language = words.language();
    let numbered: Vec<_> = (1_usize..).zip(others).collect();
    let title = say!(words, "others-title");
    let table = Table::new(title.clone(), &numbered)
        .head_number(say!(words, "others-scorecard"), |(number, _)| *number);
    let table = card.rules.criteria.iter().fold(table, |table, criterion| {
        let title = criterion.title.in_language(&language).to_owned();
        table.numbers(title, |(_, other)| {
            let steps = other.steps.get(&criterion.id);
            let value = steps.and_then(|steps| criterion.scale.value(*steps));
            value.map(|value| value.to_string()).unwrap_or_default()
        })
    });
    let table = table
        .numbers(say!(words, "others-total"), |(_, other)| {
            other
                .total
                .map(|total| total.to_string())
                .unwrap_or_default()
        })
        .caption_hidden();
    html! {
        section.stack {
            h3 { (title) }
            p.muted { (say!(words, "others-text")) }
            (table.render())
            @for (number, other) in &numbered {
                @if !other.comment.is_empty() {
                    h4 { (say!(words, "others-comment", number = *number)) }
                    (as_typed(&other.comment))
                }
            }
        }
    }
}
