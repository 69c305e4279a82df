//! How a suggested conflict looks.

use maud::html;
use plaudit_store::reports::interests::Interests as Listed;
use plaudit_store::suggestions::Suggested;

use super::{CONFIRM, DISMISS, DO, REASON};
use crate::admin::desk::{self, Section};
use crate::admin::interests::view::short_warning;
use crate::http::actor::Admin;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::admin::{Interests, Suggestion};
use crate::say;
use crate::shown::interest;
use crate::ui::button::{Look, submit_as};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::Layout;
use crate::ui::summary_list::SummaryList;

/// What was found, and the two ways to settle it.
pub(super) fn page(
    admin: &Admin,
    listed: &Listed,
    suggested: &Suggested,
    path: &Suggestion,
    (raw, errors): (&RawForm, &FieldErrors),
) -> Answer {
    let words = &admin.words;
    let messages = errors.in_words(words);
    let title = say!(words, "suggested-title");
    let season = listed.about.season.id;
    let found = &suggested.suggestion;
    let nominee = html! {
        bdi { (found.nominee) }
        @if let Some(employer) = &found.employer { ", " (employer) }
    };
    let form = Form::post(
        path,
        html! {
            (Field::area(words, REASON, say!(words, "interests-reason"))
                .hint(say!(words, "interests-reason-hint"))
                .value(raw.get(REASON)).error(messages.get(REASON)).rows(4))
            div.buttons {
                (submit_as(Look::Warning, &say!(words, "suggested-confirm"), DO, CONFIRM))
                (submit_as(Look::Secondary, &say!(words, "suggested-dismiss"), DO, DISMISS))
            }
        },
    );
    let body = html! {
        (link::back(&Link::new(say!(words, "interests-title"), &Interests { season })))
        (error_summary(words, messages.iter()))
        (Heading::new(&title).above(desk::season_name(words, &listed.about)))
        (SummaryList::new()
            .row(say!(words, "interests-judge"), html! { bdi { (suggested.judge) } })
            .row(say!(words, "interests-case"), html! { (found.number) })
            .row(say!(words, "interests-nominee"), nominee)
            .row(say!(words, "suggested-sign"), html! { (interest::sign(words, found.sign, &found.likeness)) }))
        p { (say!(words, "suggested-text")) }
        (short_warning(words, listed, listed.left_without(path.case, path.judge)))
        (form)
    };
    desk::season_page(admin, Section::Judges, &listed.about, title, body).layout(Layout::Narrow)
}
