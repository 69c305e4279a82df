//! The minutes of a panel's meeting, on a screen and on paper: who was there, who was out for which case, what was decided and
//! why, votes as counts.

use maud::{Markup, html};
use plaudit_domain::deliberation::{Choice, Count};
use plaudit_domain::membership::Role;
use plaudit_store::reports::deliberation::minutes::{Decided, Item, Minutes, Signature};
use plaudit_store::reports::names::Named;
use plaudit_store::reports::shortlist::DecisionRow;

use super::{named, status};
use crate::say;
use crate::ui::heading::Heading;
use crate::ui::notice::aside;
use crate::ui::prose::as_typed;
use crate::ui::summary_list::SummaryList;
use crate::ui::tone::Tone;
use crate::words::Words;

/// All of them.
pub fn minutes(words: &Words, found: &Minutes) -> Markup {
    let language = words.language();
    let above = format!(
        "{} {} · {}",
        found.programme.words.title.in_language(&language),
        found.season.name,
        found.category.title.in_language(&language)
    );
    html! {
        (Heading::new(say!(words, "minutes-title")).above(above).lede(say!(words, "minutes-lede")))
        (outcome(words, found))
        (people(words, found))
        section.stack {
            h2 { (say!(words, "minutes-cases")) }
            @if found.cases.is_empty() { p { (say!(words, "minutes-no-cases")) } }
            @for item in &found.cases { (case(words, item)) }
        }
        (signature(words, found))
    }
}

/// What came of it as a whole.
fn outcome(words: &Words, found: &Minutes) -> Markup {
    let said = match (found.unsettled(), found.awarded()) {
        (0, 0) => say!(words, "minutes-no-award"),
        (0, 1) => say!(words, "minutes-one-award"),
        (0, awarded) => say!(words, "minutes-joint", count = awarded),
        (cases, _) => say!(words, "minutes-unsettled", cases = cases),
    };
    let tone = if found.signed.is_some() {
        Tone::Good
    } else {
        Tone::Plain
    };
    aside(
        tone,
        &html! {
            p { (said) }
            @if found.signed.is_none() { p { (say!(words, "minutes-provisional")) } }
        },
    )
}

fn people(words: &Words, found: &Minutes) -> Markup {
    let rules = words.get(&format!("rules-deciding-{}", found.rules.meeting.deciding));
    let quorum = found.rules.meeting.quorum;
    let mut list = SummaryList::new()
        .row(
            say!(words, "minutes-present"),
            listed(words, &found.present),
        )
        .row(say!(words, "minutes-absent"), listed(words, &found.absent))
        .row(say!(words, "rules-deciding"), html! { (rules) });
    if quorum > 0 {
        list = list.row(say!(words, "rules-meeting-quorum"), html! { (quorum) });
    }
    html! { (list) }
}

fn listed(words: &Words, people: &[(Named, Role)]) -> Markup {
    html! {
        @if people.is_empty() { (say!(words, "minutes-nobody")) } @else {
            ul.parts {
                @for (name, role) in people {
                    li { bdi { (named::say(words, name)) } ", " (words.get(&format!("role-title-{role}"))) }
                }
            }
        }
    }
}

fn case(words: &Words, item: &Item) -> Markup {
    let nominee = named::nominee_or_erased(words, item.nominee.as_deref());
    let name = say!(words, "named-case", number = item.number, nominee = nominee);
    html! {
        article.card {
            div.room-title { h3 { bdi { (name) } } (status::tag(words, item.status)) }
            p.muted { (place(words, item)) }
            @if !item.out.is_empty() {
                p {
                    (say!(words, "minutes-out")) " "
                    @for (index, one) in item.out.iter().enumerate() {
                        @if index > 0 { ", " }
                        bdi { (named::say(words, one)) }
                    }
                }
            }
            @for ballot in &item.ballots { p { (count(words, ballot)) } }
            (decided(words, &item.decided))
        }
    }
}

fn place(words: &Words, item: &Item) -> String {
    match item
        .place
        .as_ref()
        .and_then(|place| Some((place.rank?, place.figures.as_ref()?)))
    {
        Some((rank, figures)) => say!(
            words,
            "minutes-place",
            rank = rank,
            total = figures.total.to_string()
        ),
        None => say!(words, "minutes-unranked"),
    }
}

/// What the papers of a ballot say.
pub fn count(words: &Words, count: &Count) -> String {
    let parts: Vec<String> = Choice::ALL
        .iter()
        .map(|choice| {
            say!(
                words,
                "ballot-counted-one",
                choice = words.get(&format!("ballot-choice-{choice}")),
                count = count.of(*choice)
            )
        })
        .collect();
    say!(words, "ballot-counted", parts = parts.join(", "))
}

/// Decisions as minutes tell them, by nobody in particular, the earliest first.
pub fn told(decisions: &[DecisionRow]) -> Vec<Decided> {
    decisions
        .iter()
        .rev()
        .map(|row| Decided {
            kind: row.kind,
            reason: row.reason.clone(),
            departs: row.departs,
            undone: row.undone.as_ref().map(|(_, why)| why.clone()),
        })
        .collect()
}

/// What was decided on a case, and why.
pub fn decided(words: &Words, decided: &[Decided]) -> Markup {
    html! {
        @if !decided.is_empty() {
            ol.history {
                @for one in decided {
                    li {
                        p {
                            strong { (words.get(&format!("decision-{}", one.kind))) }
                            @if one.departs { " " (say!(words, "decision-departs")) }
                        }
                        @if !one.reason.is_empty() { (as_typed(&one.reason)) }
                        @if let Some(why) = &one.undone {
                            p { (say!(words, "minutes-undone")) }
                            (as_typed(why))
                        }
                    }
                }
            }
        }
    }
}

fn signature(words: &Words, found: &Minutes) -> Markup {
    let Some(signed) = &found.signed else {
        return html! { p.print-only { (say!(words, "minutes-not-signed")) } };
    };
    let zone = found.programme.words.zone.time_zone();
    let role = signed
        .role
        .map(|role| words.get(&format!("role-title-{role}")))
        .unwrap_or_default();
    html! {
        section.stack.resolution {
            h2 { (say!(words, "minutes-resolution")) }
            p { (say!(words, "minutes-signed-by", name = named::say(words, &signed.by), role = role, at = words.moment(signed.at, &zone))) }
            (head(words, signed))
        }
    }
}

/// The ledger's head at the signature, which whoever holds a copy can hold against it.
fn head(words: &Words, signed: &Signature) -> Markup {
    html! {
        @match &signed.sealed {
            Some((number, seal)) => {
                p { (say!(words, "minutes-head", number = *number)) }
                p { code.digest { (seal) } }
            }
            None => p { (say!(words, "minutes-head-waits")) },
        }
    }
}
