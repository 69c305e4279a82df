//! Why there is no plan, by judges, cases and conflicts, with the ways out.

use maud::{Markup, html};
use plaudit_domain::ids::{AccountId, CaseId};
use plaudit_domain::plan::{Because, Impossible};
use plaudit_store::reports::plan::{Made, PlanPage};

use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{AssignedCase, Assignment, AssignmentJudges, Interests, Judges};
use crate::say;
use crate::shown::named;
use crate::ui::details::details;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::tone::Tone;
use crate::words::Words;

/// More than so many names of one kind are counted and not listed.
const LISTED: usize = 20;

/// Why there is no plan.
pub(in crate::admin::assignment) fn impossible(
    admin: &Admin,
    page: &PlanPage,
    made: &Made,
    why: &Impossible,
) -> Answer {
    let words = &admin.words;
    let season = page.about.season.id;
    let title = say!(words, "assignment-impossible-title");
    let key = match why.because {
        Because::Fixed => "assignment-because-fixed",
        Because::LeastLoads => "assignment-because-least",
        Because::LoadsAndConflicts => "assignment-because-loads",
        Because::Experts => "assignment-because-experts",
        Because::OrganisationCap => "assignment-because-cap",
    };
    let short: Vec<Markup> = why
        .short
        .iter()
        .map(|(case, count)| html! {
            (case_link(words, page, made, *case)) ": " (say!(words, "assignment-missing", count = *count))
        })
        .collect();
    let idle: Vec<Markup> = why
        .idle
        .iter()
        .map(|(judge, count)| html! {
            (judge_name(words, made, *judge)) ": " (say!(words, "assignment-too-few", count = *count))
        })
        .collect();
    let named = |judges: &[AccountId]| -> Vec<Markup> {
        let all = judges.iter();
        all.map(|judge| judge_name(words, made, *judge)).collect()
    };
    // What is certain is said of all that compete together, where those that came out short are some of them.
    let competing: Vec<Markup> = if why.cases.len() > why.short.len() {
        let all = why.cases.iter();
        all.map(|case| case_link(words, page, made, *case))
            .collect()
    } else {
        Vec::new()
    };
    let (key_of_cases, text_of_cases) = if why.bound.is_empty() {
        ("assignment-competing", "assignment-competing-text")
    } else {
        ("assignment-bound-cases", "assignment-bound-text")
    };
    let conflicts: Vec<Markup> = why
        .conflicts
        .iter()
        .map(|(case, judge)| {
            html! {
                (judge_name(words, made, *judge)) " – " (case_link(words, page, made, *case))
            }
        })
        .collect();
    let body = html! {
        (back(&Link::new(say!(words, "assignment-title"), &Assignment { season })))
        (Heading::new(&title).above(desk::season_name(words, &page.about)))
        (aside(Tone::Bad, &html! {
            p { strong { (words.get(key)) } }
            p { (say!(words, "assignment-needed", needed = why.needed, offered = why.offered)) }
        }))
        (list(words, "assignment-short-cases", &short, None))
        (list(words, "assignment-idle-judges", &idle, None))
        (list(words, "assignment-bound-judges", &named(&why.bound), None))
        (list(words, key_of_cases, &competing, Some(text_of_cases)))
        (list(words, "assignment-full-judges", &named(&why.judges), None))
        (list(words, "assignment-already-judges", &named(&why.already), None))
        (list(words, "assignment-conflicts", &conflicts, None))
        section.stack {
            h2 { (say!(words, "assignment-ways-out")) }
            p { (possible(words, why)) }
            ul {
                li { (Link::new(say!(words, "assignment-way-options"), &Assignment { season })) }
                @if !room_is_no_help(why) {
                    li { (Link::new(say!(words, "assignment-way-loads"), &AssignmentJudges { season })) }
                }
                li { (Link::new(say!(words, "assignment-way-invite"), &Judges { season })) }
                @if !why.conflicts.is_empty() {
                    li { (Link::new(say!(words, "assignment-way-rule"), &Interests { season })) }
                }
            }
        }
        p.muted { (say!(words, "assignment-impossible-kept")) }
    };
    desk::season_page(admin, Section::Judges, &page.about, title, body)
}

/// Whether nobody who may still read the cases that are short is merely full.
fn room_is_no_help(why: &Impossible) -> bool {
    why.because == Because::LoadsAndConflicts && !why.short.is_empty() && why.judges.is_empty()
}

/// What has to change before there can be a plan.
fn possible(words: &Words, why: &Impossible) -> String {
    let sum = |lacks: u64| -> String {
        let key = match why.because {
            Because::LeastLoads => "assignment-possible-least",
            _ if why.short.is_empty() => "assignment-possible-idle",
            _ if why.judges.is_empty() => "assignment-possible-none",
            _ => "assignment-possible-short",
        };
        words.fill(key, &[("count", lacks.into())])
    };
    match why.because {
        Because::Fixed => say!(words, "assignment-possible-fixed"),
        Because::Experts => say!(words, "assignment-possible-experts"),
        Because::OrganisationCap => say!(words, "assignment-possible-cap"),
        Because::LeastLoads => sum(why.least.saturating_sub(why.needed)),
        Because::LoadsAndConflicts => {
            let short: u64 = why.short.iter().map(|(_, count)| u64::from(*count)).sum();
            let idle: u64 = why.idle.iter().map(|(_, count)| u64::from(*count)).sum();
            sum(if why.short.is_empty() { idle } else { short })
        }
    }
}

fn list(words: &Words, key: &str, items: &[Markup], about: Option<&str>) -> Markup {
    let summary = words.fill(key, &[("count", items.len().into())]);
    let all = html! {
        @if let Some(about) = about { p { (words.get(about)) } }
        ul { @for item in items { li { (item) } } }
    };
    html! {
        @if items.len() > LISTED {
            (details(&summary, &all))
        } @else if !items.is_empty() {
            section.stack { h2 { (summary) } (all) }
        }
    }
}

fn judge_name(words: &Words, made: &Made, judge: AccountId) -> Markup {
    html! {
        @match made.judge(judge) {
            Some(judge) => bdi { (judge.name) },
            None => (say!(words, "named-unknown")),
        }
    }
}

fn case_link(words: &Words, page: &PlanPage, made: &Made, id: CaseId) -> Markup {
    let season = page.about.season.id;
    html! {
        @match made.case(id) {
            Some(case) => a href=(AssignedCase { season, case: id }) {
                (case.number) " " bdi { (named::nominee_or_erased(words, case.nominee.as_deref())) }
            },
            None => (say!(words, "named-unknown")),
        }
    }
}
