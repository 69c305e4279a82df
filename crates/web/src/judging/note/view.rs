//! How a page that asks a judge for one text about a case looks.

use maud::html;
use plaudit_store::reports::scorecard::Scorecard as Card;

use crate::http::actor::Judge;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::note::NOTE;
use crate::http::response::Answer;
use crate::paths::judging::Scorecard;
use crate::say;
use crate::shown::case;
use crate::ui::button::{Look, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::Place;

/// The keys of what the page says.
pub(in crate::judging) struct Ask {
    pub(in crate::judging) title: &'static str,
    pub(in crate::judging) text: &'static str,
    pub(in crate::judging) label: &'static str,
    pub(in crate::judging) hint: &'static str,
    pub(in crate::judging) button: &'static str,
}

/// The page, with what was typed and what is wrong with it.
pub(in crate::judging) fn page(
    judge: &Judge,
    card: &Card,
    ask: &Ask,
    path: &impl ToString,
    (raw, errors): (&RawForm, &FieldErrors),
) -> Answer {
    let words = &judge.words;
    let messages = errors.in_words(words);
    let title = words.get(ask.title);
    let assignment = card.assignment;
    let nominee = card.case.nominee.as_ref();
    let called = case::called(
        words,
        card.case.number,
        nominee.map(|nominee| nominee.name.as_str()),
    );
    let back = say!(words, "note-back", nominee = called);
    let form = Form::post(
        path,
        html! {
            (Field::area(words, NOTE, words.get(ask.label)).hint(words.get(ask.hint))
                .value(raw.get(NOTE)).error(messages.get(NOTE)).rows(5))
            (submit(Look::Primary, &words.get(ask.button)))
        },
    );
    let body = html! {
        (link::back(&Link::new(back, &Scorecard { assignment })))
        (error_summary(words, messages.iter()))
        (Heading::new(&title).above(case::place_on_desk(words, card.case.number, card.progress)))
        p { (words.get(ask.text)) }
        (form)
    };
    Answer::page(judge, Place::Judging, title, body).liveried(&card.programme)
}
