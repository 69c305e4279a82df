//! `/judging/practice/{season}` and `/admin/practice/{season}`.

use axum::http::StatusCode;
use plaudit_domain::ids::FactId;
use plaudit_store::{
    practice,
    reports::{
        Viewer,
        history::{self, HistoryFilter},
    },
};
use plaudit_web::paths::{
    admin,
    judging::{Desk, Practice, PracticeAnswers},
};

use super::panel::{Panel, all, score_fields};
use crate::support::people::{ADMINISTRATOR, JUDGES};

/// The ledger's last fact.
async fn last_fact(panel: &Panel) -> Option<FactId> {
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let all = history::history(panel.site.store(), &viewer, &HistoryFilter::default()).await;
    all.expect("the ledger").rows.first().map(|fact| fact.id)
}

#[tokio::test]
async fn the_practice_case_is_scored_like_a_real_one_and_answered_and_counts_nowhere() {
    let panel = Panel::judging(1).await;
    let season = panel.season;
    let before = last_fact(&panel).await;
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let desk = browser.open(Desk).await.ok();
    let path = Practice { season };
    assert_eq!(desk.link("Try the practice case first"), path.to_string());
    let page = browser.open(&path).await.ok();
    assert!(page.heading().starts_with("Practice case Marian Dodd"));
    let fields = score_fields(&page);
    assert_eq!(fields.len(), 4);

    // A score that is missing is asked for, and the rest stays.
    let answers = PracticeAnswers { season };
    let form = page.form(&answers);
    let asked = browser
        .send(form, &[(fields[0].as_str(), "5")])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(asked.problems().len(), 3);
    assert_eq!(asked.value(&fields[0]), "5");
    let shown = browser
        .send(asked.form(&answers), &all(&fields, "5"))
        .await
        .ok();
    let table = shown.table();
    assert_eq!(table.len(), 1 + 4);
    assert_eq!(table[1][..3], ["Progress", "5", "3"]);
    assert!(table[1][3].contains("the repairs log"), "{:?}", table[1]);

    assert_eq!(last_fact(&panel).await, before);
    let desk = browser.open(Desk).await.ok();
    assert!(desk.text().contains("0 of 1 cases scored"));
    assert!(!desk.text().contains("How your own scores are spread"));
}

#[tokio::test]
async fn an_administrator_writes_the_practice_case_and_two_are_told_apart() {
    let panel = Panel::judging(1).await;
    let season = panel.season;
    let path = admin::Practice { season };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&path).await.ok();
    assert_eq!(page.value("score[progress]"), "3");
    let wrong = browser
        .send(
            page.form(&path),
            &[("nominee", ""), ("reason[progress]", "")],
        )
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.problems().len(), 2);
    let saved = browser
        .send(page.form(&path), &[("score[progress]", "4")])
        .await
        .ok();
    assert_eq!(saved.value("score[progress]"), "4");
    let stale = browser
        .send(page.form(&path), &[("nominee", "Somebody else")])
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(stale.value("nominee"), "Somebody else");
    let kept = practice::find(panel.site.store(), season)
        .await
        .expect("it is read")
        .expect("there is one");
    assert_eq!(kept.version, 2);
    assert!(kept.words.nominee.starts_with("Marian Dodd"));

    let removal = admin::PracticeRemoval { season };
    let page = browser.open(&path).await.ok();
    browser.send(page.form(&removal), &[]).await.ok();
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    judge
        .get(Practice { season })
        .await
        .expect(StatusCode::NOT_FOUND);
    let desk = judge.open(Desk).await.ok();
    assert!(!desk.text().contains("practice case"));
}
