//! `rules.json`, the rule set's text as it was sealed when it was locked, read back as what the ranking is made by; and
//! `options.csv` and `criteria.csv`, which say the same to a program that reads no JSON.

use std::collections::BTreeMap;

use plaudit_domain::criterion::{Criterion, Points, Scale};
use plaudit_domain::rule_set::{
    AtTheCut, Method, OthersScores, Reading, RuleSet, Status, TieBreak,
};
use plaudit_domain::stage::{Kind, Stages};
use plaudit_domain::standing::certainty::DRAWS;
use plaudit_domain::text::Texts;
use plaudit_store::reports::package::number_as_id;
use serde_json::Value;

use super::table::Rows;

/// The members' names.
pub(super) const NAME: &str = "rules.json";
pub(super) const OPTIONS: &str = "options.csv";
pub(super) const CRITERIA: &str = "criteria.csv";

/// The seed of the draws, as `plaudit rank` has it.
pub(super) const SEED: &str = "1";

/// The rules as they hold in this stage. Criteria have their place, from 1, for an id; words that decide nothing are left
/// out.
pub(super) fn read(text: &str, stage: Kind) -> Option<RuleSet> {
    let said: Value = serde_json::from_str(text).ok()?;
    let whole = |name: &str| u32::try_from(said.get(name)?.as_u64()?).ok();
    let word = |name: &str| said.get(name).and_then(Value::as_str);
    let stages = match said.get("stages") {
        Some(stages) => Stages::read(stages, criteria(said.get("interview_criteria")))?,
        None => Stages::default(),
    };
    let tie_break = said.get("tie_break")?.as_array()?.iter();
    let rules = RuleSet {
        id: number_as_id(0).into(),
        number: whole("number")?,
        status: Status::Locked,
        method: Method::parse(word("method")?).ok()?,
        merit_floor: whole("merit_floor")?,
        quorum: whole("quorum")?,
        shortlist_size: whole("shortlist_size")?,
        tie_break: tie_break
            .map(|rule| TieBreak::parse(rule.as_str()?).ok())
            .collect::<Option<_>>()?,
        at_the_cut: match word("at_the_cut") {
            Some(word) => AtTheCut::parse(word).ok()?,
            None => AtTheCut::default(),
        },
        lot_seed: word("lot_seed").map(str::to_owned),
        reading: Reading::default(),
        others_scores: OthersScores::default(),
        conflicts: None,
        meeting: plaudit_domain::rule_set::Meeting::default(),
        criteria: criteria(said.get("criteria")),
        stages,
        digest: None,
    };
    let mut rules = rules.in_stage(stage);
    for (criterion, place) in rules.criteria.iter_mut().zip(1..) {
        criterion.id = number_as_id(place).into();
    }
    Some(rules)
}

/// The criteria of this list; one that cannot be read is none, which its scores then miss.
fn criteria(list: Option<&Value>) -> Vec<Criterion> {
    let one = |said: &Value| {
        let points = |name: &str| Points::parse(said.get(name)?.as_str()?).ok();
        Some(Criterion {
            id: number_as_id(0).into(),
            key: said.get("key")?.as_str()?.to_owned(),
            title: Texts::default(),
            guidance: Texts::default(),
            weight: u32::try_from(said.get("weight")?.as_u64()?).ok()?,
            scale: Scale::new(points("lowest")?, points("highest")?, points("step")?).ok()?,
            descriptors: BTreeMap::new(),
        })
    };
    let list = list.and_then(Value::as_array);
    list.into_iter().flatten().filter_map(one).collect()
}

/// The criteria as a table.
pub(super) fn criteria_table(rules: &RuleSet) -> String {
    let mut rows = Rows::new(["criterion", "weight", "lowest", "highest", "step"]);
    for criterion in &rules.criteria {
        let scale = criterion.scale;
        rows.push([
            criterion.key.clone(),
            criterion.weight.to_string(),
            scale.lowest().to_string(),
            scale.highest().to_string(),
            scale.step().to_string(),
        ]);
    }
    rows.text()
}

/// What the ranking is made by, as a table.
pub(super) fn options_table(rules: &RuleSet) -> String {
    let ties: Vec<&str> = rules.tie_break.iter().map(|rule| rule.as_str()).collect();
    let floor = Points(i64::from(rules.merit_floor));
    let mut rows = Rows::new(["option", "value"]);
    for (name, value) in [
        ("method", rules.method.to_string()),
        ("merit_floor", floor.to_string()),
        ("quorum", rules.quorum.to_string()),
        ("shortlist_size", rules.shortlist_size.to_string()),
        ("tie_break", ties.join(" ")),
        ("at_the_cut", rules.at_the_cut.to_string()),
        ("lot_seed", rules.lot_seed.clone().unwrap_or_default()),
        ("draws", DRAWS.to_string()),
        ("draws_seed", SEED.to_owned()),
    ] {
        rows.push([name.to_owned(), value]);
    }
    rows.text()
}
