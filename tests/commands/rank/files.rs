//! What `plaudit rank` makes of files as people have them, and what it refuses.

use super::{number, panel, ranked, rows};
use crate::commands::said;
use crate::support::server;

#[test]
fn ids_are_texts_with_whatever_is_in_them() {
    let scores = "judge,entry,score\n\"Jo, \"\"the\"\" judge\",\"a\nb\",1\nkim,\"a\nb\",2\n";
    let (_, out, _) = ranked(&[("s.csv", scores)], &["s.csv", "--format", "csv"]);
    assert_eq!(rows(&out)[0]["entry"], "a\nb");
    let (_, table, _) = ranked(&[("s.csv", scores)], &["s.csv"]);
    assert!(table.contains("  a\\nb "), "{table}");
}

#[test]
fn a_spreadsheets_file_is_read_and_what_was_made_of_it_is_said() {
    let scores =
        "\u{feff}Entry;Judge;Score;Comment\r\na;jo;3,5;good, very\r\na;kim;4,5;\r\n;;;\r\n";
    let (code, out, error) = ranked(&[("s.csv", scores)], &["s.csv", "--format", "csv"]);
    assert_eq!((code, number(&rows(&out)[0], "raw_mean")), (Some(0), 4.0));
    assert_eq!(
        error,
        "s.csv: the fields are separated by semicolons, so a comma in a number is read as a decimal comma\n\
         s.csv: the column comment is not used\n"
    );
}

#[test]
fn wrong_input_ends_with_1_and_every_fault_with_its_file_and_line() {
    let scores = "judge,entry,criterion,score\njo,a,x,1\njo,a,x,2\njo,b,x,1e999\njo,c,x,NaN\njo,d,x,7\nkim,a,z,1\n";
    let criteria = "criterion,weight,lowest,highest,step\nx,0,0,5,1\n";
    let (code, out, error) = ranked(
        &[("s.csv", scores), ("c.csv", criteria)],
        &["s.csv", "--criteria", "c.csv"],
    );
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert_eq!(
        error,
        "s.csv:3: judge “jo”, entry “a”, criterion “x”: scored twice; the first is on line 2\n\
         s.csv:4: the score “1e999” has too many digits to be counted exactly\n\
         s.csv:5: the score “NaN” is not a number\n\
         s.csv:6: the score 7 is not on the scale of “x”, from 0 to 5 in steps of 1\n\
         s.csv:7: criterion “z” is not in c.csv\n\
         c.csv: the weights sum to nought; at least one criterion must count\n\
         6 faults; nothing was ranked.\n"
    );
    for (text, told) in [
        (
            "",
            "s.csv: the file is empty; its first line should name the columns judge, entry, score, and if need be criterion, review_weight, judging_order\n",
        ),
        (
            "judge,entry,score\n",
            "s.csv: there is no score under the first line\n",
        ),
        (
            "jo,a,5\n",
            "s.csv:1: the first line must name the columns judge, entry, score, and if need be criterion, review_weight, judging_order; it says “jo, a, 5”, without judge, entry, score\n",
        ),
    ] {
        let (code, out, error) = ranked(&[("s.csv", text)], &["s.csv"]);
        assert_eq!((code, out.as_str()), (Some(1), ""));
        assert_eq!(error, format!("{told}1 fault; nothing was ranked.\n"));
    }
    let (code, _, error) = ranked(&[], &["nowhere.csv"]);
    assert_eq!(code, Some(1));
    assert!(
        error.starts_with("nowhere.csv: cannot be read: "),
        "{error}"
    );
}

#[test]
fn a_command_that_is_not_understood_ends_with_2() {
    for arguments in [
        &[] as &[&str],
        &["s.csv", "--method", "best"],
        &["s.csv", "--top", "0"],
        &["s.csv", "--draws", "-1"],
        &["s.csv", "--format", "xml"],
        &["s.csv", "--tpo", "3"],
    ] {
        let (code, out, error) = ranked(&[("s.csv", &panel(12, 5))], arguments);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(
            error.contains("For more information, try '--help'."),
            "{error}"
        );
    }
}

