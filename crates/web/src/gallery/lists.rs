//! Many things, one thing and nothing: tables, pagers, summaries, cards and steps.
use maud::html;

use super::Exhibit;
use crate::ui::bumps::{Bump, Bumps};
use crate::ui::button::{Look, link_button};
use crate::ui::card::{Card, Figure, cards, figures};
use crate::ui::empty::empty;
use crate::ui::link::Link;
use crate::ui::pager::Pager;
use crate::ui::plot::{self, Mark, Plot, PlotLine};
use crate::ui::progress::progress;
use crate::ui::prose::as_typed;
use crate::ui::status_tag::status_tag;
use crate::ui::steps::{Step, StepState, Steps};
use crate::ui::summary_list::SummaryList;
use crate::ui::table::{Order, Table};
use crate::ui::tone::Tone;
use crate::words::Words;

type Row = (&'static str, &'static str, Tone, &'static str, &'static str);

const ROWS: &[Row] = &[
    (
        "Deborah Achebe",
        "Wychmere District Council",
        Tone::Honour,
        "Shortlisted",
        "78.4",
    ),
    (
        "Maximiliana Featherstonehaugh-Llanfairpwllgwyngyllgogerychwyrndrobwll",
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

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    vec![
        tables(),
        pagers(words),
        Exhibit::new("empties", "Nothing", "Used in place of a list with nothing in it: what is missing, and what will make it come.")
            .state("With the next step", &empty("No nominations yet", "They appear here as soon as the first is sent.", Some(&link_button(Look::Secondary, &Link::new("See the form as nominators do", &"/nominate/it-progress")))))
            .state("With a sentence alone", &empty("Nothing matches these filters", "Take one away, or clear them all.", None)),
        summaries(),
        dashboards(),
        steps(words),
        plots(),
        orders(),
    ]
}

/// A line for each mark, the first with single values as well.
fn plot_lines() -> Vec<PlotLine> {
    let labels = [
        "Deborah Achebe",
        ROWS[1].0,
        "Muhammad Saleem",
        "Iolo ap Rhys",
    ];
    (labels.iter().zip(Mark::ALL).zip([78.4, 71.0, 66.2, 52.9]))
        .map(|((label, mark), at)| PlotLine {
            label: (*label).to_owned(),
            mark,
            at: Some(at),
            between: Some((at - 6.0, at + 6.0)),
            dots: if mark == Mark::Plain {
                vec![73.0, 79.5, 82.0]
            } else {
                Vec::new()
            },
        })
        .collect()
}

fn meanings() -> Vec<(Mark, String)> {
    let words = [
        "Not known",
        "Safely in",
        "Too close to separate",
        "Safely out",
    ];
    Mark::ALL
        .into_iter()
        .zip(words.map(str::to_owned))
        .collect()
}

fn plots() -> Exhibit {
    let key = plot::key(&meanings());
    Exhibit::new("plots", "Plot", "Used where a shape says more than a column of numbers, always with a table that says the same.")
        .state("With ranges, single values, the cut and its key", &html! {
            (Plot::new("Scores with their ranges", plot_lines()).cut_below(2)) (key)
        })
        .state("Around a middle", &Plot::new("Points above the panel", vec![
            PlotLine { label: "Judge 1".to_owned(), at: Some(1.4), between: Some((0.2, 2.6)), ..PlotLine::default() },
            PlotLine { label: "Judge 2".to_owned(), at: Some(-0.9), between: Some((-2.0, 0.2)), ..PlotLine::default() },
        ]).around(0.0))
        .state("With one line", &Plot::new("One score", plot_lines().into_iter().take(1).collect()))
}

fn orders() -> Exhibit {
    let orders = ["Mean", "Calibrated", "Order alone"]
        .map(str::to_owned)
        .to_vec();
    let bump = |label: &str, mark, places: [Option<u32>; 3]| Bump {
        label: label.to_owned(),
        mark,
        places: places.to_vec(),
    };
    Exhibit::new("orders", "Orders side by side", "Used to show what several methods make of the same things, always with a table that says the same.")
        .state("With the cut", &Bumps::new("Places by three methods", orders, vec![
            bump("Deborah Achebe", Mark::Safe, [Some(1), Some(1), Some(1)]),
            bump("Muhammad Saleem", Mark::Open, [Some(2), Some(3), None]),
            bump("Iolo ap Rhys", Mark::Out, [Some(3), Some(4), Some(3)]),
        ], 2))
}

fn table(caption: &str, shown: usize, by_nominee: Option<Order>) -> Table<'static, Row> {
    let by_total = by_nominee.is_none().then_some(Order::Descending);
    Table::new(caption, &ROWS[..shown])
        .head("Nominee", |row| html! { a href="#tables" { (row.0) } })
        .sorted(&"?sort=-nominee", by_nominee)
        .words("Employer", |row| row.1)
        .sorted(&"?sort=employer", None)
        .words("Status", |row| status_tag(row.2, row.3))
        .numbers("Weighted total", |row| row.4)
        .sorted(&"?sort=total", by_total)
        .words("Received", |_| "1 Mar 2027, 16:30 GMT")
        .when(shown > 1, |table| {
            table.actions("Action", |row| {
                let name = row.0;
                html! { a href="#tables" { "Change" span.visually-hidden { " " (name) } } }
            })
        })
}

