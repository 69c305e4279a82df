//! How the gate of a case looks.

use maud::{Markup, html};
use plaudit_domain::interest::{Kind, Status, WORD_LIMIT};
use plaudit_domain::season;
use plaudit_store::reports::gate::{Answered, Gate, GateCase, Named};

use super::form::{ANSWER, DECLARED, KIND, NONE, REASON, UNSURE, WORDS};
use crate::http::actor::Judge;
use crate::http::field_errors::{FieldErrors, Messages};
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::judging::{Desk, Gate as GatePath, Recusal, Scorecard};
use crate::say;
use crate::shown::{case as shown_case, interest};
use crate::ui::button::{Look, PostButton, link_button, submit};
use crate::ui::details::details;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::page::Place;
use crate::ui::prose::as_typed;
use crate::ui::summary_list::SummaryList;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The gate, in whichever state it is.
pub(super) fn page(judge: &Judge, gate: &Gate, raw: &RawForm, errors: &FieldErrors) -> Answer {
    let words = &judge.words;
    let messages = errors.in_words(words);
    let (title, inner) = match gate {
        Gate::Out { number } => (
            say!(words, "gate-out-title", number = *number),
            html! { p { (say!(words, "gate-out-text")) } },
        ),
        Gate::Case(case) => (
            title(words, case),
            html! {
                (people(words, case))
                (state(words, case, raw, &messages))
            },
        ),
    };
    let above = match gate {
        Gate::Out { .. } => None,
        Gate::Case(case) => Some(shown_case::place_on_desk(words, case.number, case.progress)),
    };
    let heading = above.into_iter().fold(Heading::new(&title), Heading::above);
    let body = html! {
        (link::back(&Link::new(say!(words, "gate-back"), &Desk)))
        (error_summary(words, messages.iter()))
        (heading)
        (inner)
    };
    let answer = Answer::page(judge, Place::Judging, title, body);
    match gate {
        Gate::Out { .. } => answer,
        Gate::Case(case) => answer.liveried(&case.programme),
    }
}

fn title(words: &Words, case: &GateCase) -> String {
    match case.interest.status {
        status if status.is_open() && !case.interest.is_confirmed => {
            say!(words, "gate-still-title")
        }
        Status::Asked => say!(words, "gate-title"),
        Status::Declared | Status::Unsure => say!(words, "gate-waiting-title"),
        Status::None | Status::MayJudge | Status::Recused => say!(words, "gate-open-title"),
    }
}

fn people(words: &Words, case: &GateCase) -> Markup {
    let Some(nominee) = &case.nominee else {
        return html! { p { (say!(words, "gate-blind")) } };
    };
    let all = |people: &[Named]| html! { @for person in people { p { (named(words, person)) } } };
    let employer = nominee.employer.as_deref().unwrap_or_default();
    let mut list = SummaryList::new()
        .row(
            say!(words, "gate-nominee"),
            html! { bdi { (nominee.name) } },
        )
        .row(say!(words, "gate-employer"), html! { (employer) })
        .row(
            say!(words, "gate-nominators", count = case.nominators.len()),
            all(&case.nominators),
        );
    if !case.referees.is_empty() {
        list = list.row(
            say!(words, "gate-referees", count = case.referees.len()),
            all(&case.referees),
        );
    }
    html! { (list) }
}

fn named(words: &Words, person: &Named) -> Markup {
    html! {
        bdi { (person.name) }
        @if let Some(employer) = &person.employer { (say!(words, "gate-of", employer = employer.as_str())) }
    }
}

fn state(words: &Words, case: &GateCase, raw: &RawForm, messages: &Messages) -> Markup {
    let judging = case.season.status == season::Status::Judging;
    match case.interest.status {
        status if status.is_open() && !case.interest.is_confirmed && judging => {
            still(words, case, raw, messages)
        }
        Status::Asked if judging => question(words, case, raw, messages),
        Status::Asked => html! { p { (say!(words, "gate-not-judging")) } },
        Status::Declared | Status::Unsure => html! {
            (aside(Tone::Care, &html! { p { (say!(words, "gate-waits")) } }))
            (answered(words, &case.interest))
        },
        Status::None | Status::MayJudge | Status::Recused => html! {
            (answered(words, &case.interest))
            div.buttons {
                (link_button(Look::Primary, &Link::new(
                    say!(words, "gate-to-scorecard"),
                    &Scorecard { assignment: case.assignment },
                )))
            }
            @if judging { (stepping_out(words, case, raw, messages)) }
        },
    }
}

