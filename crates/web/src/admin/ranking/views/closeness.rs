//! Which cases around the cut the scores do not tell apart: the plain answer, before "How sure is this?".

use maud::{Markup, html};
use plaudit_domain::ids::CaseId;
use plaudit_domain::standing::certainty::{Certainty, Support};
use plaudit_store::reports::certainty::Known;
use plaudit_store::reports::ranking::Ranking;

use crate::admin::ranking::certainty::sentences;
use crate::paths::admin::Ranking as Path;
use crate::say;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::status_tag::status_tag;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The mark of a case that is too close to the cut to be separated from the others there.
pub(in super::super) fn mark(words: &Words, known: Option<&Known>, case: CaseId) -> Markup {
    let is_close = known
        .and_then(Known::latest)
        .is_some_and(|certainty| certainty.is_too_close(case));
    html! {
        @if is_close { " " (status_tag(Tone::Care, &say!(words, "certainty-open"))) }
    }
}

/// What the scores cannot separate, or that they separate all there is, in a sentence or two.
pub(in super::super) fn said(words: &Words, ranking: &Ranking, known: &Known) -> Markup {
    let again = Link::new(
        say!(words, "certainty-again"),
        &Path {
            category: ranking.category.id,
        },
    );
    html! {
        @match known {
            Known::Now(certainty) => (of(words, ranking, certainty)),
            Known::Before(certainty) => {
                (of(words, ranking, certainty))
                p.muted { (say!(words, "ranking-close-before")) " " (again) }
            },
            Known::NotYet => p.muted { (say!(words, "ranking-close-not-yet")) " " (again) },
        }
    }
}

fn of(words: &Words, ranking: &Ranking, certainty: &Certainty) -> Markup {
    let close: Vec<u32> = (ranking.rows.iter())
        .filter(|row| certainty.is_too_close(row.case))
        .filter_map(|row| row.place.rank)
        .collect();
    let is_measured = matches!(certainty.support, Support::Measured(_));
    let range = close.iter().min().zip(close.iter().max());
    html! {
        @if is_measured && certainty.groups < 2 {
            @if let Some((first, last)) = range {
                (aside(Tone::Care, &html! {
                    p { (say!(words, "ranking-close", count = close.len(), first = *first, last = *last)) }
                }))
            } @else {
                p { (say!(words, "ranking-none-close")) }
            }
        } @else if !certainty.cases.is_empty() {
            // That the panel cannot tell cases apart, or that groups are not linked, or why nothing can be said.
            (aside(Tone::Care, &html! {
                @for sentence in sentences::of(words, certainty) { p { (sentence) } }
            }))
        }
    }
}
