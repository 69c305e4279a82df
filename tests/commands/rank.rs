//! `plaudit rank` as a process: its outputs against the reference values, its statuses, and its bytes.

mod chapter;
mod files;
mod table;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::said;
use crate::support::server;

/// A file of the reference values that the ranking crate carries.
fn gold(name: &str) -> PathBuf {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    crates.join("ranking/tests/gold").join(name)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// Runs it on these files of a folder of their own; faults then name the files without their folder.
fn ranked(files: &[(&str, &str)], arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("the folder is ours");
    }
    let output = server::plaudit()
        .arg("rank")
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("the binary starts");
    said(&output)
}

fn printed(arguments: &[&str]) -> String {
    let (code, out, error) = said(&server::run(&[&["rank"], arguments].concat()));
    assert_eq!((code, error.as_str()), (Some(0), ""));
    out
}

type Row = BTreeMap<String, String>;

fn rows(text: &str) -> Vec<Row> {
    (csv::Reader::from_reader(text.as_bytes()).deserialize())
        .map(|row| row.expect("a row"))
        .collect()
}

fn number(row: &Row, column: &str) -> f64 {
    row[column].trim().parse().expect("a number")
}

fn close(left: f64, right: f64, within: f64) {
    assert!((left - right).abs() <= within, "{left} is not {right}");
}

/// A panel in which each judge scores three entries in four; `e0` is the best.
fn panel(entries: usize, judges: usize) -> String {
    let mut rows = String::from("judge,entry,score\n");
    for entry in 0..entries {
        for judge in (0..judges).filter(|judge| (entry + judge) % 4 != 0) {
            let noise = (entry * entry * 7 + judge * 5 + entry * judge * 3) % 11;
            let score = 2 * (entries - entry) + judge + noise;
            writeln!(rows, "j{judge},e{entry},{score}").expect("memory takes it");
        }
    }
    rows
}

const COLUMNS: &str =
    "rank,entry,reviews,raw_mean,score,standard_error,p_top_k,rank_low,rank_high,status";

#[test]
fn the_csv_agrees_with_lme4_entry_by_entry() {
    for (name, top) in [
        ("synth_200x20x4", 20),
        ("paris1976_white", 3),
        ("skate_worlds2017_ladies_sp", 6),
    ] {
        let scores = gold(&format!("{name}.scores.csv"));
        let places = top.to_string();
        let out = printed(&[text(&scores), "--top", &places, "--format", "csv"]);
        assert_eq!(out.lines().next(), Some(COLUMNS));
        let model =
            std::fs::read_to_string(gold(&format!("{name}.lme4.json"))).expect("the file is there");
        let model: Value = serde_json::from_str(&model).expect("JSON");
        let mean = model["intercept"].as_f64().expect("a number");
        let methods = std::fs::read_to_string(gold(&format!("{name}.methods.csv")))
            .expect("the file is there");
        let known: BTreeMap<String, Row> = (rows(&methods).into_iter())
            .map(|row| (row["entry"].clone(), row))
            .collect();
        let found = rows(&out);
        assert_eq!(found.len(), known.len());
        for row in &found {
            let reference = &known[&row["entry"]];
            close(number(row, "score"), mean + number(reference, "blup"), 1e-8);
            close(
                number(row, "standard_error"),
                number(reference, "pev_sd"),
                1e-8,
            );
            close(number(row, "raw_mean"), number(reference, "mean"), 1e-9);
            let p = number(reference, &format!("p_top{top}_mc"));
            // Both are made of draws, so their errors add up.
            let error = 5.0 * (p * (1.0 - p) * (1.0 / 10_000.0 + 1.0 / 100_000.0)).sqrt();
            close(number(row, "p_top_k"), p, error + 1e-3);
            let status = match number(row, "p_top_k") {
                p if p >= 0.95 => "safe-in",
                p if p <= 0.05 => "safe-out",
                _ => "contested",
            };
            assert_eq!(row["status"], status);
        }
        let ranks: Vec<f64> = found.iter().map(|row| number(row, "rank")).collect();
        assert!(ranks.is_sorted() && ranks.first() == Some(&1.0));
    }
}

