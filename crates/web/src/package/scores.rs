//! `scores.csv`, what each judge gave, and `assignment.csv`, who was to give it: written, and read back as what is ranked.

use std::collections::BTreeMap;

use plaudit_domain::assignment::Status;
use plaudit_domain::criterion::Points;
use plaudit_domain::ids::{AccountId, CaseId};
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::standing::Judged;
use plaudit_store::reports::package::{PackagedCase, number_as_id};
use uuid::Uuid;

use super::fault::Fault;
use super::table::{self, Rows};

/// The members' names.
pub(super) const NAME: &str = "scores.csv";
pub(super) const ASSIGNMENT: &str = "assignment.csv";

const COLUMNS: [&str; 4] = ["case", "judge", "criterion", "score"];

/// A judge's name in the package.
pub(super) fn judge(id: AccountId) -> String {
    format!("J{:03}", id.0.as_u128())
}

fn judge_from(name: &str) -> Option<AccountId> {
    let number: u32 = name.strip_prefix('J')?.parse().ok()?;
    let id = number_as_id(u128::from(number)).into();
    (judge(id) == name).then_some(id)
}

/// Every score, by case, judge and criterion.
pub(super) fn write(rules: &RuleSet, cases: &[PackagedCase]) -> String {
    let mut rows = Rows::new(COLUMNS);
    for case in cases {
        for (id, steps) in &case.judged.scorecards {
            for criterion in &rules.criteria {
                let score = (steps.get(&criterion.id))
                    .and_then(|steps| criterion.scale.value(*steps))
                    .map_or_else(String::new, |points| points.to_string());
                let key = criterion.key.clone();
                rows.push([case.number.to_string(), judge(*id), key, score]);
            }
        }
    }
    rows.text()
}

/// Who was assigned to each case, by status, and how many judges were out of it for a conflict.
pub(super) fn write_assignment(cases: &[PackagedCase]) -> String {
    let mut rows = Rows::new(assignment_columns());
    for case in cases {
        let count = |status: &Status| case.assigned.get(status).copied().unwrap_or(0).to_string();
        let head = [case.number.to_string(), case.judged.case.to_string()];
        let counts = Status::ALL.iter().map(count);
        let conflicts = [case.judged.recusals.to_string()];
        rows.push(head.into_iter().chain(counts).chain(conflicts));
    }
    rows.text()
}

fn assignment_columns() -> Vec<&'static str> {
    let statuses = Status::ALL.iter().map(|status| status.as_str());
    (["case", "case_id"].into_iter())
        .chain(statuses)
        .chain(["conflicts"])
        .collect()
}

/// Reads both back.
pub(super) fn read(
    rules: &RuleSet,
    scores: &str,
    assignment: &str,
) -> Result<Vec<PackagedCase>, Fault> {
    let columns = assignment_columns();
    let mut cases = table::read(ASSIGNMENT, assignment, &columns, |row| {
        let counts = Status::ALL.iter().zip(row.iter().skip(2));
        Some(PackagedCase {
            number: row.get(0)?.parse().ok()?,
            judged: Judged {
                case: CaseId::from(row.get(1)?.parse::<Uuid>().ok()?),
                scorecards: BTreeMap::new(),
                recusals: row.get(columns.len() - 1)?.parse().ok()?,
            },
            assigned: counts
                .map(|(status, count)| Some((*status, count.parse().ok()?)))
                .filter(|counted| !matches!(counted, Some((_, 0))))
                .collect::<Option<_>>()?,
        })
    })?;
    let places: BTreeMap<i64, usize> = (cases.iter().enumerate())
        .map(|(place, case)| (case.number, place))
        .collect();
    table::read(NAME, scores, &COLUMNS, |row| {
        let place = places.get(&row.get(0)?.parse().ok()?)?;
        let judge = judge_from(row.get(1)?)?;
        let criterion = rules
            .criteria
            .iter()
            .find(|one| Some(one.key.as_str()) == row.get(2))?;
        let steps = criterion.scale.steps_to(Points::parse(row.get(3)?).ok()?)?;
        let card = cases[*place].judged.scorecards.entry(judge).or_default();
        card.insert(criterion.id, steps).is_none().then_some(())
    })?;
    Ok(cases)
}
