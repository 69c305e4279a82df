//! The standing: the ranking of a category's cases under its rule set, with the merit floor and the cut.

use std::collections::BTreeMap;
use std::fmt;

use plaudit_ranking::{
    Criterion, Direction, Fault, Missing, Ratio, Scale, ScaleFault, Score, Status, Summary,
    rank_by_mean,
};
use thiserror::Error;

use crate::{
    criterion,
    ids::{AccountId, CaseId, CriterionId},
    rule_set::{Method, RuleSet, TieBreak},
};

/// One case as it comes to be ranked: what counts of it, and what does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which case.
    pub case: CaseId,
    /// The scorecards that count ([`crate::assignment::Status::counts`]), by their judge: steps from the lowest
    /// point, by criterion.
    pub scorecards: BTreeMap<AccountId, BTreeMap<CriterionId, i64>>,
    /// How many judges are recused from it.
    pub recusals: u32,
}

/// An exact number that is shown to two decimals, halves rounded up.
///
/// Numbers that look alike may still differ, so compare the numbers and never what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure(Ratio);

impl Figure {
    /// The number itself.
    pub fn exact(self) -> Ratio {
        self.0
    }

    /// The number in hundredths, halves rounded up.
    pub fn hundredths(self) -> i64 {
        let most = if self.0 < Ratio::ZERO {
            i64::MIN
        } else {
            i64::MAX
        };
        i64::try_from(self.0.hundredths()).unwrap_or(most)
    }
}

impl fmt::Display for Figure {
    /// Always two decimals, so that a column lines up: `60.00`, `-0.25`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.hundredths();
        let sign = if hundredths < 0 { "-" } else { "" };
        let amount = hundredths.unsigned_abs();
        write!(out, "{sign}{}.{:02}", amount / 100, amount % 100)
    }
}

/// All cases that were given: by rank; then those with too few scorecards, then those with none, each by id.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// One for each case.
    pub places: Vec<Place>,
}

impl Standing {
    /// Where this case stands.
    pub fn of_case(&self, case: CaseId) -> Option<&Place> {
        self.places.iter().find(|place| place.case == case)
    }
}

/// Where one case stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Which case.
    pub case: CaseId,
    /// 1 for the best; cases that stay tied share a rank and the next one is skipped. `None` without a quorum.
    pub rank: Option<u32>,
    /// Whether it shares its rank with another, all tie-breaks having been tried.
    pub is_tied: bool,
    /// How many scorecards count.
    pub received: u32,
    /// How many it needs to be ranked: the quorum.
    pub required: u32,
    /// How many judges are recused from it.
    pub recusals: u32,
    /// What the scorecards say; `None` when there are none.
    pub figures: Option<Figures>,
    /// Whether there is a total, and it lies below the merit floor: it may not be shortlisted.
    pub is_below_merit_floor: bool,
    /// Whether the ranking would put it forward: ranked, not below the merit floor, and within the shortlist's size.
    /// Cases that are tied at the cut are all within, so there may be more of them than the size.
    pub is_within_cut: bool,
}

impl Place {
    /// Whether it has too few scorecards to be ranked.
    pub fn is_insufficient(&self) -> bool {
        self.rank.is_none()
    }

    /// Whether it may be shortlisted for what the scorecards say: enough of them, and a total that reaches the merit
    /// floor. The panel may depart from the cut, with a reason, but not from these two.
    pub fn is_shortlistable(&self) -> bool {
        self.rank.is_some() && !self.is_below_merit_floor
    }
}

/// What the scorecards of one case say. Totals are on the scale of nought to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The weighted total by the rule set's method, which decides the rank; with the weighted mean it is the mean.
    pub total: Figure,
    /// The mean of the scorecards' weighted totals.
    pub mean: Figure,
    /// The middle one of the scorecards' totals, or the mean of the middle two.
    pub median: Figure,
    /// The lowest of the scorecards' totals.
    pub lowest: Figure,
    /// The highest of the scorecards' totals.
    pub highest: Figure,
    /// The sample standard deviation of the scorecards' totals; `None` for a single one.
    pub spread: Option<f64>,
    /// The mean of each criterion, on its own scale and in the order of the rule set.
    pub criteria: Vec<(CriterionId, Figure)>,
}

/// Why a rule set cannot rank, or stored scorecards do not fit their rule set. Neither can be reached by a rule set
/// that passed [`check`] and scorecards that were submitted under it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unsound {
    /// A criterion's scale goes beyond what can be computed exactly.
    #[error("criterion {criterion}: {fault}")]
    Scale {
        /// Which criterion.
        criterion: CriterionId,
        /// What is wrong with its scale.
        fault: Box<ScaleFault>,
    },
    /// A score is not one that its rule set knows.
    #[error("{steps} steps by {judge} for {case} are no score on criterion {criterion}")]
    NoScore {
        /// Whose score.
        judge: AccountId,
        /// For which case.
        case: CaseId,
        /// On which criterion, of this rule set or of none.
        criterion: CriterionId,
        /// What is stored.
        steps: i64,
    },
    /// A scorecard that is said to count has no score.
    #[error("the scorecard of {judge} for {case} is empty")]
    Empty {
        /// Whose scorecard.
        judge: AccountId,
        /// For which case.
        case: CaseId,
    },
    /// The criteria or the scorecards together cannot be ranked: each fault by name.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Scores(Vec<Fault>),
}

