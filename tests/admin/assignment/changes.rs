//! Changing who judges what by hand, judges' own bounds, and matches from a file.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use plaudit_domain::{fact::FactKind, ids::CaseId, plan::Hold, season::Event};
use plaudit_web::paths::{
    admin::{AssignedCase, AssignmentJudges, AssignmentMatches},
    judging::Gate,
};

use super::{TWO_EACH, ask, desk_size, facts_of, made, pairs, path, propose};
use crate::judging::panel::{Panel, open_gate};
use crate::support::{
    Page,
    people::{JUDGES, Somebody},
};

#[tokio::test]
async fn a_change_by_hand_shows_its_cost_and_is_kept_by_the_next_plan() {
    let panel = Panel::screening(3).await;
    let (mut browser, page) =
        ask(&panel, &[("reviews", "1"), ("most", "9"), ("chance", "0")]).await;
    let matches = AssignmentMatches {
        season: panel.season,
    };
    let file = format!(
        "judge;case;score;expert\n{};1;80;yes\n{};1;30;no\n",
        JUDGES[0].address, JUDGES[1].address
    );
    browser.open(&matches).await.ok();
    let taken = browser.upload(&matches, "matches", file.as_bytes()).await;
    assert!(taken.status.is_redirection());
    drop(page);
    let page = browser.open(path(&panel)).await.ok();
    let page = propose(&panel, &mut browser, &page).await.ok();
    let plan = made(&panel).await;
    let first = plan.cases.iter().find(|case| case.number == 1).expect("it");
    let case: CaseId = first.id;
    let best = panel.site.account(JUDGES[0]).await;
    assert_eq!(
        first
            .readers
            .iter()
            .map(|(place, _)| plan.judges[*place].id)
            .collect::<Vec<_>>(),
        [best]
    );
    let assigned = AssignedCase {
        season: panel.season,
        case,
    };
    let _ = page;
    let page = browser.open(&assigned).await.ok();
    let change = page.attributes("td a", "href").remove(0);
    let page = browser.open(change).await.ok();
    let rows: Vec<Vec<String>> = page
        .all("[aria-labelledby=table-Judges-who-could] tbody tr")
        .into_iter()
        .map(|row| vec![row])
        .collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0][0].contains("−50"), "{rows:?}");
    assert!(rows[1][0].contains("−80"), "{rows:?}");
    let to = plan
        .judges
        .iter()
        .find(|judge| judge.name == JUDGES[1].name)
        .expect("a judge")
        .membership
        .to_string();
    let form = page.form(&assigned).press("to", &to);
    browser.send(form, &[]).await.ok();
    let second = panel.site.account(JUDGES[1]).await;
    let by_hand = (1, second, Hold::ByHand);
    assert!(pairs(&made(&panel).await).contains(&by_hand));

    let page = browser.open(path(&panel)).await.ok();
    propose(&panel, &mut browser, &page).await.ok();
    assert!(pairs(&made(&panel).await).contains(&by_hand));
}

