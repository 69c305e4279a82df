//! `/judging/confidentiality`, `/admin/confidentiality/{season}` and `/exports/confidentiality/{season}/confidentiality.csv`.

use axum::http::StatusCode;
use plaudit_store::{
    confidentiality, interests,
    reports::{Viewer, confidentiality as report, desk},
};
use plaudit_web::paths::{
    accounts::Interests,
    admin,
    exports::Confidentiality as Register,
    judging::{
        Abstention, Confidentiality, ConfidentialityAcceptance, Desk, Enquiry, Gate, OfflinePack,
        PackCases, PackScores, Panels, Scorecard,
    },
};

use super::panel::{CONTENT, Panel, all, open_gate, score_fields, status};
use crate::support::{
    Client,
    people::{ADMINISTRATOR, JUDGES},
};

const TERMS: &str = "## What stays with the panel\n\nEverything that you read.";

/// The administrator brings this text into force on the page.
async fn written(panel: &Panel, text: &str) {
    let path = admin::Confidentiality {
        season: panel.season,
    };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let form = browser.open(&path).await.ok().form(&path);
    browser.send(form, &[("body", text)]).await.ok();
}

/// Accepts on the page, and comes out at the desk.
async fn accept(panel: &Panel, browser: &mut Client) {
    let path = ConfidentialityAcceptance {
        season: panel.season,
    };
    let form = browser.open(Confidentiality).await.ok().form(&path);
    let page = browser.send(form, &[]).await.ok();
    assert_eq!(page.path, Desk.to_string());
}

async fn register(panel: &Panel) -> report::Register {
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    report::register(panel.site.store(), &viewer, panel.season)
        .await
        .expect("the register")
}

#[tokio::test]
async fn a_season_without_terms_asks_for_nothing() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    assert!(page.text().contains(CONTENT));
    assert_eq!(page.path, Scorecard { assignment }.to_string());
    let panels = browser.open(Panels).await.ok();
    assert!(!panels.text().contains("Confidentiality"));
    let page = browser.open(Confidentiality).await.ok();
    assert!(page.text().contains("Nothing to accept"));
    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let season = panel.season;
    let more = administrator.open(admin::More { season }).await.ok();
    let path = admin::Confidentiality { season };
    assert_eq!(
        more.link("Have the panel accept confidentiality terms"),
        path.to_string()
    );
    let page = administrator.open(&path).await.ok();
    assert!(
        page.value("body")
            .starts_with("## What stays with the panel")
    );
    assert_eq!(register(&panel).await.versions, Vec::new());
}

#[tokio::test]
async fn before_the_terms_are_accepted_nothing_of_a_case_is_reachable() {
    let panel = Panel::judging(2).await;
    let season = panel.season;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let card = page.form(Scorecard { assignment });
    let fields = score_fields(&page);
    written(&panel, TERMS).await;

    let desk = browser.open(Desk).await.ok();
    assert_eq!(
        desk.link("Read the confidentiality terms"),
        Confidentiality.to_string()
    );
    let viewer = Viewer::Judge(panel.site.account(JUDGES[0]).await);
    let known = desk::seasons(panel.site.store(), &viewer)
        .await
        .expect("the desk");
    assert_eq!(known[0].rows, Vec::new());
    for path in [
        Scorecard { assignment }.to_string(),
        Gate { assignment }.to_string(),
        Enquiry { assignment }.to_string(),
        Abstention { assignment }.to_string(),
        OfflinePack { season }.to_string(),
        PackCases { season }.to_string(),
        PackScores { season }.to_string(),
        Interests { season }.to_string(),
    ] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(page.location(), Some("/judging/confidentiality"), "{path}");
        assert!(!desk.text().contains("Nominee 1") && !page.body().contains("Nominee 1"));
    }
    // What was typed in a window that was open is kept; submitting waits.
    let kept = browser
        .submit(card.clone().press("do", "save"), &all(&fields, "4"))
        .await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    let refused = browser
        .submit(
            card.press("do", "submit").forged("version", "1"),
            &all(&fields, "4"),
        )
        .await
        .expect(StatusCode::CONFLICT);
    assert!(refused.text().contains("accept the confidentiality terms"));
    let account = panel.site.account(JUDGES[0]).await;
    let moment = panel.site.moment();
    let declared =
        interests::declare_on_sheet(panel.site.store(), &moment, account, season, Vec::new());
    assert!(declared.await.is_err());

    accept(&panel, &mut browser).await;
    let page = browser.open(Scorecard { assignment }).await.ok();
    assert!(page.text().contains(CONTENT));
    assert_eq!(page.value(&fields[0]), "4");
    assert_eq!(
        status(&panel, JUDGES[0], assignment).await.as_str(),
        "scoring"
    );
}

