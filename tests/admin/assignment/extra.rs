//! One more scorecard for a case that is too close to separate, asked for where that is said.

use plaudit_domain::{
    membership::{Role, Scope},
    season::Event,
};
use plaudit_web::paths::admin::{AssignedCase, Certainty};

use super::{ask, made, propose};
use crate::admin::shortlist::with_cases;
use crate::judging::panel::Panel;
use crate::support::{
    Page,
    people::{JUDGES, Somebody},
};

const FOURTH: Somebody = Somebody {
    name: "Efa Rhys",
    address: "efa.rhys@judges.example",
};

/// What each judge gives to the cases from the first to the eighth, in turn.
const GIVEN: [[&str; 8]; 4] = [
    ["5", "4", "3", "3", "3", "2", "1", "0"],
    ["5", "4", "4", "2", "3", "2", "1", "0"],
    ["4", "5", "2", "4", "3", "1", "1", "1"],
    ["5", "4", "3", "3", "2", "2", "0", "0"],
];

#[tokio::test]
async fn one_button_asks_a_free_judge_for_the_scorecard_that_tells_most() {
    let panel = Panel::screening(8).await;
    panel
        .join(FOURTH, Role::Judge, Scope::Season(panel.season))
        .await;
    let options = [("reviews", "3"), ("most", "8"), ("chance", "0")];
    let (mut browser, page) = ask(&panel, &options).await;
    propose(&panel, &mut browser, &page).await.ok();
    panel.move_on(Event::BeginJudging).await;
    let four = [JUDGES[0], JUDGES[1], JUDGES[2], FOURTH];
    for (judge, given) in four.into_iter().zip(GIVEN) {
        let account = panel.site.account(judge).await;
        let plan = made(&panel).await;
        let mut theirs: Vec<i64> = plan
            .cases
            .iter()
            .filter(|case| {
                let reads = |(place, _): &(usize, _)| plan.judges[*place].id == account;
                case.readers.iter().any(reads)
            })
            .map(|case| case.number)
            .collect();
        theirs.sort_unstable();
        let points: Vec<&str> = theirs
            .iter()
            .map(|number| given[usize::try_from(*number).expect("a number") - 1])
            .collect();
        panel.score(judge, &points).await;
    }
    let judged = with_cases(panel).await;
    let panel = &judged.panel;
    let category = judged.category;
    let mut page: Page = browser.open(Certainty { category }).await.ok();
    for _ in 0..100 {
        if !page.text().contains("being worked out") {
            break;
        }
        page = browser.open(Certainty { category }).await.ok();
    }
    let plan = made(panel).await;
    let free_of = |case: &plaudit_store::reports::plan::CaseRow| {
        let reads = |id| {
            case.readers
                .iter()
                .any(|(place, _)| plan.judges[*place].id == id)
        };
        let free = plan.judges.iter().find(|judge| !reads(judge.id));
        free.expect("three of four read it").clone()
    };
    let form = page
        .forms()
        .into_iter()
        .find(|form| form.action.contains("/assignment/"))
        .unwrap_or_else(|| panic!("no button: {}", page.excerpt()));
    let case = plan
        .cases
        .iter()
        .find(|case| form.action.ends_with(&case.id.to_string()))
        .expect("the case");
    let free = free_of(case);
    assert!(
        page.text()
            .contains(&format!("Ask {} for one more scorecard", free.name))
    );
    let after = browser.send(form, &[]).await.ok();
    let assigned = AssignedCase {
        season: panel.season,
        case: case.id,
    };
    assert_eq!(after.path, assigned.to_string());
    let plan = made(panel).await;
    let case = plan.cases.iter().find(|one| one.id == case.id).expect("it");
    assert_eq!(case.readers.len(), 4);
    let is_theirs = |(place, _): &(usize, _)| plan.judges[*place].id == free.id;
    assert!(case.readers.iter().any(is_theirs));
}
