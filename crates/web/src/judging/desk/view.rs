//! How a judge's desk looks.

use maud::{Markup, Render, html};
use plaudit_domain::season::{Category, Status};
use plaudit_domain::stage::Kind;
use plaudit_store::reports::desk::{DeskRow, DeskSeason, Progress, Step};

use super::own_scores;
use crate::http::actor::Judge;
use crate::http::response::Answer;
use crate::judging::deliberation::room_links;
use crate::judging::scorecards::views::keys;
use crate::paths::accounts::Interests;
use crate::paths::judging::{
    Confidentiality, Diagnostics, Gate, OfflinePack, Practice, Progress as PanelProgress, Rulings,
    Scorecard,
};
use crate::say;
use crate::shown::case;
use crate::ui::button::{Look, link_button};
use crate::ui::details::details;
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::page::{Layout, Place};
use crate::ui::progress::progress;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// All seasons, the latest first.
pub(super) fn page(judge: &Judge, seasons: &[DeskSeason]) -> Answer {
    let words = &judge.words;
    let title = say!(words, "desk-title");
    let has_next = seasons.iter().any(|desk| desk.next().is_some());
    let body = html! {
        (Heading::new(&title).beside(html! { @if has_next { (keys::opener(words)) } }))
        @if seasons.is_empty() {
            (empty(&say!(words, "desk-empty-title"), &say!(words, "desk-empty-text"), None))
        }
        @for desk in seasons { (season(words, desk)) }
        @if has_next { (keys::dialog(words, &keys::DESK)) }
    };
    let answer = Answer::page(judge, Place::Judging, title, body).layout(Layout::Wide);
    // A desk with the cases of two programmes wears the livery of neither.
    match seasons {
        [first, others @ ..]
            if others
                .iter()
                .all(|other| other.programme.id == first.programme.id) =>
        {
            answer.liveried(&first.programme)
        }
        _ => answer,
    }
}

fn season(words: &Words, desk: &DeskSeason) -> Markup {
    html! {
        section.stack {
            h2 { (desk.programme.words.title.in_language(&words.language())) " " (desk.season.name) }
            @if desk.awaits_acceptance {
                p { (say!(words, "desk-confidentiality")) }
                div.buttons { (link_button(Look::Primary, &Link::new(say!(words, "confidentiality-read"), &Confidentiality))) }
            } @else { (cases(words, desk)) }
        }
    }
}

/// Where the season stands, and its cases.
fn cases(words: &Words, desk: &DeskSeason) -> Markup {
    html! {
        @match desk.season.status {
            Status::Open | Status::Screening => {
                p { (say!(words, "desk-not-begun")) }
                @if desk.season.status == Status::Screening { (sheet(words, desk, Look::Primary)) }
                @if desk.is_blind { p { (say!(words, "desk-blind")) } }
                (due(words, desk))
            },
            Status::Judging => (in_judging(words, desk)),
            _ => {
                (over(words, desk))
                (room_links(words, &desk.meetings))
            },
        }
        (chairing(words, desk))
        (practice(words, desk))
        @if !desk.rows.is_empty() { (table(words, desk)) }
        @for number in &desk.out {
            p { (say!(words, "desk-out", number = *number)) }
        }
        @if desk.season.status == Status::Judging { (sheet(words, desk, Look::Quiet)) }
        @if desk.season.status == Status::Judging && desk.is_blind { p { (say!(words, "desk-blind")) } }
        @for number in &desk.abstained {
            p { (say!(words, "desk-abstained", number = *number)) }
        }
        (own_scores::table(words, &desk.own_scores))
        (more(words, desk))
        @if desk.has_practice && desk.progress().done > 0 {
            @let season = desk.season.id;
            p { (Link::new(say!(words, "desk-practice-again"), &Practice { season })) }
        }
    }
}

