//! How seasons look to an administrator.

use jiff::Timestamp;
use maud::{Markup, html};
use plaudit_domain::next_steps::{Tally, next_steps};
use plaudit_domain::policy;
use plaudit_domain::programme::Programme;
use plaudit_domain::season::{Readiness, Status};

use super::Counts;
use super::form::{
    CLAIMS_LEAST, CLAIMS_MOST, DATES, DECLARATION, FIELDS, NAME, date_in_words, day, time,
};
use super::moves::Offer;
use super::moves::view::{effect, is_grave, label};
use super::results::results;
use crate::admin::desk::{Section, page, run_page};
use crate::admin::filled::{Fields, Filled};
use crate::admin::part::{Part, look};
use crate::admin::run::Run;
use crate::admin::view::{back_to_programme, back_to_season, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::{admin, public};
use crate::say;
use crate::shown;
use crate::ui::button::{Look, buttons, link_button, submit};
use crate::ui::details::details;
use crate::ui::fields::Fieldset;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::steps::{Step, Steps};
use crate::ui::summary_list::SummaryList;
use crate::ui::tone::Tone;
use crate::words::Words;

/// A season as its page shows it.
pub(super) struct Shown {
    pub(super) run: Run,
    pub(super) readiness: Readiness,
    pub(super) counts: Counts,
    /// The moves that are possible now.
    pub(super) moves: Vec<Offer>,
    /// When its result was announced, if it is.
    pub(super) announced_at: Option<Timestamp>,
}

/// The form for a programme's next season.
pub(super) fn new(admin: &Admin, programme: &Programme, filled: &Filled) -> Answer {
    let words = &admin.words;
    let title = say!(words, "seasons-new-title");
    let path = admin::NewSeason {
        programme: programme.id,
    };
    let zone = programme.words.zone.name();
    let body = html! {
        (back_to_programme(words, programme))
        (top(words, filled, &FIELDS))
        (Heading::new(&title)
            .above(programme.words.title.in_language(&words.language()))
            .lede(say!(words, "seasons-new-lede")))
        (Form::post(&path, form(words, &filled.fields(words), zone, None)))
    };
    page(admin, Section::Programmes, title, body)
}

/// The form that changes a season.
pub(super) fn edit(admin: &Admin, run: &Run, filled: &Filled, suggested: bool) -> Answer {
    let words = &admin.words;
    let title = say!(words, "seasons-edit-title");
    let path = admin::SeasonWords {
        season: run.season.id,
    };
    let zone = run.programme.words.zone.name();
    let body = html! {
        (back_to_season(words, run))
        (top(words, filled, &FIELDS))
        (Heading::new(&title).above(run.name()))
        @if suggested {
            (aside(Tone::Plain, &html! { p { (say!(words, "seasons-dates-suggested")) } }))
        }
        (Form::post(&path, html! {
            (seen(filled))
            (form(words, &filled.fields(words), zone, Some(run)))
        }))
    };
    run_page(admin, Section::Programmes, run, title, body)
}

fn form(words: &Words, fields: &Fields<'_>, zone: &str, run: Option<&Run>) -> Markup {
    let opening_stays = run.filter(|run| run.season.status != Status::Draft);
    html! {
        (fields.text(NAME, say!(words, "seasons-name")).hint(say!(words, "seasons-name-hint")).short())
        h2 { (say!(words, "seasons-dates")) }
        p { (say!(words, "seasons-dates-text", zone = zone)) }
        @for (name, _) in DATES {
            @match opening_stays.filter(|_| name == "opens") {
                Some(run) => (opening(words, run)),
                None => (Fieldset {
                    words,
                    name,
                    legend: &date_in_words(words, name),
                    hint: None,
                    error: None,
                    body: html! {
                        (fields.date(&day(name), say!(words, "seasons-day")))
                        (fields.time(&time(name), say!(words, "seasons-time")))
                    },
                }),
            }
        }
        h2 { (say!(words, "seasons-form-heading")) }
        (fields.area(DECLARATION, say!(words, "seasons-declaration")).hint(say!(words, "seasons-declaration-hint")).rows(5))
        (fields.number(CLAIMS_LEAST, say!(words, "seasons-claims-least")).hint(say!(words, "seasons-claims-hint")))
        (fields.number(CLAIMS_MOST, say!(words, "seasons-claims-most")))
        (submit(Look::Primary, &say!(words, "seasons-save")))
    }
}

/// The opening of a season that has opened: it stays as it was.
fn opening(words: &Words, run: &Run) -> Markup {
    let at = run.season.timetable.opens_at;
    html! {
        (SummaryList::new().row(
            date_in_words(words, "opens"),
            html! { (at.map_or_else(String::new, |at| words.moment(at, &run.zone()))) },
        ))
    }
}

/// Where a season stands, what is missing before it may open, and every move that is possible now.
pub(super) fn show(admin: &Admin, shown: &Shown, now: Timestamp) -> Answer {
    let Shown {
        run,
        readiness,
        counts,
        moves,
        announced_at,
    } = shown;
    let words = &admin.words;
    let season = &run.season;
    let title = run.name();
    let is_draft = season.status == Status::Draft;
    let result = announced_at.map(|_| public::Programme {
        programme: run.programme.words.slug.to_string(),
    });
    let body = html! {
        (back_to_programme(words, &run.programme))
        (Heading::new(&title)
            .lede(standing(words, run, now))
            .beside(shown::season::status(words, season.status)))
        @if let Some(page) = &result { p { (Link::new(say!(words, "seasons-see-result"), page)) } }
        @if is_draft {
            section.stack {
                h2 { (say!(words, "seasons-set-up")) }
                (Steps { words, steps: &steps(words, run, readiness, counts) })
                (preview(words, run))
                p { (Link::new(say!(words, "practice-admin-title"), &admin::Practice { season: season.id })) }
                p { (Link::new(say!(words, "seasons-invite-judges"), &admin::Judges { season: season.id })) }
                p { (Link::new(say!(words, "more-link"), &admin::More { season: season.id })) }
            }
        }
        (offers(words, run, counts, moves))
        (results(words, run, counts))
        section.stack {
            h2 { (say!(words, "seasons-dates")) }
            (dates(words, run, *announced_at))
        }
        @if !is_draft {
            section.stack {
                h2 { (say!(words, "seasons-parts")) }
                ul.parts {
                    li { (Link::new(say!(words, "seasons-nominations"), &admin::Nominations { season: season.id })) }
                    li { (Link::new(say!(words, "seasons-judges"), &admin::Judges { season: season.id })) }
                    li { (Link::new(say!(words, "practice-admin-title"), &admin::Practice { season: season.id })) }
                    li { (Link::new(say!(words, "seasons-interests"), &admin::Interests { season: season.id })) }
                    li { (Link::new(say!(words, "files-title"), &admin::Files { season: season.id })) }
                    li { (Link::new(say!(words, "more-link"), &admin::More { season: season.id })) }
                    @for part in [Part::Categories, Part::Eligibility, Part::Questions, Part::Criteria, Part::Rules, Part::Terms] {
                        li { (Link::new(part.title(words), &part.path(run))) }
                    }
                }
                (preview(words, run))
            }
        }
        (grave_offers(words, moves))
    };
    run_page(admin, Section::Programmes, run, title, body).layout(Layout::Wide)
}

/// The dates, each with the way to change it as long as there is one, and when the result was announced.
fn dates(words: &Words, run: &Run, announced_at: Option<Timestamp>) -> SummaryList {
    let season = &run.season;
    let may_change = policy::may_change_season(season.status).is_ok();
    let mut list = SummaryList::new();
    for (name, at) in season.timetable.dates() {
        let said = match at {
            Some(at) => words.moment(at, &run.zone()),
            None => say!(words, "season-date-not-set"),
        };
        let (name, said) = (date_in_words(words, name), html! { (said) });
        list = if may_change {
            let change = Link::new(
                say!(words, "seasons-change"),
                &admin::SeasonWords { season: season.id },
            );
            list.row_with(name, said, change)
        } else {
            list.row(name, said)
        };
    }
    match announced_at {
        Some(at) => list.row(
            say!(words, "timetable-announced"),
            html! { (words.moment(at, &run.zone())) },
        ),
        None => list,
    }
}

fn preview(words: &Words, run: &Run) -> Markup {
    let path = admin::QuestionsPreview {
        season: run.season.id,
    };
    html! { p { (Link::new(say!(words, "seasons-preview"), &path)) } }
}

/// Where it stands, in a sentence.
fn standing(words: &Words, run: &Run, now: Timestamp) -> String {
    let opens_at = run.season.timetable.opens_at.filter(|at| now < *at);
    match run.season.status {
        Status::Draft => say!(words, "seasons-standing-draft"),
        Status::Open => match opens_at {
            Some(at) => say!(
                words,
                "seasons-standing-published",
                moment = words.moment(at, &run.zone())
            ),
            None => say!(words, "seasons-standing-open"),
        },
        Status::Screening => say!(words, "seasons-standing-screening"),
        Status::Judging => say!(words, "seasons-standing-judging"),
        Status::Deliberation => say!(words, "seasons-standing-deliberation"),
        Status::Decided => say!(words, "seasons-standing-decided"),
        Status::Announced => say!(words, "seasons-standing-announced"),
        Status::Archived => say!(words, "seasons-standing-archived"),
        Status::Cancelled => say!(words, "seasons-standing-cancelled"),
    }
}

/// What is set up, part by part, with what is still missing: the steps that the dashboard lists too.
fn steps(words: &Words, run: &Run, readiness: &Readiness, counts: &Counts) -> Vec<Step> {
    let is_opening = |part| part == Part::Opening;
    next_steps(&run.season, Some(readiness), &Tally::default())
        .into_iter()
        .filter_map(|next| Some((Part::of(next.step)?, next.state)))
        .map(|(part, state)| Step {
            state: look(state),
            title: part.title(words),
            path: Some(if is_opening(part) {
                let season = run.season.id;
                admin::SeasonOpening { season }.to_string()
            } else {
                part.path(run)
            }),
            note: Some(note(words, part, readiness, counts)),
        })
        .collect()
}

/// What there is of a part, or what is missing.
fn note(words: &Words, part: Part, readiness: &Readiness, counts: &Counts) -> String {
    match part {
        Part::Dates if readiness.dates_complete => say!(words, "seasons-step-dates-set"),
        Part::Dates => say!(words, "seasons-step-dates"),
        Part::Categories => say!(words, "seasons-step-categories", count = counts.categories),
        Part::Eligibility => say!(words, "seasons-step-eligibility", count = counts.rules),
        Part::Questions => say!(words, "seasons-step-questions", count = counts.questions),
        Part::Criteria if counts.undescribed > 0 => say!(
            words,
            "seasons-step-undescribed",
            count = counts.undescribed
        ),
        Part::Criteria => say!(words, "seasons-step-criteria", count = counts.criteria),
        Part::Rules => say!(words, "seasons-step-rules"),
        Part::Terms if readiness.terms_approved => say!(words, "seasons-step-terms-approved"),
        Part::Terms => say!(words, "seasons-step-terms"),
        Part::Opening if readiness.missing().is_empty() => say!(words, "seasons-step-ready"),
        Part::Opening => say!(words, "seasons-step-missing"),
    }
}

/// The moves that lead on or back, each with what it will do; or what happens by itself where none is possible.
fn offers(words: &Words, run: &Run, counts: &Counts, moves: &[Offer]) -> Markup {
    let mut moves: Vec<_> = moves
        .iter()
        .filter(|offer| !is_grave(offer.event))
        .collect();
    // What leads on comes before what leads back.
    moves.sort_by_key(|offer| offer.event.needs_reason());
    let results = counts
        .first_category
        .filter(|_| run.season.status == Status::Deliberation && counts.unsettled > 0);
    let first = moves.iter().position(|offer| !offer.event.needs_reason());
    let closes_at = run
        .season
        .timetable
        .closes_at
        .filter(|_| run.season.status == Status::Open && moves.is_empty());
    html! {
        @if !moves.is_empty() || closes_at.is_some() {
            section.stack {
                h2 { (say!(words, "seasons-moves")) }
                @if let Some(at) = closes_at {
                    p { (say!(words, "seasons-closes-by-itself", moment = words.moment(at, &run.zone()))) }
                }
                @if let Some(category) = results {
                    p {
                        (say!(words, "dashboard-left-outcome", count = counts.unsettled))
                        " "
                        (Link::new(say!(words, "dashboard-step-outcome"), &admin::Deliberation { category }))
                    }
                }
                @for (place, offer) in moves.iter().enumerate() {
                    (one_move(words, offer, if first == Some(place) { Look::Primary } else { Look::Secondary }))
                }
            }
        }
    }
}

/// What hurts when it is done in error stands at the end, folded away.
fn grave_offers(words: &Words, moves: &[Offer]) -> Markup {
    html! {
        @for offer in moves.iter().filter(|offer| is_grave(offer.event)) {
            (details(&say!(words, "seasons-grave"), &one_move(words, offer, Look::Warning)))
        }
    }
}

fn one_move(words: &Words, offer: &Offer, look: Look) -> Markup {
    html! {
        div.move.stack {
            p { (effect(words, offer.event)) }
            (buttons(&link_button(look, &Link::new(label(words, offer.event), &offer.path))))
        }
    }
}
