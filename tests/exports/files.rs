//! `/exports/…`: read back by another reader of CSV.

use std::io::Cursor;

use axum::http::StatusCode;
use calamine::{Data, Reader, Xlsx};
use plaudit_store::confidentiality;
use plaudit_web::paths::{
    admin,
    exports::{
        Cases, CasesSheet, Columns, Confidentiality, ConfidentialitySheet, Conflicts,
        ConflictsSheet, History, HistorySheet, Judges, JudgesSheet, Nominations, NominationsSheet,
        Ranking, RankingSheet, Scores, ScoresSheet, Shortlist, ShortlistSheet,
    },
};

use crate::admin::shortlist::{Judged, judged};
use crate::judging::panel::Panel;
use crate::support::{
    Page, Site, Stage,
    people::{ADMINISTRATOR, JUDGES},
};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The file's columns and rows.
pub(crate) fn read(page: &Page) -> (Vec<String>, Vec<Vec<String>>) {
    let text = page.body();
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = reader
        .headers()
        .expect("a head")
        .iter()
        .map(str::to_owned)
        .collect();
    let rows = reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect();
    (columns, rows)
}

/// The rows of a spreadsheet's one sheet with its head, as CSV would say them.
pub(crate) fn read_sheet(page: &Page, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&page.bytes)).expect("a spreadsheet");
    assert_eq!(book.sheet_names(), [name]);
    let range = book.worksheet_range(name).expect("its sheet");
    let said = |cell: &Data| match cell {
        Data::Float(number) => number.to_string(),
        Data::String(words) => words.clone(),
        Data::Empty => String::new(),
        // None of our files holds any other, so that it is equal to nothing.
        other => format!("{other:?}"),
    };
    range
        .rows()
        .map(|row| row.iter().map(said).collect())
        .collect()
}

/// A cell of CSV without what CSV alone needs: the apostrophe before a formula, and the noughts after a number.
pub(super) fn bare(cell: &str) -> String {
    if let Ok(number) = cell.parse::<f64>() {
        return number.to_string();
    }
    match cell.strip_prefix('\'') {
        Some(words) if words.starts_with(['=', '+', '-', '@', '\t', '\r']) => words.to_owned(),
        _ => cell.to_owned(),
    }
}

pub(super) async fn download(judged: &Judged, path: impl ToString) -> Page {
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    browser.open(path).await.ok()
}

#[tokio::test]
async fn shortlist_csv_is_the_page_with_everything_that_the_meeting_needs() {
    let judged = judged().await;
    let category = judged.category;
    let page = download(&judged, Shortlist { category }).await;
    assert!(page.body().starts_with(BYTE_ORDER_MARK));
    assert_eq!(page.header("content-type"), "text/csv; charset=utf-8");
    let (columns, rows) = read(&page);
    insta::assert_snapshot!(columns.join("\n"));
    let first: Vec<&str> = rows[0].iter().map(String::as_str).collect();
    assert_eq!(
        first[..22],
        [
            "1",
            "Nominee 1",
            "Council 1",
            first[3],
            "in-judging",
            "1",
            "3",
            "3",
            "0",
            "100.00",
            "100.00",
            "100.00",
            "100.00",
            "0.00",
            "100.00",
            "1",
            "5.00",
            "5.00",
            "5.00",
            "5.00",
            "",
            ""
        ]
    );
    assert!(first[3].starts_with("An individual who demonstrates"));
    assert_eq!(rows.len(), 3);
    let plain = download(&judged, format!("{}?bom=no", Shortlist { category })).await;
    assert!(plain.body().starts_with("case,"));
}

#[tokio::test]
async fn scores_csv_has_a_row_per_judge_case_and_criterion() {
    let judged = judged().await;
    let category = judged.category;
    let (columns, rows) = read(&download(&judged, Scores { category }).await);
    insta::assert_snapshot!(columns.join("\n"));
    assert_eq!(rows.len(), 3 * 3 * 4);
    let scores: Vec<&str> = rows[..4].iter().map(|row| row[9].as_str()).collect();
    assert_eq!(scores, ["5", "5", "5", "5"]);
    assert_eq!(rows[0][4], JUDGES[0].name);
    assert_eq!(rows[0][12], "100.00");
}

