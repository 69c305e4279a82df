//! How an invitation looks.

use maud::{Markup, html};
use plaudit_domain::membership::{Scope, Status};
use plaudit_domain::programme::Programme;
use plaudit_domain::season::Season;
use plaudit_store::memberships::Offer;

use super::REASON;
use crate::accounts::code::view::fields;
use crate::http::actor::Visitor;
use crate::http::cookies;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::accounts::{
    Invitation, InvitationAcceptance, InvitationCode, InvitationRefusal, InvitationRenewal, SignIn,
};
use crate::say;
use crate::ui::button::{Look, PostButton, buttons, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Place;
use crate::ui::summary_list::SummaryList;
use crate::words::Words;

/// What is asked, and two buttons; or what became of it.
pub(super) fn page(
    visitor: &Visitor,
    path: &Invitation,
    offer: &Offer,
    raw: &RawForm,
    errors: &FieldErrors,
) -> Answer {
    let words = &visitor.words;
    let role = words.get(&format!("role-a-{}", offer.membership.role));
    let token = || path.token.clone();
    let title = say!(words, "invitation-title", role = role.as_str());
    let lede = match offer.membership.status {
        Status::Invited if offer.is_live => {
            say!(
                words,
                "invitation-lede",
                name = offer.account.name.as_str(),
                role = role
            )
        }
        Status::Invited => say!(words, "invitation-expired"),
        Status::Active => say!(words, "invitation-accepted-already"),
        Status::Declined => say!(words, "invitation-declined-already"),
        Status::Ended | Status::Suspended => say!(words, "invitation-ended"),
    };
    let reach = match offer.membership.scope {
        Scope::Organisation(_) => "invitation-reach-organisation",
        Scope::Programme(_) => "invitation-reach-programme",
        Scope::Season(_) | Scope::Category(_) => "invitation-reach-season",
    };
    let body = html! {
        (error_summary(words, errors.in_words(words).iter()))
        (Heading::new(&title).lede(lede))
        @match offer.membership.status {
            Status::Invited if offer.is_live => {
                @if let Some(season) = &offer.season { (work(words, offer, &season.0, &season.1)) }
                p { (say!(words, reach)) }
                (buttons(&html! {
                    (PostButton::new(Look::Primary, say!(words, "invitation-accept"), &InvitationAcceptance { token: token() })
                        .with(cookies::FIELD, &"yes"))
                }))
                (decline(words, &InvitationRefusal { token: token() }, raw, errors))
            }
            Status::Invited => (PostButton::new(Look::Primary, say!(words, "invitation-renew"), &InvitationRenewal { token: token() })),
            Status::Active => p { (Link::new(say!(words, "frame-sign-in"), &SignIn)) },
            Status::Declined | Status::Ended | Status::Suspended => {},
        }
    };
    Answer::page(visitor, Place::Public, title, body)
}

/// What there is to do, and when.
fn work(words: &Words, offer: &Offer, programme: &Programme, season: &Season) -> Markup {
    let zone = programme.words.zone.time_zone();
    let ask = offer.membership.ask;
    let mut list = SummaryList::new().row(
        say!(words, "invitation-season"),
        html! { (programme.words.title.in_language(&words.language())) " " (season.name) },
    );
    let mut add = |key: &str, said: String| {
        list = std::mem::take(&mut list).row(words.get(key), html! { (said) });
    };
    add(
        "invitation-role",
        words.get(&format!("role-would-{}", offer.membership.role)),
    );
    if offer.membership.role.scores() {
        if let (Some(cases), Some(minutes), Some(hours)) = (ask.cases, ask.minutes, ask.hours()) {
            let said = say!(
                words,
                "invitation-load-text",
                cases = cases,
                minutes = minutes,
                hours = hours
            );
            add("invitation-load", said);
        }
        let dates = season.timetable;
        if let (Some(from), Some(to)) = (dates.closes_at, dates.judging_ends_at) {
            let said = say!(
                words,
                "invitation-judging-text",
                from = words.moment(from, &zone),
                to = words.moment(to, &zone)
            );
            add("invitation-judging", said);
        }
    }
    if let Some(at) = season.timetable.decision_at {
        add("invitation-meeting", words.moment(at, &zone));
    }
    if let Some(at) = ask.answer_by {
        add("invitation-answer-by", words.moment(at, &zone));
    }
    html! { (list) }
}

/// Declining, with or without a reason.
fn decline(words: &Words, path: &InvitationRefusal, raw: &RawForm, errors: &FieldErrors) -> Markup {
    let messages = errors.in_words(words);
    let form = Form::post(
        path,
        html! {
            (Field::area(words, REASON, say!(words, "invitation-reason"))
                .hint(say!(words, "invitation-reason-hint")).rows(3).optional()
                .value(raw.get(REASON)).error(messages.get(REASON)))
            (submit(Look::Secondary, &say!(words, "invitation-decline")))
        },
    );
    html! {
        section.stack {
            h2 { (say!(words, "invitation-decline-title")) }
            (form)
        }
    }
}

/// The page for whom the letter's link does not reach.
pub(super) fn code(visitor: &Visitor, raw: &RawForm, errors: &FieldErrors) -> Answer {
    let words = &visitor.words;
    let messages = errors.in_words(words);
    let title = say!(words, "invitation-code-title");
    let form = Form::post(
        &InvitationCode,
        html! {
            (fields(words, raw, &messages))
            (submit(Look::Primary, &say!(words, "invitation-code-go-on")))
        },
    );
    let body = html! {
        (error_summary(words, messages.iter()))
        (Heading::new(&title).lede(say!(words, "invitation-code-lede")))
        (form)
    };
    Answer::page(visitor, Place::Public, title, body)
}
