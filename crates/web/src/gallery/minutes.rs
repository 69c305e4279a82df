//! The minutes of a meeting, before and after they are signed.

use std::collections::BTreeMap;

use plaudit_domain::case::Status as CaseStatus;
use plaudit_domain::case::decision::Kind;
use plaudit_domain::deliberation::Count;
use plaudit_domain::ids::{AccountId, CaseId, CriterionId, FactId, ProgrammeId, SeasonId};
use plaudit_domain::membership::Role;
use plaudit_domain::person::{Contact, Email, Telephone};
use plaudit_domain::programme::{Programme, ProgrammeWords, Slug};
use plaudit_domain::rule_set::{Deciding, Meeting, RuleSet, Status};
use plaudit_domain::season::{ClaimsAsked, Season, Status as SeasonStatus, Timetable};
use plaudit_domain::stage;
use plaudit_domain::standing::{self, Judged, Place};
use plaudit_domain::text::Texts;
use plaudit_store::reports::deliberation::minutes::{Decided, Item, Minutes, Signature};
use plaudit_store::reports::names::Named;

use super::Exhibit;
use super::samples::{LONG_NAME, at, categories, id, rules, zone};
use crate::shown::minutes;
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    let named = |name: &str| Named::Person(name.to_owned());
    let signature = |sealed: Option<(i64, String)>| Signature {
        by: named("Tamsin Ellery"),
        role: Some(Role::Chair),
        at: at("2027-06-10T15:30:00Z"),
        fact: FactId(id(7)),
        sealed,
    };
    let of = |cases: Vec<Item>, signed: Option<Signature>| Minutes {
        programme: programme(),
        season: season(),
        category: categories().remove(0),
        rules: RuleSet {
            meeting: Meeting {
                deciding: Deciding::Ballot,
                quorum: 3,
            },
            ..rules(Status::Locked)
        },
        revision: 4,
        present: vec![
            (named("Tamsin Ellery"), Role::Chair),
            (named(LONG_NAME), Role::Judge),
        ],
        absent: vec![(Named::Erased, Role::Observer)],
        cases,
        undecided: 0,
        signed,
        signs: false,
    };
    let seal = "5f0c1e77ab19".repeat(6);
    vec![
        Exhibit::new(
            "minutes",
            "Minutes",
            "Used on the pages of the panel and of administrators, and printed.",
        )
        .state(
            "Nothing yet",
            &minutes::minutes(words, &of(Vec::new(), None)),
        )
        .state(
            "Provisional, with a decision taken back",
            &minutes::minutes(words, &of(vec![unsettled()], None)),
        )
        .state(
            "Signed, and not yet sealed",
            &minutes::minutes(words, &of(vec![awarded(1)], Some(signature(None)))),
        )
        .state(
            "Signed and sealed, with joint winners",
            &minutes::minutes(
                words,
                &of(
                    vec![awarded(1), awarded(2)],
                    Some(signature(Some((512, seal)))),
                ),
            ),
        ),
        Exhibit::new(
            "minutes-decided",
            "What a meeting decided on a case",
            "Used in the room and in the minutes: by nobody in particular.",
        )
        .state(
            "A ballot that was counted",
            &minutes::count(words, &Count([3, 1, 0, 2])),
        )
        .state(
            "Decided, taken back and decided again",
            &minutes::decided(words, &unsettled().decided),
        ),
    ]
}

fn awarded(number: i64) -> Item {
    Item {
        case: CaseId(id(1)),
        number,
        nominee: Some("Deborah Achebe".to_owned()),
        status: CaseStatus::Awarded,
        place: place(),
        out: vec![Named::Person("Bola Idris".to_owned())],
        decided: vec![Decided {
            kind: Kind::Awarded,
            reason: "The clearest progress.\nShown before and after.".to_owned(),
            departs: false,
            undone: None,
        }],
        ballots: vec![Count([2, 2, 0, 0]), Count([3, 1, 0, 0])],
    }
}

fn unsettled() -> Item {
    Item {
        nominee: None,
        status: CaseStatus::Shortlisted,
        place: None,
        out: Vec::new(),
        decided: vec![
            Decided {
                kind: Kind::Promoted,
                reason: "A finalist withdrew.".to_owned(),
                departs: true,
                undone: None,
            },
            Decided {
                kind: Kind::Awarded,
                reason: "By consensus.".to_owned(),
                departs: false,
                undone: Some("Recorded for the wrong case.".to_owned()),
            },
        ],
        ballots: Vec::new(),
        ..awarded(3)
    }
}

/// Where a case stands to which three judges gave three steps on every criterion.
pub(super) fn place() -> Option<Place> {
    let rules = rules(Status::Locked);
    let given: BTreeMap<CriterionId, i64> = rules.criteria.iter().map(|one| (one.id, 3)).collect();
    let scorecards = (1..=rules.quorum)
        .map(|judge| (AccountId(id(judge.into())), given.clone()))
        .collect();
    let judged = Judged {
        case: CaseId(id(1)),
        scorecards,
        recusals: 1,
    };
    let standing = standing::stand(&rules, &[judged]).ok()?;
    standing.places.into_iter().next()
}

pub(super) fn programme() -> Programme {
    Programme {
        id: ProgrammeId(id(1)),
        words: ProgrammeWords {
            slug: Slug::parse("it-progress").expect("a slug that is written here"),
            title: Texts::english("Progress in IT"),
            purpose: Texts::default(),
            eligibility: Texts::default(),
            decision: Texts::default(),
            zone: zone(),
            contact: Contact {
                name: "Tamsin Ellery".to_owned(),
                email: Email::parse("awards@systems.example").expect("an address"),
                telephone: Telephone::parse("01632 960 142").expect("a number"),
            },
            accent: None,
        },
        mark: None,
        stewards: Vec::new(),
        version: 1,
    }
}

pub(super) fn season() -> Season {
    Season {
        id: SeasonId(id(1)),
        programme: ProgrammeId(id(1)),
        name: "2027".to_owned(),
        status: SeasonStatus::Deliberation,
        stage: stage::Kind::Scoring,
        timetable: Timetable::default(),
        declaration: Texts::default(),
        claims: ClaimsAsked::default(),
        revision: 1,
        version: 1,
    }
}
