//! Rule sets and scorecards as the ranking reads them.

use std::collections::BTreeMap;

use plaudit_ranking::{Criterion, Direction, Missing, Ratio, Scale};

use super::{Judged, Unsound};
use crate::{
    criterion,
    ids::CriterionId,
    rule_set::{RuleSet, TieBreak},
};

/// One score with its names spelt out, as the ranking reads it.
pub(super) struct Row {
    pub(super) judge: String,
    pub(super) case: String,
    pub(super) criterion: String,
    pub(super) value: Ratio,
}

/// All scores of these cases.
pub(super) fn rows<'a>(
    rules: &RuleSet,
    cases: impl Iterator<Item = &'a Judged>,
) -> Result<Vec<Row>, Unsound> {
    let scales: BTreeMap<CriterionId, criterion::Scale> = rules
        .criteria
        .iter()
        .map(|criterion| (criterion.id, criterion.scale))
        .collect();
    let mut rows = Vec::new();
    for judged in cases {
        for (&judge, steps) in &judged.scorecards {
            if steps.is_empty() {
                return Err(Unsound::Empty {
                    judge,
                    case: judged.case,
                });
            }
            for (&criterion, &steps) in steps {
                let value = scales
                    .get(&criterion)
                    .and_then(|scale| scale.value(steps))
                    .map(ratio);
                let case = judged.case;
                let value = value.ok_or(Unsound::NoScore {
                    judge,
                    case,
                    criterion,
                    steps,
                })?;
                let (judge, case, criterion) =
                    (judge.to_string(), case.to_string(), criterion.to_string());
                rows.push(Row {
                    judge,
                    case,
                    criterion,
                    value,
                });
            }
        }
    }
    Ok(rows)
}

/// A criterion as the ranking reads it.
pub(super) fn criterion_of(criterion: &criterion::Criterion) -> Result<Criterion, Unsound> {
    let scale = criterion.scale;
    match Scale::new(
        ratio(scale.lowest()),
        ratio(scale.highest()),
        ratio(scale.step()),
    ) {
        Ok(scale) => Ok(Criterion {
            id: criterion.id.to_string(),
            weight: criterion.weight,
            scale,
            direction: Direction::HigherIsBetter,
            missing: Missing::Refused,
        }),
        Err(fault) => Err(Unsound::Scale {
            criterion: criterion.id,
            fault: Box::new(fault),
        }),
    }
}

/// The rule set's tie-breaks, with its criteria from the heaviest; of the same weight, in their order.
pub(super) fn tie_breaks(rules: &RuleSet) -> Vec<plaudit_ranking::TieBreak> {
    let mut heaviest_first: Vec<&criterion::Criterion> = rules.criteria.iter().collect();
    heaviest_first.sort_by_key(|criterion| std::cmp::Reverse(criterion.weight));
    (rules.tie_break.iter())
        .flat_map(|tie_break| match tie_break {
            TieBreak::Criteria => (heaviest_first.iter())
                .map(|criterion| plaudit_ranking::TieBreak::Criterion(criterion.id.to_string()))
                .collect(),
            TieBreak::HeadToHead => vec![plaudit_ranking::TieBreak::HeadToHead],
            TieBreak::LowerBound => vec![plaudit_ranking::TieBreak::LowerBound],
        })
        .collect()
}

/// A value on a scale as an exact fraction.
pub(super) fn ratio(points: criterion::Points) -> Ratio {
    Ratio::new(i128::from(points.0), 100)
        .expect("a hundredth of a 64-bit number is within the limit of a fraction")
}