#[test]
fn the_help_says_what_the_files_are_and_shows_examples() {
    let (code, out, _) = said(&server::run(&["rank", "--help"]));
    assert_eq!(code, Some(0));
    for part in [
        "Examples:",
        "judge,entry,criterion,score",
        "--criteria <CRITERIA.csv>",
        "[default: calibrated]",
        "2 when the",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
}

/// A panel with criteria, weights and an order of judging, whose figures are derived anew beside it.
fn derived(name: &str) -> String {
    let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    std::fs::read_to_string(crates.join("ranking/tests/independent").join(name))
        .expect("the file is there")
}

#[test]
fn a_review_may_weigh_more_and_the_order_of_judging_shows_who_drifts() {
    let criteria = "criterion,weight,lowest,highest,step,direction,missing\nimpact,3,0,10,1,,\n\
        cost,2,0,5,0.5,lower,\nreach,1,1,7,1,,allowed\n";
    let arguments = [
        "s.csv",
        "--criteria",
        "c.csv",
        "--draws",
        "0",
        "--format",
        "json",
    ];
    let files = [("s.csv", &*derived("panel.csv")), ("c.csv", criteria)];
    let (code, out, error) = ranked(&files, &arguments);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let all: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    for line in derived("expected.csv").lines() {
        let fields: Vec<&str> = line.split(',').collect();
        let (rows, key, of) = match fields[0] {
            "weighted score" => ("entries", "entry", "/score"),
            "weighted drift t" => ("judges", "judge", "/drift/t"),
            _ => continue,
        };
        let rows = all[rows].as_array().expect("rows");
        let row = rows
            .iter()
            .find(|row| row[key] == fields[1])
            .expect("it is there");
        let said = row.pointer(of).and_then(serde_json::Value::as_f64);
        super::close(
            said.expect("a number"),
            fields[2].parse().expect("a number"),
            1e-5,
        );
    }
}

#[test]
fn weights_and_places_that_cannot_be_are_told_with_their_lines() {
    let scores = "judge,entry,criterion,score,review_weight,judging_order\n\
        jo,a,x,1,2,1\njo,a,y,1,3,1\njo,b,x,1,0,1\njo,b,y,2,,\nkim,a,x,1,much,1\nkim,a,y,1,,soon\nkim,b,x,1,,\nkim,b,y,1,,2\n";
    let (code, out, error) = ranked(&[("s.csv", scores)], &["s.csv"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert_eq!(
        error,
        "s.csv:3: the review of entry “a” by judge “jo” weighs 3 here and 2 on line 2\n\
         s.csv:4: the weight 0 of a review is not from 0.001 to 1000, in thousandths\n\
         s.csv:4: two reviews of judge “jo” have the judging order 1; the first is on line 2\n\
         s.csv:6: the weight of the review “much” is not a number\n\
         s.csv:7: the judging order “soon” is not a number\n\
         5 faults; nothing was ranked.\n"
    );
}

#[test]
fn groups_that_no_judge_links_are_ranked_apart_where_that_is_asked_for() {
    let apart = panel(12, 5)
        .replace("judge,entry,score\n", "")
        .replace('j', "k")
        .replace('e', "f");
    let scores = format!("{}{apart}", panel(12, 5));
    let arguments = ["s.csv", "--top", "4", "--by-component", "--format", "csv"];
    let (code, out, _) = ranked(&[("s.csv", &scores)], &arguments);
    let firsts: Vec<String> = (rows(&out).into_iter())
        .filter(|row| row["rank"] == "1")
        .map(|row| row["entry"].clone())
        .collect();
    assert_eq!(
        (code, firsts),
        (Some(0), vec!["e0".to_owned(), "f0".to_owned()])
    );
    let (_, out, _) = ranked(&[("s.csv", &scores)], &arguments[..4]);
    assert!(
        out.contains("      part 1, to be compared with no other\n"),
        "{out}"
    );
    assert!(
        out.contains("      part 2, to be compared with no other\n"),
        "{out}"
    );
}

#[test]
fn the_table_keeps_within_eighty_columns_whatever_the_ids_and_figures() {
    // Two columns for each of these symbols, as terminals have it.
    let wide = |line: &str| {
        line.chars()
            .map(|symbol| if symbol >= '\u{4e00}' { 2 } else { 1 })
            .sum::<usize>()
    };
    let ids = [
        "The Society of Friends of the Old Harbour",
        "名古屋市東山動植物園友の会",
        "short",
    ];
    for (many, factor) in [(12, "1"), (400, "1234567.25")] {
        let mut scores = panel(many, 7);
        for (place, id) in ids.iter().enumerate() {
            scores = scores.replace(&format!(",e{place},"), &format!(",{id},"));
        }
        let scores: String = (scores.lines())
            .map(|line| match line.rsplit_once(',') {
                Some((ids, score)) if factor != "1" && score != "score" => {
                    format!("{ids},{score}{factor}\n")
                }
                _ => format!("{line}\n"),
            })
            .collect();
        for arguments in [
            &["s.csv", "--draws", "400"][..],
            &["s.csv", "--draws", "0", "--method", "mean"],
        ] {
            let (code, out, _) = ranked(&[("s.csv", &scores)], arguments);
            assert_eq!(code, Some(0));
            for line in out.lines() {
                assert!(wide(line) <= 80, "{}: {line}\n{out}", wide(line));
            }
        }
    }
}
