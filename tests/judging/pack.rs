//! `/judging/pack/{season}`.

use axum::http::StatusCode;
use plaudit_domain::ids::AssignmentId;
use plaudit_web::paths::judging::{
    Desk, OfflinePack, PackCases, PackChoices, PackScores, Scorecard,
};

use super::panel::{CONTENT, Panel, all, open_gate, score_fields};
use crate::support::{Client, people::JUDGES};

/// A judge with three cases, the gates of the first two passed.
async fn begun() -> (Panel, Client, Vec<AssignmentId>) {
    let panel = Panel::judging(3).await;
    let assignments = panel.assignments(JUDGES[0]).await;
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    for assignment in &assignments[..2] {
        open_gate(&mut browser, *assignment).await;
    }
    (panel, browser, assignments)
}

/// The score form with these cells of the first case's row, by their column.
fn filled(file: &str, cells: &[(&str, &str)]) -> String {
    let mut lines = file.trim_start_matches('\u{feff}').lines();
    let head = lines.next().unwrap_or_default();
    let columns: Vec<&str> = head.split(',').collect();
    let mut first: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    for (column, cell) in cells {
        let place = columns.iter().position(|name| name == column);
        first[place.expect("a column")] = cell;
    }
    let rest: Vec<&str> = lines.collect();
    format!("{head}\r\n{}\r\n{}\r\n", first.join(","), rest.join("\r\n"))
}

#[tokio::test]
async fn the_pack_holds_the_open_cases_and_nothing_of_the_shut_ones() {
    let (panel, mut browser, _) = begun().await;
    let season = panel.season;
    let desk = browser.open(Desk).await.ok();
    let path = OfflinePack { season };
    assert_eq!(
        desk.link("Read and score without a network"),
        path.to_string()
    );
    let page = browser.open(&path).await.ok();
    assert!(page.text().contains("2 cases are open to you."));
    let cases = browser.get(PackCases { season }).await.ok();
    let body = cases.body();
    assert!(body.contains("Case 1: Nominee 1") && body.contains("Case 2: Nominee 2"));
    assert!(body.contains(CONTENT) && body.contains("Clear change, before and after shown"));
    for shut in [
        "Nominee 3",
        "Council 3",
        "Nominator of 3",
        "http:",
        "https:",
    ] {
        assert!(!body.contains(shut), "{shut} is in the file");
    }
    let scores = browser.get(PackScores { season }).await.ok();
    assert_eq!(scores.body().lines().count(), 1 + 2);
    assert!(!scores.body().contains("Nominee 3"));

    // Whoever judges nothing of it finds no pack.
    let mut other = panel.site.signed_in(JUDGES[1]).await;
    for path in [
        path.to_string(),
        PackCases { season }.to_string(),
        PackScores { season }.to_string(),
    ] {
        other.get(path).await.expect(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_filled_form_becomes_drafts() {
    let (panel, mut browser, assignments) = begun().await;
    let season = panel.season;
    let file = browser.get(PackScores { season }).await.ok();
    let cells = [
        ("progress", "4"),
        ("own_contribution", "2"),
        ("comment", "'=Well shown."),
    ];
    let back = filled(file.body(), &cells);
    let path = OfflinePack { season };
    let answer = browser.upload(&path, "file", back.as_bytes()).await;
    let page = browser.follow(answer).await.ok();
    assert!(page.text().contains("One scorecard is kept as a draft."));
    let assignment = assignments[0];
    let card = browser.open(Scorecard { assignment }).await.ok();
    let fields = score_fields(&card);
    assert_eq!(card.value(&fields[0]), "4");
    assert_eq!(card.value(&fields[1]), "2");
    assert_eq!(card.value(&fields[2]), "");
    assert_eq!(card.value("comment"), "=Well shown.");
    // The same once more says nothing new.
    let answer = browser.upload(&path, "file", back.as_bytes()).await;
    let page = browser.follow(answer).await.ok();
    assert!(page.text().contains("Nothing in the form was new."));
}

#[tokio::test]
async fn every_fault_of_a_form_is_told_by_line_and_nothing_is_written() {
    let (panel, mut browser, assignments) = begun().await;
    let season = panel.season;
    let file = browser.get(PackScores { season }).await.ok();
    let path = OfflinePack { season };
    let mut back = filled(
        file.body(),
        &[("progress", "6"), ("own_contribution", "2.5")],
    );
    back.push_str("00000000-0000-7000-8000-000000000000,9,Nobody,0,1,1,1,1,,,\r\n");
    let page = browser
        .upload(&path, "file", back.as_bytes())
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Line 2: Progress must be from 0 to 5",
            "Line 2: Choose Own contribution from the list",
            "Line 4: The reference is of no case that is open to you",
        ]
    );
    for (bytes, problem) in [
        (b"".as_slice(), "Choose the filled score form"),
        (
            b"case,score\r\n1,2\r\n",
            "The first line must name the columns of the score form; it lacks reference, version, progress, \
             own_contribution, difference_made, lasting_and_reach, comment, strongest and would_have_helped",
        ),
        (
            b"reference,\"version",
            "A quotation mark in the file is never closed",
        ),
        (
            b"\xff\xfe1",
            "The file is not a CSV file in UTF-8: save it as “CSV UTF-8”",
        ),
    ] {
        let page = browser
            .upload(&path, "file", bytes)
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), [problem]);
    }
    let assignment = assignments[0];
    let card = browser.open(Scorecard { assignment }).await.ok();
    assert_eq!(card.value("version"), "0");
}

#[tokio::test]
async fn a_clash_is_shown_with_both_values_and_the_judge_chooses() {
    let (panel, mut browser, assignments) = begun().await;
    let season = panel.season;
    let file = browser.get(PackScores { season }).await.ok();
    let back = filled(file.body(), &[("progress", "4")]);
    let assignment = assignments[0];
    let path = Scorecard { assignment };
    let card = browser.open(&path).await.ok();
    let fields = score_fields(&card);
    let typed = [(fields[0].as_str(), "1")];
    browser
        .send(card.form(&path).press("do", "save"), &typed)
        .await
        .ok();

    let choices = PackChoices { season };
    for (chosen, expected) in [("kept", "1"), ("form", "4")] {
        let clash = browser
            .upload(OfflinePack { season }, "file", back.as_bytes())
            .await
            .expect(StatusCode::CONFLICT);
        let shown = clash.first(".summary-list");
        assert!(shown.contains('1') && shown.contains('4'), "{shown}");
        let card = browser.open(&path).await.ok();
        assert_eq!(card.value(&fields[0]), "1", "nothing is written yet");
        let field = format!("choice[{assignment}]");
        let form = clash.form(&choices);
        browser.send(form, &[(field.as_str(), chosen)]).await.ok();
        let card = browser.open(&path).await.ok();
        assert_eq!(card.value(&fields[0]), expected);
    }
    // A submitted scorecard is not written over.
    let card = browser.open(&path).await.ok();
    let submit = card.form(&path).press("do", "submit");
    browser.send(submit, &all(&fields, "5")).await.ok();
    let page = browser
        .upload(OfflinePack { season }, "file", back.as_bytes())
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        ["Line 2: The scorecard of case 1 is submitted or shut: change it on its page"]
    );
}
