//! How judges' questions to the secretary look to who answers them.

use maud::{Markup, html};
use plaudit_domain::ids::SeasonId;
use plaudit_store::reports::enquiries::{Enquiries as Listed, EnquiryRow};

use super::{STATE, State};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::note::NOTE;
use crate::http::response::Answer;
use crate::paths::admin::{Enquiries, EnquiryAnswer, Judges};
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field};
use crate::ui::filter_bar::filter_bar;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::Layout;
use crate::ui::prose::as_typed;
use crate::words::Words;

/// Every question that is asked for, each with its answer or the way to it.
pub(super) fn list(admin: &Admin, listed: &Listed, asked: Option<State>) -> Answer {
    let words = &admin.words;
    let title = say!(words, "enquiries-title");
    let season = listed.about.season.id;
    let count = |state: State| listed.rows.iter().filter(|row| state.holds(row)).count();
    let rows = listed
        .rows
        .iter()
        .filter(|row| asked.is_none_or(|state| state.holds(row)));
    let lede = say!(
        words,
        "enquiries-counts",
        count = listed.rows.len(),
        waiting = count(State::Waiting)
    );
    let body = html! {
        (link::back(&Link::new(say!(words, "enquiries-back"), &Judges { season })))
        (Heading::new(&title).above(desk::season_name(words, &listed.about)).lede(lede))
        p { (say!(words, "enquiries-lede")) }
        @if listed.rows.is_empty() {
            (empty(&say!(words, "enquiries-empty-title"), &say!(words, "enquiries-empty-text"), None))
        } @else {
            (filter(words, season, count, asked))
            @if asked.is_some_and(|state| count(state) == 0) {
                (empty(&say!(words, "enquiries-none-title"), &say!(words, "enquiries-none-text"), None))
            }
        }
        @for row in rows {
            section.stack {
                h2 { (case_of(words, row)) }
                (question(words, listed, row))
                @match &row.answer {
                    Some((answer, at)) => {
                        h3 { (say!(words, "enquiry-answered", at = words.moment_short(*at, &listed.about.programme.words.zone.time_zone()))) }
                        (as_typed(answer))
                    },
                    None => {
                        @let path = EnquiryAnswer { season, enquiry: row.id };
                        p {
                            a href=(path) {
                                (say!(words, "enquiries-answer"))
                                span.visually-hidden { " " (row.judge) ", " (case_of(words, row)) }
                            }
                        }
                    },
                }
            }
        }
    };
    desk::season_page_at(
        admin,
        Section::Judges,
        &listed.about,
        (title, body),
        &|season| Enquiries { season }.to_string(),
    )
}

fn filter(
    words: &Words,
    season: SeasonId,
    count: impl Fn(State) -> usize,
    asked: Option<State>,
) -> Markup {
    let mut choices = vec![Choice::new("", say!(words, "enquiries-every-state"))];
    choices.extend(State::ALL.into_iter().map(|state| {
        let said = words.get(&format!("enquiries-state-{}", state.as_str()));
        let label = say!(words, "counted", what = said, count = count(state));
        Choice::new(state.as_str(), label)
    }));
    let field = Field::select(words, STATE, say!(words, "enquiries-state"), choices)
        .value(asked.map(State::as_str).unwrap_or_default());
    let all = Enquiries { season };
    let clear = asked.map(|_| Link::new(say!(words, "case-clear"), &all));
    filter_bar(
        &all,
        &html! { (field) },
        &say!(words, "case-filter"),
        clear.as_ref(),
    )
}

fn case_of(words: &Words, row: &EnquiryRow) -> String {
    say!(
        words,
        "named-case",
        number = row.number,
        nominee = row.nominee.as_str()
    )
}

fn question(words: &Words, listed: &Listed, row: &EnquiryRow) -> Markup {
    let zone = listed.about.programme.words.zone.time_zone();
    html! {
        p.muted {
            (say!(words, "enquiries-asked", judge = row.judge.as_str(), at = words.moment_short(row.asked_at, &zone)))
        }
        (as_typed(&row.question))
    }
}

/// One question with the form for its answer; none if it is not of this season, or answered already.
pub(super) fn one(
    admin: &Admin,
    listed: &Listed,
    path: &EnquiryAnswer,
    (raw, errors): (&RawForm, &FieldErrors),
) -> Option<Answer> {
    let row = listed
        .rows
        .iter()
        .find(|row| row.id == path.enquiry && row.answer.is_none())?;
    let words = &admin.words;
    let messages = errors.in_words(words);
    let title = say!(words, "enquiries-answer-title");
    let season = path.season;
    let form = Form::post(
        path,
        html! {
            (Field::area(words, NOTE, say!(words, "enquiries-answer-label"))
                .hint(say!(words, "enquiries-answer-hint"))
                .value(raw.get(NOTE)).error(messages.get(NOTE)).rows(5))
            (submit(Look::Primary, &say!(words, "enquiries-send")))
        },
    );
    let body = html! {
        (link::back(&Link::new(say!(words, "enquiries-title"), &Enquiries { season })))
        (error_summary(words, messages.iter()))
        (Heading::new(&title).above(case_of(words, row)))
        (question(words, listed, row))
        (form)
    };
    let page = desk::season_page_at(
        admin,
        Section::Judges,
        &listed.about,
        (title, body),
        &|season| Enquiries { season }.to_string(),
    );
    Some(page.layout(Layout::Narrow))
}
