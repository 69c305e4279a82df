//! How the judges of a season look.

use jiff::Timestamp;
use maud::{Markup, Render, html};
use plaudit_domain::membership::{Role, Status};
use plaudit_domain::policy;
use plaudit_domain::reminding::invitations;
use plaudit_domain::season;
use plaudit_store::reports::judges::{JudgeRow, Judges as Panel};
use plaudit_store::reports::quorum::Change;

use super::abstentions;
use super::filter::{Part, SHOW};
use super::form::{ANSWER, CASES, EMAIL, MINUTES, NAME, ROLE, is_chair};
use crate::admin::desk::{self, Section};
use crate::admin::seasons::form::{day, time};
use crate::admin::view::files;
use crate::http::actor::Admin;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::refusal;
use crate::http::response::Answer;
use crate::paths::admin::{
    Case, Enquiries, Interests, JudgeInvitation, JudgeInvitations, JudgeReminder, JudgeRemoval,
    JudgeRole, JudgeSuspension, Judges, Progress,
};
use crate::paths::exports;
use crate::say;
use crate::shown::named;
use crate::ui::button::{Look, PostButton, link_button, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field, Fieldset};
use crate::ui::filter_bar::filter_bar;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::progress::progress;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The programme and the season, as letters and headings name them.
pub(super) fn season_name(words: &Words, panel: &Panel) -> String {
    let programme = &panel.about.programme.words.title;
    format!(
        "{} {}",
        programme.in_language(&words.language()),
        panel.about.season.name
    )
}

/// Everybody who was asked, and the form to ask somebody else.
pub(super) fn list(
    admin: &Admin,
    panel: &Panel,
    chosen: Option<Part>,
    raw: &RawForm,
    errors: &FieldErrors,
    now: Timestamp,
) -> Answer {
    let words = &admin.words;
    let messages = errors.in_words(words);
    let title = say!(words, "judges-title");
    let season = panel.about.season.id;
    let waiting: usize = panel.rows.iter().map(|row| row.progress.waiting).sum();
    let unanswered = (panel.rows.iter())
        .filter(|row| row.status == Status::Invited)
        .count();
    let free: Vec<Role> = (Role::PANEL.iter().copied())
        .filter(|role| *role != Role::Chair || !panel.rows.iter().any(is_chair))
        .collect();
    let rows: Vec<&JudgeRow> = panel
        .rows
        .iter()
        .filter(|judge| chosen.is_none_or(|part| Part::of(judge) == part))
        .collect();
    let closed = policy::may_change_panel(panel.about.season.status).err();
    let form = Form::post(
        &Judges { season },
        html! {
            (Field::text(words, NAME, say!(words, "judges-name"))
                .value(raw.get(NAME)).error(messages.get(NAME)))
            (Field::email(words, EMAIL, say!(words, "judges-email"))
                .value(raw.get(EMAIL)).error(messages.get(EMAIL)))
            (Field::radios(words, ROLE, say!(words, "judges-role"), roles(words, &free))
                .value(raw.get(ROLE)).error(messages.get(ROLE)))
            (Field::number(words, CASES, say!(words, "judges-cases")).hint(say!(words, "judges-cases-hint")).optional()
                .value(raw.get(CASES)).error(messages.get(CASES)))
            (Field::number(words, MINUTES, say!(words, "judges-minutes")).optional()
                .value(raw.get(MINUTES)).error(messages.get(MINUTES)))
            (Fieldset {
                words,
                name: ANSWER,
                legend: &say!(words, "judges-answer"),
                hint: None,
                error: None,
                body: html! {
                    (Field::date(words, day(ANSWER), say!(words, "seasons-day")).optional()
                        .value(raw.get(&day(ANSWER))).error(messages.get(&day(ANSWER))))
                    (Field::time(words, time(ANSWER), say!(words, "seasons-time")).optional()
                        .value(raw.get(&time(ANSWER))).error(messages.get(&time(ANSWER))))
                },
            })
            (submit(Look::Primary, &say!(words, "judges-invite")))
        },
    );
    let body = html! {
        (error_summary(words, messages.iter()))
        (Heading::new(&title).above(season_name(words, panel))
            .beside(html! {
                (Link::new(say!(words, "judges-how-far"), &Progress { season }))
                " "
                (Link::new(say!(words, "judges-interests"), &Interests { season }))
                " "
                (Link::new(say!(words, "judges-enquiries", count = panel.enquiries), &Enquiries { season }))
            }))
        @if waiting > 0 {
            p { (Link::new(say!(words, "judges-waiting", count = waiting), &Interests { season })) }
        }
        @if panel.rows.is_empty() {
            (empty(&say!(words, "judges-empty-title"), &say!(words, "judges-empty-text"), None))
        } @else {
            (filter(words, panel, chosen))
            @if rows.is_empty() {
                (empty(&say!(words, "judges-none-title"), &say!(words, "judges-none-text"), None))
            } @else {
                (table(words, panel, &rows, now))
            }
            (files(words, "judges.csv", &exports::Judges { season }, &exports::JudgesSheet { season }))
            @if unanswered > 1 && closed.is_none() {
                (PostButton::new(Look::Secondary, say!(words, "judges-remind-invited", count = unanswered), &JudgeInvitations { season }))
            }
        }
        (abstentions::list(words, panel))
        section.stack {
            @if let Some(closed) = &closed {
                p.muted { (refusal::in_words(closed, words)) }
            } @else {
                h2 { (say!(words, "judges-invite-title")) }
                p { (say!(words, if panel.is_planned { "judges-invite-planned" } else { "judges-invite-text" })) }
                p.muted { (say!(words, "judges-invite-reminded", days = invitations::PATIENCE.as_hours() / 24, times = invitations::MOST)) }
                (form)
            }
        }
    };
    desk::season_page(admin, Section::Judges, &panel.about, title, body)
}

