//! How sure a standing is: what the model behind the scores says of each case's chance, of the judges, and of how far they
//! agree. It explains a ranking and never makes one: order, floor and cut are the standing's.

use std::{collections::BTreeMap, num::NonZeroUsize};

pub use plaudit_ranking::{
    Agreement, Alpha, Chance, CompletePanel, Explanation, Flag, Unavailable, Variances,
};
use plaudit_ranking::{
    EntryReport, JudgeReport, ModelStatus, Options, Report, Seed, Standing, rank,
};

use super::{Judged, Unsound, basis::asked, read};
use crate::{
    ids::{AccountId, CaseId},
    rule_set::{Method, RuleSet},
};

/// How many draws the chances rest on: their error is half a percent at most.
pub const DRAWS: u32 = 10_000;

/// With fewer judges or cases nothing is said of a single judge: there is too little to go by, and everybody knows who
/// is meant.
pub const LEAST_TO_NAME: (usize, usize) = (10, 30);

/// What the scores of one category support.
#[derive(Clone, Debug, PartialEq)]
pub struct Certainty {
    /// k: of how many places a chance is a chance.
    pub size: usize,
    /// How many scorecards count.
    pub scorecards: usize,
    /// Whether the cases can be told apart, and by what.
    pub support: Support,
    /// How many groups of cases and judges there are that no scorecard links.
    pub groups: usize,
    /// Whether no difference in the judges' severity was found.
    pub has_no_severity: bool,
    /// How many of the selected the scores get right, as a share; none without chances.
    pub precision: Option<f64>,
    /// Every case, by its id.
    pub cases: BTreeMap<CaseId, CaseCertainty>,
    /// Every judge who scored, from the most lenient.
    pub judges: Vec<JudgeCertainty>,
    /// How far the judges agree.
    pub agreement: Agreement,
    /// Scorecards that do not fit what judge and case are otherwise, the gravest first.
    pub outliers: Vec<Outlier>,
}

impl Certainty {
    /// Whether there are enough judges and cases to say anything of one judge by name.
    pub fn may_name_judges(&self) -> bool {
        let (judges, cases) = LEAST_TO_NAME;
        self.judges.len() >= judges && self.cases.len() >= cases
    }

    /// Whether this case lies in the band around the cut that the scores do not separate.
    pub fn is_too_close(&self, case: CaseId) -> bool {
        self.cases
            .get(&case)
            .is_some_and(|known| known.verdict == Verdict::Contested)
    }
}

/// What the scores can carry.
#[derive(Clone, Debug, PartialEq)]
pub enum Support {
    /// Merit is told from severity, with these variances.
    Measured(Variances),
    /// Judges agree perfectly up to their leniency, so there is no error to measure by.
    Perfect,
    /// The scores do not tell cases apart: differences as large as these come by chance with this probability.
    Flat {
        /// Of differences as large as these where cases are all alike.
        p_value: f64,
    },
    /// There is no model, and no more than the means can be said.
    Missing(Unavailable),
}

/// What is known of one case.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseCertainty {
    /// Whether its place within the first k is safe.
    pub verdict: Verdict,
    /// The calibrated score, from nought to 100, and its standard error.
    pub estimate: Option<(f64, f64)>,
    /// How the calibrated score comes about.
    pub explanation: Option<Explanation>,
    /// What the draws say of its rank.
    pub chance: Option<Chance>,
    /// Its place by each method, in the order of [`Method::ALL`]; cases with the same score share one.
    pub places: Vec<Option<u32>>,
    /// What one more scorecard is worth for the choice, in points.
    pub value_of_scorecard: Option<f64>,
    /// The totals that its judges gave, from the lowest.
    pub totals: Vec<f64>,
}

impl CaseCertainty {
    /// By how many methods it is within the first `size`, and how many say anything of it.
    pub fn methods(&self, size: usize) -> (usize, usize) {
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        let within = self.places.iter().flatten().filter(|&&place| place <= size);
        (within.count(), self.places.iter().flatten().count())
    }
}

