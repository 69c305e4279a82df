//! How the panel's resolution looks while it is recorded.

use maud::{Markup, Render, html};
use plaudit_domain::case::Status;
use plaudit_domain::season::Status as SeasonStatus;
use plaudit_store::reports::Surroundings;
use plaudit_store::reports::deliberation::minutes::Minutes;
use plaudit_store::reports::ranking::RankingRow;
use plaudit_store::reports::shortlist::Shortlist;

use crate::admin::deliberation::finalists;
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Deliberation, Minutes as MinutesPath, Resolution, SeasonAnnouncement, SeasonDecision,
    SeasonDeliberation, Shortlist as ShortlistPath, StageMove,
};
use crate::paths::exports::{Meeting, MeetingSheet};
use crate::paths::public::Programme;
use crate::say;
use crate::shown::{minutes, named, stages, status};
use crate::ui::button::{Look, link_button};
use crate::ui::card::{Figure, figures};
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Every finalist with what was resolved, and what comes next.
pub(super) fn page(
    admin: &Admin,
    found: &Shortlist,
    (unsettled, awaits_signature): (u64, bool),
) -> Answer {
    let words = &admin.words;
    let ranking = &found.ranking;
    let title = say!(words, "deliberation-title");
    let rows = finalists(found);
    let category = ranking.category.id;
    let heading = Heading::new(&title)
        .above(ranking.category.title.in_language(&words.language()))
        .lede(say!(words, "deliberation-lede"));
    let count = |status| rows.iter().filter(|row| row.status == status).count();
    let awarded = count(Status::Awarded);
    let is_met = found.ranking.about.season.status == SeasonStatus::Deliberation;
    let body = html! {
        @match next(words, found, unsettled).filter(|_| !(is_met && awaits_signature)) {
            Some(link) => (heading.beside(link_button(Look::Primary, &link))),
            None => (heading),
        }
        @if is_met && awaits_signature { (aside(Tone::Plain, &html! { p { (say!(words, "deliberation-to-sign")) } })) }
        (where_it_stands(words, found, unsettled, awarded, rows.is_empty()))
        @if rows.is_empty() {
            (empty(&say!(words, "deliberation-empty-title"), &say!(words, "deliberation-empty-text"), Some(&link_button(Look::Secondary, &Link::new(say!(words, "ranking-to-shortlist"), &ShortlistPath { category })))))
        } @else {
            (figures(&[
                figure(words, awarded, say!(words, "deliberation-count-awarded")),
                figure(words, count(Status::HighlyCommended), say!(words, "deliberation-count-commended")),
                figure(words, count(Status::Shortlisted), say!(words, "deliberation-count-unsettled")),
            ]))
            (table(words, found, &rows))
        }
        @if has_met(found) {
            p { (Link::new(say!(words, "deliberation-minutes"), &MinutesPath { category })) }
            p {
                (Link::new(say!(words, "meeting-file"), &Meeting { category })) " · "
                (Link::new(say!(words, "file-as-sheet"), &MeetingSheet { category }))
            }
        }
        (other_categories(words, found))
    };
    desk::season_page(admin, Section::Deliberation, &ranking.about, title, body)
}

/// The minutes of the meeting.
pub(super) fn minutes(admin: &Admin, about: &Surroundings, found: &Minutes) -> Answer {
    let words = &admin.words;
    let category = found.category.id;
    let body = html! {
        (back(&Link::new(say!(words, "deliberation-back"), &Deliberation { category })))
        (minutes::minutes(words, found))
    };
    let title = say!(words, "minutes-title");
    desk::season_page(admin, Section::Deliberation, about, title, body)
}

/// The move that comes next.
fn next(words: &Words, found: &Shortlist, unsettled: u64) -> Option<Link> {
    let season = found.ranking.about.season.id;
    let later = found
        .ranking
        .rules
        .stages
        .after(found.ranking.about.season.stage);
    match found.ranking.about.season.status {
        SeasonStatus::Judging if later.is_some() => later.map(|later| {
            let later = stages::name(words, later);
            let said = say!(words, "stages-go-on", stage = later);
            Link::new(said, &StageMove { season })
        }),
        SeasonStatus::Judging => Some(Link::new(
            say!(words, "seasons-begin-deliberation"),
            &SeasonDeliberation { season },
        )),
        SeasonStatus::Deliberation if unsettled == 0 => Some(Link::new(
            say!(words, "seasons-decide"),
            &SeasonDecision { season },
        )),
        SeasonStatus::Decided => Some(Link::new(
            say!(words, "seasons-announce"),
            &SeasonAnnouncement { season },
        )),
        SeasonStatus::Announced | SeasonStatus::Archived => {
            let programme = found.ranking.about.programme.words.slug.to_string();
            Some(Link::new(
                say!(words, "deliberation-see-public"),
                &Programme { programme },
            ))
        }
        _ => None,
    }
}

