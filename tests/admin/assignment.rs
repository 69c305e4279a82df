//! `/admin/assignment/{season}`, and the page that leads there.

mod bounds;
mod changes;
mod extra;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use plaudit_domain::{fact::FactKind, ids::AccountId, plan::Hold, season::Event};
use plaudit_store::{
    ledger,
    reports::{
        Viewer,
        history::{self, HistoryFilter},
        plan::{self, Made},
    },
};
use plaudit_web::paths::{
    admin::{
        Assignment, AssignmentJudges, AssignmentMatches, AssignmentProposal, AssignmentPublication,
        AssignmentRemoval, More,
    },
    judging::{Desk, Gate, Scorecard},
};

use crate::judging::panel::{Panel, score_fields};
use crate::support::{
    Client, Page,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

/// Two judges for each case.
const TWO_EACH: [(&str, &str); 3] = [("reviews", "2"), ("most", "9"), ("chance", "0")];

fn path(panel: &Panel) -> Assignment {
    Assignment {
        season: panel.season,
    }
}

/// Switches a plan on, or changes what is asked of it.
async fn ask(panel: &Panel, options: &[(&str, &str)]) -> (Client, Page) {
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(path(panel)).await.ok();
    let page = browser.send(page.form(path(panel)), options).await.ok();
    (browser, page)
}

async fn propose(panel: &Panel, browser: &mut Client, page: &Page) -> Page {
    let proposal = AssignmentProposal {
        season: panel.season,
    };
    browser.send(page.form(&proposal), &[]).await
}

async fn publish(panel: &Panel, browser: &mut Client) -> Page {
    let publication = AssignmentPublication {
        season: panel.season,
    };
    let preview = browser.open(&publication).await.ok();
    browser.send(preview.form(&publication), &[]).await.ok()
}

async fn made(panel: &Panel) -> Made {
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let page = plan::plan(panel.site.store(), &viewer, panel.season)
        .await
        .expect("the plan");
    page.made.expect("it is switched on")
}

/// Every case with every judge who has it, and how.
fn pairs(made: &Made) -> BTreeSet<(i64, AccountId, Hold)> {
    made.cases
        .iter()
        .flat_map(|case| {
            case.readers
                .iter()
                .map(|(place, hold)| (case.number, made.judges[*place].id, *hold))
        })
        .collect()
}

async fn desk_size(panel: &Panel, judge: Somebody) -> usize {
    panel.assignments(judge).await.len()
}

async fn facts_of(panel: &Panel, kind: FactKind) -> usize {
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    ledger::seal(panel.site.store()).await.expect("it seals");
    let filter = HistoryFilter {
        season: Some(panel.season),
        kind: Some(kind),
        ..HistoryFilter::default()
    };
    let found = history::history(panel.site.store(), &viewer, &filter)
        .await
        .expect("the history");
    found.rows.len()
}

#[tokio::test]
async fn nothing_of_it_is_in_sight_until_it_is_switched_on_and_it_can_be_switched_off_again() {
    let panel = Panel::screening(2).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let more = More {
        season: panel.season,
    };
    let page = browser.open(&more).await.ok();
    assert_eq!(page.all(".card .tag"), ["Off"; 5]);
    let page = browser.open(path(&panel)).await.ok();
    assert_eq!(page.table().len(), 0);
    for hidden in [
        AssignmentJudges {
            season: panel.season,
        }
        .to_string(),
        AssignmentMatches {
            season: panel.season,
        }
        .to_string(),
        AssignmentPublication {
            season: panel.season,
        }
        .to_string(),
    ] {
        browser.get(hidden).await.expect(StatusCode::NOT_FOUND);
    }

    let (mut browser, page) = ask(&panel, &TWO_EACH).await;
    let more = browser.open(&more).await.ok();
    assert_eq!(more.all(".card .tag"), ["On", "Off", "Off", "Off", "Off"]);
    let removal = AssignmentRemoval {
        season: panel.season,
    };
    let page = propose(&panel, &mut browser, &page).await.ok();
    assert_eq!(made(&panel).await.proposed, 4);
    browser.send(page.form(&removal), &[]).await.ok();
    panel.move_on(Event::BeginJudging).await;
    assert_eq!(desk_size(&panel, JUDGES[0]).await, 2);
    let late = browser.post::<&str, &str>(&removal, &[]).await;
    late.expect(StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_is_asked_is_read_with_all_that_is_wrong_and_nobody_is_overtaken_unseen() {
    let panel = Panel::screening(1).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(path(&panel)).await.ok();
    let wrong = [
        ("reviews", "0"),
        ("least", "5"),
        ("most", "4"),
        ("chance", "200"),
        ("seed", " "),
    ];
    let page = browser
        .send(page.form(path(&panel)), &wrong)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "The judges for each case must be from 1 to 100",
            "The greatest number of cases must be from 5 to 10000",
            "The chance must be from 0 to 100",
            "Enter the seed",
        ]
    );
    assert_eq!(page.value("most"), "4");
    let old = page.form(path(&panel));
    ask(&panel, &TWO_EACH).await;
    let right = [
        ("reviews", "3"),
        ("least", "0"),
        ("most", "4"),
        ("chance", "0"),
        ("seed", "b"),
    ];
    let stale = browser.send(old, &right).await;
    stale.expect(StatusCode::CONFLICT);
    assert_eq!(made(&panel).await.plan.options.reviews, 2);
}

#[tokio::test]
async fn a_proposal_is_seen_by_no_judge_until_it_is_published() {
    let panel = Panel::screening(6).await;
    let (mut browser, _) = ask(&panel, &TWO_EACH).await;
    panel.move_on(Event::BeginJudging).await;
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    let before = judge.open(Desk).await.ok().text();

    let page = browser.open(path(&panel)).await.ok();
    let page = propose(&panel, &mut browser, &page).await.ok();
    let plan = made(&panel).await;
    assert_eq!((plan.figures.reviews, plan.proposed), (12, 12));
    assert_eq!((plan.figures.least, plan.figures.most), (4, 4));
    assert_eq!(plan.figures.parts, 1);
    assert!(page.text().contains("proven to be the best possible"));
    let desks = judge.open(Desk).await.ok().text();
    assert_eq!(desks, before, "the judge sees no trace of it");
    for judge in JUDGES {
        assert_eq!(desk_size(&panel, judge).await, 0);
    }

    let page = publish(&panel, &mut browser).await;
    assert!(
        page.first(".notice.good")
            .starts_with("12 readings are on desks now.")
    );
    for judge in JUDGES {
        assert_eq!(desk_size(&panel, judge).await, 4);
    }
    assert_eq!(facts_of(&panel, FactKind::AssignmentsPlanned).await, 1);
    assert_eq!(facts_of(&panel, FactKind::AssignmentsPublished).await, 3);
    // One letter to each, whatever the number of cases.
    let letters = panel.site.letters().await;
    let mut told = letters
        .iter()
        .filter(|letter| letter.subject.starts_with("Your cases are ready"))
        .map(|letter| letter.to.as_str())
        .collect::<Vec<_>>();
    told.sort_unstable();
    assert_eq!(told, JUDGES.map(|judge| judge.address));
    let page = browser.open("/admin/history").await.ok();
    let text = page.text();
    for said in ["seed: 1", "gap in thousandths: 0", "reviews: 2"] {
        assert!(text.contains(said), "{said}");
    }
}

#[tokio::test]
async fn the_beginning_of_judging_publishes_what_was_proposed_before() {
    let panel = Panel::screening(3).await;
    let (mut browser, page) = ask(&panel, &TWO_EACH).await;
    let page = propose(&panel, &mut browser, &page).await.ok();
    let preview = browser.open(page.link("Publish the plan")).await.ok();
    assert!(
        preview
            .text()
            .contains("The plan is published when it does.")
    );
    panel.move_on(Event::BeginJudging).await;
    let plan = made(&panel).await;
    assert_eq!(plan.proposed, 0);
    let holds: BTreeSet<Hold> = pairs(&plan).into_iter().map(|(.., hold)| hold).collect();
    assert_eq!(holds, BTreeSet::from([Hold::Published]));
}

#[tokio::test]
async fn whoever_declares_an_interest_after_the_proposal_is_not_given_the_case() {
    let panel = Panel::judging(2).await;
    // Everybody has everything; one judge for each case is enough now, and the rest goes off the desks.
    let options = [("reviews", "1"), ("most", "9"), ("keeps", "")];
    let (mut browser, page) = ask(&panel, &options).await;
    propose(&panel, &mut browser, &page).await.ok();
    publish(&panel, &mut browser).await;
    let (mut judge, assignment, declarer) = {
        let mut found = None;
        for judge in JUDGES {
            if let Some(assignment) = panel.assignments(judge).await.first().copied() {
                found = Some((panel.site.signed_in(judge).await, assignment, judge));
            }
        }
        found.expect("somebody has a case")
    };
    let gate = Gate { assignment };
    let form = judge.open(&gate).await.ok().form(&gate);
    let unsure = [("interest", "unsure"), ("words", "We may have met.")];
    judge.send(form, &unsure).await.ok();

    let page = browser.open(path(&panel)).await.ok();
    propose(&panel, &mut browser, &page).await.ok();
    let plan = made(&panel).await;
    let withdrawn = plan.plan.outcome.clone().expect("an outcome").withdrawn;
    assert!(withdrawn.contains(&assignment));
    publish(&panel, &mut browser).await;
    let declarer = panel.site.account(declarer).await;
    let (plan, of) = (made(&panel).await, |pair: &(i64, AccountId, Hold)| pair.1);
    assert_eq!(plan.figures.reviews, 2);
    let left = pairs(&plan)
        .iter()
        .filter(|pair| of(pair) == declarer)
        .count();
    let case = judge.get(Scorecard { assignment }).await;
    assert_ne!(case.status, StatusCode::OK);
    assert!(
        left <= 1,
        "the case that the judge declared about is another's"
    );
}

#[tokio::test]
async fn a_new_plan_keeps_what_is_begun_and_plans_the_rest_anew() {
    let panel = Panel::judging(4).await;
    let (mut judge, assignment, card) = panel.scorecard(JUDGES[0]).await;
    let fields = score_fields(&card);
    let scorecard = Scorecard { assignment };
    judge
        .send(
            card.form(&scorecard).press("do", "save"),
            &[(fields[0].as_str(), "3")],
        )
        .await
        .ok();
    let anew = [("reviews", "1"), ("most", "9"), ("keeps", "")];
    let (mut browser, page) = ask(&panel, &anew).await;
    propose(&panel, &mut browser, &page).await.ok();
    publish(&panel, &mut browser).await;
    let plan = made(&panel).await;
    let begun = (1, panel.site.account(JUDGES[0]).await, Hold::Begun);
    assert!(pairs(&plan).contains(&begun));
    assert_eq!(plan.figures.reviews, 4, "one judge for each of four cases");
    judge.open(&scorecard).await.ok();

    // A judge who was taken off a case finds nothing of it any more.
    let mut left: Vec<usize> = Vec::new();
    for judge in JUDGES {
        left.push(desk_size(&panel, judge).await);
    }
    assert_eq!(left.iter().sum::<usize>(), 4);
}

#[tokio::test]
async fn what_cannot_be_planned_is_explained_with_the_ways_out_and_changes_nothing() {
    let panel = Panel::screening(4).await;
    let (mut browser, page) = ask(&panel, &TWO_EACH).await;
    propose(&panel, &mut browser, &page).await.ok();
    let before = pairs(&made(&panel).await);
    let (mut browser, page) = ask(&panel, &[("reviews", "3"), ("most", "2")]).await;
    let page = propose(&panel, &mut browser, &page)
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(page.heading(), heading(&page, "No plan is possible"));
    let text = page.text();
    assert!(text.contains("12 readings are needed, and the judges can give 6."));
    assert!(text.contains("3 judges who may read them have no room left"));
    for judge in JUDGES {
        assert!(text.contains(judge.name), "{}", judge.name);
    }
    assert!(
        text.contains("At least 6 more readings have to be found for these cases"),
        "{text}"
    );
    assert!(text.contains("Invite more judges"));
    assert_eq!(pairs(&made(&panel).await), before);
}

/// The heading with whatever stands above it.
fn heading(page: &Page, said: &str) -> String {
    let all = page.heading();
    assert!(all.ends_with(said), "{all}");
    all
}

#[tokio::test]
async fn the_plan_costs_the_same_for_one_case_and_for_six() {
    let mut costs = Vec::new();
    for cases in [1, 6] {
        let panel = Panel::screening(cases).await;
        let (mut browser, page) = ask(&panel, &TWO_EACH).await;
        propose(&panel, &mut browser, &page).await.ok();
        browser.open(path(&panel)).await.ok();
        let (page, cost) = panel.site.statements_of(browser.open(path(&panel))).await;
        page.ok();
        costs.push(cost);
    }
    assert_eq!(costs[0], costs[1]);
}
