//! How a decision on several cases at once looks before it is taken.

use maud::{Markup, html};
use plaudit_domain::case::Status;
use plaudit_store::reports::ranking::RankingRow;
use plaudit_store::reports::shortlist::Shortlist as Found;

use super::Back;
use crate::admin::deciding::{Attempt, REASON};
use crate::admin::desk::{self, Section};
use crate::admin::shortlist::PREVIEWED;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{CutRemoval, Rest, RestRemoval, Shortlist};
use crate::say;
use crate::shown::named;
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::tone::Tone;

/// What one of the pages asks.
struct Asked<'a> {
    title: String,
    lede: String,
    action: String,
    rows: Vec<&'a RankingRow>,
    needs_reason: bool,
    button: String,
    /// What is said where there is nothing to decide.
    nothing: (String, String),
}

/// What taking this back would put into judging again.
pub(super) fn back(admin: &Admin, found: &Found, back: Back, attempt: &Attempt) -> Answer {
    let words = &admin.words;
    let category = found.ranking.category.id;
    let rows = back.of(found);
    let action = match back {
        Back::Cut => CutRemoval { category }.to_string(),
        Back::Rest => RestRemoval { category }.to_string(),
    };
    let [title, lede, now, nothing, nothing_text] = match back {
        Back::Cut => [
            "shortlist-cut-back",
            "shortlist-cut-back-lede",
            "shortlist-cut-back-now",
            "shortlist-cut-back-nothing",
            "shortlist-cut-back-nothing-text",
        ],
        Back::Rest => [
            "shortlist-rest-back",
            "shortlist-rest-back-lede",
            "shortlist-rest-back-now",
            "shortlist-rest-back-nothing",
            "shortlist-rest-back-nothing-text",
        ],
    };
    let asked = Asked {
        title: words.get(title),
        lede: words.get(lede),
        action,
        needs_reason: true,
        button: words.fill(now, &[("count", rows.len().into())]),
        nothing: (words.get(nothing), words.get(nothing_text)),
        rows,
    };
    page(admin, found, &asked, attempt)
}

/// Which cases would be left out.
pub(super) fn rest(admin: &Admin, found: &Found, departs: bool, attempt: &Attempt) -> Answer {
    let words = &admin.words;
    let rows = found.rest();
    let lede = if departs {
        "shortlist-rest-departs"
    } else {
        "shortlist-rest-lede"
    };
    let asked = Asked {
        title: say!(words, "shortlist-rest"),
        lede: say!(words, lede),
        action: Rest {
            category: found.ranking.category.id,
        }
        .to_string(),
        needs_reason: departs,
        button: say!(words, "shortlist-rest-now", count = rows.len()),
        nothing: (
            say!(words, "shortlist-rest-nothing"),
            say!(words, "shortlist-rest-nothing-text"),
        ),
        rows,
    };
    page(admin, found, &asked, attempt)
}

fn page(admin: &Admin, found: &Found, asked: &Asked<'_>, attempt: &Attempt) -> Answer {
    let words = &admin.words;
    let ranking = &found.ranking;
    let messages = attempt.errors.in_words(words);
    let form = Form::post(
        &asked.action,
        html! {
            ul { @for row in &asked.rows { (one(admin, row)) } }
            (Field::area(words, REASON, say!(words, "shortlist-reason"))
                .rows(3)
                .value(attempt.raw.get(REASON))
                .error(messages.get(REASON))
                .required(asked.needs_reason))
            (submit(Look::Primary, &asked.button))
        },
    );
    let list = Shortlist {
        category: ranking.category.id,
    };
    let body = html! {
        (link::back(&Link::new(say!(words, "shortlist-back"), &list)))
        (error_summary(words, messages.iter()))
        @if attempt.stale { (aside(Tone::Care, &html! { p { (say!(words, "shortlist-together-stale")) } })) }
        (Heading::new(&asked.title).lede(&asked.lede))
        @if asked.rows.is_empty() {
            (empty(&asked.nothing.0, &asked.nothing.1, None))
        } @else {
            (form)
        }
    };
    desk::season_page(
        admin,
        Section::Shortlist,
        &ranking.about,
        asked.title.clone(),
        body,
    )
}

/// A case with the version in which it was seen.
fn one(admin: &Admin, row: &RankingRow) -> Markup {
    let words = &admin.words;
    html! {
        li {
            (hidden(PREVIEWED, &format!("{}.{}", row.case, row.version)))
            bdi { (named::nominee_or_erased(words, row.nominee.as_deref())) }
            @if let Some(figures) = &row.place.figures {
                " " (say!(words, "shortlist-with-total", total = figures.total.to_string()))
            }
            @if row.place.is_within_cut && row.status == Status::InJudging { " (" (say!(words, "shortlist-within-cut")) ")" }
            @if row.place.is_insufficient() { " " (say!(words, "shortlist-rest-unranked")) }
        }
    }
}
