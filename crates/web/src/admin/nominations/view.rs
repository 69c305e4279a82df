//! How the list of nominations looks.

use maud::{Markup, Render, html};
use plaudit_domain::eligibility::Outlook;
use plaudit_domain::nomination::Status;
use plaudit_domain::policy;
use plaudit_domain::season::Status as SeasonStatus;
use plaudit_store::reports::nominations::{
    Mark, NominationRow, Nominations, NominationsFilter, PAGE, Sort,
};

use super::filter::{self, CHOSEN, MARK, SEARCH, SORT, STATUS};
use crate::admin::chosen::Chosen;
use crate::admin::desk::{self, Section};
use crate::admin::view::ticked_elsewhere;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Acceptances, AcceptancesRemoval, Case, Nomination, Nominations as Path, Reminders, Season,
};
use crate::paths::exports::{Nominations as File, NominationsSheet};
use crate::paths::public::Nominate;
use crate::say;
use crate::shown::{nomination, status};
use crate::ui::button::{Look, buttons, link_button, submit, submit_to};
use crate::ui::empty::empty;
use crate::ui::fields::{Choice, Field};
use crate::ui::filter_bar::filter_bar;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::pager::Pager;
use crate::ui::status_tag::status_tag;
use crate::ui::table::{Order, Table};
use crate::ui::tone::Tone;
use crate::words::Words;

/// A page of nominations.
pub(super) fn page(
    admin: &Admin,
    path: &Path,
    found: &Nominations,
    asked: &NominationsFilter,
    chosen: &Chosen,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "nominations-title");
    let file = File {
        season: path.season,
    };
    let to_page = |page: u64| path.filtered(asked, asked.sort, page);
    let body = html! {
        (Heading::new(&title).lede(say!(words, "nominations-lede", count = found.all)).beside(html! {
            div.buttons {
                (link_button(Look::Secondary, &Link::new(say!(words, "nominations-file"), &file)))
                (link_button(Look::Secondary, &Link::new(say!(words, "nominations-sheet"), &NominationsSheet { season: path.season })))
            }
        }))
        (filters(words, path, found, asked))
        @if found.rows.is_empty() {
            @if filter::is_narrowed(asked) {
                (empty(&say!(words, "nominations-none-match-title"), &say!(words, "nominations-none-match-text"), Some(&html! { (Link::new(say!(words, "nominations-clear"), path)) })))
            } @else {
                (nothing(words, found))
            }
        } @else {
            (choosing(words, path, found, asked, chosen))
            (Pager { words, page: found.page, size: PAGE, total: found.total, path: &to_page })
        }
    };
    desk::season_page(admin, Section::Nominations, &found.about, title, body)
}

/// Nothing was sent yet: where to see what makes it come.
fn nothing(words: &Words, found: &Nominations) -> Markup {
    let season = &found.about.season;
    let (text, onward) = if season.status == SeasonStatus::Draft {
        (
            say!(words, "nominations-empty-draft"),
            Link::new(
                say!(words, "nominations-empty-season"),
                &Season { season: season.id },
            ),
        )
    } else {
        let form = Nominate {
            programme: found.about.programme.words.slug.to_string(),
        };
        (
            say!(words, "nominations-empty-text"),
            Link::new(say!(words, "nominations-empty-form"), &form),
        )
    };
    empty(
        &say!(words, "nominations-empty-title"),
        &text,
        Some(&link_button(Look::Secondary, &onward)),
    )
}

fn filters(words: &Words, path: &Path, found: &Nominations, asked: &NominationsFilter) -> Markup {
    let mut of_status = vec![Choice::new("", say!(words, "nominations-every-status"))];
    of_status.extend(Status::ALL.iter().map(|of| {
        let count = found.counts.get(of).copied().unwrap_or(0);
        let label = say!(
            words,
            "nominations-status-count",
            status = status::say(words, *of),
            count = count
        );
        Choice::new(of.as_str(), label)
    }));
    let mut marks = vec![Choice::new("", say!(words, "nominations-every-mark"))];
    marks.extend(Mark::ALL.iter().map(|mark| {
        let count = found.marks.get(mark).copied().unwrap_or(0);
        let mark_said = words.get(&format!("nominations-mark-{mark}"));
        let label = say!(words, "counted", what = mark_said, count = count);
        Choice::new(mark.as_str(), label)
    }));
    let sorts = Sort::ALL
        .iter()
        .map(|sort| {
            Choice::new(
                sort.as_str(),
                words.get(&format!("nominations-sort-{sort}")),
            )
        })
        .collect();
    let fields = html! {
        (Field::search(words, SEARCH, say!(words, "nominations-search"))
            .hint(say!(words, "nominations-search-hint"))
            .value(&asked.search))
        (Field::select(words, STATUS, say!(words, "nominations-status"), of_status)
            .value(asked.status.map(Status::as_str).unwrap_or_default()))
        (Field::select(words, MARK, say!(words, "nominations-mark"), marks)
            .value(asked.mark.map(Mark::as_str).unwrap_or_default()))
        (Field::select(words, SORT, say!(words, "nominations-sort"), sorts).value(asked.sort.as_str()))
    };
    let clear =
        filter::is_narrowed(asked).then(|| Link::new(say!(words, "nominations-clear"), path));
    filter_bar(
        path,
        &fields,
        &say!(words, "nominations-filter"),
        clear.as_ref(),
    )
}