fn tables() -> Exhibit {
    let few = [("0", "Not addressed"), ("1", "Takes part")];
    Exhibit::new(
        "tables",
        "Tables",
        "Used for a list that is compared line by line. On a phone each row becomes a block, unless two columns are all.",
    )
    .state(
        "Many rows, sorted from the first, with a line below the second",
        &table("Nominations of 2027", 3, Some(Order::Ascending))
            .line_below(1, "The cut: up to 2 above this line".to_owned()),
    )
    .state(
        "One row, sorted from the largest, its caption heard only",
        &table("Nominations of 2026", 1, None).caption_hidden(),
    )
    .state(
        "Two columns, the head a number",
        &Table::new("Points", &few)
            .head_number("Points", |(points, _)| *points)
            .words("Meaning", |(_, meaning)| *meaning),
    )
}

fn pagers(words: &Words) -> Exhibit {
    let pager = |page, total| Pager {
        words,
        page,
        size: 25,
        total,
        path: &|page| format!("/gallery?page={page}"),
    };
    Exhibit::new("pagers", "Pagers", "Used under a long list.")
        .state("The first page", &pager(1, 213))
        .state("A page in the middle", &pager(4, 213))
        .state("The last page", &pager(9, 213))
        .state("Only one page", &pager(1, 3))
}

fn summaries() -> Exhibit {
    Exhibit::new(
        "summaries",
        "Summary lists",
        "Used for one thing, or for answers that are checked before they are sent.",
    )
    .state(
        "Answers that can be changed",
        &SummaryList::new()
            .row_with(
                "Nominee",
                html! { "Deborah Achebe" br; "Systems officer, planning" },
                Link::new("Change", &"#name"),
            )
            .row_with(
                "How were things before?",
                as_typed("Every planning letter was typed.\nA reply took nine days."),
                Link::new("Change", &"#answer"),
            ),
    )
    .state(
        "One of several with the same questions",
        &SummaryList::new().row_about(
            "How it was before",
            html! { "Every planning letter was typed." },
            Link::new("Change", &"#before"),
            Some("Progress claim 2"),
        ),
    )
    .state(
        "To be read only",
        &SummaryList::new().row(
            "Received",
            html! { "4:30pm on Monday 1 March 2027 (Europe/London time, GMT)" },
        ),
    )
}

fn dashboards() -> Exhibit {
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
    Exhibit::new("dashboards", "Figures and cards", "Used on a dashboard, and for a list of invitations.")
        .state("Figures", &figures(&counts))
        .state("Cards", &cards(&[
            Card::new("IT-progress award", html! { p { "Nominations close at noon on Tuesday 2 March 2027 (Europe/London time, GMT)." } })
                .link(&"/it-progress").above(status_tag(Tone::Active, "Open")),
            Card::new("Digital neighbour award", html! { p { "For a volunteer who got others online." } }).link(&"/digital-neighbour"),
            Card::new("Your cases", progress("7 of 12 cases scored", 7, 12)),
        ]))
        .state("One card, with a long name", &cards(&[
            Card::new("The Joint Prize of the Association of Volunteers in Parish and Town Councils for Patience with Printers", html! { p { "Nominations are closed." } })
                .link(&"/patience").above(status_tag(Tone::Plain, "Closed")),
        ]))
}

fn steps(words: &Words) -> Exhibit {
    let all = [
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
    Exhibit::new(
        "steps",
        "Steps",
        "Used for a long job: what is done, what is next, and what must wait for it.",
    )
    .state("Done, next and blocked", &Steps { words, steps: &all })
}
