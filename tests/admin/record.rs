//! `/admin`, `/admin/outbox` and `/admin/history`: what to do next, and what was done.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_store::{nominations, outbox};
use plaudit_web::paths::admin::{Dashboard, History, Outbox, Resending};
use plaudit_web::paths::judging::{Scorecard, SubmissionRemoval};

use crate::judging::panel::{Panel, all, score_fields};
use crate::support::{
    Page, Site, Stage,
    people::{ADMINISTRATOR, JUDGES},
    stage::world,
};

#[tokio::test]
async fn the_dashboard_says_what_is_next_at_each_point_of_the_season() {
    let bare = Site::at(Stage::SetUp).await;
    let page = bare
        .signed_in(ADMINISTRATOR)
        .await
        .open(Dashboard)
        .await
        .ok();
    assert_eq!(page.first(".empty-title"), "There is no season yet");

    let (panel, _) = Panel::nominated(&[(1, "nominator@council.example")]).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Dashboard).await.ok();
    let next = page.all(".step.next .step-title");
    assert_eq!(next, ["Decide on each nomination"]);
    let said = "One address was never confirmed. The nomination counts all the same.";
    assert!(page.text().contains(said));

    let panel = Panel::judging(1).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Dashboard).await.ok();
    assert_eq!(
        page.all(".step.next .step-title"),
        [
            "See that every judge has begun",
            "See that every case has enough scorecards"
        ]
    );
    assert!(page.text().contains("3 judges have not begun."));
    assert!(page.text().contains("(Europe/London time, BST)"));
    for judge in JUDGES {
        panel.score(judge, &["4"]).await;
    }
    let page = browser.open(Dashboard).await.ok();
    assert_eq!(page.all(".step.next .step-title"), ["Make the shortlist"]);
}

#[tokio::test]
async fn a_letter_is_sent_again_by_a_post_and_that_is_a_fact() {
    let (panel, _) = Panel::nominated(&[(1, "nominator@council.example")]).await;
    let sent = |letters: Vec<crate::support::Letter>| {
        letters
            .iter()
            .filter(|letter| letter.to == "nominator@council.example")
            .count()
    };
    let before = sent(panel.site.letters().await);
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Outbox).await.ok();
    let action = page
        .attributes("tr:has(td) form", "action")
        .into_iter()
        .next()
        .expect("a letter");
    let letter = action
        .split('/')
        .nth(3)
        .and_then(|id| id.parse().ok())
        .expect("its id");
    let page = browser
        .send(page.form(Resending { letter }), &[])
        .await
        .ok();
    assert_eq!(page.first(".notice"), "The letter is on its way again.");
    assert_eq!(sent(panel.site.letters().await), before + 1);
    let page = browser
        .open(format!("{History}?kind=letter-resent"))
        .await
        .ok();
    assert_eq!(page.table().len(), 2);
}

#[tokio::test]
async fn the_outbox_is_searched_by_person_and_filtered_by_letter_and_comes_back_as_it_was() {
    let nominators = [(1, "ann@council.example"), (2, "bob@council.example")];
    let (panel, _) = Panel::nominated(&nominators).await;
    let store = panel.site.store();
    let now = panel.site.app.clock.now();
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser
        .open(format!("{Outbox}?search=NOMINATOR+of+2"))
        .await
        .ok();
    let found = page.table().len() - 1;
    assert!(found > 0);
    for row in &page.table()[1..] {
        assert!(row[1].contains("bob@council.example"), "{row:?}");
    }
    let kind = nominations::letters::RECEIPT;
    let page = browser
        .open(format!("{Outbox}?search=bob%40council&kind={kind}"))
        .await
        .ok();
    assert_eq!(page.table().len(), 2);
    let offered = page.all("select[name=kind] option");
    assert_eq!(offered.len(), found + 1, "one of each kind: {offered:?}");
    assert!(offered.iter().skip(1).all(|kind| kind.ends_with("(1)")));

    let failed = panel.site.app.clock.now() + SignedDuration::from_hours(2);
    let claimed = outbox::claim(store, now, uuid::Uuid::nil(), 100)
        .await
        .expect("letters");
    for letter in &claimed {
        outbox::mark_failed(store, letter.id, "mailbox unavailable", (failed, None))
            .await
            .expect("it is marked");
    }
    let path = format!("{Outbox}?search=bob&status=failed");
    let page = browser.open(&path).await.ok();
    let row = &page.table()[1];
    assert!(row[4].starts_with("Failed "), "{row:?}");
    let letter = page.attributes("tr:has(td) form", "action")[0]
        .split('/')
        .nth(3)
        .and_then(|id| id.parse().ok())
        .expect("its id");
    let page = browser
        .send(page.form(Resending { letter }), &[])
        .await
        .ok();
    assert_eq!(page.path, path);
}