#[tokio::test]
async fn a_score_is_in_the_file_only_once_it_is_submitted() {
    let judged = crate::admin::shortlist::with_cases(Panel::judging(1).await).await;
    let category = judged.category;
    let (_, rows) = read(&download(&judged, Scores { category }).await);
    assert_eq!(rows.len(), 3 * 4);
    assert!(
        rows.iter()
            .all(|row| row[5] == "published" && row[9].is_empty() && row[12].is_empty())
    );
}

#[tokio::test]
async fn nominations_csv_holds_every_answer_and_no_key() {
    let judged = judged().await;
    let season = judged.panel.season;
    let page = download(&judged, Nominations { season }).await;
    let (columns, rows) = read(&page);
    insta::assert_snapshot!(columns.join("\n"));
    assert_eq!(rows.len(), 3);
    let answers = columns
        .iter()
        .filter(|column| column.starts_with("answer_"))
        .count();
    assert!(answers >= 5);
    for row in &rows {
        assert_eq!(row.len(), columns.len());
        let empty = columns
            .iter()
            .zip(row)
            .filter(|(column, cell)| column.starts_with("answer_") && cell.is_empty());
        assert_eq!(empty.count(), 0);
    }
    let secret = columns.iter().find(|column| {
        ["token", "key", "link", "digest"]
            .iter()
            .any(|word| column.contains(word))
    });
    assert_eq!(secret, None);
}

