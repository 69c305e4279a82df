//! How a judge's own scores are spread: folded away, and nobody else's beside them.

use maud::{Markup, Render, html};
use plaudit_domain::criterion::Points;
use plaudit_store::reports::own_scores::OwnScores;

use crate::say;
use crate::ui::details::details;
use crate::ui::table::Table;
use crate::words::Words;

/// More points than this make no columns: the mean says what there is to say.
const COLUMNS: i64 = 11;

/// Each criterion with its mean, and how often each point was given where all scales have the same points.
pub(in crate::judging::desk) fn table(words: &Words, own: &[OwnScores]) -> Markup {
    let Some(first) = own.first() else {
        return html! {};
    };
    let scale = first.criterion.scale;
    let alike = own.iter().all(|each| each.criterion.scale == scale) && scale.steps() < COLUMNS;
    let language = words.language();
    let mut table = Table::new(say!(words, "own-scores-title"), own)
        .head(say!(words, "own-scores-criterion"), |own: &OwnScores| {
            own.criterion.title.in_language(&language).to_owned()
        })
        .numbers(say!(words, "own-scores-mean"), |own| {
            own.mean()
                .map_or_else(String::new, |mean| words.hundredths(mean))
        });
    if alike {
        for (steps, value) in scale.points() {
            table = table.numbers(point(words, value), move |own| {
                own.given.get(&steps).copied().unwrap_or_default()
            });
        }
    }
    details(
        &say!(words, "own-scores-title"),
        &html! {
            p { (say!(words, "own-scores-text")) }
            (table.caption_hidden().render())
        },
    )
}

fn point(words: &Words, value: Points) -> String {
    say!(words, "own-scores-point", value = value.to_string())
}
