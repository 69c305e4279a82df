//! Scorecards that are refused, each by its button and by the script: nothing of them is written, and no fact noted.

use axum::http::{Method, StatusCode};
use plaudit_domain::{
    assignment::Status,
    ids::{AssignmentId, FactId},
    season::Event,
};
use plaudit_store::reports::{
    Viewer,
    history::{self, HistoryFilter},
    scorecard::{self, Kept},
};
use plaudit_web::paths::judging::{Gate, Recusal, Scorecard};

use super::panel::{Panel, all, open_gate, score_fields};
use crate::support::{
    Client,
    people::{ADMINISTRATOR, JUDGES},
};

/// Everything that a refused post must leave as it was.
#[derive(Debug, PartialEq)]
struct There {
    kept: Kept,
    status: Status,
    /// The ledger's last fact.
    last: Option<FactId>,
}

async fn there(panel: &Panel, assignment: AssignmentId) -> There {
    let viewer = Viewer::Judge(panel.site.account(JUDGES[0]).await);
    let card = scorecard::get(panel.site.store(), &viewer, assignment)
        .await
        .expect("the scorecard");
    let administrator = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let filter = HistoryFilter::default();
    let history = history::history(panel.site.store(), &administrator, &filter).await;
    There {
        kept: card.kept,
        status: card.status,
        last: history
            .expect("the ledger")
            .rows
            .first()
            .map(|fact| fact.id),
    }
}

/// Posts these pairs to be saved, to be submitted, and as the script does; each is refused as is said.
async fn refused(
    browser: &mut Client,
    assignment: AssignmentId,
    pairs: &[(&str, &str)],
    (by_button, by_script): (StatusCode, StatusCode),
) {
    let path = Scorecard { assignment };
    for pressed in ["save", "submit"] {
        let pairs: Vec<_> = pairs.iter().copied().chain([("do", pressed)]).collect();
        browser.post(&path, &pairs).await.expect(by_button);
    }
    let body: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", value.replace(' ', "+")))
        .collect();
    let request = browser
        .request(Method::POST, &path.to_string())
        .header("x-requested-with", "fetch");
    let body = body.join("&").into_bytes();
    browser.ask_with(request, body).await.expect(by_script);
}

const WRONG: (StatusCode, StatusCode) = (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::BAD_REQUEST);
const MISSING: (StatusCode, StatusCode) = (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND);

#[tokio::test]
async fn a_score_off_its_scale_or_of_another_rule_set_or_100_000_characters_write_nothing() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let fields = score_fields(&page);
    let much = "x".repeat(100_000);
    let before = there(&panel, assignment).await;
    let stranger = "score[00000000-0000-7000-8000-000000000000]";
    for wrong in [
        (fields[0].as_str(), "6"),
        (fields[0].as_str(), "-1"),
        (fields[0].as_str(), "2.5"),
        (fields[0].as_str(), "five"),
        (stranger, "3"),
        ("comment", much.as_str()),
        ("strongest", much.as_str()),
        ("would-have-helped", much.as_str()),
    ] {
        let mut pairs = all(&fields, "3");
        pairs.retain(|(name, _)| *name != wrong.0);
        pairs.extend([("version", "0"), wrong]);
        refused(&mut browser, assignment, &pairs, WRONG).await;
        assert_eq!(there(&panel, assignment).await, before, "{}", wrong.0);
    }
}

#[tokio::test]
async fn a_scorecard_posted_after_the_lock_or_for_another_judges_case_writes_nothing() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let fields = score_fields(&page);
    let form = page.form(Scorecard { assignment }).press("do", "submit");
    browser.send(form, &all(&fields, "3")).await.ok();
    let before = there(&panel, assignment).await;
    let mut pairs = all(&fields, "5");
    pairs.push(("version", "1"));
    let mut other = panel.site.signed_in(JUDGES[1]).await;
    refused(&mut other, assignment, &pairs, MISSING).await;
    assert_eq!(there(&panel, assignment).await, before);

    panel.move_on(Event::BeginDeliberation).await;
    let before = there(&panel, assignment).await;
    assert_eq!(before.status, Status::Locked);
    let late = (StatusCode::CONFLICT, StatusCode::BAD_REQUEST);
    refused(&mut browser, assignment, &pairs, late).await;
    assert_eq!(there(&panel, assignment).await, before);
}

#[tokio::test]
async fn a_scorecard_for_a_recused_case_writes_nothing() {
    let panel = Panel::judging(2).await;
    let (mut browser, assignment) = panel.first_case(JUDGES[0]).await;
    let page = open_gate(&mut browser, assignment).await;
    let fields = score_fields(&page);
    let gate = browser.open(Gate { assignment }).await.ok();
    let reason = [("reason", "We were at school together.")];
    let recusal = gate.form(Recusal { assignment });
    browser.send(recusal, &reason).await.ok();
    let last = |history: history::History| history.rows.first().map(|fact| fact.id);
    let administrator = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let filter = HistoryFilter::default();
    let store = panel.site.store();
    let before = last(
        history::history(store, &administrator, &filter)
            .await
            .expect("facts"),
    );
    let mut pairs = all(&fields, "5");
    pairs.push(("version", "0"));
    refused(&mut browser, assignment, &pairs, MISSING).await;
    let after = last(
        history::history(store, &administrator, &filter)
            .await
            .expect("facts"),
    );
    assert_eq!(after, before);
}
