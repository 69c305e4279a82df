//! Decisions that are open or taken, and facts of the ledger.
use std::collections::BTreeMap;

use maud::html;
use plaudit_domain::case::decision::Kind;
use plaudit_domain::criterion::Points;
use plaudit_domain::fact::FactKind;
use plaudit_domain::ids::{AccountId, CaseId, FactId, InterestId};
use plaudit_domain::interest;
use plaudit_domain::membership::Role;
use plaudit_domain::text::Texts;
use plaudit_store::biographies::BiographyWords;
use plaudit_store::reports::biographies::PublicBiography;
use plaudit_store::reports::history::{DetailRow, FactRow};
use plaudit_store::reports::interests::InterestRow;
use plaudit_store::reports::names::Named;
use plaudit_store::reports::shortlist::DecisionRow;

use super::Exhibit;
use super::samples::{LONG_NAME, at, id, zone};
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::shown::decision::{Decision, decided};
use crate::shown::{biography, fact, ruling};
use crate::ui::button::Look;
use crate::ui::fields::Field;
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    vec![
        open(words),
        taken(words),
        rulings(words),
        facts(words),
        histories(words),
        biographies(words),
    ]
}

fn interest(status: interest::Status) -> InterestRow {
    InterestRow {
        id: InterestId(id(21)),
        case: CaseId(id(1)),
        account: AccountId(id(22)),
        judge: LONG_NAME.to_owned(),
        number: 12,
        nominee: "Deborah Achebe".to_owned(),
        employer: Some("Marrowby Borough Council".to_owned()),
        status,
        kind: None,
        effect: None,
        words: "We sat on the same working group for a year.\nI am not sure that it matters."
            .to_owned(),
        declared_at: Some(at("2027-04-02T19:12:00Z")),
        ruling_reason: String::new(),
        ruled_at: None,
        is_scored: false,
        left: 4,
    }
}

fn rulings(words: &Words) -> Exhibit {
    let waits = interest(interest::Status::Unsure);
    let open = interest(interest::Status::MayJudge);
    let raw = RawForm::default();
    let mut errors = raw.errors();
    errors.say(ruling::RULING, "interests-ruling-missing");
    let fresh = FieldErrors::default();
    Exhibit::new(
        "rulings",
        "A ruling on an interest",
        "Used where the chair or an administrator rules on what a judge declared.",
    )
    .state(
        "What is known",
        &ruling::facts(words, &zone().time_zone(), &waits),
    )
    .state(
        "It waits, and nothing was chosen",
        &ruling::form(words, &"/gallery", &waits, (&raw, &errors)),
    )
    .state(
        "A conflict that is found later",
        &ruling::form(words, &"/gallery", &open, (&raw, &fresh)),
    )
}

fn biographies(words: &Words) -> Exhibit {
    let one = |affiliation: Option<&str>| PublicBiography {
        role: Role::Chair,
        said: BiographyWords {
            name: LONG_NAME.to_owned(),
            affiliation: affiliation.map(str::to_owned),
            words: "She ran a borough for eleven years.\n\nShe reads every case on paper first."
                .to_owned(),
        },
    };
    Exhibit::new(
        "biographies",
        "Who judges",
        "Used on a programme’s page for those on the panel who agreed to it.",
    )
    .state(
        "With an affiliation",
        &biography::public(words, &one(Some("Independent"))),
    )
    .state("Without", &biography::public(words, &one(None)))
}

fn open(words: &Words) -> Exhibit {
    let decision = |title: &str| {
        Decision::new(words, &"/gallery", 3, title)
            .hint("The case leaves the ranking, and its judges are told.")
            .button(Look::Warning, "Disqualify", "do", "disqualify")
    };
    Exhibit::new(
        "decisions",
        "A decision that is open",
        "Used where an administrator decides on a case or a nomination.",
    )
    .state(
        "A reason is needed",
        &decision("Disqualify the case").reason("open_reason", "Reason", "", None),
    )
    .state(
        "Refused",
        &decision("Disqualify this case").folded().reason(
            "refused_reason",
            "Reason",
            " ",
            Some("Enter a reason"),
        ),
    )
    .state(
        "Folded away, with a further field and a reason that may be left out",
        &decision("Disqualify it after all")
            .fields(html! { (Field::date(words, "folded_on", "On")) })
            .reason("folded_reason", "Note", "", None)
            .optional()
            .folded(),
    )
}

