//! How the progress of judging looks.

use jiff::Timestamp;
use maud::{Markup, Render, html};
use plaudit_domain::ids::MembershipId;
use plaudit_domain::progress::{Quorum, Tally};
use plaudit_domain::reminding::Days;
use plaudit_store::reports::progress::{CaseRow, JudgeRow, Progress as Found};

use super::{DAYS, JUDGE};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::admin::{Case, Interests, JudgeReminders, Judges, Progress, Reminding};
use crate::say;
use crate::shown::named;
use crate::ui::button::{Look, buttons, submit};
use crate::ui::card::{Figure, figures};
use crate::ui::details::details;
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::pager::Pager;
use crate::ui::progress::progress;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// How many cases a page shows.
const SIZE: usize = 50;

/// The days of reminders as they were typed, with what is wrong.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) raw: RawForm,
    pub(super) errors: FieldErrors,
}

/// How far everybody is.
pub(super) fn page(
    admin: &Admin,
    found: &Found,
    page: u64,
    now: Timestamp,
    typed: &Typed,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "progress-title");
    let season = found.about.season.id;
    let heading = Heading::new(&title)
        .above(desk::season_name(words, &found.about))
        .beside(html! { (Link::new(say!(words, "progress-judges"), &Judges { season })) });
    let body = html! {
        (error_summary(words, typed.errors.in_words(words).iter()))
        (match due(words, found, now) {
            Some(due) => heading.lede(due),
            None => heading,
        })
        @if found.cases.is_empty() {
            (empty(&say!(words, "progress-empty-title"), &say!(words, "progress-empty-text"), None))
        } @else {
            (counts(words, found))
            (impossible(words, found))
            section.stack {
                h2 { (say!(words, "progress-by-judge")) }
                (judges(words, found))
            }
            section.stack {
                h2 { (say!(words, "progress-by-case")) }
                (cases(words, found, page))
            }
        }
        (reminding(words, found, typed))
    };
    desk::season_page(admin, Section::Judges, &found.about, title, body)
}

/// When the scores are due, or since when they are overdue.
fn due(words: &Words, found: &Found, now: Timestamp) -> Option<String> {
    let at = found.about.season.timetable.judging_ends_at?;
    let said = words.moment(at, &found.about.programme.words.zone.time_zone());
    let is_overdue = found.may_remind() && at < now && found.whole().left() > 0;
    Some(if is_overdue {
        say!(words, "progress-overdue", at = said)
    } else {
        say!(words, "progress-due", at = said)
    })
}

fn counts(words: &Words, found: &Found) -> Markup {
    let whole = found.whole();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let figure = |count: usize, key: &str, path: Option<String>| Figure {
        number: words.number(number(count)),
        label: words.fill(key, &[("count", number(count).into())]),
        path,
    };
    let season = found.about.season.id;
    let with_quorum = found
        .cases
        .iter()
        .filter(|case| case.quorum == Quorum::Reached)
        .count();
    figures(&[
        figure(whole.done, "progress-count-done", None),
        figure(whole.left(), "progress-count-left", None),
        figure(
            whole.waiting,
            "progress-count-waiting",
            (whole.waiting > 0).then(|| Interests { season }.to_string()),
        ),
        figure(with_quorum, "progress-count-quorum", None),
        figure(
            found.cases.len() - with_quorum,
            "progress-count-short",
            None,
        ),
    ])
}

/// The cases that cannot be ranked as things stand, said at once and with the way out.
fn impossible(words: &Words, found: &Found) -> Markup {
    let cases: Vec<&CaseRow> = found
        .cases
        .iter()
        .filter(|case| matches!(case.quorum, Quorum::Impossible { .. }))
        .collect();
    let season = found.about.season.id;
    html! {
        @if !cases.is_empty() {
            (aside(Tone::Bad, &html! {
                p { strong { (say!(words, "progress-impossible", count = cases.len(), quorum = found.quorum)) } }
                p {
                    (say!(words, "progress-way-out")) " "
                    (Link::new(say!(words, "progress-invite"), &Judges { season }))
                }
            }))
        }
    }
}

