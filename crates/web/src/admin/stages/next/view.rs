//! How the step to the next stage is asked about.

use maud::{Markup, Render, html};
use plaudit_domain::stage::{Kind, Verdict};
use plaudit_store::reports::quorum::Owing;
use plaudit_store::reports::stages::StageMove as Found;
use plaudit_store::stages::Candidate;

use super::{CHOSEN, REASON, SEEN};
use crate::admin::deciding::Attempt;
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Case, StageMove, Stages};
use crate::say;
use crate::shown::stages::name;
use crate::shown::{named, status};
use crate::ui::button::{Look, buttons, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Who goes on and who does not, what the stage lacks, and the button.
pub(super) fn page(admin: &Admin, found: &Found, attempt: &Attempt) -> Answer {
    let words = &admin.words;
    let season = found.about.season.id;
    let title = say!(words, "stages-go-on", stage = name(words, found.to));
    let messages = attempt.errors.in_words(words);
    let is_sift = found.from == Kind::Sift;
    let form = Form::post(
        &StageMove { season },
        html! {
            @for one in &found.candidates { (hidden(SEEN, &format!("{}.{}", one.case, one.mark()))) }
            (table(words, found, attempt))
            @if is_sift {
                (Field::area(words, REASON, say!(words, "stages-reason"))
                    .hint(say!(words, "stages-reason-hint"))
                    .rows(3)
                    .value(attempt.raw.get(REASON))
                    .error(messages.get(REASON))
                    .optional())
            }
            (buttons(&html! {
                (submit(Look::Primary, &title))
                (Link::new(say!(words, "stages-stay"), &Stages { season }))
            }))
        },
    );
    let body = html! {
        (back(&Link::new(say!(words, "stages-title"), &Stages { season })))
        (error_summary(words, messages.iter()))
        @if attempt.stale { (aside(Tone::Care, &html! { p { (say!(words, "stages-stale")) } })) }
        (Heading::new(&title).lede(words.get(&format!("stages-next-lede-{}", found.from))))
        (missing(words, found))
        @if found.is_planned { p { (say!(words, "stages-planned")) } }
        @if found.candidates.is_empty() {
            (empty(&say!(words, "stages-nobody-title"), &say!(words, "stages-nobody-text"), None))
        } @else {
            (form)
        }
    };
    desk::season_page(admin, Section::Programmes, &found.about, title, body).layout(Layout::Wide)
}

/// Whose votes or scorecards are missing, and how many cases have too few.
fn missing(words: &Words, found: &Found) -> Markup {
    let short = found
        .candidates
        .iter()
        .filter(|one| one.outlook.received < found.rules.quorum)
        .count();
    html! {
        @if !found.owing.is_empty() || short > 0 {
            (aside(Tone::Care, &html! {
                @if short > 0 { p { (say!(words, "stages-short", count = short, quorum = found.rules.quorum)) } }
                @if !found.owing.is_empty() {
                    p { (say!(words, "stages-owing")) }
                    ul {
                        @for judge in &found.owing {
                            li { (owed(words, found, judge)) }
                        }
                    }
                }
            }))
        }
    }
}

/// What a judge has not done: votes in a sift, scorecards in every other stage.
fn owed(words: &Words, found: &Found, judge: &Owing) -> String {
    let (name, count) = (judge.name.as_str(), judge.missing);
    match found.from {
        Kind::Sift => say!(words, "stages-owing-votes", name = name, count = count),
        Kind::Scoring | Kind::Interview => {
            say!(words, "seasons-missing-judge", name = name, count = count)
        }
    }
}

fn table(words: &Words, found: &Found, attempt: &Attempt) -> Markup {
    let is_sift = found.from == Kind::Sift;
    let language = words.language();
    let several = found.about.categories.len() > 1;
    let category = |one: &Candidate| {
        let found = found
            .about
            .categories
            .iter()
            .find(|each| each.id == one.category);
        found.map_or_else(String::new, |each| {
            each.title.in_language(&language).to_owned()
        })
    };
    Table::new(say!(words, "stages-cases"), &found.candidates)
        .words(say!(words, "stages-goes-on"), |one| {
            html! {
                @if is_sift {
                    (tick(words, one, attempt))
                } @else if one.goes_on() {
                    (status_tag(Tone::Good, &say!(words, "stages-on")))
                } @else {
                    (status_tag(Tone::Plain, &say!(words, "stages-out")))
                }
            }
        })
        .numbers(say!(words, "case-number"), |one| one.number)
        .when(several, |table| {
            table.words(say!(words, "case-category"), category)
        })
        .head(say!(words, "case-nominee"), |one| {
            html! { a href=(Case { case: one.case }) { bdi { (nominee(words, one)) } } }
        })
        .when(is_sift, |table| {
            table
                .words(say!(words, "stages-verdict"), |one| verdict(words, one))
                .numbers(say!(words, "stages-passes"), |one| one.votes.passes)
                .numbers(say!(words, "stages-fails"), |one| one.votes.fails)
                .numbers(say!(words, "stages-unsure"), |one| one.votes.unsure)
        })
        .when(!is_sift, |table| {
            table
                .words(say!(words, "case-status"), |one| {
                    status::tag(words, one.status)
                })
                .numbers(say!(words, "case-scorecards"), |one| {
                    let (received, required) = (one.outlook.received, found.rules.quorum);
                    say!(
                        words,
                        "case-received-of",
                        received = received,
                        required = required
                    )
                })
        })
        .caption_hidden()
        .render()
}

fn nominee(words: &Words, one: &Candidate) -> String {
    named::nominee_or_erased(words, one.nominee.as_deref())
}

/// The box of a case, ticked as the votes would have it, or as it was ticked when the page was sent.
fn tick(words: &Words, one: &Candidate, attempt: &Attempt) -> Markup {
    let id = one.case.to_string();
    let is_on = if attempt.raw.is_empty() || attempt.stale {
        one.goes_on()
    } else {
        attempt.raw.all(CHOSEN).any(|chosen| chosen == id)
    };
    let label = say!(words, "stages-tick", nominee = nominee(words, one));
    html! { input type="checkbox" name=(CHOSEN) value=(id) checked[is_on] aria-label=(label); }
}

fn verdict(words: &Words, one: &Candidate) -> Markup {
    match one.verdict {
        Some(Verdict::Pass) => status_tag(Tone::Good, &say!(words, "stages-verdict-pass")),
        Some(Verdict::Fail) => status_tag(Tone::Plain, &say!(words, "stages-verdict-fail")),
        Some(Verdict::Open) => status_tag(Tone::Care, &say!(words, "stages-verdict-open")),
        Some(Verdict::Short) => status_tag(Tone::Care, &say!(words, "stages-verdict-short")),
        None => html! {},
    }
}