/// What whoever runs the panel has beside their own cases: interests to rule on, and how far everybody is.
fn chairing(words: &Words, desk: &DeskSeason) -> Markup {
    let season = desk.season.id;
    let has_begun = matches!(
        desk.season.status,
        Status::Screening | Status::Judging | Status::Deliberation
    );
    html! {
        @if desk.runs_panel && has_begun {
            h3 { (say!(words, "desk-chairing")) }
            ul.parts {
                @if let Some(count) = desk.rulings {
                    li { (Link::new(say!(words, "desk-rulings", count = count), &Rulings { season })) }
                }
                @if desk.season.status != Status::Screening {
                    li { (Link::new(say!(words, "desk-panel-progress"), &PanelProgress { season })) }
                }
                @for category in &desk.meetings {
                    li { (diagnostics(words, desk, category)) }
                }
            }
        }
    }
}

/// The way to what the scores of a category say of the panel.
fn diagnostics(words: &Words, desk: &DeskSeason, category: &Category) -> Link {
    let said = match desk.meetings.as_slice() {
        [_] => say!(words, "desk-diagnostics"),
        _ => say!(
            words,
            "desk-diagnostics-of",
            category = category.title.in_language(&words.language())
        ),
    };
    Link::new(
        said,
        &Diagnostics {
            category: category.id,
        },
    )
}

/// The way to the practice case until the first scorecard is in; afterwards it is found below.
fn practice(words: &Words, desk: &DeskSeason) -> Markup {
    let season = desk.season.id;
    html! {
        @if desk.has_practice && desk.progress().done == 0 && !is_new(desk) {
            p { (Link::new(say!(words, "desk-practice"), &Practice { season })) }
        }
    }
}

/// What few need, folded away: the cases to be read and scored without a network.
fn more(words: &Words, desk: &DeskSeason) -> Markup {
    let season = desk.season.id;
    let is_open = |row: &DeskRow| matches!(row.step, Step::Score | Step::GoOn | Step::Done);
    html! {
        @if desk.season.stage != Kind::Sift && desk.rows.iter().any(is_open) {
            (details(
                &say!(words, "desk-more"),
                &html! { p { (Link::new(say!(words, "desk-pack"), &OfflinePack { season })) } },
            ))
        }
    }
}

/// The way to one's sheet of interests, where there is one.
fn sheet(words: &Words, desk: &DeskSeason, look: Look) -> Markup {
    let path = Interests {
        season: desk.season.id,
    };
    html! {
        @if !desk.is_blind {
            @if look == Look::Primary { p { (say!(words, "desk-sheet-text")) } }
            div.buttons { (link_button(look, &Link::new(say!(words, "sheet-title"), &path))) }
        }
    }
}

/// Until when judges score, on the award's clock.
fn due(words: &Words, desk: &DeskSeason) -> Markup {
    let zone = desk.programme.words.zone.time_zone();
    html! {
        @if let Some(due) = desk.season.timetable.judging_ends_at {
            p { (say!(words, "desk-due", at = words.moment(due, &zone))) }
        }
    }
}

/// What comes after judging, which judges hear of like everybody else.
fn over(words: &Words, desk: &DeskSeason) -> Markup {
    let zone = desk.programme.words.zone.time_zone();
    let comes = match desk.season.status {
        Status::Deliberation | Status::Decided => desk.season.timetable.announcement_at,
        _ => None,
    };
    html! {
        @if desk.season.status == Status::Cancelled {
            p { (say!(words, "desk-cancelled")) }
        } @else {
            p { (say!(words, "desk-over")) }
        }
        @if let Some(at) = comes {
            p { (say!(words, "desk-announced", at = words.moment(at, &zone))) }
        }
    }
}

/// How many cases are done, as the stage has it.
fn how_far(words: &Words, desk: &DeskSeason) -> String {
    let Progress { done, of } = desk.progress();
    match desk.season.stage {
        Kind::Sift => say!(words, "desk-voted", done = done, of = of),
        Kind::Scoring | Kind::Interview => say!(words, "desk-progress", done = done, of = of),
    }
}

