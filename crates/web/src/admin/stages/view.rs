//! How a season's stages look to an administrator.

use maud::{Markup, html};
use plaudit_domain::season::Status;
use plaudit_domain::stage::{Decides, Kind};
use plaudit_domain::{policy, season};
use plaudit_store::reports::stages::StagesPage;

use super::form::{
    CARRIED, DECIDES, FIELDS, GUIDANCE, INTERVIEW, SCORECARDS, SIFT, VOTES, of_case, of_judge,
};
use super::next::REASON;
use crate::admin::deciding::Attempt;
use crate::admin::desk::{self, Section};
use crate::admin::filled::Filled;
use crate::admin::view::{rules_locked, seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Criteria, More, StageInterviews, StageJudges, StageMove, StageMoveRemoval, Stages,
};
use crate::say;
use crate::shown::named;
use crate::shown::stages::{name, rules};
use crate::ui::button::{Look, link_button, submit};
use crate::ui::details::details;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::status_tag::status_tag;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What the stages are, who judges in which, and the ways on and back.
pub(super) fn page(
    admin: &Admin,
    found: &StagesPage,
    filled: &Filled,
    attempt: &Attempt,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "stages-title");
    let season = &found.about.season;
    let may_change = policy::may_change_rules(season.status, found.rules.status).is_ok();
    let are_on = found.rules.stages.are_on();
    let messages = attempt.errors.in_words(words);
    let body = html! {
        (back(&Link::new(say!(words, "more-title"), &More { season: season.id })))
        (top(words, filled, &FIELDS))
        (error_summary(words, messages.iter()))
        (Heading::new(&title).lede(say!(words, "stages-lede")))
        @if are_on { (list(words, found)) }
        @if may_change {
            (settings(words, found, filled))
        } @else {
            (rules_locked(words, &found.rules))
            @if are_on {
                section.stack {
                    h2 { (say!(words, "stages-what")) }
                    p { (say!(words, "stages-set")) }
                    (rules(words, &found.rules))
                }
            } @else { p { (say!(words, "stages-none")) } }
        }
        @if are_on && !found.judges.is_empty() { (judges(words, found)) }
        (interviews(words, found, filled))
        (back_again(words, found, attempt))
    };
    desk::season_page(admin, Section::Programmes, &found.about, title, body)
}

/// The stages in their order with the one that is on, and the ways from it.
fn list(words: &Words, found: &StagesPage) -> Markup {
    let season = &found.about.season;
    let is_judging = season.status == season::Status::Judging;
    html! {
        ol {
            @for kind in found.rules.stages.kinds() {
                li {
                    (name(words, kind))
                    @if is_judging && kind == season.stage {
                        " " (status_tag(Tone::Active, &say!(words, "stages-on-now")))
                    }
                }
            }
        }
        @if let Some(to) = found.next() {
            div.buttons {
                (link_button(Look::Primary, &Link::new(
                    say!(words, "stages-go-on", stage = name(words, to)),
                    &StageMove { season: season.id },
                )))
            }
        }
    }
}

/// The form that takes the last move back, folded away.
fn back_again(words: &Words, found: &StagesPage, attempt: &Attempt) -> Markup {
    let messages = attempt.errors.in_words(words);
    let Some(to) = found.previous() else {
        return html! {};
    };
    let path = StageMoveRemoval {
        season: found.about.season.id,
    };
    let form = Form::post(
        &path,
        html! {
            p { (say!(words, "stages-go-back-text")) }
            (Field::area(words, REASON, say!(words, "stages-reason"))
                .rows(3)
                .value(attempt.raw.get(REASON))
                .error(messages.get(REASON)))
            (submit(Look::Secondary, &say!(words, "stages-go-back", stage = name(words, to))))
        },
    );
    let title = say!(words, "stages-go-back", stage = name(words, to));
    html! {
        @if attempt.errors.is_empty() {
            (details(&title, &html! { (form) }))
        } @else {
            section.stack { h2 { (title) } (form) }
        }
    }
}