#[tokio::test]
async fn a_file_is_narrowed_by_its_address_in_both_formats() {
    let judged = judged().await;
    let category = judged.category;
    let whole = read(&download(&judged, Shortlist { category }).await);
    let asked = "columns=rank,case";
    let (columns, rows) =
        read(&download(&judged, format!("{}?{asked}", Shortlist { category })).await);
    assert_eq!(columns, ["rank", "case"]);
    let expected: Vec<Vec<String>> = whole
        .1
        .iter()
        .map(|row| vec![row[15].clone(), row[0].clone()])
        .collect();
    assert_eq!(rows, expected);
    let sheet = download(&judged, format!("{}?{asked}", ShortlistSheet { category })).await;
    assert_eq!(read_sheet(&sheet, "shortlist")[1..], expected);
    for path in [
        Shortlist { category }.to_string(),
        ShortlistSheet { category }.to_string(),
    ] {
        let blind = download(&judged, format!("{path}?blind=yes")).await;
        let columns = if path.ends_with("csv") {
            read(&blind).0
        } else {
            read_sheet(&blind, "shortlist").remove(0)
        };
        let hidden = ["nominee", "organisation"];
        let left = whole
            .0
            .iter()
            .filter(|column| !hidden.contains(&column.as_str()));
        assert!(columns.iter().eq(left), "{columns:?}");
        let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
        let none = browser.open(format!("{path}?columns=score")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn each_spreadsheet_holds_what_its_csv_holds_cell_by_cell() {
    let judged = judged().await;
    let (category, season) = (judged.category, judged.panel.season);
    let site = &judged.panel.site;
    let text = "What is read here stays here.".to_owned();
    confidentiality::write(site.store(), &site.moment(), season, 0, text)
        .await
        .expect("the terms are written");
    let files = [
        (
            "confidentiality",
            Confidentiality { season }.to_string(),
            ConfidentialitySheet { season }.to_string(),
        ),
        (
            "cases",
            Cases { season }.to_string(),
            CasesSheet { season }.to_string(),
        ),
        (
            "judges",
            Judges { season }.to_string(),
            JudgesSheet { season }.to_string(),
        ),
        (
            "conflicts",
            Conflicts { season }.to_string(),
            ConflictsSheet { season }.to_string(),
        ),
        (
            "history",
            format!("{History}?kind=case-formed"),
            format!("{HistorySheet}?kind=case-formed"),
        ),
        (
            "nominations",
            Nominations { season }.to_string(),
            NominationsSheet { season }.to_string(),
        ),
        (
            "scores",
            Scores { category }.to_string(),
            ScoresSheet { category }.to_string(),
        ),
        (
            "ranking",
            Ranking { category }.to_string(),
            RankingSheet { category }.to_string(),
        ),
        (
            "shortlist",
            Shortlist { category }.to_string(),
            ShortlistSheet { category }.to_string(),
        ),
    ];
    for (name, csv, sheet) in files {
        let (columns, rows) = read(&download(&judged, csv).await);
        let page = download(&judged, sheet).await;
        assert_eq!(
            page.header("content-disposition"),
            format!("attachment; filename=\"{name}.xlsx\"")
        );
        let mut told = read_sheet(&page, name);
        assert_eq!(told.remove(0), columns, "{name}");
        let when = columns.iter().position(|column| column == "exported_at");
        assert!(!rows.is_empty(), "{name}");
        assert_eq!(told.len(), rows.len(), "{name}");
        for (told, row) in told.iter().zip(&rows) {
            for (index, (told, cell)) in told.iter().zip(row).enumerate() {
                if Some(index) != when {
                    assert_eq!(*told, bare(cell), "{name}: {}", columns[index]);
                }
            }
            assert_eq!(told.len(), row.len(), "{name}");
        }
    }
}

#[tokio::test]
async fn a_file_with_no_rows_is_its_columns() {
    let site = Site::at(Stage::Open).await;
    let season = site.season().await.id;
    let category = plaudit_store::seasons::categories(site.store(), season)
        .await
        .expect("categories")[0]
        .id;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    for path in [
        Nominations { season }.to_string(),
        Scores { category }.to_string(),
        Shortlist { category }.to_string(),
    ] {
        let (columns, rows) = read(&browser.open(&path).await.ok());
        assert!(columns.len() > 10, "{path}");
        assert_eq!(rows, Vec::<Vec<String>>::new(), "{path}");
    }
    let sheet = browser.open(ScoresSheet { category }).await.ok();
    let rows = read_sheet(&sheet, "scores");
    assert_eq!((rows.len(), rows[0].len()), (1, 21));
}

#[tokio::test]
async fn each_file_is_a_fact_and_only_administrators_have_them() {
    let judged = judged().await;
    let (category, season) = (judged.category, judged.panel.season);
    let files = [
        Nominations { season }.to_string(),
        NominationsSheet { season }.to_string(),
        Scores { category }.to_string(),
        ScoresSheet { category }.to_string(),
        Shortlist { category }.to_string(),
        ShortlistSheet { category }.to_string(),
        Confidentiality { season }.to_string(),
        ConfidentialitySheet { season }.to_string(),
        Cases { season }.to_string(),
        CasesSheet { season }.to_string(),
        Judges { season }.to_string(),
        JudgesSheet { season }.to_string(),
        Conflicts { season }.to_string(),
        ConflictsSheet { season }.to_string(),
        Ranking { category }.to_string(),
        RankingSheet { category }.to_string(),
        History.to_string(),
        HistorySheet.to_string(),
    ];
    let mut judge = judged.panel.site.signed_in(JUDGES[0]).await;
    for file in &files {
        assert_eq!(judge.open(file).await.status, StatusCode::NOT_FOUND);
    }
    for file in &files {
        download(&judged, file).await;
    }
    let page = download(&judged, format!("{}?kind=exported", admin::History)).await;
    assert_eq!(
        page.table().len(),
        files.len() + 1,
        "a fact for each under the head"
    );
    let visitor = judged.panel.site.visitor().get(&files[0]).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn every_column_is_explained_to_anybody() {
    let site = Site::at(Stage::Open).await;
    let page = site.visitor().open(Columns).await.ok();
    assert_eq!(
        page.all("h2"),
        [
            "nominations.csv",
            "cases.csv",
            "judges.csv",
            "conflicts.csv",
            "scores.csv",
            "ranking.csv",
            "shortlist.csv",
            "meeting.csv",
            "history.csv",
            "confidentiality.csv"
        ]
    );
}
