//! A package of a real panel, as the store would give it.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::assignment::Status as Assigned;
use plaudit_domain::criterion::{Criterion, Points, Scale};
use plaudit_domain::fact::{FactKind, canonical};
use plaudit_domain::ids::CategoryId;
use plaudit_domain::rule_set::{
    AtTheCut, Method, OthersScores, Reading, RuleSet, Status, TieBreak,
};
use plaudit_domain::stage::{Kind, Stages};
use plaudit_domain::standing::Judged;
use plaudit_domain::text::Texts;
use plaudit_store::ledger::{Link, Seen};
use plaudit_store::reports::package::{Package, PackagedCase, number_as_id};
use serde_json::json;

use crate::package::manifest::sha256;

const SKATING: &str = include_str!(
    "../../../../ranking/tests/gold/skate_worlds2017_ladies_sp_components.criteria_scores.csv"
);
pub(super) const REFERENCE: &str =
    include_str!("../../../../ranking/tests/gold/skate_worlds2017_ladies_sp.methods.csv");

fn skating_rules(method: Method) -> RuleSet {
    let keys: BTreeSet<&str> = (SKATING.lines().skip(1))
        .filter_map(|line| line.split(',').nth(2))
        .collect();
    let scale = Scale::new(Points::whole(0), Points::whole(10), Points(25)).expect("a scale");
    let criteria = keys.into_iter().zip(1..).map(|(key, place)| Criterion {
        id: number_as_id(place).into(),
        key: key.to_lowercase().replace([' ', '/'], "-"),
        title: Texts::english(key),
        guidance: Texts::default(),
        weight: 1,
        scale,
        descriptors: BTreeMap::new(),
    });
    RuleSet {
        id: number_as_id(1).into(),
        number: 1,
        status: Status::Locked,
        method,
        merit_floor: 5000,
        quorum: 3,
        shortlist_size: 12,
        tie_break: vec![TieBreak::Criteria, TieBreak::HeadToHead],
        at_the_cut: AtTheCut::default(),
        lot_seed: None,
        reading: Reading::default(),
        others_scores: OthersScores::default(),
        conflicts: None,
        meeting: plaudit_domain::rule_set::Meeting::default(),
        criteria: criteria.collect(),
        stages: Stages::default(),
        digest: None,
    }
}

pub(in crate::package) fn skating(method: Method) -> Package {
    let rules = skating_rules(method);
    let mut cases: BTreeMap<i64, PackagedCase> = BTreeMap::new();
    for line in SKATING.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let number: i64 = cells[1]
            .trim_start_matches('S')
            .parse()
            .expect("a start number");
        let judge: u128 = cells[0].trim_start_matches('J').parse().expect("a judge");
        let key = cells[2].to_lowercase().replace([' ', '/'], "-");
        let criterion = rules
            .criteria
            .iter()
            .find(|one| one.key == key)
            .expect("a criterion");
        let points = Points::parse(cells[3]).expect("points");
        let case = cases.entry(number).or_insert_with(|| PackagedCase {
            number,
            judged: Judged {
                case: number_as_id(u128::try_from(number).expect("small") << 64).into(),
                scorecards: BTreeMap::new(),
                recusals: 0,
            },
            assigned: BTreeMap::from([(Assigned::Locked, 9)]),
        });
        let card = case
            .judged
            .scorecards
            .entry(number_as_id(judge).into())
            .or_default();
        card.insert(
            criterion.id,
            criterion.scale.steps_to(points).expect("on the scale"),
        );
    }
    let text = rules.content();
    Package {
        programme: "Figure skating".to_owned(),
        season: "2017".to_owned(),
        category: "Ladies, short programme".to_owned(),
        category_id: CategoryId(number_as_id(7)),
        ledger: chain(&sha256(text.as_bytes())),
        rules: text,
        stage: Kind::Scoring,
        cases: cases.into_values().collect(),
    }
}

/// Facts 5 to 9: one that locks these rules, one that is only a kind, one of something else.
fn chain(digest: &str) -> Vec<Link> {
    let mut previous = "ab".repeat(32);
    (5..10)
        .map(|number| {
            let kind = if number == 6 {
                "rule-set-locked"
            } else {
                "season-moved"
            };
            let text = canonical(&json!({
                "kind": kind,
                "body": canonical(&json!({ "digest": digest })),
                "number": number,
                "previous": previous,
            }));
            let seal = sha256(text.as_bytes());
            Link {
                number,
                previous: std::mem::replace(&mut previous, seal.clone()),
                seal,
                seen: match number {
                    7 => Seen::Kind(
                        FactKind::ScorecardSubmitted,
                        "2027-03-04T12:00:00Z".parse().expect("an instant"),
                    ),
                    8 => Seen::Nothing,
                    _ => Seen::Text(text),
                },
            }
        })
        .collect()
}
