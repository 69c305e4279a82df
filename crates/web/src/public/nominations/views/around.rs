//! The small pages around a nomination: taking it back, and a link that has expired.

use maud::html;
use plaudit_domain::programme::Programme as TheProgramme;
use plaudit_store::reports::nomination::Nomination as TheNomination;

use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::paths::public::{Nomination, NominationRenewal, NominationWithdrawal};
use crate::say;
use crate::shown::name::name;
use crate::ui::button::{Look, PostButton};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::page::Place;

/// Asks once more before a nomination is taken back.
pub(in crate::public::nominations) fn withdrawal(
    visitor: &Visitor,
    path: &NominationWithdrawal,
    nomination: &TheNomination,
) -> Answer {
    let words = &visitor.words;
    let page = Nomination {
        key: path.key.clone(),
    };
    let (title, text, press) = match &nomination.submission {
        Some(_) => (
            say!(words, "nomination-withdrawal-title"),
            say!(words, "nomination-withdrawal-text"),
            say!(words, "nomination-withdraw"),
        ),
        None => (
            say!(words, "nomination-removal-title"),
            say!(words, "nomination-removal-text"),
            say!(words, "nomination-draft-remove"),
        ),
    };
    let body = html! {
        (back(&Link::new(say!(words, "nomination-withdrawal-back"), &page)))
        (Heading::new(&title))
        p { (text) }
        @if let Some(said) = &nomination.submission {
            p { strong { (nomination.number) } " " (name(&said.nominee.name)) }
        }
        (PostButton::new(Look::Warning, press, path))
    };
    Answer::page(visitor, Place::Public, title, body).liveried(&nomination.programme)
}

/// The page behind a link that has expired.
pub(in crate::public::nominations) fn expired(
    visitor: &Visitor,
    renewal: &NominationRenewal,
    programme: &TheProgramme,
) -> Answer {
    let words = &visitor.words;
    let title = say!(words, "nomination-expired-title");
    let body = html! {
        (Heading::new(&title).lede(say!(words, "nomination-expired-text")))
        (PostButton::new(Look::Primary, say!(words, "nomination-expired-renew"), renewal))
    };
    Answer::page(visitor, Place::Public, title, body).liveried(programme)
}

/// A new letter is on its way.
pub(in crate::public::nominations) fn renewed(
    visitor: &Visitor,
    programme: &TheProgramme,
) -> Answer {
    let words = &visitor.words;
    let title = say!(words, "nomination-renewed-title");
    let body = html! {
        (Heading::new(&title).lede(say!(words, "nomination-renewed-text")))
    };
    Answer::page(visitor, Place::Public, title, body).liveried(programme)
}
