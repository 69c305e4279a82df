//! How a plan of who judges what looks.

use maud::{Markup, Render, html};
use plaudit_domain::plan::Hold;
use plaudit_domain::policy;
use plaudit_domain::season::Status;
use plaudit_store::reports::plan::{CaseRow, JudgeRow, Made, PlanPage};

use super::form::{CAP, CHANCE, EXPERTS, FIELDS, KEEPS, LEAST, MOST, REVIEWS, SEED};
use crate::admin::desk::{self, Section};
use crate::admin::filled::{Filled, VERSION};
use crate::admin::view::{seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    AssignedCase, Assignment, AssignmentJudges, AssignmentMatches, AssignmentProposal,
    AssignmentPublication, AssignmentRemoval, More,
};
use crate::say;
use crate::shown::named;
use crate::ui::button::{Look, PostButton, buttons, link_button, submit};
use crate::ui::card::{Figure, figures};
use crate::ui::details::details;
use crate::ui::fields::hidden;
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

/// The plan, or what it would mean to have one.
pub(super) fn page(admin: &Admin, found: &PlanPage, page: u64, filled: &Filled) -> Answer {
    let words = &admin.words;
    let season = found.about.season.id;
    let title = say!(words, "assignment-title");
    let may_change = policy::may_change_season(found.about.season.status).is_ok();
    let heading = Heading::new(&title).above(desk::season_name(words, &found.about));
    let body = html! {
        (back(&Link::new(say!(words, "more-title"), &More { season })))
        (top(words, filled, &FIELDS))
        @match &found.made {
            None => {
                (heading.lede(say!(words, "assignment-off-lede")))
                @if may_change { (options(words, found, filled)) }
            }
            Some(made) => {
                (heading.lede(say!(words, "assignment-lede"))
                    .beside(html! {
                        (Link::new(say!(words, "assignment-judges-title"), &AssignmentJudges { season })) " "
                        (Link::new(say!(words, "assignment-matches-title"), &AssignmentMatches { season }))
                    }))
                (standing(words, found, made))
                (actions(words, found, made))
                @if !may_change {
                } @else if filled.errors.is_empty() && filled.meanwhile.is_none() {
                    (details(&say!(words, "assignment-options"), &options(words, found, filled)))
                } @else {
                    section.stack { h2 { (say!(words, "assignment-options")) } (options(words, found, filled)) }
                }
                section.stack {
                    h2 { (say!(words, "progress-by-judge")) }
                    (judges(words, made))
                }
                section.stack {
                    h2 { (say!(words, "progress-by-case")) }
                    (cases(words, found, made, page))
                }
                (off(words, found))
            }
        }
    };
    desk::season_page(admin, Section::Judges, &found.about, title, body)
}

fn options(words: &Words, found: &PlanPage, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let season = found.about.season.id;
    let button = if found.made.is_some() {
        say!(words, "assignment-save")
    } else {
        say!(words, "assignment-switch-on")
    };
    let form = Form::post(
        &Assignment { season },
        html! {
            (seen(filled))
            (fields.number(REVIEWS, say!(words, "assignment-reviews")).hint(say!(words, "assignment-reviews-hint")))
            (fields.number(LEAST, say!(words, "assignment-least")))
            (fields.number(MOST, say!(words, "assignment-most")).hint(say!(words, "assignment-most-hint")))
            (fields.number(EXPERTS, say!(words, "assignment-experts")).hint(say!(words, "assignment-experts-hint")))
            (fields.number(CAP, say!(words, "assignment-cap")).hint(say!(words, "assignment-cap-hint")).optional())
            (fields.number(CHANCE, say!(words, "assignment-chance")).hint(say!(words, "assignment-chance-hint")).suffix("%"))
            (fields.text(SEED, say!(words, "assignment-seed")).hint(say!(words, "assignment-seed-hint")).short())
            (fields.tick(KEEPS, say!(words, "assignment-keeps")))
            (submit(Look::Primary, &button))
        },
    );
    html! { (form) }
}

