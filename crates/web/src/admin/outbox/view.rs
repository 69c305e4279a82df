//! How the outbox looks. What is merged into a letter is not shown.

use maud::{Markup, Render, html};
use plaudit_domain::window::Zone;
use plaudit_store::outbox::LetterStatus;
use plaudit_store::reports::outbox::{LetterRow, Outbox, PAGE};

use super::{PAGE as PAGE_FIELD, STATUS};
use crate::admin::desk::{self, Section};
use crate::admin::mail::no_server;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Mail, Outbox as Path, Resending};
use crate::say;
use crate::shown::{named, status};
use crate::ui::button::{Look, PostButton, link_button};
use crate::ui::empty::empty;
use crate::ui::fields::{Choice, Field};
use crate::ui::filter_bar::filter_bar;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Layout;
use crate::ui::pager::Pager;
use crate::ui::table::Table;
use crate::words::Words;

/// A page of letters.
pub(super) fn page(
    admin: &Admin,
    outbox: &Outbox,
    chosen: Option<LetterStatus>,
    (zone, sends): (&Zone, bool),
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "outbox-title");
    let path = |page: u64| match chosen {
        Some(status) => format!("{Path}?{STATUS}={status}&{PAGE_FIELD}={page}"),
        None => format!("{Path}?{PAGE_FIELD}={page}"),
    };
    let body = html! {
        (Heading::new(&title)
            .lede(say!(words, "outbox-lede"))
            .beside(html! { (Link::new(say!(words, "outbox-mail"), &Mail)) }))
        @if !sends { (no_server(words)) }
        (filter(words, outbox, chosen))
        @if outbox.rows.is_empty() {
            @match chosen {
                Some(_) => (empty(&say!(words, "outbox-none-title"), &say!(words, "outbox-none-text"), Some(&link_button(Look::Secondary, &Link::new(say!(words, "outbox-none-all"), &Path))))),
                None => (empty(&say!(words, "outbox-empty-title"), &say!(words, "outbox-empty-text"), Some(&link_button(Look::Secondary, &Link::new(say!(words, "outbox-mail"), &Mail))))),
            }
        } @else {
            (table(words, outbox, zone))
            (Pager { words, page: outbox.page, size: PAGE, total: outbox.total, path: &path })
        }
    };
    desk::page(admin, Section::Outbox, title, body).layout(Layout::Wide)
}

fn filter(words: &Words, outbox: &Outbox, chosen: Option<LetterStatus>) -> Markup {
    let mut choices = vec![Choice::new("", say!(words, "outbox-every-status"))];
    choices.extend(LetterStatus::ALL.iter().map(|of| {
        let count = outbox.counts.get(of).copied().unwrap_or(0);
        let label = say!(
            words,
            "outbox-status-count",
            status = status::say(words, *of),
            count = count
        );
        Choice::new(of.as_str(), label)
    }));
    let field = Field::select(words, STATUS, say!(words, "outbox-status"), choices)
        .value(chosen.map(LetterStatus::as_str).unwrap_or_default());
    let clear = chosen.map(|_| Link::new(say!(words, "outbox-clear"), &Path));
    filter_bar(
        &Path,
        &html! { (field) },
        &say!(words, "outbox-filter"),
        clear.as_ref(),
    )
}

fn table(words: &Words, outbox: &Outbox, zone: &Zone) -> Markup {
    Table::new(say!(words, "outbox-table"), &outbox.rows)
        .head(say!(words, "outbox-letter"), |row| {
            named::letter(words, &row.kind)
        })
        .words(say!(words, "outbox-to"), |row| {
            html! {
                @if let Some(to) = &row.to { (named::link(words, to)) br; }
                (row.address)
            }
        })
        .words(say!(words, "outbox-status"), |row| {
            html! {
                (status::tag(words, row.status))
                @if let Some(failure) = &row.failure { p.muted { (failure) } }
            }
        })
        .numbers(say!(words, "outbox-tries"), |row| row.tries)
        .words(say!(words, "outbox-when", zone = zone.name()), |row| {
            when(words, row, zone)
        })
        .words(say!(words, "outbox-action"), |row| resend(words, row))
        .caption_hidden()
        .render()
}

fn when(words: &Words, row: &LetterRow, zone: &Zone) -> String {
    let at = |instant| words.moment_short(instant, &zone.time_zone());
    match (row.status, row.sent_at) {
        (_, Some(sent)) => say!(words, "outbox-sent-at", at = at(sent)),
        (LetterStatus::Queued, None) => say!(words, "outbox-due-at", at = at(row.due_at)),
        (_, None) => say!(words, "outbox-queued-at", at = at(row.created_at)),
    }
}

fn resend(words: &Words, row: &LetterRow) -> PostButton {
    let (kind, address) = (named::letter(words, &row.kind), row.address.as_str());
    PostButton::new(
        Look::Quiet,
        say!(words, "outbox-resend"),
        &Resending { letter: row.id },
    )
    .about(say!(
        words,
        "outbox-resend-about",
        letter = kind,
        address = address
    ))
}
