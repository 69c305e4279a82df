//! `/judging/interests/{assignment}`.

use axum::http::StatusCode;
use plaudit_web::paths::{
    admin,
    judging::{Desk, Gate, Recusal, Scorecard},
};

use super::panel::{CONTENT, Panel, open_gate};
use crate::support::people::{ADMINISTRATOR, JUDGES};

#[tokio::test]
async fn the_gate_says_whom_the_case_concerns_and_nothing_of_what_it_says() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment) = panel.first_case(JUDGES[0]).await;
    let page = browser.open(Gate { assignment }).await.ok();
    assert_eq!(
        page.heading(),
        "Case 1 · 0 of 1 scored Do you have an interest in this case?"
    );
    assert_eq!(
        page.all("dl.summary-list dd"),
        ["Nominee 1", "Council 1", "Nominator of 1, A partner body"]
    );
    for secret in [CONTENT, "council.example"] {
        assert!(!page.body().contains(secret), "{secret}");
    }
    // Looking at it answers nothing, and the content waits behind it.
    let sent_back = browser.get(Scorecard { assignment }).await;
    assert_eq!(
        sent_back.location(),
        Some(Gate { assignment }.to_string().as_str())
    );
    assert!(!sent_back.body().contains(CONTENT));
}

#[tokio::test]
async fn an_answer_is_needed_and_all_that_was_typed_is_kept() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment) = panel.first_case(JUDGES[0]).await;
    let gate = Gate { assignment };
    let form = browser.open(&gate).await.ok().form(&gate);
    let page = browser.send(form, &[("words", "We are neighbours.")]).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Say whether you have an interest"]);
    assert_eq!(page.value("words"), "We are neighbours.");
    let page = browser
        .send(
            page.form(&gate),
            &[("interest", "declared"), ("words", " ")],
        )
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Choose what the interest rests on",
            "Enter what whoever rules should know"
        ]
    );
    let page = browser.open(&gate).await.ok();
    assert!(
        page.heading()
            .ends_with("Do you have an interest in this case?")
    );
}

#[tokio::test]
async fn a_declared_interest_waits_for_the_ruling_and_the_ruling_opens_the_case() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment) = panel.first_case(JUDGES[0]).await;
    let gate = Gate { assignment };
    let form = browser.open(&gate).await.ok().form(&gate);
    let answers = [
        ("interest", "declared"),
        ("kind", "supplier"),
        ("words", "My firm sold them a system in 2024."),
    ];
    let page = browser.send(form, &answers).await.ok();
    assert_eq!(page.path, Desk.to_string());
    assert!(
        page.text()
            .contains("One case waits for a ruling on your interest.")
    );
    assert_eq!(page.table()[1][3], "Waits for a ruling");
    let page = browser.open(Scorecard { assignment }).await.ok();
    assert_eq!(page.path, gate.to_string());
    assert_eq!(
        page.heading(),
        "Case 1 · 0 of 1 scored Your interest waits for a ruling"
    );
    assert!(!page.body().contains(CONTENT));
    // A score that is posted all the same is refused in words.
    let refused = browser
        .post(
            Scorecard { assignment },
            &[("comment", "good"), ("version", "0")],
        )
        .await
        .expect(StatusCode::CONFLICT);
    assert!(
        refused
            .text()
            .contains("Your interest in this case waits for a ruling.")
    );

    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let list = admin::Interests {
        season: panel.season,
    };
    let listed = administrator.open(&list).await.ok();
    assert_eq!(listed.table()[1][0], JUDGES[0].name);
    let ruling = administrator
        .open(listed.attributes("td a", "href")[0].clone())
        .await
        .ok();
    assert!(
        ruling
            .text()
            .contains("My firm sold them a system in 2024.")
    );
    let form = ruling.form(&ruling.path);
    let wrong = administrator
        .send(form, &[])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.problems(), ["Choose a ruling", "Enter the reason"]);
    let answers = [
        ("ruling", "rule-may-judge"),
        ("reason", "Another department, three years ago."),
    ];
    let done = administrator
        .send(wrong.form(&ruling.path), &answers)
        .await
        .ok();
    assert_eq!(done.path, list.to_string());
    assert!(done.text().contains("Nothing waits for you"));

    let page = browser.open(Scorecard { assignment }).await.ok();
    assert_eq!(page.path, Scorecard { assignment }.to_string());
    assert!(page.body().contains(CONTENT));
    let page = browser.open(&gate).await.ok();
    assert!(page.text().contains("Another department, three years ago."));
}

#[tokio::test]
async fn a_recused_judge_finds_a_number_and_no_content() {
    let panel = Panel::judging(2).await;
    let (mut browser, assignment) = panel.first_case(JUDGES[0]).await;
    open_gate(&mut browser, assignment).await;
    let gate = browser.open(Gate { assignment }).await.ok();
    let recusal = Recusal { assignment };
    let without = browser
        .send(gate.form(&recusal), &[])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(without.problems(), ["Enter why you step out"]);
    let out = browser
        .send(
            gate.form(&recusal),
            &[("reason", "We were at school together.")],
        )
        .await
        .ok();
    assert_eq!(out.path, Desk.to_string());
    assert!(out.text().contains("You are out of case 1."));
    for page in [
        browser.open(Desk).await.ok(),
        browser.open(Gate { assignment }).await.ok(),
        browser
            .open(Scorecard { assignment })
            .await
            .expect(StatusCode::NOT_FOUND),
        browser
            .post(
                Scorecard { assignment },
                &[("comment", "x"), ("version", "0")],
            )
            .await
            .expect(StatusCode::NOT_FOUND),
    ] {
        for secret in ["Nominee 1", "Council 1", "Nominator of 1"] {
            assert!(!page.body().contains(secret), "{secret} on {}", page.path);
        }
    }
}

#[tokio::test]
async fn another_judges_gate_is_not_found() {
    let panel = Panel::judging(1).await;
    let (_, assignment) = panel.first_case(JUDGES[0]).await;
    let mut other = panel.site.signed_in(JUDGES[1]).await;
    let gate = Gate { assignment };
    other.get(&gate).await.expect(StatusCode::NOT_FOUND);
    other
        .post(&gate, &[("interest", "none")])
        .await
        .expect(StatusCode::NOT_FOUND);
    let page = panel.site.signed_in(JUDGES[0]).await.open(&gate).await.ok();
    assert!(
        page.heading()
            .ends_with("Do you have an interest in this case?")
    );
}
