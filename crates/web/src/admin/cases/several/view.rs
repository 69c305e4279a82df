//! How the previews of acting on several cases look.

use maud::{Markup, Render, html};
use plaudit_store::cases::several::Together;
use plaudit_store::reports::cases_chosen::{CasesChosen, ChosenCase};

use super::{CHOSEN, REASON, path, word, written};
use crate::admin::deciding::Attempt;
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Case, Cases};
use crate::say;
use crate::shown::{named, status};
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::table::Table;
use crate::words::Words;

/// What doing this would mean, and the button that does it.
pub(super) fn page(
    admin: &Admin,
    chosen: &CasesChosen,
    what: Together,
    attempt: &Attempt,
) -> Answer {
    let words = &admin.words;
    let season = chosen.about.season.id;
    let key = |part: &str| format!("cases-several-{}-{part}", word(what));
    let messages = attempt.errors.in_words(words);
    let title = words.get(&key("title"));
    let (open, others): (Vec<&ChosenCase>, Vec<&ChosenCase>) =
        chosen.rows.iter().partition(|row| row.may(what));
    let look = if what.needs_reason() {
        Look::Warning
    } else {
        Look::Primary
    };
    let label = if what.needs_reason() {
        say!(words, "deciding-reason")
    } else {
        say!(words, "case-note")
    };
    let mut why = Field::area(words, REASON, label)
        .rows(3)
        .value(attempt.raw.get(REASON))
        .error(messages.get(REASON));
    if !what.needs_reason() {
        why = why.optional();
    }
    let form = Form::post(
        &path(season, what),
        html! {
            @for row in &open { (hidden(CHOSEN, &written((row.id, row.version)))) }
            (table(words, &open))
            (why)
            (submit(look, &words.fill(&key("now"), &[("count", open.len().into())])))
        },
    );
    let body = html! {
        (back(&Link::new(say!(words, "case-back"), &Cases.of_season(season))))
        (error_summary(words, messages.iter()))
        (Heading::new(&title).lede(words.get(&key("lede"))))
        @if open.is_empty() {
            (empty(&say!(words, "several-none-title"), &say!(words, "cases-several-none-text"), None))
        } @else { (form) }
        @if !others.is_empty() {
            section.stack {
                h2 { (say!(words, "several-left-out")) }
                p { (words.get(&key("left-out"))) }
                (table(words, &others))
            }
        }
    };
    desk::season_page(admin, Section::Cases, &chosen.about, title, body)
}

fn table(words: &Words, rows: &[&ChosenCase]) -> Markup {
    Table::new(say!(words, "case-table"), rows)
        .numbers(say!(words, "case-number"), |row| row.number)
        .head(say!(words, "case-nominee"), |row| {
            let nominee = named::nominee_or_erased(words, row.nominee.as_deref());
            html! { a href=(Case { case: row.id }) { bdi { (nominee) } } }
        })
        .words(
            say!(words, "case-employer"),
            |row| html! { (row.employer.as_deref().unwrap_or_default()) },
        )
        .words(say!(words, "case-status"), |row| {
            status::tag(words, row.status)
        })
        .words(say!(words, "case-acceptance"), |row| {
            status::tag(words, row.acceptance)
        })
        .words(say!(words, "case-fact-check"), |row| {
            status::tag(words, row.fact_check)
        })
        .caption_hidden()
        .render()
}