/// What was answered on the sheet, and whether it is still so: one press, or another answer.
fn still(words: &Words, case: &GateCase, raw: &RawForm, messages: &Messages) -> Markup {
    let path = GatePath {
        assignment: case.assignment,
    };
    let anew = question(words, case, raw, messages);
    html! {
        p { (say!(words, "gate-still-text")) }
        (answered(words, &case.interest))
        (PostButton::new(Look::Primary, say!(words, "gate-still"), &path).with(ANSWER, &NONE))
        // Whoever has just tried must see what is wrong.
        @if messages.is_empty() {
            (details(&say!(words, "gate-changed"), &anew))
        } @else {
            (anew)
        }
    }
}

fn question(words: &Words, case: &GateCase, raw: &RawForm, messages: &Messages) -> Markup {
    let answers = vec![
        Choice::new(NONE, say!(words, "gate-none")).hint(say!(words, "gate-none-hint")),
        Choice::new(DECLARED, say!(words, "gate-declared")).hint(say!(words, "gate-declared-hint")),
        Choice::new(UNSURE, say!(words, "gate-unsure")).hint(say!(words, "gate-unsure-hint")),
    ];
    let kinds = Kind::CHOSEN
        .into_iter()
        .map(|kind| {
            let asked = interest::kind_asked(words, kind, case.conflicts.look_back_years);
            let leads = interest::effect_short(words, case.conflicts.effect(kind));
            Choice::new(kind.as_str(), asked).hint(leads)
        })
        .collect();
    let path = GatePath {
        assignment: case.assignment,
    };
    let limit = u32::try_from(WORD_LIMIT).ok();
    let form = Form::post(
        &path,
        html! {
            (Field::radios(words, ANSWER, say!(words, "gate-question"), answers)
                .hint(if case.nominee.is_some() { say!(words, "gate-question-hint") } else { say!(words, "gate-blind-hint") })
                .value(raw.get(ANSWER)).error(messages.get(ANSWER)))
            // Out of the way once "no interest" is chosen, by the stylesheet alone.
            div.stack.interest-more {
                (Field::radios(words, KIND, say!(words, "gate-kind"), kinds)
                    .hint(say!(words, "gate-kind-hint"))
                    .value(raw.get(KIND)).error(messages.get(KIND)))
                (Field::area(words, WORDS, say!(words, "gate-words"))
                    .hint(say!(words, "gate-words-hint"))
                    .value(raw.get(WORDS)).error(messages.get(WORDS)).word_limit(limit).rows(5))
            }
            (submit(Look::Primary, &say!(words, "gate-continue")))
        },
    );
    html! {
        p { (say!(words, "gate-text")) }
        (form)
    }
}

fn answered(words: &Words, interest: &Answered) -> Markup {
    let mut list = SummaryList::new().row(
        say!(words, "gate-answer"),
        html! { (interest::answer(words, interest.status, interest.kind)) },
    );
    if !interest.words.is_empty() {
        list = list.row(say!(words, "gate-answer-words"), as_typed(&interest.words));
    }
    if !interest.ruling_reason.is_empty() {
        list = list.row(
            say!(words, "gate-ruling"),
            as_typed(&interest.ruling_reason),
        );
    }
    html! { (list) }
}

fn stepping_out(words: &Words, case: &GateCase, raw: &RawForm, messages: &Messages) -> Markup {
    let path = Recusal {
        assignment: case.assignment,
    };
    let form = Form::post(
        &path,
        html! {
            p { (say!(words, "gate-step-out-text")) }
            (Field::area(words, REASON, say!(words, "gate-reason"))
                .value(raw.get(REASON)).error(messages.get(REASON)).rows(3))
            (submit(Look::Warning, &say!(words, "gate-step-out")))
        },
    );
    let form = html! { (form) };
    // Whoever has just tried must see what is wrong.
    if messages.is_empty() {
        details(&say!(words, "gate-step-out-summary"), &form)
    } else {
        form
    }
}
