//! The standing: the ranking of a category's cases under its rule set, with the merit floor and the cut.

use std::collections::BTreeMap;
use std::fmt;

use plaudit_ranking::{Fault, Ratio, ScaleFault, Score, Summary, rank_by_mean};
use thiserror::Error;

use crate::{
    criterion,
    ids::{AccountId, CaseId, CriterionId},
    rule_set::RuleSet,
};

mod basis;
mod carried;
pub mod certainty;
mod cut;
mod input;
mod whole;

pub use basis::{Basis, Note, Unavailable, Used};
pub use carried::carried;
use input::{criterion_of, ratio, rows, tie_breaks};
pub use whole::{Whole, whole};

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
    /// By what they are in fact ranked.
    pub basis: Basis,
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
    /// 1 for the best; cases that stay tied share a rank and the next one is skipped. `None` without a quorum, and where
    /// the scores do not tell the cases apart.
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
    /// Where it falls between cases that stay tied, the rule set says which of them are within.
    pub is_within_cut: bool,
    /// What became of it at the cut, where that falls between it and others that stay tied with it.
    pub at_the_cut: Option<TiedAtCut>,
}

/// What became of a case that stays tied with others at the cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TiedAtCut {
    /// All of them are within it.
    AllWithin,
    /// None of them is, until each has one more scorecard.
    WaitsForScorecard,
    /// By lot this one came in this place among them, from 1.
    Drawn(u32),
}

impl Place {
    /// Whether it has too few scorecards to be ranked.
    pub fn is_insufficient(&self) -> bool {
        self.received < self.required
    }

    /// Whether it may be shortlisted for what the scorecards say: enough of them, and a total that reaches the merit
    /// floor. The panel may depart from the cut, with a reason, but not from these two.
    pub fn is_shortlistable(&self) -> bool {
        !self.is_insufficient() && !self.is_below_merit_floor
    }
}

/// What the scorecards of one case say. Totals are on the scale of nought to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The weighted total by the method used, which decides the rank; with the weighted mean it is the mean.
    pub total: Figure,
    /// The standard error of the total, where the method has one.
    pub standard_error: Option<f64>,
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

/// The scores of these cases as the ranking reads them, and the cases by the names that it knows them by.
fn read<'a>(
    rules: &RuleSet,
    cases: &'a [Judged],
) -> Result<(plaudit_ranking::Scores, BTreeMap<String, &'a Judged>), Unsound> {
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
    Ok((scores, by_name))
}

/// Ranks the cases of one category by its rule set. The order in which they are given has no influence.
pub fn stand(rules: &RuleSet, cases: &[Judged]) -> Result<Standing, Unsound> {
    let (scores, by_name) = read(rules, cases)?;
    let breaks = tie_breaks(rules);
    let by_mean = rank_by_mean(&scores, rules.quorum, &breaks)
        .expect("the tie-breaks name the rule set's own criteria");
    let summaries: BTreeMap<String, (u32, Option<Summary>)> = (by_mean.entries.iter())
        .map(|ranked| {
            (
                ranked.entry.clone(),
                (ranked.reviews, ranked.summary.clone()),
            )
        })
        .collect();
    let (basis, ranked) = basis::ranked(rules, &scores, &breaks, by_mean);
    let floor = Ratio::new(i128::from(rules.merit_floor), 100)
        .expect("a hundredth of a small number is a fraction");

    let place = |ranked: basis::Ranked| {
        let judged = by_name.get(&ranked.entry)?;
        let (received, summary) = summaries.get(&ranked.entry)?;
        let figures = summary
            .as_ref()
            .map(|summary| figures(rules, summary, &ranked));
        let is_below_merit_floor = figures.as_ref().is_some_and(|figures| {
            let merit = if rules.method.measures_merit() {
                figures.total
            } else {
                figures.mean
            };
            merit.0 < floor
        });
        Some(Place {
            case: judged.case,
            rank: ranked.rank,
            is_tied: ranked.is_tied,
            received: *received,
            required: rules.quorum,
            recusals: judged.recusals,
            figures,
            is_below_merit_floor,
            is_within_cut: !is_below_merit_floor
                && ranked.rank.is_some_and(|rank| rank <= rules.shortlist_size),
            at_the_cut: None,
        })
    };
    let mut places: Vec<Place> = ranked.into_iter().filter_map(place).collect();
    cut::fall(rules, &mut places);
    Ok(Standing { basis, places })
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

/// What the ranking says of one case, with the criteria in the order of the rule set.
fn figures(rules: &RuleSet, summary: &Summary, ranked: &basis::Ranked) -> Figures {
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
        total: Figure(ranked.total.unwrap_or(summary.mean)),
        standard_error: ranked.standard_error,
        mean: Figure(summary.mean),
        median: Figure(summary.median),
        lowest: Figure(summary.lowest),
        highest: Figure(summary.highest),
        spread: summary.spread,
        criteria: rules.criteria.iter().filter_map(mean_of).collect(),
    }
}

#[cfg(test)]
mod tests;
