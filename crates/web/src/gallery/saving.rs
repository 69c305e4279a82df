//! A form that saves itself, as the script leaves it: how far saving is, what this device still holds, and what another kept.
use maud::html;
use plaudit_domain::rule_set::Status;
use plaudit_domain::scorecard::Scores;

use super::Exhibit;
use super::samples::{LONG, LONG_NAME, rules};
use crate::shown::two_versions::{after_sending, differences, while_typing};
use crate::ui::button::{Look, submit};
use crate::ui::fields::Field;
use crate::ui::form::{Autosave, Form, Newer, Said, Saving};
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    vec![states(words), newer(words), two_versions(words)]
}

/// A form under a name of its own, since every form of a page may hold a draft on this device.
fn form<'a>(words: &'a Words, name: &str) -> (Form<'a>, Autosave<'a>) {
    let field = Field::text(
        words,
        format!("saving_{name}"),
        "In one line, what is different now?",
    )
    .value("Parishes look up their own applications.");
    let form = Form::post(
        &"/gallery",
        html! { (field) (submit(Look::Primary, "Continue")) },
    );
    let autosave = Autosave {
        words,
        path: "/gallery/draft".to_owned(),
        draft: format!("gallery-{name}"),
        version: "1".to_owned(),
        kept_at: None,
        within: None,
        beside: None,
    };
    (form, autosave)
}

fn states(words: &Words) -> Exhibit {
    let said = |saving| Said {
        saving: Some(saving),
        ..Said::default()
    };
    let seen = |name: &str, saving| {
        let (form, autosave) = form(words, name);
        form.autosave(autosave).said(said(saving))
    };
    let (beside, autosave) = form(words, "beside");
    let beside = beside
        .autosave(Autosave {
            beside: Some(html! { p { "2 of 3 criteria scored" } }),
            ..autosave
        })
        .said(said(Saving::Offline));
    let saved = Saving::Saved("4:30pm BST".to_owned());
    let why = "Judging has ended";
    Exhibit::new(
        "saving",
        "How far saving is",
        "Used at the foot of a form that saves itself, and floating there while the form is longer than the screen.",
    )
    .state("Being saved", &seen("saving", Saving::Saving))
    .state("Saved", &seen("saved", saved))
    .state("Without a connection", &seen("offline", Saving::Offline))
    .state("Overtaken by another window", &seen("stale", Saving::Stale))
    .state("Refused", &seen("refused", Saving::Refused(None)))
    .state(
        "Refused, with the reason",
        &seen("refused_why", Saving::Refused(Some(why.to_owned()))),
    )
    .state("In one line with what else is always in view", &beside)
}

fn newer(words: &Words) -> Exhibit {
    let of = |question: &str, shown: &str, here: &str| Newer {
        question: question.to_owned(),
        shown: shown.to_owned(),
        here: here.to_owned(),
    };
    let seen = |name, newer| {
        let (form, autosave) = form(words, name);
        form.autosave(autosave).said(Said {
            newer,
            ..Said::default()
        })
    };
    Exhibit::new(
        "newer-here",
        "Newer on this device",
        "Used when somebody comes back to a form of which this device holds more than was saved.",
    )
    .state(
        "One answer",
        &seen(
            "newer",
            vec![of(
                "In one line, what is different now?",
                "Parishes look up their own applications.",
                "Fourteen parishes look up their own applications.",
            )],
        ),
    )
    .state(
        "Several, one of them empty and one long",
        &seen(
            "newer_several",
            vec![
                of("Full name", LONG_NAME, "Deborah Achebe"),
                of("How were things before?", "nothing", LONG),
            ],
        ),
    )
}

fn two_versions(words: &Words) -> Exhibit {
    let criteria = rules(Status::Locked).criteria;
    let scored = |steps: [Option<i64>; 3], comment: &str| Scores {
        steps: (criteria.iter().zip(steps))
            .filter_map(|(criterion, steps)| Some((criterion.id, steps?)))
            .collect(),
        comment: comment.to_owned(),
        ..Scores::default()
    };
    let kept = scored([Some(4), Some(3), None], "Shown before and after.");
    let typed = scored([Some(4), Some(2), Some(5)], LONG);
    let differ = differences(words, &criteria, &kept, &typed);
    Exhibit::new(
        "two-versions",
        "Two versions",
        "Used where another window or device kept something else than what was typed here.",
    )
    .state(
        "While somebody types, with a choice",
        &while_typing(words, &"/gallery", &differ),
    )
    .state(
        "After a form was sent, above what was typed",
        &after_sending(words, &"/gallery", &differ),
    )
}