fn filter(words: &Words, panel: &Panel, chosen: Option<Part>) -> Markup {
    let mut choices = vec![Choice::new("", say!(words, "judges-everybody"))];
    choices.extend(Part::ALL.into_iter().filter_map(|part| {
        let of = panel.rows.iter().filter(|judge| Part::of(judge) == part);
        let count = of.count();
        let name = words.get(&format!("judges-part-{}", part.as_str()));
        let label = say!(words, "case-status-count", status = name, count = count);
        (count > 0 || chosen == Some(part)).then(|| Choice::new(part.as_str(), label))
    }));
    let field = Field::select(words, SHOW, say!(words, "judges-show"), choices)
        .value(chosen.map(Part::as_str).unwrap_or_default());
    let all = Judges {
        season: panel.about.season.id,
    };
    let clear = chosen.map(|_| Link::new(say!(words, "case-clear"), &all));
    filter_bar(
        &all,
        &html! { (field) },
        &say!(words, "case-filter"),
        clear.as_ref(),
    )
}

fn table(words: &Words, panel: &Panel, rows: &[&JudgeRow], now: Timestamp) -> Markup {
    let may_change = policy::may_change_panel(panel.about.season.status).is_ok();
    Table::new(say!(words, "judges-title"), rows)
        .head(
            say!(words, "judges-judge"),
            |judge| html! { bdi { (judge.name) } " " span.under { (judge.email) } },
        )
        .words(say!(words, "judges-role-head"), |judge| {
            words.get(&format!("role-title-{}", judge.role))
        })
        .words(say!(words, "judges-status"), move |judge| {
            status(words, panel, judge, now)
        })
        .words(say!(words, "judges-progress"), |judge| done(words, judge))
        .numbers(
            say!(words, "judges-out"),
            |judge| html! { @if judge.progress.out > 0 { (judge.progress.out) } },
        )
        .when(may_change, |table| {
            table.words(say!(words, "judges-actions"), |judge| {
                actions(words, panel, judge)
            })
        })
        .caption_hidden()
        .render()
}

/// The roles to choose from, each with what it does.
pub(super) fn roles(words: &Words, roles: &[Role]) -> Vec<Choice> {
    roles
        .iter()
        .map(|role| {
            Choice::new(role.as_str(), words.get(&format!("role-title-{role}")))
                .hint(words.get(&format!("role-does-{role}")))
        })
        .collect()
}

fn status(words: &Words, panel: &Panel, judge: &JudgeRow, now: Timestamp) -> Markup {
    let zone = panel.about.programme.words.zone.time_zone();
    let is_late = judge.answer_by.is_some_and(|by| by < now);
    let (tone, key) = match judge.status {
        Status::Invited if is_late => (Tone::Care, "judges-unanswered"),
        Status::Invited => (Tone::Active, "judges-invited-status"),
        Status::Active => on_panel(judge, panel.about.season.status),
        Status::Declined => (Tone::Plain, "judges-declined"),
        Status::Ended => (Tone::Plain, "judges-ended"),
        Status::Suspended => (Tone::Bad, "judges-suspended"),
    };
    html! {
        (status_tag(tone, &say!(words, key)))
        @if judge.status == Status::Invited {
            " " span.under {
                (say!(words, "judges-asked-at", at = words.moment(judge.invited_at, &zone)))
                @if let Some(by) = judge.answer_by { " " (say!(words, "judges-answer-due", at = words.moment(by, &zone))) }
            }
        }
        @if let Some(reason) = &judge.decline_reason { " " span.under { "“" (reason) "”" } }
    }
}

