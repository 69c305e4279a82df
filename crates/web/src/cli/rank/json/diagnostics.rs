//! How far judges agree, and what else a reader should look at, as JSON.

use plaudit_ranking::{Alpha, Outlier, Remark, Report};
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Agreement {
    alpha_interval: Option<Interval>,
    alpha_ordinal: Option<Interval>,
    icc_single: Option<f64>,
    icc_average: Option<f64>,
    kendall_w: Option<f64>,
    icc_model: Option<f64>,
}

#[derive(Serialize)]
struct Interval {
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
pub(crate) struct Diagnostics<'a> {
    expected_precision: Option<f64>,
    natural_cut: Option<NaturalCut>,
    around_the_cut: Vec<Compared<'a>>,
    remarks: Vec<Noted<'a>>,
    outliers: Vec<Unfitting<'a>>,
}

/// The probability that one entry is truly better than another.
#[derive(Serialize)]
struct Compared<'a> {
    better: &'a str,
    than: &'a str,
    probability: f64,
}

#[derive(Serialize)]
struct NaturalCut {
    after: usize,
    probability: f64,
}

#[derive(Serialize)]
#[serde(tag = "remark", rename_all = "kebab-case")]
enum Noted<'a> {
    TrimmedNotAdvised,
    PartsComparedByAssumption { components: usize },
    ConstantJudge { judge: &'a str },
    NotConverged,
}

#[derive(Serialize)]
struct Unfitting<'a> {
    judge: &'a str,
    entry: &'a str,
    residual: f64,
    standardised: f64,
    grave: bool,
    place: usize,
    place_without: usize,
}

impl Agreement {
    pub(crate) fn of(report: &Report) -> Self {
        let complete = report.agreement.complete;
        Self {
            alpha_interval: report.agreement.interval.map(Interval::of),
            alpha_ordinal: report.agreement.ordinal.map(Interval::of),
            icc_single: complete.and_then(|one| one.icc_single),
            icc_average: complete.and_then(|one| one.icc_average),
            kendall_w: complete.and_then(|one| one.kendall_w),
            icc_model: report.model.fit.map(|fit| fit.entry_share()),
        }
    }
}

impl<'a> Diagnostics<'a> {
    pub(crate) fn of(report: &'a Report) -> Self {
        Self {
            expected_precision: report.expected_precision,
            natural_cut: report.natural_cut.map(|cut| NaturalCut {
                after: cut.after,
                probability: cut.probability,
            }),
            around_the_cut: (report.around_the_cut.iter())
                .map(|one| Compared {
                    better: &one.better,
                    than: &one.than,
                    probability: one.probability,
                })
                .collect(),
            remarks: report.remarks.iter().map(Noted::of).collect(),
            outliers: report.outliers.iter().map(Unfitting::of).collect(),
        }
    }
}

impl Interval {
    fn of(alpha: Alpha) -> Self {
        Self {
            value: alpha.value,
            low: alpha.low,
            high: alpha.high,
        }
    }
}

impl<'a> Noted<'a> {
    fn of(remark: &'a Remark) -> Self {
        match remark {
            Remark::TrimmedNotAdvised => Self::TrimmedNotAdvised,
            Remark::PartsComparedByAssumption { components } => Self::PartsComparedByAssumption {
                components: *components,
            },
            Remark::ConstantJudge { judge } => Self::ConstantJudge { judge },
            Remark::NotConverged => Self::NotConverged,
        }
    }
}

impl<'a> Unfitting<'a> {
    fn of(outlier: &'a Outlier) -> Self {
        Self {
            judge: &outlier.judge,
            entry: &outlier.entry,
            residual: outlier.residual,
            standardised: outlier.standardised,
            grave: outlier.is_grave,
            place: outlier.place,
            place_without: outlier.place_without,
        }
    }
}
