//! `/judging/scorecards/{assignment}`.

use axum::http::{Method, StatusCode};
use plaudit_domain::{assignment::Status, ids::AssignmentId, season::Event};
use plaudit_store::screening::Destination;
use plaudit_web::paths::judging::{Desk, Scorecard, SubmissionRemoval};

use super::panel::{CONTENT, Panel, all, open_gate, score_fields, status};
use crate::support::{Client, Page, people::JUDGES};

/// Posts as the form's own script does.
async fn by_script(browser: &mut Client, assignment: AssignmentId, pairs: &[(&str, &str)]) -> Page {
    let path = Scorecard { assignment }.to_string();
    let body: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", value.replace(' ', "+")))
        .collect();
    let request = browser
        .request(Method::POST, &path)
        .header("x-requested-with", "fetch");
    browser.ask_with(request, body.join("&").into_bytes()).await
}

#[tokio::test]
async fn every_nomination_of_a_case_is_read_together_beside_the_criteria() {
    let nominators = [(1, "first@council.example"), (1, "second@council.example")];
    let (panel, sent) = Panel::nominated(&nominators).await;
    let case = panel.accept(sent[0], Destination::NewCase).await;
    panel.accept(sent[1], Destination::Case(case)).await;
    panel.finish(case, 1).await;
    panel.move_on(Event::BeginJudging).await;
    let (_, _, page) = panel.scorecard(JUDGES[0]).await;
    assert_eq!(page.heading(), "Case 1 · 0 of 1 scored Nominee 1");
    let said = page.first(".reading");
    for nominator in ["first", "second"] {
        let answer = format!("{CONTENT}, {nominator}@council.example on before.");
        assert!(said.contains(&answer), "{answer}");
    }
    assert_eq!(said.matches("Nominator of 1 writes:").count() % 2, 0);
    // What the nominators wrote holds their address in these tests; nothing else of the page does.
    assert!(!page.body().contains("mailto:first"));
    assert_eq!(
        page.all(".scale legend"),
        [
            "Progress",
            "Own contribution",
            "Difference made",
            "Lasting and reach"
        ]
    );
    assert!(page.all(".scale .hint")[0].starts_with("Counts 35%."));
    assert_eq!(
        page.all(".scale")[0]
            .matches("Clear change, before and after shown")
            .count(),
        1
    );
    let hints = page.all("textarea ~ .hint, .field .hint");
    let standing = hints
        .iter()
        .filter(|hint| hint.contains("Leave out health, family and discipline."))
        .count();
    assert_eq!(standing, 3);
}

#[tokio::test]
async fn a_half_filled_scorecard_is_kept_and_found_again() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Scorecard { assignment };
    let fields = score_fields(&page);
    let answers = [(fields[0].as_str(), "4"), ("comment", "Well shown.")];
    let desk = browser
        .send(page.form(&path).press("do", "save"), &answers)
        .await
        .ok();
    assert_eq!(desk.path, Desk.to_string());
    assert_eq!(desk.link("Go on with case 1"), path.to_string());
    let again = browser.open(&path).await.ok();
    assert_eq!(again.value(&fields[0]), "4");
    assert_eq!(again.value("comment"), "Well shown.");
    assert_eq!(status(&panel, JUDGES[0], assignment).await, Status::Scoring);
    // Pressing the button of the older page again says the same and is no clash.
    let twice = browser
        .send(page.form(&path).press("do", "save"), &answers)
        .await
        .ok();
    assert_eq!(twice.path, Desk.to_string());
}

#[tokio::test]
async fn a_chosen_score_can_be_taken_back() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Scorecard { assignment };
    let fields = score_fields(&page);
    assert_eq!(page.value(&fields[0]), "");
    let save = async |browser: &mut Client, page: &Page, value: &str| {
        browser
            .send(
                page.form(&path).press("do", "save"),
                &[(fields[0].as_str(), value)],
            )
            .await
            .ok();
        browser.open(&path).await.ok()
    };
    let chosen = save(&mut browser, &page, "4").await;
    assert_eq!(chosen.value(&fields[0]), "4");
    let back = save(&mut browser, &chosen, "").await;
    assert_eq!(back.value(&fields[0]), "");
    let refused = browser
        .send(
            back.form(&path).press("do", "submit"),
            &all(&fields[1..], "5"),
        )
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["Choose a score for Progress"]);
}

