//! How the history looks.

use std::collections::BTreeMap;

use maud::{Markup, Render, html};
use plaudit_domain::fact::FactKind;
use plaudit_domain::ids::AccountId;
use plaudit_domain::programme::Programme;
use plaudit_domain::season::Season;
use plaudit_domain::window::Zone;
use plaudit_store::reports::history::{self, CausedBy, FactRow};
use plaudit_store::reports::names::Named;

use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::field_errors::Messages;
use crate::http::response::Answer;
use crate::paths::admin::History as Path;
use crate::paths::exports::{History as File, HistorySheet};
use crate::say;
use crate::shown::history_asked::{BY, CASE, FROM, HistoryAsked, KIND, NOBODY, SEASON, TO};
use crate::shown::{fact, named};
use crate::ui::button::{Look, buttons, link_button};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field};
use crate::ui::filter_bar::filter_bar;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Layout;
use crate::ui::table::Table;
use crate::words::Words;

/// A page of the ledger, with what was asked for, what can be chosen, and the zone of its instants.
pub(super) struct History {
    pub(super) read: history::History,
    pub(super) kinds: Option<BTreeMap<FactKind, u64>>,
    pub(super) asked: HistoryAsked,
    pub(super) actors: Vec<(AccountId, Named)>,
    pub(super) programmes: Vec<Programme>,
    pub(super) seasons: Vec<Season>,
    pub(super) zone: Zone,
}

impl History {
    /// The page.
    pub(super) fn show(&self, admin: &Admin) -> Answer {
        let words = &admin.words;
        let title = say!(words, "history-title");
        let messages = self.asked.errors.in_words(words);
        let mut heading = Heading::new(&title).lede(say!(words, "history-lede"));
        if messages.is_empty() {
            heading = heading.beside(self.files(words));
        }
        let body = html! {
            (error_summary(words, messages.iter()))
            (heading)
            p { (tail(words, &self.read)) }
            (self.filters(words, &messages))
            @if messages.is_empty() { (self.listed(words)) }
        };
        desk::page(admin, Section::History, title, body).layout(Layout::Wide)
    }

    /// What is listed, as files.
    fn files(&self, words: &Words) -> Markup {
        let csv = self.asked.address(File, None);
        let sheet = self.asked.address(HistorySheet, None);
        html! {
            div.buttons {
                (link_button(Look::Secondary, &Link::new(say!(words, "history-file"), &csv)))
                (link_button(Look::Secondary, &Link::new(say!(words, "file-as-sheet"), &sheet)))
            }
        }
    }

    fn listed(&self, words: &Words) -> Markup {
        html! {
            @if self.read.rows.is_empty() {
                (empty(&say!(words, "history-empty-title"), &say!(words, "history-empty-text"), None))
            } @else {
                (table(words, &self.read, &self.zone))
            }
            @if let Some(next) = self.read.next {
                (buttons(&link_button(Look::Secondary, &Link::new(say!(words, "history-earlier"), &self.asked.address(Path, Some(next))))))
            }
        }
    }

    fn filters(&self, words: &Words, messages: &Messages) -> Markup {
        let filter = &self.asked.filter;
        let typed = |name| self.asked.typed.get(name);
        let case = match &filter.case {
            Some(case) => case.number.to_string(),
            None => typed(CASE).to_owned(),
        };
        let by = match filter.by {
            Some(CausedBy::Account(account)) => account.to_string(),
            Some(CausedBy::Nobody) => NOBODY.to_owned(),
            None => String::new(),
        };
        let fields = html! {
            (Field::select(words, SEASON, say!(words, "history-season"), self.of_season(words))
                .value(filter.season.map(|season| season.to_string()).unwrap_or_default()))
            (Field::select(words, KIND, say!(words, "history-kind"), of_kind(words, self.kinds.as_ref(), filter.kind))
                .value(filter.kind.map(FactKind::as_str).unwrap_or_default()))
            (Field::select(words, BY, say!(words, "history-by"), self.by(words)).value(by))
            (Field::number(words, CASE, say!(words, "history-case"))
                .hint(say!(words, "history-case-hint"))
                .value(case)
                .error(messages.get(CASE)))
            (Field::date(words, FROM, say!(words, "history-from")).value(typed(FROM)).error(messages.get(FROM)))
            (Field::date(words, TO, say!(words, "history-to")).value(typed(TO)).error(messages.get(TO)))
        };
        let clear =
            (self.asked.is_narrowed()).then(|| Link::new(say!(words, "history-clear"), &Path));
        filter_bar(
            &Path,
            &fields,
            &say!(words, "history-filter"),
            clear.as_ref(),
        )
    }

    fn of_season(&self, words: &Words) -> Vec<Choice> {
        let language = words.language();
        let mut of_season = vec![Choice::new("", say!(words, "history-every-season"))];
        of_season.extend(self.seasons.iter().map(|season| {
            let programme = self
                .programmes
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
        of_season
    }

    fn by(&self, words: &Words) -> Vec<Choice> {
        let mut by = vec![
            Choice::new("", say!(words, "history-by-anybody")),
            Choice::new(NOBODY, say!(words, "history-nobody")),
        ];
        by.extend(
            self.actors
                .iter()
                .map(|(account, name)| Choice::new(account.to_string(), named::say(words, name))),
        );
        by
    }
}

/// The kinds of which there are any beside what else is asked for, by their words; every kind where they are not counted.
fn of_kind(
    words: &Words,
    counts: Option<&BTreeMap<FactKind, u64>>,
    chosen: Option<FactKind>,
) -> Vec<Choice> {
    let count = |kind: FactKind| counts.map(|counts| counts.get(&kind).copied().unwrap_or(0));
    let mut kinds: Vec<(String, FactKind)> = FactKind::ALL
        .iter()
        .filter(|kind| count(**kind) != Some(0) || chosen == Some(**kind))
        .map(|kind| (fact::kind(words, *kind), *kind))
        .collect();
    kinds.sort();
    let mut of_kind = vec![Choice::new("", say!(words, "history-every-kind"))];
    of_kind.extend(kinds.into_iter().map(|(name, kind)| {
        let label = match count(kind) {
            Some(count) => say!(words, "counted", what = name, count = count),
            None => name,
        };
        Choice::new(kind.as_str(), label)
    }));
    of_kind
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

fn table(words: &Words, history: &history::History, zone: &Zone) -> Markup {
    let what = |row: &FactRow| {
        html! {
            (fact::sentence(words, row))
            @if let Some(season) = &row.season { p.muted { (named::say(words, season)) } }
            (fact::details(words, row, &zone.time_zone()))
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
