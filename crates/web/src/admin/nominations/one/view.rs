//! How one nomination looks to who decides on it.

use maud::{Markup, html};
use plaudit_domain::eligibility::{self, Outlook};
use plaudit_domain::ids::SeasonId;
use plaudit_domain::nomination::{Event, Status};
use plaudit_domain::policy;
use plaudit_store::reports::nomination::Nomination;
use plaudit_store::reports::nomination_admin::{CaseOfNomination, ForDecision};

use crate::admin::deciding::Attempt;
use crate::admin::desk::{self, Section};
use crate::admin::nominations::{
    INTO, INTO_NEW, REASON_ADMIT, REASON_APART, REASON_INELIGIBLE, REASON_REOPEN,
};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Acceptance, AcceptanceRemoval, Admission, Case, Ineligibility, IneligibilityRemoval,
    Nomination as PathOfOne, Nominations,
};
use crate::say;
use crate::shown::decision::Decision;
use crate::shown::{fact, named, nomination, status};
use crate::ui::button::Look;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::split::split_level;
use crate::ui::status_tag::status_tag;
use crate::ui::summary_list::SummaryList;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The nomination beside what can be decided about it.
pub(in crate::admin) fn page(
    admin: &Admin,
    said: &Nomination,
    deciding: &ForDecision,
    attempt: &Attempt,
) -> Answer {
    let words = &admin.words;
    let title = say!(
        words,
        "nominations-one-title",
        number = said.number.as_str()
    );
    let messages = attempt.errors.in_words(words);
    let zone = said.programme.words.zone.time_zone();
    let sections = nomination::sent(words, said);
    let reading = html! {
        @if sections.is_empty() {
            p { (say!(words, "nominations-nothing-sent")) }
        } @else {
            (nomination::for_decision(words, &sections))
        }
    };
    let working = html! {
        (standing(words, said, deciding))
        (decisions(words, said, deciding, attempt))
        section.stack {
            h2 { (say!(words, "nominations-history")) }
            (fact::history(words, &deciding.history, &zone))
        }
    };
    let season = said.season.id;
    let body = html! {
        (back(&Link::new(say!(words, "nominations-back"), &Nominations { season })))
        (error_summary(words, messages.iter()))
        @if attempt.stale { (aside(Tone::Care, &html! { p { (say!(words, "deciding-stale")) } })) }
        (Heading::new(&title).beside(status::tag(words, said.status)))
        (onward(words, season, deciding))
        (split_level(&reading, &working))
    };
    desk::season_page(admin, Section::Nominations, &deciding.about, title, body)
        .layout(Layout::Full)
}

fn standing(words: &Words, said: &Nomination, deciding: &ForDecision) -> SummaryList {
    let zone = said.programme.words.zone.time_zone();
    let at = |instant: Option<jiff::Timestamp>, none: &str| match instant {
        Some(instant) => words.moment_short(instant, &zone),
        None => words.get(none),
    };
    let mut list = SummaryList::new()
        .row(
            say!(words, "nominations-submitted"),
            html! {
                (at(said.submitted_at, "nominations-not-submitted"))
                @if said.late { " " (status_tag(Tone::Care, &say!(words, "nominations-late"))) }
            },
        )
        .row(
            say!(words, "nominations-confirmed"),
            html! { (at(said.confirmed_at, "nominations-unconfirmed")) },
        );
    if let Some(amounts_to) = outlook(said) {
        list = list.row(
            say!(words, "nominations-eligibility"),
            nomination::outlook(words, amounts_to),
        );
    }
    if let Some(case) = &deciding.case {
        list = list.row(
            say!(words, "nominations-case"),
            html! { a href=(Case { case: case.id }) { (case_name(words, case)) } },
        );
    }
    list
}

/// What its answers to the rules of eligibility amount to, once it was sent.
fn outlook(said: &Nomination) -> Option<Outlook> {
    let answers = &said.submission.as_ref()?.eligibility;
    let each = said
        .rules
        .iter()
        .filter_map(|rule| Some(rule.outlook(*answers.get(&rule.id)?)));
    (!answers.is_empty()).then(|| eligibility::outlook(each))
}

/// The way to the next nomination that waits for a decision.
fn onward(words: &Words, season: SeasonId, deciding: &ForDecision) -> Markup {
    html! {
        @if let Some((nomination, number)) = &deciding.next {
            p.onward {
                (Link::new(say!(words, "nominations-next", number = number.as_str()), &PathOfOne { season, nomination: *nomination }))
                " " span.muted { (say!(words, "nominations-waiting", count = deciding.waiting)) }
            }
        }
    }
}

