//! Both scripts of a package work its ranking out again, where the machine has what runs them.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use plaudit_domain::rule_set::Method;
use plaudit_store::reports::package::Package;

use super::sample::skating;
use super::{made, members};

/// Unpacks the package by itself and runs one of its own programs on it; none where the program is not installed.
fn recomputed(package: &Package, program: &str, script: &str) -> Option<Output> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in members(&made(package)) {
        let mut file = std::fs::File::create(folder.path().join(name)).expect("a file");
        file.write_all(&content).expect("it is written");
    }
    run(folder.path(), program, script)
}

fn run(folder: &Path, program: &str, script: &str) -> Option<Output> {
    match Command::new(program)
        .arg(script)
        .current_dir(folder)
        .output()
    {
        Ok(output) => Some(output),
        Err(error) => {
            let mut out = std::io::stderr();
            // The run says so, and a machine without the program still tests everything else.
            let _ = writeln!(out, "skipped: {program} is not here ({error})");
            None
        }
    }
}

fn agrees(program: &str, script: &str) {
    // Each run works out every method; by which the cases are ranked decides what their ranks are compared with.
    for method in [Method::Borda, Method::Calibrated] {
        let Some(output) = recomputed(&skating(method), program, script) else {
            return;
        };
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{method}: {said}{errors}");
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.len(), 7, "{method}: {said}");
        let methods = [
            "mean",
            "trimmed",
            "zscore",
            "borda",
            "calibrated",
            "calibrated_spread",
        ];
        for (line, of) in lines.iter().zip(methods) {
            assert!(
                line.starts_with(&format!("by_{of}: agrees")),
                "{method}: {said}"
            );
        }
        assert_eq!(
            lines[6],
            "37 cases ranked, 333 scorecards: everything agrees"
        );
    }
}

#[test]
fn the_python_script_agrees_by_every_method() {
    agrees("python3", "recompute.py");
}

#[test]
fn the_r_script_agrees_by_every_method() {
    agrees("Rscript", "recompute.R");
}
