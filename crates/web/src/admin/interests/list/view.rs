//! How the list of a season's interests looks: who has not answered, what waits, what is suggested, and the rest.

use std::collections::BTreeMap;

use maud::{Markup, Render, html};
use plaudit_domain::ids::{AccountId, SeasonId};
use plaudit_domain::interest::conflicts::Ruler;
use plaudit_store::reports::interests::{Interests as Listed, Unanswered};
use plaudit_store::suggestions::Suggested;

use crate::admin::desk::{self, Section};
use crate::admin::interests::filter::{Asked, JUDGE, Part, STATUS};
use crate::admin::interests::view::season_name;
use crate::admin::view::files;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::accounts::Interests as OwnSheet;
use crate::paths::admin::{Interests, Judges, Ruling, Suggestion};
use crate::paths::exports;
use crate::say;
use crate::shown::interest;
use crate::shown::ruling::table;
use crate::ui::empty::empty;
use crate::ui::fields::{Choice, Field};
use crate::ui::filter_bar::filter_bar;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The interests of a season, and what is asked of them.
#[derive(Clone, Copy)]
pub(in crate::admin::interests) struct Found<'a> {
    pub(in crate::admin::interests) listed: &'a Listed,
    pub(in crate::admin::interests) suggested: &'a [Suggested],
    pub(in crate::admin::interests) unanswered: &'a [Unanswered],
    pub(in crate::admin::interests) asked: Asked,
}

impl<'a> Found<'a> {
    /// Who has not answered, those that wait, then the rest; or only what is asked for.
    pub(in crate::admin::interests) fn page(self, admin: &Admin) -> Answer {
        let words = &admin.words;
        let Self { listed, asked, .. } = self;
        let title = say!(words, "interests-title");
        let (waiting, ruled): (Vec<_>, Vec<_>) = listed
            .rows
            .iter()
            .filter(|row| asked.is_in(row) && asked.is_of(row.account))
            .partition(|row| row.waits());
        let season = listed.about.season.id;
        let path = |interest| Ruling { season, interest }.to_string();
        let body = html! {
            (link::back(&Link::new(say!(words, "interests-back"), &Judges { season })))
            (Heading::new(&title).above(season_name(words, listed)).lede(say!(words, "interests-lede"))
                .beside(html! { (Link::new(say!(words, "interests-own"), &OwnSheet { season })) }))
            (short(words, listed))
            @if listed.ruler == Ruler::Chair { p { (interest::ruler(words, listed.ruler)) } }
            @if !listed.rows.is_empty() || !self.unanswered.is_empty() { (self.filters(words)) }
            @if asked.lists(Part::NotAnswered) { (self.not_answered(words)) }
            @if asked.lists(Part::Waiting) {
                h2 { (say!(words, "interests-waiting")) }
                @if waiting.is_empty() {
                    (empty(&say!(words, "interests-empty-title"), &say!(words, "interests-empty-text"), None))
                } @else {
                    (table(words, &waiting, "interests-waiting", path))
                }
            } @else if ruled.is_empty() && asked.part != Some(Part::NotAnswered) {
                (empty(&say!(words, "interests-none-title"), &say!(words, "interests-none-text"), None))
            }
            (suggestions(words, season, self.suggested))
            @if !ruled.is_empty() {
                h2 { (say!(words, "interests-answered")) }
                (table(words, &ruled, "interests-answered", path))
            }
            @if !listed.rows.is_empty() {
                (files(words, "conflicts.csv", &exports::Conflicts { season }, &exports::ConflictsSheet { season }))
            }
        };
        desk::season_page_at(
            admin,
            Section::Judges,
            &listed.about,
            (title, body),
            &|season| Interests { season }.to_string(),
        )
    }

