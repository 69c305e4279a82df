//! `plaudit verify`: packages on a machine without a database, and heads of the ledger that somebody kept.

use std::ffi::OsStr;

use super::said;
use crate::exports::package::locked;
use crate::exports::publication::{self, Published as _};
use crate::support::server;
use plaudit_store::ledger;

fn verify(arguments: &[&OsStr]) -> (Option<i32>, String, String) {
    let mut all = vec![OsStr::new("verify")];
    all.extend(arguments);
    said(&server::run(&all))
}

#[tokio::test]
async fn a_package_is_verified_anywhere_and_a_changed_one_is_not() {
    let judged = locked().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("results-package.zip");
    let mut bytes = judged.package().await;
    std::fs::write(&file, &bytes).expect("it is written");
    let (code, out, error) = verify(&[file.as_os_str()]);
    assert_eq!((code, error.as_str()), (Some(0), ""), "{out}");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[2], "every member is what was signed");
    let ranked = "the ranking of 3 cases follows from 9 scorecards, to the last byte";
    assert_eq!(lines[lines.len() - 2..], [ranked, "The package holds."]);
    let key = lines[3].strip_prefix("signed under ").expect("the key");
    let public = OsStr::new("--public-key");
    let (code, ..) = verify(&[file.as_os_str(), public, OsStr::new(key)]);
    assert_eq!(code, Some(0));
    let other = "11".repeat(32);
    let (code, out, _) = verify(&[file.as_os_str(), public, OsStr::new(&other)]);
    let told = format!(
        "signature.txt: the package is signed under another key than the one you gave: {key}.\n\
         The package does not hold.\n"
    );
    assert_eq!((code, out), (Some(1), told));

    let score = (0..bytes.len())
        .find(|at| bytes[*at..].starts_with(b"1,J001,"))
        .expect("a score");
    bytes[score] = b'2';
    std::fs::write(&file, &bytes).expect("it is written");
    let (code, out, _) = verify(&[file.as_os_str()]);
    let told = "scores.csv: its content was changed (it does not have the checksum that the zip gives it).\n\
                The package does not hold.\n";
    assert_eq!((code, out.as_str()), (Some(1), told));
    std::fs::write(&file, &bytes[..1000]).expect("it is written");
    let (code, out, _) = verify(&[file.as_os_str()]);
    let told = "The package is cut off: its end is missing.\nThe package does not hold.\n";
    assert_eq!((code, out.as_str()), (Some(1), told));
    let nowhere = folder.path().join("nowhere.zip");
    let (code, _, error) = verify(&[nowhere.as_os_str()]);
    assert_eq!(code, Some(1));
    assert!(error.starts_with("plaudit: cannot read "), "{error}");
}

#[tokio::test]
async fn public_results_are_verified_for_what_they_are() {
    let judged = publication::announced().await;
    judged.publish().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("public-results.zip");
    let mut bytes = judged.public_file().await;
    std::fs::write(&file, &bytes).expect("it is written");
    let (code, out, error) = verify(&[file.as_os_str()]);
    assert_eq!((code, error.as_str()), (Some(0), ""), "{out}");
    let lines: Vec<&str> = out.lines().collect();
    assert!(
        lines[1].starts_with("public results, made by Plaudit "),
        "{out}"
    );
    let key = lines[3].strip_prefix("signed under ").expect("the key");
    let public = OsStr::new("--public-key");
    let (code, out, _) = verify(&[file.as_os_str(), public, OsStr::new(key)]);
    assert_eq!(code, Some(0));
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[4].starts_with("the resolution is fact "), "{out}");
    assert_eq!(
        lines[5..],
        [
            "cases listed: 2; beside that no count under 5 is told or follows from the figures, and no score of a case that won nothing",
            "The ranking cannot be worked out again from public results, which leave most scores out: that takes the whole results package, which the organisers can give to somebody independent.",
            "The public results hold."
        ]
    );

    let result = (0..bytes.len())
        .find(|at| bytes[*at..].starts_with(b"2,highly-commended"))
        .expect("a result");
    bytes[result] = b'3';
    std::fs::write(&file, &bytes).expect("it is written");
    let (code, out, _) = verify(&[file.as_os_str()]);
    let told = "results.csv: its content was changed (it does not have the checksum that the zip gives it).\n\
                The package does not hold.\n";
    assert_eq!((code, out.as_str()), (Some(1), told));
}

#[tokio::test]
async fn a_head_that_somebody_kept_is_found_in_the_chain_or_said_not_to_be() {
    let judged = locked().await;
    let store = judged.panel.site.store();
    let head = ledger::head(store)
        .await
        .expect("it is read")
        .expect("facts");
    judged.package().await;
    let later = ledger::head(store)
        .await
        .expect("it is read")
        .expect("facts");
    assert_eq!(later.number, head.number + 1);
    let folder = tempfile::tempdir().expect("a folder");
    let url = judged.panel.site.database.url();
    let asked = |seal: &str| {
        verify(&[
            "--ledger".as_ref(),
            "--head".as_ref(),
            seal.as_ref(),
            "--database-url".as_ref(),
            url.as_ref(),
            "--data-dir".as_ref(),
            folder.path().as_os_str(),
        ])
    };
    let (code, out, _) = asked(&head.seal);
    let told = format!(
        "The seal you gave is that of fact {}: nothing up to it was changed since.\nThe ledger holds.\n",
        head.number
    );
    assert_eq!(code, Some(0), "{out}");
    assert!(out.ends_with(&told), "{out}");
    assert!(out.contains(&format!("head {}\n", later.seal)), "{out}");
    let (code, out, _) = asked(&"ab".repeat(32));
    assert_eq!(code, Some(1));
    assert!(
        out.contains("The seal you gave is that of no fact"),
        "{out}"
    );
    let (_, out, refused) = asked("abc");
    assert_eq!(out, "");
    assert!(refused.contains("“abc” is no seal"), "{refused}");
}
