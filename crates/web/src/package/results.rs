//! What follows from the rules and the scores: `results.csv`, `model.json` and `diagnostics.json`. Made when the package is
//! made, and made again by whoever verifies it: the same bytes.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use plaudit_domain::ids::CaseId;
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::standing::certainty::LEAST_TO_NAME;
use plaudit_domain::standing::{Judged, Place, TiedAtCut, Whole, whole};
use plaudit_ranking::{EntryReport, Method};
use plaudit_store::reports::package::PackagedCase;
use serde::Serialize;

use super::scores::judge;
use super::table::{Rows, number};
use crate::cli::rank::json::{Agreement, Diagnostics, JudgeRow, Model};
use crate::cli::rank::names;

/// The members' names.
pub(super) const RESULTS: &str = "results.csv";
pub(super) const MODEL: &str = "model.json";
pub(super) const DIAGNOSTICS: &str = "diagnostics.json";

/// What follows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Results {
    pub(super) ranking: String,
    pub(super) model: String,
    pub(super) diagnostics: String,
}

/// Works it out; the answer says why the scores cannot be ranked, where they cannot.
pub(super) fn of(
    rules: &RuleSet,
    cases: &[PackagedCase],
    threads: NonZeroUsize,
) -> Result<Results, String> {
    let judged: Vec<Judged> = cases.iter().map(|case| case.judged.clone()).collect();
    let whole = whole(rules, &judged, threads).map_err(|unsound| unsound.to_string())?;
    Ok(Results {
        ranking: ranking(rules, cases, &whole),
        model: text(&Model::of(&whole.report.model)),
        diagnostics: diagnostics(rules, cases, whole),
    })
}

fn text(said: &impl Serialize) -> String {
    serde_json::to_string_pretty(said).expect("words and numbers are JSON") + "\n"
}

/// The ranking that decides, case by case, with every method's score and what the draws say beside it.
fn ranking(rules: &RuleSet, cases: &[PackagedCase], whole: &Whole) -> String {
    let criteria: Vec<String> = (rules.criteria.iter())
        .map(|criterion| format!("mean_{}", criterion.key))
        .collect();
    let methods: Vec<String> = (Method::ALL.into_iter())
        .map(|method| format!("by_{}", names::method(method).replace('-', "_")))
        .collect();
    let columns = BEFORE.iter().copied();
    let criteria = criteria.iter().map(String::as_str);
    let methods = methods.iter().map(String::as_str);
    let mut rows = Rows::new(
        columns
            .chain(criteria)
            .chain(methods)
            .chain(AFTER.iter().copied()),
    );
    let numbers: BTreeMap<CaseId, i64> = (cases.iter())
        .map(|case| (case.judged.case, case.number))
        .collect();
    let reports: BTreeMap<&str, &EntryReport> = (whole.report.entries.iter())
        .map(|entry| (entry.entry.as_str(), entry))
        .collect();
    for place in &whole.standing.places {
        let report = reports.get(place.case.to_string().as_str()).copied();
        let number = numbers.get(&place.case).copied().unwrap_or_default();
        let cells = before(number, place);
        let of_criteria = (0..rules.criteria.len()).map(|index| {
            let figures = place.figures.as_ref();
            let mean = figures.and_then(|figures| figures.criteria.get(index));
            self::number(mean.map(|(_, mean)| mean.exact().to_f64()))
        });
        let by_method = (0..Method::ALL.len())
            .map(|index| self::number(report.and_then(|report| report.by_method[index])));
        rows.push(
            cells
                .into_iter()
                .chain(of_criteria)
                .chain(by_method)
                .chain(after(report)),
        );
    }
    rows.text()
}

const BEFORE: &[&str] = &[
    "rank",
    "case",
    "case_id",
    "scorecards",
    "required",
    "conflicts",
    "tied",
    "below_merit_floor",
    "within_cut",
    "at_the_cut",
    "total",
    "standard_error",
    "mean",
    "median",
    "lowest",
    "highest",
    "spread",
];

const AFTER: &[&str] = &["p_shortlist", "rank_low", "rank_high", "standing"];

