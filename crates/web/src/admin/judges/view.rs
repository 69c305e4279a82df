//! How the judges of a season look.

use maud::{Markup, Render, html};
use plaudit_domain::membership::Status;
use plaudit_store::reports::judges::{JudgeRow, Judges as Panel};

use super::form::{EMAIL, NAME};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::admin::{
    Interests, JudgeInvitation, JudgeReminder, JudgeRemoval, Judges, Progress,
};
use crate::say;
use crate::ui::button::{Look, PostButton, link_button, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
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
pub(super) fn list(admin: &Admin, panel: &Panel, raw: &RawForm, errors: &FieldErrors) -> Answer {
    let words = &admin.words;
    let messages = errors.in_words(words);
    let title = say!(words, "judges-title");
    let season = panel.about.season.id;
    let waiting: usize = panel.rows.iter().map(|row| row.progress.waiting).sum();
    let form = Form::post(
        &Judges { season },
        html! {
            (Field::text(words, NAME, say!(words, "judges-name"))
                .value(raw.get(NAME)).error(messages.get(NAME)))
            (Field::email(words, EMAIL, say!(words, "judges-email"))
                .value(raw.get(EMAIL)).error(messages.get(EMAIL)))
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
            }))
        @if waiting > 0 {
            p { (Link::new(say!(words, "judges-waiting", count = waiting), &Interests { season })) }
        }
        @if panel.rows.is_empty() {
            (empty(&say!(words, "judges-empty-title"), &say!(words, "judges-empty-text"), None))
        } @else {
            (table(words, panel))
        }
        section.stack {
            h2 { (say!(words, "judges-invite-title")) }
            p { (say!(words, "judges-invite-text")) }
            (form)
        }
    };
    desk::season_page(admin, Section::Judges, &panel.about, title, body)
}

fn table(words: &Words, panel: &Panel) -> Markup {
    Table::new(say!(words, "judges-title"), &panel.rows)
        .head(
            say!(words, "judges-judge"),
            |judge| html! { bdi { (judge.name) } " " span.under { (judge.email) } },
        )
        .words(say!(words, "judges-status"), |judge| {
            status(words, judge.status)
        })
        .words(say!(words, "judges-progress"), |judge| done(words, judge))
        .numbers(
            say!(words, "judges-out"),
            |judge| html! { @if judge.progress.out > 0 { (judge.progress.out) } },
        )
        .words(say!(words, "judges-actions"), |judge| {
            actions(words, panel, judge)
        })
        .caption_hidden()
        .render()
}

fn status(words: &Words, status: Status) -> Markup {
    let (tone, key) = match status {
        Status::Invited => (Tone::Active, "judges-invited-status"),
        Status::Active => (Tone::Good, "judges-active"),
        Status::Declined => (Tone::Plain, "judges-declined"),
        Status::Ended => (Tone::Plain, "judges-ended"),
    };
    status_tag(tone, &say!(words, key))
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
            @if matches!(judge.status, Status::Invited | Status::Active) {
                a href=(removal) { (say!(words, "judges-remove")) span.visually-hidden { " " (judge.name) } }
            }
        }
    }
}

/// What it would mean to remove a judge, and the button.
pub(super) fn removal(admin: &Admin, panel: &Panel, judge: &JudgeRow) -> Answer {
    let words = &admin.words;
    let title = say!(words, "judges-removal-title", name = judge.name.as_str());
    let (season, membership) = (panel.about.season.id, judge.membership);
    let list = Judges { season };
    let body = html! {
        (link::back(&Link::new(say!(words, "judges-title"), &list)))
        (Heading::new(&title).above(season_name(words, panel)))
        p { (say!(words, "judges-removal-text")) }
        @if judge.progress.cases() > 0 {
            ul {
                li { (say!(words, "judges-removal-stays", count = judge.progress.done)) }
                li { (say!(words, "judges-removal-lost", count = judge.progress.cases() - judge.progress.done)) }
            }
        }
        div.buttons {
            (PostButton::new(Look::Warning, say!(words, "judges-remove"), &JudgeRemoval { season, membership })
                .about(&judge.name))
            (link_button(Look::Secondary, &Link::new(say!(words, "judges-keep"), &list)))
        }
    };
    desk::season_page(admin, Section::Judges, &panel.about, title, body).layout(Layout::Narrow)
}
