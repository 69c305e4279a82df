//! How the ranking looks.

use maud::{Markup, Render, html};
use plaudit_domain::rule_set::Method;
use plaudit_domain::stage::Kind;
use plaudit_domain::standing::Used;
use plaudit_store::reports::certainty::Known;
use plaudit_store::reports::ranking::{Ranking, RankingRow};

use super::views::closeness;
use super::what_if::FIELDS;
use super::{STAGE, note};
use crate::admin::desk::{self, Section};
use crate::admin::filled::Filled;
use crate::admin::rules::form::{MERIT_FLOOR, METHOD, SHORTLIST_SIZE};
use crate::admin::rules::view::methods;
use crate::admin::view::top;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Case, Cases, Certainty, Package, Ranking as Path, Shortlist};
use crate::paths::exports::{Ranking as File, RankingSheet};
use crate::say;
use crate::shown::{named, status};
use crate::ui::button::{Look, link_button, submit};
use crate::ui::details::details;
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The ranking, from the best, by the rules that decide.
pub(super) fn page(
    admin: &Admin,
    ranking: &Ranking,
    known: Option<&Known>,
    filled: &Filled,
) -> Answer {
    shown(admin, ranking, known, filled, false)
}

/// How the cases stood before the finalists were interviewed, to be read and not to be tried with.
pub(super) fn before(admin: &Admin, ranking: &Ranking) -> Answer {
    let words = &admin.words;
    let title = say!(words, "ranking-before-title");
    let category = ranking.category.id;
    let body = html! {
        (Heading::new(&title).above(ranking.category.title.in_language(&words.language())))
        p { (Link::new(say!(words, "ranking-of-interview"), &Path { category })) }
        p { (rules(words, ranking)) }
        (basis(words, ranking))
        (table(words, ranking, None))
        (notes(words, ranking))
    };
    desk::season_page(admin, Section::Ranking, &ranking.about, title, body).layout(Layout::Full)
}

/// The ranking by rules that are tried, which says so.
pub(super) fn tried(admin: &Admin, ranking: &Ranking, filled: &Filled) -> Answer {
    shown(admin, ranking, None, filled, true)
}

fn shown(
    admin: &Admin,
    ranking: &Ranking,
    known: Option<&Known>,
    filled: &Filled,
    is_tried: bool,
) -> Answer {
    let words = &admin.words;
    let title = if is_tried {
        say!(words, "ranking-what-if-title")
    } else {
        say!(words, "ranking-title")
    };
    let category = ranking.category.id;
    let onward = Link::new(say!(words, "ranking-to-shortlist"), &Shortlist { category });
    let body = html! {
        (top(words, filled, &[]))
        (Heading::new(&title)
            .above(ranking.category.title.in_language(&words.language()))
            .beside(link_button(Look::Secondary, &onward)))
        (categories(words, ranking))
        @if is_tried {
            (aside(Tone::Care, &html! {
                p { strong { (say!(words, "ranking-what-if-only")) } }
                p { (Link::new(say!(words, "ranking-what-if-back"), &Path { category })) }
            }))
        }
        @if ranking.stage == Kind::Interview { (of_interview(words, ranking)) }
        p { (rules(words, ranking)) }
        (basis(words, ranking))
        @if ranking.rows.is_empty() {
            (empty(&say!(words, "ranking-empty-title"), &say!(words, "ranking-empty-text"), Some(&link_button(Look::Secondary, &Link::new(say!(words, "ranking-empty-cases"), &Cases.of_season(ranking.about.season.id))))))
        } @else {
            @if let Some(known) = known { (closeness::said(words, ranking, known)) }
            (table(words, ranking, known))
            (notes(words, ranking))
            @if !is_tried {
                p { (Link::new(say!(words, "ranking-how-sure"), &Certainty { category })) }
                p {
                    (Link::new(say!(words, "ranking-file"), &File { category })) " · "
                    (Link::new(say!(words, "file-as-sheet"), &RankingSheet { category }))
                }
                @if !ranking.is_partial { p { (Link::new(say!(words, "ranking-package"), &Package { category })) } }
            }
            (what_if(words, ranking, filled, is_tried))
        }
    };
    desk::season_page(admin, Section::Ranking, &ranking.about, title, body).layout(Layout::Full)
}

/// That these are the totals of the interview, what the scoring counts in them, and the way to its ranking.
fn of_interview(words: &Words, ranking: &Ranking) -> Markup {
    let path = Path {
        category: ranking.category.id,
    };
    let before = format!("{path}?{STAGE}={}", Kind::Scoring);
    let carried = ranking.rules.stages.interview.as_ref();
    let carried = carried.map_or(0, |interview| interview.carried);
    html! {
        p {
            @if carried == 0 {
                (say!(words, "ranking-interview-equal"))
            } @else {
                (say!(words, "ranking-interview-carried", part = say!(words, "words-percent", number = words.hundredths(carried.into()))))
            }
            " " (Link::new(say!(words, "ranking-before"), &before))
        }
    }
}

/// The way to the other categories' rankings, where there are several.
fn categories(words: &Words, ranking: &Ranking) -> Markup {
    let others = ranking
        .about
        .categories
        .iter()
        .filter(|category| category.id != ranking.category.id);
    html! {
        @if ranking.about.categories.len() > 1 {
            p {
                (say!(words, "ranking-other-categories")) " "
                @for (index, category) in others.enumerate() {
                    @if index > 0 { ", " }
                    (Link::new(category.title.in_language(&words.language()), &Path { category: category.id }))
                }
            }
        }
    }
}