    fn filters(self, words: &Words) -> Markup {
        let Self { listed, asked, .. } = self;
        let mut parts = vec![Choice::new("", say!(words, "case-every-status"))];
        parts.extend(Part::ALL.into_iter().filter_map(|part| {
            let count = match part {
                Part::NotAnswered => self.open_sheets().len(),
                part => listed
                    .rows
                    .iter()
                    .filter(|row| part.holds(row) && asked.is_of(row.account))
                    .count(),
            };
            let name = match part {
                Part::NotAnswered => say!(words, "interests-not-answered"),
                Part::Waiting => say!(words, "interest-waits"),
                Part::None => say!(words, "interest-none"),
                Part::MayJudge => say!(words, "interest-may-judge"),
                Part::Recused => say!(words, "interest-recused"),
            };
            let label = say!(words, "case-status-count", status = name, count = count);
            (count > 0 || asked.part == Some(part)).then(|| Choice::new(part.as_str(), label))
        }));
        let mut judges = vec![Choice::new("", say!(words, "interests-every-judge"))];
        judges.extend(self.judges().into_iter().map(|((name, account), count)| {
            let label = say!(words, "counted", what = name, count = count);
            Choice::new(account.to_string(), label)
        }));
        let fields = html! {
            (Field::select(words, STATUS, say!(words, "interests-status"), parts)
                .value(asked.part.map(Part::as_str).unwrap_or_default()))
            (Field::select(words, JUDGE, say!(words, "interests-judge"), judges)
                .value(asked.judge.map(|judge| judge.to_string()).unwrap_or_default()))
        };
        let all = Interests {
            season: listed.about.season.id,
        };
        let clear = asked
            .is_narrowed()
            .then(|| Link::new(say!(words, "case-clear"), &all));
        filter_bar(&all, &fields, &say!(words, "case-filter"), clear.as_ref())
    }

    /// The judges, by name, each with how many of their interests are of the part that is asked for.
    fn judges(self) -> BTreeMap<(String, AccountId), usize> {
        let mut judges = BTreeMap::new();
        for row in &self.listed.rows {
            let count: &mut usize = judges.entry((row.judge.clone(), row.account)).or_default();
            *count += usize::from(self.asked.is_in(row));
        }
        for sheet in self.unanswered {
            let count = judges
                .entry((sheet.judge.clone(), sheet.account))
                .or_default();
            *count += usize::from(self.asked.part == Some(Part::NotAnswered));
        }
        judges
    }

    /// The sheets that are not done, of the judge that is asked for.
    fn open_sheets(self) -> Vec<&'a Unanswered> {
        self.unanswered
            .iter()
            .filter(|sheet| self.asked.is_of(sheet.account))
            .collect()
    }

    /// Who has not answered, with how much of their sheet is left.
    fn not_answered(self, words: &Words) -> Markup {
        let sheets = self.open_sheets();
        html! {
            @if !sheets.is_empty() {
                h2 { (say!(words, "interests-not-answered")) " " span.muted { (say!(words, "interests-sheets", count = sheets.len())) } }
                ul {
                    @for sheet in &sheets {
                        li { bdi { (sheet.judge) } ": " (say!(words, "interests-sheet-left", left = sheet.left, of = sheet.of)) }
                    }
                }
            } @else if self.asked.part == Some(Part::NotAnswered) {
                (empty(&say!(words, "interests-all-answered-title"), &say!(words, "interests-all-answered-text"), None))
            }
        }
    }
}

/// The cases that cannot be ranked any more, with the way out.
fn short(words: &Words, listed: &Listed) -> Markup {
    let season = listed.about.season.id;
    html! {
        @if !listed.short.is_empty() {
            (aside(Tone::Bad, &html! {
                p { (say!(words, "interests-short", count = listed.short.len(), quorum = listed.quorum)) }
                ul {
                    @for case in &listed.short {
                        li { (say!(words, "interests-short-case", number = case.number, nominee = case.nominee.as_str(), left = case.left)) }
                    }
                }
                p { (Link::new(say!(words, "interests-invite"), &Judges { season })) }
            }))
        }
    }
}

/// What was found and not settled.
fn suggestions(words: &Words, season: SeasonId, suggested: &[Suggested]) -> Markup {
    if suggested.is_empty() {
        return html! {};
    }
    let action = |each: &Suggested| {
        html! {
            @if let Some(case) = each.suggestion.case {
                a href=(Suggestion { season, case, judge: each.account, sign: each.suggestion.sign.to_string() }) {
                    (say!(words, "suggested-look"))
                    span.visually-hidden { " " (each.judge) ", " (each.suggestion.nominee) }
                }
            }
        }
    };
    let table = Table::new(say!(words, "suggested-heading"), suggested)
        .head(
            say!(words, "interests-judge"),
            |each| html! { bdi { (each.judge) } },
        )
        .numbers(say!(words, "interests-case"), |each| {
            each.suggestion.number.clone()
        })
        .words(
            say!(words, "interests-nominee"),
            |each| html! { bdi { (each.suggestion.nominee) } },
        )
        .words(say!(words, "suggested-sign"), |each| {
            interest::sign(words, each.suggestion.sign, &each.suggestion.likeness)
        })
        .words(say!(words, "interests-actions"), action)
        .caption_hidden()
        .render();
    html! {
        h2 { (say!(words, "suggested-heading")) }
        p { (say!(words, "suggested-lede")) }
        (table)
    }
}
