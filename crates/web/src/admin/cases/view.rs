//! How the list of cases looks.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, Render, html};
use plaudit_domain::case::Status;
use plaudit_store::reports::cases::{Cases, PAGE};

use super::{SEASON, STATUS};
use crate::admin::desk::{self, Section};
use crate::admin::view::files;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Case, Cases as Path, Nominations};
use crate::paths::exports;
use crate::say;
use crate::shown::{named, status};
use crate::ui::button::{Look, link_button};
use crate::ui::empty::empty;
use crate::ui::fields::{Choice, Field, hidden};
use crate::ui::filter_bar::filter_bar;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::pager::Pager;
use crate::ui::table::Table;
use crate::words::Words;

/// A page of the cases of the season, or of those with this status.
pub(super) fn page(admin: &Admin, found: &Cases, chosen: Option<Status>) -> Answer {
    let words = &admin.words;
    let title = say!(words, "case-list-title");
    let season = found.about.season.id;
    let count: u64 = found.counts.values().sum();
    let to_page = |page: u64| Path.filtered(season, chosen, page);
    let nominations = Nominations { season };
    let screen = link_button(
        Look::Secondary,
        &Link::new(say!(words, "case-list-screen"), &nominations),
    );
    let body = html! {
        (Heading::new(&title).lede(say!(words, "case-list-lede", count = count)))
        (filter(words, found, chosen))
        @if found.rows.is_empty() {
            @match chosen {
                Some(_) => (empty(&say!(words, "case-list-none-title"), &say!(words, "case-list-none-text"), None)),
                None => (empty(&say!(words, "case-list-empty-title"), &say!(words, "case-list-empty-text"), Some(&screen))),
            }
        } @else {
            (table(words, found))
            (Pager { words, page: found.page, size: PAGE, total: found.total, path: &to_page })
            (files(words, "cases.csv", &exports::Cases { season }, &exports::CasesSheet { season }))
        }
    };
    desk::season_page(admin, Section::Cases, &found.about, title, body)
}

fn filter(words: &Words, found: &Cases, chosen: Option<Status>) -> Markup {
    let mut choices = vec![Choice::new("", say!(words, "case-every-status"))];
    choices.extend(Status::ALL.iter().filter_map(|of| {
        let count = found.counts.get(of).copied().unwrap_or(0);
        let label = say!(
            words,
            "case-status-count",
            status = status::say(words, *of),
            count = count
        );
        (count > 0 || chosen == Some(*of)).then(|| Choice::new(of.as_str(), label))
    }));
    let fields = html! {
        (hidden(SEASON, &found.about.season.id))
        (Field::select(words, STATUS, say!(words, "case-status"), choices)
            .value(chosen.map(Status::as_str).unwrap_or_default()))
    };
    let all = Path.of_season(found.about.season.id);
    let clear = chosen.map(|_| Link::new(say!(words, "case-clear"), &all));
    filter_bar(&Path, &fields, &say!(words, "case-filter"), clear.as_ref())
}

fn table(words: &Words, found: &Cases) -> Markup {
    // So many rows say so few different things that each is said once.
    let received: BTreeMap<u64, String> = found
        .rows
        .iter()
        .map(|row| row.received)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|count| {
            let of = say!(
                words,
                "case-received-of",
                received = count,
                required = found.required
            );
            (count, of)
        })
        .collect();
    let categories = &found.about.categories;
    let language = words.language();
    Table::new(say!(words, "case-table"), &found.rows)
        .numbers(say!(words, "case-number"), |row| row.number)
        .when(categories.len() > 1, |table| {
            table.words(
                say!(words, "case-category"),
                |row| html! { (categories[row.category].title.in_language(&language)) },
            )
        })
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
        .numbers(say!(words, "case-nominations"), |row| row.nominations)
        .numbers(
            say!(words, "case-scorecards"),
            |row| html! { (received[&row.received]) },
        )
        .numbers(say!(words, "case-recusals"), |row| row.recusals)
        .caption_hidden()
        .render()
}
