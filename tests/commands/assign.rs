//! `plaudit assign` as a process: the optimum of the reference instances, what it says of it, and its refusals.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::said;
use crate::support::server;

/// Runs it on these files of a folder of their own, with three of them named by their usual flags.
fn assigned(files: &[(&str, &str)], arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("the folder is ours");
    }
    let output = server::plaudit()
        .args(["assign", "--entries", "e.csv", "--judges", "j.csv"])
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("the binary starts");
    said(&output)
}

fn pairs(out: &str) -> Vec<(String, String)> {
    assert_eq!(out.lines().next(), Some("entry,judge"));
    (csv::Reader::from_reader(out.as_bytes()).deserialize())
        .map(|row| row.expect("a row"))
        .collect()
}

/// What stands after a word at the beginning of a line of the summary.
fn told<'a>(error: &'a str, word: &str) -> &'a str {
    let line = error.lines().find_map(|line| line.strip_prefix(word));
    line.expect("the summary says it").trim()
}

/// A reference instance of the ranking crate: its entries and judges as they lie there, its match scores written out, with
/// more than two in the first topic making an expert.
fn instance(name: &str) -> [String; 4] {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/ranking/tests/gold");
    let read = |kind: &str| {
        std::fs::read_to_string(crates.join(format!("assign_{name}.{kind}.csv")))
            .expect("the file is there")
    };
    let [entries, judges, conflicts] = ["entries", "judges", "coi"].map(read);
    let numbers = |text: &str| -> Vec<Vec<usize>> {
        (text.lines().skip(1))
            .map(|line| {
                line.split(',')
                    .map(|field| field.parse().expect("a number"))
                    .collect()
            })
            .collect()
    };
    let mut matches = String::from("judge,entry,score,expert\n");
    for judge in numbers(&judges) {
        for entry in numbers(&entries) {
            let skill = |topic: usize| judge[3 + topic];
            let noise = (entry[0] * 7919 + judge[0] * 104_729) % 10;
            let score = 10 * skill(entry[1]) + 5 * skill(entry[2]) + noise;
            let expert = if skill(entry[1]) >= 2 { "yes" } else { "no" };
            writeln!(matches, "{},{},{score},{expert}", judge[0], entry[0])
                .expect("memory takes it");
        }
    }
    [entries, judges, matches, conflicts]
}

#[test]
fn the_reference_instance_is_solved_to_its_proven_optimum() {
    let [entries, judges, matches, conflicts] = instance("60x12x3");
    let files = [
        ("e.csv", &*entries),
        ("j.csv", &*judges),
        ("m.csv", &*matches),
        ("c.csv", &*conflicts),
    ];
    let arguments = [
        "--reviews",
        "3",
        "--match",
        "m.csv",
        "--conflicts",
        "c.csv",
        "--jitter",
        "0",
    ];
    let (code, out, error) = assigned(&files, &arguments);
    assert_eq!(code, Some(0), "{error}");
    let found = pairs(&out);
    assert_eq!(found.len(), 180);
    let scores: BTreeMap<(String, String), u64> = (matches.lines().skip(1))
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            (
                (fields[1].to_owned(), fields[0].to_owned()),
                fields[2].parse().expect("a number"),
            )
        })
        .collect();
    // The reference counts costs of 54 less the score.
    let total: u64 = found.iter().map(|pair| scores[pair]).sum();
    assert_eq!(total, 54 * 180 - 2795);
    assert_eq!(told(&error, "total match"), total.to_string());
    assert_eq!(told(&error, "gap"), "0 (proven to be the best possible)");
    assert_eq!(told(&error, "components"), "1");
    assert!(told(&error, "time").ends_with(" s"));
    for line in conflicts.lines().skip(1) {
        let (judge, entry) = line.split_once(',').expect("two fields");
        assert!(!found.contains(&(entry.to_owned(), judge.to_owned())));
    }
    for line in judges.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let load = found.iter().filter(|pair| pair.1 == fields[0]).count();
        let bound = |field: usize| fields[field].parse::<usize>().expect("a number");
        assert!((bound(1)..=bound(2)).contains(&load), "{line}: {load}");
        assert!(
            error.contains(&format!("{load:>7}  {} (", fields[0])),
            "{error}"
        );
    }
    assert!(
        error.starts_with("e.csv: the columns topic1, topic2 are not used\n"),
        "{error}"
    );
}

#[test]
fn the_worst_match_can_come_before_the_sum() {
    let files = [
        ("e.csv", "entry\na\nb\n"),
        ("j.csv", "judge,min_load,max_load\nx,1,1\ny,1,1\n"),
        ("m.csv", "judge,entry,score\nx,a,10\ny,a,4\nx,b,4\ny,b,0\n"),
    ];
    let sum = ["--reviews", "1", "--match", "m.csv", "--jitter", "0"];
    let (code, out, error) = assigned(&files, &sum);
    assert_eq!((code, &*out), (Some(0), "entry,judge\na,x\nb,y\n"));
    assert_eq!(told(&error, "worst match"), "0");
    assert_eq!(told(&error, "gap"), "0 (proven to be the best possible)");
    let worst = [&sum[..], &["--worst-first"]].concat();
    let (code, out, error) = assigned(&files, &worst);
    assert_eq!((code, &*out), (Some(0), "entry,judge\na,y\nb,x\n"));
    assert_eq!(told(&error, "worst match"), "4");
    assert_eq!(
        told(&error, "gap"),
        "0 (proven to be the best possible with no worse a match)"
    );
}

