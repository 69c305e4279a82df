//! A letter with every part in it, for the tests of both its forms.

use plaudit_domain::ids::OrganisationId;
use plaudit_domain::person::{Contact, Email, Telephone};
use plaudit_store::organisations::Organisation;
use uuid::Uuid;

use super::written::Written;

pub(super) fn organisation() -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::nil()),
        version: 1,
        name: "Society of Examples".to_owned(),
        contact: Contact {
            name: "Ann Lee".to_owned(),
            email: Email::parse("ann.lee@society.example").expect("an address"),
            telephone: Telephone::parse("01632 960 001").expect("a number"),
        },
    }
}

pub(super) fn letter() -> Written {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Written::new("Your copy, Siân")
        .say("Dear Siân,")
        .say(
            "This paragraph is longer than a line of plain text may be, so that it has to go on in the line below it.",
        )
        .button("Open your copy", "https://award.example/nominations/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")
        .code("5GGM-FGNV")
        .details(vec![
            pair("Nominations close", "noon on Thursday 4 March 2027 (Europe/London time, GMT)"),
            pair("Announcement", "noon on Wednesday 13 October 2027"),
        ])
        .details(Vec::new())
        .heading("What you wrote")
        .subheading("Answers")
        .answer("How were things before?", "Slow.\n\nVery slow & <dull> 🐌.", None)
        .answer("And now?", "سريع", Some("Not for publication".to_owned()))
}
