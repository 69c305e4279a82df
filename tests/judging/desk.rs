//! `/judging`.

use plaudit_domain::season::Event;
use plaudit_web::paths::{
    accounts::Interests,
    judging::{Desk, Gate, Scorecard},
};

use super::panel::{CONTENT, Panel, all, open_gate, score_fields};
use crate::support::{Site, Stage, people::JUDGES};

#[tokio::test]
async fn before_judging_the_desk_says_so() {
    let site = Site::at(Stage::Open).await;
    let page = site.signed_in(JUDGES[0]).await.open(Desk).await.ok();
    assert_eq!(page.heading(), "Your cases");
    assert!(page.text().contains("Judging has not begun."));
    assert!(
        page.text()
            .contains("Scores are due by noon on Thursday 13 May 2027")
    );
    assert!(!page.has("table"));
}

#[tokio::test]
async fn the_desk_says_what_is_left_done_next_and_due() {
    let panel = Panel::judging(3).await;
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let page = browser.open(Desk).await.ok();
    assert!(page.text().contains("0 of 3 cases scored"));
    assert!(
        page.text()
            .contains("Scores are due by noon on Thursday 13 May 2027 (Europe/London time, BST).")
    );
    let assignments = panel.assignments(JUDGES[0]).await;
    let first = Gate {
        assignment: assignments[0],
    };
    assert_eq!(page.link("Next: case 1"), first.to_string());

    let card = open_gate(&mut browser, assignments[0]).await;
    let fields = score_fields(&card);
    let form = card.form(Scorecard {
        assignment: assignments[0],
    });
    let next = browser
        .send(form.press("do", "submit"), &all(&fields, "3"))
        .await
        .ok();
    assert_eq!(
        next.path,
        Gate {
            assignment: assignments[1]
        }
        .to_string()
    );
    assert_eq!(
        next.first(".notice"),
        "Your scores for case 1 are submitted. 2 cases are left."
    );

    let page = browser.open(Desk).await.ok();
    assert!(page.text().contains("1 of 3 cases scored"));
    assert_eq!(
        page.table()[1..],
        [
            ["1", "Nominee 1", "Council 1", "Submitted"],
            ["2", "Nominee 2", "Council 2", "Interest to declare"],
            ["3", "Nominee 3", "Council 3", "Interest to declare"],
        ]
    );
    assert!(!page.body().contains(CONTENT));
}

#[tokio::test]
async fn a_case_that_the_judge_is_out_of_is_a_number_and_nothing_else() {
    // The judge has nominated the second nominee; the case is formed like any other.
    let nominators = [(1, "nominator@council.example"), (2, JUDGES[0].address)];
    let (panel, sent) = Panel::nominated(&nominators).await;
    for nomination in sent {
        panel.make_eligible(nomination).await;
    }
    panel.move_on(Event::BeginJudging).await;
    let page = panel.site.signed_in(JUDGES[0]).await.open(Desk).await.ok();
    assert!(page.text().contains("You are out of case 2."));
    assert!(page.text().contains("0 of 1 cases scored"));
    for secret in ["Nominee 2", "Council 2", CONTENT] {
        assert!(!page.body().contains(secret), "{secret}");
    }
    let page = panel.site.signed_in(JUDGES[1]).await.open(Desk).await.ok();
    assert!(page.text().contains("0 of 2 cases scored"));
}

#[tokio::test]
async fn the_desk_costs_the_same_for_one_case_and_for_thirty() {
    let mut costs = Vec::new();
    for cases in [1, 30] {
        let panel = Panel::judging(cases).await;
        let mut browser = panel.site.signed_in(JUDGES[0]).await;
        let (page, statements) = panel.site.statements_of(browser.open(Desk)).await;
        assert_eq!(page.ok().table().len(), cases + 1);
        costs.push(statements);
    }
    assert_eq!(costs[0], costs[1]);
}

#[tokio::test]
async fn with_the_sheet_answered_the_first_step_is_done_and_a_case_is_to_begin() {
    let panel = Panel::screening(2).await;
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let sheet = Interests {
        season: panel.season,
    };
    let page = browser.open(&sheet).await.ok();
    let form = page.form(&sheet).press("do", "none-for-the-rest");
    browser.send(form, &[]).await.ok();
    panel.move_on(Event::BeginJudging).await;
    let page = browser.open(Desk).await.ok();
    let steps: Vec<String> = page.table()[1..].iter().map(|row| row[3].clone()).collect();
    assert_eq!(steps, ["To begin", "To begin"]);
    assert_eq!(page.all("main ol .tag"), ["Done"]);

    // Another, who has not answered, is asked still.
    let mut other = panel.site.signed_in(JUDGES[1]).await;
    let page = other.open(Desk).await.ok();
    assert_eq!(page.table()[1][3], "Interest to declare");
    assert!(!page.has("main ol .tag"));
}
