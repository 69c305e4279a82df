//! How the interests of a season's judges look.

use maud::{Markup, Render, html};
use plaudit_domain::ids::SeasonId;
use plaudit_domain::interest::conflicts::Ruler;
use plaudit_store::StoreError;
use plaudit_store::reports::interests::{InterestRow, Interests as Listed};
use plaudit_store::suggestions::Suggested;

use super::filter::{Part, STATUS};
use crate::admin::desk::{self, Section};
use crate::admin::view::files;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::refusal::in_words;
use crate::http::response::Answer;
use crate::paths::accounts::Interests as OwnSheet;
use crate::paths::admin::{Interests, Judges, Ruling, Suggestion};
use crate::paths::exports;
use crate::say;
use crate::shown::interest;
use crate::shown::ruling::{events, facts, form as ruling_form, table};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field};
use crate::ui::filter_bar::filter_bar;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

fn season_name(words: &Words, listed: &Listed) -> String {
    let programme = &listed.about.programme.words.title;
    format!(
        "{} {}",
        programme.in_language(&words.language()),
        listed.about.season.name
    )
}

/// Those that wait, then the rest; or only those that were asked for.
pub(super) fn list(
    admin: &Admin,
    listed: &Listed,
    suggested: &[Suggested],
    chosen: Option<Part>,
) -> Answer {
    let words = &admin.words;
    let title = say!(words, "interests-title");
    let (waiting, ruled): (Vec<_>, Vec<_>) = listed
        .rows
        .iter()
        .filter(|row| chosen.is_none_or(|part| part.holds(row)))
        .partition(|row| row.waits());
    let asks_for_waiting = chosen.is_none_or(|part| part == Part::Waiting);
    let season = listed.about.season.id;
    let path = |interest| Ruling { season, interest }.to_string();
    let body = html! {
        (link::back(&Link::new(say!(words, "interests-back"), &Judges { season })))
        (Heading::new(&title).above(season_name(words, listed)).lede(say!(words, "interests-lede"))
            .beside(html! { (Link::new(say!(words, "interests-own"), &OwnSheet { season })) }))
        (short(words, listed))
        @if listed.ruler == Ruler::Chair { p { (interest::ruler(words, listed.ruler)) } }
        @if !listed.rows.is_empty() { (filter(words, listed, chosen)) }
        @if asks_for_waiting {
            h2 { (say!(words, "interests-waiting")) }
            @if waiting.is_empty() {
                (empty(&say!(words, "interests-empty-title"), &say!(words, "interests-empty-text"), None))
            } @else {
                (table(words, &waiting, "interests-waiting", path))
            }
        } @else if ruled.is_empty() {
            (empty(&say!(words, "interests-none-title"), &say!(words, "interests-none-text"), None))
        }
        (suggestions(words, season, suggested))
        @if !ruled.is_empty() {
            h2 { (say!(words, "interests-answered")) }
            (table(words, &ruled, "interests-answered", path))
        }
        @if !listed.rows.is_empty() {
            (files(words, "conflicts.csv", &exports::Conflicts { season }, &exports::ConflictsSheet { season }))
        }
    };
    desk::season_page(admin, Section::Judges, &listed.about, title, body)
}

fn filter(words: &Words, listed: &Listed, chosen: Option<Part>) -> Markup {
    let mut choices = vec![Choice::new("", say!(words, "case-every-status"))];
    choices.extend(Part::ALL.into_iter().filter_map(|part| {
        let count = listed.rows.iter().filter(|row| part.holds(row)).count();
        let name = match part {
            Part::Waiting => say!(words, "interest-waits"),
            Part::None => say!(words, "interest-none"),
            Part::MayJudge => say!(words, "interest-may-judge"),
            Part::Recused => say!(words, "interest-recused"),
        };
        let label = say!(words, "case-status-count", status = name, count = count);
        (count > 0 || chosen == Some(part)).then(|| Choice::new(part.as_str(), label))
    }));
    let field = Field::select(words, STATUS, say!(words, "interests-status"), choices)
        .value(chosen.map(Part::as_str).unwrap_or_default());
    let all = Interests {
        season: listed.about.season.id,
    };
    let clear = chosen.map(|_| Link::new(say!(words, "case-clear"), &all));
    filter_bar(
        &all,
        &html! { (field) },
        &say!(words, "case-filter"),
        clear.as_ref(),
    )
}

/// One interest with what the judge wrote, and the ruling.
pub(super) fn ruling(
    admin: &Admin,
    listed: &Listed,
    row: &InterestRow,
    refusal: Option<&str>,
    (raw, errors): (&RawForm, &FieldErrors),
) -> Answer {
    let words = &admin.words;
    let messages = errors.in_words(words);
    let season = listed.about.season.id;
    let title = if row.waits() {
        say!(words, "interests-rule-title")
    } else {
        say!(words, "interests-recuse-title")
    };
    let path = Ruling {
        season,
        interest: row.id,
    };
    let body = html! {
        (link::back(&Link::new(say!(words, "interests-title"), &Interests { season })))
        (error_summary(words, messages.iter()))
        (Heading::new(&title).above(season_name(words, listed)))
        (facts(words, &listed.about.programme.words.zone.time_zone(), row))
        @if row.is_scored {
            (aside(Tone::Care, &html! { p { (say!(words, "interests-scored")) } }))
        }
        @match refusal {
            _ if events(row).is_empty() => {},
            Some(refusal) => (aside(Tone::Plain, &html! { p { (refusal) } })),
            None => {
                (short_warning(words, listed, row.left))
                (ruling_form(words, &path, row, (raw, errors)))
            },
        }
    };
    desk::season_page(admin, Section::Judges, &listed.about, title, body).layout(Layout::Narrow)
}

/// What the rules say to whoever may not rule on this interest; that it is not theirs to see is no page at all.
pub(super) fn refusal(
    admin: &Admin,
    may: Result<(), StoreError>,
) -> Result<Option<String>, PageError> {
    match may {
        Ok(()) => Ok(None),
        Err(StoreError::Refused(refusal)) => Ok(Some(in_words(&refusal, &admin.words))),
        Err(error) => Err(error.into()),
    }
}

/// What it would mean for the quorum if this judge were out of the case: said before the button.
pub(super) fn short_warning(words: &Words, listed: &Listed, left: u32) -> Markup {
    let season = listed.about.season.id;
    html! {
        @if left < listed.quorum {
            (aside(Tone::Bad, &html! {
                p { (say!(words, "interests-would-be-short", left = left, quorum = listed.quorum)) }
                p { (Link::new(say!(words, "interests-invite"), &Judges { season })) }
            }))
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
