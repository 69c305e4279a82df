//! How the referees of a case look: on its page, and where one is named or taken off.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use plaudit_domain::policy;
use plaudit_store::reports::case::CasePage;
use plaudit_store::reports::referees::{Loss, RefereeRow, Struck};

use super::{EMAIL, GO_ON, NAME, ORGANISATION, REASON, YES};
use crate::admin::deciding::Attempt;
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::admin::{Case, RefereeRemoval, Referees};
use crate::say;
use crate::shown::decision::VERSION;
use crate::shown::named;
use crate::ui::button::{Look, buttons, link_button, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What a referee is called: by name, unless it is erased.
pub(super) fn named(words: &Words, referee: &RefereeRow) -> String {
    named::nominee_or_erased(words, referee.name.as_deref())
}

/// The referees on the case's page, with the way to name one.
pub(in crate::admin::cases) fn listed(words: &Words, case: &CasePage, zone: &TimeZone) -> Markup {
    let may_change = policy::may_change_referees(case.about.season.status, case.status).is_ok();
    let mut table = Table::new(say!(words, "case-referees"), &case.referees)
        .head(say!(words, "case-referee"), |row| {
            html! {
                bdi { (named(words, row)) }
                @for line in [&row.employer, &row.email].into_iter().flatten() { " " span.under { (line) } }
            }
        })
        .words(say!(words, "case-referee-named"), |row| {
            html! { (words.moment_short(row.named_at, zone)) }
        })
        .caption_hidden();
    if may_change {
        table = table.actions(say!(words, "case-referee-action"), |row| {
            let path = RefereeRemoval {
                case: case.id,
                reference: row.reference,
            };
            html! {
                a href=(path) {
                    (say!(words, "case-referee-off"))
                    span.visually-hidden { " " (named(words, row)) }
                }
            }
        });
    }
    html! {
        section.stack {
            h2 { (say!(words, "case-referees")) }
            @if case.referees.is_empty() {
                p { (say!(words, "case-no-referees")) }
            } @else {
                (table)
            }
            @if may_change {
                p { (Link::new(say!(words, "case-referee-name"), &Referees { case: case.id })) }
            }
        }
    }
}

fn title_of(words: &Words, case: &CasePage) -> String {
    let nominee = case.nominee.as_ref().map(|person| person.name.as_str());
    let nominee = named::nominee_or_erased(words, nominee);
    say!(words, "named-case", number = case.number, nominee = nominee)
}

fn page(admin: &Admin, case: &CasePage, attempt: &Attempt, title: String, body: &Markup) -> Answer {
    let words = &admin.words;
    let whole = title_of(words, case);
    let body = html! {
        (back(&Link::new(&whole, &Case { case: case.id })))
        (error_summary(words, attempt.errors.in_words(words).iter()))
        @if attempt.stale { (aside(Tone::Care, &html! { p { (say!(words, "deciding-stale")) } })) }
        (Heading::new(&title).above(&whole))
        (body)
    };
    desk::season_page(admin, Section::Cases, &case.about, title, body).layout(Layout::Narrow)
}

/// The form that names a referee.
pub(super) fn form(admin: &Admin, case: &CasePage, attempt: &Attempt) -> Answer {
    let words = &admin.words;
    let (raw, messages) = (&attempt.raw, attempt.errors.in_words(words));
    let fields = html! {
        (hidden(VERSION, &case.version))
        (Field::text(words, NAME, say!(words, "referees-name"))
            .value(raw.get(NAME)).error(messages.get(NAME)))
        (Field::email(words, EMAIL, say!(words, "referees-email")).optional()
            .hint(say!(words, "referees-email-hint"))
            .value(raw.get(EMAIL)).error(messages.get(EMAIL)))
        (Field::text(words, ORGANISATION, say!(words, "referees-organisation")).optional()
            .value(raw.get(ORGANISATION)).error(messages.get(ORGANISATION)))
        (buttons(&html! {
            (submit(Look::Primary, &say!(words, "referees-send")))
            (Link::new(say!(words, "referees-leave"), &Case { case: case.id }))
        }))
    };
    let body = html! {
        p { (say!(words, "referees-part")) }
        p { (say!(words, "referees-no-letter")) }
        (Form::post(&Referees { case: case.id }, fields))
    };
    page(
        admin,
        case,
        attempt,
        say!(words, "case-referee-name"),
        &body,
    )
}

/// What comes of naming somebody who runs the award or judges it, and the two ways on; what was typed goes along.
pub(super) fn before(
    admin: &Admin,
    case: &CasePage,
    name: &str,
    struck: &Struck,
    raw: &RawForm,
) -> Answer {
    let words = &admin.words;
    let said = match (struck.is_viewer, struck.judge) {
        (true, _) => say!(words, "referees-struck-self"),
        (false, Some(_)) => say!(words, "referees-struck-judge", name = struck.name.as_str()),
        (false, None) => say!(words, "referees-struck-other", name = struck.name.as_str()),
    };
    let form = Form::post(
        &Referees { case: case.id },
        html! {
            @for (field, value) in raw.pairs().filter(|(field, _)| *field != GO_ON) { (hidden(field, &value)) }
            (hidden(GO_ON, &YES))
            div.buttons {
                (submit(Look::Warning, &say!(words, "referees-go-on")))
                (link_button(Look::Secondary, &Link::new(say!(words, "referees-leave"), &Case { case: case.id })))
            }
        },
    );
    let body = html! {
        ul {
            li { (said) }
            @if let Some(loss) = struck.judge { (lost(words, loss)) }
            li { (say!(words, "referees-struck-record")) }
        }
        (form)
    };
    let title = say!(words, "referees-before-title", name = name);
    page(admin, case, &Attempt::default(), title, &body)
}

fn lost(words: &Words, loss: Loss) -> Markup {
    html! {
        @if loss.is_scored { li { (say!(words, "referees-struck-scored")) } }
        li { (say!(words, "referees-struck-left", count = loss.left, needed = loss.needed)) }
        @if loss.left < loss.needed { li { (say!(words, "referees-struck-short")) } }
    }
}

/// What it means to take a referee off, and why it is done.
pub(super) fn removal(
    admin: &Admin,
    case: &CasePage,
    referee: &RefereeRow,
    attempt: &Attempt,
) -> Answer {
    let words = &admin.words;
    let path = RefereeRemoval {
        case: case.id,
        reference: referee.reference,
    };
    let messages = attempt.errors.in_words(words);
    let fields = html! {
        (hidden(VERSION, &case.version))
        (Field::area(words, REASON, say!(words, "deciding-reason")).rows(3)
            .value(attempt.raw.get(REASON)).error(messages.get(REASON)).required(true))
        (buttons(&html! {
            (submit(Look::Warning, &say!(words, "referees-off-send")))
            (Link::new(say!(words, "referees-off-leave"), &Case { case: case.id }))
        }))
    };
    let body = html! {
        p { (say!(words, "referees-off-text")) }
        (Form::post(&path, fields))
    };
    let title = say!(words, "referees-off-title", name = named(words, referee));
    page(admin, case, attempt, title, &body)
}