fn in_judging(words: &Words, desk: &DeskSeason) -> Markup {
    let Progress { done, of } = desk.progress();
    html! {
        @if of == 0 && desk.out.is_empty() {
            (empty(&say!(words, "desk-no-cases-title"), &say!(words, "desk-no-cases-text"), None))
        } @else {
            (progress(&how_far(words, desk), done as u64, of as u64))
            (due(words, desk))
            @if desk.season.stage != Kind::Scoring { p { (words.get(&format!("desk-stage-{}", desk.season.stage))) } }
            @if !desk.unread.is_empty() { p { (say!(words, "desk-unread", count = desk.unread.len())) } }
            @if desk.waiting() > 0 {
                p { (say!(words, "desk-waiting", count = desk.waiting())) }
            }
            @if is_new(desk) { (leading_in(words, desk)) }
            @match desk.next() {
                Some(row) => div.buttons data-next-on-desk { (link_button(Look::Primary, &Link::new(next_label(words, row), &target(row)))) },
                None if desk.waiting() == 0 => (aside(Tone::Good, &html! { p { (say!(words, "desk-all-done")) } })),
                None => p { (say!(words, "desk-only-waiting")) },
            }
        }
    }
}

/// Whether nothing was answered and nothing scored yet.
fn is_new(desk: &DeskSeason) -> bool {
    !desk.rows.is_empty() && desk.rows.iter().all(|row| row.step == Step::Gate)
}

/// The first steps of somebody who has just come, perhaps while the others are half done.
fn leading_in(words: &Words, desk: &DeskSeason) -> Markup {
    let season = desk.season.id;
    html! {
        p { (say!(words, "desk-new")) }
        ol {
            @if desk.has_practice { li { (Link::new(say!(words, "desk-practice"), &Practice { season })) } }
            @if !desk.is_blind {
                li {
                    (Link::new(say!(words, "desk-new-sheet"), &Interests { season }))
                    @if desk.rows.iter().all(|row| row.is_declared) {
                        " " (status_tag(Tone::Good, &say!(words, "desk-new-sheet-done")))
                    }
                }
            }
            li { (say!(words, "desk-new-first")) }
        }
    }
}

fn next_label(words: &Words, row: &DeskRow) -> String {
    let key = match row.step {
        Step::GoOn => "desk-go-on",
        _ => "desk-next",
    };
    say!(words, key, number = row.number)
}

/// Where a case is gone on with: at its gate until that is passed.
fn target(row: &DeskRow) -> String {
    let assignment = row.assignment;
    match row.step {
        Step::Gate | Step::Wait => Gate { assignment }.to_string(),
        Step::Score | Step::GoOn | Step::Done => Scorecard { assignment }.to_string(),
    }
}

fn table(words: &Words, desk: &DeskSeason) -> Markup {
    let language = words.language();
    let several = desk
        .rows
        .iter()
        .any(|row| row.category != desk.rows[0].category);
    Table::new(say!(words, "desk-table"), &desk.rows)
        .numbers(say!(words, "desk-case"), |row| row.number)
        .when(several, |table| {
            table.words(
                say!(words, "desk-category"),
                |row| html! { (row.category.in_language(&language)) },
            )
        })
        .head(
            say!(words, "desk-nominee"),
            |row| html! { a href=(target(row)) { bdi { (case::called(words, row.number, row.nominee.as_deref())) } } },
        )
        .when(!desk.is_blind, |table| {
            table.words(
                say!(words, "desk-employer"),
                |row| html! { (row.employer.as_deref().unwrap_or_default()) },
            )
        })
        .words(say!(words, "desk-status"), |row| tag(words, desk, row))
        .caption_hidden()
        .render()
}

fn tag(words: &Words, desk: &DeskSeason, row: &DeskRow) -> Markup {
    let (tone, key) = match row.step {
        Step::Gate if row.is_declared => (Tone::Plain, "desk-step-begin"),
        Step::Score if desk.season.stage == Kind::Sift => (Tone::Plain, "desk-step-vote"),
        Step::Gate => (Tone::Plain, "desk-step-gate"),
        Step::Wait => (Tone::Care, "desk-step-wait"),
        Step::Score => (Tone::Plain, "desk-step-score"),
        Step::GoOn => (Tone::Active, "desk-step-go-on"),
        Step::Done => (Tone::Good, "desk-step-done"),
    };
    status_tag(tone, &say!(words, key))
}
