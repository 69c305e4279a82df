//! What is shown in place of a page: everything that can keep one from being shown.
use std::time::Duration;

use plaudit_domain::refusal::Refusal;

use super::Exhibit;
use super::samples::{LONG, LONG_NAME, contact};
use crate::http::error::{PageError, Told};
use crate::http::form::RawForm;
use crate::ui::link::Link;
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    vec![lost(words), theirs(words), away(words)]
}

fn told<'a>(words: &'a Words, error: &'a PageError) -> Told<'a> {
    Told {
        words,
        error,
        path: "/nominate/it-progress",
        is_safe: true,
        id: "1e1c44fd",
        typed: None,
        signed_in: None,
        onward: &[],
        contact: None,
    }
}

fn lost(words: &Words) -> Exhibit {
    let contact = contact();
    let links = [
        Link::new("Sign in", &"/accounts/sign-in"),
        Link::new("IT-progress award, open for nominations", &"/it-progress"),
        Link::new("All awards", &"/"),
    ];
    let not_found = || Told {
        onward: &links,
        contact: Some(&contact),
        ..told(words, &PageError::NotFound)
    };
    Exhibit::new(
        "lost",
        "A page that is not there",
        "Used for an address of nothing, and for what is not for its reader to see.",
    )
    .state("To a visitor", &not_found())
    .state(
        "To somebody who is signed in",
        &Told {
            signed_in: Some(LONG_NAME),
            ..not_found()
        },
    )
    .state(
        "Before the installation is set up",
        &Told {
            onward: &links[2..],
            contact: None,
            ..not_found()
        },
    )
}

fn theirs(words: &Words) -> Exhibit {
    let typed = RawForm::from_pairs([("before", LONG), ("role", "manager")]);
    let links = [Link::new("All awards", &"/")];
    let wait = Duration::from_mins(12);
    let contact = contact();
    let errors = [
        (
            "405, a button’s address that was opened",
            PageError::NoSuchMethod,
        ),
        (
            "409, refused by a rule",
            PageError::Refused(Refusal::JudgingBegun),
        ),
        ("409, changed by somebody else", PageError::Stale),
        (
            "403, the session ended meanwhile",
            PageError::SignInFirst { return_to: None },
        ),
        ("403, sent from another site", PageError::ForeignOrigin),
        ("400, no cookies are kept", PageError::NoCookies),
        ("413, too large", PageError::TooLarge),
        ("415, no form", PageError::NotAForm),
        ("429, too often", PageError::TooMany { wait }),
    ];
    let exhibit = Exhibit::new(
        "refused-requests",
        "A request that is refused",
        "Used for what was sent and cannot be done; what was typed stays where sending it again may help.",
    );
    errors.iter().fold(exhibit, |exhibit, (state, error)| {
        let page = Told {
            is_safe: matches!(error, PageError::NoSuchMethod),
            onward: &links,
            contact: Some(&contact),
            typed: error.may_be_sent_again().then_some(&typed),
            ..told(words, error)
        };
        exhibit.state(*state, &page)
    })
}

fn away(words: &Words) -> Exhibit {
    let typed = RawForm::from_pairs([("before", LONG)]);
    let contact = contact();
    let database = PageError::Database("locked".to_owned());
    let bug = PageError::Bug("a panic".to_owned());
    let page = |error| Told {
        contact: Some(&contact),
        ..told(words, error)
    };
    Exhibit::new(
        "away",
        "The service is away",
        "Used while the database does not answer, and for a mistake of ours.",
    )
    .state("503, a page was asked for", &page(&database))
    .state(
        "503, at a desk",
        &Told {
            path: "/judging",
            ..page(&database)
        },
    )
    .state(
        "503, a form was sent",
        &Told {
            is_safe: false,
            typed: Some(&typed),
            ..page(&database)
        },
    )
    .state("500", &page(&bug))
}
