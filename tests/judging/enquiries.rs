//! `/judging/enquiries/{assignment}` and `/admin/enquiries/{season}`.

use axum::http::StatusCode;
use plaudit_store::reports::{Viewer, enquiries};
use plaudit_web::paths::{
    admin::{Dashboard, Enquiries, EnquiryAnswer, Judges},
    judging::{Enquiry, Gate, Recusal, Scorecard},
};

use super::panel::{Panel, open_gate};
use crate::support::people::{ADMINISTRATOR, JUDGES};

const QUESTION: &str = "Is the figure for 2025 a whole year's?";
const ANSWER: &str = "Yes, from January to December.";

#[tokio::test]
async fn an_answer_reaches_every_judge_of_the_case_and_nobody_who_is_out_of_it() {
    let panel = Panel::judging(1).await;
    let season = panel.season;
    let (mut asks, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Enquiry { assignment };
    assert_eq!(
        page.link("Ask the secretary about this case"),
        path.to_string()
    );
    let (mut reads, same_case) = panel.first_case(JUDGES[1]).await;
    let read = open_gate(&mut reads, same_case).await.path;
    let (mut out, theirs) = panel.first_case(JUDGES[2]).await;
    open_gate(&mut out, theirs).await;
    let gate = out.open(Gate { assignment: theirs }).await.ok();
    let recusal = Recusal { assignment: theirs };
    let reason = [("reason", "We were at school together.")];
    out.send(gate.form(&recusal), &reason).await.ok();

    let form = asks.open(&path).await.ok().form(&path);
    let page = asks.send(form, &[("note", QUESTION)]).await.ok();
    assert!(page.first(".enquiry").contains(QUESTION));
    assert!(page.first(".enquiry").contains("Not answered yet."));
    // Before it is answered it is nobody else's.
    assert!(!reads.open(&read).await.ok().has(".enquiry"));

    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let judges = administrator.open(Judges { season }).await.ok();
    let list = Enquiries { season };
    assert_eq!(
        judges.link("Questions from judges (one waits)"),
        list.to_string()
    );
    let dashboard = administrator.open(Dashboard).await.ok();
    let waiting = format!("{list}?state=waiting");
    assert_eq!(dashboard.link("Answer what judges asked"), waiting);
    let listed = administrator.open(&waiting).await.ok();
    assert!(listed.text().contains(JUDGES[0].name));
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let rows = enquiries::get(panel.site.store(), &viewer, season)
        .await
        .expect("the questions")
        .rows;
    let enquiry = rows[0].id;
    let one = EnquiryAnswer { season, enquiry }.to_string();
    assert!(listed.attributes("main a", "href").contains(&one));
    let page = administrator.open(&one).await.ok();
    let refused = administrator
        .send(page.form(&one), &[])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["Enter your answer"]);
    let done = administrator
        .send(refused.form(&one), &[("note", ANSWER)])
        .await
        .ok();
    assert_eq!(done.path, list.to_string());
    assert!(done.text().contains(ANSWER));
    let dashboard = administrator.open(Dashboard).await.ok();
    assert!(!dashboard.text().contains("Answer what judges asked"));
    // Once and no more.
    administrator.get(&one).await.expect(StatusCode::NOT_FOUND);
    administrator
        .post(&one, &[("note", "Another answer.")])
        .await
        .expect(StatusCode::CONFLICT);

    let listed = administrator
        .open(format!("{list}?state=waiting"))
        .await
        .ok();
    assert_eq!(listed.first(".empty-title"), "No question is in this state");
    assert_eq!(
        listed.all("select option"),
        ["Every question", "Waiting (0)", "Answered (1)"]
    );
    assert_eq!(
        listed.first(".lede"),
        "One question, of which none waits for an answer."
    );
    let listed = administrator
        .open(format!("{list}?state=answered"))
        .await
        .ok();
    assert!(listed.text().contains(ANSWER));

    let seen = reads.open(&read).await.ok().first(".enquiry");
    assert!(seen.contains(QUESTION) && seen.contains(ANSWER), "{seen}");
    assert!(!seen.contains(JUDGES[0].name), "{seen}");
    let told: Vec<String> = panel
        .site
        .letters()
        .await
        .into_iter()
        .filter(|letter| {
            letter.subject == "A question about a case is answered: IT-progress award 2027"
        })
        .map(|letter| {
            assert!(!letter.text.contains(ANSWER), "{}", letter.text);
            assert!(!letter.text.contains(QUESTION), "{}", letter.text);
            assert!(
                letter.text.contains("Case: Case 1: Nominee 1\n"),
                "{}",
                letter.text
            );
            letter.to
        })
        .collect();
    let judges = [JUDGES[0].email(), JUDGES[1].email()].map(|email| email.to_string());
    assert_eq!(told, judges);
    let shut = out
        .open(Scorecard { assignment: theirs })
        .await
        .expect(StatusCode::NOT_FOUND);
    assert!(!shut.body().contains(QUESTION));
    out.get(Enquiry { assignment: theirs })
        .await
        .expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_question_is_asked_of_ones_own_open_case_only_and_in_bounds() {
    let panel = Panel::judging(1).await;
    let season = panel.season;
    let (mut browser, assignment) = panel.first_case(JUDGES[0]).await;
    let path = Enquiry { assignment };
    let ask = [("note", QUESTION)];
    browser.post(&path, &ask).await.expect(StatusCode::CONFLICT);
    let mut other = panel.site.signed_in(JUDGES[1]).await;
    other.post(&path, &ask).await.expect(StatusCode::NOT_FOUND);
    open_gate(&mut browser, assignment).await;
    let much = "x".repeat(100_000);
    let refused = browser
        .post(&path, &[("note", much.as_str())])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        refused.problems(),
        ["Your question must be 2,000 characters or fewer; it has 100,000"]
    );
    assert_eq!(refused.value("note"), much);
    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let listed = administrator.open(Enquiries { season }).await.ok();
    assert_eq!(listed.first(".empty-title"), "No questions");
}
