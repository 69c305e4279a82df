//! `/admin/cases`.

use axum::http::StatusCode;
use plaudit_domain::ids::CaseId;
use plaudit_store::screening::Destination;
use plaudit_web::paths::admin::{
    Case, Cases, Disqualification, Eligibility, EligibilityRemoval, FactCheck, FactCheckRemoval,
    NomineeAnswer, Withdrawal,
};

use crate::judging::panel::Panel;
use crate::support::{Client, Page, people::ADMINISTRATOR};

/// A case that is forming, after the close.
async fn forming() -> (Panel, CaseId, Client, Page) {
    let (panel, sent) = Panel::nominated(&[(1, "nominator@council.example")]).await;
    let case = panel.accept(sent[0], Destination::NewCase).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Case { case }).await.ok();
    (panel, case, browser, page)
}

#[tokio::test]
async fn the_list_counts_what_each_case_has_and_filters_by_status() {
    let panel = Panel::judging(2).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Cases).await.ok();
    let row = |number: &str, nominee: &str, employer: &str| {
        [
            number,
            nominee,
            employer,
            "In judging",
            "Accepted",
            "Confirmed",
            "1",
            "0 (3 needed)",
            "0",
        ]
        .map(str::to_owned)
        .to_vec()
    };
    assert_eq!(
        page.table()[1..],
        [
            row("1", "Nominee 1", "Council 1"),
            row("2", "Nominee 2", "Council 2")
        ]
    );
    let page = browser
        .open(format!("{Cases}?season={}&status=forming", panel.season))
        .await
        .ok();
    assert_eq!(page.first(".empty-title"), "No case matches");
}

#[tokio::test]
async fn the_list_costs_the_same_number_of_statements_for_1_and_for_30() {
    let mut costs = Vec::new();
    for count in [1, 30] {
        let panel = Panel::screening(count).await;
        let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
        let (page, cost) = panel.site.statements_of(browser.open(Cases)).await;
        page.ok();
        costs.push(cost);
    }
    assert_eq!(costs[0], costs[1]);
}

#[tokio::test]
async fn a_case_goes_from_forming_to_eligible_with_everything_on_record() {
    let (_panel, case, mut browser, page) = forming().await;
    let answer = NomineeAnswer { case };
    let page = browser
        .send(page.form(&answer).press("event", "tell"), &[])
        .await
        .ok();
    let page = browser
        .send(
            page.form(&answer).press("event", "accept"),
            &[("note-acceptance", "By telephone")],
        )
        .await
        .ok();
    let checked = [
        ("checked-by", "Kit Moor, head of service"),
        ("confirmed", "yes"),
        ("note-check", "By letter of 8 March"),
    ];
    let page = browser
        .send(page.form(FactCheck { case }), &checked)
        .await
        .ok();
    let page = browser
        .send(
            page.form(Eligibility { case })
                .press("event", "find-eligible"),
            &[],
        )
        .await
        .ok();
    assert_eq!(page.first(".heading .tag"), "Eligible");
    let text = page.text();
    for said in [
        "Kit Moor, head of service",
        "By letter of 8 March",
        "reason: By telephone",
        "Facts confirmed",
    ] {
        assert!(text.contains(said), "{said}");
    }
}

#[tokio::test]
async fn what_was_recorded_of_the_nominee_is_said_and_taken_back_with_a_reason() {
    let (panel, case, mut browser, page) = forming().await;
    let answer = NomineeAnswer { case };
    let told = page.form(&answer).press("event", "tell");
    let page = browser.send(told, &[]).await.ok();
    assert_eq!(
        page.first(".notice"),
        "It is recorded that the nominee was told today."
    );
    let form = page.form(&answer).press("event", "take-back");
    let page = browser.submit(form, &[]).await;
    assert_eq!(page.problems(), ["Enter the reason"]);
    let form = page.form(&answer).press("event", "take-back");
    let reason = [("note-acceptance", "It was another nominee.")];
    let page = browser.send(form, &reason).await.ok();
    assert_eq!(
        page.first(".notice"),
        "What was recorded last is taken back."
    );
    assert!(page.text().contains("Not told"), "{}", page.excerpt());
    assert!(page.text().contains("It was another nominee."));

    // Once it is with the judges it stays.
    let version = page.form(&answer).value("version").expect("a version");
    let version: i64 = version.parse().expect("a number");
    panel.finish(case, version).await;
    panel
        .move_on(plaudit_domain::season::Event::BeginJudging)
        .await;
    let page = browser.open(Case { case }).await.ok();
    assert!(!page.text().contains("Take back what was recorded last"));
}

