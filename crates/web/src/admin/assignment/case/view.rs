//! How the readers of one case look, and the choices with what each costs.

use maud::{Markup, Render, html};
use plaudit_domain::ids::{AccountId, CaseId, SeasonId};
use plaudit_domain::plan::Hold;
use plaudit_domain::plan::change::Choice;
use plaudit_store::reports::plan::{CaseRow, JudgeRow, Made, PlanPage};

use super::{FROM, REASON, TO};
use crate::admin::assignment::view::held;
use crate::admin::deciding::Attempt;
use crate::admin::desk::{self, Section};
use crate::admin::filled::VERSION;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{AssignedCase, Assignment, Case};
use crate::say;
use crate::shown::named;
use crate::ui::button::{Look, PostButton, submit_as};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Who reads it, and who else could.
pub(super) fn page(
    admin: &Admin,
    page: &PlanPage,
    made: &Made,
    case: &CaseRow,
    from: Option<AccountId>,
    attempt: &Attempt,
) -> Answer {
    let words = &admin.words;
    let season = page.about.season.id;
    let messages = attempt.errors.in_words(words);
    let nominee = named::nominee_or_erased(words, case.nominee.as_deref());
    let title = say!(
        words,
        "assignment-case-title",
        number = case.number,
        nominee = nominee
    );
    let readers: Vec<(&JudgeRow, Hold)> = case
        .readers
        .iter()
        .map(|(place, hold)| (&made.judges[*place], *hold))
        .collect();
    let giver = from.and_then(|from| readers.iter().find(|(judge, _)| judge.id == from));
    let choices = made.choices(case.id, giver.map(|(judge, _)| judge.id));
    let path = AssignedCase {
        season,
        case: case.id,
    };
    let needs_reason = readers
        .iter()
        .any(|(_, hold)| matches!(hold, Hold::Published | Hold::Begun));
    let body = html! {
        (error_summary(words, messages.iter()))
        (back(&Link::new(say!(words, "assignment-title"), &Assignment { season })))
        @if attempt.stale { (aside(Tone::Care, &html! { p { (say!(words, "assignment-stale")) } })) }
        (Heading::new(&title)
            .above(desk::season_name(words, &page.about))
            .beside(html! { (Link::new(say!(words, "assignment-case-see"), &Case { case: case.id })) }))
        @if case.missing > 0 {
            p { (status_tag(Tone::Bad, &say!(words, "assignment-missing", count = case.missing))) }
        }
        section.stack {
            h2 { (say!(words, "assignment-readers")) }
            (reading(words, made, case, &readers, &path))
        }
        section.stack {
            h2 {
                @match giver {
                    Some((judge, _)) => (say!(words, "assignment-instead-of", name = judge.name.as_str())),
                    None => (say!(words, "assignment-one-more")),
                }
            }
            p { (say!(words, "assignment-choices-text")) }
            (Form::post(&path, html! {
                (hidden(VERSION, &made.plan.version))
                @if let Some((judge, _)) = giver { (hidden(FROM, &judge.membership)) }
                @if needs_reason {
                    (Field::area(words, REASON, say!(words, "assignment-reason"))
                        .hint(say!(words, "assignment-reason-hint"))
                        .rows(2)
                        .value(attempt.raw.get(REASON))
                        .error(messages.get(REASON)))
                }
                @if choices.is_empty() {
                    p { (say!(words, "assignment-no-choice")) }
                } @else {
                    (table(words, made, &choices, giver.is_some()))
                }
                @if let Some((judge, Hold::Proposed | Hold::ByHand | Hold::Published)) = giver {
                    (submit_as(Look::Warning, &say!(words, "assignment-take-off", name = judge.name.as_str()), TO, ""))
                }
            }))
        }
    };
    desk::season_page(admin, Section::Judges, &page.about, title, body)
}

/// The button that asks for one more scorecard of a case: of whoever is free of conflicts, has room, and suits it best.
pub(in crate::admin) fn one_more(
    words: &Words,
    season: SeasonId,
    made: &Made,
    case: CaseId,
) -> Option<Markup> {
    let choices = made.choices(case, None);
    let best = choices
        .iter()
        .find(|choice| !choice.is_full && !choice.breaks_cap)?;
    let judge = made.judge(best.judge)?;
    let said = say!(words, "assignment-ask", name = judge.name.as_str());
    let button = PostButton::new(Look::Secondary, said, &AssignedCase { season, case })
        .with(VERSION, &made.plan.version.to_string())
        .with(TO, &judge.membership.to_string())
        .with(REASON, &say!(words, "assignment-ask-reason"));
    Some(button.render())
}

fn reading(
    words: &Words,
    made: &Made,
    case: &CaseRow,
    readers: &[(&JudgeRow, Hold)],
    path: &AssignedCase,
) -> Markup {
    if readers.is_empty() {
        return html! { p { (say!(words, "assignment-nobody")) } };
    }
    Table::new(say!(words, "assignment-readers"), readers)
        .head(
            say!(words, "judges-judge"),
            |(judge, _)| html! { bdi { (judge.name) } },
        )
        .words(say!(words, "judges-status"), |(_, hold)| held(words, *hold))
        .numbers(say!(words, "assignment-match"), |(judge, _)| {
            made.score(case.id, judge.id)
        })
        .words(say!(words, "judges-actions"), |(judge, hold)| {
            html! {
                @if *hold != Hold::Begun {
                    a href=(path.instead_of(judge.membership)) {
                        (say!(words, "assignment-change")) span.visually-hidden { " " (judge.name) }
                    }
                }
            }
        })
        .caption_hidden()
        .render()
}

fn table(words: &Words, made: &Made, choices: &[Choice], is_instead: bool) -> Markup {
    let of = |choice: &Choice| made.judge(choice.judge);
    Table::new(say!(words, "assignment-choices"), choices)
        .head(say!(words, "judges-judge"), |choice| {
            html! { @if let Some(judge) = of(choice) { bdi { (judge.name) } } }
        })
        .numbers(say!(words, "assignment-match"), |choice| choice.score)
        .numbers(say!(words, "assignment-difference"), |choice| signed(choice.difference))
        .words(say!(words, "assignment-load"), |choice| {
            html! {
                (say!(words, "assignment-load-most", load = choice.load, most = choice.most))
                @if choice.is_full { " " (status_tag(Tone::Care, &say!(words, "assignment-full"))) }
                @if choice.breaks_cap { " " (status_tag(Tone::Care, &say!(words, "assignment-breaks-cap"))) }
            }
        })
        .words(say!(words, "judges-actions"), |choice| {
            html! { @if let Some(judge) = of(choice) {
                div.buttons {
                    (submit_as(Look::Quiet, &say!(words, "assignment-give", name = judge.name.as_str()), TO, &judge.membership.to_string()))
                    @if let Some(back) = choice.exchange.filter(|_| is_instead) {
                        @if let Some(case) = made.case(back.case) {
                            (submit_as(
                                Look::Quiet,
                                &say!(words, "assignment-exchange", name = judge.name.as_str(), number = case.number, difference = signed(back.difference)),
                                TO,
                                &format!("{}.{}", judge.membership, back.case),
                            ))
                        }
                    }
                }
            } }
        })
        .caption_hidden()
        .render()
}

/// A difference with its sign.
fn signed(difference: i64) -> String {
    match difference {
        0 => "0".to_owned(),
        more if more > 0 => format!("+{more}"),
        less => format!("−{}", less.unsigned_abs()),
    }
}