fn case_name(words: &Words, case: &CaseOfNomination) -> String {
    let nominee = named::nominee_or_erased(words, case.nominee.as_deref());
    say!(words, "named-case", number = case.number, nominee = nominee)
}

fn decisions(
    words: &Words,
    said: &Nomination,
    deciding: &ForDecision,
    attempt: &Attempt,
) -> Markup {
    if policy::may_screen(said.season.status).is_err() {
        return html! { p.muted { (say!(words, "nominations-screening-over")) } };
    }
    let may = |event: Event| said.status.after(event).is_ok();
    let messages = attempt.errors.in_words(words);
    let (season, nomination) = (said.season.id, said.id);
    let reasoned = |action: String, title: &str, hint: &str, field: &'static str, look: Look| {
        let typed = attempt.raw.get(field);
        Decision::new(words, &action, said.version, words.get(title))
            .hint(words.get(hint))
            .reason(
                field,
                say!(words, "deciding-reason"),
                typed,
                messages.get(field),
            )
            .button(look, words.get(title), "decide", "yes")
    };
    html! {
        section.stack {
            h2 { (say!(words, "nominations-decide")) }
            @if may(Event::Accept) { (accept(words, said, deciding, attempt)) }
            @if may(Event::AdmitLate) && said.status == Status::Lapsed {
                @if said.submission.is_some() {
                    (reasoned(Admission { season, nomination }.to_string(), "nominations-admit", "nominations-admit-hint", REASON_ADMIT, Look::Primary))
                } @else {
                    p { (say!(words, "nominations-lapsed-draft")) }
                }
            }
            @if may(Event::FindIneligible) {
                (reasoned(Ineligibility { season, nomination }.to_string(), "nominations-ineligible", "nominations-ineligible-hint", REASON_INELIGIBLE, Look::Secondary).folded())
            }
            @if may(Event::Reopen) {
                (reasoned(IneligibilityRemoval { season, nomination }.to_string(), "nominations-reopen", "nominations-reopen-hint", REASON_REOPEN, Look::Secondary))
            }
            @if may(Event::TellApart) {
                (reasoned(AcceptanceRemoval { season, nomination }.to_string(), "nominations-apart", "nominations-apart-hint", REASON_APART, Look::Secondary).folded())
            }
            @if !Event::ALL.iter().any(|event| may(*event) && is_ours(*event)) {
                p.muted { (say!(words, "nominations-nothing-to-decide")) }
            }
        }
    }
}

/// Whether the event is an administrator's decision of this page.
fn is_ours(event: Event) -> bool {
    matches!(
        event,
        Event::Accept | Event::AdmitLate | Event::FindIneligible | Event::Reopen | Event::TellApart
    )
}

fn accept<'a>(
    words: &'a Words,
    said: &Nomination,
    deciding: &ForDecision,
    attempt: &Attempt,
) -> Decision<'a> {
    let suggested = deciding.candidates.iter().find(|case| case.same_person);
    let mut choices = vec![Choice::new(INTO_NEW, say!(words, "nominations-into-new"))];
    for case in &deciding.candidates {
        let mut hint = case.employer.clone().unwrap_or_default();
        if case.same_person {
            hint = say!(words, "nominations-same-person", employer = hint.as_str());
        }
        choices.push(Choice::new(case.id.to_string(), case_name(words, case)).hint(hint));
    }
    let chosen = match attempt.raw.trimmed(INTO) {
        "" => suggested.map_or(INTO_NEW.to_owned(), |case| case.id.to_string()),
        typed => typed.to_owned(),
    };
    let messages = attempt.errors.in_words(words);
    let field = Field::radios(words, INTO, say!(words, "nominations-into"), choices)
        .value(chosen)
        .error(messages.get(INTO));
    let path = Acceptance {
        season: said.season.id,
        nomination: said.id,
    };
    Decision::new(
        words,
        &path,
        said.version,
        say!(words, "nominations-accept"),
    )
    .fields(html! {
        @if suggested.is_some() { p { (say!(words, "nominations-suggestion")) } }
        (field)
    })
    .button(
        Look::Primary,
        say!(words, "nominations-accept"),
        "decide",
        "yes",
    )
}
