//! Lists, things and dashboards.
use maud::{Markup, html};

use super::shown;
use crate::ui::button::{Look, link_button};
use crate::ui::card::{Card, Figure, cards, figures};
use crate::ui::empty::empty;
use crate::ui::fields::{Choice, Field};
use crate::ui::filter_bar::filter_bar;
use crate::ui::link::Link;
use crate::ui::pager::Pager;
use crate::ui::progress::progress;
use crate::ui::status_tag::status_tag;
use crate::ui::steps::{Step, StepState, Steps};
use crate::ui::summary_list::SummaryList;
use crate::ui::table::{Column, Order, Table};
use crate::ui::tone::Tone;
use crate::words::Words;

pub(super) fn all(words: &Words) -> Markup {
    html! {
        (shown("lists", "A list with its filters", &list(words)))
        (shown("empties", "A list with nothing in it", &html! {
            (empty("No nominations yet", "They appear here as soon as the first is sent.", Some(&link_button(Look::Secondary, &Link::new("See the form as nominators do", &"/nominate/it-progress")))))
            (empty("Nothing matches these filters", "Take one away, or clear them all.", None))
        }))
        (shown("dashboards", "A dashboard", &dashboard(words)))
        (shown("summaries", "Answers to check", &html! {
            (SummaryList::new()
                .row_with("Nominee", html! { "Deborah Achebe" br; "Systems officer, planning" }, Link::new("Change", &"#name"))
                .row_with("How were things before?", html! { (crate::ui::prose::as_typed("Every planning letter was typed.\nA reply took nine days.")) }, Link::new("Change", &"#answer"))
                .row("Received", html! { "4:30pm on Monday 1 March 2027 (Europe/London time, GMT)" }))
        }))
    }
}

fn list(words: &Words) -> Markup {
    let rows = [
        (
            "Deborah Achebe",
            "Wychmere District Council",
            Tone::Honour,
            "Shortlisted",
            "78.4",
        ),
        (
            "Ieuan Prys-Davies",
            "Cyngor Bro Tegid",
            Tone::Good,
            "Accepted",
            "71",
        ),
        (
            "Muhammad Saleem",
            "North Ouse Combined Fire and Rescue Authority and Shared Service",
            Tone::Care,
            "Returned",
            "9.25",
        ),
    ];
    let columns = vec![
        Column::words("Nominee").sorted(&"?sort=-nominee", Some(Order::Ascending)),
        Column::words("Employer").sorted(&"?sort=employer", None),
        Column::words("Status"),
        Column::numbers("Weighted total").sorted(&"?sort=total", None),
        Column::words("Received"),
    ];
    html! {
        (filter_bar(&"/gallery", &html! {
            (Field::search(words, "search", "Search"))
            (Field::select(words, "status", "Status", vec![Choice::new("", "Any"), Choice::new("submitted", "Submitted")]))
        }, "Apply filters", Some(&Link::new("Clear filters", &"/gallery"))))
        (Table::new("Nominations of 2027", columns, html! {
            @for (name, employer, tone, status, total) in rows {
                tr {
                    th scope="row" { a href="#lists" { (name) } }
                    td { (employer) }
                    td { (status_tag(tone, status)) }
                    td.number { (total) }
                    td { "1 Mar 2027, 16:30 GMT" }
                }
            }
        }))
        (Pager { words, page: 4, size: 25, total: 213, path: &|page| format!("/gallery?page={page}") })
        (Pager { words, page: 1, size: 25, total: 3, path: &|page| format!("/gallery?page={page}") })
    }
}

fn dashboard(words: &Words) -> Markup {
    let steps = [
        (
            StepState::Done,
            "Approve the terms",
            Some("/admin/terms"),
            Some("Both stewards, 4 January 2027"),
        ),
        (
            StepState::Next,
            "Screen the nominations",
            Some("/admin/nominations"),
            Some("6 of 24 wait for you"),
        ),
        (
            StepState::Next,
            "Ask the judges for their interests",
            Some("/admin/interests"),
            None,
        ),
        (
            StepState::Blocked,
            "Pick the shortlist",
            Some("/admin/shortlist"),
            Some("After judging"),
        ),
    ]
    .map(|(state, title, path, note)| Step {
        state,
        title: title.to_owned(),
        path: path.map(str::to_owned),
        note: note.map(str::to_owned),
    });
    let counts = [
        ("24", "nominations", Some("/admin/nominations")),
        ("20", "nominees", None),
        ("1,204", "visits", None),
        ("7", "judges", Some("/admin/judges")),
    ]
    .map(|(number, label, path)| Figure {
        number: number.to_owned(),
        label: label.to_owned(),
        path: path.map(str::to_owned),
    });
    html! {
        (figures(&counts))
        h3 { "What needs doing next" }
        (Steps { words, steps: &steps })
        (cards(&[
            Card::new("IT-progress award", html! { p { "Nominations close at noon on Tuesday 2 March 2027 (Europe/London time, GMT)." } })
                .link(&"/it-progress").above(status_tag(Tone::Active, "Open")),
            Card::new("Digital neighbour award", html! { p { "For a volunteer who got others online." } }).link(&"/digital-neighbour"),
            Card::new("Your cases", html! { (progress("7 of 12 cases scored", 7, 12)) }),
            Card::new("Nothing yet", html! { (progress("0 of 0 cases scored", 0, 0)) }),
        ]))
    }
}