#[tokio::test]
async fn a_submit_names_every_missing_score_and_keeps_the_rest() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Scorecard { assignment };
    let fields = score_fields(&page);
    let answers = [(fields[1].as_str(), "2"), ("strongest", "The pilot.")];
    let page = browser
        .send(page.form(&path).press("do", "submit"), &answers)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Choose a score for Progress",
            "Choose a score for Difference made",
            "Choose a score for Lasting and reach"
        ]
    );
    assert_eq!(page.value(&fields[1]), "2");
    assert_eq!(page.value("strongest"), "The pilot.");
    assert_eq!(status(&panel, JUDGES[0], assignment).await, Status::Scoring);
    let done = browser
        .send(page.form(&path).press("do", "submit"), &all(&fields, "5"))
        .await
        .ok();
    assert_eq!(done.path, Desk.to_string());
    assert!(done.text().contains("All your scorecards are in."));
    let page = browser.open(&path).await.ok();
    assert!(page.text().contains("Your weighted total: 100%"));
}

#[tokio::test]
async fn a_submitted_scorecard_can_be_taken_back_until_the_lock() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Scorecard { assignment };
    let fields = score_fields(&page);
    let submit = |page: &Page| page.form(&path).press("do", "submit");
    browser.send(submit(&page), &all(&fields, "3")).await.ok();
    let page = browser.open(&path).await.ok();
    assert!(!page.has(".scale"));
    let removal = SubmissionRemoval { assignment };
    let page = browser.send(page.form(&removal), &[]).await.ok();
    assert_eq!(page.value(&fields[0]), "3");
    assert_eq!(status(&panel, JUDGES[0], assignment).await, Status::Scoring);
    browser.send(submit(&page), &all(&fields, "4")).await.ok();

    panel.move_on(Event::BeginDeliberation).await;
    let page = browser.open(&path).await.ok();
    assert!(
        page.text()
            .contains("Scorecards are locked for the panel’s deliberation.")
    );
    let refused = browser.post::<&str, &str>(&removal, &[]).await;
    let refused = refused.expect(StatusCode::CONFLICT);
    assert!(
        refused
            .text()
            .contains("The panel meets on the scores as they are locked.")
    );
    let late = [(fields[0].as_str(), "1"), ("version", "4")];
    let refused = browser
        .post(&path, &late)
        .await
        .expect(StatusCode::CONFLICT);
    assert!(refused.text().contains("The season is not in judging."));
    assert_eq!(status(&panel, JUDGES[0], assignment).await, Status::Locked);
}

#[tokio::test]
async fn two_windows_are_told_apart_and_both_values_are_shown() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Scorecard { assignment };
    let fields = score_fields(&page);
    let save = || page.form(&path).press("do", "save");
    let here = [(fields[0].as_str(), "4"), ("comment", "From one window.")];
    let there = [(fields[0].as_str(), "1"), ("comment", "From the other.")];
    browser.send(save(), &here).await.ok();
    let clash = browser
        .send(save(), &there)
        .await
        .expect(StatusCode::CONFLICT);
    let shown = clash.first(".working .notice");
    for value in ["4", "1", "From one window.", "From the other."] {
        assert!(shown.contains(value), "{value} in {shown}");
    }
    assert_eq!(clash.value("comment"), "From the other.");
    let kept = browser.open(&path).await.ok();
    assert_eq!(kept.value("comment"), "From one window.");
    // Saving once more is a decision for what was typed here.
    browser
        .send(clash.form(&path).press("do", "save"), &[])
        .await
        .ok();
    let kept = browser.open(&path).await.ok();
    assert_eq!(kept.value("comment"), "From the other.");
    assert_eq!(kept.value(&fields[0]), "1");
}

