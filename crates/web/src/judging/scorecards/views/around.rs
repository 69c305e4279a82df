//! What stands around a scorecard: questions to the secretary with their answers, and the ways out of the case.

use maud::{Markup, html};
use plaudit_domain::{interest, policy, season};
use plaudit_store::reports::scorecard::Scorecard as Card;

use crate::paths::judging::{Abstention, Enquiry, Gate};
use crate::say;
use crate::shown::enquiry;
use crate::ui::details::details;
use crate::ui::link::Link;
use crate::words::Words;

/// What was asked about the case and answered, and what this judge asked; nobody else's open question is here.
pub(super) fn questions(words: &Words, card: &Card) -> Markup {
    let zone = card.programme.words.zone.time_zone();
    html! {
        @if !card.enquiries.is_empty() {
            (details(
                &say!(words, "scorecard-enquiries", count = card.enquiries.len()),
                &enquiry::asked(words, &card.enquiries, &zone),
            ))
        }
    }
}

/// A question to the secretary, an interest that was found since, and abstaining.
pub(super) fn ways_out(words: &Words, card: &Card) -> Markup {
    let assignment = card.assignment;
    let may_abstain =
        policy::may_abstain(card.season.status, interest::Status::MayJudge, card.status);
    html! {
        @if card.season.status == season::Status::Judging {
            ul.plain.screen-only {
                li { (Link::new(say!(words, "scorecard-enquire"), &Enquiry { assignment })) }
                @if may_abstain.is_ok() {
                    li { (Link::new(say!(words, "scorecard-abstain"), &Abstention { assignment })) }
                }
                li { (Link::new(say!(words, "scorecard-interest-since"), &Gate { assignment })) }
            }
        }
    }
}
