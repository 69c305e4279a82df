//! What a season keeps as lists, as files: its cases, its judges and what they answered about their interests.

use plaudit_web::paths::{
    exports::{Cases, Conflicts, Judges},
    judging::Gate,
};

use super::files::{download, read};
use crate::admin::shortlist::judged;
use crate::judging::panel::Panel;
use crate::support::people::{ADMINISTRATOR, JUDGES};

#[tokio::test]
async fn cases_csv_has_every_case_with_what_the_list_says_of_it() {
    let judged = judged().await;
    let season = judged.panel.season;
    let (columns, rows) = read(&download(&judged, Cases { season }).await);
    let told: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| {
            let cells = row.iter().zip(&columns);
            cells
                .filter(|(_, column)| !["category", "exported_at"].contains(&column.as_str()))
                .map(|(cell, _)| cell.as_str())
                .collect()
        })
        .collect();
    let row = |number, nominee, council| {
        [
            number,
            nominee,
            council,
            "in-judging",
            "accepted",
            "received",
            "1",
            "3",
            "3",
            "0",
        ]
    };
    assert_eq!(
        told,
        [
            row("1", "Nominee 1", "Council 1"),
            row("2", "Nominee 2", "Council 2"),
            row("3", "Nominee 3", "Council 3"),
        ]
    );
}

#[tokio::test]
async fn judges_csv_says_how_far_each_is() {
    let judged = judged().await;
    let season = judged.panel.season;
    let (columns, rows) = read(&download(&judged, Judges { season }).await);
    assert_eq!(columns[7..10], ["scorecards_asked", "submitted", "begun"]);
    let told: Vec<[&str; 4]> = rows
        .iter()
        .map(|row| [0, 3, 7, 8].map(|index| row[index].as_str()))
        .collect();
    assert_eq!(
        told,
        [0, 1, 2].map(|index| [JUDGES[index].name, "active", "3", "3"])
    );
}

#[tokio::test]
async fn conflicts_csv_has_what_was_answered_in_the_judges_words() {
    let panel = Panel::judging(1).await;
    panel.scorecard(JUDGES[0]).await;
    let (mut judge, assignment) = panel.first_case(JUDGES[1]).await;
    let gate = Gate { assignment };
    let page = judge.open(&gate).await.ok();
    let unsure = [("interest", "unsure"), ("words", "=We once met.")];
    judge.send(page.form(&gate), &unsure).await.ok();
    let season = panel.season;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let (columns, rows) = read(&browser.open(Conflicts { season }).await.ok());
    assert_eq!(columns[3..5], ["judge", "status"]);
    let told: Vec<[&str; 3]> = rows
        .iter()
        .map(|row| [3, 4, 7].map(|index| row[index].as_str()))
        .collect();
    assert_eq!(
        told,
        [
            [JUDGES[0].name, "none", ""],
            [JUDGES[1].name, "unsure", "'=We once met."]
        ]
    );
}