/// Whether a case's place is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is within the first k with a probability of at least .95.
    SafeIn,
    /// It may be within them or not.
    Contested,
    /// It is within them with a probability of at most .05.
    SafeOut,
    /// The scores say nothing of chances.
    Unknown,
    /// It has too few scorecards to be ranked.
    TooFew,
}

/// What is known of one judge. Points are on the scale of the totals.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgeCertainty {
    /// Who.
    pub judge: AccountId,
    /// How many scorecards count.
    pub scorecards: usize,
    /// The mean of their totals.
    pub mean: f64,
    /// By how much the judge is more lenient than the panel, with the standard error; none without a model.
    pub leniency: Option<(f64, f64)>,
    /// The mean squared distance from what the model expects, about 1 for a judge as consistent as the others.
    pub outfit: Option<f64>,
    /// The share of scorecards that give every criterion the same share of its scale.
    pub straight_lining: Option<f64>,
    /// How far the judge's order is that of the others, from −1 to 1.
    pub agreement_with_others: Option<f64>,
    /// By how many points the judge's totals rise with each scorecard, in the order in which they came in; negative where
    /// they fall. None where too few came in to tell.
    pub drift: Option<f64>,
    /// What a person should look at.
    pub flags: Vec<Flag>,
}

/// A scorecard that stands out.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlier {
    /// Whose.
    pub judge: AccountId,
    /// Of which case.
    pub case: CaseId,
    /// How many points the total lies above what judge and case would lead one to expect; negative below.
    pub points: f64,
    /// The case's place by the calibrated score, from 1.
    pub place: usize,
    /// The same without this scorecard.
    pub place_without: usize,
}

/// In which order the scorecards came in: only a judge's drift needs it.
pub type Order = Vec<(AccountId, CaseId)>;

/// Weighs what the scores support. The answer depends on nothing but the rules, the scores and their order, however many
/// threads work it out.
pub fn weigh(
    rules: &RuleSet,
    cases: &[Judged],
    order: &[(AccountId, CaseId)],
    threads: NonZeroUsize,
) -> Result<Certainty, Unsound> {
    let (scores, by_name) = read(rules, cases)?;
    let options = Options {
        method: match rules.method {
            Method::CalibratedSpread => plaudit_ranking::Method::CalibratedSpread,
            _ => plaudit_ranking::Method::Calibrated,
        },
        quorum: usize::try_from(rules.quorum).unwrap_or(usize::MAX),
        top: usize::try_from(rules.shortlist_size).ok(),
        draws: DRAWS,
        // What `plaudit rank` takes as well, so that anybody can draw the same chances.
        seed: Seed::from(1),
        threads,
        by_criterion: false,
        judging_order: (order.iter())
            .map(|(judge, case)| (judge.to_string(), case.to_string()))
            .collect(),
        ..Options::default()
    };
    let report = rank(&scores, &options).expect("no tie-break names a criterion");
    let mut totals: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for review in scores.reviews() {
        let case = scores.entries()[review.entry()].as_str();
        totals
            .entry(case)
            .or_default()
            .push(scores.total(review).to_f64());
    }
    let places = places(&report);
    let mut case_of = |entry: &EntryReport| {
        let judged = by_name.get(&entry.entry)?;
        let mut totals = totals.remove(entry.entry.as_str()).unwrap_or_default();
        totals.sort_by(f64::total_cmp);
        let places = places.get(entry.entry.as_str()).cloned();
        Some((
            judged.case,
            of_case(entry, places.unwrap_or_default(), totals),
        ))
    };
    let size = options.top.unwrap_or(usize::MAX).min(places.len());
    let certain = report.entries.iter().filter_map(&mut case_of).collect();
    let ids: BTreeMap<String, AccountId> = (cases.iter())
        .flat_map(|judged| judged.scorecards.keys())
        .map(|judge| (judge.to_string(), *judge))
        .collect();
    let mut judges: Vec<JudgeCertainty> = (report.judges.iter())
        .filter_map(|judge| Some(of_judge(*ids.get(&judge.judge)?, judge)))
        .collect();
    judges.sort_by(|one, other| {
        let leniency =
            |judge: &JudgeCertainty| judge.leniency.map_or(judge.mean, |(points, _)| points);
        leniency(other).total_cmp(&leniency(one))
    });
    let outliers = (report.outliers.iter())
        .filter_map(|outlier| {
            Some(Outlier {
                judge: *ids.get(&outlier.judge)?,
                case: by_name.get(&outlier.entry)?.case,
                points: outlier.residual,
                place: outlier.place,
                place_without: outlier.place_without,
            })
        })
        .collect();
    Ok(Certainty {
        size,
        scorecards: scores.reviews().len(),
        support: support(&report),
        groups: report.model.components,
        has_no_severity: statuses(&report)
            .any(|status| *status == ModelStatus::NoSeverityDifferences),
        precision: report.expected_precision,
        cases: certain,
        judges,
        agreement: report.agreement,
        outliers,
    })
}

