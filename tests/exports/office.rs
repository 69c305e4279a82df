//! Each file opened in `LibreOffice`, which says back what it finds in every cell: `tests/run office`.

use std::{fs, path::Path, process::Command};

use plaudit_store::{confidentiality, ledger};
use plaudit_web::paths::exports::{
    Cases, CasesSheet, Confidentiality, ConfidentialitySheet, Conflicts, ConflictsSheet, History,
    HistorySheet, Judges, JudgesSheet, Meeting, MeetingSheet, Nominations, NominationsSheet,
    Ranking, RankingSheet, Scores, ScoresSheet, Shortlist, ShortlistSheet,
};

use super::files::{bare, read, read_sheet};
use crate::admin::shortlist::Judged;
use crate::judging::deliberation::meeting;
use crate::support::people::ADMINISTRATOR;

/// What people write, one for each scorecard: a program that runs, guesses or garbles shows it here.
const WRITTEN: [&str; 9] = [
    "Siôn Llŷr o’r Ŵyddgrug, â’i “tŷ” ei hun",
    "Zażółć gęślą jaźń; ŁÓDŹ",
    "مرحبا بالعالم، ٢٠٢٧",
    "👩🏽‍⚕️ and 🏴󠁧󠁢󠁷󠁬󠁳󠁿, e\u{301}",
    "=1+1",
    "+44 29 2018 0000",
    "-2+3",
    "@SUM(A1:A9)",
    "=HYPERLINK(\"http://example.org/\"; \"first,\nsecond\")",
];

/// How `LibreOffice` reads and writes CSV: commas, quotation marks, UTF-8, from the first line, and values rather than formulas.
const READING: &str = "--infilter=CSV:44,34,76,1";
const WRITING: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

/// Every file of a season in its meeting, as its name, its CSV and its spreadsheet.
fn files(judged: &Judged) -> [(&'static str, String, String); 10] {
    let (category, season) = (judged.category, judged.panel.season);
    let both =
        |name, csv: &dyn ToString, sheet: &dyn ToString| (name, csv.to_string(), sheet.to_string());
    [
        both(
            "nominations",
            &Nominations { season },
            &NominationsSheet { season },
        ),
        both("cases", &Cases { season }, &CasesSheet { season }),
        both("judges", &Judges { season }, &JudgesSheet { season }),
        both(
            "conflicts",
            &Conflicts { season },
            &ConflictsSheet { season },
        ),
        both("scores", &Scores { category }, &ScoresSheet { category }),
        both("ranking", &Ranking { category }, &RankingSheet { category }),
        both(
            "shortlist",
            &Shortlist { category },
            &ShortlistSheet { category },
        ),
        both("meeting", &Meeting { category }, &MeetingSheet { category }),
        both(
            "history",
            &format!("{History}?kind=case-formed"),
            &format!("{HistorySheet}?kind=case-formed"),
        ),
        both(
            "confidentiality",
            &Confidentiality { season },
            &ConfidentialitySheet { season },
        ),
    ]
}

/// A season in its meeting in which what people wrote is hard to keep.
async fn written() -> Judged {
    let judged = meeting().await;
    let panel = &judged.panel;
    let mut statements = vec!["UPDATE scorecards SET comment = 'none'".to_owned()];
    for (number, text) in (1..).zip(&WRITTEN[..3]) {
        let text = text.replace('\'', "''");
        statements.push(format!(
            "UPDATE people SET name = '{text}' WHERE name = 'Nominee {number}'"
        ));
    }
    for (number, text) in (1..).zip(&WRITTEN[4..7]) {
        statements.push(format!(
            "UPDATE people SET employer = '{text}' WHERE employer = 'Council {number}'"
        ));
    }
    for text in WRITTEN {
        let text = text.replace('\'', "''");
        statements.push(format!(
            "UPDATE scorecards SET comment = '{text}' WHERE id = \
             (SELECT id FROM scorecards WHERE comment = 'none' ORDER BY id LIMIT 1)"
        ));
    }
    panel.site.database.run(&statements).await;
    let site = &panel.site;
    let terms = "=What is read here stays here.".to_owned();
    confidentiality::write(site.store(), &site.moment(), panel.season, 0, terms)
        .await
        .expect("the terms are written");
    ledger::seal(site.store()).await.expect("it is sealed");
    judged
}

/// Has `LibreOffice` read every file of a folder and write what it found into another.
fn open_all(from: &Path, into: &Path, profile: &Path, extension: &str) {
    let mut files: Vec<_> = fs::read_dir(from)
        .expect("the folder")
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    let mut office = Command::new("soffice");
    office
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--norestore"]);
    if extension == "csv" {
        office.arg(READING);
    }
    let said = office
        .args(["--convert-to", WRITING, "--outdir"])
        .arg(into)
        .args(&files)
        .output()
        .expect("soffice is installed: tests/run installs it");
    assert!(
        said.status.success() && fs::read_dir(into).expect("the folder").count() == files.len(),
        "{}{}",
        String::from_utf8_lossy(&said.stdout),
        String::from_utf8_lossy(&said.stderr)
    );
}

/// The rows of a file that `LibreOffice` wrote, its first row among them.
fn found(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).expect("it is UTF-8");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// A number without the noughts that only CSV has, and all else as it is.
fn plain(cell: &str) -> String {
    match cell.parse::<f64>() {
        Ok(number) => number.to_string(),
        Err(_) => cell.to_owned(),
    }
}

fn plainly(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    rows.into_iter()
        .map(|row| row.iter().map(|cell| plain(cell)).collect())
        .collect()
}

#[tokio::test]
#[ignore = "it needs LibreOffice: tests/run office"]
async fn libreoffice_finds_in_every_cell_of_every_file_what_was_written_and_runs_none_of_it() {
    let judged = written().await;
    let folder = tempfile::tempdir().expect("a folder");
    let [given, from_csv, from_sheet, profile] =
        ["given", "csv", "xlsx", "profile"].map(|name| folder.path().join(name));
    for path in [&given, &from_csv, &from_sheet] {
        fs::create_dir(path).expect("a folder");
    }
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let mut expected = Vec::new();
    for (name, csv, sheet) in files(&judged) {
        let csv = browser.open(csv).await.ok();
        let (columns, mut rows) = read(&csv);
        rows.insert(0, columns);
        assert!(rows.len() > 1, "{name} has rows");
        let sheet = browser.open(sheet).await.ok();
        fs::write(given.join(format!("{name}.csv")), &csv.bytes).expect("it is kept");
        fs::write(given.join(format!("{name}.xlsx")), &sheet.bytes).expect("it is kept");
        expected.push((name, plainly(rows), plainly(read_sheet(&sheet, name))));
    }
    open_all(&given, &from_csv, &profile, "csv");
    open_all(&given, &from_sheet, &profile, "xlsx");
    let mut said = String::new();
    for (name, csv, sheet) in expected {
        let file = format!("{name}.csv");
        assert_eq!(plainly(found(&from_csv.join(&file))), csv, "{name}.csv");
        assert_eq!(
            plainly(found(&from_sheet.join(&file))),
            sheet,
            "{name}.xlsx"
        );
        for row in sheet {
            said.push_str(&row.join("\n"));
            said.push('\n');
        }
    }
    for text in WRITTEN {
        assert!(
            said.contains(text),
            "{text} is in some cell, letter by letter"
        );
    }
    assert_eq!(
        bare("'=1+1"),
        "=1+1",
        "in CSV alone an apostrophe keeps it from running"
    );
}