/// What the plan comes to.
fn standing(words: &Words, found: &PlanPage, made: &Made) -> Markup {
    let of = made.figures;
    let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let missing: usize = made.cases.iter().filter(|case| case.missing > 0).count();
    let figure = |number: String, key: &str| Figure {
        number,
        label: words.get(key),
        path: None,
    };
    let mut all = vec![
        figure(number(of.reviews), "assignment-count-readings"),
        figure(number(made.proposed), "assignment-count-proposed"),
        figure(number(missing), "assignment-count-missing"),
        figure(
            format!("{}–{}", of.least, of.most),
            "assignment-count-loads",
        ),
    ];
    if made.has_matches() {
        let total = i64::try_from(of.total_match).unwrap_or(i64::MAX);
        all.push(figure(words.number(total), "assignment-count-match"));
    }
    let withdrawn = made
        .plan
        .outcome
        .as_ref()
        .map_or(0, |outcome| outcome.withdrawn.len());
    html! {
        (figures(&all))
        @if let Some((outcome, at)) = made.plan.outcome.as_ref().zip(made.plan.planned_at) {
            p {
                (say!(words, "assignment-planned-at", at = words.moment_short(at, &found.about.programme.words.zone.time_zone())))
                " "
                @if outcome.gap > 0 {
                    (say!(words, "assignment-gap", gap = thousandths(outcome.gap)))
                } @else {
                    (say!(words, "assignment-best"))
                }
                @if outcome.exchanges > 0 {
                    " " (say!(words, "assignment-joined", count = outcome.exchanges, cost = outcome.cost_of_exchanges))
                }
                @if withdrawn > 0 { " " (say!(words, "assignment-withdraws", count = withdrawn)) }
            }
        }
        @if of.parts > 1 {
            (aside(Tone::Care, &html! { p { (say!(words, "assignment-parts", count = of.parts)) } }))
        }
        @if of.reviews > 0 && of.parts == 1 { p { (say!(words, "assignment-connected")) } }
    }
}

/// A number of thousandths as a person reads it.
fn thousandths(number: i64) -> String {
    format!("{}.{:03}", number / 1_000, number % 1_000)
}

/// What can be done now.
fn actions(words: &Words, found: &PlanPage, made: &Made) -> Markup {
    let season = found.about.season.id;
    let may_plan = policy::may_plan(found.about.season.status).is_ok();
    let withdrawn = made
        .plan
        .outcome
        .as_ref()
        .map_or(0, |outcome| outcome.withdrawn.len());
    let to_publish = made.proposed + withdrawn > 0;
    let is_new = made.figures.reviews == 0;
    let again = if is_new {
        say!(words, "assignment-propose")
    } else {
        say!(words, "assignment-propose-again")
    };
    html! {
        @if !may_plan {
            p { (say!(words, "assignment-not-yet")) }
        } @else if made.cases.is_empty() || made.judges.is_empty() {
            p { (say!(words, "assignment-nothing")) }
        } @else {
            (buttons(&html! {
                @if to_publish {
                    (link_button(Look::Primary, &Link::new(say!(words, "assignment-publish"), &AssignmentPublication { season })))
                }
                (PostButton::new(if to_publish { Look::Secondary } else { Look::Primary }, again, &AssignmentProposal { season })
                    .with(VERSION, &made.plan.version))
            }))
        }
    }
}

fn judges(words: &Words, made: &Made) -> Markup {
    Table::new(say!(words, "progress-by-judge"), &made.judges)
        .head(
            say!(words, "judges-judge"),
            |row: &JudgeRow| html! { bdi { (row.name) } },
        )
        .words(say!(words, "assignment-organisation"), |row| {
            html! { (row.organisation.as_deref().unwrap_or_default()) }
        })
        .words(say!(words, "assignment-load"), |row| {
            let said = say!(
                words,
                "assignment-load-of",
                load = row.load,
                least = row.bounds.0,
                most = row.bounds.1
            );
            progress(&said, row.load.into(), row.bounds.1.into())
        })
        .when(made.has_matches(), |table| {
            table.numbers(say!(words, "assignment-match"), |row| row.total_match)
        })
        .caption_hidden()
        .render()
}