/// Whether this rule set can rank whatever is scored under it; asked before it is locked.
pub fn check(rules: &RuleSet) -> Result<(), Unsound> {
    stand(rules, &[]).map(|_| ())
}

/// Ranks the cases of one category by its rule set. The order in which they are given has no influence.
pub fn stand(rules: &RuleSet, cases: &[Judged]) -> Result<Standing, Unsound> {
    let criteria = rules
        .criteria
        .iter()
        .map(criterion_of)
        .collect::<Result<Vec<_>, _>>()?;
    let by_name: BTreeMap<String, &Judged> = cases
        .iter()
        .map(|judged| (judged.case.to_string(), judged))
        .collect();
    let rows = rows(rules, by_name.values().copied())?;
    let scores: Vec<Score<'_>> = (rows.iter())
        .map(|row| Score {
            judge: &row.judge,
            entry: &row.case,
            criterion: &row.criterion,
            value: row.value,
        })
        .collect();
    let scores =
        plaudit_ranking::Scores::new(criteria, by_name.keys().map(String::as_str), &scores)
            .map_err(Unsound::Scores)?;
    let ranking = match rules.method {
        Method::Mean => rank_by_mean(&scores, rules.quorum, &tie_breaks(rules)),
    }
    .expect("the tie-breaks name the rule set's own criteria");
    let floor = Ratio::new(i128::from(rules.merit_floor), 100)
        .expect("a hundredth of a small number is a fraction");

    let place = |ranked: plaudit_ranking::Ranked| {
        let judged = by_name.get(&ranked.entry)?;
        let is_below_merit_floor = ranked
            .summary
            .as_ref()
            .is_some_and(|summary| summary.mean < floor);
        Some(Place {
            case: judged.case,
            rank: ranked.rank,
            is_tied: ranked.status == Status::Tied,
            received: ranked.reviews,
            required: rules.quorum,
            recusals: judged.recusals,
            figures: ranked
                .summary
                .as_ref()
                .map(|summary| figures(rules, summary)),
            is_below_merit_floor,
            is_within_cut: !is_below_merit_floor
                && ranked.rank.is_some_and(|rank| rank <= rules.shortlist_size),
        })
    };
    Ok(Standing {
        places: ranking.entries.into_iter().filter_map(place).collect(),
    })
}

/// The weighted total of one complete scorecard on the scale of nought to 100; `None` while a criterion has no score.
pub fn total(
    criteria: &[criterion::Criterion],
    steps: &BTreeMap<CriterionId, i64>,
) -> Option<Figure> {
    let names: Vec<String> = criteria
        .iter()
        .map(|criterion| criterion.id.to_string())
        .collect();
    let scores = (criteria.iter().zip(&names))
        .map(|(criterion, name)| {
            let value = criterion.scale.value(*steps.get(&criterion.id)?)?;
            Some(Score {
                judge: "",
                entry: "",
                criterion: name,
                value: ratio(value),
            })
        })
        .collect::<Option<Vec<_>>>()?;
    let criteria = criteria
        .iter()
        .map(criterion_of)
        .collect::<Result<Vec<_>, _>>()
        .ok()?;
    let scores = plaudit_ranking::Scores::new(criteria, [], &scores).ok()?;
    scores
        .reviews()
        .first()
        .map(|review| Figure(scores.total(review)))
}

/// One score with its names spelt out, as the ranking reads it.
struct Row {
    judge: String,
    case: String,
    criterion: String,
    value: Ratio,
}

/// All scores of these cases.
fn rows<'a>(rules: &RuleSet, cases: impl Iterator<Item = &'a Judged>) -> Result<Vec<Row>, Unsound> {
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
fn criterion_of(criterion: &criterion::Criterion) -> Result<Criterion, Unsound> {
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
fn tie_breaks(rules: &RuleSet) -> Vec<plaudit_ranking::TieBreak> {
    let mut heaviest_first: Vec<&criterion::Criterion> = rules.criteria.iter().collect();
    heaviest_first.sort_by_key(|criterion| std::cmp::Reverse(criterion.weight));
    (rules.tie_break.iter())
        .flat_map(|tie_break| match tie_break {
            TieBreak::Criteria => (heaviest_first.iter())
                .map(|criterion| plaudit_ranking::TieBreak::Criterion(criterion.id.to_string()))
                .collect(),
            TieBreak::HeadToHead => vec![plaudit_ranking::TieBreak::HeadToHead],
        })
        .collect()
}

/// What the ranking says of one case, with the criteria in the order of the rule set.
fn figures(rules: &RuleSet, summary: &Summary) -> Figures {
    let by_name: BTreeMap<&str, Ratio> = summary
        .criteria
        .iter()
        .map(|mean| (mean.criterion.as_str(), mean.mean))
        .collect();
    let mean_of = |criterion: &criterion::Criterion| {
        let mean = by_name.get(criterion.id.to_string().as_str())?;
        Some((criterion.id, Figure(*mean)))
    };
    Figures {
        total: Figure(summary.mean),
        mean: Figure(summary.mean),
        median: Figure(summary.median),
        lowest: Figure(summary.lowest),
        highest: Figure(summary.highest),
        spread: summary.spread,
        criteria: rules.criteria.iter().filter_map(mean_of).collect(),
    }
}

/// A value on a scale as an exact fraction.
fn ratio(points: criterion::Points) -> Ratio {
    Ratio::new(i128::from(points.0), 100)
        .expect("a hundredth of a 64-bit number is within the limit of a fraction")
}

#[cfg(test)]
mod tests;
