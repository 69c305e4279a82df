//! What the gallery shows its exhibits with: an award, a person, their nomination and those who decide on it.
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::date;
use plaudit_domain::criterion::{Criterion, Points, Scale};
use plaudit_domain::eligibility::{self, Rule};
use plaudit_domain::ids::{
    CategoryId, CriterionId, EligibilityRuleId, QuestionId, QuestionRevisionId, RuleSetId,
};
use plaudit_domain::nomination::{MarkedAnswer, Relationship, Submission};
use plaudit_domain::person::{Email, Person, Telephone};
use plaudit_domain::progress_claim::{Month, ProgressClaim};
use plaudit_domain::question::{self, Answer, Asks, Question};
use plaudit_domain::rule_set::{
    AtTheCut, Method, OthersScores, Reading, RuleSet, Status, TieBreak,
};
use plaudit_domain::season::Category;
use plaudit_domain::stage::{Decides, Interview, Sift, Stages};
use plaudit_domain::text::Texts;
use plaudit_domain::window::Zone;
use uuid::Uuid;

use crate::ui::fields::Choice;
use crate::ui::page::Contact;
use crate::ui::scale::Point;

pub(super) const LONG: &str = "Parish clerks rang us for every planning letter. Two officers typed them from paper files, and a reply took nine days.";
pub(super) const LONG_NAME: &str =
    "Maximiliana Featherstonehaugh-Llanfairpwllgwyngyllgogerychwyrndrobwll";

pub(super) fn contact() -> Contact {
    Contact {
        name: "Tamsin Ellery".to_owned(),
        email: "awards@systems.example".to_owned(),
        telephone: "01632 960 142".to_owned(),
    }
}

pub(super) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(super) fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant that is written here")
}

pub(super) fn zone() -> Zone {
    Zone::parse("Europe/London").expect("a zone that there is")
}

pub(super) fn points() -> Vec<Point> {
    DESCRIPTORS
        .into_iter()
        .enumerate()
        .map(|(value, descriptor)| Point {
            value: value.to_string(),
            descriptor: descriptor.to_owned(),
        })
        .collect()
}

const DESCRIPTORS: [&str; 6] = [
    "not addressed",
    "change unclear",
    "asserted or slight",
    "clear change, before and after shown",
    "large for where it began",
    "transformed what is possible, well shown",
];

pub(super) fn relationships() -> Vec<Choice> {
    vec![
        Choice::new("manager", "I manage them"),
        Choice::new("colleague", "I work with them"),
        Choice::new("supplier", "I work for a supplier")
            .hint("Suppliers may support a nomination, not make one."),
    ]
}

pub(super) fn authorities() -> Vec<Choice> {
    vec![
        Choice::new("", "Choose one"),
        Choice::new("county", "County council"),
        Choice::new("unitary", "Unitary authority"),
        Choice::new("district", "District or borough council"),
    ]
}

fn criterion(
    number: u128,
    title: &str,
    guidance: &str,
    weight: u32,
    described: usize,
) -> Criterion {
    let scale = Scale::new(Points::whole(0), Points::whole(5), Points::whole(1));
    Criterion {
        id: CriterionId(id(number)),
        key: format!("criterion-{number}"),
        title: Texts::english(title),
        guidance: Texts::english(guidance),
        weight,
        scale: scale.expect("a scale from 0 to 5"),
        descriptors: (0..)
            .zip(DESCRIPTORS.into_iter().take(described).map(Texts::english))
            .collect(),
    }
}

/// Rules as they stand while they are written, or once they are published.
pub(super) fn rules(status: Status) -> RuleSet {
    let is_draft = status == Status::Draft;
    RuleSet {
        conflicts: None,
        id: RuleSetId(id(1)),
        number: 2,
        status,
        method: Method::Mean,
        merit_floor: 60_00,
        quorum: 3,
        shortlist_size: 5,
        tie_break: if is_draft {
            Vec::new()
        } else {
            TieBreak::ALL.to_vec()
        },
        stages: Stages::default(),
        at_the_cut: AtTheCut::default(),
        lot_seed: None,
        reading: Reading::default(),
        others_scores: OthersScores::default(),
        meeting: plaudit_domain::rule_set::Meeting::default(),
        criteria: vec![
            criterion(
                1,
                "Progress",
                "How far things have come from where they began, with the means at hand.",
                35,
                if is_draft { 2 } else { 6 },
            ),
            criterion(2, "Own contribution", "", 25, 6),
            criterion(3, "Use to others", "", 40, 6),
        ],
        digest: (!is_draft).then(|| "5f0c1e77ab1943d2a9e3".repeat(3)),
    }
}