/// What the state of things means, where it must be said.
fn where_it_stands(
    words: &Words,
    found: &Shortlist,
    unsettled: u64,
    awarded: usize,
    is_empty: bool,
) -> Markup {
    let said = match found.ranking.about.season.status {
        SeasonStatus::Deliberation if unsettled > 0 => None,
        SeasonStatus::Deliberation if is_empty || awarded == 0 => {
            Some((Tone::Care, say!(words, "deliberation-no-award")))
        }
        SeasonStatus::Deliberation if awarded > 1 => Some((
            Tone::Plain,
            say!(words, "deliberation-joint", count = awarded),
        )),
        SeasonStatus::Deliberation => None,
        SeasonStatus::Decided => Some((Tone::Care, say!(words, "deliberation-embargo"))),
        SeasonStatus::Announced | SeasonStatus::Archived => {
            Some((Tone::Good, say!(words, "deliberation-public")))
        }
        _ => Some((Tone::Plain, say!(words, "deliberation-not-yet"))),
    };
    html! { @if let Some((tone, said)) = said { (aside(tone, &html! { p { (said) } })) } }
}

/// Whether there are minutes: the panel meets or has met.
fn has_met(found: &Shortlist) -> bool {
    use SeasonStatus::{Announced, Archived, Decided, Deliberation};
    matches!(
        found.ranking.about.season.status,
        Deliberation | Decided | Announced | Archived
    )
}

fn figure(words: &Words, number: usize, label: String) -> Figure {
    Figure {
        number: words.number(i64::try_from(number).unwrap_or(i64::MAX)),
        label,
        path: None,
    }
}

fn table(words: &Words, found: &Shortlist, rows: &[&RankingRow]) -> Markup {
    let category = found.ranking.category.id;
    Table::new(say!(words, "deliberation-title"), rows)
        .numbers(say!(words, "ranking-rank"), |row| {
            html! { @if let Some(rank) = row.place.rank { (rank) } @else { span.muted { "–" } } }
        })
        .head(
            say!(words, "case-nominee"),
            |row| html! { bdi { (nominee(words, row)) } },
        )
        .numbers(say!(words, "ranking-total"), |row| {
            html! { @if let Some(figures) = &row.place.figures { (figures.total) } }
        })
        .words(say!(words, "deliberation-result"), |row| {
            status::tag(words, row.status)
        })
        .words(say!(words, "deliberation-why"), |row| reason(found, row))
        .words(say!(words, "shortlist-decide"), |row| {
            let path = Resolution {
                category,
                case: row.case,
            };
            let label = if row.status == Status::Shortlisted {
                say!(words, "deliberation-record")
            } else {
                say!(words, "deliberation-look")
            };
            html! { a href=(path) { (label) span.visually-hidden { " " (nominee(words, row)) } } }
        })
        .caption_hidden()
        .render()
}

fn nominee(words: &Words, row: &RankingRow) -> String {
    named::nominee_or_erased(words, row.nominee.as_deref())
}

/// Why, once it is settled.
fn reason(found: &Shortlist, row: &RankingRow) -> Markup {
    let decided = found
        .decisions
        .get(&row.case)
        .filter(|_| row.status != Status::Shortlisted);
    let standing = decided.and_then(|all| all.iter().find(|decision| decision.undone.is_none()));
    html! { @if let Some(decision) = standing { (decision.reason) } }
}

/// The ways to what else is won in the season.
fn other_categories(words: &Words, found: &Shortlist) -> Markup {
    let here = found.ranking.category.id;
    let categories = &found.ranking.about.categories;
    html! {
        @if categories.len() > 1 {
            nav aria-label=(say!(words, "deliberation-others")) {
                h2 { (say!(words, "deliberation-others")) }
                ul {
                    @for category in categories.iter().filter(|category| category.id != here) {
                        li { (Link::new(category.title.in_language(&words.language()), &Deliberation { category: category.id })) }
                    }
                }
            }
        }
    }
}
