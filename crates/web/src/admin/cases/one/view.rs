//! How one case looks to who decides on it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use plaudit_domain::person::{Email, Person};
use plaudit_store::reports::case::{CasePage, JoinedRow};
use plaudit_store::reports::shortlist::DecisionRow;

use super::decisions;
use crate::admin::cases::referees;
use crate::admin::deciding::Attempt;
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Cases, History, Nomination, Place};
use crate::paths::exports::CasePackOfOne;
use crate::say;
use crate::shown::{fact, interest, named, status};
use crate::ui::error_summary::error_summary;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::split::split_level;
use crate::ui::summary_list::SummaryList;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The case, with what was tried on it.
pub(in crate::admin) fn page(admin: &Admin, case: &CasePage, attempt: &Attempt) -> Answer {
    let words = &admin.words;
    let nominee = named::nominee_or_erased(
        words,
        case.nominee.as_ref().map(|person| person.name.as_str()),
    );
    let title = say!(words, "named-case", number = case.number, nominee = nominee);
    let zone = case.about.programme.words.zone.time_zone();
    let messages = attempt.errors.in_words(words);
    let reading = html! {
        (about(words, case))
        (nominations(words, case, &zone))
        (referees::view::listed(words, case, &zone))
        p { (Link::new(say!(words, "case-pack-of-one"), &CasePackOfOne { category: case.category.id, case: case.id })) }
        (judges(words, case, &zone))
        (decided(words, &case.decisions, &zone))
        section.stack {
            h2 { (say!(words, "case-history")) }
            (fact::history(words, &case.history, &zone))
            p { (Link::new(say!(words, "case-in-ledger"), &History.of_case(case.id))) }
        }
    };
    let working = decisions::open(words, case, attempt);
    let body = html! {
        (back(&Link::new(say!(words, "case-back"), &Cases.of_season(case.about.season.id))))
        (error_summary(words, messages.iter()))
        @if attempt.stale { (aside(Tone::Care, &html! { p { (say!(words, "deciding-stale")) } })) }
        (Heading::new(&title)
            .above(case.category.title.in_language(&words.language()))
            .beside(status::tag(words, case.status)))
        (split_level(&reading, &working))
    };
    desk::season_page(admin, Section::Cases, &case.about, title, body).layout(Layout::Full)
}

fn about(words: &Words, case: &CasePage) -> SummaryList {
    let zone = case.about.programme.words.zone.time_zone();
    let nothing = || say!(words, "case-not-given");
    let of = |read: fn(&Person) -> Option<&str>| {
        case.nominee
            .as_ref()
            .and_then(read)
            .map_or_else(nothing, str::to_owned)
    };
    let told = case.told_at.map_or_else(
        || say!(words, "case-not-told"),
        |at| words.moment_short(at, &zone),
    );
    SummaryList::new()
        .row(
            say!(words, "case-role"),
            html! { (of(|person| person.role.as_deref())) },
        )
        .row(
            say!(words, "case-employer"),
            html! { (of(|person| person.employer.as_deref())) },
        )
        .row(
            say!(words, "case-email"),
            html! { (of(|person| person.email.as_ref().map(Email::as_str))) },
        )
        .row(
            say!(words, "case-acceptance"),
            html! { (status::tag(words, case.acceptance)) " " (told) },
        )
        .row(
            say!(words, "case-fact-check"),
            html! {
                (status::tag(words, case.fact_check))
                @if let Some(by) = &case.fact_check_by { " " (by) }
            },
        )
}

fn nominations(words: &Words, case: &CasePage, zone: &TimeZone) -> Markup {
    let season = case.about.season.id;
    let number = |row: &JoinedRow| {
        let path = Nomination {
            season,
            nomination: row.id,
        };
        html! { a.nowrap href=(path) { (row.number) } }
    };
    let table = Table::new(say!(words, "case-nominations"), &case.nominations)
        .head(say!(words, "nominations-number"), number)
        .words(
            say!(words, "nominations-nominator"),
            |row| html! { bdi { (named::nominee_or_erased(words, row.nominator.as_deref())) } },
        )
        .words(say!(words, "nominations-status"), |row| {
            status::tag(words, row.status)
        })
        .words(say!(words, "nominations-submitted"), |row| {
            moment(words, row.submitted_at, zone)
        })
        .caption_hidden();
    html! {
        section.stack {
            h2 { (say!(words, "case-nominations")) }
            @if case.nominations.is_empty() {
                p { (say!(words, "case-no-nominations")) }
            } @else {
                (table)
            }
        }
    }
}

fn judges(words: &Words, case: &CasePage, zone: &TimeZone) -> Markup {
    let table = Table::new(say!(words, "case-judges"), &case.judges)
        .head(say!(words, "case-judge"), |row| named::link(words, &row.name))
        .words(
            say!(words, "case-interest"),
            |row| html! { @if let Some(interest) = row.interest { (interest::status(words, interest)) } },
        )
        .words(say!(words, "case-scorecard"), |row| status::tag(words, row.status))
        .numbers(say!(words, "case-total"), |row| html! { @if let Some(total) = row.total { (total) } })
        .words(say!(words, "nominations-submitted"), |row| moment(words, row.submitted_at, zone))
        .caption_hidden();
    let category = case.category.id;
    html! {
        section.stack {
            h2 { (say!(words, "case-judges")) }
            @if case.judges.is_empty() {
                p { (say!(words, "case-no-judges")) }
            } @else {
                (table)
                p { (Link::new(say!(words, "case-to-shortlist"), &Place { category, case: case.id })) }
            }
        }
    }
}

fn moment(words: &Words, at: Option<Timestamp>, zone: &TimeZone) -> String {
    at.map(|at| words.moment_short(at, zone))
        .unwrap_or_default()
}

fn decided(words: &Words, decisions: &[DecisionRow], zone: &TimeZone) -> Markup {
    html! {
        @if !decisions.is_empty() {
            section.stack {
                h2 { (say!(words, "case-decisions")) }
                (crate::shown::decision::decided(words, decisions, zone))
            }
        }
    }
}
