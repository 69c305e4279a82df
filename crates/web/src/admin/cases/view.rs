//! How the list of cases looks.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, Render, html};
use plaudit_domain::case::Status;
use plaudit_domain::{acceptance, fact_check, policy};
use plaudit_store::cases::several::Together;
use plaudit_store::reports::cases::{Asked, CaseRow, Cases, CasesFilter, PAGE};

use super::filter::{self, ACCEPTANCE, CHOSEN, FACT_CHECK, MISSING, SEARCH, SEASON, STATUS};
use super::several;
use crate::admin::chosen::Chosen;
use crate::admin::desk::{self, Section};
use crate::admin::view::{files, ticked_elsewhere};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Case, Cases as Path, Nominations};
use crate::paths::exports;
use crate::say;
use crate::shown::status::Shown;
use crate::shown::{named, status};
use crate::ui::button::{Look, buttons, link_button, submit, submit_to};
use crate::ui::empty::empty;
use crate::ui::fields::{Choice, Field, hidden};
use crate::ui::filter_bar::filter_bar;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::pager::Pager;
use crate::ui::table::Table;
use crate::words::Words;

/// A page of the cases of the season that are asked for.
pub(super) fn page(admin: &Admin, found: &Cases, asked: &CasesFilter, chosen: &Chosen) -> Answer {
    let words = &admin.words;
    let title = say!(words, "case-list-title");
    let season = found.about.season.id;
    let counts = &found.counts;
    let to_page = |page: u64| Path.filtered(season, asked, page).to_string();
    let nominations = Nominations { season };
    let screen = link_button(
        Look::Secondary,
        &Link::new(say!(words, "case-list-screen"), &nominations),
    );
    let mut lede = say!(words, "case-list-lede", count = counts.here);
    if counts.out > 0 {
        lede.push(' ');
        lede.push_str(&say!(words, "case-list-out", count = counts.out));
    }
    let body = html! {
        (Heading::new(&title).lede(lede))
        (filters(words, found, asked))
        @if found.rows.is_empty() {
            @if filter::is_narrowed(asked) {
                (empty(&say!(words, "case-list-none-title"), &say!(words, "case-list-none-text"), Some(&html! { (Link::new(say!(words, "case-clear"), &Path.of_season(season))) })))
            } @else {
                (empty(&say!(words, "case-list-empty-title"), &say!(words, "case-list-empty-text"), Some(&screen)))
            }
        } @else {
            (choosing(words, found, asked, chosen))
            (Pager { words, page: found.page, size: PAGE, total: counts.total, path: &to_page })
            (files(words, "cases.csv", &exports::Cases { season }, &exports::CasesSheet { season }))
        }
    };
    desk::season_page(admin, Section::Cases, &found.about, title, body)
}

fn filters(words: &Words, found: &Cases, asked: &CasesFilter) -> Markup {
    let counts = &found.counts;
    let missing = |key: &str, count: u64| {
        let label = say!(words, "counted", what = words.get(key), count = count);
        Choice::new(MISSING, label)
    };
    let mut of_status = vec![Choice::new("", say!(words, "case-every-status"))];
    of_status.extend(counted(words, Status::ALL, &counts.status, asked.status));
    let mut of_acceptance = vec![
        Choice::new("", say!(words, "case-every-acceptance")),
        missing("case-acceptance-missing", counts.not_accepted),
    ];
    let chosen = is(asked.acceptance);
    of_acceptance.extend(counted(
        words,
        acceptance::Status::ALL,
        &counts.acceptance,
        chosen,
    ));
    let mut of_check = vec![
        Choice::new("", say!(words, "case-every-fact-check")),
        missing("case-fact-check-missing", counts.not_checked),
    ];
    let chosen = is(asked.fact_check);
    of_check.extend(counted(
        words,
        fact_check::Status::ALL,
        &counts.fact_check,
        chosen,
    ));
    let season = found.about.season.id;
    let fields = html! {
        (hidden(SEASON, &season))
        (Field::search(words, SEARCH, say!(words, "case-search"))
            .hint(say!(words, "case-search-hint"))
            .value(&asked.search))
        (Field::select(words, STATUS, say!(words, "case-status"), of_status)
            .value(asked.status.map(Status::as_str).unwrap_or_default()))
        (Field::select(words, ACCEPTANCE, say!(words, "case-acceptance"), of_acceptance)
            .value(filter::word(asked.acceptance, acceptance::Status::as_str)))
        (Field::select(words, FACT_CHECK, say!(words, "case-fact-check"), of_check)
            .value(filter::word(asked.fact_check, fact_check::Status::as_str)))
    };
    let all = Path.of_season(season);
    let clear = filter::is_narrowed(asked).then(|| Link::new(say!(words, "case-clear"), &all));
    filter_bar(&Path, &fields, &say!(words, "case-filter"), clear.as_ref())
}

/// The status that is asked for.
fn is<S>(asked: Option<Asked<S>>) -> Option<S> {
    match asked {
        Some(Asked::Is(status)) => Some(status),
        Some(Asked::Missing) | None => None,
    }
}

/// A choice for each status that some have, or that is chosen.
fn counted<S: Shown + Ord>(
    words: &Words,
    all: &[S],
    counts: &BTreeMap<S, u64>,
    chosen: Option<S>,
) -> Vec<Choice> {
    all.iter()
        .filter_map(|of| {
            let count = counts.get(of).copied().unwrap_or(0);
            let said = status::say(words, *of);
            let label = say!(words, "counted", what = said, count = count);
            (count > 0 || chosen == Some(*of)).then(|| Choice::new(of.word(), label))
        })
        .collect()
}

/// The list; while cases are screened, as a form in which some are ticked for what is done with several.
fn choosing(words: &Words, found: &Cases, asked: &CasesFilter, chosen: &Chosen) -> Markup {
    let season = found.about.season.id;
    let table = table(words, found, chosen);
    if !may_choose(found) {
        return table;
    }
    let to = |what: Together| {
        let label = words.get(&format!("cases-several-{}", several::word(what)));
        submit_to(Look::Secondary, &label, &several::path(season, what))
    };
    html! {
        form.stack.whole method="get" action=(several::path(season, Together::Tell)) {
            (table)
            (ticked_elsewhere(words, CHOSEN, &chosen.elsewhere(found.rows.iter().map(|row| row.id))))
            (buttons(&html! {
                (submit(Look::Secondary, &say!(words, "cases-several-tell")))
                (to(Together::FindEligible))
                (to(Together::Untell))
                (to(Together::Reopen))
                @if !chosen.is_all() {
                    (Link::new(say!(words, "several-tick-all"), &Path.with_all(season, asked)))
                }
            }))
        }
    }
}

fn may_choose(found: &Cases) -> bool {
    policy::may_screen(found.about.season.status).is_ok()
}

/// The box that ticks a case, where something can be done with it beside others.
fn tick(words: &Words, row: &CaseRow, chosen: &Chosen) -> Markup {
    html! {
        @if matches!(row.status, Status::Forming | Status::Eligible) {
            input type="checkbox" name=(CHOSEN) value=(row.id)
                aria-label=(say!(words, "cases-several-tick", number = row.number))
                checked[chosen.includes(row.id)];
        }
    }
}

fn table(words: &Words, found: &Cases, chosen: &Chosen) -> Markup {
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
        .when(may_choose(found), |table| {
            table.words(say!(words, "several-column"), |row| {
                tick(words, row, chosen)
            })
        })
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
            |row| html! { span.nowrap { (received[&row.received]) } },
        )
        .numbers(say!(words, "case-recusals"), |row| row.recusals)
        .caption_hidden()
        .render()
}
