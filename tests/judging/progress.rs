//! `/judging/progress/{season}` and its reminders, for chair and deputy.

use axum::http::StatusCode;
use plaudit_domain::progress::Tally;
use plaudit_store::reports::{Viewer, progress};
use plaudit_web::paths::judging::{Desk, JudgeReminders, Progress};

use super::rulings::recuse_chair;
use crate::support::{Site, Stage, stage::world};

async fn seen(site: &Site) -> progress::Progress {
    let viewer = Viewer::Chair(site.account(world().chair.clone()).await);
    progress::progress(site.store(), &viewer, world().season)
        .await
        .expect("the progress")
}

/// Scorecards that were given or are asked for, whoever waits for what.
fn all(tally: Tally) -> usize {
    tally.cases() + tally.out + tally.without
}

#[tokio::test]
async fn chair_and_deputy_see_how_far_everybody_is_and_nobody_else_does() {
    let site = Site::at(Stage::Demo).await;
    let season = world().season;
    let path = Progress { season };
    for who in [&world().chair, &world().deputy] {
        let mut browser = site.signed_in(who.clone()).await;
        let desk = browser.open(Desk).await.ok();
        assert_eq!(desk.link("How far the panel is"), path.to_string());
        let page = browser.open(&path).await.ok();
        assert!(page.text().contains("Gordon MacQuarrie"));
        assert!(
            page.attributes("main a", "href")
                .iter()
                .all(|link| !link.starts_with("/admin"))
        );
    }
    for who in [&world().judge, &world().secretary, &world().observer] {
        let mut browser = site.signed_in(who.clone()).await;
        browser.get(&path).await.expect(StatusCode::NOT_FOUND);
        browser
            .get(JudgeReminders { season })
            .await
            .expect(StatusCode::NOT_FOUND);
        let desk = browser.open("/judging/panels").await.ok();
        assert!(!desk.text().contains("How far the panel is"));
    }
}

#[tokio::test]
async fn nothing_of_a_case_that_the_chair_is_out_of_is_counted() {
    let site = Site::at(Stage::Demo).await;
    let season = world().season;
    let nominee = "Keith Larbalestier";
    let before = seen(&site).await;
    let case = before
        .cases
        .iter()
        .find(|case| case.nominee.as_deref() == Some(nominee))
        .expect("the case")
        .clone();
    recuse_chair(&site, nominee).await;
    let after = seen(&site).await;
    assert_eq!(after.cases.len(), before.cases.len() - 1);
    assert!(after.cases.iter().all(|row| row.id != case.id));
    assert_eq!(all(after.whole()), all(before.whole()) - all(case.tally));
    let by_judge = |found: &progress::Progress| -> usize {
        found.judges.iter().map(|row| all(row.tally)).sum()
    };
    assert_eq!(by_judge(&after), all(after.whole()));
    let mut chair = site.signed_in(world().chair.clone()).await;
    for path in [
        Progress { season }.to_string(),
        JudgeReminders { season }.to_string(),
    ] {
        let page = chair.open(&path).await.ok();
        assert!(!page.text().contains(nominee), "{path}");
    }
}

#[tokio::test]
async fn the_chair_reminds_whoever_has_cases_left_and_nobody_who_is_done() {
    let site = Site::at(Stage::Demo).await;
    let season = world().season;
    let path = JudgeReminders { season };
    let mut chair = site.signed_in(world().chair.clone()).await;
    let page = chair.open(Progress { season }).await.ok();
    let found = seen(&site).await;
    let left = found.to_remind().count();
    let label = format!("Remind all {left} who have cases left");
    let preview = chair.open(page.link(&label)).await.ok();
    let before = site.letters().await.len();
    let sent = chair.send(preview.form(&path), &[]).await.ok();
    assert_eq!(sent.path, Progress { season }.to_string());
    let letters = site.letters().await;
    assert_eq!(letters.len() - before, left);
    let last = letters.last().expect("a letter");
    assert!(!last.text.contains("recus") && !last.text.contains("interest"));
    // Whoever has nothing left is not written to, whatever is posted.
    let done = found
        .judges
        .iter()
        .find(|row| row.tally.left() == 0)
        .expect("the chair is done");
    chair
        .post(&path, &[("judge", done.membership.to_string())])
        .await;
    assert_eq!(site.letters().await.len(), letters.len());
    let mut judge = site.signed_in(world().judge.clone()).await;
    judge
        .post(&path, &[("judge", found.judges[0].membership.to_string())])
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(site.letters().await.len(), letters.len());
}
