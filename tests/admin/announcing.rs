//! `/admin/seasons/{season}/announcement`: what becomes public is read first, and a departure from the published time has its
//! reason.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_domain::fact::FactKind;
use plaudit_domain::season::Status;
use plaudit_store::reports::{
    Viewer,
    history::{self, HistoryFilter},
};
use plaudit_store::{ledger, seasons};
use plaudit_web::paths::{
    admin::{Season, SeasonAnnouncement, SeasonDecision},
    public::Programme,
};

use super::deliberation::{meeting_of_a_conflicted_administrator, resolve};
use super::shortlist::Judged;
use crate::judging::deliberation::meeting;
use crate::support::{
    Client, Page,
    people::{ADMINISTRATOR, Somebody},
};

/// A category of which one won and one is commended, and the administrator before its announcement, so long before its time.
async fn decided(before: SignedDuration) -> (Judged, Client, SeasonAnnouncement) {
    let judged = meeting().await;
    judged.signed().await;
    let site = &judged.panel.site;
    let season = site.season().await;
    let at = season.timetable.announcement_at.expect("it is published");
    site.wait(at.duration_since(site.app.clock.now()) - before);
    let browser = site.signed_in(ADMINISTRATOR).await;
    let path = SeasonAnnouncement { season: season.id };
    (judged, browser, path)
}

async fn public_page(judged: &Judged) -> Page {
    let path = Programme {
        programme: "it-progress".to_owned(),
    };
    judged.panel.site.visitor().open(path).await.ok()
}

#[tokio::test]
async fn the_names_are_read_as_the_public_will_before_they_are_public() {
    let (judged, mut browser, path) = decided(SignedDuration::ZERO).await;
    let page = browser.open(&path).await.ok();
    let shown = [".honoured .honoured-name", ".commended .honoured-name"];
    let before = shown.map(|names| page.all(names));
    assert_eq!(before, [vec!["Nominee 1"], vec!["Nominee 2"]]);
    assert!(
        page.text()
            .contains("This is less than a minute after the published time")
    );
    // In time, nobody is asked why.
    assert_eq!(page.form(&path).value("reason"), None);
    browser.send(page.form(&path), &[]).await.ok();
    let page = public_page(&judged).await;
    assert_eq!(shown.map(|names| page.all(names)), before);
}

#[tokio::test]
async fn an_early_announcement_says_how_early_it_is_and_why() {
    let (judged, mut browser, path) = decided(SignedDuration::from_mins(75)).await;
    let store = judged.panel.site.store();
    let page = browser.open(&path).await.ok();
    assert!(
        page.text()
            .contains("This is an hour before the published time"),
        "{}",
        page.excerpt()
    );
    let before = ledger::verify(store).await.expect("the ledger");
    let page = browser.submit(page.form(&path), &[]).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    assert_eq!(page.all(".honoured .honoured-name"), ["Nominee 1"]);
    let after = ledger::verify(store).await.expect("the ledger");
    assert_eq!(
        after.sealed + after.unsealed,
        before.sealed + before.unsealed
    );
    assert_eq!(judged.panel.site.season().await.status, Status::Decided);

    let reason = [("reason", "The hall closes at six.")];
    browser.send(page.form(&path), &reason).await.ok();
    let viewer = Viewer::Administrator(judged.panel.site.account(ADMINISTRATOR).await);
    let filter = HistoryFilter {
        kind: Some(FactKind::SeasonMoved),
        ..HistoryFilter::default()
    };
    let found = history::history(store, &viewer, &filter).await;
    let fact = &found.expect("the history").rows[0];
    let told = |name: &str| format!("{:?}", fact.details.get(name));
    assert!(told("reason").contains("The hall closes at six."));
    assert!(
        told("published").contains("2027-10-13"),
        "{}",
        told("published")
    );

    // From then on it is past, on every page that says when it was to be.
    let season = judged.panel.site.season().await;
    let at = seasons::announced_at(store, &season).await;
    assert_eq!(
        at.expect("the ledger is read"),
        Some(judged.panel.site.app.clock.now())
    );
    let page = public_page(&judged).await.text();
    assert!(page.contains("The result was announced"), "{page}");
    assert!(!page.contains("The result is announced"), "{page}");
    let page = browser.open(Season { season: season.id }).await.ok();
    assert!(page.text().contains("The result was announced"));
}

const SECOND: Somebody = Somebody {
    name: "Efe Okoro",
    address: "efe.okoro@society.example",
};

#[tokio::test]
async fn whoever_is_kept_from_a_case_does_not_read_its_result_before_it_is_public() {
    let (judged, mut kept) = meeting_of_a_conflicted_administrator().await;
    let season = judged.panel.season;
    judged.panel.administrator(SECOND).await;
    let mut second = judged.panel.site.signed_in(SECOND).await;
    for (index, event) in [(0, "award"), (1, "not-award")] {
        resolve(&judged, &mut second, index, event, "By consensus.").await;
    }
    let decision = SeasonDecision { season };
    let page = second.open(&decision).await.ok();
    second.send(page.form(&decision), &[]).await.ok();
    let path = SeasonAnnouncement { season };
    let page = second.open(&path).await.ok();
    assert_eq!(page.all(".honoured .honoured-name"), ["Nominee 1"]);
    let page = kept.open(&path).await.ok();
    assert!(!page.has(".honours"));
    assert!(!page.body().contains("Nominee 1"));
    assert!(
        page.text()
            .contains("its result is not shown to you before it is public"),
        "{}",
        page.excerpt()
    );
}