#[tokio::test]
async fn eligible_waits_for_the_nominee_and_the_facts_and_says_for_which() {
    let (_panel, case, mut browser, page) = forming().await;
    let eligibility = Eligibility { case };
    assert!(
        page.text()
            .contains("The nominee has not accepted. Until then")
    );
    assert!(!page.has("button[value='find-eligible']"));
    let version = page.form(&eligibility).value("version");
    let version = version.expect("a version");
    let posted = [("event", "find-eligible"), ("version", version.as_str())];
    let refused = browser.post(&eligibility, &posted).await;
    refused.expect(StatusCode::CONFLICT);
    let page = browser.open(Case { case }).await.ok();
    assert_eq!(page.first(".heading .tag"), "Forming");

    let answer = NomineeAnswer { case };
    let page = browser
        .send(page.form(&answer).press("event", "tell"), &[])
        .await
        .ok();
    let page = browser
        .send(page.form(&answer).press("event", "accept"), &[])
        .await
        .ok();
    assert!(
        page.text()
            .contains("The facts have not been confirmed. Until then")
    );
    let checked = [
        ("checked-by", "Kit Moor, head of service"),
        ("confirmed", "yes"),
        ("note-check", "By letter of 8 March"),
    ];
    let form = page.form(FactCheck { case });
    let page = browser.send(form, &checked).await.ok();
    assert!(page.has("button[value='find-eligible']"));
}

#[tokio::test]
async fn the_fact_check_names_all_its_errors_at_once_and_no_nominator_can_give_it() {
    let (_panel, case, mut browser, page) = forming().await;
    let page = browser.submit(page.form(FactCheck { case }), &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Enter who answered",
            "Enter whether the facts are confirmed",
            "Enter how the answer came, and what it said",
        ]
    );
    let checked = [
        ("checked-by", "nominator OF 1, clerk"),
        ("confirmed", "yes"),
        ("note-check", "By telephone"),
    ];
    let page = browser
        .submit(page.form(FactCheck { case }), &checked)
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let problems = page.problems();
    assert!(
        problems[0].starts_with("Somebody who nominated cannot confirm the facts"),
        "{problems:?}"
    );
    let page = browser.open(Case { case }).await.ok();
    assert!(page.text().contains("Fact check Waiting"));
}

#[tokio::test]
async fn a_fact_check_is_asked_for_again_with_a_reason() {
    let (panel, case, mut browser, _) = forming().await;
    panel.finish(case, 1).await;
    let page = browser.open(Case { case }).await.ok();
    let page = browser
        .send(
            page.form(FactCheckRemoval { case }),
            &[("reason-check", "The wrong person answered")],
        )
        .await
        .ok();
    assert!(page.text().contains("Fact check Waiting"));
    assert!(page.text().contains("The wrong person answered"));
}

#[tokio::test]
async fn not_eligible_needs_a_reason_and_is_reopened_with_another() {
    let (_panel, case, mut browser, page) = forming().await;
    let form = page
        .form(Eligibility { case })
        .press("event", "find-not-eligible");
    let page = browser.submit(form, &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    let form = page
        .form(Eligibility { case })
        .press("event", "find-not-eligible");
    let page = browser
        .send(form, &[("reason-eligibility", "Left the council")])
        .await
        .ok();
    assert_eq!(page.first(".heading .tag"), "Not eligible");
    let page = browser
        .send(
            page.form(EligibilityRemoval { case }),
            &[("reason-reopen", "Came back")],
        )
        .await
        .ok();
    assert_eq!(page.first(".heading .tag"), "Forming");
}

#[tokio::test]
async fn a_case_leaves_by_the_nominees_wish_or_by_decision() {
    let (_panel, case, mut browser, page) = forming().await;
    let page = browser.send(page.form(Withdrawal { case }), &[]).await.ok();
    assert_eq!(page.first(".heading .tag"), "Withdrawn");
    let (_panel, case, mut browser, page) = forming().await;
    let page = browser
        .send(
            page.form(Disqualification { case }),
            &[("reason-out", "The figures were invented")],
        )
        .await
        .ok();
    assert_eq!(page.first(".heading .tag"), "Disqualified");
    assert_eq!(page.forms().len(), 1, "nothing but signing out is left");
}