#[tokio::test]
async fn each_version_is_asked_for_anew_and_the_one_before_stays_as_it_was() {
    let panel = Panel::judging(1).await;
    let season = panel.season;
    written(&panel, TERMS).await;
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let acceptance = ConfidentialityAcceptance { season };
    let page = browser.open(Confidentiality).await.ok();
    assert!(page.text().contains("Everything that you read."));
    let old = page.form(&acceptance);
    accept(&panel, &mut browser).await;
    let account = panel.site.account(JUDGES[0]).await;
    // Twice is once.
    let moment = panel.site.moment();
    confidentiality::accept(panel.site.store(), &moment, account, season, 1)
        .await
        .expect("nothing happens");
    let first = register(&panel).await;
    assert_eq!(first.awaited(), 2);

    written(&panel, "Nothing leaves the room.").await;
    let later = register(&panel).await;
    assert_eq!(later.versions.len(), 2);
    assert_eq!(later.versions[1], first.versions[0]);
    assert_eq!(later.awaited(), 3);
    let stale = browser.send(old, &[]).await.ok();
    assert!(stale.text().contains("A new version has come into force"));
    assert_eq!(register(&panel).await.awaited(), 3);
    accept(&panel, &mut browser).await;
    let again = register(&panel).await;
    let row = again
        .rows
        .iter()
        .find(|row| row.name == JUDGES[0].name)
        .expect("the judge");
    let numbers: Vec<i64> = row.accepted.iter().map(|(number, _)| *number).collect();
    assert_eq!(again.awaited(), 2);
    assert_eq!(numbers.len(), 2);

    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let history = administrator
        .open(format!("{}?kind=confidentiality-accepted", admin::History))
        .await
        .ok();
    assert_eq!(history.table().len(), 3, "two acceptances under the head");
    assert!(history.text().contains(&first.versions[0].digest));
    let page = administrator
        .open(admin::Confidentiality { season })
        .await
        .ok();
    assert!(
        page.text()
            .contains("2 people on the panel have yet to accept")
    );
    assert!(page.text().contains("Everything that you read."));
    let file = administrator.open(Register { season }).await.ok();
    let lines: Vec<&str> = file.body().lines().collect();
    assert_eq!(lines.len(), 1 + 4, "{lines:#?}");
    assert!(
        lines[0].ends_with(
            "name,email,role,membership,version,in_force,accepted_at,digest,exported_at"
        )
    );
    let hers = lines
        .iter()
        .filter(|line| line.starts_with(JUDGES[0].name))
        .count();
    assert_eq!(hers, 2);
    let mut judge = panel.site.signed_in(JUDGES[1]).await;
    judge
        .get(Register { season })
        .await
        .expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn two_who_write_at_once_are_told_apart_and_asking_can_end() {
    let panel = Panel::judging(1).await;
    let season = panel.season;
    let path = admin::Confidentiality { season };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&path).await.ok();
    let empty = browser
        .send(page.form(&path), &[("body", " ")])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.problems().len(), 1);
    written(&panel, TERMS).await;
    let stale = browser
        .send(page.form(&path), &[("body", "Another text")])
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(stale.value("body"), "Another text");
    assert_eq!(register(&panel).await.versions.len(), 1);

    // Of somebody else's season nothing is accepted.
    let outsider = panel.site.account(ADMINISTRATOR).await;
    let moment = panel.site.moment();
    let refused = confidentiality::accept(panel.site.store(), &moment, outsider, season, 1).await;
    assert!(refused.is_err());

    let removal = admin::ConfidentialityRemoval { season };
    let page = browser.open(&path).await.ok();
    browser.send(page.form(&removal), &[]).await.ok();
    let ended = register(&panel).await;
    assert_eq!(ended.in_force(), None);
    assert_eq!(ended.versions.len(), 2);
    let (mut judge, assignment) = panel.first_case(JUDGES[0]).await;
    open_gate(&mut judge, assignment).await;
}
