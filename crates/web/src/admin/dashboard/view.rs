//! How the dashboard looks.

use maud::{Markup, html};
use plaudit_domain::season::Timetable;
use plaudit_store::outbox::LetterStatus;
use plaudit_store::reports::dashboard::{BeginningRow, Dashboard, SeasonRow};

use super::Here;
use super::steps::{self, is_sifted};
use crate::admin::desk::{self, Section};
use crate::admin::mail::no_server;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Cases, Interests, Judges, Nominations, Outbox, People, Programme, Programmes, Progress, Season,
};
use crate::say;
use crate::shown::season;
use crate::ui::button::{Look, link_button};
use crate::ui::card::{Figure, figures};
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::steps::{Step, Steps};
use crate::ui::tone::Tone;
use crate::words::Words;

/// What an administrator comes to.
pub(super) fn page(admin: &Admin, here: &Here, dashboard: &Dashboard) -> Answer {
    let words = &admin.words;
    let title = say!(words, "dashboard-title");
    let body = html! {
        (Heading::new(&title))
        @if !here.sends { (no_server(words)) }
        @if dashboard.letters_failed > 0 {
            (aside(Tone::Bad, &html! {
                p {
                    (say!(words, "dashboard-letters-failed", count = dashboard.letters_failed))
                    " "
                    (Link::new(say!(words, "dashboard-letters-see"), &Outbox.with_status(LetterStatus::Failed)))
                }
            }))
        }
        (kept(words, dashboard))
        @if !dashboard.has_programmes {
            (empty(&say!(words, "dashboard-empty-title"), &say!(words, "dashboard-empty-text"), Some(&html! {
                (link_button(Look::Primary, &Link::new(say!(words, "dashboard-set-up"), &Programmes)))
            })))
        }
        @for row in &dashboard.seasons { (of_season(words, here, row)) }
        @for row in &dashboard.beginnings { (of_beginning(words, row)) }
        @if dashboard.has_programmes && dashboard.seasons.is_empty() && dashboard.beginnings.is_empty() {
            (empty(&say!(words, "dashboard-over-title"), &say!(words, "dashboard-over-text"), Some(&html! {
                (link_button(Look::Primary, &Link::new(say!(words, "desk-programmes"), &Programmes)))
            })))
        }
    };
    desk::page(admin, Section::Dashboard, title, body).layout(Layout::Wide)
}

/// What is kept from the viewer by interests of their own; and the way out where nobody else can act.
fn kept(words: &Words, dashboard: &Dashboard) -> Markup {
    html! {
        @if dashboard.kept > 0 {
            (aside(Tone::Plain, &html! { p { (say!(words, "kept-from-you", count = dashboard.kept)) } }))
        }
        @if dashboard.unattended > 0 {
            (aside(Tone::Bad, &html! {
                p {
                    (say!(words, "kept-unattended", count = dashboard.unattended))
                    " "
                    (Link::new(say!(words, "kept-invite"), &People))
                }
            }))
        }
    }
}

/// A programme that never had a season.
fn of_beginning(words: &Words, row: &BeginningRow) -> Markup {
    let title = row.programme.words.title.in_language(&words.language());
    let steps: Vec<Step> = (row.steps.iter())
        .map(|next| steps::of_beginning(words, &row.programme, next))
        .collect();
    html! {
        section.stack {
            h2 { (Link::new(title, &Programme { programme: row.programme.id })) }
            (Steps { words, steps: &steps })
        }
    }
}

fn of_season(words: &Words, here: &Here, row: &SeasonRow) -> Markup {
    let title = row.programme.words.title.in_language(&words.language());
    let steps: Vec<Step> = row
        .steps
        .iter()
        .map(|next| steps::of_season(words, here, row, next))
        .collect();
    html! {
        section.stack {
            h2 {
                (Link::new(say!(words, "named-season", programme = title, season = row.season.name.as_str()), &Season { season: row.season.id }))
                " "
                (season::status(words, row.season.status))
            }
            @if let Some(due) = next_date(words, here, row) { p { (due) } }
            @if steps.is_empty() {
                p { (say!(words, "dashboard-nothing-to-do")) }
            } @else {
                (Steps { words, steps: &steps })
            }
            @if row.short > 0 {
                (aside(Tone::Bad, &html! {
                    p {
                        (say!(words, "dashboard-short", count = row.short))
                        " "
                        (Link::new(say!(words, "interests-title"), &Interests { season: row.season.id }))
                    }
                }))
            }
            (counts(words, row))
        }
    }
}

/// The date that comes next, with what it is.
fn next_date(words: &Words, here: &Here, row: &SeasonRow) -> Option<String> {
    use plaudit_domain::season::Status;
    use plaudit_domain::stage::Kind as Stage;
    let Timetable {
        opens_at,
        closes_at,
        judging_ends_at,
        decision_at,
        announcement_at,
    } = row.season.timetable;
    let (key, at) = match row.season.status {
        Status::Draft => ("dashboard-opens", opens_at),
        Status::Open if opens_at > Some(here.now) => ("dashboard-opens", opens_at),
        Status::Open => ("dashboard-closes", closes_at),
        Status::Screening | Status::Judging => (
            match row.season.stage {
                Stage::Sift => "dashboard-judging-ends-sift",
                Stage::Scoring => "dashboard-judging-ends",
                Stage::Interview => "dashboard-judging-ends-interview",
            },
            judging_ends_at,
        ),
        Status::Deliberation => ("dashboard-decision", decision_at),
        Status::Decided => ("dashboard-announcement", announcement_at),
        Status::Announced | Status::Archived | Status::Cancelled => return None,
    };
    let zone = row.programme.words.zone.time_zone();
    Some(words.fill(key, &[("at", words.moment(at?, &zone).into())]))
}

fn counts(words: &Words, row: &SeasonRow) -> Markup {
    let season = row.season.id;
    let tally = &row.tally;
    let figure = |number: u64, key: &str, path: Option<String>| Figure {
        number: words.number(i64::try_from(number).unwrap_or(i64::MAX)),
        label: words.fill(key, &[("count", number.into())]),
        path,
    };
    figures(&[
        figure(
            tally.nominations,
            "dashboard-count-nominations",
            Some(Nominations { season }.to_string()),
        ),
        figure(
            tally.cases,
            "dashboard-count-cases",
            Some(Cases.of_season(season)),
        ),
        figure(
            tally.judges,
            "dashboard-count-judges",
            Some(Judges { season }.to_string()),
        ),
        figure(
            tally.received,
            if is_sifted(row) {
                "dashboard-count-votes"
            } else {
                "dashboard-count-scorecards"
            },
            Some(Progress { season }.to_string()),
        ),
    ])
}
