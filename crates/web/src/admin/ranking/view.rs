//! How the ranking looks.

use maud::{Markup, Render, html};
use plaudit_domain::rule_set::TieBreak;
use plaudit_store::reports::ranking::{Ranking, RankingRow};

use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Case, Cases, Ranking as Path, Shortlist};
use crate::say;
use crate::shown::{named, status};
use crate::ui::button::{Look, link_button};
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Layout;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The ranking, from the best.
pub(super) fn page(admin: &Admin, ranking: &Ranking) -> Answer {
    let words = &admin.words;
    let title = say!(words, "ranking-title");
    let category = ranking.category.id;
    let onward = Link::new(say!(words, "ranking-to-shortlist"), &Shortlist { category });
    let body = html! {
        (Heading::new(&title)
            .above(ranking.category.title.in_language(&words.language()))
            .beside(link_button(Look::Secondary, &onward)))
        (categories(words, ranking))
        p { (rules(words, ranking)) }
        @if ranking.rows.is_empty() {
            (empty(&say!(words, "ranking-empty-title"), &say!(words, "ranking-empty-text"), Some(&link_button(Look::Secondary, &Link::new(say!(words, "ranking-empty-cases"), &Cases.of_season(ranking.about.season.id))))))
        } @else {
            (table(words, ranking))
            (notes(words, ranking))
        }
    };
    desk::season_page(admin, Section::Ranking, &ranking.about, title, body).layout(Layout::Full)
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
        .map(|rule| match rule {
            TieBreak::Criteria => say!(words, "ranking-tie-criteria"),
            TieBreak::HeadToHead => say!(words, "ranking-tie-head-to-head"),
        })
        .collect();
    let floor = say!(
        words,
        "words-percent",
        number = words.hundredths(i64::from(rules.merit_floor))
    );
    let rule = say!(
        words,
        "ranking-rules",
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

fn table(words: &Words, ranking: &Ranking) -> Markup {
    let language = words.language();
    let mut table = Table::new(say!(words, "ranking-table"), &ranking.rows)
        .numbers(say!(words, "ranking-rank"), |row| rank(words, row))
        .head(say!(words, "case-nominee"), |row| nominee(words, row))
        .numbers(say!(words, "ranking-total"), |row| {
            html! { @if let Some(figures) = &row.place.figures { (figures.total) } }
        });
    for (index, criterion) in ranking.rules.criteria.iter().enumerate() {
        table = table.numbers(
            criterion.title.in_language(&language),
            move |row| html! { @if let Some(figures) = &row.place.figures { (figures.criteria[index].1) } },
        );
    }
    table = table
        .numbers(say!(words, "case-scorecards"), |row| {
            let (received, required) = (row.place.received, row.place.required);
            say!(
                words,
                "case-received-of",
                received = received,
                required = required
            )
        })
        .numbers(say!(words, "case-recusals"), |row| row.place.recusals)
        .words(say!(words, "case-status"), |row| standing(words, row))
        .caption_hidden();
    if let Some(cut) = ranking.rows.iter().rposition(|row| row.place.is_within_cut) {
        let size = ranking.rules.shortlist_size;
        table = table.line_below(cut, say!(words, "ranking-cut", size = size));
    }
    table.render()
}

fn rank(words: &Words, row: &RankingRow) -> Markup {
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
