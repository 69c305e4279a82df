//! What is asked to invite a judge.

use jiff::{Timestamp, ToSpan};
use plaudit_domain::membership::{Role, Status};
use plaudit_domain::person::{Email, NAME_LIMIT};
use plaudit_domain::text::{self, Fault};
use plaudit_store::memberships::Ask;
use plaudit_store::reports::Surroundings;
use plaudit_store::reports::judges::{JudgeRow, Judges};

use crate::admin::rules::form::whole;
use crate::admin::seasons::form as dates;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::say;
use crate::words::Words;

/// The judge's name.
pub(super) const NAME: &str = "name";
/// Where the invitation goes.
pub(super) const EMAIL: &str = "email";

/// What they would be.
pub(super) const ROLE: &str = "role";

/// Whom to invite, to be what.
pub(super) struct Asked {
    pub(super) name: String,
    pub(super) email: Email,
    pub(super) role: Role,
    pub(super) ask: Ask,
}

/// How many cases there are to read.
pub(super) const CASES: &str = "cases";
/// How many minutes each takes.
pub(super) const MINUTES: &str = "minutes";
/// The date by which to answer.
pub(super) const ANSWER: &str = "answer";
/// How long a case takes, as long as nobody says otherwise.
const USUAL_MINUTES: u32 = 30;
/// How many days somebody has to answer, as long as nobody says otherwise: as long as the letter's link lasts.
const USUAL_DAYS: i64 = 14;

/// What the form begins with: a judge, with the load that is known or likely.
pub(super) fn suggested(
    words: &Words,
    about: &Surroundings,
    cases: u64,
    now: Timestamp,
) -> RawForm {
    let zone = about.programme.words.zone.time_zone();
    let by = zone
        .to_datetime(now)
        .date()
        .saturating_add(USUAL_DAYS.days());
    let cases = if cases == 0 {
        String::new()
    } else {
        cases.to_string()
    };
    RawForm::from_pairs([
        (ROLE.to_owned(), Role::Judge.as_str().to_owned()),
        (CASES.to_owned(), cases),
        (MINUTES.to_owned(), USUAL_MINUTES.to_string()),
        (dates::day(ANSWER), words.day(by)),
        (dates::time(ANSWER), say!(words, "words-noon")),
    ])
}

/// A number that may be left out.
fn maybe_whole(typed: &str, most: u32) -> Result<Option<u32>, Fault> {
    match typed {
        "" => Ok(None),
        typed => whole(typed, most).map(Some),
    }
}

/// Reads whom to invite; whoever is on the panel is not asked twice, and there is one chair.
pub(super) fn parse(
    words: &Words,
    raw: &RawForm,
    judges: &Judges,
    now: Timestamp,
) -> Result<Asked, FieldErrors> {
    let panel = &judges.rows;
    let mut errors = raw.errors();
    let name = errors.take(
        NAME,
        "judges-name-noun",
        text::line(raw.get(NAME), NAME_LIMIT),
    );
    let email = Email::parse(raw.get(EMAIL)).and_then(|email| {
        let is_there = |row: &JudgeRow| row.email == email.as_str() && !row.may_be_invited_again();
        if panel.iter().any(is_there) {
            Err(Fault::Taken)
        } else {
            Ok(email)
        }
    });
    let email = errors.take(EMAIL, "judges-email-noun", email);
    // A form of an older page asks nothing else than a judge.
    let typed = match raw.get(ROLE) {
        "" => Role::Judge.as_str(),
        typed => typed,
    };
    let role = errors.take(ROLE, "judges-role-noun", role(typed));
    if role == Some(Role::Chair) && panel.iter().any(is_chair) {
        errors.say(ROLE, "judges-second-chair");
    }
    let cases = errors.take(
        CASES,
        "judges-cases-noun",
        maybe_whole(raw.trimmed(CASES), 10_000),
    );
    let minutes = errors.take(
        MINUTES,
        "judges-minutes-noun",
        maybe_whole(raw.trimmed(MINUTES), 1_000),
    );
    let zone = &judges.about.programme.words.zone;
    let answer_by = dates::date(words, raw, &mut errors, ANSWER, zone, None);
    if answer_by.is_some_and(|by| by <= now) {
        errors.say(&dates::day(ANSWER), "judges-answer-past");
    }
    match (name, email, role) {
        (Some(name), Some(email), Some(role)) if errors.is_empty() => Ok(Asked {
            name,
            email,
            role,
            ask: Ask {
                answer_by,
                cases: cases.flatten(),
                minutes: minutes.flatten(),
            },
        }),
        _ => Err(errors),
    }
}

/// A role on a panel.
pub(super) fn role(typed: &str) -> Result<Role, Fault> {
    Role::parse(typed)
        .ok()
        .filter(|role| role.is_on_panel())
        .ok_or(Fault::NotAChoice)
}

/// Whether this is the chair, or who was asked to be.
pub(super) fn is_chair(row: &JudgeRow) -> bool {
    row.role == Role::Chair && matches!(row.status, Status::Invited | Status::Active)
}
