//! How far judging is, for whoever chases it: administrators, and chair and deputy without the cases that they are out of.

use std::fmt::Write as _;

use jiff::Timestamp;
use maud::{Markup, Render, html};
use plaudit_domain::ids::{CaseId, MembershipId};
use plaudit_domain::progress::{Quorum, Tally};
use plaudit_domain::stage::Kind;
use plaudit_store::reports::progress::{CaseRow, JudgeRow, Progress as Found};
use uuid::Uuid;

use super::{case, named};
use crate::http::form::RawForm;
use crate::say;
use crate::ui::button::{Look, buttons, submit};
use crate::ui::card::{Figure, figures};
use crate::ui::empty::empty;
use crate::ui::fields::hidden;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::pager::Pager;
use crate::ui::progress::progress;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The query's and the form's name of a judge.
const JUDGE: &str = "judge";
/// The query's name of a page of the cases.
const PAGE: &str = "page";

/// How many cases a page shows.
const SIZE: usize = 50;

/// Where the reader can go from here.
pub(crate) struct Ways<'a> {
    /// The page itself.
    pub(crate) here: String,
    /// Where reminders are looked at and sent.
    pub(crate) reminders: String,
    /// Where what waits for a ruling is ruled on.
    pub(crate) rulings: Option<String>,
    /// Where another judge is invited; somebody else does that where there is none.
    pub(crate) invite: Option<String>,
    /// A case's own page, for whoever has one.
    pub(crate) case: &'a dyn Fn(CaseId) -> Option<String>,
}

impl Ways<'_> {
    /// The preview of reminders for these judges.
    fn reminding<'r>(&self, judges: impl Iterator<Item = &'r JudgeRow>) -> String {
        let mut path = self.reminders.clone();
        for (place, judge) in judges.enumerate() {
            let joint = if place == 0 { '?' } else { '&' };
            let _ = write!(path, "{joint}{JUDGE}={}", judge.membership);
        }
        path
    }
}

/// Which page of the cases is asked for.
pub(crate) fn page_asked(query: &RawForm) -> u64 {
    query.trimmed(PAGE).parse().unwrap_or(1)
}

/// Which judges are named.
pub(crate) fn judges_named(raw: &RawForm) -> Vec<MembershipId> {
    raw.all(JUDGE)
        .filter_map(|id| Uuid::parse_str(id).ok())
        .map(MembershipId::from)
        .collect()
}

/// How far everybody is, below the page's heading.
pub(crate) fn everybody(words: &Words, found: &Found, page: u64, ways: &Ways<'_>) -> Markup {
    html! {
        @if found.cases.is_empty() {
            (empty(&say!(words, "progress-empty-title"), &say!(words, "progress-empty-text"), None))
        } @else {
            (counts(words, found, ways))
            (impossible(words, found, ways))
            section.stack {
                h2 { (say!(words, "progress-by-judge")) }
                (judges(words, found, ways))
            }
            section.stack {
                h2 { (say!(words, "progress-by-case")) }
                (cases(words, found, page, ways))
            }
        }
    }
}

/// When the scores are due, or since when they are overdue.
pub(crate) fn due(words: &Words, found: &Found, now: Timestamp) -> Option<String> {
    let at = found.about.season.timetable.judging_ends_at?;
    let said = words.moment(at, &found.about.programme.words.zone.time_zone());
    let is_overdue = found.may_remind() && at < now && found.whole().left() > 0;
    let key = if is_overdue {
        of_stage(found, "progress-overdue", "progress-overdue-in-sift")
    } else {
        of_stage(found, "progress-due", "progress-due-in-sift")
    };
    Some(words.fill(key, &[("at", said.into())]))
}

/// The key of what is said of scores, or of votes: judges vote in a sift.
fn of_stage(found: &Found, scored: &'static str, voted: &'static str) -> &'static str {
    match found.about.season.stage {
        Kind::Sift => voted,
        Kind::Scoring | Kind::Interview => scored,
    }
}

