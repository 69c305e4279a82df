//! How the history looks.

use std::fmt::Write as _;

use maud::{Markup, Render, html};
use plaudit_domain::fact::FactKind;
use plaudit_domain::ids::FactId;
use plaudit_domain::programme::Programme;
use plaudit_domain::season::Season;
use plaudit_domain::window::Zone;
use plaudit_store::reports::history::{self, FactRow, HistoryFilter};

use super::{BEFORE, KIND, SEASON};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::History as Path;
use crate::say;
use crate::shown::{fact, named};
use crate::ui::button::{Look, buttons, link_button};
use crate::ui::empty::empty;
use crate::ui::fields::{Choice, Field};
use crate::ui::filter_bar::filter_bar;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Layout;
use crate::ui::table::Table;
use crate::words::Words;

/// A page of the ledger, with what was asked for and the zone of its instants.
pub(super) struct History<'a> {
    pub(super) read: &'a history::History,
    pub(super) filter: &'a HistoryFilter,
    pub(super) zone: &'a Zone,
}

impl History<'_> {
    /// The page, with the seasons that can be chosen.
    pub(super) fn show(
        &self,
        admin: &Admin,
        programmes: &[Programme],
        seasons: &[Season],
    ) -> Answer {
        let words = &admin.words;
        let title = say!(words, "history-title");
        let body = html! {
            (Heading::new(&title).lede(say!(words, "history-lede")))
            p { (tail(words, self.read)) }
            (filters(words, self.filter, programmes, seasons))
            @if self.read.rows.is_empty() {
                (empty(&say!(words, "history-empty-title"), &say!(words, "history-empty-text"), None))
            } @else {
                (table(words, self.read, self.zone))
                @if let Some(next) = self.read.next {
                    (buttons(&link_button(Look::Secondary, &Link::new(say!(words, "history-earlier"), &earlier(self.filter, next)))))
                }
            }
        };
        desk::page(admin, Section::History, title, body).layout(Layout::Wide)
    }
}

/// How far the ledger is sealed.
fn tail(words: &Words, history: &history::History) -> String {
    if history.is_partial {
        return say!(words, "history-partial");
    }
    match history.head {
        Some(head) => say!(
            words,
            "history-sealed-up-to",
            number = head,
            waiting = history.unsealed
        ),
        None => say!(words, "history-nothing-sealed", waiting = history.unsealed),
    }
}

fn earlier(filter: &HistoryFilter, before: FactId) -> String {
    let mut query = format!("{Path}?{BEFORE}={before}");
    if let Some(season) = filter.season {
        let _ = write!(query, "&{SEASON}={season}");
    }
    if let Some(kind) = filter.kind {
        let _ = write!(query, "&{KIND}={kind}");
    }
    query
}

fn filters(
    words: &Words,
    filter: &HistoryFilter,
    programmes: &[Programme],
    seasons: &[Season],
) -> Markup {
    let language = words.language();
    let mut of_season = vec![Choice::new("", say!(words, "history-every-season"))];
    of_season.extend(seasons.iter().map(|season| {
        let programme = programmes
            .iter()
            .find(|programme| programme.id == season.programme)
            .map_or("", |programme| programme.words.title.in_language(&language));
        let label = say!(
            words,
            "named-season",
            programme = programme,
            season = season.name.as_str()
        );
        Choice::new(season.id.to_string(), label)
    }));
    let mut of_kind = vec![Choice::new("", say!(words, "history-every-kind"))];
    of_kind.extend(FactKind::ALL.iter().map(|kind| {
        let label = kind.as_str().replace('-', " ");
        Choice::new(kind.as_str(), label)
    }));
    let fields = html! {
        (Field::select(words, SEASON, say!(words, "history-season"), of_season)
            .value(filter.season.map(|season| season.to_string()).unwrap_or_default()))
        (Field::select(words, KIND, say!(words, "history-kind"), of_kind)
            .value(filter.kind.map(FactKind::as_str).unwrap_or_default()))
    };
    let clear = (*filter != HistoryFilter::default())
        .then(|| Link::new(say!(words, "history-clear"), &Path));
    filter_bar(
        &Path,
        &fields,
        &say!(words, "history-filter"),
        clear.as_ref(),
    )
}

fn table(words: &Words, history: &history::History, zone: &Zone) -> Markup {
    let what = |row: &FactRow| {
        html! {
            (fact::sentence(words, row))
            @if let Some(season) = &row.season { p.muted { (named::say(words, season)) } }
            (fact::details(words, row))
        }
    };
    Table::new(say!(words, "history-table"), &history.rows)
        .head_number(say!(words, "history-number"), |row| number(words, row))
        .words(say!(words, "history-when", zone = zone.name()), |row| {
            words.moment_short(row.at, &zone.time_zone())
        })
        .words(say!(words, "history-what"), what)
        .caption_hidden()
        .render()
}

fn number(words: &Words, row: &FactRow) -> Markup {
    html! {
        @match &row.sealed {
            Some((number, seal)) => span title=(seal) { (number) },
            None => span.muted { (say!(words, "history-unsealed")) },
        }
    }
}
