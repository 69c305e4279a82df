//! Two versions of a scorecard: what another window or device kept beside what was typed here.

use maud::{Markup, html};
use plaudit_domain::criterion::Criterion;
use plaudit_domain::scorecard::Scores;

use crate::say;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::prose::as_typed;
use crate::ui::summary_list::SummaryList;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Where a form that was sent and what another window kept differ: both values, above the form that holds what was typed,
/// with the way to the kept ones.
pub(crate) fn after_sending(
    words: &Words,
    kept: &impl ToString,
    differences: &SummaryList,
) -> Markup {
    shown(
        words,
        differences,
        &html! {
            p { (say!(words, "scorecard-stale-text")) }
        },
        &html! { p { (Link::new(say!(words, "scorecard-stale-use-kept"), kept)) } },
    )
}

/// The same for the script, which puts it into the page that somebody is typing on, with a choice to be made there.
pub(crate) fn while_typing(
    words: &Words,
    kept: &impl ToString,
    differences: &SummaryList,
) -> Markup {
    shown(
        words,
        differences,
        &html! { p { (say!(words, "scorecard-stale-choose")) } },
        &html! {
            div.buttons {
                button.button.secondary type="button" data-keep-mine { (say!(words, "scorecard-stale-use-typed")) }
                a.button.quiet href=(kept.to_string()) data-keep-theirs { (say!(words, "scorecard-stale-use-kept")) }
            }
        },
    )
}

fn shown(words: &Words, differences: &SummaryList, what: &Markup, onward: &Markup) -> Markup {
    aside(
        Tone::Care,
        &html! {
            h3 { (say!(words, "scorecard-stale-title")) }
            (what)
            (differences)
            (onward)
        },
    )
}

/// Each criterion and comment in which two scorecards differ, with both values.
pub(crate) fn differences(
    words: &Words,
    criteria: &[Criterion],
    kept: &Scores,
    typed: &Scores,
) -> SummaryList {
    let language = words.language();
    let nothing = || say!(words, "scorecard-nothing");
    let mut list = SummaryList::new();
    for criterion in criteria {
        let (theirs, mine) = (
            kept.steps.get(&criterion.id),
            typed.steps.get(&criterion.id),
        );
        if theirs != mine {
            let value = |steps: Option<&i64>| {
                steps
                    .and_then(|steps| criterion.scale.value(*steps))
                    .map_or_else(nothing, |value| value.to_string())
            };
            let title = criterion.title.in_language(&language);
            let both = both(words, &value(theirs), &value(mine));
            list = list.row(title, both);
        }
    }
    for (key, theirs, mine) in [
        ("scorecard-comment", &kept.comment, &typed.comment),
        ("scorecard-strongest", &kept.strongest, &typed.strongest),
        (
            "scorecard-would-have-helped",
            &kept.would_have_helped,
            &typed.would_have_helped,
        ),
    ] {
        if theirs != mine {
            let said = |text: &String| {
                if text.is_empty() {
                    nothing()
                } else {
                    text.clone()
                }
            };
            list = list.row(words.get(key), both(words, &said(theirs), &said(mine)));
        }
    }
    list
}

fn both(words: &Words, kept: &str, typed: &str) -> Markup {
    html! {
        p { strong { (say!(words, "scorecard-stale-kept")) } }
        (as_typed(kept))
        p { strong { (say!(words, "scorecard-stale-typed")) } }
        (as_typed(typed))
    }
}