/// The judges; where somebody can be reminded, as a form in which some are ticked.
fn judges(words: &Words, found: &Found) -> Markup {
    let season = found.about.season.id;
    let count = found.to_remind().count();
    let table = judge_table(words, found);
    if count == 0 {
        return table;
    }
    html! {
        form.stack.whole method="get" action=(JudgeReminders { season }) {
            (table)
            (buttons(&html! {
                (submit(Look::Secondary, &say!(words, "progress-remind-ticked")))
                (Link::new(say!(words, "progress-remind-all", count = count), &JudgeReminders { season }.to(found.to_remind())))
            }))
        }
    }
}

fn judge_table(words: &Words, found: &Found) -> Markup {
    let zone = found.about.programme.words.zone.time_zone();
    let at = |at: Option<Timestamp>| match at {
        Some(at) => words.moment_short(at, &zone),
        None => say!(words, "progress-never"),
    };
    let can_remind = found.to_remind().count() > 0;
    Table::new(say!(words, "progress-by-judge"), &found.judges)
        .when(can_remind, |table| {
            table.words(say!(words, "progress-choose"), |row| {
                html! {
                    @if row.tally.left() > 0 {
                        input type="checkbox" name=(JUDGE) value=(row.membership)
                            aria-label=(say!(words, "progress-tick", name = row.name.as_str()));
                    }
                }
            })
        })
        .head(
            say!(words, "judges-judge"),
            |row| html! { bdi { (row.name) } " " span.under { (row.email) } },
        )
        .words(say!(words, "progress-done"), |row| bar(words, row.tally))
        .numbers(say!(words, "progress-begun"), |row| some(row.tally.begun))
        .numbers(say!(words, "progress-not-begun"), |row| {
            some(row.tally.not_begun)
        })
        .numbers(say!(words, "progress-waiting"), |row| {
            some(row.tally.waiting)
        })
        .numbers(say!(words, "progress-out"), |row| some(out(row.tally)))
        .words(say!(words, "progress-active"), |row| at(row.active_at))
        .words(say!(words, "progress-reminded-at"), |row| {
            at(row.reminded_at)
        })
        .caption_hidden()
        .render()
}

/// A number worth reading; nought is left out.
fn some(count: usize) -> Markup {
    html! { @if count > 0 { (count) } }
}

/// Those from whom no scorecard will come.
fn out(tally: Tally) -> usize {
    tally.out + tally.without
}

fn bar(words: &Words, tally: Tally) -> Markup {
    let (done, of) = (tally.done, tally.cases());
    html! {
        @if of > 0 {
            (progress(&say!(words, "judges-done", done = done, of = of), done as u64, of as u64))
        }
    }
}

fn cases(words: &Words, found: &Found, page: u64) -> Markup {
    let progress = Progress {
        season: found.about.season.id,
    };
    let pages = found.cases.len().div_ceil(SIZE).max(1);
    let shown = usize::try_from(page).unwrap_or(1).clamp(1, pages);
    let first = (shown - 1) * SIZE;
    let rows = &found.cases[first..found.cases.len().min(first + SIZE)];
    html! {
        (case_table(words, found, rows))
        @if pages > 1 {
            (Pager {
                words,
                page: shown as u64,
                size: SIZE as u64,
                total: found.cases.len() as u64,
                path: &|page| progress.page(page),
            })
        }
    }
}

fn case_table(words: &Words, found: &Found, rows: &[CaseRow]) -> Markup {
    let zone = found.about.programme.words.zone.time_zone();
    let categories = &found.about.categories;
    let language = words.language();
    Table::new(say!(words, "progress-by-case"), rows)
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
            say!(words, "progress-quorum", quorum = found.quorum),
            |row| quorum(words, row.quorum),
        )
        .words(say!(words, "progress-done"), |row| bar(words, row.tally))
        .numbers(say!(words, "progress-begun"), |row| some(row.tally.begun))
        .numbers(say!(words, "progress-not-begun"), |row| {
            some(row.tally.not_begun)
        })
        .numbers(say!(words, "progress-waiting"), |row| {
            some(row.tally.waiting)
        })
        .numbers(say!(words, "progress-out"), |row| some(out(row.tally)))
        .words(say!(words, "progress-active"), |row| match row.active_at {
            Some(at) => words.moment_short(at, &zone),
            None => say!(words, "progress-never"),
        })
        .caption_hidden()
        .render()
}

