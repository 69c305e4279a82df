//! How the shortlist looks.

use maud::{Markup, Render, html};
use plaudit_domain::case::{Event, Status, decision};
use plaudit_domain::season::Status as SeasonStatus;
use plaudit_domain::shortlist;
use plaudit_store::reports::ranking::RankingRow;
use plaudit_store::reports::shortlist::Shortlist;

use crate::admin::desk::{self, Section};
use crate::admin::ranking::rank;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Cases, Cut, CutRemoval, Deliberation, Files, Place, Ranking, Rest, RestRemoval,
    SeasonDeliberation, StageMove,
};
use crate::paths::exports;
use crate::say;
use crate::shown::{named, status};
use crate::ui::button::{Look, link_button};
use crate::ui::card::{Figure, figures};
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The shortlist, in the order of the ranking.
pub(super) fn page(admin: &Admin, found: &Shortlist) -> Answer {
    let words = &admin.words;
    let ranking = &found.ranking;
    let category = ranking.category.id;
    let title = say!(words, "shortlist-title");
    let file = exports::Shortlist { category };
    let beside = html! {
        div.buttons {
            @if !ranking.proposal().is_empty() && may(found, Event::Shortlist) {
                (link_button(Look::Primary, &Link::new(say!(words, "shortlist-take"), &Cut { category })))
            } @else if let Some(onward) = onward(words, found) {
                (link_button(Look::Primary, &onward))
            }
            (link_button(Look::Secondary, &Link::new(say!(words, "shortlist-file"), &file)))
        }
    };
    let body = html! {
        (Heading::new(&title)
            .above(ranking.category.title.in_language(&words.language()))
            .beside(beside))
        (figures(&[
            figure(words, ranking.finalists(), say!(words, "shortlist-count", room = ranking.room)),
            figure(words, ranking.reserves(), say!(words, "shortlist-count-reserve")),
        ]))
        @if ranking.rows.is_empty() {
            (empty(&say!(words, "ranking-empty-title"), &say!(words, "ranking-empty-text"), Some(&link_button(Look::Secondary, &Link::new(say!(words, "ranking-empty-cases"), &Cases.of_season(ranking.about.season.id))))))
        } @else {
            (table(words, found))
            (together(words, found))
        }
        p {
            (Link::new(say!(words, "shortlist-to-ranking"), &Ranking { category }))
            " · "
            (Link::new(say!(words, "shortlist-sheet"), &exports::ShortlistSheet { category }))
            " · "
            (Link::new(say!(words, "shortlist-scores-file"), &exports::Scores { category }))
            " · "
            (Link::new(say!(words, "shortlist-scores-sheet"), &exports::ScoresSheet { category }))
            " · "
            (Link::new(say!(words, "case-pack-of-finalists"), &format!("{}?of=finalists", exports::CasePack { category })))
            " · "
            (Link::new(say!(words, "files-title"), &Files { season: ranking.about.season.id }))
            " · "
            (Link::new(say!(words, "shortlist-columns"), &exports::Columns))
        }
    };
    desk::season_page(admin, Section::Shortlist, &ranking.about, title, body)
}

/// Whether a case can still be moved so.
fn may(found: &Shortlist, event: Event) -> bool {
    shortlist::may_move(&found.ranking.about.season, event).is_ok()
}

/// Whether everything has been done with the ranking that it asks for: what is left may be left out together.
fn is_ripe(found: &Shortlist) -> bool {
    let ranking = &found.ranking;
    ranking.finalists() + ranking.reserves() > 0
        || ranking.proposal().is_empty()
            && !ranking.rows.iter().any(|row| row.place.is_insufficient())
}

/// Where to go once there is a shortlist.
fn onward(words: &Words, found: &Shortlist) -> Option<Link> {
    let ranking = &found.ranking;
    let season = &ranking.about.season;
    let is_empty = ranking.finalists() == 0;
    if is_empty && (ranking.rows.is_empty() || !found.rest().is_empty()) {
        return None;
    }
    match season.status {
        SeasonStatus::Judging if ranking.rules.stages.after(season.stage).is_none() => {
            let path = SeasonDeliberation { season: season.id };
            Some(Link::new(say!(words, "seasons-begin-deliberation"), &path))
        }
        SeasonStatus::Judging => {
            let path = StageMove { season: season.id };
            Some(Link::new(say!(words, "dashboard-step-next-stage"), &path))
        }
        SeasonStatus::Deliberation => {
            let category = ranking.category.id;
            let path = Deliberation { category };
            Some(Link::new(say!(words, "dashboard-step-outcome"), &path))
        }
        _ => None,
    }
}