fn taken(words: &Words) -> Exhibit {
    let row = |kind: Kind| DecisionRow {
        kind,
        reason: String::new(),
        by: Named::Person("Tamsin Ellery".to_owned()),
        at: at("2027-05-20T13:30:00Z"),
        undone: None,
    };
    let seen = |rows: &[DecisionRow]| decided(words, rows, &zone().time_zone());
    let exhibit = Exhibit::new(
        "decided",
        "Decisions that were taken",
        "Used on a case’s page, the latest first.",
    )
    .state(
        "With a reason, by somebody with a long name",
        &seen(&[DecisionRow {
            reason: "The work shown is a supplier’s.\nThe panel heard the nominee first."
                .to_owned(),
            by: Named::Person(LONG_NAME.to_owned()),
            ..row(Kind::Disqualified)
        }]),
    )
    .state(
        "Undone",
        &seen(&[DecisionRow {
            by: Named::Erased,
            undone: Some((
                at("2027-05-21T09:00:00Z"),
                "It was the wrong case.".to_owned(),
            )),
            ..row(Kind::Withdrawn)
        }]),
    );
    let each: Vec<DecisionRow> = Kind::ALL.iter().copied().map(row).collect();
    exhibit.state("Each kind", &seen(&each))
}

fn fact_row(kind: FactKind, details: BTreeMap<String, DetailRow>) -> FactRow {
    FactRow {
        id: FactId(id(1)),
        at: at("2027-05-20T13:30:00Z"),
        kind,
        by: Some(Named::Person("Tamsin Ellery".to_owned())),
        subject: Some(Named::Case(
            CaseId(id(1)),
            12,
            Some("Deborah Achebe".to_owned()),
        )),
        season: None,
        details,
        sealed: Some((341, "5f0c1e77ab19".to_owned())),
    }
}

fn facts(words: &Words) -> Exhibit {
    let exhibit = Exhibit::new(
        "facts",
        "A fact",
        "Used in histories, one sentence for each kind.",
    );
    FactKind::ALL
        .iter()
        .copied()
        .fold(exhibit, |exhibit, kind| {
            let fact = fact_row(
                kind,
                BTreeMap::from([("to".to_owned(), DetailRow::Plain("in-judging".to_owned()))]),
            );
            exhibit.state(
                kind.as_str(),
                &html! { p { (fact::sentence(words, &fact)) } },
            )
        })
}

fn histories(words: &Words) -> Exhibit {
    let title = || Texts::english("Progress");
    let details = BTreeMap::from(
        [
            (
                "reason",
                DetailRow::Words("The clerk rang, and the letters were there.".to_owned()),
            ),
            ("note", DetailRow::Silenced),
            ("to", DetailRow::Plain("submitted".to_owned())),
            ("late", DetailRow::Plain("true".to_owned())),
            (
                "judge",
                DetailRow::Named(Named::Person(LONG_NAME.to_owned())),
            ),
            (
                "scores",
                DetailRow::List(vec![
                    DetailRow::Score(title(), vec![Some(Points::whole(3))]),
                    DetailRow::Score(title(), vec![None, Some(Points::whole(4))]),
                ]),
            ),
        ]
        .map(|(name, detail)| (name.to_owned(), detail)),
    );
    let fact = fact_row(FactKind::ScorecardChanged, details);
    let nobody = FactRow {
        by: None,
        subject: None,
        ..fact_row(FactKind::NominationSubmitted, BTreeMap::new())
    };
    Exhibit::new(
        "histories",
        "A history",
        "Used on the page of whatever it is the history of, the earliest first.",
    )
    .state(
        "Several facts, with all that a fact can record",
        &fact::history(words, &[fact.clone(), nobody], &zone().time_zone()),
    )
    .state(
        "What one fact records besides its sentence",
        &fact::details(words, &fact),
    )
}