fn before(number: i64, place: &Place) -> Vec<String> {
    let figures = place.figures.as_ref();
    let yes_or_no = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let exact = |figure: Option<plaudit_domain::standing::Figure>| {
        self::number(figure.map(|figure| figure.exact().to_f64()))
    };
    vec![
        place.rank.map_or_else(String::new, |rank| rank.to_string()),
        number.to_string(),
        place.case.to_string(),
        place.received.to_string(),
        place.required.to_string(),
        place.recusals.to_string(),
        yes_or_no(place.is_tied),
        yes_or_no(place.is_below_merit_floor),
        yes_or_no(place.is_within_cut),
        match place.at_the_cut {
            None => String::new(),
            Some(TiedAtCut::AllWithin) => "all-within".to_owned(),
            Some(TiedAtCut::WaitsForScorecard) => "waits-for-scorecard".to_owned(),
            Some(TiedAtCut::Drawn(drawn)) => format!("drawn-{drawn}"),
        },
        exact(figures.map(|figures| figures.total)),
        self::number(figures.and_then(|figures| figures.standard_error)),
        exact(figures.map(|figures| figures.mean)),
        exact(figures.map(|figures| figures.median)),
        exact(figures.map(|figures| figures.lowest)),
        exact(figures.map(|figures| figures.highest)),
        self::number(figures.and_then(|figures| figures.spread)),
    ]
}

fn after(report: Option<&EntryReport>) -> Vec<String> {
    let chance = report.and_then(|report| report.chance);
    let rank = |rank: Option<u32>| rank.map_or_else(String::new, |rank| rank.to_string());
    vec![
        self::number(chance.map(|chance| chance.probability())),
        rank(chance.map(|chance| chance.rank_low)),
        rank(chance.map(|chance| chance.rank_high)),
        report.map_or_else(String::new, |report| {
            names::standing(report.standing).to_owned()
        }),
    ]
}

#[derive(Serialize)]
struct Diagnosed<'a> {
    agreement: Agreement,
    diagnostics: Diagnostics<'a>,
    /// Why nothing is said of single judges.
    judges_left_out: Option<String>,
    judges: Vec<JudgeRow<'a>>,
}

/// How far judges agree and what stands out; of single judges only where the panel is told so beforehand.
fn diagnostics(rules: &RuleSet, cases: &[PackagedCase], mut whole: Whole) -> String {
    let numbers: BTreeMap<String, String> = (cases.iter())
        .map(|case| (case.judged.case.to_string(), case.number.to_string()))
        .collect();
    let pseudonyms: BTreeMap<String, String> = (cases.iter())
        .flat_map(|case| case.judged.scorecards.keys())
        .map(|id| (id.to_string(), judge(*id)))
        .collect();
    let (judges, least) = (whole.report.judges.len(), LEAST_TO_NAME);
    let is_few = judges < least.0 || cases.len() < least.1;
    let report = &mut whole.report;
    let rename = |names: &BTreeMap<String, String>, of: &mut String| {
        if let Some(name) = names.get(of.as_str()) {
            name.clone_into(of);
        }
    };
    for judge in &mut report.judges {
        rename(&pseudonyms, &mut judge.judge);
    }
    for outlier in &mut report.outliers {
        rename(&pseudonyms, &mut outlier.judge);
        rename(&numbers, &mut outlier.entry);
    }
    for compared in &mut report.around_the_cut {
        rename(&numbers, &mut compared.better);
        rename(&numbers, &mut compared.than);
    }
    for remark in &mut report.remarks {
        if let plaudit_ranking::Remark::ConstantJudge { judge } = remark {
            rename(&pseudonyms, judge);
        }
    }
    if is_few {
        report.judges.clear();
        report.outliers.clear();
        report
            .remarks
            .retain(|remark| !matches!(remark, plaudit_ranking::Remark::ConstantJudge { .. }));
    }
    // Their places are their ids, so that the report has them in this order too.
    let criteria: Vec<&str> = rules.criteria.iter().map(|one| one.key.as_str()).collect();
    let report = &whole.report;
    text(&Diagnosed {
        agreement: Agreement::of(report),
        diagnostics: Diagnostics::of(report),
        judges_left_out: is_few
            .then(|| format!("fewer than {} judges or {} cases", least.0, least.1)),
        judges: (report.judges.iter())
            .map(|judge| JudgeRow::of(judge, &criteria))
            .collect(),
    })
}
