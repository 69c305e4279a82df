//! The methods against lme4, psych, krippendorff and pingouin, on the files in tests/gold (see README.md there).

use plaudit_ranking::{Method, ModelStatus, Options, Ratio, Report, Score, Scores, Seed, rank};
use std::collections::BTreeMap;
use std::fs;

fn path(name: &str) -> String {
    format!("{}/tests/gold/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Rows of a CSV file as maps from column to text.
fn rows(name: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(path(name)).expect("the file is there");
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().expect("a first line").split(',').collect();
    lines
        .map(|line| {
            (names.iter().zip(line.split(',')))
                .map(|(name, field)| ((*name).to_owned(), field.trim().to_owned()))
                .collect()
        })
        .collect()
}

/// A number by its key, anywhere in a JSON file.
fn number(name: &str, section: &str, key: &str) -> Option<f64> {
    let text = fs::read_to_string(path(name)).expect("the file is there");
    let from = text.find(&format!("\"{section}\""))?;
    let rest = &text[from..];
    let rest = &rest[rest.find(&format!("\"{key}\":"))? + key.len() + 3..];
    let end = rest.find([',', '\n', '}'])?;
    rest[..end].trim().parse().ok()
}

fn count(many: usize) -> f64 {
    f64::from(u32::try_from(many).expect("small"))
}

fn of(row: &BTreeMap<String, String>, key: &str) -> f64 {
    row[key].parse().expect("a number")
}

fn scores(name: &str) -> Scores {
    let rows = rows(&format!("{name}.scores.csv"));
    let scores: Vec<Score<'_>> = (rows.iter())
        .map(|row| Score {
            judge: &row["judge"],
            entry: &row["entry"],
            criterion: "score",
            value: row["score"].parse::<Ratio>().expect("a number"),
        })
        .collect();
    Scores::on_own_scale([], &scores).expect("the file has no fault")
}

fn report(name: &str, options: &Options) -> Report {
    rank(&scores(name), options).expect("no rule names a criterion")
}

fn close(what: &str, left: f64, right: f64, relative: f64, absolute: f64) {
    assert!(
        (left - right).abs() <= relative * right.abs() + absolute,
        "{what}: {left} is not {right}"
    );
}

const SETS: [(&str, usize, f64); 3] = [
    ("paris1976_white", 3, 200_000.0),
    ("skate_worlds2017_ladies_sp", 6, 200_000.0),
    ("synth_200x20x4", 20, 100_000.0),
];

#[test]
fn variances_and_criterion_are_those_of_lme4() {
    for (name, ..) in SETS {
        let report = report(
            name,
            &Options {
                draws: 0,
                ..Options::default()
            },
        );
        assert_eq!(report.model.status, ModelStatus::Calibrated);
        let fit = report.model.fit.expect("a fit");
        let gold = |key| number(&format!("{name}.lme4.json"), "dataset", key).expect("a number");
        close("entry", fit.entry, gold("var_entry"), 1e-8, 0.0);
        close("judge", fit.judge, gold("var_judge"), 1e-8, 0.0);
        close("residual", fit.residual, gold("var_residual"), 1e-8, 0.0);
        close("theta", fit.theta_entry, gold("theta_entry"), 1e-8, 0.0);
        close("theta", fit.theta_judge, gold("theta_judge"), 1e-8, 0.0);
        close("mean", fit.mean, gold("intercept"), 1e-8, 0.0);
        close(
            "error",
            fit.mean_standard_error,
            gold("se_intercept"),
            1e-8,
            0.0,
        );
        close("criterion", fit.reml_criterion, gold("REMLcrit"), 0.0, 1e-7);
        assert!(fit.evaluations <= 10, "{name}: {}", fit.evaluations);
        assert!(
            fit.gradient.iter().all(|slope| slope.abs() < 1e-5),
            "{:?}",
            fit.gradient
        );
    }
}

#[test]
fn every_method_scores_every_entry_as_the_references_do() {
    for (name, top, _) in SETS {
        let options = |method| Options {
            method,
            draws: 0,
            top: Some(top),
            ..Options::default()
        };
        let plain = report(name, &options(Method::Calibrated));
        let spread = report(name, &options(Method::CalibratedSpread));
        let mean = plain.model.fit.expect("a fit").mean;
        let stretched_mean = spread.model.fit.expect("a fit").mean;
        let pooled = pooled_deviation(name);
        let grand = rows(&format!("{name}.scores.csv"));
        let grand = grand.iter().map(|row| of(row, "score")).sum::<f64>() / count(grand.len());
        for row in rows(&format!("{name}.methods.csv")) {
            let find = |report: &Report| {
                let mut entries = report.entries.iter();
                entries
                    .find(|entry| entry.entry == row["entry"])
                    .expect("it is there")
                    .clone()
            };
            let (entry, stretched) = (find(&plain), find(&spread));
            let scored = |method: Method| {
                let place = Method::ALL.iter().position(|other| *other == method);
                entry.by_method[place.expect("it is one of all")].expect("a score")
            };
            close("mean", scored(Method::Mean), of(&row, "mean"), 1e-11, 0.0);
            close(
                "trimmed",
                scored(Method::Trimmed),
                of(&row, "trimmed"),
                1e-11,
                0.0,
            );
            let z = (scored(Method::ZScore) - grand) / pooled;
            close("z-score", z, of(&row, "zscore"), 0.0, 1e-8);
            close(
                "borda",
                scored(Method::Borda),
                of(&row, "borda"),
                0.0,
                1e-10,
            );
            close(
                "least squares",
                scored(Method::LeastSquares),
                of(&row, "ls_fixed"),
                0.0,
                1e-8,
            );
            close(
                "blup",
                scored(Method::Calibrated) - mean,
                of(&row, "blup"),
                0.0,
                1e-8,
            );
            let error = entry.standard_error.expect("an error");
            close("error", error, of(&row, "pev_sd"), 0.0, 1e-8);
            let blup = stretched.score.expect("a score") - stretched_mean;
            close("spread", blup, of(&row, "blup_scaled"), 0.0, 1e-8);
            let error = stretched.standard_error.expect("an error");
            close(
                "spread's error",
                error,
                of(&row, "pev_sd_scaled"),
                0.0,
                1e-8,
            );
            let explanation = entry.explanation.expect("a model");
            close(
                "identity",
                explanation.score(),
                scored(Method::Calibrated),
                1e-12,
                0.0,
            );
            assert_eq!(entry.reviews.to_string(), row["n"]);
        }
        match number("methods_summary.json", name, "d0") {
            Some(d0) if name == "paris1976_white" => {
                close(
                    "d0",
                    spread.model.spread.prior_freedom.expect("finite"),
                    d0,
                    1e-9,
                    0.0,
                );
            }
            _ => assert_eq!(spread.model.spread.prior_freedom, None),
        }
        // What the reference calls s0 is the geometric mean to which spreads are brought.
        let s0 = number("methods_summary.json", name, "s0").expect("a number");
        close(
            "s0",
            spread.model.spread.typical_deviation.expect("known"),
            s0,
            1e-9,
            0.0,
        );
    }
}

/// The pooled standard deviation within judges.
fn pooled_deviation(name: &str) -> f64 {
    let mut judges: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for row in rows(&format!("{name}.scores.csv")) {
        judges
            .entry(row["judge"].clone())
            .or_default()
            .push(of(&row, "score"));
    }
    let (mut squares, mut freedom) = (0.0, 0.0);
    for values in judges.values() {
        let mean = values.iter().sum::<f64>() / count(values.len());
        squares += values
            .iter()
            .map(|value| (value - mean) * (value - mean))
            .sum::<f64>();
        freedom += count(values.len() - 1);
    }
    (squares / freedom).sqrt()
}

#[test]
fn judges_have_the_severity_of_lme4_and_reviews_its_residuals() {
    for (name, ..) in SETS {
        let report = report(
            name,
            &Options {
                draws: 0,
                ..Options::default()
            },
        );
        for row in rows(&format!("{name}.lme4_judge.csv")) {
            let judge = report.judges.iter().find(|judge| judge.judge == row["id"]);
            let judge = judge.expect("it is there");
            close(
                "severity",
                judge.severity.expect("a model"),
                of(&row, "blup"),
                0.0,
                1e-8,
            );
            close("mean", judge.mean, of(&row, "raw_mean"), 1e-11, 0.0);
            assert_eq!(judge.reviews.to_string(), row["n"]);
        }
        if name.starts_with("skate") {
            continue;
        }
        let residuals = rows(&format!("{name}.lme4_residuals.csv"));
        let mut outfits: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
        for row in &residuals {
            let outfit = outfits.entry(&row["judge"]).or_default();
            let standardised = of(row, "std_residual");
            outfit.0 += standardised * standardised;
            outfit.1 += 1.0;
            if standardised.abs() > 2.5 {
                let found = (report.outliers.iter())
                    .find(|one| one.judge == row["judge"] && one.entry == row["entry"]);
                let found = found.expect("it is shown");
                close("residual", found.residual, of(row, "residual"), 0.0, 1e-7);
                close("standardised", found.standardised, standardised, 0.0, 1e-7);
            }
        }
        let shown = residuals
            .iter()
            .filter(|row| of(row, "std_residual").abs() > 2.5)
            .count();
        assert_eq!(report.outliers.len(), shown);
        for judge in &report.judges {
            let (squares, count) = outfits[judge.judge.as_str()];
            close(
                "outfit",
                judge.outfit.expect("a model"),
                squares / count,
                0.0,
                1e-8,
            );
        }
    }
}

#[test]
fn probabilities_are_those_of_long_simulations() {
    for (name, top, long) in SETS {
        let options = Options {
            top: Some(top),
            seed: Seed::from(5),
            ..Options::default()
        };
        let report = report(name, &options);
        for row in rows(&format!("{name}.methods.csv")) {
            let entry = report
                .entries
                .iter()
                .find(|entry| entry.entry == row["entry"]);
            let chance = entry.expect("it is there").chance.expect("drawn");
            let p = of(&row, &format!("p_top{top}_mc"));
            let q = f64::midpoint(p, chance.probability());
            let error = (q * (1.0 - q) * (1e-4 + 1.0 / long)).sqrt();
            close("probability", chance.probability(), p, 0.0, 5.0 * error);
        }
        let sum: u32 = (report.entries.iter())
            .filter_map(|entry| entry.chance)
            .map(|chance| chance.in_top)
            .sum();
        assert_eq!(sum, 10_000 * u32::try_from(top).expect("small"));
    }
}

#[test]
fn agreement_is_that_of_the_reference_programs() {
    for (name, ..) in SETS {
        let report = report(
            name,
            &Options {
                draws: 0,
                ..Options::default()
            },
        );
        let gold = |key| number("agreement.json", name, key).expect("a number");
        let interval = report.agreement.interval.expect("it varies");
        let ordinal = report.agreement.ordinal.expect("it varies");
        close(
            "interval",
            interval.value,
            gold("krippendorff_alpha_interval"),
            0.0,
            1e-10,
        );
        close(
            "ordinal",
            ordinal.value,
            gold("krippendorff_alpha_ordinal"),
            0.0,
            1e-10,
        );
        assert!(interval.low < interval.value && interval.value < interval.high);
        let Some(complete) = report.agreement.complete else {
            assert_eq!(name, "synth_200x20x4");
            continue;
        };
        close(
            "ICC(2,1)",
            complete.icc_single.expect("it varies"),
            gold("ICC2_1"),
            1e-10,
            0.0,
        );
        close(
            "ICC(2,k)",
            complete.icc_average.expect("it varies"),
            gold("ICC2_k"),
            1e-10,
            0.0,
        );
        let w = complete.kendall_w.expect("it varies");
        close("W", w, gold("W_tie_corrected"), 1e-10, 0.0);
    }
}