/// By which rules the cases are ranked, in a sentence or two.
fn rules(words: &Words, ranking: &Ranking) -> String {
    let rules = &ranking.rules;
    let ties: Vec<String> = rules
        .tie_break
        .iter()
        .map(|rule| words.get(&format!("ranking-tie-{rule}")))
        .collect();
    let floor = say!(
        words,
        "words-percent",
        number = words.hundredths(i64::from(rules.merit_floor))
    );
    let rule = say!(
        words,
        "ranking-rules",
        method = words.get(&format!("ranking-by-{}", rules.method)),
        version = rules.number,
        floor = floor,
        quorum = rules.quorum,
        size = rules.shortlist_size
    );
    if ties.is_empty() {
        return rule;
    }
    let broken = say!(words, "ranking-ties", rules = words.list(&ties));
    format!("{rule} {broken}")
}

/// By what the cases are ranked, unless that is the plain mean that was asked for, and what to know of it.
fn basis(words: &Words, ranking: &Ranking) -> Markup {
    let basis = &ranking.basis;
    let notes: Vec<String> = basis
        .notes
        .iter()
        .map(|note| note::sentence(words, *note))
        .collect();
    html! {
        @if !basis.asked.measures_merit() { p { (say!(words, "ranking-method-order")) } }
        @if !notes.is_empty() {
            (aside(Tone::Care, &html! { @for note in &notes { p { (note) } } }))
        }
    }
}

/// Other rules to try, behind a fold; nothing is decided by them.
fn what_if(words: &Words, ranking: &Ranking, filled: &Filled, is_tried: bool) -> Markup {
    let fields = filled.fields(words);
    let is_open = is_tried || FIELDS.iter().any(|name| filled.errors.of(name).is_some());
    let path = Path {
        category: ranking.category.id,
    };
    let body = html! {
        form method="get" action=(path) novalidate {
            p { (say!(words, "ranking-what-if-text")) }
            (fields.radios(METHOD, say!(words, "rules-method"), methods(words)))
            (fields.number(MERIT_FLOOR, say!(words, "rules-merit-floor")).suffix("%"))
            (fields.number(SHORTLIST_SIZE, say!(words, "rules-shortlist-size")))
            (submit(Look::Secondary, &say!(words, "ranking-what-if-try")))
        }
    };
    html! {
        @if is_open {
            section.stack {
                h2 { (say!(words, "ranking-what-if")) }
                (body)
            }
        } @else {
            (details(&say!(words, "ranking-what-if"), &body))
        }
    }
}

fn table(words: &Words, ranking: &Ranking, known: Option<&Known>) -> Markup {
    let language = words.language();
    let mut table = Table::new(say!(words, "ranking-table"), &ranking.rows)
        .numbers(say!(words, "ranking-rank"), |row| rank(words, row))
        .head(say!(words, "case-nominee"), |row| nominee(words, row))
        .numbers(say!(words, "ranking-total"), |row| {
            html! { @if let Some(figures) = &row.place.figures { (figures.total) } }
        });
    if ranking.basis.used != Used::Method(Method::Mean) {
        table = table
            .numbers(say!(words, "ranking-error"), |row| {
                html! {
                    @if let Some(error) = row.place.figures.as_ref().and_then(|figures| figures.standard_error) {
                        (format!("± {error:.2}"))
                    }
                }
            })
            .numbers(say!(words, "ranking-mean"), |row| {
                html! { @if let Some(figures) = &row.place.figures { (figures.mean) } }
            });
    }
    for (index, criterion) in ranking.rules.criteria.iter().enumerate() {
        table = table.numbers(
            criterion.title.in_language(&language),
            move |row| html! { @if let Some(figures) = &row.place.figures { (figures.criteria[index].1) } },
        );
    }
    table = table
        .numbers(say!(words, "case-scorecards"), |row| {
            let (received, required) = (row.place.received, row.place.required);
            html! { span.nowrap { (say!(words, "case-received-of", received = received, required = required)) } }
        })
        .numbers(say!(words, "case-recusals"), |row| row.place.recusals)
        .words(say!(words, "case-status"), |row| {
            html! { (standing(words, row)) (closeness::mark(words, known, row.case)) }
        })
        .caption_hidden();
    if let Some(cut) = ranking.rows.iter().rposition(|row| row.place.is_within_cut) {
        let size = ranking.rules.shortlist_size;
        table = table.line_below(cut, say!(words, "ranking-cut", size = size));
    }
    table.render()
}

/// The rank, and whether it is shared; a dash where there is none.
pub(in crate::admin) fn rank(words: &Words, row: &RankingRow) -> Markup {
    html! {
        @match row.place.rank {
            Some(rank) => {
                (rank)
                @if row.place.is_tied { (say!(words, "ranking-tied-mark")) }
            },
            None => span.muted { "–" },
        }
    }
}

fn nominee(words: &Words, row: &RankingRow) -> Markup {
    html! {
        a href=(Case { case: row.case }) { bdi { (named::nominee_or_erased(words, row.nominee.as_deref())) } }
        @if let Some(organisation) = &row.organisation { " " span.under { (organisation) } }
    }
}

fn standing(words: &Words, row: &RankingRow) -> Markup {
    html! {
        (status::tag(words, row.status))
        @if row.place.is_below_merit_floor { " " (status_tag(Tone::Bad, &say!(words, "ranking-below-floor"))) }
        @if row.place.is_insufficient() { " " (status_tag(Tone::Care, &say!(words, "ranking-insufficient"))) }
    }
}

fn notes(words: &Words, ranking: &Ranking) -> Markup {
    let any_tied = ranking.rows.iter().any(|row| row.place.is_tied);
    let any_short = ranking.rows.iter().any(|row| row.place.is_insufficient());
    html! {
        @if any_tied { p { (say!(words, "ranking-tied-note")) } }
        @if any_short { p { (say!(words, "ranking-insufficient-note", quorum = ranking.rules.quorum)) } }
    }
}
