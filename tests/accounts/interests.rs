//! `/accounts/interests/{season}`: one's own sheet of interests.

use axum::http::StatusCode;
use plaudit_domain::season::Event;
use plaudit_web::paths::accounts::{Interests, InterestsDraft};
use plaudit_web::paths::judging::{Desk, Gate, Scorecard};

use crate::judging::panel::{CONTENT, Panel};
use crate::support::{
    Page,
    people::{ADMINISTRATOR, JUDGES},
};

/// The fields of the cases' answers, in the order of the sheet.
fn fields(page: &Page) -> Vec<String> {
    let cases = page.attributes("input[name=case]", "value");
    cases
        .into_iter()
        .map(|case| format!("answer-{case}"))
        .collect()
}

#[tokio::test]
async fn a_judge_answers_before_anything_is_assigned_and_the_gate_asks_once_more() {
    let panel = Panel::screening(3).await;
    let sheet = Interests {
        season: panel.season,
    };
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let page = browser.open(Desk).await.ok();
    let page = browser.open(page.link("Your interests")).await.ok();
    assert_eq!(page.path, sheet.to_string());
    assert_eq!(
        page.all(".sheet-group h2"),
        ["Council 1", "Council 2", "Council 3"]
    );
    assert_eq!(
        page.all(".sheet-row fieldset > legend")[0],
        "Nominee 1, nominated by Nominator of 1 (A partner body)"
    );
    assert!(!page.body().contains(CONTENT), "nothing of what they say");

    let answers = fields(&page);
    let (kind, words) = (
        answers[1].replace("answer", "kind"),
        answers[1].replace("answer", "words"),
    );
    let form = page.form(&sheet).press("do", "none-for-the-rest");
    let wrong = browser
        .send(
            form,
            &[(answers[1].as_str(), "declared"), (words.as_str(), " ")],
        )
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        wrong.problems(),
        [
            "Choose what the interest rests on",
            "Enter what whoever rules should know"
        ]
    );
    assert!(
        wrong.text().contains("0 of 3 answered"),
        "nothing was written"
    );
    let form = wrong.form(&sheet).press("do", "none-for-the-rest");
    let said = [
        (answers[1].as_str(), "declared"),
        (kind.as_str(), "family"),
        (words.as_str(), "My cousin."),
    ];
    let done = browser.send(form, &said).await.ok();
    let text = done.text();
    assert!(
        text.contains("3 answers are declared. By the rules you are out of: Nominee 2."),
        "{text}"
    );
    assert!(
        text.contains("You are out of one case, which is not on this sheet."),
        "{text}"
    );
    assert!(
        !text.replace("out of: Nominee 2", "").contains("Nominee 2"),
        "{text}"
    );

    panel.move_on(Event::BeginJudging).await;
    let assignments = panel.assignments(JUDGES[0]).await;
    assert_eq!(assignments.len(), 2, "the second case is not on the desk");
    let assignment = assignments[0];
    let gate = Gate { assignment };
    let shut = browser.open(Scorecard { assignment }).await.ok();
    assert_eq!(shut.path, gate.to_string());
    assert!(
        shut.heading().ends_with("Is your answer still so?"),
        "{}",
        shut.heading()
    );
    let still = shut
        .forms()
        .into_iter()
        .find(|form| form.value("interest").as_deref() == Some("none"))
        .expect("a button that says that it is still so");
    let open = browser.send(still, &[]).await.ok();
    assert_eq!(open.path, Scorecard { assignment }.to_string());
}

#[tokio::test]
async fn a_late_case_is_asked_about_and_is_answered_for_by_no_old_page() {
    let (panel, sent) =
        Panel::nominated(&[(1, "one@partner.example"), (2, "two@partner.example")]).await;
    panel.make_eligible(sent[0]).await;
    let sheet = Interests {
        season: panel.season,
    };
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let old = browser.open(&sheet).await.ok();
    panel.make_eligible(sent[1]).await;
    let form = old.form(&sheet).press("do", "none-for-the-rest");
    let page = browser.send(form, &[]).await.ok();
    assert!(page.text().contains("1 of 2 answered"), "{}", page.text());
}

#[tokio::test]
async fn what_is_typed_is_kept_and_declares_nothing() {
    let panel = Panel::screening(1).await;
    let season = panel.season;
    let sheet = Interests { season };
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let page = browser.open(&sheet).await.ok();
    let answer = fields(&page).remove(0);
    let words = answer.replace("answer", "words");
    let kept = browser
        .post(
            InterestsDraft { season },
            &[
                (answer.as_str(), "unsure"),
                (words.as_str(), "We met once."),
            ],
        )
        .await
        .ok();
    assert_eq!(kept.header("content-type"), "application/json");
    let page = panel
        .site
        .signed_in(JUDGES[0])
        .await
        .open(&sheet)
        .await
        .ok();
    assert_eq!(page.value(&words), "We met once.");
    assert!(page.text().contains("0 of 1 answered"));
    // Another's sheet is another's.
    let other = panel
        .site
        .signed_in(JUDGES[1])
        .await
        .open(&sheet)
        .await
        .ok();
    assert_eq!(other.value(&words), "");
}

#[tokio::test]
async fn the_only_administrator_is_told_at_once_that_somebody_else_must_act() {
    let panel = Panel::screening(2).await;
    let sheet = Interests {
        season: panel.season,
    };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&sheet).await.ok();
    let answer = fields(&page).remove(0);
    let (kind, words) = (
        answer.replace("answer", "kind"),
        answer.replace("answer", "words"),
    );
    let said = [
        (answer.as_str(), "declared"),
        (kind.as_str(), "line-management"),
        (words.as_str(), "I manage them."),
    ];
    let page = browser.send(page.form(&sheet), &said).await.ok();
    let text = page.text();
    assert!(
        text.contains("No other administrator can act on one of the cases that you are out of."),
        "{text}"
    );
    assert_eq!(page.link("Invite a second administrator"), "/admin/people");
    let dashboard = browser.open("/admin").await.ok();
    assert!(
        dashboard
            .text()
            .contains("No other administrator can act on one")
    );
}

#[tokio::test]
async fn whoever_has_no_part_in_the_season_has_no_sheet() {
    let panel = Panel::screening(1).await;
    let elsewhere = Interests {
        season: uuid::Uuid::nil().into(),
    };
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    browser.get(&elsewhere).await.expect(StatusCode::NOT_FOUND);
    browser
        .post(&elsewhere, &[("do", "none-for-the-rest")])
        .await
        .expect(StatusCode::NOT_FOUND);
}