#[tokio::test]
async fn the_outbox_shows_what_failed_and_never_what_is_merged() {
    let (panel, sent) = Panel::nominated(&[(1, "nominator@council.example")]).await;
    let store = panel.site.store();
    let now = panel.site.app.clock.now();
    let claimed = outbox::claim(store, now, uuid::Uuid::nil(), 100)
        .await
        .expect("letters");
    for letter in &claimed {
        outbox::mark_failed(store, letter.id, "mailbox unavailable", (now, None))
            .await
            .expect("it is marked");
    }
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(format!("{Outbox}?status=failed")).await.ok();
    assert_eq!(page.table().len(), claimed.len() + 1);
    assert!(page.text().contains("mailbox unavailable"));
    assert!(!page.body().contains(&sent[0].to_string()));
    let page = browser.open(Dashboard).await.ok();
    assert!(page.first(".notice.bad").contains("could not be sent"));
}

#[tokio::test]
async fn the_history_is_read_in_sentences_filtered_and_page_by_page() {
    let panel = Panel::judging(6).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser
        .open(format!("{History}?kind=case-formed"))
        .await
        .ok();
    let said: Vec<String> = page.table()[1..].iter().map(|row| row[2].clone()).collect();
    assert_eq!(said.len(), 6);
    assert!(said[0].contains("formed Case 6: Nominee 6."), "{}", said[0]);
    let mut seen = 0;
    let mut page = browser
        .open(format!("{History}?season={}", panel.season))
        .await
        .ok();
    loop {
        seen += page.table().len() - 1;
        let links = page.attributes("main .buttons a.secondary", "href");
        match links.iter().find(|link| link.contains("before=")) {
            Some(earlier) => page = browser.open(earlier).await.ok(),
            None => break,
        }
    }
    assert!(seen > 50, "more than a page: {seen}");
}

#[tokio::test]
async fn the_history_says_scores_by_their_criteria_and_both_values_of_a_change() {
    let panel = Panel::judging(1).await;
    let (mut judge, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Scorecard { assignment };
    let fields = score_fields(&page);
    let submit = |page: &Page| page.form(&path).press("do", "submit");
    judge.send(submit(&page), &all(&fields, "3")).await.ok();
    let page = judge.open(&path).await.ok();
    let removal = SubmissionRemoval { assignment };
    let page = judge.send(page.form(&removal), &[]).await.ok();
    let leading = [(fields[0].as_str(), "4")];
    judge.send(submit(&page), &leading).await.ok();

    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let all_facts = browser
        .open(format!("{History}?season={}", panel.season))
        .await
        .ok();
    let said = all_facts.text();
    let submitted =
        "scores: Progress 3, Own contribution 3, Difference made 3, Lasting and reach 3";
    for words in [submitted, "changes: Progress from 3 to 4"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains('['), "{said}");
}

#[tokio::test]
async fn the_history_costs_the_same_number_of_statements_for_1_case_and_for_30() {
    let mut costs = Vec::new();
    for count in [1, 30] {
        let panel = Panel::screening(count).await;
        let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
        for path in [
            Dashboard.to_string(),
            History.to_string(),
            Outbox.to_string(),
        ] {
            let (page, cost) = panel.site.statements_of(browser.open(path)).await;
            page.ok();
            costs.push(cost);
        }
    }
    assert_eq!(costs[..3], costs[3..]);
}

#[tokio::test]
async fn a_judge_finds_none_of_it() {
    let panel = Panel::judging(1).await;
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    for path in [
        Dashboard.to_string(),
        History.to_string(),
        Outbox.to_string(),
    ] {
        assert_eq!(browser.open(path).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn while_a_season_sifts_its_votes_are_due_and_the_scorecards_after_them() {
    let site = Site::at(Stage::Demo).await;
    let mut browser = site.signed_in(world().administrator.clone()).await;
    let text = browser.open(Dashboard).await.ok().text();
    for said in [
        "Scorecards are due by noon on Thursday 27 May 2027",
        "Votes of the sift, and the scorecards after it, are due by noon on Thursday 10 June 2027",
        "See that every case has enough votes",
        "7 votes received",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let mut judge = site.signed_in(world().sifting_judge.clone()).await;
    let text = judge.open("/judging/panels").await.ok().text();
    assert!(
        text.contains("Votes and scorecards are due noon on Thursday 10 June"),
        "{text}"
    );
}
