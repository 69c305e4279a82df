//! Decisions that are open or taken, and facts of the ledger.
use std::collections::BTreeMap;

use maud::html;
use plaudit_domain::case::decision::Kind;
use plaudit_domain::criterion::Points;
use plaudit_domain::fact::FactKind;
use plaudit_domain::ids::{AccountId, CaseId, FactId, InterestId};
use plaudit_domain::interest::conflicts::Effect;
use plaudit_domain::interest::{self, Status};
use plaudit_domain::membership::Role;
use plaudit_domain::text::Texts;
use plaudit_store::biographies::BiographyWords;
use plaudit_store::reports::biographies::PublicBiography;
use plaudit_store::reports::history::{DetailRow, FactRow};
use plaudit_store::reports::interests::InterestRow;
use plaudit_store::reports::names::Named;
use plaudit_store::reports::shortlist::DecisionRow;

use super::Exhibit;
use super::samples::{LONG, LONG_NAME, at, id, zone};
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::shown::decision::{Decision, decided, overtaken, typed};
use crate::shown::{biography, fact, ruling};
use crate::ui::button::Look;
use crate::ui::fields::Field;
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    let mut all = vec![
        open(words),
        taken(words),
        beaten(words),
        rulings(words),
        panellists(words),
        facts(words),
        histories(words),
    ];
    all.extend(super::minutes::all(words));
    all.extend(super::progress::all(words));
    all.push(super::diagnostics::chances(words));
    all.push(super::diagnostics::exhibit(
        words,
        super::minutes::place().as_ref(),
    ));
    all
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
        departs: false,
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
        "Against the ranking",
        &seen(&[DecisionRow {
            reason: "The panel saw the service in use.".to_owned(),
            departs: true,
            ..row(Kind::Promoted)
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

fn beaten(words: &Words) -> Exhibit {
    let first = DecisionRow {
        kind: Kind::HighlyCommended,
        reason: "A close second.".to_owned(),
        by: Named::Person("Tamsin Ellery".to_owned()),
        at: at("2027-06-10T14:30:00Z"),
        departs: false,
        undone: None,
    };
    let zone = zone().time_zone();
    Exhibit::new(
        "overtaken",
        "A decision that came second",
        "Used where two people decide on one case at once.",
    )
    .state(
        "With what was typed",
        &overtaken(words, &[first], &zone, "The clearest progress."),
    )
    .state("With nothing typed", &overtaken(words, &[], &zone, " "))
    .state(
        "Typed into a form that is not there any more",
        &typed(words, "The clearest progress."),
    )
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

pub(super) fn interest_row(number: u128, status: Status) -> InterestRow {
    InterestRow {
        id: InterestId(id(number)),
        case: CaseId(id(1)),
        account: AccountId(id(number)),
        judge: "Rosalind Pemberton".to_owned(),
        number: 12,
        nominee: "Deborah Achebe".to_owned(),
        employer: Some("Marrowby Borough Council".to_owned()),
        status,
        kind: Some(interest::Kind::EmployerBefore),
        effect: None,
        words: "We shared an office until 2024.\nNot since.".to_owned(),
        declared_at: Some(at("2027-04-06T09:30:00Z")),
        ruling_reason: String::new(),
        ruled_at: None,
        is_scored: false,
        left: 3,
    }
}

fn rulings(words: &Words) -> Exhibit {
    let waiting = interest_row(1, Status::Declared);
    let unsure = InterestRow {
        judge: LONG_NAME.to_owned(),
        kind: None,
        employer: None,
        ..interest_row(2, Status::Unsure)
    };
    let ruled = InterestRow {
        effect: Some(Effect::OutOfCase),
        ruling_reason: LONG.to_owned(),
        ..interest_row(3, Status::Recused)
    };
    let path = |_| "/gallery".to_owned();
    let typed = (&RawForm::default(), &FieldErrors::default());
    Exhibit::new(
        "rulings",
        "Interests and the ruling on them",
        "Used where a chair or an administrator rules on what judges have declared.",
    )
    .state(
        "What waits, and what does not",
        &ruling::table(
            words,
            &[&waiting, &unsure, &interest_row(4, Status::None), &ruled],
            "interests-waiting",
            path,
        ),
    )
    .state(
        "One that waits",
        &ruling::facts(words, &zone().time_zone(), &waiting),
    )
    .state(
        "One that was ruled on",
        &ruling::facts(words, &zone().time_zone(), &ruled),
    )
    .state(
        "The ruling, to be filled in",
        &ruling::form(words, &"/gallery", &waiting, typed),
    )
}

fn panellists(words: &Words) -> Exhibit {
    let one = |name: &str, role, affiliation: Option<&str>| PublicBiography {
        role,
        said: BiographyWords {
            name: name.to_owned(),
            affiliation: affiliation.map(str::to_owned),
            words: "Twenty years of other people’s systems.\nJudges because somebody has to."
                .to_owned(),
        },
    };
    let typed = RawForm::from_pairs([
        ("version", "1".to_owned()),
        ("name", "Rosalind Pemberton".to_owned()),
    ]);
    Exhibit::new(
        "panellists",
        "Who judges",
        "Used on a programme’s page and where somebody on the panel writes about themselves.",
    )
    .state(
        "A chair",
        &biography::public(
            words,
            &one("Rosalind Pemberton", Role::Chair, Some("Marrowby")),
        ),
    )
    .state(
        "A long name, and nowhere",
        &biography::public(words, &one(LONG_NAME, Role::Observer, None)),
    )
    .state(
        "To be written",
        &biography::fields(words, &typed, &FieldErrors::default()),
    )
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
        &fact::details(words, &fact, &zone().time_zone()),
    )
    .state(
        "The name of a kind of fact, as a filter offers it",
        &html! { (fact::kind(words, FactKind::AcceptanceRecorded)) },
    )
}
