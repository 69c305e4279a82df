//! How the practice case looks: reading beside scoring, then one's own scores beside the panel's.

use maud::{Markup, Render, html};
use plaudit_domain::criterion::Criterion;
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::scorecard::Scores;
use plaudit_store::practice::PracticeWords;
use plaudit_store::reports::desk::DeskSeason;

use crate::http::actor::Judge;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::judging::scorecards::form::SCORES;
use crate::judging::scorecards::views::{keys, scale};
use crate::paths::judging::{Desk, Practice, PracticeAnswers};
use crate::say;
use crate::ui::button::{Look, link_button, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::{Layout, Place};
use crate::ui::prose::as_typed;
use crate::ui::split::split;
use crate::ui::table::Table;
use crate::words::Words;

/// A season's practice case, for one of its judges.
pub(super) struct Example {
    pub(super) desk: DeskSeason,
    pub(super) rules: RuleSet,
    pub(super) case: PracticeWords,
}

/// The example beside the form.
pub(super) fn form(
    judge: &Judge,
    example: &Example,
    (raw, errors): (&RawForm, &FieldErrors),
) -> Answer {
    let words = &judge.words;
    let messages = errors.in_words(words);
    let path = PracticeAnswers {
        season: example.desk.season.id,
    };
    let working = html! {
        h2 #(SCORES) tabindex="-1" { (say!(words, "practice-scorecard")) }
        form method="get" action=(path.to_string()) novalidate data-keys {
            @for criterion in &example.rules.criteria {
                (scale(words, &example.rules, criterion, (raw, &messages)))
            }
            div.buttons { (submit(Look::Primary, &say!(words, "practice-compare"))) }
            div.form-bar {
                (scored(words, example, raw))
                (keys::opener(words))
            }
        }
        (keys::dialog(words, &keys::KEYS))
    };
    let summary = error_summary(words, messages.iter());
    page(judge, example, &summary, &working)
}

fn scored(words: &Words, example: &Example, raw: &RawForm) -> Markup {
    let criteria = &example.rules.criteria;
    let done = criteria
        .iter()
        .filter(|criterion| {
            !raw.trimmed(&crate::judging::scorecards::form::score(criterion.id))
                .is_empty()
        })
        .count();
    let of = criteria.len();
    html! {
        p {
            span data-scored=(say!(words, "scorecard-scored", done = "{done}", of = of)) {
                (say!(words, "scorecard-scored", done = done, of = of))
            }
        }
    }
}

/// What the judge gave, what the panel gives, and why.
pub(super) fn answers(judge: &Judge, example: &Example, given: &Scores) -> Answer {
    let words = &judge.words;
    let language = words.language();
    let value = |criterion: &Criterion, steps: Option<i64>| {
        steps
            .and_then(|steps| criterion.scale.value(steps))
            .map(|value| value.to_string())
            .unwrap_or_default()
    };
    let season = example.desk.season.id;
    let table = Table::new(say!(words, "practice-answers"), &example.rules.criteria)
        .head(say!(words, "practice-criterion"), |criterion| {
            criterion.title.in_language(&language).to_owned()
        })
        .numbers(say!(words, "practice-yours"), |criterion| {
            value(criterion, given.steps.get(&criterion.id).copied())
        })
        .numbers(say!(words, "practice-panels"), |criterion| {
            let answer = example.case.answers.get(&criterion.key);
            value(criterion, answer.map(|answer| answer.steps))
        })
        .words(say!(words, "practice-reason"), |criterion| {
            let answer = example.case.answers.get(&criterion.key);
            as_typed(answer.map_or("", |answer| answer.reason.as_str()))
        })
        .caption_hidden()
        .render();
    let working = html! {
        h2 #(SCORES) tabindex="-1" { (say!(words, "practice-answers")) }
        p { (say!(words, "practice-answers-text")) }
        (table)
        div.buttons {
            (link_button(Look::Primary, &Link::new(say!(words, "practice-to-desk"), &Desk)))
            (link_button(Look::Secondary, &Link::new(say!(words, "practice-again"), &Practice { season })))
        }
    };
    page(judge, example, &html! {}, &working)
}

fn page(judge: &Judge, example: &Example, summary: &Markup, working: &Markup) -> Answer {
    let words = &judge.words;
    let title = say!(words, "practice-title");
    let heading = Heading::new(example.case.nominee.as_str())
        .above(title.as_str())
        .lede(say!(words, "practice-lede"));
    let body = html! {
        (link::back(&Link::new(say!(words, "scorecard-back"), &Desk)))
        (summary)
        (split(
            &html! { (heading) div.stack.case-text { (as_typed(&example.case.content)) } },
            working,
        ))
    };
    let scores = format!("#{SCORES}");
    Answer::page(judge, Place::Judging, title, body)
        .layout(Layout::Full)
        .liveried(&example.desk.programme)
        .framed(|frame| {
            frame.skip = Some(Link::new(say!(words, "scorecard-to-scores"), &scores));
        })
}