/// What can be decided of several cases at once: those that are left, and the last cut.
fn together(words: &Words, found: &Shortlist) -> Markup {
    let category = found.ranking.category.id;
    let rest = found.rest().len();
    let cut = found.last_cut().len();
    html! {
        @if rest > 0 && is_ripe(found) && may(found, Event::LeaveOut) {
            p {
                (say!(words, "shortlist-rest-count", count = rest)) " "
                (Link::new(say!(words, "shortlist-rest"), &Rest { category }))
            }
        }
        @if !found.left_out.is_empty() && may(found, Event::Readmit) {
            p { (Link::new(say!(words, "shortlist-rest-back"), &RestRemoval { category })) }
        }
        @if cut > 0 && may(found, Event::UndoShortlist) {
            p { (Link::new(say!(words, "shortlist-cut-back"), &CutRemoval { category })) }
        }
    }
}

/// What can be done with a case, as the link to it says.
fn way(words: &Words, found: &Shortlist, row: &RankingRow) -> String {
    match row.status {
        Status::InJudging if may(found, Event::LeaveOut) => say!(words, "shortlist-decide"),
        Status::Reserve if may(found, Event::Promote) => say!(words, "shortlist-decide"),
        Status::Shortlisted if may(found, Event::UndoShortlist) => say!(words, "undo-shortlisted"),
        Status::NotShortlisted if may(found, Event::Readmit) => say!(words, "undo-not-shortlisted"),
        _ => say!(words, "shortlist-look"),
    }
}

fn figure(words: &Words, number: usize, label: String) -> Figure {
    Figure {
        number: words.number(i64::try_from(number).unwrap_or(i64::MAX)),
        label,
        path: None,
    }
}

fn table(words: &Words, found: &Shortlist) -> Markup {
    let category = found.ranking.category.id;
    Table::new(say!(words, "shortlist-table"), &found.ranking.rows)
        .numbers(say!(words, "ranking-rank"), |row| rank(words, row))
        .head(say!(words, "case-nominee"), |row| html! { bdi { (nominee(words, row)) } })
        .numbers(say!(words, "ranking-total"), |row| {
            html! { @if let Some(figures) = &row.place.figures { (figures.total) } }
        })
        .numbers(say!(words, "case-scorecards"), |row| {
            let (received, required) = (row.place.received, row.place.required);
            html! { span.nowrap { (say!(words, "case-received-of", received = received, required = required)) } }
        })
        .words(say!(words, "case-status"), |row| standing(words, row))
        .words(say!(words, "shortlist-why"), |row| reason(found, row))
        .words(say!(words, "shortlist-decide"), |row| {
            let path = Place {
                category,
                case: row.case,
            };
            html! { a href=(path) { (way(words, found, row)) span.visually-hidden { " " (nominee(words, row)) } } }
        })
        .caption_hidden()
        .render()
}

fn nominee(words: &Words, row: &RankingRow) -> String {
    named::nominee_or_erased(words, row.nominee.as_deref())
}

fn standing(words: &Words, row: &RankingRow) -> Markup {
    let place = &row.place;
    let chosen = matches!(row.status, Status::Shortlisted | Status::Reserve);
    html! {
        (status::tag(words, row.status))
        @if place.is_below_merit_floor { " " (status_tag(Tone::Bad, &say!(words, "ranking-below-floor"))) }
        @if place.is_insufficient() { " " (status_tag(Tone::Care, &say!(words, "ranking-insufficient"))) }
        @if place.is_within_cut && !chosen { " " (status_tag(Tone::Plain, &say!(words, "shortlist-within-cut"))) }
    }
}

/// Why the case stands where it was put, if it was put somewhere.
fn reason(found: &Shortlist, row: &RankingRow) -> Markup {
    let decision = found.decisions.get(&row.case).and_then(|decisions| {
        decisions
            .iter()
            .find(|made| made.undone.is_none() && decision::is_of_shortlist(made.kind))
    });
    html! { @if let Some(decision) = decision { (decision.reason) } }
}
