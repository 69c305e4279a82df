//! How the page looks: three sentences, then every case, the methods side by side, what was given, the judges.

use maud::{Markup, html};
use plaudit_domain::standing::certainty::{Certainty, Verdict};
use plaudit_store::reports::certainty::{Known, Sureness};
use plaudit_store::reports::plan::Made;
use plaudit_store::reports::ranking::RankingRow;

use super::sentences;
use super::views::{cases, judges};
use crate::admin::assignment::case::view::one_more;
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Certainty as Path, Progress, Ranking as RankingPath};
use crate::say;
use crate::shown::diagnostics::diagnostics;
use crate::shown::named;
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::tone::Tone;
use crate::words::Words;

/// How many cases are looked at for one more scorecard.
const MOST_ADVISED: usize = 5;

/// The page.
pub(super) fn page(admin: &Admin, sureness: &Sureness, made: Option<&Made>) -> Answer {
    let words = &admin.words;
    let ranking = &sureness.ranking;
    let category = ranking.category.id;
    let title = say!(words, "certainty-title");
    let body = html! {
        (back(&Link::new(say!(words, "ranking-title"), &RankingPath { category })))
        (Heading::new(&title)
            .above(ranking.category.title.in_language(&words.language()))
            .lede(say!(words, "certainty-lede")))
        @match &sureness.known {
            Known::Now(certainty) => (known(words, sureness, made, certainty)),
            Known::Before(certainty) => {
                (aside(Tone::Care, &html! {
                    p { (say!(words, "certainty-before")) }
                    p { (again(words, category)) }
                }))
                (known(words, sureness, made, certainty))
            },
            Known::NotYet => (empty(&say!(words, "certainty-not-yet-title"), &say!(words, "certainty-not-yet-text"), Some(&again(words, category)))),
        }
    };
    desk::season_page(admin, Section::Ranking, &ranking.about, title, body).layout(Layout::Full)
}

fn again(words: &Words, category: plaudit_domain::ids::CategoryId) -> Markup {
    let link = Link::new(say!(words, "certainty-again"), &Path { category });
    html! { (link) }
}

/// Everything that is known.
fn known(words: &Words, sureness: &Sureness, made: Option<&Made>, certainty: &Certainty) -> Markup {
    let rows = cases::rows(words, &sureness.ranking.rows, certainty);
    html! {
        @for sentence in sentences::of(words, certainty) { p { (sentence) } }
        @if !rows.is_empty() {
            (cases::each(words, certainty, &rows))
            (advice(words, sureness, made, certainty))
            (cases::explained(words, certainty, &rows))
            (cases::by_method(words, certainty, &rows))
            (cases::given(words, &rows))
            (judges::judges(words, sureness, certainty))
            (diagnostics(words, &sureness.judges, &sureness.ranking.rows, certainty))
        }
    }
}

/// Where one more scorecard would tell most, and how to get it: of a judge of the plan at the press of a button, or of whoever
/// has yet to score it where everybody scores everything.
fn advice(
    words: &Words,
    sureness: &Sureness,
    made: Option<&Made>,
    certainty: &Certainty,
) -> Markup {
    let mut open: Vec<(&RankingRow, f64)> = (sureness.ranking.rows.iter())
        .filter_map(|row| {
            let case = certainty.cases.get(&row.case)?;
            let value = case.value_of_scorecard?;
            (case.verdict == Verdict::Contested).then_some((row, value))
        })
        .collect();
    open.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let season = sureness.ranking.about.season.id;
    html! {
        @if !open.is_empty() {
            section.stack {
                h2 { (say!(words, "certainty-advice")) }
                p { (say!(words, "certainty-advice-text")) }
                ol {
                    @for (row, _) in open.iter().take(MOST_ADVISED) {
                        li {
                            bdi { (named::nominee_or_erased(words, row.nominee.as_deref())) }
                            ": " (say!(words, "certainty-advice-case", received = row.place.received))
                            @if let Some(made) = made {
                                @match one_more(words, season, made, row.case) {
                                    Some(button) => (button),
                                    None => { " " (say!(words, "certainty-advice-nobody")) },
                                }
                            }
                        }
                    }
                }
                p { (Link::new(say!(words, "certainty-advice-progress"), &Progress { season })) }
            }
        }
    }
}