#[test]
fn rows_in_any_order_give_the_same_assignment_and_another_seed_another() {
    let [entries, judges, matches, _] = instance("60x12x3");
    let turned = |text: &str| {
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        lines.join("\r\n")
    };
    let run = |entries: &str, judges: &str, matches: &str, seed: &str| {
        let files = [("e.csv", entries), ("j.csv", judges), ("m.csv", matches)];
        let (code, out, _) = assigned(
            &files,
            &["--reviews", "3", "--match", "m.csv", "--seed", seed],
        );
        assert_eq!(code, Some(0));
        out
    };
    let one = run(&entries, &judges, &matches, "1");
    assert_eq!(
        one,
        run(&turned(&entries), &turned(&judges), &turned(&matches), "1")
    );
    assert_ne!(one, run(&entries, &judges, &matches, "2"));
}

#[test]
fn experts_organisations_a_cap_and_fixed_pairs_are_kept() {
    let entries = "entry,organisation\na,North\n\"b, or c\",\nd,South\n";
    let judges = "judge,min_load,max_load,organisation\nAda,1,3,North\nBob,1,3,South\nCy,0,3,South\nDee,0,3,East\nEd,0,1,\n";
    let matches =
        "judge,entry,score,expert\nEd,a,0,yes\nAda,d,9,no\nBob,\"b, or c\",9,1\nDee,d,1,true\n";
    let fixed = "entry,judge\na,Dee\n";
    let files = [
        ("e.csv", entries),
        ("j.csv", judges),
        ("m.csv", matches),
        ("f.csv", fixed),
    ];
    let all = [
        "--reviews",
        "2",
        "--match",
        "m.csv",
        "--fixed",
        "f.csv",
        "--jitter",
        "0",
        "--cap",
        "1",
    ];
    let (code, out, error) = assigned(&files, &all);
    assert_eq!(code, Some(0), "{error}");
    let found = pairs(&out);
    let has = |entry: &str, judge: &str| found.contains(&(entry.to_owned(), judge.to_owned()));
    assert_eq!(found.len(), 6);
    assert!(
        has("a", "Dee") && !has("a", "Ada") && !has("d", "Bob") && !has("d", "Cy"),
        "{out}"
    );
    assert!(has("b, or c", "Bob") && !has("b, or c", "Cy"), "{out}");
    let (_, out, error) = assigned(
        &files,
        &[
            "--reviews",
            "2",
            "--match",
            "m.csv",
            "--experts",
            "1",
            "--jitter",
            "0",
        ],
    );
    assert!(
        out.contains("a,Ed\n") && out.contains("d,Dee\n"),
        "{out}{error}"
    );
}

