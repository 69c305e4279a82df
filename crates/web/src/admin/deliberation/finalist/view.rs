//! How one finalist looks to who records the panel's result.

use maud::{Markup, html};
use plaudit_domain::case::Event;
use plaudit_domain::policy;
use plaudit_store::reports::ranking::RankingRow;
use plaudit_store::reports::shortlist::Shortlist;

use crate::admin::deciding::Attempt;
use crate::admin::deliberation::{EVENT, REASON, REASON_UNDO, is_finalist, is_settled};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::refusal;
use crate::http::response::Answer;
use crate::paths::admin::{Case, Deliberation, Resolution, ResolutionRemoval};
use crate::say;
use crate::shown::decision::{self, Decision};
use crate::shown::{named, status};
use crate::ui::button::Look;
use crate::ui::error_summary::error_summary;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The finalist's result, or the ways to record it, and what was decided before.
pub(in crate::admin) fn page(
    admin: &Admin,
    found: &Shortlist,
    row: &RankingRow,
    attempt: &Attempt,
) -> Answer {
    let words = &admin.words;
    let ranking = &found.ranking;
    let category = ranking.category.id;
    let nominee = named::nominee_or_erased(words, row.nominee.as_deref());
    let title = say!(words, "named-case", number = row.number, nominee = nominee);
    let messages = attempt.errors.in_words(words);
    let zone = ranking.about.programme.words.zone.time_zone();
    let decisions = found
        .decisions
        .get(&row.case)
        .map_or(&[][..], Vec::as_slice);
    let body = html! {
        (back(&Link::new(say!(words, "deliberation-back"), &Deliberation { category })))
        (error_summary(words, messages.iter()))
        @if attempt.stale { (aside(Tone::Care, &html! { p { (say!(words, "deciding-stale")) } })) }
        (Heading::new(&title).beside(status::tag(words, row.status)))
        p { (Link::new(say!(words, "shortlist-to-case"), &Case { case: row.case })) }
        section.stack {
            h2 { (say!(words, "deliberation-result")) }
            (open(words, found, row, attempt))
        }
        @if !decisions.is_empty() {
            section.stack {
                h2 { (say!(words, "case-decisions")) }
                (decision::decided(words, decisions, &zone))
            }
        }
    };
    desk::season_page(admin, Section::Deliberation, &ranking.about, title, body)
}

fn open(words: &Words, found: &Shortlist, row: &RankingRow, attempt: &Attempt) -> Markup {
    if let Err(refused) = policy::may_resolve_in(found.ranking.about.season.status) {
        return html! { p.muted { (refusal::in_words(&refused, words)) } };
    }
    if !is_finalist(row.status) {
        return html! { p.muted { (say!(words, "deliberation-no-finalist")) } };
    }
    let messages = attempt.errors.in_words(words);
    let (category, case) = (found.ranking.category.id, row.case);
    let (path, removal) = (
        Resolution { category, case },
        ResolutionRemoval { category, case },
    );
    if is_settled(row.status) {
        let title = say!(words, "shortlist-undo");
        let decision = Decision::new(words, &removal, row.version, &title)
            .hint(say!(words, "deliberation-undo-hint"))
            .reason(
                REASON_UNDO,
                say!(words, "deciding-reason"),
                attempt.raw.get(REASON_UNDO),
                messages.get(REASON_UNDO),
            )
            .button(Look::Secondary, title, "decide", "yes");
        return html! { (decision) };
    }
    let mut decision = Decision::new(words, &path, row.version, say!(words, "deliberation-what"))
        .hint(say!(words, "deliberation-what-hint"))
        .reason(
            REASON,
            say!(words, "deliberation-why"),
            attempt.raw.get(REASON),
            messages.get(REASON),
        );
    for (look, event) in [
        (Look::Primary, Event::Award),
        (Look::Secondary, Event::Commend),
        (Look::Secondary, Event::NotAward),
    ] {
        let label = words.get(&format!("deliberation-event-{event}"));
        decision = decision.button(look, label, EVENT, event.as_str());
    }
    html! { (decision) }
}
