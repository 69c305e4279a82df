//! What is done about entries that are tied: judging-science.md, 2e.

use crate::ratio::Ratio;
use crate::scores::Scores;
use std::collections::BTreeMap;
use thiserror::Error;

/// One rule that may tell tied entries apart. The rules and their order are fixed before anybody scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TieBreak {
    /// The higher mean on the criterion with this id goes first; means are compared exactly.
    Criterion(String),
    /// The entry that judges who scored both prefer goes first.
    ///
    /// For two entries: the sum over those judges of the sign of the difference of their totals. For more: the sum of
    /// that over all the others. A group that is still tied after it, and has become smaller by it, is compared among
    /// itself again.
    HeadToHead,
    /// The higher score less its standard error goes first: what is better known of two equals. It tells nothing apart
    /// where the method has no standard error.
    LowerBound,
}

/// A rule for ties names a criterion that is not among the criteria.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the tie-break by “{criterion}” names no criterion")]
pub struct UnknownCriterion {
    /// The id that is unknown.
    pub criterion: String,
}

/// A rule for ties, with its criterion found.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Rule {
    Criterion(usize),
    HeadToHead,
    LowerBound,
}

/// Finds the criteria that the rules name.
pub(crate) fn rules(scores: &Scores, breaks: &[TieBreak]) -> Result<Vec<Rule>, UnknownCriterion> {
    breaks
        .iter()
        .map(|tie_break| match tie_break {
            TieBreak::Criterion(id) => match scores.criterion(id) {
                Some(index) => Ok(Rule::Criterion(index)),
                None => Err(UnknownCriterion {
                    criterion: id.clone(),
                }),
            },
            TieBreak::HeadToHead => Ok(Rule::HeadToHead),
            TieBreak::LowerBound => Ok(Rule::LowerBound),
        })
        .collect()
}

/// Splits entries that are tied into groups, best first; those in one group stay tied, in canonical order.
///
/// Entries are given and answered by their index in [`Scores::entries`]; each has at least one review. `bound` is an
/// entry's score less its standard error, rounded as scores are.
pub(crate) fn settle(
    scores: &Scores,
    tied: Vec<usize>,
    rules: &[Rule],
    bound: &dyn Fn(usize) -> i64,
) -> Vec<Vec<usize>> {
    let mut settled = Vec::new();
    // A stack, not a recursion: adversarial scores could make one as deep as there are entries.
    let mut open = vec![(tied, rules)];
    while let Some((group, rules)) = open.pop() {
        let (Some((rule, rest)), true) = (rules.split_first(), group.len() > 1) else {
            settled.push(group);
            continue;
        };
        let groups = match *rule {
            Rule::LowerBound => split(&group, bound),
            Rule::Criterion(criterion) => split(&group, |entry| mean_on(scores, entry, criterion)),
            Rule::HeadToHead => {
                let preference = head_to_head(scores, &group);
                split(&group, |entry| preference.get(&entry).copied().unwrap_or(0))
            }
        };
        let again = matches!(rule, Rule::HeadToHead) && groups.len() > 1;
        let next = if again { rules } else { rest };
        open.extend(groups.into_iter().rev().map(|group| (group, next)));
    }
    settled
}

/// Groups entries by a value, the highest first, and keeps their order within a group.
pub(crate) fn split<Value: Ord>(
    entries: &[usize],
    value: impl Fn(usize) -> Value,
) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<Value, Vec<usize>> = BTreeMap::new();
    for &entry in entries {
        groups.entry(value(entry)).or_default().push(entry);
    }
    groups.into_values().rev().collect()
}

/// The entry's mean on one criterion, in steps above the worse end of the scale; nought if nobody scored it there.
fn mean_on(scores: &Scores, entry: usize, criterion: usize) -> Ratio {
    let steps =
        || (scores.reviews_of(entry).iter()).filter_map(|review| review.good_steps()[criterion]);
    let sum: i128 = steps().map(i128::from).sum();
    let count = i128::try_from(steps().count()).unwrap_or(i128::MAX);
    Ratio::new(sum, count).unwrap_or(Ratio::ZERO)
}

/// For each entry of the group: how many comparisons with another entry of the group, by a judge who scored both, it
/// wins, less how many it loses.
fn head_to_head(scores: &Scores, group: &[usize]) -> BTreeMap<usize, i64> {
    let mut by_judge: BTreeMap<usize, Vec<(i128, usize)>> = BTreeMap::new();
    for &entry in group {
        for review in scores.reviews_of(entry) {
            by_judge
                .entry(review.judge())
                .or_default()
                .push((review.points(), entry));
        }
    }
    let mut preference = BTreeMap::new();
    for mut totals in by_judge.into_values() {
        totals.sort_unstable();
        for &(points, entry) in &totals {
            let below = totals.partition_point(|other| other.0 < points);
            let above = totals.len() - totals.partition_point(|other| other.0 <= points);
            let won =
                i64::try_from(below).unwrap_or(i64::MAX) - i64::try_from(above).unwrap_or(i64::MAX);
            *preference.entry(entry).or_insert(0) += won;
        }
    }
    preference
}

#[cfg(test)]
mod tests;
