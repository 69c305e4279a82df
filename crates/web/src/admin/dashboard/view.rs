//! How the dashboard looks.

use maud::{Markup, html};
use plaudit_domain::next_steps::{NextStep, State, Step as What};
use plaudit_domain::season::Timetable;
use plaudit_store::outbox::LetterStatus;
use plaudit_store::reports::dashboard::{Dashboard, SeasonRow};

use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Cases, Criteria, Deliberation, Interests, Judges, Minutes, Nominations, Outbox, People,
    Programmes, Progress, Questions, Season, SeasonAnnouncement, SeasonArchive, SeasonDecision,
    SeasonDeliberation, SeasonJudging, SeasonOpening, SeasonWords, Shortlist, StageMove,
    TermsVersions,
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
use crate::ui::steps::{Step, StepState, Steps};
use crate::ui::tone::Tone;
use crate::words::Words;

/// What an administrator comes to.
pub(super) fn page(admin: &Admin, dashboard: &Dashboard) -> Answer {
    let words = &admin.words;
    let title = say!(words, "dashboard-title");
    let body = html! {
        (Heading::new(&title))
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
        @if dashboard.seasons.is_empty() {
            (empty(&say!(words, "dashboard-empty-title"), &say!(words, "dashboard-empty-text"), Some(&html! {
                (link_button(Look::Primary, &Link::new(say!(words, "dashboard-set-up"), &Programmes)))
            })))
        }
        @for row in &dashboard.seasons { (of_season(words, row)) }
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

fn of_season(words: &Words, row: &SeasonRow) -> Markup {
    let title = row.programme.words.title.in_language(&words.language());
    let steps: Vec<Step> = row
        .steps
        .iter()
        .map(|next| step(words, row, next))
        .collect();
    html! {
        section.stack {
            h2 {
                (Link::new(say!(words, "named-season", programme = title, season = row.season.name.as_str()), &Season { season: row.season.id }))
                " "
                (season::status(words, row.season.status))
            }
            @if let Some(due) = next_date(words, row) { p { (due) } }
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
fn next_date(words: &Words, row: &SeasonRow) -> Option<String> {
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

fn step(words: &Words, row: &SeasonRow, next: &NextStep) -> Step {
    let zone = row.programme.words.zone.time_zone();
    let due = next
        .due_at
        .filter(|_| next.state != State::Done)
        .map(|at| say!(words, "dashboard-due", at = words.moment(at, &zone)));
    let sifts_short = next.step == What::Quorum && is_sifted(row);
    let left = (next.left > 0).then(|| {
        let key = if sifts_short {
            "dashboard-left-quorum-in-sift".to_owned()
        } else {
            format!("dashboard-left-{}", next.step)
        };
        words.fill(&key, &[("count", next.left.into())])
    });
    let note: Vec<String> = left.into_iter().chain(due).collect();
    Step {
        state: match next.state {
            State::Done => StepState::Done,
            State::Next => StepState::Next,
            State::Waiting => StepState::Blocked,
        },
        title: match next.step {
            What::Rulings if row.tally.chair_rules => {
                say!(words, "dashboard-step-rulings-by-chair")
            }
            What::Quorum if sifts_short => say!(words, "dashboard-step-quorum-in-sift"),
            What::Decide if row.unsigned.is_some() => say!(words, "dashboard-step-decide-by-chair"),
            step => words.get(&format!("dashboard-step-{step}")),
        },
        path: path(row, next.step).filter(|_| next.state != State::Done || !is_move(next.step)),
        note: (!note.is_empty()).then(|| note.join(" ")),
    }
}

/// Whether the season is in its sift: judges vote, and score nothing.
fn is_sifted(row: &SeasonRow) -> bool {
    row.season.stage == plaudit_domain::stage::Kind::Sift
}

/// Whether the step moves the season: once it has, there is no page for it.
fn is_move(step: What) -> bool {
    matches!(
        step,
        What::Open
            | What::BeginJudging
            | What::NextStage
            | What::BeginDeliberation
            | What::Decide
            | What::Announce
            | What::Archive
    )
}

/// Where a step is done, as far as it has a page.
fn path(row: &SeasonRow, step: What) -> Option<String> {
    let season = row.season.id;
    let category = row.categories.first().map(|category| category.id);
    match step {
        What::Screening => Some(Nominations { season }.waiting()),
        What::Confirmations => Some(Nominations { season }.unconfirmed()),
        What::Acceptances => Some(Cases.not_accepted(season)),
        What::FactChecks => Some(Cases.not_checked(season)),
        What::Eligibility => Some(Cases.forming(season)),
        What::Quorum => Some(Progress { season }.to_string()),
        What::Shortlist => category.map(|category| Shortlist { category }.to_string()),
        What::Rulings => Some(Interests { season }.waiting()),
        What::Judges => Some(Judges { season }.to_string()),
        What::Terms => {
            let programme = row.programme.id;
            Some(TermsVersions { programme }.to_string())
        }
        What::Dates => Some(SeasonWords { season }.to_string()),
        What::Questions => Some(Questions { season }.to_string()),
        What::Criteria => Some(Criteria { season }.to_string()),
        What::Open => Some(SeasonOpening { season }.to_string()),
        What::BeginJudging => Some(SeasonJudging { season }.to_string()),
        What::NextStage => Some(StageMove { season }.to_string()),
        What::BeginDeliberation => Some(SeasonDeliberation { season }.to_string()),
        What::Outcome => category.map(|category| Deliberation { category }.to_string()),
        What::Decide => Some(match row.unsigned {
            Some(category) => Minutes { category }.to_string(),
            None => SeasonDecision { season }.to_string(),
        }),
        What::Announce => Some(SeasonAnnouncement { season }.to_string()),
        What::Archive => Some(SeasonArchive { season }.to_string()),
    }
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