/// The list; while nominations are decided on, as a form in which some are ticked for what is done with several.
fn choosing(
    words: &Words,
    path: &Path,
    found: &Nominations,
    asked: &NominationsFilter,
    chosen: &Chosen,
) -> Markup {
    let season = path.season;
    let table = table(words, path, found, asked, chosen);
    if !may_choose(found) {
        return table;
    }
    html! {
        form.stack.whole method="get" action=(Acceptances { season }) {
            (table)
            (ticked_elsewhere(words, CHOSEN, &chosen.elsewhere(found.rows.iter().map(|row| row.id))))
            (buttons(&html! {
                (submit(Look::Secondary, &say!(words, "several-accept")))
                (submit_to(Look::Secondary, &say!(words, "several-remind"), &Reminders { season }))
                (submit_to(Look::Secondary, &say!(words, "several-apart"), &AcceptancesRemoval { season }))
                @if !chosen.is_all() {
                    (Link::new(say!(words, "several-tick-all"), &path.with_all(asked)))
                }
            }))
        }
    }
}

fn may_choose(found: &Nominations) -> bool {
    policy::may_screen(found.about.season.status).is_ok()
}

fn table(
    words: &Words,
    path: &Path,
    found: &Nominations,
    asked: &NominationsFilter,
    chosen: &Chosen,
) -> Markup {
    let sorted = |sort: Sort, order: Order| (asked.sort == sort).then_some(order);
    let by_date = match asked.sort {
        Sort::Latest => Some(Order::Descending),
        Sort::Earliest => Some(Order::Ascending),
        _ => None,
    };
    let other_date = if asked.sort == Sort::Latest {
        Sort::Earliest
    } else {
        Sort::Latest
    };
    let season = path.season;
    let zone = found.about.programme.words.zone.time_zone();
    Table::new(say!(words, "nominations-table"), &found.rows)
        .when(may_choose(found), |table| {
            table.words(say!(words, "several-column"), |row| {
                tick(words, row, chosen)
            })
        })
        .words(
            say!(words, "nominations-number"),
            |row| html! { a.nowrap href=(Nomination { season, nomination: row.id }) { (row.number) } },
        )
        .sorted(
            &path.filtered(asked, Sort::Number, 1),
            sorted(Sort::Number, Order::Ascending),
        )
        .head(say!(words, "nominations-nominee"), |row| {
            nominee(words, row)
        })
        .sorted(
            &path.filtered(asked, Sort::Nominee, 1),
            sorted(Sort::Nominee, Order::Ascending),
        )
        .words(
            say!(words, "nominations-employer"),
            |row| html! { (row.employer.as_deref().unwrap_or_default()) },
        )
        .sorted(
            &path.filtered(asked, Sort::Employer, 1),
            sorted(Sort::Employer, Order::Ascending),
        )
        .words(
            say!(words, "nominations-nominator"),
            |row| html! { bdi { (row.nominator.as_deref().unwrap_or_default()) } },
        )
        .words(say!(words, "nominations-status"), |row| {
            standing(words, row)
        })
        .words(say!(words, "nominations-submitted"), |row| {
            let at = row.submitted_at;
            at.map(|at| words.moment_short(at, &zone))
                .unwrap_or_default()
        })
        .sorted(&path.filtered(asked, other_date, 1), by_date)
        .caption_hidden()
        .render()
}

/// The box that ticks a nomination, where something can be done with it beside others.
fn tick(words: &Words, row: &NominationRow, chosen: &Chosen) -> Markup {
    let waits = matches!(row.status, Status::Submitted | Status::Accepted);
    html! {
        @if waits {
            input type="checkbox" name=(CHOSEN) value=(row.id)
                aria-label=(say!(words, "several-tick", number = row.number.as_str()))
                checked[chosen.includes(row.id)];
        }
    }
}

fn nominee(words: &Words, row: &NominationRow) -> Markup {
    html! {
        @match &row.nominee {
            Some(name) => bdi { (name) },
            None => span.muted { (say!(words, "nominations-no-name")) },
        }
    }
}

fn standing(words: &Words, row: &NominationRow) -> Markup {
    let sent = row.status != Status::Draft && row.status != Status::Lapsed;
    html! {
        (status::tag(words, row.status))
        @if let Some((case, number)) = row.case {
            " " a href=(Case { case }) { (say!(words, "nominations-in-case", number = number)) }
        }
        @if sent && row.outlook == Outlook::NotMet { " " (nomination::outlook(words, row.outlook)) }
        @if sent && row.self_nomination { " " (status_tag(Tone::Plain, &say!(words, "nominations-self"))) }
        @if row.late { " " (status_tag(Tone::Care, &say!(words, "nominations-late"))) }
        @if sent && !row.confirmed { " " (status_tag(Tone::Plain, &say!(words, "nominations-unconfirmed"))) }
    }
}