/// Whether a case has its quorum, as a tag.
fn quorum(words: &Words, quorum: Quorum) -> Markup {
    match quorum {
        Quorum::Reached => status_tag(Tone::Good, &say!(words, "progress-reached")),
        Quorum::Short { missing } => status_tag(
            Tone::Active,
            &say!(words, "progress-short", count = missing),
        ),
        Quorum::Hanging { missing } => status_tag(
            Tone::Care,
            &say!(words, "progress-hanging", count = missing),
        ),
        Quorum::Impossible { lacking } => {
            status_tag(Tone::Bad, &say!(words, "progress-lacking", count = lacking))
        }
    }
}

/// The days on which judges are reminded by themselves; folded away while they are not.
fn reminding(words: &Words, found: &Found, typed: &Typed) -> Markup {
    let season = found.about.season.id;
    let messages = typed.errors.in_words(words);
    let kept = found.reminding.as_ref().map(Days::text);
    let value = if typed.errors.is_empty() {
        kept.clone().unwrap_or_default()
    } else {
        typed.raw.get(DAYS).to_owned()
    };
    let form = Form::post(
        &Reminding { season },
        html! {
            (Field::text(words, DAYS, say!(words, "progress-days"))
                .hint(say!(words, "progress-days-hint"))
                .value(value)
                .error(messages.get(DAYS))
                .short())
            (submit(Look::Secondary, &say!(words, "progress-days-save")))
        },
    );
    let said = match &kept {
        Some(days) => say!(words, "progress-days-on", days = days.as_str()),
        None => say!(words, "progress-days-none"),
    };
    if typed.errors.is_empty() {
        details(&said, &html! { (form) })
    } else {
        html! { section.stack { h2 { (said) } (form) } }
    }
}

/// Whom a reminder would go to, and the button that sends it.
pub(super) fn reminders(admin: &Admin, found: &Found, chosen: &[MembershipId]) -> Answer {
    let words = &admin.words;
    let season = found.about.season.id;
    let title = say!(words, "progress-remind-title");
    let rows: Vec<&JudgeRow> = found
        .to_remind()
        .filter(|row| chosen.contains(&row.membership))
        .collect();
    let zone = found.about.programme.words.zone.time_zone();
    let table = Table::new(say!(words, "progress-remind-title"), &rows)
        .head(
            say!(words, "judges-judge"),
            |row| html! { bdi { (row.name) } " " span.under { (row.email) } },
        )
        .numbers(say!(words, "progress-left"), |row| row.tally.left())
        .words(say!(words, "progress-active"), |row| match row.active_at {
            Some(at) => words.moment_short(at, &zone),
            None => say!(words, "progress-never"),
        })
        .words(say!(words, "progress-reminded-at"), |row| {
            match row.reminded_at {
                Some(at) => words.moment_short(at, &zone),
                None => say!(words, "progress-never"),
            }
        })
        .caption_hidden();
    let form = Form::post(
        &JudgeReminders { season },
        html! {
            @for row in &rows { (hidden(JUDGE, &row.membership)) }
            (table)
            (submit(Look::Primary, &say!(words, "progress-remind-now", count = rows.len())))
        },
    );
    let body = html! {
        (back(&Link::new(say!(words, "progress-title"), &Progress { season })))
        (Heading::new(&title).lede(say!(words, "progress-remind-lede")))
        @if rows.is_empty() {
            (empty(&say!(words, "progress-remind-none-title"), &say!(words, "progress-remind-none-text"), None))
        } @else {
            (form)
        }
    };
    desk::season_page(admin, Section::Judges, &found.about, title, body)
}
