//! What the secretary's chapter on calibrated scores shows is what the program draws and says.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{panel, printed, ranked, text};
use crate::commands::said;
use crate::support::server;

fn chapter(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../crates/web/docs")
        .join(name)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("the file is there")
}

#[test]
fn the_chapters_picture_is_what_the_program_draws() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calibrated.svg");
    printed(&[
        text(&chapter("calibrated.csv")),
        "--top",
        "4",
        "--plot",
        text(&file),
    ]);
    assert_eq!(read(&file), read(&chapter("pictures/calibrated.svg")));
}

#[test]
fn the_chapters_figures_are_what_the_program_says() {
    let out = printed(&[
        text(&chapter("calibrated.csv")),
        "--top",
        "4",
        "--format",
        "json",
    ]);
    let all: Value = serde_json::from_str(&out).expect("JSON");
    let farley = (all["entries"].as_array().expect("entries").iter())
        .find(|entry| entry["entry"] == "Farley")
        .expect("Farley is there");
    let number = |value: &Value| value.as_f64().expect("a number");
    let explained = &farley["explanation"];
    let line = format!(
        "{:.2}            = {:.2}  + {:.3} × ({:.2} − (−{:.2}) − {:.2})",
        number(&farley["score"]),
        number(&explained["mean"]),
        number(&explained["reliability"]),
        number(&explained["raw_mean"]),
        -number(&explained["panel_leniency"]),
        number(&explained["mean"]),
    );
    assert!(read(&chapter("calibrated.md")).contains(&line), "{line}");
    let count = |status: &str| {
        let entries = all["entries"].as_array().expect("entries");
        entries
            .iter()
            .filter(|entry| entry["status"] == status)
            .count()
    };
    assert_eq!(
        (count("safe-in"), count("contested"), count("safe-out")),
        (3, 5, 4)
    );
    assert_eq!(farley["rank"], 4);
}

#[test]
fn a_picture_of_many_entries_names_places_and_is_drawn_without_probabilities_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let [scores, file] = ["s.csv", "p.svg"].map(|name| folder.path().join(name));
    std::fs::write(&scores, panel(300, 9)).expect("the folder is ours");
    printed(&[text(&scores), "--draws", "0", "--plot", text(&file)]);
    let picture = read(&file);
    assert_eq!(picture.matches("class=\"interval\"").count(), 300);
    assert!(picture.contains(">300</text>") && !picture.contains(">e0</text>"));
    assert!(!picture.contains("class=\"band\"") && picture.contains("class=\"plain\""));
}

#[test]
fn a_picture_that_cannot_be_written_ends_with_1_and_says_where() {
    let (code, out, error) = ranked(
        &[("s.csv", &panel(12, 5))],
        &["s.csv", "--plot", "nowhere/p.svg"],
    );
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(
        error.starts_with("plaudit: cannot write nowhere/p.svg: "),
        "{error}"
    );
    let (_, help, _) = said(&server::run(&["rank", "--help"]));
    assert!(help.contains("--plot <FILE.svg>"));
}
