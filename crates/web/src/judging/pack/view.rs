//! How the pack's page looks, and the choice where a filled form clashes with what is kept.

use maud::{Markup, html};
use plaudit_store::reports::pack::Pack;

use super::form::{FILE, Filled, FilledRow, KEEP, TAKE_FORM, choice};
use crate::http::actor::Judge;
use crate::http::response::Answer;
use crate::paths::judging::{Desk, OfflinePack, PackCases, PackChoices, PackScores};
use crate::say;
use crate::shown::case;
use crate::shown::two_versions::differences;
use crate::ui::button::{Look, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::Place;
use crate::words::Words;

/// What can be taken away, and the form to be brought back; what is wrong with one that was.
pub(super) fn page(judge: &Judge, pack: &Pack, faults: &[String]) -> Answer {
    let words = &judge.words;
    let season = pack.season.id;
    let title = say!(words, "pack-title");
    let first = faults.first().map(String::as_str);
    let form = Form::post(
        &OfflinePack { season },
        html! {
            (Field::file(words, FILE, say!(words, "pack-file"), ".csv").hint(say!(words, "pack-file-hint")).error(first))
            (submit(Look::Primary, &say!(words, "pack-take")))
        },
    )
    .with_files();
    let body = html! {
        (link::back(&Link::new(say!(words, "scorecard-back"), &Desk)))
        (error_summary(words, faults.iter().map(|fault| (FILE, fault.as_str()))))
        (Heading::new(&title).lede(say!(words, "pack-lede", count = pack.cases.len())))
        p { (say!(words, "pack-care")) }
        ul {
            li { (Link::new(say!(words, "pack-cases"), &PackCases { season })) }
            li { (Link::new(say!(words, "pack-scores"), &PackScores { season })) }
        }
        h2 { (say!(words, "pack-back-title")) }
        p { (say!(words, "pack-back-text")) }
        (form)
    };
    answer(judge, pack, title, body)
}

/// Each case in which the form and what is kept differ, with both values and a choice.
pub(super) fn clashes(judge: &Judge, pack: &Pack, filled: &Filled, open: &[&FilledRow]) -> Answer {
    let words = &judge.words;
    let season = pack.season.id;
    let title = say!(words, "pack-clash-title");
    let form = Form::post(
        &PackChoices { season },
        html! {
            (hidden(FILE, &filled.text))
            @for row in open { (clash(words, pack, row)) }
            (submit(Look::Primary, &say!(words, "pack-clash-save")))
        },
    );
    let body = html! {
        (link::back(&Link::new(say!(words, "pack-title"), &OfflinePack { season })))
        (Heading::new(&title).lede(say!(words, "pack-clash-lede")))
        (form)
    };
    answer(judge, pack, title, body)
}

fn clash(words: &Words, pack: &Pack, row: &FilledRow) -> Markup {
    let choices = vec![
        Choice::new(KEEP, say!(words, "pack-clash-keep")),
        Choice::new(TAKE_FORM, say!(words, "pack-clash-form")),
    ];
    let name = case::called_in_full(words, row.number, row.nominee.as_deref());
    html! {
        section.stack {
            h2 { (name) }
            (differences(words, &pack.rules.criteria, &row.kept, &row.typed))
            (Field::radios(words, choice(row.assignment), say!(words, "pack-clash-choice", case = name), choices).value(KEEP))
        }
    }
}

fn answer(judge: &Judge, pack: &Pack, title: String, body: Markup) -> Answer {
    Answer::page(judge, Place::Judging, title, body).liveried(&pack.programme)
}