fn cases(words: &Words, found: &PlanPage, made: &Made, page: u64) -> Markup {
    let path = Assignment {
        season: found.about.season.id,
    };
    let pages = made.cases.len().div_ceil(SIZE).max(1);
    let shown = usize::try_from(page).unwrap_or(1).clamp(1, pages);
    let first = (shown - 1) * SIZE;
    let rows = &made.cases[first..made.cases.len().min(first + SIZE)];
    html! {
        (case_table(words, found, made, rows))
        @if pages > 1 {
            (Pager {
                words,
                page: shown as u64,
                size: SIZE as u64,
                total: made.cases.len() as u64,
                path: &|page| path.page(page),
            })
        }
    }
}

fn case_table(words: &Words, found: &PlanPage, made: &Made, rows: &[CaseRow]) -> Markup {
    let season = found.about.season.id;
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
            html! { a href=(AssignedCase { season, case: row.id }) { bdi { (nominee) } } }
        })
        .words(say!(words, "assignment-readers"), |row| {
            html! {
                ul.plain {
                    @for (place, hold) in &row.readers {
                        li { bdi { (made.judges[*place].name) } " " (held(words, *hold)) }
                    }
                }
                @if row.missing > 0 {
                    (status_tag(Tone::Bad, &say!(words, "assignment-missing", count = row.missing)))
                }
            }
        })
        .caption_hidden()
        .render()
}

/// How somebody has a case, as a tag.
pub(super) fn held(words: &Words, hold: Hold) -> Markup {
    match hold {
        Hold::Proposed => status_tag(Tone::Active, &say!(words, "assignment-hold-proposed")),
        Hold::ByHand => status_tag(Tone::Care, &say!(words, "assignment-hold-by-hand")),
        Hold::Published => status_tag(Tone::Plain, &say!(words, "assignment-hold-published")),
        Hold::Begun => status_tag(Tone::Good, &say!(words, "assignment-hold-begun")),
    }
}

/// The way back to the small award, as long as there is one.
fn off(words: &Words, found: &PlanPage) -> Markup {
    let season = found.about.season.id;
    let may_stop = policy::may_stop_planning(found.about.season.status).is_ok();
    html! {
        @if may_stop {
            (details(&say!(words, "assignment-switch-off"), &html! {
                p { (say!(words, "assignment-switch-off-text")) }
                (PostButton::new(Look::Warning, say!(words, "assignment-switch-off"), &AssignmentRemoval { season }))
            }))
        }
    }
}

/// What publishing would mean, and the button that does it.
pub(super) fn publication(admin: &Admin, found: &PlanPage, made: &Made) -> Answer {
    let words = &admin.words;
    let season = found.about.season.id;
    let title = say!(words, "assignment-publish");
    let withdrawn = made
        .plan
        .outcome
        .as_ref()
        .map_or(0, |outcome| outcome.withdrawn.len());
    let short = made.cases.iter().filter(|case| case.missing > 0).count();
    let form = Form::post(
        &AssignmentPublication { season },
        html! {
            (hidden(VERSION, &made.plan.version))
            (submit(Look::Primary, &say!(words, "assignment-publish-now", count = made.proposed)))
        },
    );
    let is_judging = found.about.season.status == Status::Judging;
    let body = html! {
        (back(&Link::new(say!(words, "assignment-title"), &Assignment { season })))
        (Heading::new(&title).above(desk::season_name(words, &found.about)))
        ul {
            li { (say!(words, "assignment-publish-gives", count = made.proposed)) }
            @if withdrawn > 0 { li { (say!(words, "assignment-withdraws", count = withdrawn)) } }
            @if short > 0 { li { (say!(words, "assignment-publish-short", count = short)) } }
            li { (say!(words, "assignment-publish-checked")) }
        }
        @if made.proposed + withdrawn == 0 {
            p { (say!(words, "assignment-publish-nothing")) }
        } @else if is_judging {
            (form)
        } @else {
            p { (say!(words, "assignment-publish-later")) }
        }
    };
    desk::season_page(admin, Section::Judges, &found.about, title, body)
}
