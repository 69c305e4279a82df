//! How the outbox looks. What is merged into a letter is not shown.

use maud::{Markup, Render, html};
use plaudit_domain::window::Zone;
use plaudit_store::outbox::LetterStatus;
use plaudit_store::reports::outbox::{LetterRow, Outbox, OutboxFilter, PAGE};

use super::filter::{self, KIND, PAGE as PAGE_FIELD, SEARCH, STATUS};
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
    asked: &OutboxFilter,
    (zone, sends): (&Zone, bool),
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "outbox-title");
    let path = |page: u64| Path.filtered(asked, page);
    let heading = Heading::new(&title).lede(say!(words, "outbox-lede", count = outbox.all));
    let body = html! {
        @if sends {
            (heading.beside(html! { (Link::new(say!(words, "outbox-mail"), &Mail)) }))
        } @else {
            (heading)
            (no_server(words))
        }
        (filters(words, outbox, asked))
        @if outbox.rows.is_empty() {
            @if filter::is_narrowed(asked) {
                (empty(&say!(words, "outbox-none-title"), &say!(words, "outbox-none-text"), Some(&link_button(Look::Secondary, &Link::new(say!(words, "outbox-none-all"), &Path)))))
            } @else {
                (empty(&say!(words, "outbox-empty-title"), &say!(words, "outbox-empty-text"), Some(&link_button(Look::Secondary, &Link::new(say!(words, "outbox-mail"), &Mail)))))
            }
        } @else {
            (table(words, outbox, asked, zone))
            (Pager { words, page: outbox.page, size: PAGE, total: outbox.total, path: &path })
        }
    };
    desk::page(admin, Section::Outbox, title, body).layout(Layout::Wide)
}

fn filters(words: &Words, outbox: &Outbox, asked: &OutboxFilter) -> Markup {
    let mut of_status = vec![Choice::new("", say!(words, "outbox-every-status"))];
    of_status.extend(LetterStatus::ALL.iter().map(|of| {
        let count = outbox.counts.get(of).copied().unwrap_or(0);
        let label = say!(
            words,
            "outbox-status-count",
            status = status::say(words, *of),
            count = count
        );
        Choice::new(of.as_str(), label)
    }));
    let mut kinds: Vec<(String, &str, u64)> = outbox
        .kinds
        .iter()
        .map(|(kind, count)| (named::letter(words, kind), kind.as_str(), *count))
        .collect();
    if let Some(kind) = asked
        .kind
        .as_deref()
        .filter(|kind| !outbox.kinds.contains_key(*kind))
    {
        // What was chosen stays chosen, though there is none of it beside the other filters.
        kinds.push((named::letter(words, kind), kind, 0));
    }
    kinds.sort();
    let mut of_kind = vec![Choice::new("", say!(words, "outbox-every-kind"))];
    of_kind.extend(kinds.into_iter().map(|(name, kind, count)| {
        Choice::new(kind, say!(words, "counted", what = name, count = count))
    }));
    let fields = html! {
        (Field::search(words, SEARCH, say!(words, "outbox-search"))
            .hint(say!(words, "outbox-search-hint"))
            .value(&asked.search))
        (Field::select(words, KIND, say!(words, "outbox-letter"), of_kind)
            .value(asked.kind.as_deref().unwrap_or_default()))
        (Field::select(words, STATUS, say!(words, "outbox-status"), of_status)
            .value(asked.status.map(LetterStatus::as_str).unwrap_or_default()))
    };
    let clear = filter::is_narrowed(asked).then(|| Link::new(say!(words, "outbox-clear"), &Path));
    filter_bar(
        &Path,
        &fields,
        &say!(words, "outbox-filter"),
        clear.as_ref(),
    )
}

fn table(words: &Words, outbox: &Outbox, asked: &OutboxFilter, zone: &Zone) -> Markup {
    Table::new(say!(words, "outbox-table"), &outbox.rows)
        .head(say!(words, "outbox-letter"), |row| {
            named::letter(words, &row.kind)
        })
        .words(say!(words, "outbox-to"), |row| {
            html! {
                @if let Some(to) = &row.to { (named::link(words, to)) br; }
                span.address { (row.address) }
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
        .words(say!(words, "outbox-action"), |row| {
            resend(words, row, asked)
        })
        .caption_hidden()
        .render()
}

fn when(words: &Words, row: &LetterRow, zone: &Zone) -> String {
    let at = |instant| words.moment_short(instant, &zone.time_zone());
    match (row.status, row.sent_at) {
        (_, Some(sent)) => say!(words, "outbox-sent-at", at = at(sent)),
        (LetterStatus::Queued, None) => say!(words, "outbox-due-at", at = at(row.due_at)),
        (LetterStatus::Failed, None) => say!(words, "outbox-failed-at", at = at(row.due_at)),
        (_, None) => say!(words, "outbox-queued-at", at = at(row.created_at)),
    }
}

fn resend(words: &Words, row: &LetterRow, asked: &OutboxFilter) -> PostButton {
    let (kind, address) = (named::letter(words, &row.kind), row.address.as_str());
    let button = PostButton::new(
        Look::Quiet,
        say!(words, "outbox-resend"),
        &Resending { letter: row.id },
    )
    .about(say!(
        words,
        "outbox-resend-about",
        letter = kind,
        address = address
    ));
    let sent_on = [
        (SEARCH, asked.search.clone()),
        (KIND, asked.kind.clone().unwrap_or_default()),
        (
            STATUS,
            asked.status.map(|of| of.to_string()).unwrap_or_default(),
        ),
        (PAGE_FIELD, asked.page.to_string()),
    ];
    sent_on
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .fold(button, |button, (name, value)| button.with(name, &value))
}