fn settings(words: &Words, found: &StagesPage, filled: &Filled) -> Markup {
    let fields = filled.fields(words);
    let decides = Decides::ALL
        .iter()
        .map(|rule| Choice::new(rule.as_str(), words.get(&format!("stages-decides-{rule}"))))
        .collect();
    let path = Stages {
        season: found.about.season.id,
    };
    let body = html! {
        (seen(filled))
        section.stack {
            h2 { (name(words, Kind::Sift)) }
            p { (say!(words, "stages-sift-text")) }
            (fields.tick(SIFT, say!(words, "stages-sift-on")))
            (fields.number(VOTES, say!(words, "stages-votes")).hint(say!(words, "stages-votes-hint")))
            (fields.radios(DECIDES, say!(words, "stages-decides"), decides))
            (fields.area(GUIDANCE, say!(words, "stages-guidance")).hint(say!(words, "stages-guidance-hint")).rows(4))
        }
        section.stack {
            h2 { (name(words, Kind::Interview)) }
            p { (say!(words, "stages-interview-text")) }
            (fields.tick(INTERVIEW, say!(words, "stages-interview-on")))
            (fields.number(SCORECARDS, say!(words, "stages-scorecards")))
            (fields.number(CARRIED, say!(words, "stages-carried")).hint(say!(words, "stages-carried-hint")).suffix("%"))
            @if found.rules.stages.interview.is_some() {
                p { (Link::new(say!(words, "stages-interview-criteria"), &Criteria { season: path.season })) }
            }
        }
        (submit(Look::Primary, &say!(words, "stages-save")))
    };
    html! { (Form::post(&path, body)) }
}

/// While finalists are interviewed: who has not read whom, and when and where each is met.
fn interviews(words: &Words, found: &StagesPage, filled: &Filled) -> Markup {
    let messages = filled.errors.in_words(words);
    let season = found.about.season.id;
    html! {
        @if !found.interviewed.is_empty() {
            section.stack {
                h2 { (say!(words, "stages-reading")) }
                @if found.unread.is_empty() { p { (say!(words, "stages-all-read")) } } @else {
                    p { (say!(words, "stages-unread")) }
                    ul {
                        @for (judge, numbers) in &found.unread {
                            li { (say!(words, "stages-unread-judge", name = judge.as_str(), cases = in_a_row(words, numbers))) }
                        }
                    }
                }
            }
            section.stack {
                h2 { (say!(words, "stages-appointments")) }
                (Form::post(&StageInterviews { season }, html! {
                    @for one in &found.interviewed {
                        @let field = of_case(one.case);
                        @let typed = filled.raw.get(&field);
                        @let kept = one.appointment.as_deref().unwrap_or_default();
                        @let value = if messages.is_empty() { kept } else { typed };
                        (Field::text(words, field.clone(), say!(words, "stages-appointment", number = one.number, nominee = named::nominee_or_erased(words, one.nominee.as_deref())))
                            .value(value).error(messages.get(&field)).optional())
                    }
                    (submit(Look::Secondary, &say!(words, "stages-appointments-save")))
                }))
            }
        }
    }
}

fn in_a_row(words: &Words, numbers: &[i64]) -> String {
    let said: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    words.list(&said)
}

/// A row of boxes for each judge.
fn judges(words: &Words, found: &StagesPage) -> Markup {
    let season = &found.about.season;
    let over = !matches!(
        season.status,
        Status::Draft | Status::Open | Status::Screening | Status::Judging
    );
    let kinds = found.rules.stages.kinds();
    let choices = || {
        kinds
            .iter()
            .map(|kind| Choice::new(kind.as_str(), name(words, *kind)))
            .collect::<Vec<_>>()
    };
    html! {
        @if !over {
            section.stack {
                h2 { (say!(words, "stages-judges")) }
                p { (say!(words, "stages-judges-text")) }
                (Form::post(&StageJudges { season: season.id }, html! {
                    @for judge in &found.judges {
                        @let chosen: Vec<&str> = judge.stages.iter().map(|kind| kind.as_str()).collect();
                        (Field::checkboxes(words, of_judge(judge.membership), judge.name.clone(), choices())
                            .chosen(&chosen).inline().optional())
                    }
                    (submit(Look::Secondary, &say!(words, "stages-judges-save")))
                }))
            }
        }
    }
}
