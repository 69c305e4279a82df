//! How one case of the shortlist looks to who decides on it.

use maud::{Markup, html};
use plaudit_domain::case::Event;
use plaudit_domain::standing::{Place, TiedAtCut};
use plaudit_domain::{policy, shortlist};
use plaudit_store::reports::ranking::{Ranking, RankingRow};
use plaudit_store::reports::shortlist::Shortlist;

use crate::admin::deciding::view::Deciding;
use crate::admin::deciding::{Attempt, EVENT, REASON};
use crate::admin::desk::Section;
use crate::http::actor::Admin;
use crate::http::refusal;
use crate::http::response::Answer;
use crate::paths::admin::{Place as PlacePath, PlaceRemoval, Shortlist as Path};
use crate::say;
use crate::shown::decision::Decision;
use crate::ui::button::Look;
use crate::ui::link::Link;
use crate::ui::summary_list::SummaryList;
use crate::words::Words;

/// The case's place, and what can be decided about it.
pub(in crate::admin) fn page(
    admin: &Admin,
    found: &Shortlist,
    row: &RankingRow,
    attempt: &Attempt,
) -> Answer {
    let words = &admin.words;
    let category = found.ranking.category.id;
    let list = Link::new(say!(words, "shortlist-back"), &Path { category });
    let deciding = Deciding {
        found,
        row,
        attempt,
    };
    let above = html! { (standing(words, row)) };
    let open = open(words, deciding);
    deciding.page(admin, (Section::Shortlist, &list), &above, &open)
}

fn standing(words: &Words, row: &RankingRow) -> SummaryList {
    let place = &row.place;
    let rank = match place.rank {
        Some(rank) if place.is_tied => say!(words, "shortlist-rank-tied", rank = rank),
        Some(rank) => rank.to_string(),
        None => say!(words, "ranking-insufficient"),
    };
    let mut list = SummaryList::new().row(say!(words, "ranking-rank"), html! { (rank) });
    if let Some(figures) = &place.figures {
        list = list.row(say!(words, "ranking-total"), html! { (figures.total) });
    }
    let cut = if place.is_below_merit_floor {
        "ranking-below-floor"
    } else if place.is_within_cut {
        "shortlist-within-cut"
    } else {
        "shortlist-outside-cut"
    };
    list.row(
        say!(words, "case-scorecards"),
        html! { (say!(words, "case-received-of", received = place.received, required = place.required)) },
    )
    .row(
        say!(words, "shortlist-cut"),
        html! {
            (words.get(cut))
            @if let Some(became) = at_the_cut(words, place) { p.muted { (became) } }
        },
    )
}

/// What became of a case that stays tied with others at the cut.
fn at_the_cut(words: &Words, place: &Place) -> Option<String> {
    Some(match place.at_the_cut? {
        TiedAtCut::AllWithin => say!(words, "shortlist-tied-all"),
        TiedAtCut::WaitsForScorecard => say!(words, "shortlist-tied-waits"),
        TiedAtCut::Drawn(drawn) => say!(words, "shortlist-tied-drawn", place = drawn),
    })
}

fn open(words: &Words, deciding: Deciding<'_>) -> Markup {
    let Deciding {
        found,
        row,
        attempt,
    } = deciding;
    let ranking = &found.ranking;
    let removal = PlaceRemoval {
        category: ranking.category.id,
        case: row.case,
    };
    if let Err(refused) = policy::may_shortlist_in(ranking.about.season.status) {
        return html! { p.muted { (refusal::in_words(&refused, words)) } };
    }
    let quorum = ranking.rules.quorum;
    let place = &row.place;
    let put_forward = policy::may_put_forward(place.received, quorum, !place.is_below_merit_floor);
    html! {
        section.stack {
            h2 { (say!(words, "shortlist-decide")) }
            @if let Err(refused) = &put_forward { p { (refusal::in_words(refused, words)) } }
            (decide(words, ranking, row, attempt, put_forward.is_ok()))
            @if may(ranking, row, shortlist::undoing(row.status)) {
                (deciding.undo(words, &removal, say!(words, "shortlist-undo-hint")))
            }
        }
    }
}

/// Whether the case can be moved so now.
fn may(ranking: &Ranking, row: &RankingRow, event: Event) -> bool {
    row.status.after(event).is_ok() && shortlist::may_move(&ranking.about.season, event).is_ok()
}

fn decide(
    words: &Words,
    ranking: &Ranking,
    row: &RankingRow,
    attempt: &Attempt,
    may_put_forward: bool,
) -> Markup {
    let messages = attempt.errors.in_words(words);
    let path = PlacePath {
        category: ranking.category.id,
        case: row.case,
    };
    let events = [
        Event::Shortlist,
        Event::Promote,
        Event::HoldInReserve,
        Event::LeaveOut,
    ];
    let open: Vec<Event> = events
        .into_iter()
        .filter(|event| may(ranking, row, *event))
        .filter(|event| *event == Event::LeaveOut || may_put_forward)
        .collect();
    if open.is_empty() {
        return html! {};
    }
    let departing: Vec<String> = open
        .iter()
        .filter(|event| event.needs_reason() || shortlist::departs(&row.place, **event))
        .map(|event| words.get(&format!("shortlist-event-{event}")))
        .collect();
    let hint = if departing.is_empty() {
        say!(words, "shortlist-follows-ranking")
    } else {
        say!(
            words,
            "shortlist-needs-reason",
            decisions = words.list(&departing)
        )
    };
    let mut decision = Decision::new(words, &path, row.version, say!(words, "shortlist-decision"))
        .hint(hint)
        .reason(
            REASON,
            say!(words, "shortlist-reason"),
            attempt.raw.get(REASON),
            messages.get(REASON),
        );
    if departing.len() < open.len() {
        decision = decision.optional();
    }
    for (index, event) in open.into_iter().enumerate() {
        let look = match (index, event) {
            (0, Event::Shortlist | Event::Promote) => Look::Primary,
            (_, Event::LeaveOut) => Look::Warning,
            _ => Look::Secondary,
        };
        let label = words.get(&format!("shortlist-event-{event}"));
        decision = decision.button(look, label, EVENT, event.as_str());
    }
    html! {
        (decision)
        p.muted { (say!(words, "shortlist-leave-out-note")) }
    }
}
