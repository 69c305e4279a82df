//! How the progress of judging looks to an administrator.

use jiff::Timestamp;
use maud::{Markup, html};
use plaudit_domain::ids::{MembershipId, SeasonId};
use plaudit_domain::policy;
use plaudit_domain::reminding::Days;
use plaudit_store::reports::progress::Progress as Found;

use super::DAYS;
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::admin::{Case, Interests, JudgeReminders, Judges, Progress, Reminding};
use crate::say;
use crate::shown::progress::{self as shown, Ways};
use crate::ui::button::{Look, submit};
use crate::ui::details::details;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::words::Words;

/// The days of reminders as they were typed, with what is wrong.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) raw: RawForm,
    pub(super) errors: FieldErrors,
}

fn ways(season: SeasonId) -> Ways<'static> {
    Ways {
        here: Progress { season }.to_string(),
        reminders: JudgeReminders { season }.to_string(),
        rulings: Some(Interests { season }.to_string()),
        invite: Some(Judges { season }.to_string()),
        case: &|case| Some(Case { case }.to_string()),
    }
}

/// How far everybody is.
pub(super) fn page(
    admin: &Admin,
    found: &Found,
    page: u64,
    now: Timestamp,
    typed: &Typed,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "progress-title");
    let season = found.about.season.id;
    let heading = Heading::new(&title)
        .above(desk::season_name(words, &found.about))
        .beside(html! { (Link::new(say!(words, "progress-judges"), &Judges { season })) });
    let body = html! {
        (error_summary(words, typed.errors.in_words(words).iter()))
        (match shown::due(words, found, now) {
            Some(due) => heading.lede(due),
            None => heading,
        })
        (shown::everybody(words, found, page, &ways(season)))
        @if policy::may_change_season(found.about.season.status).is_ok() { (reminding(words, found, typed)) }
    };
    desk::season_page_at(
        admin,
        Section::Judges,
        &found.about,
        (title, body),
        &|season| Progress { season }.to_string(),
    )
}

/// The days on which judges are reminded by themselves; folded away while they are not.
fn reminding(words: &Words, found: &Found, typed: &Typed) -> Markup {
    let season = found.about.season.id;
    let messages = typed.errors.in_words(words);
    let kept = found.reminding.as_ref().map(Days::text);
    let value = if typed.errors.is_empty() {
        kept.clone().unwrap_or_default()
    } else {
        typed.raw.get(DAYS).to_owned()
    };
    let form = Form::post(
        &Reminding { season },
        html! {
            (Field::text(words, DAYS, say!(words, "progress-days"))
                .hint(say!(words, "progress-days-hint"))
                .value(value)
                .error(messages.get(DAYS))
                .short())
            (submit(Look::Secondary, &say!(words, "progress-days-save")))
        },
    );
    let said = match &kept {
        Some(days) => say!(words, "progress-days-on", days = days.as_str()),
        None => say!(words, "progress-days-none"),
    };
    if typed.errors.is_empty() {
        details(&said, &html! { (form) })
    } else {
        html! { section.stack { h2 { (said) } (form) } }
    }
}

/// Whom a reminder would go to, and the button that sends it.
pub(super) fn reminders(admin: &Admin, found: &Found, chosen: &[MembershipId]) -> Answer {
    let words = &admin.words;
    let season = found.about.season.id;
    let body = html! {
        (back(&Link::new(say!(words, "progress-title"), &Progress { season })))
        (shown::reminders(words, found, chosen, &ways(season)))
    };
    let title = say!(words, "progress-remind-title");
    desk::season_page_at(
        admin,
        Section::Judges,
        &found.about,
        (title, body),
        &|season| JudgeReminders { season }.to_string(),
    )
}