fn statuses(report: &Report) -> impl Iterator<Item = &ModelStatus> {
    std::iter::once(&report.model.status).chain(&report.model.also)
}

fn support(report: &Report) -> Support {
    for status in statuses(report) {
        match *status {
            ModelStatus::CalibrationUnavailable(why) => return Support::Missing(why),
            ModelStatus::PerfectAgreement => return Support::Perfect,
            ModelStatus::EntriesIndistinguishable { p_value } => return Support::Flat { p_value },
            ModelStatus::Disconnected
            | ModelStatus::NoSeverityDifferences
            | ModelStatus::Calibrated => {}
        }
    }
    report.model.fit.map_or(
        Support::Missing(Unavailable::NotSolvable),
        Support::Measured,
    )
}

fn of_case(entry: &EntryReport, places: Vec<Option<u32>>, totals: Vec<f64>) -> CaseCertainty {
    let verdict = match entry.standing {
        Standing::SafeIn => Verdict::SafeIn,
        Standing::Contested => Verdict::Contested,
        Standing::SafeOut => Verdict::SafeOut,
        Standing::Ranked | Standing::Tied => Verdict::Unknown,
        Standing::Insufficient | Standing::NotJudged => Verdict::TooFew,
    };
    CaseCertainty {
        verdict,
        estimate: (entry.explanation)
            .and_then(|explanation| Some((explanation.score(), entry.standard_error?))),
        explanation: entry.explanation,
        chance: entry.chance,
        places,
        value_of_scorecard: entry.value_of_review,
        totals,
    }
}

fn of_judge(judge: AccountId, report: &JudgeReport) -> JudgeCertainty {
    JudgeCertainty {
        judge,
        scorecards: report.reviews,
        mean: report.mean,
        leniency: report.severity.zip(report.severity_standard_error),
        outfit: report.outfit,
        straight_lining: report.straight_lining,
        agreement_with_others: report.agreement_with_others,
        drift: report.drift.map(|drift| drift.slope),
        flags: report.flags.clone(),
    }
}

/// The place of each case by each method of [`Method::ALL`], among those with a quorum.
fn places(report: &Report) -> BTreeMap<&str, Vec<Option<u32>>> {
    let judged: Vec<&EntryReport> = (report.entries.iter())
        .filter(|entry| !matches!(entry.standing, Standing::Insufficient | Standing::NotJudged))
        .collect();
    let mut places: BTreeMap<&str, Vec<Option<u32>>> = BTreeMap::new();
    for method in Method::ALL {
        let method = asked(*method).unwrap_or(plaudit_ranking::Method::Mean);
        let at = plaudit_ranking::Method::ALL
            .iter()
            .position(|one| *one == method);
        let score = |entry: &EntryReport| at.and_then(|at| entry.by_method[at]);
        let mut descending: Vec<f64> = judged.iter().filter_map(|entry| score(entry)).collect();
        descending.sort_by(|one, other| other.total_cmp(one));
        for entry in &judged {
            let place = score(entry).map(|score| {
                let above = descending.partition_point(|other| *other > score + 1e-9);
                u32::try_from(above + 1).unwrap_or(u32::MAX)
            });
            places.entry(&entry.entry).or_default().push(place);
        }
    }
    places
}

#[cfg(test)]
mod tests;
