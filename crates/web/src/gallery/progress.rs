//! How far judging is, before anything is handed out, in the middle of it, and when reminders go.

use maud::html;
use plaudit_domain::ids::{CaseId, MembershipId};
use plaudit_domain::interest::conflicts::Ruler;
use plaudit_domain::progress::{Quorum, Tally};
use plaudit_domain::season::{Season, Status};
use plaudit_store::reports::Surroundings;
use plaudit_store::reports::progress::{CaseRow, JudgeRow, Progress};

use super::Exhibit;
use super::minutes::{programme, season};
use super::samples::{LONG_NAME, at, categories, id};
use crate::shown::progress::{self, Ways};
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    let to_case = |_| Some("/gallery".to_owned());
    let runs = Ways {
        here: "/gallery/records".to_owned(),
        reminders: "/gallery/records".to_owned(),
        rulings: Some("/gallery".to_owned()),
        invite: Some("/gallery".to_owned()),
        case: &to_case,
    };
    let nothing = of(Vec::new(), Vec::new());
    let half = of(judges(), cases());
    let chosen = [MembershipId(id(1)), MembershipId(id(2))];
    vec![
        Exhibit::new(
            "judging-progress",
            "How far judging is",
            "Used for administrators, and for chair and deputy without the cases that they are out of.",
        )
        .state(
            "Nothing is handed out",
            &progress::everybody(words, &nothing, 1, &runs),
        )
        .state(
            "In the middle of it, for who runs it",
            &progress::everybody(words, &half, 1, &runs),
        ),
        due(words),
        Exhibit::new(
            "judging-reminders",
            "Whom a reminder would go to",
            "Used before reminders are sent: nothing goes until the button is pressed.",
        )
        .state(
            "Two judges",
            &progress::reminders(words, &half, &chosen, &runs),
        )
        .state(
            "Nobody has anything left",
            &progress::reminders(words, &nothing, &chosen, &runs),
        ),
    ]
}

/// Where another page has room for it: each of its tables is there once.
pub(super) fn for_chair(words: &Words) -> Exhibit {
    let panel = Ways {
        here: "/gallery/cases".to_owned(),
        reminders: "/gallery/cases".to_owned(),
        rulings: None,
        invite: None,
        case: &|_| None,
    };
    let blind = Progress {
        is_blind: true,
        ..of(judges(), many())
    };
    Exhibit::new(
        "judging-progress-chair",
        "How far judging is, for the chair",
        "Used where the chair invites nobody and has no page of a case.",
    )
    .state(
        "Read without names, the last of several pages",
        &progress::everybody(words, &blind, 2, &panel),
    )
}

fn due(words: &Words) -> Exhibit {
    let ends_at = Some(at("2027-04-29T11:00:00Z"));
    let said = |ends_at, now: &str| {
        let mut found = of(judges(), cases());
        found.about.season.timetable.judging_ends_at = ends_at;
        let due = progress::due(words, &found, at(now));
        html! { p { (due.unwrap_or_else(|| "Nothing is said.".to_owned())) } }
    };
    Exhibit::new(
        "judging-due",
        "When the scores are due",
        "Used under the heading of that page.",
    )
    .state("In time", &said(ends_at, "2027-04-14T08:00:00Z"))
    .state("Overdue", &said(ends_at, "2027-04-30T08:00:00Z"))
    .state("No date set", &said(None, "2027-04-14T08:00:00Z"))
}

/// Two more than a page shows, those that cannot have their quorum first.
fn many() -> Vec<CaseRow> {
    let all = cases();
    let one = |number: i64| CaseRow {
        id: CaseId(id(number.unsigned_abs().into())),
        number,
        ..all[if number == 1 { 0 } else { 2 }].clone()
    };
    (1..=52).map(one).collect()
}

fn of(judges: Vec<JudgeRow>, cases: Vec<CaseRow>) -> Progress {
    Progress {
        about: Surroundings {
            programme: programme(),
            season: Season {
                status: Status::Judging,
                ..season()
            },
            categories: categories(),
            others: Vec::new(),
        },
        quorum: 3,
        ruler: Ruler::Administrator,
        reminding: None,
        judges,
        cases,
        is_blind: false,
    }
}

fn judges() -> Vec<JudgeRow> {
    let judge = |number, name: &str, tally| JudgeRow {
        membership: MembershipId(id(number)),
        name: name.to_owned(),
        email: format!("judge.{number}@judges.example"),
        tally,
        active_at: None,
        reminded_at: None,
    };
    vec![
        judge(1, LONG_NAME, tally(0, 0, 12)),
        JudgeRow {
            active_at: Some(at("2027-04-12T19:05:00Z")),
            reminded_at: Some(at("2027-04-14T08:00:00Z")),
            ..judge(
                2,
                "Bola Idris",
                Tally {
                    waiting: 1,
                    ..tally(7, 1, 3)
                },
            )
        },
        JudgeRow {
            active_at: Some(at("2027-04-13T21:40:00Z")),
            ..judge(
                3,
                "Rhiannon Pugh",
                Tally {
                    out: 2,
                    ..tally(10, 0, 0)
                },
            )
        },
    ]
}

fn cases() -> Vec<CaseRow> {
    let case = |number: i64, nominee: Option<&str>, tally, quorum| CaseRow {
        id: CaseId(id(number.unsigned_abs().into())),
        number,
        category: 0,
        nominee: nominee.map(str::to_owned),
        tally,
        quorum,
        active_at: Some(at("2027-04-13T21:40:00Z")),
    };
    let lost = Tally {
        out: 2,
        without: 1,
        ..tally(0, 1, 1)
    };
    vec![
        case(
            4,
            Some("Deborah Achebe"),
            lost,
            Quorum::Impossible { lacking: 1 },
        ),
        case(
            7,
            Some(LONG_NAME),
            Tally {
                waiting: 1,
                ..tally(1, 0, 1)
            },
            Quorum::Hanging { missing: 2 },
        ),
        case(
            1,
            Some("Muhammad Saleem"),
            tally(2, 1, 0),
            Quorum::Short { missing: 1 },
        ),
        case(2, None, tally(3, 0, 0), Quorum::Reached),
    ]
}

fn tally(done: usize, begun: usize, not_begun: usize) -> Tally {
    Tally {
        done,
        begun,
        not_begun,
        ..Tally::default()
    }
}