fn counts(words: &Words, found: &Found, ways: &Ways<'_>) -> Markup {
    let whole = found.whole();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let figure = |count: usize, key: &str, path: Option<String>| Figure {
        number: words.number(number(count)),
        label: words.fill(key, &[("count", number(count).into())]),
        path,
    };
    let with_quorum = found
        .cases
        .iter()
        .filter(|case| case.quorum == Quorum::Reached)
        .count();
    figures(&[
        figure(
            whole.done,
            of_stage(found, "progress-count-done", "progress-count-done-in-sift"),
            None,
        ),
        figure(
            whole.left(),
            of_stage(found, "progress-count-left", "progress-count-left-in-sift"),
            None,
        ),
        figure(
            whole.waiting,
            "progress-count-waiting",
            ways.rulings.clone().filter(|_| whole.waiting > 0),
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
fn impossible(words: &Words, found: &Found, ways: &Ways<'_>) -> Markup {
    let cases: Vec<&CaseRow> = found
        .cases
        .iter()
        .filter(|case| matches!(case.quorum, Quorum::Impossible { .. }))
        .collect();
    html! {
        @if !cases.is_empty() {
            (aside(Tone::Bad, &html! {
                p { strong { (say!(words, "progress-impossible", count = cases.len(), quorum = found.quorum)) } }
                p {
                    (say!(words, "progress-way-out")) " "
                    @match &ways.invite {
                        Some(path) => (Link::new(say!(words, "progress-invite"), path)),
                        None => (say!(words, "progress-ask-administrator")),
                    }
                }
            }))
        }
    }
}

/// The judges; where somebody can be reminded, as a form in which some are ticked.
fn judges(words: &Words, found: &Found, ways: &Ways<'_>) -> Markup {
    let count = found.to_remind().count();
    let table = judge_table(words, found);
    if count == 0 {
        return table;
    }
    html! {
        form.stack.whole method="get" action=(ways.reminders) {
            (table)
            (buttons(&html! {
                (submit(Look::Secondary, &say!(words, "progress-remind-ticked")))
                (Link::new(say!(words, "progress-remind-all", count = count), &ways.reminding(found.to_remind())))
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
        .words(say!(words, "progress-done"), |row| {
            bar(words, found, row.tally)
        })
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

fn bar(words: &Words, found: &Found, tally: Tally) -> Markup {
    let (done, of) = (tally.done, tally.cases());
    let said = words.fill(
        of_stage(found, "progress-of", "progress-of-in-sift"),
        &[("done", done.into()), ("of", of.into())],
    );
    html! {
        @if of > 0 {
            (progress(&said, done as u64, of as u64))
        }
    }
}

fn cases(words: &Words, found: &Found, page: u64, ways: &Ways<'_>) -> Markup {
    let pages = found.cases.len().div_ceil(SIZE).max(1);
    let shown = usize::try_from(page).unwrap_or(1).clamp(1, pages);
    let first = (shown - 1) * SIZE;
    let rows = &found.cases[first..found.cases.len().min(first + SIZE)];
    html! {
        (case_table(words, found, rows, ways))
        @if pages > 1 {
            (Pager {
                words,
                page: shown as u64,
                size: SIZE as u64,
                total: found.cases.len() as u64,
                path: &|page| format!("{}?{PAGE}={page}", ways.here),
            })
        }
    }
}

fn case_table(words: &Words, found: &Found, rows: &[CaseRow], ways: &Ways<'_>) -> Markup {
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
            let nominee = if found.is_blind {
                case::called(words, row.number, None)
            } else {
                named::nominee_or_erased(words, row.nominee.as_deref())
            };
            html! {
                @match (ways.case)(row.id) {
                    Some(path) => a href=(path) { bdi { (nominee) } },
                    None => bdi { (nominee) },
                }
            }
        })
        .words(
            say!(words, "progress-quorum", quorum = found.quorum),
            |row| quorum(words, row.quorum),
        )
        .words(say!(words, "progress-done"), |row| {
            bar(words, found, row.tally)
        })
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

/// Whom a reminder would go to, and the button that sends it.
pub(crate) fn reminders(
    words: &Words,
    found: &Found,
    chosen: &[MembershipId],
    ways: &Ways<'_>,
) -> Markup {
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
        &ways.reminders,
        html! {
            @for row in &rows { (hidden(JUDGE, &row.membership)) }
            (table)
            (submit(Look::Primary, &say!(words, "progress-remind-now", count = rows.len())))
        },
    );
    html! {
        (Heading::new(&title).lede(say!(words, "progress-remind-lede")))
        @if rows.is_empty() {
            (empty(&say!(words, "progress-remind-none-title"), &say!(words, "progress-remind-none-text"), None))
        } @else {
            (form)
        }
    }
}
