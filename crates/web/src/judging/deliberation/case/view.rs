//! How one case of a meeting looks: its figures, its ballot, the ways to decide on it, and what it says for whoever has yet to read it.

use maud::{Markup, html};
use plaudit_domain::case::{Event, Status};
use plaudit_domain::deliberation::{Choice, Count};
use plaudit_store::reports::deliberation::{CaseRow, Room, votes};
use plaudit_store::reports::scorecard::CaseText;

use super::{BALLOT, CHOICE, EVENT, READING, REASON, REASON_UNDO};
use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::response::Answer;
use crate::judging::deliberation::view::{case_name, frame, must_be_out, names, problems};
use crate::paths::judging::{
    Ballot, BallotCount, BallotPaper, CaseToRead, DecisionRemoval, DeliberatedCase, Deliberation,
};
use crate::say;
use crate::shown::decision::{self, Decision};
use crate::shown::{case, minutes, status};
use crate::ui::button::{Look, PostButton, link_button, submit_as};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::summary_list::SummaryList;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Where the case stands in the ranking, as far as the viewer sees it, and who has yet to read it.
pub(in crate::judging::deliberation) fn figures(
    words: &Words,
    room: &Room,
    row: &CaseRow,
) -> Markup {
    let mut list = SummaryList::new();
    if let Some(place) = &row.place {
        let rank = match place.rank {
            Some(rank) => rank.to_string(),
            None => say!(words, "minutes-unranked"),
        };
        list = list.row(say!(words, "ranking-rank"), html! { (rank) });
        if let Some(figures) = &place.figures {
            list = list.row(say!(words, "ranking-total"), html! { (figures.total) });
        }
    }
    if !row.unread.is_empty() {
        list = list.row(say!(words, "room-unread"), names(words, &row.unread));
    }
    let category = room.category.id;
    html! {
        (list)
        @if !row.is_read {
            div.buttons { (link_button(Look::Primary, &Link::new(say!(words, "room-read"), &CaseToRead { category, case: row.case }))) }
        }
    }
}

/// Whether a case's page has a place for ballots now.
fn has_ballot(room: &Room) -> bool {
    votes(room) && room.is_open()
}

/// The ballot that is open or was counted last, where the programme votes.
pub(in crate::judging::deliberation) fn ballot(
    words: &Words,
    room: &Room,
    row: &CaseRow,
) -> Markup {
    if !has_ballot(room) {
        return Markup::default();
    }
    let category = room.category.id;
    let case = row.case;
    let is_finalist = row.status == Status::Shortlisted;
    let counted: Vec<&Count> = row
        .ballots
        .iter()
        .filter_map(|ballot| ballot.count.as_ref())
        .collect();
    html! {
        section.stack #(BALLOT) {
            h3 { (say!(words, "ballot-title")) }
            @if let Some(open) = row.open_ballot() {
                p { (say!(words, "ballot-open", voted = open.voted)) }
                @if open.has_voted {
                    p { (say!(words, "ballot-voted")) }
                } @else if room.has_vote && row.is_read {
                    p { (say!(words, "ballot-secret")) }
                    (Form::post(&BallotPaper { category, case }, html! {
                        div.buttons {
                            @for choice in Choice::ALL {
                                (submit_as(Look::Secondary, &words.get(&format!("ballot-choice-{choice}")), CHOICE, choice.as_str()))
                            }
                        }
                    }))
                } @else if room.role.scores() && !room.has_vote {
                    p { (say!(words, "ballot-no-vote")) }
                }
                @if room.records {
                    (PostButton::new(Look::Primary, say!(words, "ballot-count"), &BallotCount { category, case }))
                }
            } @else if is_finalist && room.records {
                (PostButton::new(Look::Secondary, say!(words, "ballot-open-one"), &Ballot { category, case }))
            }
            @for count in counted.iter().take(1) { p { (minutes::count(words, count)) } }
        }
    }
}