/// The same with a sift before the scoring.
pub(super) fn rules_with_stages() -> RuleSet {
    RuleSet {
        stages: Stages {
            sift: Some(Sift {
                votes: 2,
                decides: Decides::Majority,
                guidance: Texts::english("A change that can be told, made by one person."),
            }),
            interview: Some(Interview {
                quorum: 3,
                carried: 0,
                criteria: vec![criterion(4, "Bearing witness", "", 10, 6)],
            }),
        },
        ..rules(Status::Locked)
    }
}

fn choice(key: &str, title: &str) -> question::Choice {
    question::Choice {
        key: key.to_owned(),
        title: Texts::english(title),
    }
}

/// A question of each kind.
pub(super) fn questions() -> Vec<Question> {
    let services = vec![
        choice("planning", "Planning"),
        choice("housing", "Housing"),
        choice("waste", "Waste"),
    ];
    let asked = [
        (
            "How were things before, and for whom was that a problem?",
            Asks::LongText { word_limit: 150 },
        ),
        ("In one line, what is different now?", Asks::ShortText),
        ("Where did it begin?", Asks::OneOf(services.clone())),
        ("Which services changed?", Asks::SeveralOf(services)),
        (
            "How many people use it each week?",
            Asks::Number {
                lowest: Some(0),
                highest: None,
            },
        ),
        ("On which day was it first used?", Asks::Date),
        ("Where can we see it?", Asks::Link),
    ];
    (1..)
        .zip(asked)
        .map(|(number, (prompt, asks))| Question {
            id: QuestionId(id(number)),
            revision: QuestionRevisionId(id(number)),
            key: format!("question-{number}"),
            prompt: Texts::english(prompt),
            help: Texts::default(),
            asks,
            required: number < 3,
            for_publication: number == 2,
        })
        .collect()
}

pub(super) fn eligibility_rules() -> Vec<Rule> {
    vec![Rule {
        id: EligibilityRuleId(id(1)),
        prompt: Texts::english(
            "Does the nominee work for a council, or for a body that serves one?",
        ),
        help: Texts::default(),
        wanted: eligibility::Answer::Yes,
    }]
}

pub(super) fn categories() -> Vec<Category> {
    [(1, "One person"), (2, "One team of up to five")]
        .map(|(number, title)| Category {
            id: CategoryId(id(number)),
            title: Texts::english(title),
        })
        .to_vec()
}

fn person(name: &str, role: Option<&str>, employer: Option<&str>) -> Person {
    Person {
        name: name.to_owned(),
        email: Email::parse("gwen@hall.example").ok(),
        telephone: Telephone::parse("01632 960 142").ok(),
        role: role.map(str::to_owned),
        employer: employer.map(str::to_owned),
    }
}

/// With every answer, two claims, and names that fit a line.
pub(super) fn full() -> Submission {
    let answers = [
        Answer::Text(format!("{LONG}\n\nNobody could say where a letter was.")),
        Answer::Text("Parishes look up their own applications.".to_owned()),
        Answer::Chosen(vec!["planning".to_owned()]),
        Answer::Chosen(vec!["planning".to_owned(), "waste".to_owned()]),
        Answer::Number(1_204),
        Answer::Date(date(2026, 3, 2)),
        Answer::Text("https://council.example/planning".to_owned()),
    ];
    Submission {
        category: CategoryId(id(1)),
        nominee: person(
            "Deborah Achebe",
            Some("Systems officer, planning"),
            Some("Wychmere District Council"),
        ),
        nominator: person(
            "Gwen Hall",
            Some("Parish clerk"),
            Some("Nether Wych Parish Council"),
        ),
        relationship: Relationship::Resident,
        relationship_words: Some("I ring the planning office every week.".to_owned()),
        eligibility: BTreeMap::from([(EligibilityRuleId(id(1)), eligibility::Answer::Yes)]),
        answers: (1..)
            .zip(answers)
            .map(|(number, answer)| {
                let marked = MarkedAnswer {
                    answer,
                    not_for_publication: number == 1,
                };
                (QuestionRevisionId(id(number)), marked)
            })
            .collect(),
        claims: vec![claim(Some("2026-08")), claim(None)],
    }
}

fn claim(to: Option<&str>) -> ProgressClaim {
    let month = |text| Month::parse(text).expect("a month that is written here");
    ProgressClaim {
        before: "A planning letter took nine days.".to_owned(),
        after: "It takes two, and 14 parishes read it themselves.".to_owned(),
        from: month("2026-03"),
        to: to.map(month),
        shown_by: "The register of letters, and the clerks’ own notes.".to_owned(),
    }
}

/// With a long name, no answers but one, and nothing that could be left out.
pub(super) fn sparse() -> Submission {
    Submission {
        nominee: person(LONG_NAME, None, None),
        nominator: person("مريم الحسن", None, None),
        relationship: Relationship::Other,
        relationship_words: None,
        answers: BTreeMap::from([(
            QuestionRevisionId(id(1)),
            MarkedAnswer {
                answer: Answer::Empty,
                not_for_publication: false,
            },
        )]),
        claims: Vec::new(),
        ..full()
    }
}