/// What somebody who accepted is now: the season says it, and not only that they said yes.
fn on_panel(judge: &JudgeRow, season: season::Status) -> (Tone, &'static str) {
    use season::Status::{
        Announced, Archived, Cancelled, Decided, Deliberation, Draft, Judging, Open, Screening,
    };
    match season {
        Decided | Announced | Archived | Cancelled => (Tone::Plain, "judges-past"),
        Judging if judge.role.scores() => (Tone::Good, "judges-active"),
        Draft | Open | Screening if judge.role.scores() => (Tone::Good, "judges-joined"),
        Draft | Open | Screening | Judging | Deliberation => (Tone::Good, "judges-attending"),
    }
}

fn done(words: &Words, judge: &JudgeRow) -> Markup {
    let of = judge.progress;
    html! {
        @if of.cases() > 0 {
            (progress(&say!(words, "judges-done", done = of.done, of = of.cases()), of.done as u64, of.cases() as u64))
        }
        @if of.waiting > 0 {
            p.muted { (say!(words, "judges-waiting", count = of.waiting)) }
        }
    }
}

fn actions(words: &Words, panel: &Panel, judge: &JudgeRow) -> Markup {
    let (season, membership) = (panel.about.season.id, judge.membership);
    let removal = JudgeRemoval { season, membership };
    html! {
        div.buttons {
            @if judge.status == Status::Invited {
                (PostButton::new(Look::Quiet, say!(words, "judges-send-again"), &JudgeInvitation { season, membership })
                    .about(&judge.name))
            }
            @if judge.may_be_reminded(panel.about.season.status) {
                (PostButton::new(Look::Quiet, say!(words, "judges-remind"), &JudgeReminder { season, membership })
                    .about(&judge.name))
            }
            @if judge.status == Status::Active {
                a href=(JudgeSuspension { season, membership }) { (say!(words, "judges-suspend-link")) span.visually-hidden { " " (judge.name) } }
            }
            @if matches!(judge.status, Status::Invited | Status::Active) {
                a href=(JudgeRole { season, membership }) { (say!(words, "judges-role-link")) span.visually-hidden { " " (judge.name) } }
                a href=(removal) { (say!(words, "judges-remove")) span.visually-hidden { " " (judge.name) } }
            }
        }
    }
}

/// What it would mean to remove a judge, and the button.
pub(super) fn removal(admin: &Admin, panel: &Panel, judge: &JudgeRow, change: &Change) -> Answer {
    let words = &admin.words;
    let title = say!(words, "judges-removal-title", name = judge.name.as_str());
    let (season, membership) = (panel.about.season.id, judge.membership);
    let list = Judges { season };
    let body = html! {
        (link::back(&Link::new(say!(words, "judges-title"), &list)))
        (Heading::new(&title).above(season_name(words, panel)))
        p { (say!(words, "judges-removal-text")) }
        (consequences(words, change))
        div.buttons {
            (PostButton::new(Look::Warning, say!(words, "judges-remove"), &JudgeRemoval { season, membership })
                .about(&judge.name))
            (link_button(Look::Secondary, &Link::new(say!(words, "judges-keep"), &list)))
        }
    };
    desk::season_page(admin, Section::Judges, &panel.about, title, body).layout(Layout::Narrow)
}

/// What somebody's going does to the cases: nothing is said while none is before the judges.
pub(super) fn consequences(words: &Words, change: &Change) -> Markup {
    html! {
        @if change.received + change.lost > 0 {
            ul {
                li { (say!(words, "judges-removal-stays", count = change.received)) }
                li { (say!(words, "judges-removal-lost", count = change.lost)) }
                @if change.fall_below.is_empty() {
                    li { (say!(words, "judges-quorum-kept")) }
                }
            }
            @if !change.fall_below.is_empty() {
                (aside(Tone::Care, &html! {
                    p { (say!(words, "judges-quorum-lost", count = change.fall_below.len())) }
                    ul {
                        @for case in &change.fall_below {
                            li {
                                (Link::new(
                                    say!(words, "judges-quorum-case", number = case.number, nominee = named::nominee_or_erased(words, case.nominee.as_deref())),
                                    &Case { case: case.case },
                                ))
                            }
                        }
                    }
                }))
            }
        }
    }
}