/// One case, to be decided on by whoever keeps the record, and to be looked at by the others.
pub(in crate::judging::deliberation) fn page(
    panellist: &Panellist,
    room: &Room,
    row: &CaseRow,
    attempt: &Attempt,
) -> Answer {
    let words = &panellist.words;
    let category = room.category.id;
    let zone = room.programme.words.zone.time_zone();
    let (events, undoes) = offered(room, row);
    let there = [
        (REASON, !events.is_empty()),
        (REASON_UNDO, undoes),
        (BALLOT, has_ballot(room)),
    ];
    let there: Vec<&str> = there.iter().filter(|one| one.1).map(|one| one.0).collect();
    let typed = [REASON, REASON_UNDO].map(|field| (field, attempt.raw.get(field)));
    let typed = typed.iter().find(|(_, typed)| !typed.trim().is_empty());
    let title = case_name(words, row);
    let body = html! {
        (back(&Link::new(say!(words, "room-back"), &Deliberation { category })))
        (problems(words, attempt, &there))
        @if attempt.stale {
            (decision::overtaken(words, &row.decisions, &zone, typed.map_or("", |typed| typed.1)))
        } @else if let Some((_, typed)) = typed.filter(|(field, _)| !there.contains(field)) {
            // Its form is gone from the page, and what was typed is not lost for that.
            (aside(Tone::Plain, &decision::typed(words, typed)))
        }
        (Heading::new(&title).beside(status::tag(words, row.status)))
        (must_be_out(words, row))
        (figures(words, room, row))
        @if room.is_open() {
            section.stack {
                h2 { (say!(words, "deliberation-result")) }
                (ballot(words, room, row))
                @if room.records {
                    (ways(words, room, row, attempt))
                } @else if room.keeps {
                    p { (say!(words, "room-result-other")) }
                } @else {
                    p { (say!(words, "room-result-text")) }
                }
            }
        }
        @if !row.decisions.is_empty() {
            section.stack {
                h2 { (say!(words, "case-decisions")) }
                (minutes::decided(words, &minutes::told(&row.decisions)))
            }
        }
    };
    frame(panellist, room, title, body)
}

/// What the viewer can decide on the case as it stands, and whether they can take a decision back.
fn offered(room: &Room, row: &CaseRow) -> (&'static [Event], bool) {
    if !room.records || !room.is_open() {
        return (&[], false);
    }
    let events: &[Event] = match row.status {
        Status::InJudging => &[Event::Shortlist, Event::HoldInReserve, Event::LeaveOut],
        Status::Reserve => &[Event::Promote],
        Status::Shortlisted => &[Event::Award, Event::Commend, Event::NotAward],
        _ => &[],
    };
    // Whatever can be undone was decided: a finalist of whom nothing else is recorded was put forward.
    let undoes = [Event::UndoResolution, Event::UndoShortlist]
        .iter()
        .any(|event| row.status.after(*event).is_ok());
    (events, undoes)
}

/// The forms that decide on the case.
fn ways(words: &Words, room: &Room, row: &CaseRow, attempt: &Attempt) -> Markup {
    let (category, case) = (room.category.id, row.case);
    let messages = attempt.errors.in_words(words);
    let (events, undoes) = offered(room, row);
    let departs = events.iter().any(|event| row.departs(*event));
    let is_result = row.status == Status::Shortlisted;
    html! {
        @if !events.is_empty() {
            (events.iter().enumerate().fold(
                Decision::new(words, &DeliberatedCase { category, case }, row.version, say!(words, "deliberation-what"))
                    .hint(if is_result { say!(words, "room-what-result") } else if departs { say!(words, "room-what-departs") } else { say!(words, "room-what-place") })
                    .reason(REASON, say!(words, "deliberation-why"), attempt.raw.get(REASON), messages.get(REASON)),
                |decision, (index, event)| {
                    let look = if index == 0 { Look::Primary } else { Look::Secondary };
                    decision.button(look, words.get(&format!("room-event-{event}")), EVENT, event.as_str())
                },
            ))
        }
        @if undoes {
            @let undo = words.get(&format!("undo-{}", row.status));
            @let hint = if is_result { say!(words, "room-undo-finalist-hint") } else { say!(words, "room-undo-hint") };
            (Decision::new(words, &DecisionRemoval { category, case }, row.version, &undo)
                .hint(hint)
                .reason(REASON_UNDO, say!(words, "deciding-reason"), attempt.raw.get(REASON_UNDO), messages.get(REASON_UNDO))
                .button(Look::Secondary, undo, "decide", "yes")
                .folded())
        }
    }
}

/// What the case says, and that it was read.
pub(in crate::judging::deliberation) fn reading(
    panellist: &Panellist,
    (room, row, said): (&Room, &CaseRow, &CaseText),
    attempt: &Attempt,
) -> Answer {
    let words = &panellist.words;
    let (category, case) = (room.category.id, row.case);
    let title = case_name(words, row);
    let is_asked = !row.is_read && room.is_open();
    let there: &[&str] = if is_asked { &[READING] } else { &[] };
    let body = html! {
        (back(&Link::new(say!(words, "room-back"), &Deliberation { category })))
        (problems(words, attempt, there))
        (Heading::new(&title))
        (case::text(words, said))
        @if row.is_read {
            (aside(Tone::Good, &html! { p { (say!(words, "room-is-read")) } }))
        } @else if is_asked {
            section.stack #(READING) {
                h2 { (say!(words, "room-reading-title")) }
                p { (say!(words, "room-reading-text")) }
                (PostButton::new(Look::Primary, say!(words, "room-reading-confirm"), &CaseToRead { category, case }))
            }
        }
    };
    frame(panellist, room, title, body)
}
