//! The licences of everything that Plaudit is built from, and what `cargo run` runs.

use std::process::Command;

use serde_json::Value;

use super::nothing_breaks;
use super::sources;

/// Licences that Plaudit may be built from and shipped under MIT or Apache-2.0 with.
/// MPL-2.0 binds only the files it covers, which are used unchanged.
const ALLOWED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
];

/// Whether an SPDX expression can be met by allowed licences alone. The old `MIT/Apache-2.0` means "or".
fn is_allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words: Vec<&str> = spaced.split_whitespace().rev().collect();
    let met = either(&mut words);
    met && words.is_empty()
}

fn either(words: &mut Vec<&str>) -> bool {
    let mut met = all_of(words);
    while words.last() == Some(&"OR") {
        words.pop();
        met |= all_of(words);
    }
    met
}

fn all_of(words: &mut Vec<&str>) -> bool {
    let mut met = one(words);
    while words.last() == Some(&"AND") {
        words.pop();
        met &= one(words);
    }
    met
}

fn one(words: &mut Vec<&str>) -> bool {
    match words.pop() {
        Some("(") => either(words) & (words.pop() == Some(")")),
        Some(licence) if words.last() == Some(&"WITH") => {
            words.pop();
            let exception = words.pop().unwrap_or_default();
            ALLOWED.contains(&format!("{licence} WITH {exception}").as_str())
        }
        Some(licence) => ALLOWED.contains(&licence),
        None => false,
    }
}

/// What cargo knows of the packages that this platform's build is made from.
fn packages() -> Vec<Value> {
    let version = Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("rustc is there");
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("rustc knows its host");
    let metadata = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--offline",
            "--locked",
            "--format-version",
            "1",
            "--filter-platform",
            host,
        ])
        .current_dir(sources::root())
        .output()
        .expect("cargo is there");
    assert!(
        metadata.status.success(),
        "run `cargo fetch` first: {}",
        String::from_utf8_lossy(&metadata.stderr)
    );
    let metadata: Value = serde_json::from_slice(&metadata.stdout).expect("cargo writes JSON");
    metadata["packages"]
        .as_array()
        .expect("cargo lists packages")
        .clone()
}

#[test]
fn every_dependency_has_a_licence_that_we_may_ship() {
    let packages = packages();
    assert!(
        packages.len() > 100,
        "only {} packages: is this the whole lock file?",
        packages.len()
    );
    let refused: Vec<_> = packages
        .iter()
        .filter(|package| !package["license"].as_str().is_some_and(is_allowed))
        .map(|package| {
            format!(
                "{} {}: {}",
                package["name"], package["version"], package["license"]
            )
        })
        .collect();
    nothing_breaks(
        "Find another crate, or show in ARCHITECTURE.md why its licence lets us ship and add it to ALLOWED.",
        &refused,
    );
}

#[test]
fn licence_expressions_are_read_with_their_grammar() {
    for allowed in [
        "MIT",
        "MIT/Apache-2.0",
        "GPL-2.0-only OR MIT",
        "(MIT OR GPL-3.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
    ] {
        assert!(is_allowed(allowed), "{allowed}");
    }
    for refused in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR Apache-2.0) AND GPL-3.0",
        "MIT AND (ISC",
        "GPL-2.0 WITH Classpath-exception",
        "MIT ISC",
    ] {
        assert!(!is_allowed(refused), "{refused}");
    }
}

/// The README's first command names no binary, and cargo refuses to choose among several.
#[test]
fn cargo_run_runs_plaudit() {
    let default: Vec<_> = packages()
        .iter()
        .filter(|package| package["source"].is_null())
        .filter_map(|package| package["default_run"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(default, ["plaudit"]);
}
