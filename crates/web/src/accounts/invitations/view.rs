//! How an invitation looks.

use maud::html;
use plaudit_domain::membership::{Scope, Status};
use plaudit_store::memberships::Offer;

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
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Place;

/// What is asked, and two buttons; or what became of it.
pub(super) fn page(visitor: &Visitor, path: &Invitation, offer: &Offer) -> Answer {
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
        Status::Ended => say!(words, "invitation-ended"),
    };
    let reach = match offer.membership.scope {
        Scope::Organisation(_) => "invitation-reach-organisation",
        Scope::Programme(_) => "invitation-reach-programme",
        Scope::Season(_) | Scope::Category(_) => "invitation-reach-season",
    };
    let body = html! {
        (Heading::new(&title).lede(lede))
        @match offer.membership.status {
            Status::Invited if offer.is_live => {
                p { (say!(words, reach)) }
                (buttons(&html! {
                    (PostButton::new(Look::Primary, say!(words, "invitation-accept"), &InvitationAcceptance { token: token() })
                        .with(cookies::FIELD, &"yes"))
                    (PostButton::new(Look::Secondary, say!(words, "invitation-decline"), &InvitationRefusal { token: token() }))
                }))
            }
            Status::Invited => (PostButton::new(Look::Primary, say!(words, "invitation-renew"), &InvitationRenewal { token: token() })),
            Status::Active => p { (Link::new(say!(words, "frame-sign-in"), &SignIn)) },
            Status::Declined | Status::Ended => {},
        }
    };
    Answer::page(visitor, Place::Public, title, body)
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