#[test]
fn what_cannot_be_assigned_is_explained_by_entries_judges_and_conflicts() {
    let judges = "judge,min_load,max_load\nAda,0,2\nBob,0,2\nCy,0,9\n";
    let conflicts = "judge,entry\nCy,a\nCy,b\nCy,c\n";
    let files = [
        ("e.csv", "entry\na\nb\nc\nd\n"),
        ("j.csv", judges),
        ("c.csv", conflicts),
    ];
    let (code, out, error) = assigned(&files, &["--reviews", "2", "--conflicts", "c.csv"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(error.starts_with("No assignment is possible: the judges' loads and conflicts do not leave enough judges.\n"), "{error}");
    assert!(
        error.contains("Entries that lack judges, and how many (3 in all):\n"),
        "{error}"
    );
    for line in ["  Ada\n", "  Bob\n", "  Cy  a\n", "  Cy  b\n", "  Cy  c\n"] {
        assert!(error.contains(line), "{error}");
    }
    let (code, _, error) = assigned(&files, &["--reviews", "2", "--experts", "1"]);
    assert_eq!(code, Some(1));
    let lacking = "not enough experts; without --experts there is an assignment.\nEntries that lack experts, and how many (4 in all):\n";
    assert!(error.contains(lacking), "{error}");
    assert!(!error.contains("full"), "{error}");
}

#[test]
fn parts_that_no_judge_links_are_joined_and_it_is_said() {
    let judges = "judge,min_load,max_load\nAda,2,2\nBob,2,2\nCy,2,2\nDee,2,2\n";
    let matches =
        "judge,entry,score\nAda,a,9\nAda,b,9\nBob,a,9\nBob,b,9\nCy,c,9\nCy,d,9\nDee,c,9\nDee,d,9\n";
    let files = [
        ("e.csv", "entry\na\nb\nc\nd\n"),
        ("j.csv", judges),
        ("m.csv", matches),
    ];
    let arguments = ["--reviews", "2", "--match", "m.csv", "--jitter", "0"];
    let (_, out, error) = assigned(&files, &arguments);
    assert_eq!(pairs(&out).len(), 8);
    assert_eq!(
        told(&error, "components"),
        "1, joined by 1 exchange at a cost of 18"
    );
    assert_eq!(told(&error, "total match"), "54");
}

#[test]
fn wrong_input_ends_with_1_and_every_fault_with_its_file_and_line() {
    let files = [
        ("e.csv", "entry,organisation\na,X\nb,\na,\n,\n"),
        (
            "j.csv",
            "judge,min_load,max_load,organisation\nAda,3,2,X\nAda,0,1,\nBob,x,1.5,\n",
        ),
        (
            "m.csv",
            "judge,entry,score,expert\nAda,a,5,\nAda,a,6,\nAda,zz,2000000,maybe\n,b,1,\n",
        ),
        ("c.csv", "judge,entry\nAda,b\nEve,b\n"),
        ("f.csv", "judge,entry\nAda,b\nAda,a\nAda,b\n"),
    ];
    let all = [
        "--reviews",
        "1",
        "--match",
        "m.csv",
        "--conflicts",
        "c.csv",
        "--fixed",
        "f.csv",
    ];
    let (code, out, error) = assigned(&files, &all);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert_eq!(
        error,
        "e.csv:4: entry “a” is given twice; the first is on line 2\n\
         j.csv:2: the min_load 3 is above the max_load 2\n\
         j.csv:3: judge “Ada” is given twice; the first is on line 2\n\
         j.csv:4: the max_load “1.5” is not a whole number from 0 to 1000000000\n\
         j.csv:4: the min_load “x” is not a number\n\
         m.csv:3: judge “Ada” with entry “a” is given twice; the first is on line 2\n\
         m.csv:4: entry “zz” is not in e.csv\n\
         m.csv:4: the score “2000000” is not a whole number from 0 to 1000000\n\
         m.csv:4: “maybe” is neither yes nor no\n\
         m.csv:5: the judge is missing\n\
         c.csv:3: judge “Eve” is not in j.csv\n\
         f.csv:2: judge “Ada” with entry “b” is fixed, and in conflict on line 2 of c.csv\n\
         f.csv:3: judge “Ada” with entry “a” is fixed, and both are from “X”\n\
         f.csv:4: judge “Ada” with entry “b” is fixed, and in conflict on line 2 of c.csv\n\
         f.csv:4: judge “Ada” with entry “b” is given twice; the first is on line 2\n\
         15 faults; nothing was assigned.\n"
    );
}

#[test]
fn a_command_that_is_not_understood_ends_with_2_and_the_help_shows_examples() {
    let files = [
        ("e.csv", "entry\na\n"),
        ("j.csv", "judge,min_load,max_load\nAda,0,1\n"),
    ];
    for arguments in [
        &[] as &[&str],
        &["--reviews", "0"],
        &["--reviews", "1", "--jitter", "2"],
        &["--reviews", "1", "--cap", "0"],
        &["--reviews", "1", "--expert", "1"],
    ] {
        let (code, out, _) = assigned(&files, arguments);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
    }
    let (code, out, _) = said(&server::run(&["assign", "--help"]));
    assert_eq!(code, Some(0));
    for part in [
        "Examples:",
        "judge,min_load,max_load,organisation",
        "--jitter <F>",
        "[default: 0.05]",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
}

#[test]
fn loads_are_evened_out_and_reviews_across_tracks_counted() {
    let entries = "entry,track\na,science\nb,science\nc,arts\nd,arts\n";
    let judges = "judge,min_load,max_load\nAda,0,4\nBob,0,4\nCy,0,4\n";
    let matches =
        "judge,entry,score\nAda,a,10\nAda,b,10\nAda,c,10\nAda,d,10\nBob,a,8\nCy,c,7\nCy,d,6\n";
    let files = [("e.csv", entries), ("j.csv", judges), ("m.csv", matches)];
    let plain = ["--reviews", "1", "--match", "m.csv", "--jitter", "0"];
    let (code, out, error) = assigned(&files, &plain);
    assert_eq!(
        (code, &*out),
        (Some(0), "entry,judge\na,Ada\nb,Ada\nc,Ada\nd,Ada\n")
    );
    assert_eq!(
        told(&error, "loads"),
        "0 to 4 for 3 judges; 2 judges have none"
    );
    assert_eq!(
        told(&error, "bridging"),
        "100 % of the reviews are by judges of more than one of the 2 tracks; a tenth is enough"
    );
    // The second review of a judge costs 5 more than the first: Bob is worth his 2 less, and Cy his 3, and no more.
    let (code, out, error) = assigned(&files, &[&plain[..], &["--even-loads", "0.5"]].concat());
    assert_eq!(
        (code, &*out),
        (Some(0), "entry,judge\na,Bob\nb,Ada\nc,Cy\nd,Ada\n")
    );
    assert_eq!(
        told(&error, "gap"),
        "0 (proven to be the best possible, with even loads counted)"
    );
    let (code, _, error) = assigned(&files, &["--reviews", "1", "--even-loads", "2"]);
    assert_eq!(code, Some(2));
    assert!(error.contains("it is a number from 0 to 1"), "{error}");
}