#[tokio::test]
async fn on_desks_a_change_by_hand_needs_its_reason_and_happens_at_once() {
    let panel = Panel::screening(3).await;
    let (mut browser, page) = ask(&panel, &[("reviews", "1"), ("most", "9")]).await;
    propose(&panel, &mut browser, &page).await.ok();
    panel.move_on(Event::BeginJudging).await;
    let plan = made(&panel).await;
    let case = &plan.cases[0];
    let from = &plan.judges[case.readers[0].0];
    let to = plan
        .judges
        .iter()
        .find(|judge| judge.id != from.id)
        .expect("another");
    let assigned = AssignedCase {
        season: panel.season,
        case: case.id,
    };
    let somebody = |name: &str| {
        *JUDGES
            .iter()
            .find(|judge| judge.name == name)
            .expect("a judge")
    };
    let (giver, taker) = (somebody(&from.name), somebody(&to.name));
    let sizes = (
        desk_size(&panel, giver).await,
        desk_size(&panel, taker).await,
    );
    let page = browser.open(&assigned).await.ok();
    let page = browser
        .open(page.attributes("td a", "href").remove(0))
        .await
        .ok();
    let give = |page: &Page| page.form(&assigned).press("to", &to.membership.to_string());
    let wrong = browser
        .send(give(&page), &[("reason", " ")])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.problems(), ["Enter the reason"]);
    assert_eq!(
        (
            desk_size(&panel, giver).await,
            desk_size(&panel, taker).await
        ),
        sizes,
        "nothing was written"
    );
    browser
        .send(give(&wrong), &[("reason", "On leave until May.")])
        .await
        .ok();
    assert_eq!(
        (
            desk_size(&panel, giver).await,
            desk_size(&panel, taker).await
        ),
        (sizes.0 - 1, sizes.1 + 1)
    );
    assert_eq!(facts_of(&panel, FactKind::AssignmentMoved).await, 2);
    let mut browser = panel.site.signed_in(taker).await;
    let assignments = panel.assignments(taker).await;
    let gate = Gate {
        assignment: assignments[0],
    };
    browser.open(&gate).await.ok();
    open_gate(&mut browser, assignments[0]).await;
}

#[tokio::test]
async fn a_file_of_matches_is_taken_whole_or_told_line_by_line() {
    let panel = Panel::screening(1).await;
    let (mut browser, _) = ask(&panel, &TWO_EACH).await;
    let matches = AssignmentMatches {
        season: panel.season,
    };
    let file = format!(
        "judge,case,score,expert\nnobody@judges.example,1,5,\n{0},9,5,\n{0},1,5.5,\n{0},1,5,perhaps\n{0},1,5,no\n{0},1,6,no\n",
        JUDGES[0].address
    );
    let wrong = browser
        .upload(&matches, "matches", file.as_bytes())
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        wrong.problems(),
        [
            "Line 2: no judge has this address. Line 3: no case has this number. \
             Line 4: the score is no whole number in the range. Line 5: expert is neither yes nor no. \
             Line 7: this judge and case were given before."
        ]
    );
    assert!(!made(&panel).await.has_matches());
    let empty = browser.upload(&matches, "matches", b"judge,score\n").await;
    let empty = empty.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.problems(), ["Line 1: the column case is missing."]);
}

#[tokio::test]
async fn judges_have_bounds_of_their_own_and_read_nothing_of_their_own_organisation() {
    let panel = Panel::screening(3).await;
    let (mut browser, _) = ask(&panel, &[("reviews", "1"), ("most", "9")]).await;
    let judges = AssignmentJudges {
        season: panel.season,
    };
    let page = browser.open(&judges).await.ok();
    let of = |name: &str| page.attributes(&format!("input[name^={name}]"), "name");
    let (least, most, organisation) = (of("least-"), of("most-"), of("organisation-"));
    let wrong = [(least[0].as_str(), "4"), (most[0].as_str(), "3")];
    let wrong = browser
        .send(page.form(&judges), &wrong)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        wrong.problems(),
        ["The greatest number of cases must be from 4 to 10000"]
    );
    let right = [
        (least[0].as_str(), "2"),
        (most[0].as_str(), "2"),
        (organisation[0].as_str(), "council 1"),
        (most[1].as_str(), "0"),
    ];
    let page = browser.send(wrong.form(&judges), &right).await.ok();
    propose(&panel, &mut browser, &page).await.ok();
    let plan = made(&panel).await;
    let account = async |judge: Somebody| panel.site.account(judge).await;
    let (first, third) = (account(JUDGES[0]).await, account(JUDGES[2]).await);
    assert_eq!(
        pairs(&plan),
        BTreeSet::from([
            (1, third, Hold::Proposed),
            (2, first, Hold::Proposed),
            (3, first, Hold::Proposed),
        ])
    );
}
