//! `/exports/meeting/…` and `/exports/ranking/…`: what the panel has before it.

use axum::http::StatusCode;
use plaudit_web::paths::{
    admin,
    exports::{Meeting, MeetingSheet, Ranking, RankingSheet},
    judging::Deliberation,
};

use super::files::{download, read, read_sheet};
use crate::admin::shortlist::judged;
use crate::judging::deliberation::{CHAIR, FOURTH, OUT, meeting};
use crate::support::people::ADMINISTRATOR;

#[tokio::test]
async fn the_meeting_sheet_is_the_agenda_with_who_must_be_out_and_room_to_write() {
    let judged = meeting().await;
    let category = judged.category;
    judged.drawn_up().await;
    let site = &judged.panel.site;
    let mut chair = site.signed_in(CHAIR).await;
    let page = chair.open(Deliberation { category }).await.ok();
    let link = page.link("Download the meeting sheet (CSV)");
    assert_eq!(link, Meeting { category }.to_string());
    let (columns, rows) = read(&chair.open(&link).await.ok());
    assert_eq!(columns[..3], ["agenda", "case", "nominee"]);
    assert_eq!(columns[10..], ["decision", "reason", "exported_at"]);
    let mut told: Vec<[&str; 5]> = rows
        .iter()
        .map(|row| [1, 2, 5, 10, 11].map(|index| row[index].as_str()))
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ["1", "Nominee 1", "", "", ""],
            ["2", "Nominee 2", OUT.name, "", ""]
        ]
    );
    let places: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(places, ["1", "2"]);
    let sheet = read_sheet(
        &download(&judged, MeetingSheet { category }).await,
        "meeting",
    );
    assert_eq!(sheet.len(), rows.len() + 1);
    assert_eq!(sheet[0], columns);
    assert_eq!(sheet[1][1..6], rows[0][1..6]);

    // Whoever does not keep the meeting has no sheet of it.
    for who in [OUT, FOURTH] {
        let mut browser = site.signed_in(who).await;
        let none = browser.open(Meeting { category }).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        let page = browser.open(Deliberation { category }).await.ok();
        assert!(!page.body().contains("/exports/meeting/"));
    }
}

#[tokio::test]
async fn before_the_panel_meets_there_is_no_meeting_sheet() {
    let judged = judged().await;
    let category = judged.category;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let refused = browser.open(Meeting { category }).await;
    refused.expect(StatusCode::CONFLICT);
    let facts = format!("{}?kind=exported", admin::History);
    let page = browser.open(&facts).await.ok();
    assert_eq!(page.first(".empty-title"), "No such facts");
}

#[tokio::test]
async fn the_ranking_is_a_file_of_its_own_with_how_sure_it_is() {
    let judged = judged().await;
    let category = judged.category;
    let page = download(&judged, admin::Ranking { category }).await;
    let link = page.link("Download ranking.csv");
    assert_eq!(link, Ranking { category }.to_string());
    let (columns, rows) = read(&download(&judged, &link).await);
    let at = |name: &str| {
        let place = columns.iter().position(|column| column == name);
        place.expect("there is such a column")
    };
    let names = [
        "rank",
        "tied",
        "case",
        "nominee",
        "weighted_total",
        "mean",
        "below_merit_floor",
        "scorecards_received",
        "recusals",
        "method_asked",
    ];
    let told: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| names.map(|name| row[at(name)].as_str()).to_vec())
        .collect();
    let row = |rank, nominee, total, floor| {
        vec![
            rank, "no", rank, nominee, total, total, floor, "3", "0", "mean",
        ]
    };
    assert_eq!(
        told,
        [
            row("1", "Nominee 1", "100.00", "no"),
            row("2", "Nominee 2", "80.00", "no"),
            row("3", "Nominee 3", "40.00", "yes"),
        ]
    );
    let certainty = rows[0][at("certainty")].as_str();
    assert!(["current", "none"].contains(&certainty), "{certainty}");
    let chance = &rows[0][at("chance")];
    assert!(
        chance.is_empty()
            || chance
                .parse::<f64>()
                .is_ok_and(|chance| (0.0..=1.0).contains(&chance)),
        "{chance}"
    );
    let sheet = read_sheet(
        &download(&judged, RankingSheet { category }).await,
        "ranking",
    );
    assert_eq!((sheet.len(), &sheet[0]), (rows.len() + 1, &columns));
    let blind = download(&judged, format!("{link}?blind=yes")).await;
    assert!(!blind.body().contains("Nominee"));
}
