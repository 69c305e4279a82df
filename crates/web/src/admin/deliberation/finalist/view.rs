//! How one finalist looks to who records the panel's result.

use maud::{Markup, html};
use plaudit_domain::case::Event;
use plaudit_domain::policy;
use plaudit_store::reports::ranking::RankingRow;
use plaudit_store::reports::shortlist::Shortlist;

use crate::admin::deciding::view::Deciding;
use crate::admin::deciding::{Attempt, EVENT, REASON};
use crate::admin::deliberation::{is_finalist, is_settled};
use crate::admin::desk::Section;
use crate::http::actor::Admin;
use crate::http::refusal;
use crate::http::response::Answer;
use crate::paths::admin::{Deliberation, Resolution, ResolutionRemoval};
use crate::say;
use crate::shown::decision::Decision;
use crate::ui::button::Look;
use crate::ui::link::Link;
use crate::words::Words;

/// The finalist's result, or the ways to record it, and what was decided before.
pub(in crate::admin) fn page(
    admin: &Admin,
    found: &Shortlist,
    row: &RankingRow,
    attempt: &Attempt,
) -> Answer {
    let words = &admin.words;
    let category = found.ranking.category.id;
    let list = Link::new(say!(words, "deliberation-back"), &Deliberation { category });
    let deciding = Deciding {
        found,
        row,
        attempt,
    };
    let result = html! {
        section.stack {
            h2 { (say!(words, "deliberation-result")) }
            (open(words, deciding))
        }
    };
    deciding.page(
        admin,
        (Section::Deliberation, &list),
        &Markup::default(),
        &result,
    )
}

fn open(words: &Words, deciding: Deciding<'_>) -> Markup {
    let Deciding {
        found,
        row,
        attempt,
    } = deciding;
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
        return deciding.undo(words, &removal, say!(words, "deliberation-undo-hint"));
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