#[test]
fn the_json_has_the_model_entries_judges_agreement_and_diagnostics() {
    let scores = gold("synth_200x20x4.scores.csv");
    let out = printed(&[text(&scores), "--format", "json", "--seed", "spring"]);
    let all: Value = serde_json::from_str(&out).expect("JSON");
    let model = &all["model"];
    for (key, value) in [
        ("mean", 5.945_905),
        ("mean_standard_error", 0.147_063_964_1),
        ("variance_entry", 0.843_232_795_7),
        ("variance_judge", 0.336_000_319_1),
        ("variance_residual", 0.489_298_247_2),
        ("reml_criterion", 2_174.054_544_179_1),
    ] {
        close(model[key].as_f64().expect("a number"), value, 1e-7);
    }
    assert_eq!(
        (&model["components"], &model["status"]),
        (&Value::from(1), &Value::from("calibrated"))
    );
    assert_eq!(
        (
            all["top"].as_u64(),
            all["draws"].as_u64(),
            all["seed"].as_str()
        ),
        (Some(20), Some(10_000), Some("spring"))
    );
    let (entries, judges) = (all["entries"].as_array(), all["judges"].as_array());
    assert_eq!(
        (entries.map(Vec::len), judges.map(Vec::len)),
        (Some(200), Some(20))
    );
    let first = &all["entries"][0];
    for column in COLUMNS.split(',') {
        assert!(!first[column].is_null(), "{column}");
    }
    let explained = &first["explanation"];
    let part = |key: &str| explained[key].as_f64().expect("a number");
    let score = part("mean")
        + part("reliability") * (part("raw_mean") - part("panel_leniency") - part("mean"));
    close(score, first["score"].as_f64().expect("a number"), 1e-12);
    for method in [
        "mean",
        "trimmed",
        "zscore",
        "borda",
        "least-squares",
        "calibrated",
        "calibrated-spread",
    ] {
        assert!(first["methods"][method].is_number(), "{method}");
    }
    assert!(all["judges"][0]["severity"].is_number() && all["judges"][0]["outfit"].is_number());
    close(
        all["agreement"]["alpha_interval"]["value"]
            .as_f64()
            .expect("a number"),
        0.469_655_003_2,
        1e-9,
    );
    assert!(all["diagnostics"]["outliers"].is_array());
}

#[test]
fn the_same_rows_in_any_order_give_the_same_bytes_and_another_seed_others() {
    let panel = panel(12, 5);
    let (header, body) = panel.split_once('\n').expect("lines");
    let mut lines: Vec<&str> = body.lines().collect();
    lines.reverse();
    let turned = format!("{header}\n{}\n", lines.join("\n"));
    for format in ["table", "csv", "json"] {
        let bytes = |text: &str, seed: &str| {
            let (code, out, error) = ranked(
                &[("s.csv", text)],
                &["s.csv", "--format", format, "--seed", seed],
            );
            assert_eq!((code, error.as_str()), (Some(0), ""));
            out
        };
        assert_eq!(bytes(&panel, "1"), bytes(&turned, "1"));
        assert_eq!(bytes(&panel, "1"), bytes(&panel, "1"));
        assert_ne!(bytes(&panel, "1"), bytes(&panel, "2"));
    }
}

#[test]
fn the_table_shows_ranks_bars_the_cut_and_three_sentences() {
    let (code, out, error) = ranked(
        &[("s.csv", &panel(12, 5))],
        &["s.csv", "--top", "3", "--draws", "1000"],
    );
    assert_eq!((code, error.as_str()), (Some(0), ""));
    insta::assert_snapshot!("the_table", out);
}

#[test]
fn a_long_table_leaves_out_what_is_far_from_the_cut_and_says_how_much() {
    let (_, out, _) = ranked(&[("s.csv", &panel(300, 9))], &["s.csv", "--draws", "100"]);
    let left_out: Vec<&str> = out.lines().filter(|line| line.contains('⋮')).collect();
    assert_eq!(left_out.len(), 1, "{out}");
    assert!(
        left_out[0].contains("safe out (all of them: --format csv)"),
        "{out}"
    );
    assert!(out.lines().count() < 80);
}

#[test]
fn with_criteria_totals_go_from_0_to_100_and_a_criterion_may_not_apply() {
    let criteria = "criterion,weight,lowest,highest,step,direction,missing\n\
        progress,3,0,5,1,higher,required\ncost,1,0,10,0.5,lower,allowed\n";
    let scores = "judge,entry,criterion,score\njo,a,progress,5\njo,a,cost,0\nkim,a,progress,5\nkim,a,cost,\n\
        jo,b,progress,0\njo,b,cost,10\nkim,b,progress,0\nkim,b,cost,10\n,c,,\n";
    let arguments = [
        "s.csv",
        "--criteria",
        "c.csv",
        "--method",
        "mean",
        "--format",
        "csv",
    ];
    let (code, out, error) = ranked(&[("s.csv", scores), ("c.csv", criteria)], &arguments);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let found: Vec<(String, String, String, String)> = (rows(&out).into_iter())
        .map(|row| {
            (
                row["rank"].clone(),
                row["entry"].clone(),
                row["reviews"].clone(),
                row["status"].clone(),
            )
        })
        .collect();
    let row = |rank: &str, entry: &str, reviews: &str, status: &str| {
        (
            rank.to_owned(),
            entry.to_owned(),
            reviews.to_owned(),
            status.to_owned(),
        )
    };
    assert_eq!(
        found,
        [
            row("1", "a", "2", "contested"),
            row("2", "b", "2", "contested"),
            row("", "c", "0", "not-judged")
        ]
    );
    let first = &rows(&out)[0];
    assert!(
        number(first, "raw_mean") > 90.0 && number(first, "raw_mean") <= 100.0,
        "{out}"
    );
}