#[tokio::test]
async fn what_cannot_be_kept_is_named_and_the_rest_stays_on_the_page() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Scorecard { assignment };
    let fields = score_fields(&page);
    let much = "x".repeat(100_000);
    let stranger = "score[00000000-0000-7000-8000-000000000000]";
    let pairs = [
        ("version", "0"),
        (fields[0].as_str(), "6"),
        (fields[1].as_str(), "2.5"),
        (fields[2].as_str(), "3"),
        (stranger, "3"),
        ("comment", much.as_str()),
        ("strongest", "The pilot."),
    ];
    let page = browser
        .post(&path, &pairs)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Progress must be from 0 to 5",
            "Choose Own contribution from the list",
            "One of the scores sent is for a criterion that this season does not have",
            "The comment for the panel must be 5,000 characters or fewer; it has 100,000",
        ]
    );
    assert_eq!(page.value("comment"), much);
    assert_eq!(page.value("strongest"), "The pilot.");
    assert_eq!(page.value(&fields[2]), "3");
    assert_eq!(
        status(&panel, JUDGES[0], assignment).await,
        Status::Published
    );
}

#[tokio::test]
async fn the_script_is_told_in_a_word_what_became_of_its_save() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let fields = score_fields(&page);
    let score = fields[0].as_str();
    let saved = by_script(&mut browser, assignment, &[("version", "0"), (score, "3")])
        .await
        .ok();
    let word: serde_json::Value = serde_json::from_str(saved.body()).expect("JSON");
    assert_eq!(word["version"], 1);
    // The season is judged in London, in winter.
    let clock = panel.site.moment().now.strftime("%H:%M GMT").to_string();
    assert_eq!(word["saved_at"], clock);
    assert_eq!(word["total"], serde_json::Value::Null);
    let stale = by_script(&mut browser, assignment, &[("version", "0"), (score, "1")]).await;
    let stale = stale.expect(StatusCode::CONFLICT);
    let both: serde_json::Value = serde_json::from_str(stale.body()).expect("JSON");
    assert_eq!(both["kept_version"], 1);
    let shown = both["both"].as_str().unwrap_or_default();
    for value in [">3</div>", ">1</div>", "Keep what is typed here"] {
        assert!(shown.contains(value), "{value} in {shown}");
    }
    // What is sent twice because its answer was lost is no clash.
    let again = by_script(&mut browser, assignment, &[("version", "0"), (score, "3")])
        .await
        .ok();
    let word: serde_json::Value = serde_json::from_str(again.body()).expect("JSON");
    assert_eq!(word["version"], 1);
    let wrong = by_script(&mut browser, assignment, &[("version", "1"), (score, "9")]).await;
    let wrong = wrong.expect(StatusCode::BAD_REQUEST);
    assert_eq!(
        wrong.body(),
        r#"{"refused":"Progress must be from 0 to 5"}"#
    );
    let kept = browser.open(Scorecard { assignment }).await.ok();
    assert_eq!(kept.value(score), "3");
}

#[tokio::test]
async fn another_judges_scorecard_is_not_found_and_not_written() {
    let panel = Panel::judging(1).await;
    let (_, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let fields = score_fields(&page);
    let mut other = panel.site.signed_in(JUDGES[1]).await;
    let path = Scorecard { assignment };
    other.get(&path).await.expect(StatusCode::NOT_FOUND);
    let pairs = [("version", "0"), (fields[0].as_str(), "0")];
    other
        .post(&path, &pairs)
        .await
        .expect(StatusCode::NOT_FOUND);
    other
        .post::<&str, &str>(SubmissionRemoval { assignment }, &[])
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(
        status(&panel, JUDGES[0], assignment).await,
        Status::Published
    );
}

#[tokio::test]
async fn the_neighbours_on_the_desk_are_one_link_away() {
    let panel = Panel::judging(3).await;
    let assignments = panel.assignments(JUDGES[0]).await;
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    for assignment in &assignments {
        open_gate(&mut browser, *assignment).await;
    }
    let page = browser
        .open(Scorecard {
            assignment: assignments[1],
        })
        .await
        .ok();
    let link = |index: usize| {
        Scorecard {
            assignment: assignments[index],
        }
        .to_string()
    };
    assert_eq!(page.link("Previous: case 1"), link(0));
    assert_eq!(page.link("Next: case 3"), link(2));
}
