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
            "s.csv: the file is empty; its first line should name the columns judge, entry, score, and if need be criterion\n",
        ),
        (
            "judge,entry,score\n",
            "s.csv: there is no score under the first line\n",
        ),
        (
            "jo,a,5\n",
            "s.csv:1: the first line must name the columns judge, entry, score, and if need be criterion; it says “jo, a, 5”, without judge, entry, score\n",
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