#[test]
fn scores_without_criteria_stay_on_their_own_scale_and_weigh_the_same() {
    let scores = "judge,entry,criterion,score\njo,a,x,1\njo,a,y,4\nkim,a,x,2\nkim,a,y,5\n";
    let (_, out, _) = ranked(&[("s.csv", scores)], &["s.csv", "--format", "csv"]);
    close(number(&rows(&out)[0], "raw_mean"), 3.0, 0.0);
}

/// The model's status and the entries' as JSON has them.
fn statuses(scores: &str, more: &[&str]) -> (String, Vec<String>) {
    let (code, out, error) = ranked(
        &[("s.csv", scores)],
        &[&["s.csv", "--format", "json"], more].concat(),
    );
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let all: Value = serde_json::from_str(&out).expect("JSON");
    let word = |value: &Value| value.as_str().expect("a word").to_owned();
    let entries = all["entries"].as_array().expect("entries");
    (
        word(&all["model"]["status"]),
        entries.iter().map(|entry| word(&entry["status"])).collect(),
    )
}

#[test]
fn what_the_data_do_not_support_is_said_by_its_name() {
    let complete = |score: fn(usize, usize) -> usize| {
        let mut rows = String::from("judge,entry,score\n");
        for (entry, judge) in (0..8).flat_map(|entry| (0..4).map(move |judge| (entry, judge))) {
            writeln!(rows, "j{judge},e{entry},{}", score(entry, judge)).expect("memory takes it");
        }
        rows
    };
    let model = |scores: &str| statuses(scores, &[]).0;
    assert_eq!(model(&panel(12, 5)), "calibrated");
    assert_eq!(
        model(&complete(|entry, judge| entry * 3 + judge)),
        "perfect-agreement"
    );
    assert_eq!(
        model(&complete(|entry, judge| (entry + 2 * judge) % 8)),
        "entries-indistinguishable"
    );
    assert_eq!(
        model(&complete(|entry, judge| entry * 3 + (entry + 2 * judge) % 8)),
        "no-severity-differences"
    );
    let apart = panel(12, 5)
        .replace("judge,entry,score\n", "")
        .replace('j', "k")
        .replace('e', "f");
    assert_eq!(model(&format!("{}{apart}", panel(12, 5))), "disconnected");
    let equal = statuses(&complete(|_, _| 4), &[]);
    assert_eq!(equal.0, "calibration-unavailable");
    assert!(equal.1.iter().all(|status| status == "tied"), "{equal:?}");
    let one_judge = statuses("judge,entry,score\njo,a,1\njo,b,2\n,c,\n", &[]);
    assert_eq!(
        one_judge,
        (
            "calibration-unavailable".to_owned(),
            ["insufficient", "insufficient", "not-judged"]
                .map(str::to_owned)
                .to_vec()
        )
    );
    let one_entry = statuses("judge,entry,score\njo,a,1\nkim,a,2\n", &["--draws", "0"]);
    assert_eq!(
        one_entry,
        (
            "calibration-unavailable".to_owned(),
            vec!["contested".to_owned()]
        )
    );
}

#[test]
fn every_method_ranks_and_no_draws_leave_probabilities_empty() {
    for method in [
        "calibrated",
        "calibrated-spread",
        "mean",
        "trimmed",
        "zscore",
        "borda",
        "least-squares",
    ] {
        let arguments = [
            "s.csv", "--method", method, "--draws", "0", "--format", "csv",
        ];
        let (code, out, _) = ranked(&[("s.csv", &panel(12, 5))], &arguments);
        let first = &rows(&out)[0];
        assert_eq!(
            (code, first["rank"].as_str(), first["entry"].as_str()),
            (Some(0), "1", "e0"),
            "{method}"
        );
        assert_eq!(
            [&first["p_top_k"], &first["rank_low"], &first["rank_high"]],
            ["", "", ""]
        );
    }
}
